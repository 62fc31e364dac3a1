//! Writes the catalogue, the same bytes for the same sessions. Member by member: which ones are there depends on their values, and each
//! session is a line.

use super::{Body, Catalogue, Entry, Told};
use crate::json::{Object, quoted};
use crate::model::{BudgetId, CATALOGUE_FORMAT, Date, Stated};
use crate::route::level_name;

/// The catalogue as JSON, one line a session, so that a change of the archive reads well as a change of this file.
pub fn text(catalogue: &Catalogue) -> String {
    lines("", catalogue.sessions.iter())
}

/// The same, with what else the file says, ready as JSON, before its sessions.
pub(super) fn lines<'a>(before: &str, entries: impl Iterator<Item = &'a Entry>) -> String {
    let lines: Vec<String> = entries.map(line).collect();
    format!("{{\n\"format\":{},\n{before}\"sessions\":[\n{}\n]\n}}\n", quoted(CATALOGUE_FORMAT), lines.join(",\n"))
}

/// A body.
pub(super) fn body(body: &Body) -> String {
    let mut line = Object::new();
    line.text("name", &body.name);
    line.some("short_name", body.short_name.as_deref());
    line.some("level", body.level.map(level_name));
    line.some("place", body.place.as_deref());
    line.end()
}

/// Numbers that are not zero.
fn numbers(all: Vec<(&'static str, u32)>) -> String {
    let mut numbers = Object::new();
    for (name, number) in all.into_iter().filter(|(_, number)| *number > 0) {
        numbers.raw(name, &number.to_string());
    }
    numbers.end()
}

pub(super) fn line(entry: &Entry) -> String {
    let mut dates = Object::new();
    dates.some("start", entry.dates.start.as_ref().map(Date::as_str));
    match &entry.dates.end {
        Stated::Value(end) => dates.text("end", end.as_str()),
        Stated::None => dates.raw("end", "null"),
        Stated::Unknown => {}
    }
    let mut line = Object::new();
    line.text("id", entry.id.as_str());
    line.text("title", &entry.title);
    line.raw("assembly", &body(&entry.assembly));
    for (name, number) in [("term", entry.term), ("meeting", entry.meeting)] {
        if let Some(number) = number {
            line.raw(name, &number.to_string());
        }
    }
    line.raw("dates", &dates.end());
    if entry.is_sample {
        line.raw("is_sample", "true");
    }
    line.some("summary", entry.summary.as_deref());
    line.raw("counts", &numbers(entry.counts.all()));
    if let Some(subjects) = &entry.subjects {
        let ids: Vec<String> = subjects.iter().map(|id| quoted(id)).collect();
        line.raw("subjects", &format!("[{}]", ids.join(",")));
    }
    if entry.told != Told::default() {
        line.raw("told", &numbers(entry.told.all()));
    }
    line.some("decided", entry.decided.as_deref());
    line.some("audited", entry.audited.as_ref().map(BudgetId::as_str));
    line.raw("bytes", &entry.bytes.to_string());
    line.end()
}
