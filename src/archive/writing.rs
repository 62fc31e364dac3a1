//! Writes the catalogue, the same bytes for the same sessions. By hand, because a page that packs sessions needs it too, and a serializer
//! would be larger than all of this.

use super::{Catalogue, Entry};
use crate::model::{CATALOGUE_FORMAT, Stated};
use crate::route::level_name;
use crate::write::json::quoted;
use std::fmt::Write as _;

/// The catalogue as JSON, one line a session, so that a change of the archive reads well as a change of this file.
pub fn text(catalogue: &Catalogue) -> String {
    let lines: Vec<String> = catalogue.sessions.iter().map(line).collect();
    format!("{{\n\"format\":{},\n\"sessions\":[\n{}\n]\n}}\n", quoted(CATALOGUE_FORMAT), lines.join(",\n"))
}

fn line(entry: &Entry) -> String {
    let mut line = String::from("{");
    let body = &entry.assembly;
    string(&mut line, "id", Some(entry.id.as_str()));
    string(&mut line, "title", Some(&entry.title));
    line.push_str(",\"assembly\":{");
    string(&mut line, "name", Some(&body.name));
    string(&mut line, "short_name", body.short_name.as_deref());
    string(&mut line, "level", body.level.map(level_name));
    string(&mut line, "place", body.place.as_deref());
    line.push('}');
    for (name, number) in [("term", entry.term), ("meeting", entry.meeting)] {
        if let Some(number) = number {
            let _ = write!(line, ",\"{name}\":{number}");
        }
    }
    line.push_str(",\"dates\":{");
    string(&mut line, "start", entry.dates.start.as_ref().map(crate::model::Date::as_str));
    match &entry.dates.end {
        Stated::Value(end) => string(&mut line, "end", Some(end.as_str())),
        Stated::None => line.push_str(if line.ends_with('{') { "\"end\":null" } else { ",\"end\":null" }),
        Stated::Unknown => {}
    }
    line.push('}');
    if entry.is_sample {
        line.push_str(",\"is_sample\":true");
    }
    string(&mut line, "summary", entry.summary.as_deref());
    line.push_str(",\"counts\":{");
    for (name, count) in entry.counts.all().into_iter().filter(|(_, count)| *count > 0) {
        let comma = if line.ends_with('{') { "" } else { "," };
        let _ = write!(line, "{comma}\"{name}\":{count}");
    }
    let _ = write!(line, "}},\"bytes\":{}}}", entry.bytes);
    line
}

fn string(line: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        let comma = if line.ends_with('{') { "" } else { "," };
        line.extend([comma, "\"", name, "\":", &quoted(value)]);
    }
}
