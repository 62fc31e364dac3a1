//! What the index needs of one session.

use super::super::Line;
use super::super::grams::grams;
use super::Input;
use crate::digest::Lookup;
use crate::model::Date;
use crate::publish::{Problem, checked};
use crate::read::fits;
use crate::search::{NameKind, fold, items, names};
use std::{fs, io};

/// A session, taken apart.
pub struct Parts {
    pub line: Line,
    /// By what it has its place among all: its first day as `2024-07-18`, zeros where it is not known so far, then term and meeting in as many
    /// digits as they can have.
    pub age: String,
    /// Its terms in order, each once and doubled, with one more where it is in no heading.
    pub terms: Vec<u64>,
    /// The people and bodies it names.
    pub names: Vec<(NameKind, String)>,
    /// Bytes of its folded text.
    pub text_bytes: u64,
}

/// Reads a session; it must be one that may be published, in a file that is named after it.
pub fn read(input: &Input) -> io::Result<Result<Parts, Problem>> {
    if let Err(error) = fits(fs::metadata(&input.path)?.len()) {
        return Ok(Err(Problem::Unreadable(error)));
    }
    let session = match checked(&fs::read(&input.path)?) {
        Ok(session) => session,
        Err(problem) => return Ok(Err(problem)),
    };
    if session.id.as_str() != input.id {
        return Ok(Err(Problem::FileName { id: session.id.to_string() }));
    }
    let mut terms = Vec::new();
    let mut text_bytes = 0;
    let mut put = |text: &str, is_body: bool| {
        let text = fold(text);
        text_bytes += text.len() as u64;
        grams(&text, &mut |term| terms.push(term << 1 | u64::from(is_body)));
    };
    for item in items(&session, &Lookup::new(&session)) {
        put(&item.head, false);
        item.body.iter().for_each(|text| put(text, true));
    }
    // What is in a heading comes first and stays.
    terms.sort_unstable();
    terms.dedup_by_key(|term| *term >> 1);
    terms.shrink_to_fit();
    let dates = session.days();
    let first = dates.start.as_ref().or(dates.end.value());
    let civil = first.and_then(Date::civil);
    let line = Line {
        id: input.id.clone(),
        day: first.map(|date| date.as_str().to_owned()).unwrap_or_default(),
        body: session.assembly.name.to_string(),
        title: session.title.to_string(),
        is_sample: session.is_sample,
    };
    // Titles, posts and offices are as many as there are sessions; they are found by their characters.
    let names = names(&session).into_iter().filter(|name| matches!(name.kind, NameKind::Person | NameKind::Body));
    Ok(Ok(Parts {
        line,
        age: age(civil, session.term, session.meeting),
        terms,
        names: names.map(|name| (name.kind, name.text)).collect(),
        text_bytes,
    }))
}

/// Sessions of one day go by their numbers. Of a session that is known by its year only no more is worked out, unlike in lists: a small level does not
/// know the sessions around it.
fn age(day: Option<crate::model::Civil>, term: Option<u32>, meeting: Option<u32>) -> String {
    let day = day.map_or_else(String::new, |day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    format!("{day} {:010} {:010}", term.map_or(0, |n| u64::from(n) + 1), meeting.map_or(0, |n| u64::from(n) + 1))
}
