//! The draft session of a report in prose, as JSON: `cargo run --example draft_text -- FILE`.

use std::process::ExitCode;

#[allow(clippy::print_stdout)]
fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else { return ExitCode::from(2) };
    let Ok(text) = std::fs::read_to_string(path) else { return ExitCode::FAILURE };
    let session = yishi::import::article::session(&yishi::import::article::read(&text));
    let Ok(json) = serde_json::to_string_pretty(&session) else { return ExitCode::FAILURE };
    println!("{json}");
    ExitCode::SUCCESS
}
