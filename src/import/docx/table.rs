//! A table of Word that is being read: spans and merges to a grid.

use crate::import::document::{Cell, Grid, Row};
use std::collections::HashMap;

/// A table that is open.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    number: u32,
    column: u32,
    is_deleted: bool,
    span: u32,
    merge: Option<bool>,
    text: String,
    paragraphs: usize,
    /// Where the merged cell of a column began: the row and the cell in it.
    begun: HashMap<u32, (usize, usize)>,
}

impl Table {
    /// An element of the table begins.
    pub fn start(&mut self, name: &str, parent: &str, value: Option<&str>, number: Option<u32>) {
        match (name, parent) {
            ("tr", _) => {
                self.number = self.number.saturating_add(1);
                self.column = 0;
                self.is_deleted = false;
                // Rows that hold nothing are left out, so they need no room either.
                self.rows.pop_if(|row| row.cells.is_empty());
                self.rows.push(Row { number: self.number, ..Row::default() });
            }
            ("gridBefore", "trPr") => self.column = number.unwrap_or(0).min(1000),
            ("del", "trPr") => self.is_deleted = true,
            ("tc", _) => {
                self.span = 1;
                self.merge = None;
                self.text.clear();
                self.paragraphs = 0;
            }
            ("gridSpan", "tcPr") => self.span = number.unwrap_or(1).clamp(1, 1000),
            ("vMerge", "tcPr") => self.merge = Some(value == Some("restart")),
            _ => {}
        }
    }

    /// A paragraph of the open cell.
    pub fn paragraph(&mut self, text: &str) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
        self.text.push_str(text);
    }

    /// An element of the table ends.
    pub fn end(&mut self, name: &str) {
        match name {
            "tc" => self.cell(),
            "tr" if self.is_deleted => {
                self.rows.pop();
                self.number = self.number.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// The table as it stands.
    pub fn grid(self) -> Grid {
        let mut rows = self.rows;
        rows.retain(|row| !row.cells.is_empty());
        Grid { rows, hidden_columns: Vec::new() }
    }

    fn cell(&mut self) {
        let column = self.column;
        self.column = column.saturating_add(self.span);
        if self.merge == Some(false) {
            if let Some(&(row, cell)) = self.begun.get(&column)
                && !self.is_deleted
                && let Some(cell) = self.rows.get_mut(row).and_then(|row| row.cells.get_mut(cell))
            {
                cell.rows = cell.rows.saturating_add(1);
            }
            return;
        }
        self.begun.remove(&column);
        let text = self.text.trim();
        let index = self.rows.len().saturating_sub(1);
        let Some(row) = self.rows.last_mut().filter(|_| !text.is_empty()) else { return };
        if self.merge == Some(true) {
            self.begun.insert(column, (index, row.cells.len()));
        }
        row.cells.push(Cell { columns: self.span, ..Cell::text(column, text) });
    }
}
