//! How long the findings of an edited session take to follow: `cargo run --release --example editing_speed`. Prints, asserts nothing about time.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints what it saw")]

use std::time::Instant;
use yishi::edit::operations::change_field;
use yishi::edit::{Editor, Spot, checked};
use yishi::read::read;

fn main() {
    let huacao = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/sessions/huacao-6-6.json")).unwrap();
    for (name, text, at) in [("huacao-6-6", huacao, "/title"), ("10,000 lines", large(), "/budgets/0/tables/0/lines/5000/amounts/initial")]
    {
        let session = read(text.as_bytes()).unwrap().session;
        let mut editor = Editor::open(&session, Vec::new()).unwrap();
        let timed = |number: usize| {
            let start = Instant::now();
            editor.type_in(at, Spot::field(at), |document| change_field(document, at, &number.to_string())).unwrap();
            let typed = start.elapsed();
            let found = checked::check(editor.document()).findings.len();
            (start.elapsed(), typed, found)
        };
        let (all, typed, found) = (1..11).map(timed).min().unwrap();
        let start = Instant::now();
        let kept = editor.save();
        let saving = start.elapsed();
        println!("{name}: typed in {typed:?}, with {found} findings {all:?}; put down in {saving:?}, {} bytes", kept.len());
    }
}

/// 10,000 lines of a budget, each tenth with nine parts.
fn large() -> String {
    // Each tenth line is what the nine after it come to.
    let line = |n: usize| {
        let (parent, initial, executed) = match n % 10 {
            0 => (String::new(), format!("{}.25", 9 * n + 47), format!("{}.5", 9 * n + 49)),
            _ => (format!(r#""parent": "{}","#, n - n % 10), format!("{n}.25"), format!("{n}.5")),
        };
        format!(
            r#"{{ "id": "{n}", {parent} "name": "支出{n}", "amounts": {{ "initial": {initial}, "executed": {executed}, "next": null }} }}"#
        )
    };
    let lines: Vec<_> = (0..10_000).map(line).collect();
    format!(
        r#"{{ "format": "yishi-session/1", "id": "large", "title": "会议", "assembly": {{ "name": "人大" }}, "dates": {{ "start": "2024-01-25" }},
  "budgets": [{{ "id": "b", "title": "预算", "fiscal_year": 2024, "stage": "draft", "unit": "wan_yuan",
    "tables": [{{ "id": "t", "direction": "expenditure", "lines": [{}] }}] }}] }}"#,
        lines.join(",")
    )
}
