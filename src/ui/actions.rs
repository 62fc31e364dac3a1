//! What a reader can do.

pub mod clipboard;
pub mod drafts;
pub mod library;
pub mod link;
pub mod local;
pub mod navigation;
pub mod offline;
pub mod open;
pub mod save;
pub mod single;
pub mod visit;
pub mod workbook;
