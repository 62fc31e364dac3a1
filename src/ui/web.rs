//! The browser as Rust: no view of ours, no state of the app, no words.

pub mod address;
pub mod bridge;
pub mod channel;
pub mod database;
pub mod dom;
pub mod download;
pub mod embedded;
pub mod focus;
pub mod gzip;
pub mod keys;
pub mod marks;
pub mod reader;
pub mod selection;
pub mod sheet;
pub mod steps;
pub mod storage;
pub mod timing;
pub mod worker;
