//! The archive as lists: filtered, by year, by body, and the neighbors of a session.

use crate::catalogue::{Entry, newer};
use crate::model::{Civil, Date, Dates, SessionId};
use crate::order::{insert, ordered};
use crate::route::Filter;

pub use crate::catalogue::{region, year};

/// The sessions that a filter lets through, in the order of the catalogue (newest first).
pub fn filtered<'a>(entries: &'a [Entry], filter: &Filter) -> Vec<&'a Entry> {
    entries
        .iter()
        .filter(|entry| filter.place.as_deref().is_none_or(|place| region(entry) == Some(place)))
        .filter(|entry| filter.year.is_none_or(|wanted| year(entry).unwrap_or_default() == wanted))
        .filter(|entry| filter.level.is_none_or(|level| entry.assembly.level == Some(level)))
        .collect()
}

/// Sessions from several lists in the order of a catalogue, each once.
pub fn newest_first<'a>(entries: &[&'a Entry]) -> Vec<&'a Entry> {
    let mut entries = ordered(entries, |a, b| newer(a, b));
    entries.dedup_by(|a, b| a.id == b.id);
    entries
}

/// Sessions in groups that share a key, groups in the order of their first session.
pub fn grouped<'a, K: PartialEq>(entries: &[&'a Entry], key: impl Fn(&'a Entry) -> K) -> Vec<(K, Vec<&'a Entry>)> {
    let mut groups: Vec<(K, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let wanted = key(entry);
        match groups.iter_mut().find(|(key, _)| *key == wanted) {
            Some((_, group)) => group.push(entry),
            None => groups.push((wanted, vec![entry])),
        }
    }
    groups
}

/// The values that occur, each once, sorted.
pub fn values<'a, V: Ord>(entries: &'a [Entry], value: impl Fn(&'a Entry) -> Option<V>) -> Vec<V> {
    let mut values = Vec::new();
    for value in entries.iter().filter_map(value) {
        insert(&mut values, value);
    }
    values
}

/// The sessions of the same body before and after the one with this id, by date and then by term and meeting.
pub fn neighbors<'a>(entries: &'a [Entry], id: &str) -> (Option<&'a Entry>, Option<&'a Entry>) {
    let Some(this) = entries.iter().find(|entry| entry.id.as_str() == id) else { return (None, None) };
    let others = || entries.iter().filter(|entry| entry.assembly.name == this.assembly.name && entry.id != this.id);
    let before = others().filter(|entry| order(entry) < order(this)).max_by_key(|entry| order(entry));
    let after = others().filter(|entry| order(entry) > order(this)).min_by_key(|entry| order(entry));
    (before, after)
}

fn order(entry: &Entry) -> (Option<Civil>, Option<u32>, Option<u32>, &str) {
    place_in_time(&entry.dates, entry.term, entry.meeting, &entry.id)
}

/// What the sessions of a body are in order of: by date and then by term and meeting.
pub fn place_in_time<'a>(
    dates: &Dates,
    term: Option<u32>,
    meeting: Option<u32>,
    id: &'a SessionId,
) -> (Option<Civil>, Option<u32>, Option<u32>, &'a str) {
    let date = dates.start.as_ref().or(dates.end.value()).and_then(Date::civil);
    (date, term, meeting, id.as_str())
}
