#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::import::document::{At, Block, Note, Row};
use crate::import::kind::tests::zip;

fn open(styles: &str, tables: &str) -> Document {
    let content =
        format!("<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>{tables}</office:document-content>");
    read(&zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])).unwrap()
}

fn rows(document: &Document) -> &[Row] {
    match document.sections[0].blocks.first() {
        Some(Block::Grid(grid)) => &grid.rows,
        _ => &[],
    }
}

#[test]
fn what_is_shown_and_what_it_is_are_read() {
    let document = open(
        "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>",
        "<table:table table:name=\"表一\" table:style-name=\"ta1\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>
        <table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>
        <table:table-row table:visibility=\"filter\"><table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"><text:p>项<text:span>目</text:span></text:p><text:p>名&amp;称</text:p></table:table-cell><table:covered-table-cell><text:p>旧</text:p></table:covered-table-cell>
        <table:table-cell office:value-type=\"percentage\" office:value=\"0.981\"><office:annotation><text:p>注</text:p></office:annotation><text:p>98.1%</text:p></table:table-cell>
        <table:table-cell office:value-type=\"float\" office:value=\"1234.5\"/><table:table-cell table:formula=\"of:=1\"/>
        <table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" calcext:value-type=\"error\" office:value=\"0\"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated=\"2\"><text:p><text:s text:c=\"4\"/>其中</text:p></table:table-cell></table:table-row></table:table>",
    );
    let section = &document.sections[0];
    assert_eq!((section.name.as_deref(), section.is_hidden), (Some("表一"), true));
    let row = &rows(&document)[0];
    assert_eq!((row.number, row.is_hidden), (4, true));
    let found: Vec<_> = row.cells.iter().map(|cell| (cell.column, cell.text.as_str(), cell.value.as_deref(), cell.indent)).collect();
    let expected = [
        (0, "项目\n名&称", None, 0),
        (2, "98.1%", Some("0.981"), 0),
        (3, "1234.5", Some("1234.5"), 0),
        (5, "#DIV/0!", None, 0),
        (6, "其中", None, 2),
        (7, "其中", None, 2),
    ];
    assert_eq!(found, expected);
    assert_eq!((row.cells[0].columns, row.cells[0].rows), (2, 2));
    let at = |column| At { section: 0, block: 0, row: 4, column };
    assert_eq!(document.notes, [Note::FormulasWithoutResult { count: 1, first: at(4) }, Note::ErrorCells { count: 1, first: at(5) }]);
}

#[test]
fn rows_that_repeat_by_the_million_end() {
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>甲</text:p></table:table-cell>";
    let empty = "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell/></table:table-row>";
    let full = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}{cell}</table:table-row>");
    let document = open("", &format!("<table:table>{full}{full}{empty}{empty}</table:table>"));
    assert!(matches!(document.notes[..], [Note::Cut { .. }]));
    let unanswered = "<table:table-cell table:number-columns-repeated=\"4294967295\" table:formula=\"of:=1\"/>";
    let document = open(
        "",
        &format!("<table:table><table:table-row table:number-rows-repeated=\"4294967295\">{unanswered}</table:table-row></table:table>"),
    );
    assert!(rows(&document).is_empty());
}

#[test]
fn a_password_is_told_from_a_fault() {
    let locked = zip(&[("META-INF/manifest.xml", "<manifest:encryption-data/>"), ("content.xml", "\u{1}")]);
    assert_eq!(read(&locked), Err(ImportError::Password(Tool::Workbook)));
    assert!(matches!(read(&zip(&[("a", "")])), Err(ImportError::Broken { .. })));
    assert!(matches!(read(&zip(&[("content.xml", "<a b=\"")])), Err(ImportError::Broken { .. })));
}
