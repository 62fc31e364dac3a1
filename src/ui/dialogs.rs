//! The dialogs: opening a file, passing on, taking away, keeping offline, a file that could not be saved.

pub mod export;
pub mod offline_pin;
pub mod open_file;
pub mod share;
pub mod unsaved;
