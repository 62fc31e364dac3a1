//! What a reader takes away: tables as CSV, budgets as a Fiscal Data Package, sittings as a calendar, texts as plain text and Markdown,
//! the session in the shape of Popolo or as one HTML file, citations, and names for the files.
//!
//! Everything here turns a session into text or bytes, the same bytes for the same session; nothing knows a clock, a network or a folder.

pub mod budget;
pub mod calendar;
pub mod citation;
pub mod compare;
pub mod csv;
#[cfg(feature = "cli")]
pub mod event;
#[cfg(feature = "cli")]
pub mod feed;
pub mod html;
mod name;
pub mod package;
pub mod popolo;
pub mod single;
pub mod spreadsheet;
pub mod tables;
pub mod text;
#[cfg(feature = "workbook")]
pub mod xlsx;
pub mod zip;

pub use name::{clean, file_name, session_file_name};
