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
    /// The absolute link; `None` for a file that is on no site.
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
    let mut pieces: Vec<&str> = Vec::new();
    for author in &authors {
        pieces.extend([author, ", "]);
    }
    let day;
    if lang == Lang::Zh {
        let kind = if link.is_some() { "[EB/OL]" } else { "[EB]" };
        if pieces.pop().is_some() {
            pieces.push(". ");
        }
        match &title {
            Some(title) => pieces.extend([title, kind, "//", assembly, ". ", whole, ". "]),
            None => pieces.extend([assembly, ". ", whole, kind, ". "]),
        }
        if let Some(date) = date {
            pieces.extend(["(", date.as_str(), ")"]);
        }
        pieces.extend(["[", accessed, "]"]);
    } else {
        if let Some(title) = &title {
            pieces.extend(["“", title, "”, "]);
        }
        pieces.extend([assembly, ", ", whole]);
        if let Some(date) = date {
            day = dates::date(lang, date);
            pieces.extend([", ", &day]);
        }
    }
    if let Some(link) = link {
        pieces.extend([". ", link]);
    }
    let accessed = dates::date(lang, &accessed.into());
    if lang == Lang::En {
        pieces.extend([" (accessed ", &accessed, ")"]);
    }
    if let Some(note) = note {
        let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" [", "]") };
        pieces.extend([open, note.trim_end_matches(['。', '.']), close]);
    }
    pieces.concat()
}

/// The citation as an entry of BibTeX; `date` and `urldate` are what biblatex reads.
pub fn bibtex(lang: Lang, cited: &Cited<'_>) -> String {
    let Part { title, authors, date, note } = part(lang, cited);
    let Cited { session, link, accessed, .. } = *cited;
    let mut entry = format!("@{}{{{}", if title.is_some() { "inproceedings" } else { "proceedings" }, key(cited));
    let mut field = |name: &str, value: &str| {
        let _ = write!(entry, ",\n  {name} = {{{value}}}");
    };
    if !authors.is_empty() {
        // In braces of its own a name is one whole: there is no given name to be taken from it.
        field("author", &authors.iter().map(|name| format!("{{{}}}", tex(name))).collect::<Vec<_>>().join(" and "));
    }
    match &title {
        Some(title) => {
            field("title", &tex(title));
            field("booktitle", &tex(&session.title));
        }
        None => field("title", &tex(&session.title)),
    }
    field("organization", &tex(&session.assembly.name));
    // Programs refuse a day that does not exist.
    if let Some((date, year)) = date.and_then(|date| Some((date, date.year()?))) {
        field("date", date.as_str());
        field("year", &year.to_string());
    }
    if let Some(link) = link {
        field("url", &link.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C"));
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
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '%' | '#' | '$' | '&' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
