//! The dialogs: opening a file, passing on, taking away, keeping offline.

pub mod export;
pub mod offline_pin;
pub mod open_file;
pub mod share;
