//! The archive as lists: filtered, by year, by body, and the neighbors of a session.

use crate::age::{self, Age};
use crate::catalogue::{Entry, age as age_of};
use crate::model::Session;
use crate::order::insert;
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
    let ages: Vec<Age<'_>> = entries.iter().map(|entry| age_of(entry)).collect();
    let mut entries: Vec<&Entry> = age::newest_first(&ages).into_iter().map(|at| entries[at]).collect();
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

/// The sessions of the body with this name, newest first.
pub fn of_body<'a>(entries: &'a [Entry], name: &str) -> Vec<&'a Entry> {
    let own: Vec<&Entry> = entries.iter().filter(|entry| entry.assembly.name.as_str() == name).collect();
    newest_first(&own)
}

/// The sessions of the same body before and after the one with this id, in the order of every list.
pub fn neighbors<'a>(entries: &'a [Entry], id: &str) -> (Option<&'a Entry>, Option<&'a Entry>) {
    let Some(this) = entries.iter().find(|entry| entry.id.as_str() == id) else { return (None, None) };
    let own = of_body(entries, &this.assembly.name);
    let at = own.iter().position(|entry| entry.id == this.id).unwrap_or_default();
    (own.get(at + 1).copied(), at.checked_sub(1).and_then(|at| own.get(at).copied()))
}

/// The places of sessions from the oldest to the newest, as a story is told over them.
pub fn oldest_first<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<usize> {
    let ages: Vec<Age<'_>> = sessions.map(Age::of).collect();
    age::oldest_first(&ages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Body, catalogue};
    use crate::model::Dates;

    #[test]
    fn every_list_has_one_order() {
        let given = [("10", "2025-01-08"), ("11", "2025"), ("12", "2025-12"), ("2", "2025-01-08"), ("9", "2025-01-08")];
        let entries: Vec<Entry> = given
            .into_iter()
            .map(|(id, date)| Entry {
                id: id.into(),
                assembly: Body { name: "青溪镇人大".into(), ..Body::default() },
                term: Some(6),
                meeting: id.parse().ok(),
                dates: Dates { start: Some(date.into()), ..Dates::default() },
                ..Entry::default()
            })
            .collect();
        let ids = |entries: &[&Entry]| entries.iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>();
        let expected = ["12", "11", "10", "9", "2"];
        let whole = catalogue(&entries);
        assert_eq!(ids(&whole.sessions.iter().collect::<Vec<_>>()), expected);
        assert_eq!(ids(&of_body(&entries, "青溪镇人大")), expected);
        assert_eq!(ids(&newest_first(&entries.iter().chain(&entries).collect::<Vec<_>>())), expected, "each once");
        for (at, id) in expected.iter().enumerate() {
            let (before, after) = neighbors(&entries, id);
            assert_eq!(before.map(|entry| entry.id.as_str()), expected.get(at + 1).copied(), "before {id}");
            assert_eq!(after.map(|entry| entry.id.as_str()), at.checked_sub(1).map(|at| expected[at]), "after {id}");
        }
        let session = |entry: &Entry| Session {
            id: entry.id.clone(),
            term: entry.term,
            meeting: entry.meeting,
            dates: entry.dates.clone(),
            assembly: crate::model::Assembly { name: entry.assembly.name.clone(), ..crate::model::Assembly::default() },
            ..Session::default()
        };
        let sessions: Vec<Session> = entries.iter().map(session).collect();
        let told: Vec<&str> = oldest_first(sessions.iter()).into_iter().map(|at| sessions[at].id.as_str()).collect();
        assert_eq!(told, ["2", "9", "10", "11", "12"]);
    }
}
