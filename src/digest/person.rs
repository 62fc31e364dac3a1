//! Who is who in the sessions of one body, and what a person held over time.
//!
//! The same id is the same person. Without the same id it takes the same name and the same post, title and organization alike, and a post that
//! one person holds at a time ([`post`]): a town has dozens of deputies and one mayor. A name alone is never enough; people who share only
//! that are listed as such ([`namesakes`]). Two ids in one session are two people, whatever else they share: where a post would join them, it
//! joins nobody.
//!
//! Names, titles and organizations are compared as search folds them, for lists pad a name to three places and write its dot in many ways.
//! What is shown is what was printed.

mod post;

use crate::fold::fold;
use crate::model::{Date, Person, PersonId, Session, Stated, SuggestionId, Text};
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
    let joined = joined(&own, &held(sessions, &all, &own));
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

/// A name with a post, both as they are compared, and whose it is.
struct Holder {
    key: [String; 3],
    /// Which of all that the sessions name.
    at: usize,
}

/// Everyone with each of their posts that only one person holds, those of one name and post together.
fn held(sessions: &[&Session], all: &[Seen], own: &[usize]) -> Vec<Holder> {
    let mut held = Vec::new();
    for (at, seen) in all.iter().enumerate() {
        let person: &Person = &sessions[seen.session].people[seen.person];
        for post in person.posts.iter().filter(|post| post::is_of_one(post)) {
            let organization = post.organization.as_deref().map(fold).unwrap_or_default();
            held.push(Holder { key: [fold(&post.title), organization, name_key(&person.name)], at });
        }
    }
    // A session that shows two people in a post says that it is not one person's, in all sessions.
    let post = |at: usize| -> &[String] { &held[at].key[..2] };
    let by_post = order(held.len(), &mut |a, b| (post(a), all[held[a].at].session).cmp(&(post(b), all[held[b].at].session)));
    let is_shared = |pair: &[usize]| {
        let [a, b] = [pair[0], pair[1]].map(|at| held[at].at);
        post(pair[0]) == post(pair[1]) && all[a].session == all[b].session && own[a] != own[b]
    };
    let mut shared: Vec<Vec<String>> = by_post.windows(2).filter(|pair| is_shared(pair)).map(|pair| post(pair[0]).to_vec()).collect();
    shared.dedup();
    held.retain(|holder| shared.binary_search_by(|post| post[..].cmp(&holder.key[..2])).is_err());
    let by_key = order(held.len(), &mut |a, b| held[a].key.cmp(&held[b].key));
    let mut places: Vec<Option<Holder>> = held.into_iter().map(Some).collect();
    by_key.into_iter().filter_map(|at| places[at].take()).collect()
}

/// The number of the group of each: those of one number, joined with those of one name and post.
fn joined(own: &[usize], held: &[Holder]) -> Vec<usize> {
    let mut above = own.to_vec();
    for pair in held.windows(2) {
        if pair[0].key == pair[1].key {
            let (a, b) = (top(&above, pair[0].at), top(&above, pair[1].at));
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

/// A name as it is compared: as search folds it, and with one dot between the parts of a name. The full-width full stop that some offices
/// write there is one in figures, so search keeps it apart.
///
/// ```
/// use yishi::digest::person::name_key;
/// assert_eq!(name_key("阿依夏．卡德尔"), name_key("阿依夏·卡德尔"));
/// assert_eq!(name_key("王　岚"), name_key("王岚"));
/// ```
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    if folded.is_ascii() { folded } else { folded.replace('.', "·") }
}

/// The others among `people` who have a name of the one at `this`, in whatever spelling: the files do not tell whether they are the same person.
pub fn namesakes(sessions: &[&Session], people: &[Vec<Seen>], this: usize) -> Vec<usize> {
    let names = |at: usize| -> Vec<String> {
        people.get(at).into_iter().flatten().filter_map(|seen| Some(name_key(&seen.of(sessions)?.name))).collect()
    };
    let own = names(this);
    (0..people.len()).filter(|at| *at != this && names(*at).iter().any(|name| own.contains(name))).collect()
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
                is_alike(Some(known.title), Some(&post.title))
                    && is_alike(known.organization, post.organization.as_ref())
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

/// Whether two texts are one, but for how they are written.
pub(super) fn is_alike(a: Option<&Text>, b: Option<&Text>) -> bool {
    a == b || a.zip(b).is_some_and(|(a, b)| fold(a) == fold(b))
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
