//! What is searched for, and among what.

use super::query::Pairs;
use crate::model::{PersonId, SittingId};

/// What kind of thing is found: the groups of the results, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// People and their posts.
    People,
    /// The session itself: title, body, summary.
    Session,
    /// Agenda items and sittings.
    Agenda,
    /// Speeches and reports, by title and by paragraph.
    Speeches,
    /// Votes, resolutions, decisions.
    Decisions,
    /// Budgets and their lines.
    Budget,
    /// Suggestions and bills.
    Suggestions,
    /// Livelihood projects.
    Projects,
    /// Documents, sources, corrections.
    Documents,
    /// Terms explained.
    Glossary,
}

/// The kinds and their names in links.
pub const KINDS: [(Kind, &str); 10] = [
    (Kind::People, "people"),
    (Kind::Session, "session"),
    (Kind::Agenda, "agenda"),
    (Kind::Speeches, "speeches"),
    (Kind::Decisions, "decisions"),
    (Kind::Budget, "budget"),
    (Kind::Suggestions, "suggestions"),
    (Kind::Projects, "projects"),
    (Kind::Documents, "documents"),
    (Kind::Glossary, "glossary"),
];

/// A search: what was typed and what the results are limited to; `None` is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Asked {
    /// What was typed.
    pub text: String,
    /// The kind of thing.
    pub kind: Option<Kind>,
    /// Who spoke, presented or proposed; within a session.
    pub who: Option<PersonId>,
    /// The sitting; within a session.
    pub sitting: Option<SittingId>,
    /// The body, by the full name of its assembly; over the archive.
    pub body: Option<String>,
    /// The year of the first day; over the archive.
    pub year: Option<u16>,
}

impl Asked {
    /// A search for `text` among everything.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    pub(super) fn parse(pairs: &Pairs) -> Self {
        let text = |name| pairs.get(name);
        Self {
            text: pairs.words("q").unwrap_or_default(),
            kind: text("kind").and_then(|name| KINDS.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)),
            who: text("who").map(PersonId),
            sitting: text("sitting").map(SittingId),
            body: pairs.words("body"),
            year: text("year").and_then(|year| year.parse().ok()),
        }
    }

    pub(super) fn write(&self, pairs: &mut Pairs) {
        let year = self.year.map(|year| year.to_string());
        pairs.some_words(&[("q", Some(self.text.as_str()).filter(|text| !text.is_empty()))]);
        pairs.some(&[
            ("kind", KINDS.iter().find(|(kind, _)| Some(*kind) == self.kind).map(|(_, name)| *name)),
            ("who", self.who.as_ref().map(PersonId::as_str)),
            ("sitting", self.sitting.as_ref().map(SittingId::as_str)),
        ]);
        pairs.some_words(&[("body", self.body.as_deref())]);
        pairs.some(&[("year", year.as_deref())]);
    }
}
