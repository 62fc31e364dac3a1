//! Writes the catalogue, the same bytes for the same sessions. By hand, because a page that packs sessions needs it too, and a serializer
//! would be larger than all of this.

use super::{Catalogue, Entry};
use crate::json::{Object, quoted};
use crate::model::{CATALOGUE_FORMAT, Date, Stated};
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

pub(super) fn line(entry: &Entry) -> String {
    let mut body = Object::new();
    body.text("name", &entry.assembly.name);
    body.some("short_name", entry.assembly.short_name.as_deref());
    body.some("level", entry.assembly.level.map(level_name));
    body.some("place", entry.assembly.place.as_deref());
    let mut dates = Object::new();
    dates.some("start", entry.dates.start.as_ref().map(Date::as_str));
    match &entry.dates.end {
        Stated::Value(end) => dates.text("end", end.as_str()),
        Stated::None => dates.raw("end", "null"),
        Stated::Unknown => {}
    }
    let mut counts = Object::new();
    for (name, count) in entry.counts.all().into_iter().filter(|(_, count)| *count > 0) {
        counts.raw(name, &count.to_string());
    }
    let mut line = Object::new();
    line.text("id", entry.id.as_str());
    line.text("title", &entry.title);
    line.raw("assembly", &body.end());
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
    line.raw("counts", &counts.end());
    if let Some(subjects) = &entry.subjects {
        let ids: Vec<String> = subjects.iter().map(|id| quoted(id)).collect();
        line.raw("subjects", &format!("[{}]", ids.join(",")));
    }
    line.raw("bytes", &entry.bytes.to_string());
    line.end()
}
