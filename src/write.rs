//! What a reader takes away: tables as CSV, budgets as a Fiscal Data Package, and names for the files.
//!
//! Everything here turns a session into text or bytes, the same bytes for the same session; nothing knows a clock, a network or a folder.

pub mod budget;
pub mod csv;
mod name;
pub mod package;
pub mod zip;

pub use name::{clean, file_name};
