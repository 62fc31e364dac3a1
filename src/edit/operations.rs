//! What a reader can do to any field and any list of a session.

use super::forms::{FLAGS, Sort, is_required, sort, template};
use super::pointer::{entry, in_list, index, split};
use super::step::short;
use super::{Change, Fault, Json, Kind, Patch, Spot};
use crate::model::{Date, Decimal, Text};
use std::collections::HashSet;

/// What stands for “known to be none”.
const NONE: [&str; 2] = ["无", "none"];

/// The value of a field as a person typed it; `None` where nothing is typed. Full-width digits are digits, commas between them are none.
pub fn value_of(sort: Sort, typed: &str) -> Result<Option<Json>, Fault> {
    let plain: String = typed.trim().chars().map(narrow).collect();
    if matches!(sort, Sort::Amount | Sort::Number) && NONE.contains(&plain.as_str()) {
        return Ok(Some(Json::Null));
    }
    if typed.is_empty() || (plain.is_empty() && !matches!(sort, Sort::Text | Sort::Prose)) {
        return Ok(None);
    }
    Ok(Some(match sort {
        Sort::Word(FLAGS) => Json::Bool(plain == "true"),
        Sort::Text | Sort::Prose | Sort::Word(_) | Sort::Person => Json::text(typed),
        Sort::Number => {
            let number: u32 = plain.parse().map_err(|_| Fault::NotANumber)?;
            Json::Number(number.to_string())
        }
        Sort::Amount => {
            let digits: String = plain.chars().filter(|c| *c != ',' && *c != ' ').collect();
            let amount = Decimal::parse(&digits).map_err(|_| Fault::NotAnAmount)?;
            Json::Number(amount.to_string())
        }
        Sort::Date => {
            Date(Text::new(plain.clone())).civil().ok_or(Fault::NotADate)?;
            Json::Text(plain)
        }
    }))
}

/// Gives a field the value that was typed; `None` where it has it already. What holds the field is made where it is missing.
pub fn change_field(document: &Json, at: &str, typed: &str) -> Result<Option<Change>, Fault> {
    let key = split(at).ok_or(Fault::NoSuchPlace)?.1;
    let there = document.get(at);
    let value = match value_of(sort(at), typed)? {
        None if is_required(&key) && sort(at) == Sort::Number => return Err(Fault::NotANumber),
        None if is_required(&key) => Some(Json::text("")),
        value => value,
    };
    if there == value.as_ref() {
        return Ok(None);
    }
    let patch = match (there, value) {
        (None, Some(value)) => insert_deep(document, at, value)?,
        (Some(_), Some(value)) => Patch::Set { at: at.to_owned(), value },
        (Some(_), None) if in_list(at).is_none() => Patch::Remove { at: at.to_owned() },
        (Some(_), None) => Patch::Set { at: at.to_owned(), value: Json::text("") },
        (None, None) => return Ok(None),
    };
    let before = there.map(Json::typed).unwrap_or_default();
    Ok(Some(Change {
        kind: Kind::Change,
        at: at.to_owned(),
        before: short(&before),
        after: short(typed),
        patch,
        to: Spot::field(at),
        confirms: vec![at.to_owned()],
    }))
}

/// Adds an entry with what it needs to a list, before the one that has the number now.
pub fn add(document: &Json, list: &str, index: usize) -> Result<Change, Fault> {
    add_with(document, list, index, &[])
}

/// The same with text in some of its fields, of those that every entry of the list has.
pub fn add_with(document: &Json, list: &str, index: usize, texts: &[(&str, &str)]) -> Result<Change, Fault> {
    let mut value = template(list, &fresh_id(document, prefix(list)));
    for (key, text) in texts {
        *value.get_mut(&format!("/{key}")).ok_or(Fault::NoSuchPlace)? = Json::text(*text);
    }
    let after = short(&name(&value));
    let at = entry(list, index);
    let patch = match document.get(list) {
        Some(Json::List(_)) => Patch::Insert { at: at.clone(), value, place: None },
        Some(_) => return Err(Fault::NoSuchPlace),
        None => insert_deep(document, list, Json::List(vec![value]))?,
    };
    Ok(Change { kind: Kind::Add, at: at.clone(), before: String::new(), after, patch, to: Spot::field(at.clone()), confirms: vec![at] })
}

/// Removes an entry of a list.
pub fn remove(document: &Json, at: &str) -> Result<Change, Fault> {
    let (list, index) = in_list(at).ok_or(Fault::NoSuchPlace)?;
    let value = document.get(at).ok_or(Fault::NoSuchPlace)?;
    // The next one is where it was.
    let left = document.get(list).map_or(0, |list| list.as_list().len()).saturating_sub(1);
    let to = if left == 0 { list.to_owned() } else { entry(list, index.min(left - 1)) };
    Ok(Change {
        kind: Kind::Remove,
        at: at.to_owned(),
        before: short(&name(value)),
        after: String::new(),
        patch: Patch::Remove { at: at.to_owned() },
        to: Spot::field(to),
        confirms: Vec::new(),
    })
}

/// Moves an entry of a list to another place in it; `None` where it is there already.
pub fn move_to(document: &Json, at: &str, index: usize) -> Result<Option<Change>, Fault> {
    let (list, here) = in_list(at).ok_or(Fault::NoSuchPlace)?;
    let value = document.get(at).ok_or(Fault::NoSuchPlace)?;
    let index = index.min(document.get(list).map_or(0, |list| list.as_list().len()).saturating_sub(1));
    if index == here {
        return Ok(None);
    }
    let to = entry(list, index);
    Ok(Some(Change {
        kind: Kind::Move,
        at: at.to_owned(),
        before: short(&name(value)),
        after: (index + 1).to_string(),
        patch: Patch::Move { from: at.to_owned(), to: to.clone() },
        to: Spot::field(to),
        confirms: Vec::new(),
    }))
}

/// Confirms a field as it is.
pub fn confirm(document: &Json, at: &str) -> Result<Change, Fault> {
    let value = document.get(at).ok_or(Fault::NoSuchPlace)?;
    Ok(Change {
        kind: Kind::Confirm,
        at: at.to_owned(),
        before: String::new(),
        after: short(&name(value)),
        patch: Patch::All(Vec::new()),
        to: Spot::field(at),
        confirms: vec![at.to_owned()],
    })
}

/// Confirms everything as it is; what was a draft is one no longer.
pub fn finish(document: &Json) -> Change {
    let status = "/status".to_owned();
    let is_draft = document.field_text("status") == "draft";
    let patches = if is_draft { vec![Patch::Remove { at: status }] } else { Vec::new() };
    Change {
        kind: Kind::ConfirmAll,
        at: String::new(),
        before: String::new(),
        after: String::new(),
        patch: Patch::All(patches),
        to: Spot::default(),
        confirms: vec![String::new()],
    }
}

/// Notes a correction of something, by its id, on a day (`2026-01-31`).
pub fn correct(document: &Json, day: &str, target: Option<&str>, note: &str) -> Result<Change, Fault> {
    let mut fields = vec![("date", day)];
    fields.extend(target.map(|target| ("target", target)));
    fields.push(("note", note));
    let value = Json::fields(&fields);
    let list = "/corrections";
    let at = entry(list, document.get(list).map_or(0, |list| list.as_list().len()));
    let new = match document.get(list) {
        Some(_) => Patch::Insert { at: at.clone(), value, place: None },
        None => insert_deep(document, list, Json::List(vec![value]))?,
    };
    let corrected = Json::text("corrected");
    let status = match document.get("/status").and_then(Json::as_text) {
        // A draft has not been published yet.
        Some("draft") => Patch::All(Vec::new()),
        Some(_) => Patch::Set { at: "/status".into(), value: corrected },
        None => Patch::Insert { at: "/status".into(), value: corrected, place: None },
    };
    let patch = Patch::All(vec![new, status]);
    Ok(Change {
        kind: Kind::Correct,
        at: at.clone(),
        before: String::new(),
        after: short(note),
        patch,
        to: Spot::field(at.clone()),
        confirms: vec![at],
    })
}

/// The name of a thing as the history calls it.
pub fn name(value: &Json) -> String {
    let names = ["title", "name", "term", "text", "motion", "note"];
    names.iter().map(|key| value.field_text(key)).find(|name| !name.is_empty()).map_or_else(|| value.typed(), ToOwned::to_owned)
}

/// An id that nothing in the document has: `prefix-1`, `prefix-2` and so on.
pub(super) fn fresh_id(document: &Json, prefix: &str) -> String {
    let mut taken = HashSet::new();
    document.walk(&mut |at, value| {
        if at.ends_with("/id")
            && let Some(number) = value.as_text().and_then(|id| id.strip_prefix(prefix)?.strip_prefix('-'))
        {
            taken.insert(number.to_owned());
        }
    });
    let number = (1..=taken.len() + 1).map(|number| number.to_string()).find(|number| !taken.contains(number)).unwrap_or_default();
    format!("{prefix}-{number}")
}

/// A new field, with the objects that hold it where they are missing.
fn insert_deep(document: &Json, at: &str, value: Json) -> Result<Patch, Fault> {
    let (parent, key) = split(at).ok_or(Fault::NoSuchPlace)?;
    if matches!(document.get(parent), Some(Json::Object(_))) {
        return Ok(Patch::Insert { at: at.to_owned(), value, place: None });
    }
    // A list has its entries from the first.
    let holder = match index(&key) {
        None => Json::Object(vec![(key, value)]),
        Some(0) => Json::List(vec![value]),
        Some(_) => return Err(Fault::NoSuchPlace),
    };
    match document.get(parent) {
        None => insert_deep(document, parent, holder),
        Some(Json::Null) => Ok(Patch::Set { at: parent.to_owned(), value: holder }),
        Some(Json::List(list)) if list.is_empty() => Ok(Patch::Set { at: parent.to_owned(), value: holder }),
        Some(_) => Err(Fault::NoSuchPlace),
    }
}

/// What the ids of a list begin with.
fn prefix(list: &str) -> &str {
    let key = list.rsplit('/').next().unwrap_or_default();
    match key {
        "people" => "person",
        "sittings" => "sitting",
        "agenda" => "item",
        "speeches" => "speech",
        "blocks" => "block",
        "votes" => "vote",
        "resolutions" => "resolution",
        "budgets" => "budget",
        "tables" => "table",
        "lines" => "line",
        "suggestions" => "suggestion",
        "projects" => "project",
        "documents" => "document",
        "sources" => "source",
        _ => "new",
    }
}

/// A full-width digit or sign as the narrow one.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        '－' | '−' => '-',
        c => c,
    }
}
