//! A table of a page while it is open.

use super::walk::Part;
use crate::import::document::{Block, Cell, Grid, Row};
use html5gum::StartTag;

/// The most columns of a table.
const MOST_COLUMNS: u32 = 4096;
/// The most rows of a table.
const MOST_ROWS: usize = 100_000;

/// A table that is open; its parts are kept too, in case it only lays out the page.
#[derive(Default)]
pub struct Table {
    /// What stands in it as if it were no table.
    pub parts: Vec<Part>,
    /// Whether it holds other tables.
    pub has_tables: bool,
    /// The element that it is.
    pub node: usize,
    rows: Vec<Row>,
    cell: Option<Cell>,
    column: u32,
    /// For each column the last row that a cell from above takes.
    taken: Vec<u32>,
}

impl Table {
    /// A table that begins.
    pub fn new(node: usize) -> Self {
        Self { node, ..Self::default() }
    }

    /// Begins a row.
    pub fn row(&mut self) {
        self.close();
        let number = self.rows.last().map_or(1, |row| row.number.saturating_add(1));
        if self.rows.len() < MOST_ROWS {
            self.rows.push(Row { number, ..Row::default() });
        }
        self.column = 0;
    }

    /// Begins a cell behind those that reach down to it; how many columns that looked at.
    pub fn open(&mut self, tag: &StartTag<()>) -> usize {
        self.close();
        if self.rows.is_empty() {
            self.row();
        }
        let number = self.rows.last().map_or(1, |row| row.number);
        let from = self.column as usize;
        let above = self.taken.get(from..).unwrap_or_default().iter().take_while(|last| **last >= number).count();
        let column = from + above;
        self.column = u32::try_from(column).unwrap_or(MOST_COLUMNS);
        if self.column >= MOST_COLUMNS || self.rows.len() >= MOST_ROWS {
            return above + 1;
        }
        let (columns, rows) = (span(tag, "colspan"), span(tag, "rowspan"));
        self.cell = Some(Cell { columns, rows, ..Cell::text(self.column, "") });
        self.column = self.column.saturating_add(columns);
        let end = self.column as usize;
        if rows > 1 {
            self.taken.resize(self.taken.len().max(end), 0);
            self.taken.get_mut(column..end).into_iter().flatten().for_each(|last| *last = number.saturating_add(rows - 1));
        }
        end - from
    }

    /// A line of text in the cell that is open.
    pub fn push(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        if !cell.text.is_empty() {
            cell.text.push('\n');
        }
        cell.text.push_str(text);
    }

    /// Ends the cell that is open.
    pub fn close(&mut self) {
        if let (Some(cell), Some(row)) = (self.cell.take().filter(|cell| !cell.text.is_empty()), self.rows.last_mut()) {
            row.cells.push(cell);
        }
    }

    /// What it is: a table, or what stands in one that only lays out the page.
    pub fn finish(mut self) -> Vec<Part> {
        self.close();
        // Rows of two cells or more are what makes a table.
        if self.has_tables || self.rows.iter().all(|row| row.cells.len() <= 1) {
            return self.parts;
        }
        self.rows.retain(|row| !row.cells.is_empty());
        let sum = |of: fn(&Part) -> usize| self.parts.iter().map(of).sum();
        let (signs, links) = (sum(|part| part.signs), sum(|part| part.links));
        let block = Block::Grid(Grid { rows: self.rows, hidden_columns: Vec::new() });
        vec![Part { block, node: self.node, signs, links }]
    }
}

fn span(tag: &StartTag<()>, name: &str) -> u32 {
    let value = tag.attributes.get(name.as_bytes()).and_then(|value| String::from_utf8_lossy(value).trim().parse().ok());
    value.unwrap_or(1_u32).clamp(1, 1000)
}
