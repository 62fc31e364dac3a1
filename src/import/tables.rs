//! The tables in a document: captions, units, heads and bodies, whatever the file calls a table.

use crate::import::document::{At, Cell};

/// A table as people see one: one head, one body. A sheet or a table of Word may hold several, and one may go on over pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What stands above it as its title, without the number of an attachment.
    pub caption: Option<String>,
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

/// Finds the tables of a document, in the order in which they stand.
pub fn find(_: &crate::import::document::Document) -> Vec<Table> {
    Vec::new()
}
