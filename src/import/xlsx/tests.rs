#![allow(clippy::unwrap_used, clippy::format_collect, reason = "a test fails by panicking and takes its time")]

mod judge;
mod limits;
mod made;

use crate::import::ImportError;
use crate::import::document::{At, Block, Cell, Document, Grid, Note};
use crate::import::xlsx::read;
use made::{Made, sheet_of};

fn grid(document: &Document, section: usize) -> &Grid {
    match &document.sections[section].blocks[..] {
        [Block::Grid(grid)] => grid,
        other => panic!("{other:?}"),
    }
}

fn rows(data: &str) -> Document {
    read(&Made::default().sheet(&sheet_of(data)).zip()).unwrap()
}

fn cell(document: &Document, row: u32, column: u32) -> Option<&Cell> {
    let row = grid(document, 0).rows.iter().find(|found| found.number == row)?;
    row.cells.iter().find(|cell| cell.column == column)
}

fn texts(document: &Document) -> Vec<&str> {
    grid(document, 0).rows.iter().flat_map(|row| row.cells.iter().map(|cell| &*cell.text)).collect()
}

const fn at(row: u32, column: u32) -> At {
    At { section: 0, block: 0, row, column }
}

#[test]
fn sheets_come_in_the_order_of_their_tabs() {
    let made = Made::default().sheet("<worksheet/>").sheet("<worksheet/>").sheet("<worksheet/>");
    let sheets = r#"<sheet name="二 " sheetId="9" r:id="rId2"/><sheet name="底&amp;稿" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="三" sheetId="4" state="hidden" r:id="rId3"/>"#;
    let document = read(&made.workbook(&format!("<workbook><sheets>{sheets}</sheets></workbook>")).zip()).unwrap();
    let names: Vec<_> = document.sections.iter().map(|section| (section.name.as_deref().unwrap(), section.is_hidden)).collect();
    assert_eq!(names, [("二", false), ("底&稿", true), ("三", true)]);
}

#[test]
fn prefixes_and_absolute_targets_change_nothing() {
    let sheet = r#"<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>税收</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"#;
    let pointers = r#"<p:Relationships xmlns:p="urn:p"><p:Relationship Id="a" Type="urn:x/worksheet" Target="/XL/worksheets/Sheet1.xml"/></p:Relationships>"#;
    let workbook =
        r#"<x:workbook xmlns:x="urn:x" xmlns:q="urn:q"><x:sheets><x:sheet name="一" sheetId="1" q:id="a"/></x:sheets></x:workbook>"#;
    let document = read(&Made::default().sheet(sheet).workbook(workbook).part("xl/_rels/workbook.xml.rels", pointers).zip()).unwrap();
    assert_eq!(cell(&document, 2, 1).unwrap().text, "税收");
}

#[test]
fn what_a_file_hides_is_marked() {
    let sheet = r#"<worksheet><cols><col min="1" max="1" width="0"/><col min="2" max="2" hidden="1" width="9"/><col min="4" max="16384" hidden="true"/></cols>
        <sheetData><row r="1" hidden="1"><c r="C1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="E2"><v>2</v></c></row><row r="3" ht="14"><c r="A3"><v>3</v></c></row><row r="4"><c r="XFD4" s="1"/></row></sheetData></worksheet>"#;
    let document = read(&Made::default().sheet(sheet).zip()).unwrap();
    let grid = grid(&document, 0);
    assert_eq!(grid.hidden_columns, [0, 1, 3, 4]);
    assert_eq!(grid.rows.iter().map(|row| (row.number, row.is_hidden)).collect::<Vec<_>>(), [(1, true), (2, true), (3, false)]);
}

#[test]
fn a_merged_cell_stands_once() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c><c r="C1"><v>2</v></c></row><row r="2"><c r="A2"><v>9</v></c><c r="B2"><v>9</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A3:XFD1048576"/><mergeCell ref="odd"/></mergeCells></worksheet>"#;
    let document = read(&Made::default().sheet(sheet).zip()).unwrap();
    let spans: Vec<_> =
        grid(&document, 0).rows.iter().flat_map(|row| row.cells.iter().map(|cell| (&*cell.text, cell.columns, cell.rows))).collect();
    assert_eq!(spans, [("1", 2, 2), ("2", 1, 1), ("3", 3, 1)]);
}

#[test]
fn indents_of_styles_and_blanks_add_up() {
    let document = rows(
        r#"<row><c s="2" t="str"><v>增值税</v></c><c s="2" t="inlineStr"><is><t xml:space="preserve">  增值税</t></is></c><c s="3" t="str"><v>增值税</v></c><c t="str"><v>　　增值税</v></c></row>"#,
    );
    let indents: Vec<_> = grid(&document, 0).rows[0].cells.iter().map(|cell| (&*cell.text, cell.indent)).collect();
    assert_eq!(indents, [("增值税", 2), ("增值税", 3), ("增值税", 0), ("增值税", 2)]);
}

#[test]
fn numbers_are_shown_in_their_format_and_kept_as_they_are() {
    let document = rows(
        r#"<row><c s="1"><v>0.98076923076923073</v></c><c s="4"><v>45717</v></c><c><v>0.28999999999999998</v></c><c s="99"><v>7</v></c></row>"#,
    );
    let found: Vec<_> = grid(&document, 0).rows[0].cells.iter().map(|cell| (&*cell.text, cell.value.as_deref())).collect();
    assert_eq!(found, [("98.1%", Some("0.980769230769231")), ("2025-03-01", None), ("0.29", Some("0.29")), ("7", Some("7"))]);
}

#[test]
fn days_may_be_counted_from_1904() {
    let workbook = r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>"#;
    let document = read(&Made::default().sheet(&sheet_of(r#"<row><c s="4"><v>44255</v></c></row>"#)).workbook(workbook).zip()).unwrap();
    assert_eq!(texts(&document), ["2025-03-01"]);
}

#[test]
fn results_of_formulas_are_read_and_those_without_are_told() {
    let document = rows(
        r#"<row r="1"><c r="A1"><f>B1</f><v>5</v></c><c r="B1" t="str"><f>C1</f><v>合计</v></c><c r="C1" t="str"><f>D1</f><v></v></c><c r="D1" t="b"><f>1=1</f><v>1</v></c></row>
           <row r="2"><c r="A2"><f>SUM(B1)</f></c><c r="B2"><f>SUM(B1)</f><v></v></c><c r="C2"><f t="shared" si="0"/><v/></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" t="str"><v>#N/A</v></c></row>"#,
    );
    assert_eq!(texts(&document), ["5", "合计", "TRUE"]);
    assert_eq!(document.notes, [Note::FormulasWithoutResult { count: 3, first: at(2, 0) }, Note::ErrorCells { count: 2, first: at(2, 3) }]);
}

#[test]
fn long_numbers_are_told() {
    let document = rows(r"<row><c><v>12345678901234567</v></c><c><v>999999999999999</v></c></row>");
    assert_eq!(texts(&document), ["12345678901234600", "999999999999999"]);
    assert_eq!(document.notes, [Note::LongNumbers { count: 1, first: at(1, 0) }]);
}

#[test]
fn runs_are_one_text_and_guides_to_pronunciation_are_none() {
    let strings = r#"<sst><si><t>项目</t><rPh sb="0" eb="2"><t>xiangmu</t></rPh></si><si/><si><r><t>税收</t></r><r><rPr><b/></rPr><t>收&#20837;</t></r><rPh><t>shui</t></rPh></si><si><t xml:space="preserve"> 非税_x000D_
收入 </t></si></sst>"#;
    let sheet = sheet_of(
        r#"<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is><t>街</t><rPh><t>jie</t></rPh></is></c></row>"#,
    );
    let document = read(&Made::default().sheet(&sheet).part("xl/sharedStrings.xml", strings).zip()).unwrap();
    assert_eq!(texts(&document), ["项目", "税收收入", "非税\n收入", "街"]);
}

#[test]
fn a_shared_text_that_is_not_there_is_an_error_with_its_place() {
    let made = Made::default().sheet(&sheet_of(r#"<row r="3"><c r="B3" t="s"><v>7</v></c></row>"#));
    let Err(ImportError::Broken { part, detail }) = read(&made.zip()) else { panic!() };
    assert_eq!((&*part, &*detail), ("xl/worksheets/sheet1.xml", "row 3, column 2: shared text 7 of 0"));
}

#[test]
fn places_may_be_missing_or_out_of_order() {
    let document = rows(
        r#"<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row><row r="9"><c r="B9"><v>9</v></c><c r="A9"><v>8</v></c></row><row r="5"><c r="odd"><v>5</v></c></row>"#,
    );
    let found: Vec<_> =
        grid(&document, 0).rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column, &*cell.text))).collect();
    assert_eq!(found, [(1, 0, "1"), (1, 3, "2"), (1, 4, "3"), (2, 0, "4"), (5, 0, "5"), (9, 0, "8"), (9, 1, "9")]);
}

#[test]
fn styles_may_be_missing() {
    let bytes = Made::default().sheet(&sheet_of(r#"<row><c s="1"><v>0.5</v></c></row>"#)).without("xl/styles.xml").zip();
    assert_eq!(texts(&read(&bytes).unwrap()), ["0.5"]);
}
