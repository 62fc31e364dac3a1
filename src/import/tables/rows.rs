//! What each row of a grid is, seen alone.

use super::words;
use crate::import::document::{Cell, Row};
use std::collections::BTreeSet;

/// What a row is, seen alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing to read.
    Empty,
    /// The number of an attachment, a title or a unit: one or two texts above a table.
    Title,
    /// Texts that name columns.
    Head,
    /// Numbers of columns, or formulas.
    Ordinals,
    /// An explanation.
    Note,
    /// Anything else.
    Body,
}

/// What the row is; `width` is how many columns the grid takes.
pub fn role(row: &Row, width: u32) -> Role {
    let cells: Vec<(&Cell, String)> =
        row.cells.iter().map(|cell| (cell, words::line(&cell.text))).filter(|(_, text)| !text.is_empty()).collect();
    let Some((first, text)) = cells.first() else { return Role::Empty };
    if words::is_note(text) {
        return Role::Note;
    }
    if cells.iter().all(|(_, text)| words::is_ordinal(text)) {
        return Role::Ordinals;
    }
    if cells.iter().any(|(_, text)| words::is_unit_only(text)) && cells.len() <= 3 {
        return Role::Title;
    }
    let is_around = |text: &str| words::is_unit_only(text) || words::without_number(text).is_empty();
    if cells.iter().all(|(_, text)| is_around(text)) || (cells.len() <= 3 && cells.iter().any(|(_, text)| is_around(text))) {
        return Role::Title;
    }
    // A title may stand once over each half of a table.
    let is_title = |text: &str| text.ends_with('表') && text.chars().count() >= 8;
    if cells.iter().all(|(cell, text)| cell.value.is_none() && (is_title(text) || is_around(text))) {
        return Role::Title;
    }
    if cells.len() == 1 && first.value.is_none() {
        let is_wide = first.columns > 2 || (first.columns > 1 && first.columns.saturating_add(1) >= width);
        if is_wide || is_titled(text) {
            return Role::Title;
        }
    }
    let has_amount = cells.iter().any(|(cell, _)| is_amount(cell));
    if !has_amount && cells.len() >= 2 && cells.iter().filter(|(_, text)| words::is_head_word(text)).count() >= 2 {
        return Role::Head;
    }
    Role::Body
}

/// Whether a line that stands alone is the title of a table by its words, or what belongs to one.
pub fn is_titled(line: &str) -> bool {
    line.ends_with('表') || line.ends_with("（草案）") || words::unit(line).is_some() || words::without_number(line).len() < line.len()
}

/// Whether a row of texts within a body begins another table: it names columns by more than one word, and none of them is a total's.
pub fn is_new_head(row: &Row) -> bool {
    let texts: BTreeSet<String> = row.cells.iter().map(|cell| words::line(&cell.text)).collect();
    let first = row.cells.first().map(|cell| words::line(&cell.text)).unwrap_or_default();
    let names = ["项目", "科目", "名称", "地区", "编码", "代码", "序号", "单位", "收入", "支出"];
    texts.len() >= 2
        && names.iter().any(|name| first.ends_with(name))
        && !first.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
}

/// Whether the cell holds a number that is no year.
pub fn is_amount(cell: &Cell) -> bool {
    let text = cell.text.trim().trim_end_matches(['%', '％']).replace([',', '，'], "");
    let is_year = text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1980..=2100).contains(&year));
    if is_year && cell.text.trim() == text {
        return false;
    }
    (cell.value.is_some() && !cell.text.contains('年')) || (!text.is_empty() && text.parse::<f64>().is_ok_and(f64::is_finite))
}
