//! What a plain word also means in a session: 修路 finds 公路养护, and a line whose class is explained with the word.

use super::gathered::{ORDER, kind};
use super::{About, Subject, Topic, asked, explained, subjects};
use crate::budget::classes::Class;
use crate::model::Session;
use crate::route::Kind;
use crate::search::{Query, Spot, Term};

/// What a plain word asks for beside itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Places of subjects in the lexicon, and of each the topics that are meant, a bit for each.
    pub topics: Vec<(usize, u32)>,
    /// The word, folded.
    term: String,
}

impl Meant {
    /// What a query means beside its own letters: only one plain word means more than it says. What is in quotation marks is meant as it stands.
    pub fn of(query: &Query) -> Self {
        match &query.terms[..] {
            [term] if !term.is_quoted && query.without.is_empty() => Self { topics: asked(&term.text), term: term.text.clone() },
            _ => Self::default(),
        }
    }

    /// The subjects that are meant.
    pub fn subjects(&self) -> impl Iterator<Item = &'static Subject> {
        self.topics.iter().filter_map(|(at, _)| subjects().get(*at))
    }

    fn parts(&self) -> Vec<&'static Topic> {
        let of = |(at, bits): &(usize, u32)| {
            let topics = subjects().get(*at).map_or(&[][..], |subject| &subject.topics);
            let bits = *bits;
            topics.iter().enumerate().filter(move |(bit, _)| bits >> bit & 1 == 1).map(|(_, topic)| topic)
        };
        self.topics.iter().flat_map(of).collect()
    }

    /// The words that are looked for beside the one that was typed.
    pub fn words(&self) -> Vec<&'static str> {
        let mut words = Vec::new();
        for word in self.parts().into_iter().flat_map(|topic| &topic.words) {
            if *word != self.term && !words.contains(word) {
                words.push(*word);
            }
        }
        words
    }

    /// The codes that are looked for.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes = Vec::new();
        for code in self.parts().into_iter().flat_map(|topic| &topic.codes) {
            if !codes.contains(code) {
                codes.push(*code);
            }
        }
        codes
    }

    /// A query that marks the words.
    pub fn marks(&self) -> Query {
        let others = self.words().into_iter().map(ToOwned::to_owned).collect();
        Query { terms: vec![Term { text: self.term.clone(), is_quoted: true, others }], ..Query::default() }
    }

    /// Whether something is about what is meant.
    pub fn has(&self, one: &About) -> bool {
        self.topics.iter().any(|(subject, topics)| one.subject == *subject && one.topics & topics != 0)
    }
}

/// What is found by kind, money first; and the lines that are found by their explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// What is found of each kind, in the order of the session.
    pub groups: Vec<(Kind, Vec<Spot>)>,
    /// Budget lines that say nothing of it themselves, with the class that is explained with the word.
    pub explained: Vec<(Spot, &'static Class)>,
}

impl Related {
    /// What a word also means in a session, but for what was found by its letters.
    pub fn of(session: &Session, about: &[About], meant: &Meant, exact: &[Spot]) -> Self {
        let mut found: Vec<Spot> = Vec::new();
        for one in about.iter().filter(|one| meant.has(one) && !exact.contains(&one.spot)) {
            if found.last() != Some(&one.spot) {
                found.push(one.spot);
            }
        }
        let of_kind = |wanted: Kind| found.iter().copied().filter(move |spot| kind(*spot) == Some(wanted)).collect::<Vec<_>>();
        let groups = ORDER.into_iter().map(|kind| (kind, of_kind(kind))).filter(|(_, spots)| !spots.is_empty()).collect();
        let mut lines = if meant.term.chars().count() > 1 { explained(session, &meant.term) } else { Vec::new() };
        lines.retain(|(spot, _)| !exact.contains(spot) && !found.contains(spot));
        Self { groups, explained: lines }
    }

    /// How many things are found.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, spots)| spots.len()).sum::<usize>() + self.explained.len()
    }
}
