//! Who is who in the sessions of one body, and what a person held over time.
//!
//! The same id is the same person. Without the same id it takes the same name and the same post, title and organization alike; a name alone
//! is never enough. Two ids in one session are two people, whatever else they share: where a post would join them, it joins nobody.

use crate::model::{Date, Person, PersonId, Post, Session, Stated, SuggestionId, Text};
use crate::order::{order, ordered};

/// A person in one session: positions among the sessions given and among its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// Which session.
    pub session: usize,
    /// Which of its people.
    pub person: usize,
}

impl Seen {
    /// The person as that session has them.
    pub fn of<'a>(self, sessions: &[&'a Session]) -> Option<&'a Person> {
        sessions.get(self.session)?.people.get(self.person)
    }
}

/// The people of some sessions of one body: each with every session that names them, in the order of the sessions. Of two people of a session
/// with one id the first counts, as everywhere.
pub fn people(sessions: &[&Session]) -> Vec<Vec<Seen>> {
    let mut all = Vec::new();
    for (session, content) in sessions.iter().enumerate() {
        all.extend((0..content.people.len()).map(|person| Seen { session, person }));
    }
    let person = |at: usize| -> &Person { &sessions[all[at].session].people[all[at].person] };
    // Everyone with one id gets the number of the first of them.
    let by_id = order(all.len(), &mut |a, b| person(a).id.cmp(&person(b).id));
    let mut own: Vec<usize> = (0..all.len()).collect();
    for pair in by_id.windows(2) {
        if person(pair[0]).id == person(pair[1]).id {
            own[pair[1]] = own[pair[0]];
        }
    }
    let joined = joined(&own, &held(sessions, &all));
    // A group in which a session has two ids falls apart into its ids.
    let by_group = order(all.len(), &mut |a, b| (joined[a], all[a].session, own[a]).cmp(&(joined[b], all[b].session, own[b])));
    let mut broken: Vec<bool> = vec![false; all.len()];
    for pair in by_group.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if joined[a] == joined[b] && all[a].session == all[b].session && own[a] != own[b] {
            broken[joined[a]] = true;
        }
    }
    let group = |at: usize| if broken[joined[at]] { own[at] } else { joined[at] };
    let mut places: Vec<Option<usize>> = vec![None; all.len()];
    let mut groups: Vec<Vec<Seen>> = Vec::new();
    for (at, seen) in all.iter().enumerate() {
        match places[group(at)] {
            None => {
                places[group(at)] = Some(groups.len());
                groups.push(vec![*seen]);
            }
            Some(place) if groups[place].last().is_some_and(|last| last.session == seen.session) => {}
            Some(place) => groups[place].push(*seen),
        }
    }
    groups
}

/// Everyone with each of their posts, those of one name and post together.
fn held<'a>(sessions: &[&'a Session], all: &[Seen]) -> Vec<(&'a str, &'a Post, usize)> {
    let mut held = Vec::new();
    for (at, seen) in all.iter().enumerate() {
        let person: &Person = &sessions[seen.session].people[seen.person];
        held.extend(person.posts.iter().map(|post| (person.name.as_str(), post, at)));
    }
    ordered(&held, |a, b| key(*a).cmp(&key(*b)))
}

fn key<'a>((name, post, _): (&'a str, &'a Post, usize)) -> (&'a str, &'a Text, &'a Option<Text>) {
    (name, &post.title, &post.organization)
}

/// The number of the group of each: those of one number, joined with those of one name and post.
fn joined(own: &[usize], held: &[(&str, &Post, usize)]) -> Vec<usize> {
    let mut above = own.to_vec();
    for pair in held.windows(2) {
        if key(pair[0]) == key(pair[1]) {
            let (a, b) = (top(&above, pair[0].2), top(&above, pair[1].2));
            above[a.max(b)] = a.min(b);
        }
    }
    (0..own.len()).map(|at| top(&above, at)).collect()
}

fn top(above: &[usize], mut at: usize) -> usize {
    while above[at] != at {
        at = above[at];
    }
    at
}

/// The one among `people` who has this id in some session.
pub fn position(sessions: &[&Session], people: &[Vec<Seen>], id: &PersonId) -> Option<usize> {
    people.iter().position(|seen| seen.iter().any(|seen| seen.of(sessions).is_some_and(|person| person.id == *id)))
}

/// The others among `people` who have a name of the one at `this`: other people, as far as the files tell.
pub fn namesakes(sessions: &[&Session], people: &[Vec<Seen>], this: usize) -> Vec<usize> {
    let names = |at: usize| people.get(at).into_iter().flatten().filter_map(|seen| Some(&seen.of(sessions)?.name));
    (0..people.len()).filter(|at| *at != this && names(*at).any(|name| names(this).any(|own| own == name))).collect()
}

/// A post and the sessions that show a person in it, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// Title.
    pub title: &'a Text,
    /// Organization.
    pub organization: Option<&'a Text>,
    /// Since when, as far as any of the sessions says.
    pub from: Option<&'a Date>,
    /// Until when, as the last session that says it has it.
    pub to: Option<&'a Stated<Date>>,
    /// The sessions that say so, in order; never empty.
    pub sessions: Vec<usize>,
}

/// The posts of a person over time. A post that one session after the other names is one entry; one that comes back later is another.
pub fn posts<'a>(sessions: &[&'a Session], seen: &[Seen]) -> Vec<Held<'a>> {
    let mut held: Vec<Held<'a>> = Vec::new();
    let mut before = None;
    for here in seen {
        for post in here.of(sessions).map_or(&[][..], |person| &person.posts) {
            let is_same = |known: &Held<'a>| {
                let last = known.sessions.last().copied();
                *known.title == post.title
                    && known.organization == post.organization.as_ref()
                    && (last == before || last == Some(here.session))
            };
            let at = held.iter().position(is_same).unwrap_or(held.len());
            if at == held.len() {
                held.push(Held {
                    title: &post.title,
                    organization: post.organization.as_ref(),
                    from: None,
                    to: None,
                    sessions: Vec::new(),
                });
            }
            let known = &mut held[at];
            known.from = known.from.or(post.from.as_ref());
            known.to = Some(&post.to).filter(|to| !to.is_unknown()).or(known.to);
            if known.sessions.last() != Some(&here.session) {
                known.sessions.push(here.session);
            }
        }
        before = Some(here.session);
    }
    held
}

/// What a session says of a suggestion: positions among the sessions given and in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The last session that tells of it.
    pub session: usize,
    /// Its place in that session's list.
    pub at: usize,
    /// Whether the person led it, in any session; else they joined it.
    pub led: bool,
    /// Where its outcome was stated last.
    pub outcome: Option<(usize, usize)>,
    /// Where its status was stated last.
    pub status: Option<(usize, usize)>,
}

/// The suggestions that a person led or joined, each once, with what is known last; newest first.
pub fn raised(sessions: &[&Session], seen: &[Seen]) -> Vec<Raised> {
    let ids: Vec<&PersonId> = seen.iter().filter_map(|seen| Some(&seen.of(sessions)?.id)).collect();
    let mut found: Vec<(&SuggestionId, Raised)> = Vec::new();
    // A person's id holds in every session of the body, so their suggestions are theirs where they are not listed among the people, too.
    for (session, content) in sessions.iter().enumerate() {
        for (at, suggestion) in content.suggestions.iter().enumerate() {
            let led = suggestion.lead.as_ref().is_some_and(|lead| ids.contains(&lead));
            let joined = suggestion.cosigners.iter().any(|joined| ids.contains(&joined));
            let known = found.iter().position(|(id, _)| **id == suggestion.id);
            let place = match known {
                Some(place) => place,
                None if led || joined => {
                    found.push((&suggestion.id, Raised { session, at, led, outcome: None, status: None }));
                    found.len() - 1
                }
                None => continue,
            };
            let raised = &mut found[place].1;
            (raised.session, raised.at, raised.led) = (session, at, raised.led || led);
            if suggestion.outcome.value().is_some() {
                raised.outcome = Some((session, at));
            }
            if suggestion.status.is_some() {
                raised.status = Some((session, at));
            }
        }
    }
    let raised: Vec<Raised> = found.into_iter().map(|(_, raised)| raised).collect();
    ordered(&raised, |a, b| b.session.cmp(&a.session))
}

#[cfg(test)]
mod tests;
