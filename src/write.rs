//! What a reader takes away: tables as CSV, budgets as a Fiscal Data Package, sittings as a calendar, texts as plain text and Markdown,
//! the session in the shape of Popolo, and names for the files.
//!
//! Everything here turns a session into text or bytes, the same bytes for the same session; nothing knows a clock, a network or a folder.

pub mod budget;
pub mod calendar;
pub mod csv;
mod json;
mod name;
pub mod package;
pub mod popolo;
pub mod tables;
pub mod text;
pub mod zip;

pub use name::{file_name, session_file_name};
