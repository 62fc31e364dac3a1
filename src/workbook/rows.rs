//! The rows of a sheet as they stand in the file: which column is which, and what each row holds.

use super::columns::Sheet;
use super::finding::{Finding, Problem};
use super::tidy::narrow;
use super::words::{ABOUT, EXAMPLE, REST};
use crate::import::document::{Block, Cell, Row, Section, column_letters};

/// The headings stand in one of the first rows, below a title or a blank that somebody put there.
const HEADING_ROWS: usize = 20;

/// What a column of the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The id of something that the row is part of.
    Key(usize),
    /// A column of the sheet.
    Column(usize),
    /// JSON of what no column holds.
    Rest,
}

/// A row with what stands in the columns that are known.
#[derive(Debug)]
pub struct Found<'a> {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells in the order of the file, those of merged cells above it too.
    pub cells: Vec<(Slot, &'a Cell)>,
}

/// A sheet of a list.
#[derive(Debug, Default)]
pub struct Listed<'a> {
    /// The columns of the file, from 0, with what they are.
    pub slots: Vec<(u32, Slot)>,
    /// The rows below the headings, without explanations and examples.
    pub rows: Vec<Found<'a>>,
}

impl Listed<'_> {
    /// The address of a cell.
    pub fn address(&self, slot: Slot, row: u32) -> String {
        let column = self.slots.iter().find(|(_, known)| *known == slot);
        column.map_or_else(|| row.to_string(), |(column, _)| format!("{}{row}", column_letters(*column)))
    }
}

/// All rows of a section.
pub fn rows_of(section: &Section) -> impl Iterator<Item = &Row> {
    section.blocks.iter().flat_map(|block| match block {
        Block::Grid(grid) => grid.rows.as_slice(),
        Block::Paragraph(_) => &[],
    })
}

/// A heading as it is compared.
pub fn plain(text: &str) -> String {
    narrow(text).chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}

/// What a heading stands for.
pub fn slot(sheet: &Sheet, text: &str) -> Option<Slot> {
    let text = plain(text);
    if text.starts_with(&plain(REST)) {
        return Some(Slot::Rest);
    }
    let of_key = sheet.keys.iter().position(|key| plain(key) == text).map(Slot::Key);
    of_key.or_else(|| sheet.columns.iter().position(|column| plain(column.heading) == text).map(Slot::Column))
}

/// Reads a sheet of a list.
pub fn listed<'a>(sheet: &'static Sheet, section: &'a Section, findings: &mut Vec<Finding>) -> Listed<'a> {
    let mut finding = |cell: String, problem: Problem| findings.push(Finding { sheet: sheet.name.to_owned(), cell, problem });
    let wanted = 2.min(sheet.keys.len() + sheet.columns.len());
    let is_heading = |row: &&Row| row.cells.iter().filter(|cell| slot(sheet, &cell.text).is_some()).count() >= wanted;
    let Some(heading) = rows_of(section).take(HEADING_ROWS).find(is_heading) else {
        if rows_of(section).next().is_some() {
            finding(String::new(), Problem::NoHeadings);
        }
        return Listed::default();
    };
    let mut slots: Vec<(u32, Slot)> = Vec::new();
    for cell in &heading.cells {
        match slot(sheet, &cell.text) {
            Some(slot) if slot == Slot::Rest || slots.iter().all(|(_, known)| *known != slot) => slots.push((cell.column, slot)),
            _ => {
                finding(
                    format!("{}{}", column_letters(cell.column), heading.number),
                    Problem::UnknownColumn { heading: cell.text.clone() },
                );
            }
        }
    }
    let own = sheet.id().map(Slot::Column);
    // Merged cells by column, with the last row that they take.
    let mut merged: Vec<Option<(u32, &Cell)>> = vec![None; slots.len()];
    let mut rows = Vec::new();
    for row in rows_of(section).filter(|row| row.number > heading.number) {
        let is_no_data = row.cells.first().is_some_and(|cell| cell.text.starts_with(ABOUT) || cell.text.starts_with(EXAMPLE));
        if is_no_data {
            continue;
        }
        let mut cells = Vec::new();
        let mut has_own = false;
        for (&(column, slot), merged) in slots.iter().zip(&mut merged) {
            let here = row.cells.binary_search_by_key(&column, |cell| cell.column).ok().and_then(|at| row.cells.get(at));
            if let Some(cell) = here {
                has_own = true;
                *merged = (cell.rows > 1 && Some(slot) != own).then(|| (row.number.saturating_add(cell.rows - 1), cell));
                if merged.is_some() {
                    finding(format!("{}{}", column_letters(column), row.number), Problem::Merged { rows: cell.rows });
                }
                cells.push((slot, cell));
            } else if let Some((last, cell)) = merged
                && *last >= row.number
            {
                cells.push((slot, *cell));
            }
        }
        if has_own {
            rows.push(Found { number: row.number, cells });
        }
    }
    Listed { slots, rows }
}
