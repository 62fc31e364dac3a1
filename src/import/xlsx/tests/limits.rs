//! Files that promise or hold too much, and files that are no workbooks.

use super::made::{Made, sheet_of};
use crate::import::ImportError;
use crate::import::document::{At, Note};
use crate::import::xlsx::{LIMITS, Limits, read, within};

fn notes(made: Made, limits: Limits) -> Vec<Note> {
    within(&made.zip(), limits).unwrap().notes
}

fn cut(section: usize, row: u32) -> [Note; 1] {
    [Note::Cut { first: At { section, block: 0, row, column: 0 } }]
}

#[test]
fn a_sheet_that_unpacks_without_end_is_too_large() {
    let made = Made::default().sheet(&sheet_of(&" ".repeat(2 << 20)));
    let limits = Limits { unpacked: 1 << 20, ..LIMITS };
    assert_eq!(within(&made.zip(), limits), Err(ImportError::TooLarge { limit_bytes: 1 << 20 }));
}

#[test]
fn cells_beyond_the_limit_are_left_out_and_told() {
    let made = Made::default().sheet(&sheet_of(&format!("<row>{}</row>", "<c/><c><v>1</v></c>".repeat(10)).repeat(6)));
    assert_eq!(notes(made, Limits { cells: 100, ..LIMITS }), cut(0, 6));
}

#[test]
fn a_long_text_in_many_cells_is_cut() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1000));
    let made = Made::default().sheet(&sheet_of(&r#"<row><c t="s"><v>0</v></c></row>"#.repeat(100))).part("xl/sharedStrings.xml", &strings);
    assert_eq!(notes(made, Limits { text: 64_500, ..LIMITS }), cut(0, 65));
}

#[test]
fn one_part_as_many_sheets_is_cut() {
    let sheets = r#"<sheet name="一" r:id="rId1"/>"#.repeat(15);
    let made =
        Made::default().sheet(&sheet_of("<row><c><v>1</v></c></row>")).workbook(&format!("<workbook><sheets>{sheets}</sheets></workbook>"));
    assert_eq!(notes(made, Limits { sheets: 10, ..LIMITS }), cut(10, 1));
}

#[test]
fn the_last_cell_of_all_costs_nothing() {
    let sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="1"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>"#;
    assert!(read(&Made::default().sheet(sheet).zip()).is_ok());
}

#[test]
fn merged_cells_over_everything_end() {
    let merges = r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(2_000);
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells>{merges}</mergeCells></worksheet>",
        "<row><c><v>1</v></c></row>".repeat(3_000)
    );
    assert!(read(&Made::default().sheet(&sheet).zip()).is_ok());
}

#[test]
fn what_is_broken_is_an_error_and_never_a_panic() {
    assert!(matches!(read(b""), Err(ImportError::Broken { .. })));
    assert!(matches!(read(b"PK\x03\x04"), Err(ImportError::Broken { .. })));
    for sheet in [
        "<worksheet",
        "<a></b>",
        "<worksheet><sheetData><row><c><v>1</v>",
        "\u{0}",
        "<c/><row/><v>1</v>",
        "<worksheet><sheetData/><sheetData><c><v>1</v></c></sheetData></worksheet>",
    ] {
        let _ = read(&Made::default().sheet(sheet).zip());
    }
    let whole = Made::default().sheet(&sheet_of(r#"<row><c s="1"><v>0.5</v></c></row>"#)).zip();
    for end in 0..whole.len() {
        let _ = read(&whole[..end]);
        let mut changed = whole.clone();
        changed[end] ^= 0x55;
        let _ = read(&changed);
    }
}

#[test]
fn nesting_is_no_danger() {
    let made = Made::default().sheet(&format!("<worksheet><sheetData>{}", "<row><c>".repeat(20_000)));
    let _ = read(&made.zip());
}

#[test]
#[ignore = "tells times"]
fn the_largest_that_is_read_ends_soon() {
    let empty = sheet_of(&format!("<row>{}</row>", "<c/>".repeat(1000)).repeat(20_000));
    let cells = sheet_of(&format!("<row>{}</row>", r#"<c s="1"><v>0.98076923076923073</v></c>"#.repeat(100)).repeat(20_000));
    let rows = sheet_of(&"<row/>".repeat(15_000_000));
    let merges = format!(
        "{}<mergeCells>{}",
        sheet_of(&"<row><c><v>1</v></c></row>".repeat(500_000)).replace("</worksheet>", ""),
        r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(100_000)
    );
    let merges = merges + "</mergeCells></worksheet>";
    for (name, sheet) in [("empty cells", empty), ("cells", cells), ("rows", rows), ("merges", merges)] {
        let bytes = Made::default().sheet(&sheet).zip();
        let start = std::time::Instant::now();
        let read = read(&bytes).map(|document| document.notes);
        eprintln!("{name}: {} MB of {} MB in {:?}: {read:?}", bytes.len() >> 20, sheet.len() >> 20, start.elapsed());
    }
    let strings = format!("<sst>{}</sst>", "<si><t>一</t></si>".repeat(999_999));
    let bytes = Made::default().sheet(&sheet_of("")).part("xl/sharedStrings.xml", &strings).zip();
    let start = std::time::Instant::now();
    let read = read(&bytes).map(|document| document.notes);
    eprintln!("shared texts: {} MB in {:?}: {read:?}", strings.len() >> 20, start.elapsed());
}
