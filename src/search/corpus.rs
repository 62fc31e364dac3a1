//! A session as one folded text that is scanned: no index, everything found, in a few milliseconds for ten megabytes.

#[cfg(test)]
mod tests;

use super::{Item, Query, Spot, Term, spots};
use crate::digest::Lookup;
use crate::fold::{fold, occurrences};
use crate::model::{PersonId, Session, SittingId};
use crate::route::{KINDS, Kind};

/// Parts the texts of one thing; no folded text holds it.
const FIELD: char = '\u{1}';
/// Parts two things.
const ITEM: char = '\n';

/// The folded text of a session, with the way back to its things.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    text: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    spot: Spot,
    kind: Kind,
    /// Where it begins in the text, and where its title ends.
    start: u32,
    head_end: u32,
}

/// Which of what is found is wanted; `None` is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// Who spoke, presented or proposed.
    pub who: Option<PersonId>,
    /// The sitting.
    pub sitting: Option<SittingId>,
}

/// How well something fits; the better the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It is the title or name.
    Whole,
    /// The title begins with it.
    Start,
    /// It is in the title.
    Title,
    /// It is in the text.
    Text,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub spot: Spot,
    /// How well it fits.
    pub rank: Rank,
    /// How often the terms occur in it, overlapping ones once.
    pub count: u32,
}

/// What is found of one kind, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// Titles before texts, else in the order of the session.
    pub hits: Vec<Hit>,
}

impl Corpus {
    /// Folds everything that a session shows. For texts up to 4 GiB, more than any file that is read.
    pub fn new(session: &Session, lookup: &Lookup) -> Self {
        let mut corpus = Self::default();
        for spot in spots(session) {
            let Some(item) = Item::of(session, lookup, spot) else { continue };
            let start = corpus.length();
            corpus.text.push_str(&fold(&item.head));
            let head_end = corpus.length();
            for field in &item.body {
                corpus.text.push(FIELD);
                corpus.text.push_str(&fold(field));
            }
            corpus.text.push(ITEM);
            corpus.entries.push(Entry { spot, kind: item.kind, start, head_end });
        }
        corpus
    }

    fn length(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// Every text, folded.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.text.split([FIELD, ITEM]).filter(|text| !text.is_empty())
    }

    /// Whether a folded text is anywhere.
    pub fn holds(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    /// Everything that a query finds, by kind: those of which a title fits first, else in the order of [`KINDS`].
    pub fn find(&self, query: &Query) -> Vec<Group> {
        // The longest term is the rarest, as a rule.
        let terms: Vec<&Term> = query.terms.iter().collect();
        let terms = crate::order::ordered(&terms, |a, b| b.text.len().cmp(&a.text.len()));
        let Some((first, others)) = terms.split_first() else { return Vec::new() };
        let mut found = self.scan(first);
        for term in others {
            found.retain_mut(|(at, hit)| {
                let Some(more) = self.within(*at, term) else { return false };
                hit.rank = hit.rank.max(more.rank);
                hit.count += more.count;
                true
            });
        }
        found.retain(|(at, _)| query.without.iter().all(|needle| !self.entry(*at).contains(needle.as_str())));
        let mut groups: Vec<Group> = KINDS.iter().map(|(kind, _)| Group { kind: *kind, hits: Vec::new() }).collect();
        for rank in [Rank::Whole, Rank::Start, Rank::Title, Rank::Text] {
            for (at, hit) in found.iter().filter(|(_, hit)| hit.rank == rank) {
                groups[self.entries[*at].kind as usize].hits.push(*hit);
            }
        }
        groups.retain(|group| !group.hits.is_empty());
        let is_text = |group: &Group| group.hits.first().is_none_or(|hit| hit.rank == Rank::Text);
        crate::order::ordered(&groups, |a, b| is_text(a).cmp(&is_text(b)))
    }

    /// The things in which a term occurs, in order.
    fn scan(&self, term: &Term) -> Vec<(usize, Hit)> {
        let mut found: Vec<(usize, Hit)> = Vec::new();
        for needle in term.needles() {
            let mut at = 0;
            let mut sorted: Vec<(usize, Hit)> = Vec::new();
            for place in occurrences(&self.text, needle) {
                while self.entries.get(at + 1).is_some_and(|next| next.start as usize <= place) {
                    at += 1;
                }
                let rank = self.rank(at, place, needle.len());
                match sorted.last_mut() {
                    Some((last, hit)) if *last == at => {
                        hit.rank = hit.rank.min(rank);
                        hit.count += 1;
                    }
                    _ => sorted.push((at, Hit { spot: self.entries[at].spot, rank, count: 1 })),
                }
            }
            found = if found.is_empty() { sorted } else { merged(&found, &sorted) };
        }
        found
    }

    /// How a term occurs in one thing.
    fn within(&self, at: usize, term: &Term) -> Option<Hit> {
        let (text, start) = (self.entry(at), self.entries[at].start as usize);
        let mut hit = Hit { spot: self.entries[at].spot, rank: Rank::Text, count: 0 };
        for needle in term.needles() {
            for place in occurrences(text, needle) {
                hit.rank = hit.rank.min(self.rank(at, start + place, needle.len()));
                hit.count += 1;
            }
        }
        (hit.count > 0).then_some(hit)
    }

    fn rank(&self, at: usize, place: usize, length: usize) -> Rank {
        let Entry { start, head_end, .. } = self.entries[at];
        let (start, head_end) = (start as usize, head_end as usize);
        match () {
            () if place >= head_end => Rank::Text,
            () if place > start => Rank::Title,
            () if place + length < head_end => Rank::Start,
            () => Rank::Whole,
        }
    }

    fn entry(&self, at: usize) -> &str {
        let start = self.entries[at].start as usize;
        let end = self.entries.get(at + 1).map_or(self.text.len(), |next| next.start as usize);
        &self.text[start..end]
    }
}

/// Two lists of things in order as one.
fn merged(a: &[(usize, Hit)], b: &[(usize, Hit)]) -> Vec<(usize, Hit)> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut all = Vec::new();
    loop {
        let both = match (a.peek(), b.peek()) {
            (None, None) => return all,
            (Some(x), Some(y)) if x.0 == y.0 => {
                let (x, y) = (**x, **y);
                a.next();
                b.next();
                (x.0, Hit { rank: x.1.rank.min(y.1.rank), count: x.1.count + y.1.count, ..x.1 })
            }
            (Some(x), other) if other.is_none_or(|y| x.0 < y.0) => {
                let x = **x;
                a.next();
                x
            }
            (_, y) => {
                let y = y.map(|y| **y);
                b.next();
                let Some(y) = y else { return all };
                y
            }
        };
        all.push(both);
    }
}

/// Those of the hits that are wanted.
pub fn only(groups: Vec<Group>, session: &Session, lookup: &Lookup, only: &Only) -> Vec<Group> {
    if *only == Only::default() {
        return groups;
    }
    let is_wanted = |hit: &Hit| {
        Item::of(session, lookup, hit.spot).is_some_and(|item| {
            only.who.as_ref().is_none_or(|who| item.who.contains(&who)) && only.sitting.as_ref().is_none_or(|id| item.sitting == Some(id))
        })
    };
    let mut groups = groups;
    for group in &mut groups {
        group.hits.retain(is_wanted);
    }
    groups.retain(|group| !group.hits.is_empty());
    groups
}
