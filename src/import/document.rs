//! What stands in a foreign file, as its reader found it: plain data with where each thing stood, and nothing understood yet.

use crate::import::Kind;
use serde::{Deserialize, Serialize};

/// A file as its reader found it, in the order in which a person reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What the bytes are.
    pub kind: Kind,
    /// The sheets of a workbook, the pages of a PDF; one section of everything else.
    pub sections: Vec<Section>,
    /// What a reader of the draft should know about the file.
    pub notes: Vec<Note>,
}

/// A sheet, a page, or the whole of a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// The name of a sheet, as it is shown on its tab.
    pub name: Option<String>,
    /// The number of a page, from 1.
    pub page: Option<u32>,
    /// Whether the file hides it.
    pub is_hidden: bool,
    /// Paragraphs and tables in reading order; a sheet is one table.
    pub blocks: Vec<Block>,
}

/// A paragraph or a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// Running text.
    Paragraph(Paragraph),
    /// Cells.
    Grid(Grid),
}

/// Running text between two paragraph marks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The number that the program which wrote the file counts and shows before the text, such as 一、; it is no part of `text`.
    pub number: Option<String>,
    /// The text, one line, without blanks at its ends.
    pub text: String,
    /// The level of a heading, from 1, where the file says so.
    pub heading: Option<u8>,
}

/// A table of cells; rows and cells that hold nothing are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// Rows from top to bottom.
    pub rows: Vec<Row>,
    /// Columns that the file hides, from 0, ascending.
    pub hidden_columns: Vec<u32>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its number as the file counts, from 1.
    pub number: u32,
    /// Whether the file hides it.
    pub is_hidden: bool,
    /// Its cells from left to right; a merged cell stands once, at its top left.
    pub cells: Vec<Cell>,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its column, from 0.
    pub column: u32,
    /// How many columns it takes, 1 or more.
    pub columns: u32,
    /// How many rows it takes, 1 or more.
    pub rows: u32,
    /// What people see: the number in its format (`98.1%`), the text with its line breaks as `\n`.
    pub text: String,
    /// Where the cell holds a number: its digits as a plain decimal (`-82.5`, `0.981`), at most 15 significant ones, whatever its format shows.
    pub value: Option<String>,
    /// The indent of the text, in steps of the program that wrote the file; 0 where there is none. Blanks before the text count two a step and are not in `text`.
    pub indent: u8,
}

impl Cell {
    /// A cell of its own row and column, with text and nothing else.
    pub fn text(column: u32, text: impl Into<String>) -> Self {
        Self { column, columns: 1, rows: 1, text: text.into(), value: None, indent: 0 }
    }
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    /// The section, from 0.
    pub section: usize,
    /// The table among the blocks of the section, from 0.
    pub block: usize,
    /// The number of the row ([`Row::number`]).
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// What a reader of the draft should know about the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// Formulas without a stored result: such cells hold nothing here. Opened once in Excel or WPS and saved, the file has them.
    FormulasWithoutResult {
        /// How many.
        count: usize,
        /// The first of them.
        first: At,
    },
    /// Cells that hold an error such as `#DIV/0!`, which is no figure.
    ErrorCells {
        /// How many.
        count: usize,
        /// The first of them.
        first: At,
    },
    /// Changes that nobody accepted: the text is read as if they were, but what is published may be a draft.
    TrackedChanges {
        /// How many.
        count: usize,
    },
    /// Numbers of more than 15 digits, of which Excel keeps 15.
    LongNumbers {
        /// How many.
        count: usize,
        /// The first of them.
        first: At,
    },
    /// The section holds more than is read; what comes after `first` is left out.
    Cut {
        /// The first that was left out.
        first: At,
    },
    /// Pages without text, such as scans.
    PicturePages {
        /// Their numbers.
        pages: Vec<u32>,
    },
}

/// The letters of a column, from 0: A, Z, AA.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_excel() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (16_383, "XFD"), (u32::MAX, "MWLQKWV")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
