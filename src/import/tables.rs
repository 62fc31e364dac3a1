//! The tables in a document: captions, units, heads and bodies, whatever the file calls a table.

mod cut;
mod head;
mod join;
mod rows;
mod sides;
mod title;
mod words;

use crate::import::document::{At, Block, Cell, Document, Grid};
use std::collections::BTreeSet;

/// A table as people see one: one head, one body. A sheet or a table of Word may hold several, and one may go on over pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What stands above it as its title, without the number of an attachment.
    pub caption: Option<String>,
    /// How the document begins: its title, and what may stand around it.
    pub title: Option<String>,
    /// Titles further above that still hold for it, from the outermost to the nearest: the name of the sheet, headings of a text.
    pub context: Vec<String>,
    /// The words that tell its unit, as printed (`单位：万元`), from a line above, the caption or the head.
    pub unit: Option<String>,
    /// Its columns from left to right, those that hold nothing left out.
    pub columns: Vec<Column>,
    /// Its rows from top to bottom; each has as many cells as there are columns.
    pub rows: Vec<BodyRow>,
    /// Lines below it that belong to it: notes and explanations.
    pub notes: Vec<String>,
    /// Where its first cell stands.
    pub at: Option<At>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its number in the grid, from 0.
    pub number: u32,
    /// What its head says, from the top row to the lowest, a merged cell in each column that it covers; without line breaks.
    pub head: Vec<String>,
    /// Whether the file hides it.
    pub is_hidden: bool,
}

/// A row of the body of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BodyRow {
    /// Where it stands; the column is that of its first cell.
    pub at: Option<At>,
    /// Whether the file hides it.
    pub is_hidden: bool,
    /// A cell for each column of the table; none where it holds nothing.
    pub cells: Vec<Option<Cell>>,
}

/// The most columns of a table that are read.
const MOST_COLUMNS: usize = 512;

/// The most cells of a table, with those that hold nothing: one that is wider and longer is no budget, and would take all memory.
const MOST_CELLS: usize = 1_000_000;

/// The tables of the document in reading order; hidden sections have none.
pub fn find(document: &Document) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let title = title::title(document);
    for (section_number, section) in document.sections.iter().enumerate().filter(|(_, section)| !section.is_hidden) {
        let mut lines: Vec<String> = Vec::new();
        let mut headings: Vec<(u8, String)> = Vec::new();
        let mut is_first = true;
        for (block_number, block) in section.blocks.iter().enumerate() {
            let grid = match block {
                Block::Paragraph(paragraph) => {
                    let text = words::line(&paragraph.text);
                    if let Some(level) = paragraph.heading {
                        headings.retain(|(other, _)| *other < level);
                        headings.push((level, text.clone()));
                    }
                    if !text.is_empty() {
                        lines.push(text);
                    }
                    continue;
                }
                Block::Grid(grid) => grid,
            };
            let mut context: Vec<String> = section.name.iter().cloned().collect();
            context.extend(headings.iter().map(|(_, text)| text.clone()));
            let at = At { section: section_number, block: block_number, row: 0, column: 0 };
            let is_continued = is_first && section.page.is_some() && lines.iter().all(|line| caption(line).is_none());
            if is_continued && join::rows(tables.last_mut(), grid, at) {
                is_first = false;
                continue;
            }
            for mut piece in cut::pieces(grid) {
                // Paragraphs above a table are its titles as far as the next text that is no title.
                let mut titles: Vec<String> = std::mem::take(&mut lines);
                titles.drain(..titles.len().saturating_sub(3));
                titles.append(&mut piece.titles);
                piece.titles = titles;
                if let Some(table) = table(piece, grid, at, &context) {
                    let last = if is_first && section.page.is_some() { tables.last_mut() } else { None };
                    let other = join::join(last, table);
                    tables.extend(other);
                    is_first = false;
                }
            }
        }
    }
    for table in &mut tables {
        table.title.clone_from(&title);
    }
    // Halves are parted last: they go on over pages together.
    tables.into_iter().flat_map(sides::split).collect()
}

/// The table that a piece of a grid makes, where it is one.
fn table(piece: cut::Piece<'_>, grid: &Grid, at: At, context: &[String]) -> Option<Table> {
    // A list of the tables is none of them.
    if piece.titles.iter().chain(context).any(|line| matches!(line.as_str(), "目录" | "目次" | "封面")) {
        return None;
    }
    let occupied: BTreeSet<u32> = piece.body.iter().flat_map(|row| &row.cells).map(|cell| cell.column).collect();
    let paths = head::paths(&piece.head, occupied.into_iter().take(MOST_COLUMNS));
    if paths.values().filter(|path| !path.is_empty()).count() < 2 {
        return None;
    }
    let columns: Vec<Column> = paths
        .into_iter()
        .map(|(number, head)| Column { number, head, is_hidden: grid.hidden_columns.binary_search(&number).is_ok() })
        .collect();
    let mut rows = Vec::new();
    for row in piece.body.iter().take(MOST_CELLS / columns.len().max(1)) {
        let mut cells: Vec<Option<Cell>> = vec![None; columns.len()];
        for cell in &row.cells {
            if let Ok(index) = columns.binary_search_by_key(&cell.column, |column| column.number) {
                cells[index] = Some(cell.clone());
            }
        }
        let first = row.cells.first().map(|cell| At { row: row.number, column: cell.column, ..at });
        rows.push(BodyRow { at: first, is_hidden: row.is_hidden, cells });
    }
    let head_lines = piece.head.iter().flat_map(|row| &row.cells).map(|cell| words::line(&cell.text));
    let unit = piece.titles.iter().rev().cloned().chain(head_lines).find_map(|line| words::unit(&line));
    let mut captions: Vec<String> = piece.titles.iter().filter_map(|line| caption(line)).collect();
    // What ends as a title of a table does goes before a year or an office that stands below it.
    let place =
        captions.iter().rposition(|line| line.trim_end_matches(['）', ')']).ends_with('表')).or_else(|| captions.len().checked_sub(1));
    let caption = place.map(|place| captions.remove(place));
    let mut context = context.to_vec();
    context.extend(captions);
    let first = piece.head.first().and_then(|row| Some(At { row: row.number, column: row.cells.first()?.column, ..at }));
    Some(Table { caption, context, unit, columns, rows, notes: piece.notes, at: first, ..Table::default() })
}

/// The title in a line above a table, where it is one and no unit, number or sentence.
fn caption(line: &str) -> Option<String> {
    if words::is_unit_only(line) || words::is_continued(line) || words::is_note(line) || line.ends_with(['。', '；', '：']) {
        return None;
    }
    let whole = words::without_number(line);
    let text = match words::unit(whole) {
        Some(unit) => whole.replace(&unit, "").replace("（）", "").replace("()", ""),
        None => whole.to_owned(),
    };
    let is_title = (2..=80).contains(&text.chars().count()) && !text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation());
    is_title.then_some(text)
}

#[cfg(test)]
mod tests;
