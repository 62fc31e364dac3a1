//! Foreign files that lie of themselves or lack a part: an error with its place and its sentence, or what is there, and never a panic.
//! `bench/bad_input.mjs` makes the large ones and measures them.

use std::io::{Cursor, Write as _};
use yishi::i18n::Lang;
use yishi::i18n::imports::{import_error, import_note};
use yishi::import::document::{Block, Document, Note};
use yishi::import::{ImportError, open};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const POINTERS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="收入" r:id="r1"/></sheets></workbook>"#;
const SHEET: &str = "<worksheet><sheetData><row><c><v>12</v></c></row></sheetData></worksheet>";

/// The parts of a workbook of one sheet.
const WORKBOOK: [(&str, &str); 3] = [("xl/_rels/workbook.xml.rels", POINTERS), ("xl/workbook.xml", BOOK), ("xl/s.xml", SHEET)];

fn zip(parts: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The part that an error names; its sentence names it, too.
fn broken(bytes: &[u8]) -> String {
    let error = open(bytes).unwrap_err();
    let ImportError::Broken { part, .. } = &error else { panic!("{error:?}") };
    for lang in [Lang::Zh, Lang::En] {
        assert!(import_error(lang, &error).contains(part.as_str()), "{error:?}");
    }
    part.clone()
}

fn cells(document: &Document) -> usize {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.map(|block| if let Block::Grid(grid) = block { grid.rows.iter().map(|row| row.cells.len()).sum() } else { 0 }).sum()
}

#[test]
fn a_part_that_is_missing_is_named() {
    for missing in [1, 2] {
        let parts: Vec<_> = WORKBOOK.iter().enumerate().filter(|(place, _)| *place != missing).map(|(_, part)| *part).collect();
        let types = ("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        assert_eq!(broken(&zip(&[&parts[..], &[types]].concat(), CompressionMethod::Deflated)), WORKBOOK[missing].0);
    }
    assert_eq!(broken(&zip(&[("[Content_Types].xml", "wordprocessingml.document.main")], CompressionMethod::Stored)), "word/document.xml");
    assert_eq!(broken(&zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], CompressionMethod::Stored)), "content.xml");
}

#[test]
fn what_is_odd_in_a_cell_is_told_with_its_place() {
    let sheet = |cell: &str| format!("<worksheet><sheetData><row r=\"3\">{cell}</row></sheetData></worksheet>");
    let book = |sheet: &str| zip(&[WORKBOOK[0], WORKBOOK[1], ("xl/s.xml", sheet)], CompressionMethod::Deflated);
    for cell in ["<c r=\"B3\"><f>A1</f></c>", "<c r=\"B3\" t=\"e\"><v>#REF!</v></c>", "<c r=\"B3\"><v>12345678901234567</v></c>"] {
        let document = open(&book(&sheet(cell))).unwrap();
        let [note] = document.notes.as_slice() else { panic!("{cell}: {:?}", document.notes) };
        for lang in [Lang::Zh, Lang::En] {
            let sentence = import_note(lang, &document, note);
            assert!(["收入", "3", "B"].iter().all(|place| sentence.contains(place)), "{sentence}");
        }
    }
    assert_eq!(broken(&book(&sheet("<c r=\"B3\" t=\"s\"><v>7</v></c>"))), "xl/s.xml");
}

#[test]
fn changes_that_are_not_accepted_are_told() {
    let changed = "<document><body><p><ins><r><t>收入</t></r></ins><del><r><delText>支出</delText></r></del></p></body></document>";
    let document = open(&zip(&[("word/document.xml", changed)], CompressionMethod::Deflated)).unwrap();
    assert!(matches!(document.notes[..], [Note::TrackedChanges { count: 2 }]), "{:?}", document.notes);
    assert!(matches!(&document.sections[0].blocks[..], [Block::Paragraph(one)] if one.text == "收入"));
}

#[test]
fn sizes_and_sums_that_are_wrong_do_no_harm() {
    let whole = zip(&WORKBOOK, CompressionMethod::Deflated);
    // The directory holds the sum at 16, the packed size at 20, the size at 24 and the place at 42.
    let last = whole.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    for (field, is_read) in [(16, false), (20, false), (24, true), (42, false)] {
        for value in [0, 1, 0x7fff_ffff, u32::MAX - 1] {
            let mut bytes = whole.clone();
            bytes[last + field..last + field + 4].copy_from_slice(&u32::to_le_bytes(value));
            match open(&bytes) {
                Ok(document) => assert_eq!(cells(&document), 1, "{field} {value}"),
                Err(_) => assert!(!is_read || !broken(&bytes).is_empty(), "{field} {value}"),
            }
        }
    }
}

#[test]
fn entries_may_all_lie_at_one_place() {
    let parts = [("xl/_rels/workbook.xml.rels", POINTERS), ("xl/workbook.xml", BOOK), ("xl/s.xml", SHEET), ("xl/t.xml", SHEET)];
    let mut bytes = zip(&parts, CompressionMethod::Deflated);
    let places: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02").map(|(at, _)| at + 42).collect();
    bytes.copy_within(places[2]..places[2] + 4, places[3]);
    assert_eq!(cells(&open(&bytes).unwrap()), 1);
}

#[test]
fn what_is_cut_anywhere_is_no_panic() {
    for whole in [zip(&WORKBOOK, CompressionMethod::Deflated), zip(&WORKBOOK, CompressionMethod::Stored)] {
        for length in 0..whole.len() {
            let _ = open(&whole[..length]);
        }
    }
}

#[test]
fn nesting_without_end_needs_no_stack() {
    let run = || {
        let deep = |open: &str| open.repeat(50_000);
        let xlsx = |sheet: &str| zip(&[WORKBOOK[0], WORKBOOK[1], ("xl/s.xml", sheet)], CompressionMethod::Stored);
        let ods = |text: &str| {
            zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", text)], CompressionMethod::Stored)
        };
        let _ = open(&xlsx(&format!("<worksheet><sheetData>{}", deep("<row><c>"))));
        let _ = open(&ods(&deep("<table><table-row><table-cell><annotation>")));
        let _ = open(
            format!("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>{}", deep("<Worksheet><Table><Row>")).as_bytes(),
        );
        let _ = open(format!("<html>{}", deep("<div><table><tr><td>1")).as_bytes());
        assert_eq!(broken(&zip(&[("word/document.xml", &deep("<p><r>"))], CompressionMethod::Stored)), "word/document.xml");
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap().join().unwrap();
}

#[test]
fn repetitions_of_nothing_cost_nothing() {
    for cell in ["value-type=\"error\"", "formula=\"of:=1\"", ""] {
        let row = format!(
            "<table-row number-rows-repeated=\"4294967295\"><table-cell {cell} number-columns-repeated=\"4294967295\"/></table-row>"
        );
        let content = format!("<t><table>{}</table></t>", row.repeat(3));
        let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())];
        let document = open(&zip(&parts, CompressionMethod::Stored)).unwrap();
        assert_eq!((cells(&document), document.notes.iter().any(|note| matches!(note, Note::Cut { .. }))), (0, false), "{cell}");
    }
}
