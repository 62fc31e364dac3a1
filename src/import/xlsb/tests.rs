#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::import::document::Block;
use crate::import::kind::tests::zip_of_bytes;

fn record(kind: u16, data: &[&[u8]]) -> Vec<u8> {
    let data = data.concat();
    let [low, high] = [kind & 0x7f, kind >> 7].map(|part| u8::try_from(part).unwrap());
    let head = if high == 0 { vec![low] } else { vec![low | 0x80, high] };
    [head, vec![u8::try_from(data.len()).unwrap()], data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [u32::try_from(units.len() / 2).unwrap().to_le_bytes().to_vec(), units].concat()
}

fn workbook() -> Vec<u8> {
    let rels = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\" Type=\"http://x/worksheet\"/></Relationships>";
    let book = record(0x009c, &[&[1, 0, 0, 0, 1, 0, 0, 0], &wide("rId1"), &wide("表一")]);
    let texts = record(0x0013, &[&[0], &wide("预算")]);
    let styles = [record(0x0269, &[&[1, 0, 0, 0]]), record(0x002f, &[&[0, 0, 10, 0]]), record(0x026a, &[])].concat();
    let row = |row: u8, flags: u8| record(0, &[&[row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, flags]]);
    let cell = |kind: u16, column: u8, style: u8, value: &[u8]| record(kind, &[&[column, 0, 0, 0, style, 0, 0, 0], value]);
    let sheet = [
        record(0x003c, &[&[2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]]),
        row(0, 0),
        cell(0x0007, 0, 1, &[0; 4]),
        cell(0x0007, 1, 1, &[9, 0, 0, 0]),
        row(2, 0x10),
        cell(0x0005, 0, 0, &0.5_f64.to_le_bytes()),
        cell(0x0002, 1, 1, &[0x8a, 1, 0, 0]),
        cell(0x0008, 2, 1, &wide("甲")),
        cell(0x000b, 3, 1, &[7]),
        record(0x00b0, &[&[0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0]]),
    ];
    zip_of_bytes(&[
        ("xl/_rels/workbook.bin.rels", rels),
        ("xl/workbook.bin", &book),
        ("xl/sharedStrings.bin", &texts),
        ("xl/styles.bin", &styles),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
    ])
}

#[test]
fn cells_of_every_kind_are_read() {
    let document = read(&workbook()).unwrap();
    let section = &document.sections[0];
    assert_eq!((section.name.as_deref(), section.is_hidden), (Some("表一"), true));
    let Some(Block::Grid(grid)) = section.blocks.first() else { panic!("no table") };
    assert_eq!(grid.hidden_columns, [2, 3]);
    let found: Vec<_> = grid
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column, cell.text.as_str(), cell.value.as_deref())))
        .collect();
    assert_eq!(
        found,
        [(1, 0, "预算", None), (3, 0, "50.00%", Some("0.5")), (3, 1, "98", Some("98")), (3, 2, "甲", None), (3, 3, "#DIV/0!", None)]
    );
    assert_eq!((grid.rows[0].cells[0].columns, grid.rows[0].cells[0].rows), (5, 2));
    assert!(grid.rows[1].is_hidden);
    assert_eq!(document.notes.len(), 1);
}

#[test]
fn no_bytes_make_it_panic() {
    let bytes = workbook();
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] = 0xff;
        let _ = read(&bytes);
        let _ = read(&bytes[..at]);
    }
}
