//! Tables in documents made by hand.

#![allow(clippy::unwrap_used)]

use super::{Table, find};
use crate::import::{
    Kind,
    document::{Block, Cell, Document, Grid, Paragraph, Row, Section},
};

/// A sheet of rows of text, cells between bars; an empty one holds nothing, and `>` at its end widens it by a column.
fn sheet(rows: &[&str]) -> Section {
    let rows = rows.iter().enumerate().map(|(index, row)| Row {
        number: u32::try_from(index).unwrap() + 1,
        is_hidden: false,
        cells: row.split('|').enumerate().filter_map(|(column, text)| cell(u32::try_from(column).unwrap(), text)).collect(),
    });
    let grid = Grid { rows: rows.filter(|row| !row.cells.is_empty()).collect(), hidden_columns: vec![3] };
    Section { name: Some("表".to_owned()), blocks: vec![Block::Grid(grid)], ..Section::default() }
}

fn cell(column: u32, text: &str) -> Option<Cell> {
    let whole = text.trim_end_matches('>');
    let mut cell = Cell::text(column, whole);
    cell.columns = u32::try_from(text.len() - whole.len()).unwrap() + 1;
    cell.value = whole.parse::<f64>().is_ok().then(|| whole.to_owned());
    (!whole.is_empty()).then_some(cell)
}

fn tables(sections: Vec<Section>) -> Vec<Table> {
    find(&Document { kind: Kind::Xlsx, sections, notes: Vec::new() })
}

fn heads(table: &Table) -> Vec<String> {
    table.columns.iter().map(|column| column.head.join("/")).collect()
}

#[test]
fn tables_below_each_other_have_their_own_caption_and_unit() {
    let found = tables(vec![sheet(&[
        "附表1",
        "收入预算表>>",
        "||单位：万元",
        "项目|预算数|执行数",
        "税收|100|200",
        "",
        "附表2",
        "支出预算表>>",
        "项目|预算数|执行数",
        "教育|300|400",
    ])]);
    let captions: Vec<_> = found.iter().map(|table| table.caption.as_deref()).collect();
    assert_eq!(captions, [Some("收入预算表"), Some("支出预算表")]);
    assert_eq!(found[0].unit.as_deref(), Some("单位：万元"));
    assert_eq!(found[1].unit, None);
}

#[test]
fn a_merged_head_is_over_each_of_its_columns() {
    let found = tables(vec![sheet(&["项目|上年数|本年>>", "||预算数|行号|执行数", "税收|100|200|300|400"])]);
    assert_eq!(heads(&found[0]), ["项目", "上年数", "本年/预算数", "本年/行号", "本年/执行数"]);
    assert!(found[0].columns[3].is_hidden && !found[0].columns[2].is_hidden);
}

#[test]
fn halves_side_by_side_are_tables_of_their_own() {
    let found = tables(vec![sheet(&["项目|预算数|项目|预算数", "税收|100|教育|200", "||卫生|300"])]);
    assert_eq!(found.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn halves_are_called_alike_or_by_their_direction() {
    let found = tables(vec![sheet(&["收入项目|决算数|支出项目|决算数", "税收|100|教育|200"])]);
    assert_eq!(found.iter().map(heads).collect::<Vec<_>>(), [["收入项目", "决算数"], ["支出项目", "决算数"]]);
    assert_eq!(tables(vec![sheet(&["地区|收入|支出|结余", "甲县|100|200|300"])]).len(), 1);
}

#[test]
fn halves_go_on_over_pages_together() {
    let page = |number, rows: &[&str]| Section { page: Some(number), ..sheet(rows) };
    let head = "项目|预算数|项目|预算数";
    let found = tables(vec![page(1, &["收支总表>>>", head, "税收|100|教育|200"]), page(2, &[head, "其他|300|卫生|400"])]);
    assert_eq!(found.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_title_on_the_next_page_begins_another_table() {
    let page = |number, rows: &[&str]| Section { page: Some(number), ..sheet(rows) };
    let mut next = page(2, &["债务收入|500|600"]);
    next.blocks.insert(0, Block::Paragraph(Paragraph { text: "支出预算表".to_owned(), ..Paragraph::default() }));
    let found = tables(vec![page(1, &["收入预算表>>", "项目|预算数|执行数", "税收|100|200"]), next]);
    assert_eq!(found[0].rows.len(), 1);
}

#[test]
fn a_contents_sheet_and_a_hidden_sheet_have_no_table() {
    let hidden = Section { is_hidden: true, ..sheet(&["项目|预算数", "税收|100"]) };
    assert!(tables(vec![sheet(&["目录", "表一|收入预算表", "表二|支出预算表"]), hidden]).is_empty());
}

#[test]
fn numbers_of_columns_are_no_figures_and_notes_no_rows() {
    let found = tables(vec![sheet(&["项目|预算数|执行数", "栏次|1|2", "税收|100|200", "注：不含基金"])]);
    assert_eq!(found[0].rows.len(), 1);
    assert_eq!(found[0].notes, ["注：不含基金"]);
}

#[test]
fn a_table_goes_on_over_pages_with_or_without_its_head() {
    let page = |number, rows: &[&str]| Section { page: Some(number), ..sheet(rows) };
    let found = tables(vec![
        page(1, &["收入预算表>>", "项目|预算数|执行数", "税收|100|200"]),
        page(2, &["项目|预算数|执行数", "非税收入|300|400"]),
        page(3, &["债务收入|500|600"]),
    ]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rows.len(), 3);
}

#[test]
fn a_name_as_wide_as_its_head_is_no_title() {
    let found = tables(vec![sheet(&[
        "附表1>>",
        "支出预算表>>>>>>",
        "项目>>|||预算数>|||执行数>",
        "一、教育>>|||100>|||200>",
        "二、科技>>|||",
        "三、卫生>>|||300>|||400>",
        "四、其他>>|||",
        "附表2>>",
        "收入预算表>>>>>>",
        "项目>>|||预算数>|||执行数>",
        "税收>>|||1>|||2>",
    ])]);
    assert_eq!(found.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [4, 1]);
}

#[test]
fn a_line_over_the_whole_width_parts_no_table() {
    let found = tables(vec![sheet(&["项目|预算数|执行数", "税收|100|200", "专项部分>>", "规费|300|400"])]);
    assert_eq!(found.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_bare_unit_is_no_caption_and_a_cover_tells_the_title() {
    let found = tables(vec![sheet(&["青溪县2031年预算"]), sheet(&["收入预算表>>", "||（万元）", "项目|预算数", "税收|100"])]);
    assert_eq!((found[0].caption.as_deref(), found[0].unit.as_deref()), (Some("收入预算表"), Some("万元")));
    assert_eq!(found[0].title.as_deref(), Some("青溪县2031年预算"));
    let found = tables(vec![sheet(&["收入预算表>>", "2031年|单位：元", "项目|预算数", "税收|100"])]);
    assert_eq!((found[0].caption.as_deref(), found[0].context.last().map(String::as_str)), (Some("收入预算表"), Some("2031年")));
}
