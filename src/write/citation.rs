//! A citation of a place in a session, as plain text and as BibTeX. Only what the session says is in it; the day of access comes from outside.

use crate::digest::Lookup;
use crate::i18n::{Lang, dates, labels};
use crate::model::{Date, PersonId, Session, TextStatus};
use crate::route::Place;
use std::fmt::Write;

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its lookups.
    pub lookup: &'a Lookup,
    /// The place in it; one without a title of its own (the list of people, say) is cited as the session.
    pub place: &'a Place,
    /// The paragraph.
    pub at: Option<&'a str>,
    /// The absolute link, percent-encoded as addresses are, so without braces; `None` for a file that is on no site.
    pub link: Option<&'a str>,
    /// The day of access, as `2026-11-23`.
    pub accessed: &'a str,
}

/// What the session says about the place.
#[derive(Default)]
struct Part<'a> {
    title: Option<String>,
    authors: Vec<&'a str>,
    date: Option<&'a Date>,
    note: Option<&'static str>,
}

/// The citation as plain text: in the manner of GB/T 7714 in Chinese, in words in English.
pub fn citation(lang: Lang, cited: &Cited<'_>) -> String {
    let Part { title, authors, date, note } = part(lang, cited);
    let Cited { session, link, accessed, .. } = *cited;
    let (assembly, whole) = (session.assembly.name.as_str(), session.title.as_str());
    let mut text = String::new();
    let (comma, stop) = if lang == Lang::Zh { (", ", ". ") } else { (", ", ", ") };
    for (at, author) in authors.iter().enumerate() {
        put(&mut text, &[author, if at + 1 < authors.len() { comma } else { stop }]);
    }
    let day = |date: &Date| dates::date(lang, date);
    if lang == Lang::Zh {
        let kind = if link.is_some() { "[EB/OL]" } else { "[EB]" };
        if let Some(title) = &title {
            put(&mut text, &[title, kind, "//"]);
        }
        put(&mut text, &[assembly, ". ", whole, if title.is_some() { "" } else { kind }, ". "]);
        if let Some(date) = date {
            put(&mut text, &["(", date.as_str(), ")"]);
        }
        put(&mut text, &["[", accessed, "]"]);
    } else {
        if let Some(title) = &title {
            put(&mut text, &["“", title, "”, "]);
        }
        put(&mut text, &[assembly, ", ", whole]);
        if let Some(date) = date {
            put(&mut text, &[", ", &day(date)]);
        }
    }
    if let Some(link) = link {
        put(&mut text, &[". ", link]);
    }
    if lang == Lang::En {
        put(&mut text, &[" (accessed ", &day(&accessed.into()), ")"]);
    }
    if let Some(note) = note {
        let (open, close) = if lang == Lang::Zh { (" （", "）") } else { (" [", "]") };
        put(&mut text, &[open, note.trim_end_matches(['。', '.']), close]);
    }
    text
}

#[inline(never)]
fn put(text: &mut String, pieces: &[&str]) {
    for piece in pieces {
        text.push_str(piece);
    }
}

/// The citation as an entry of BibTeX; `date` and `urldate` are what biblatex reads.
pub fn bibtex(lang: Lang, cited: &Cited<'_>) -> String {
    let Part { title, authors, date, note } = part(lang, cited);
    let Cited { session, link, accessed, .. } = *cited;
    let mut entry = String::new();
    put(&mut entry, &["@", if title.is_some() { "inproceedings" } else { "proceedings" }, "{", &key(cited)]);
    let mut field = |name: &str, value: &str| put(&mut entry, &[",\n  ", name, " = {", value, "}"]);
    if !authors.is_empty() {
        // In braces of its own a name is one whole: there is no given name to be taken from it.
        let mut names = String::new();
        for author in authors {
            let before = if names.is_empty() { "{" } else { " and {" };
            put(&mut names, &[before, &tex(author), "}"]);
        }
        field("author", &names);
    }
    if let Some(title) = &title {
        field("title", &tex(title));
    }
    field(if title.is_some() { "booktitle" } else { "title" }, &tex(&session.title));
    field("organization", &tex(&session.assembly.name));
    // Programs refuse a day that does not exist.
    if let Some(date) = date.filter(|date| date.civil().is_some()) {
        field("date", date.as_str());
        field("year", date.as_str().get(..4).unwrap_or_default());
    }
    if let Some(link) = link {
        field("url", link);
    }
    field("urldate", accessed);
    if let Some(note) = note {
        field("note", &tex(note));
    }
    entry + "\n}\n"
}

fn part<'a>(lang: Lang, cited: &Cited<'a>) -> Part<'a> {
    let Cited { session, lookup, .. } = *cited;
    let t = lang.texts();
    let names = |ids: &[PersonId]| ids.iter().filter_map(|id| lookup.person(session, id)).map(|person| person.name.as_str()).collect();
    let mut part = match cited.place {
        Place::Speech(id) => lookup.speech(session, id.as_str()).map_or_else(Part::default, |speech| {
            let mut authors: Vec<&str> = names(speech.speaker.as_slice());
            if authors.is_empty() {
                authors.extend(speech.attribution.as_deref());
            }
            let note = Some(speech.text_status.map_or(t.text_status_unknown, |status| labels::text_status(lang, status)));
            let note = note.filter(|_| speech.text_status != Some(TextStatus::Verbatim) && !speech.blocks.is_empty());
            Part { title: Some(speech.title.to_string()), authors, date: speech.date.as_ref(), note }
        }),
        Place::AgendaItem(id) => lookup.agenda(session, id.as_str()).map_or_else(Part::default, |item| Part {
            title: Some(item.title.to_string()),
            authors: names(&item.presenters),
            ..Part::default()
        }),
        Place::Resolution(id) => lookup.resolution(session, id.as_str()).map_or_else(Part::default, |resolution| Part {
            title: Some(resolution.title.to_string()),
            date: resolution.date.as_ref(),
            note: resolution.text_status.filter(|status| *status != TextStatus::Verbatim).map(|status| labels::text_status(lang, status)),
            ..Part::default()
        }),
        Place::Vote(id) => {
            let motion = lookup.vote(session, id.as_str()).and_then(|vote| vote.motion.as_deref());
            Part { title: motion.map(ToOwned::to_owned), ..Part::default() }
        }
        Place::Budget(place) => session.budgets.iter().find(|budget| budget.id == place.budget).map_or_else(Part::default, |budget| {
            let mut lines = budget.tables.iter().flat_map(|table| &table.lines);
            let line = place.line.as_ref().and_then(|id| lines.find(|line| line.id == *id));
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            let title = line.map_or_else(|| budget.title.to_string(), |line| format!("{}{colon}{}", budget.title, line.name));
            Part { title: Some(title), ..Part::default() }
        }),
        _ => Part::default(),
    };
    part.date = part.date.or(session.dates.start.as_ref()).or(session.dates.end.value());
    if session.is_sample {
        part.note = Some(t.sample_note);
    }
    part
}

/// A key of letters, digits and hyphens, the same for the same place; any other character is its number in hexadecimal digits.
fn key(cited: &Cited<'_>) -> String {
    let path = cited.place.path();
    let mut key = "yishi".to_owned();
    for part in [cited.session.id.as_str(), &path, cited.at.unwrap_or_default()] {
        if !part.is_empty() {
            key.push('-');
        }
        for c in part.chars() {
            match c {
                '/' | '-' => key.push('-'),
                c if c.is_ascii_alphanumeric() => key.push(c),
                c => {
                    let _ = write!(key, "{:x}", u32::from(c));
                }
            }
        }
    }
    key
}

/// Text as TeX prints it. BibTeX counts braces even behind a backslash, so they go by name; a field is one line.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let name = match c {
            '\\' => "\\textbackslash{}",
            '{' => "\\textbraceleft{}",
            '}' => "\\textbraceright{}",
            '~' => "\\textasciitilde{}",
            '^' => "\\textasciicircum{}",
            '%' | '#' | '$' | '&' | '_' => {
                out.push('\\');
                ""
            }
            _ => "",
        };
        out.push_str(name);
        if name.is_empty() {
            out.push(if c.is_control() { ' ' } else { c });
        }
    }
    out
}
