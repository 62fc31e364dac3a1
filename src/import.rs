//! Files that offices have, as drafts of a session: workbooks, Word, web pages, PDF and plain text.
//!
//! The way of the data: bytes → [`document::Document`] (what stands in the file, and where) → tables and text found in it → a draft [`Session`](crate::model::Session)
//! with questions. Readers know no budgets, and what makes budgets knows no file formats.

pub mod delimited;
pub mod document;
pub mod encoding;
mod error;
mod kind;
pub mod ods;
mod ole;
mod sheet;
pub mod tables;
pub mod text;
pub mod xls;
pub mod xml2003;

pub use error::{ImportError, Kind, Tool};
pub use kind::kind;

/// Reads a file of any kind; its bytes tell which.
pub fn open(bytes: &[u8]) -> Result<document::Document, ImportError> {
    match kind(bytes)? {
        Kind::Csv => delimited::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Xls => xls::read(bytes),
        Kind::Ods => ods::read(bytes),
        Kind::Xml2003 => xml2003::read(bytes),
        // TO BE JOINED: the readers of these kinds come from other branches.
        Kind::Xlsx | Kind::Docx | Kind::Html | Kind::Pdf | Kind::Xlsb => Err(ImportError::Unknown),
    }
}
