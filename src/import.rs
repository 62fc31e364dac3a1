//! Files that offices have, as drafts of a session: workbooks, Word, web pages, PDF and plain text.
//!
//! The way of the data: bytes → [`document::Document`] (what stands in the file, and where) → tables and text found in it → a draft [`Session`](crate::model::Session)
//! with questions. Readers know no budgets, and what makes budgets knows no file formats.

pub mod article;
pub mod document;
mod error;
pub mod tables;

pub use error::{ImportError, Kind, Tool};
