//! The dialogs: opening a file, reading one that is no session, editing, passing on, taking away, keeping offline, a file that could not be saved.

pub mod edit;
pub mod export;
pub mod foreign;
pub mod offline_pin;
pub mod open_file;
pub mod share;
pub mod unsaved;
