//! What does not fit between the sessions of an archive. Data only: the sentences are in `i18n::findings`.

use super::ledger::Record;
use crate::catalogue::Catalogue;
use crate::publish::CrossSessionIssue;
use std::collections::{BTreeMap, BTreeSet};

/// Everything of that kind, in the order of ids.
pub(super) fn cross_session_issues(catalogue: &Catalogue, records: &BTreeMap<String, Record>) -> Vec<CrossSessionIssue> {
    let bodies: BTreeMap<&str, &str> = catalogue.sessions.iter().map(|entry| (entry.id.as_str(), entry.assembly.name.as_str())).collect();
    let mut found = Vec::new();
    for (id, record) in records {
        for (target, path) in &record.links {
            let (id, path, target) = (id.clone(), path.clone(), target.clone());
            match bodies.get(target.as_str()) {
                _ if target == id => found.push(CrossSessionIssue::Itself { id, path }),
                None => found.push(CrossSessionIssue::Missing { id, path, target }),
                Some(body) if bodies.get(id.as_str()) != Some(body) => {
                    found.push(CrossSessionIssue::OtherBody { id, path, target, body: (*body).to_owned() });
                }
                Some(_) => {}
            }
        }
    }
    found.extend(circles(records));
    found.extend(spellings(catalogue));
    found
}

/// Each circle once. What leads to no circle is taken away first, then what only leads to one; the rest is followed until it comes round.
fn circles(records: &BTreeMap<String, Record>) -> Vec<CrossSessionIssue> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, record) in records {
        let targets = record.links.keys().map(String::as_str).filter(|target| target != id && records.contains_key(*target));
        next.insert(id, targets.collect());
    }
    let mut found = Vec::new();
    loop {
        loop {
            let ends: BTreeSet<&str> = next.iter().filter(|(_, targets)| targets.is_empty()).map(|(id, _)| *id).collect();
            if ends.is_empty() {
                break;
            }
            next.retain(|id, _| !ends.contains(id));
            for targets in next.values_mut() {
                targets.retain(|target| !ends.contains(target));
            }
        }
        let Some((first, _)) = next.first_key_value() else { return found };
        let mut way = vec![*first];
        // Every session that is left has a target that is left, so the way comes round.
        while let Some(target) = way.last().and_then(|last| next.get(last)).and_then(BTreeSet::first) {
            if let Some(start) = way.iter().position(|id| id == target) {
                way.drain(..start);
                break;
            }
            way.push(target);
        }
        found.push(CrossSessionIssue::Circle { ids: way.iter().map(ToString::to_string).collect() });
        next.retain(|id, _| !way.contains(id));
        for targets in next.values_mut() {
            targets.retain(|target| !way.contains(target));
        }
    }
}

fn spellings(catalogue: &Catalogue) -> Vec<CrossSessionIssue> {
    // By what they share, then by spelling: the first session in the order of ids.
    let mut groups: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
    for entry in &catalogue.sessions {
        let body = &entry.assembly;
        let bare: String = body.name.chars().filter(|c| !c.is_whitespace()).collect();
        let short = body.short_name.as_deref().zip(body.place.as_deref()).map(|(short, place)| format!("{short} · {place}"));
        for key in [Some(bare), short].into_iter().flatten() {
            let first = groups.entry(key).or_default().entry(body.name.as_str()).or_insert(entry.id.as_str());
            *first = (*first).min(entry.id.as_str());
        }
    }
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for (of, names) in groups {
        if names.len() > 1 && told.insert(names.keys().copied().collect::<Vec<_>>()) {
            let names = names.into_iter().map(|(name, id)| (name.to_owned(), id.to_owned())).collect();
            found.push(CrossSessionIssue::Spelling { of, names });
        }
    }
    found
}
