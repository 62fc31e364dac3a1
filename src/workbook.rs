//! The workbook of ours: a session as a workbook with a sheet for each list, and back.
//!
//! One table (`src/workbook/sheets.rs`) says which object stands on which sheet in which columns; both directions follow it. A value is written to its cell only where
//! reading that cell gives it again; everything else stands as JSON in a last column, so that session → workbook → session is identical. Reading is
//! patient with what people type and says where it was.

mod cell;
mod columns;
mod filled;
mod finding;
mod node;
mod reading;
mod rows;
mod sheets;
mod tidy;
mod typed;
mod words;
mod writing;

pub use cell::Written;
pub use columns::{Column, Kind};
pub use finding::{Finding, Problem};
pub use reading::{Reading, is_ours, read};
pub use typed::table;
pub use words::Words;

use crate::model::Session;
use thiserror::Error;

/// What is said in a workbook beside what it holds, in the language of its reader.
pub struct Guide<'a> {
    /// What the workbook is and how it is filled in, line by line.
    pub lines: Vec<&'a str>,
    /// What a key is: the id of that which a row is part of.
    pub key: &'a str,
    /// What belongs into a column.
    pub about: &'a dyn Fn(&Column) -> String,
}

/// Why a workbook cannot be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// More than a workbook takes, or than would be read again.
    #[error("too much for a workbook")]
    TooLarge,
    /// What the library says.
    #[error("{0}")]
    Library(#[from] rust_xlsxwriter::XlsxError),
    /// The example is none; a test holds that it is.
    #[error("no session")]
    NoSession,
}

/// A session as a workbook.
pub fn write(session: &Session, guide: &Guide<'_>) -> Result<Vec<u8>, WriteError> {
    let rows = filled::filled(session).ok_or(WriteError::NoSession)?;
    writing::workbook(&rows, guide, false)
}

/// A workbook to fill in: headings, what they mean, drop-downs, and on each sheet an example, which is not read.
pub fn template(guide: &Guide<'_>) -> Result<Vec<u8>, WriteError> {
    let example = crate::read::unchecked(EXAMPLE.as_bytes()).map_err(|_| WriteError::NoSession)?;
    let rows = filled::filled(&example.session).ok_or(WriteError::NoSession)?;
    writing::workbook(&rows, guide, true)
}

/// The invented session of which the examples are.
const EXAMPLE: &str = include_str!("workbook/example.json");

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;
