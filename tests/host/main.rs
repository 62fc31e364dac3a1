//! Everything that runs without a browser, as one program: each file of its own would be linked by itself.
//!
//! `cargo test --test host figures::` runs those of one file.
#![allow(
    missing_docs,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and may say what it saw"
)]

mod audit;
mod bad_files;
mod bad_input;
mod citation;
mod cli;
mod convert;
mod facts;
mod faults;
mod figures;
mod fixtures;
mod front;
mod fuzz;
mod pinyin;
mod printed;
mod publish;
mod ranges;
mod rare;
mod rebuild;
mod rooms;
mod schema;
mod search_index;
mod served;
mod session_file;
mod shards;
mod spreadsheet;
mod subjects;
mod support;
mod take;
mod tidy;
mod write;
