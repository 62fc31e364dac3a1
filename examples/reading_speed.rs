//! How long a large session takes to be read and checked: `cargo run --release --example reading_speed`. Prints, asserts nothing about time.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints what it saw")]

use std::time::{Duration, Instant};
use yishi::check::check;
use yishi::read::read;

fn main() {
    let json = large();
    let session = read(json.as_bytes()).unwrap().session;
    assert_eq!(check(&session), []);
    let (all, _) = best(|| read(json.as_bytes()).unwrap());
    let (checking, _) = best(|| check(&session));
    println!("{} bytes: read {all:?}, of which check {checking:?}", json.len());
}

/// The shortest of ten runs.
fn best<T>(run: impl Fn() -> T) -> (Duration, T) {
    let timed = || {
        let start = Instant::now();
        let value = run();
        (start.elapsed(), value)
    };
    (0..10).map(|_| timed()).min_by_key(|(time, _)| *time).unwrap()
}

/// 500 speeches of 40 paragraphs, 2,000 people and suggestions, 5,000 budget lines.
fn large() -> String {
    let text = "会议听取和审议了镇人民政府工作报告，认为报告实事求是、目标明确、措施可行。".repeat(4);
    let list = |count: usize, entry: &dyn Fn(usize) -> String| (0..count).map(entry).collect::<Vec<_>>().join(",\n    ");
    let people = list(2000, &|n| format!(r#"{{ "id": "p{n}", "name": "代表{n}", "posts": [{{ "title": "代表" }}] }}"#));
    let speeches = list(500, &|s| {
        let blocks = list(40, &|b| format!(r#"{{ "id": "s{s}-{b}", "kind": "paragraph", "text": "{text}" }}"#));
        format!(r#"{{ "id": "s{s}", "title": "发言", "speaker": "p{s}", "date": "2024-01-25", "blocks": [{blocks}] }}"#)
    });
    let suggestions = list(2000, &|n| {
        format!(
            r#"{{ "id": "j{n}", "title": "建议", "text": "{text}", "lead": "p{n}", "submitted": "2024-01-25", "replied": "2024-03-01" }}"#
        )
    });
    let lines = list(5000, &|n| {
        format!(
            r#"{{ "id": "{n}", "code": "20{n:05}", "name": "支出{n}", "amounts": {{ "initial": {n}.25, "executed": {n}.5, "next": null }} }}"#
        )
    });
    format!(
        r#"{{
  "format": "yishi-session/1", "id": "large", "title": "会议", "assembly": {{ "name": "人大" }}, "dates": {{ "start": "2024-01-25" }},
  "people": [{people}],
  "speeches": [{speeches}],
  "budgets": [{{ "id": "b", "title": "预算", "fiscal_year": 2024, "stage": "draft", "unit": "wan_yuan",
    "tables": [{{ "id": "t", "direction": "expenditure", "lines": [{lines}] }}] }}],
  "suggestions": [{suggestions}]
}}"#
    )
}
