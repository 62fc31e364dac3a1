#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::import::document::{At, Block, Note, Row};
use crate::import::ole::tests::container;

fn record(kind: u16, data: &[&[u8]]) -> Vec<u8> {
    let data = data.concat();
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), &data].concat()
}

/// A workbook with a sheet `A` that is hidden, and these records in it.
fn workbook(cells: &[Vec<u8>]) -> Vec<u8> {
    let bof = record(BOF, &[&BIFF8.to_le_bytes(), &[5, 0]]);
    let end = record(EOF, &[]);
    let texts = record(0x00fc, &[&[1, 0, 0, 0, 1, 0, 0, 0], &[2, 0, 1, 0x84, 0x98, 0x97, 0x7b]]);
    let styles =
        [(0_u8, 0), (10, 0), (14, 0), (0, 2)].map(|(format, indent)| record(0x00e0, &[&[0, 0, format, 0, 0, 0, 0, 0, indent, 0]])).concat();
    let offset = bof.len() + styles.len() + texts.len() + 13 + end.len();
    let tab = record(0x0085, &[&u32::try_from(offset).unwrap().to_le_bytes(), &[1, 0, 1, 0, b'A']]);
    container("Workbook", &[bof.clone(), styles, texts, tab, end.clone(), bof, cells.concat(), end].concat())
}

fn rows(document: &Document) -> &[Row] {
    match document.sections[0].blocks.first() {
        Some(Block::Grid(grid)) => &grid.rows,
        _ => &[],
    }
}

#[test]
fn cells_of_every_kind_are_read() {
    let half = 0.5_f64.to_le_bytes();
    let document = read(&workbook(&[
        record(0x0208, &[&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0]]),
        record(0x007d, &[&[4, 0, 5, 0, 0, 0, 0, 0, 1, 0]]),
        record(0x00fd, &[&[0, 0, 0, 0, 3, 0], &[0; 4]]),
        record(0x0203, &[&[0, 0, 2, 0, 1, 0], &half]),
        record(0x00bd, &[&[1, 0, 0, 0], &[0, 0, 0x8a, 1, 0, 0], &[2, 0, 0x86, 0xc9, 2, 0], &[1, 0]]),
        record(0x0006, &[&[2, 0, 0, 0, 0, 0], &[0, 0, 0, 0, 0, 0, 0xff, 0xff]]),
        record(0x0207, &[&[1, 0, 0, b'B']]),
        record(0x0006, &[&[2, 0, 1, 0, 0, 0], &[2, 0, 7, 0, 0, 0, 0xff, 0xff]]),
        record(0x00e5, &[&[1, 0], &[0, 0, 0, 0, 0, 0, 1, 0]]),
    ]))
    .unwrap();
    assert_eq!((document.sections[0].name.as_deref(), document.sections[0].is_hidden), (Some("A"), true));
    let found: Vec<_> = rows(&document)
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column, cell.text.as_str(), cell.value.as_deref())))
        .collect();
    assert_eq!(
        found,
        [
            (1, 0, "预算", None),
            (1, 2, "50.00%", Some("0.5")),
            (2, 0, "98", Some("98")),
            (2, 1, "2025-01-08", None),
            (3, 0, "B", None),
            (3, 1, "#DIV/0!", None),
        ]
    );
    assert_eq!((rows(&document)[0].cells[0].columns, rows(&document)[0].cells[0].indent), (2, 2));
    assert!(rows(&document)[1].is_hidden);
    assert_eq!(document.notes, [Note::ErrorCells { count: 1, first: At { section: 0, block: 0, row: 3, column: 1 } }]);
}

#[test]
fn a_password_and_an_older_kind_are_told() {
    let bof = |version: u16| record(BOF, &[&version.to_le_bytes(), &[5, 0]]);
    let locked = [bof(BIFF8), record(0x002f, &[&[0; 6]])].concat();
    assert_eq!(read(&container("Workbook", &locked)), Err(ImportError::Password(Tool::Workbook)));
    assert_eq!(read(&container("Book", &bof(0x0500))), Err(ImportError::Old(Tool::Workbook)));
    assert_eq!(read(&container("Workbook", &[])), Err(ImportError::Old(Tool::Workbook)));
}

#[test]
fn no_bytes_make_it_panic() {
    let bytes = workbook(&[record(0x00bd, &[&[1; 4], &[1; 2]]), record(0x00e5, &[&[0xff; 90]]), record(0x0006, &[&[0xff; 14]])]);
    for length in (0..bytes.len()).step_by(7) {
        let _ = read(&bytes[..length]);
    }
    for at in 0..2048 {
        for byte in [0, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] = byte;
            let _ = read(&bytes);
        }
    }
}
