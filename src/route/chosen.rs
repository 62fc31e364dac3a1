//! What a reader has chosen in a list of suggestions, and places beyond one session; both live in the link.

use super::SUBJECT;
use super::query::{Pairs, decode_segment, once_more};
use super::tail::{Kind, LITERAL, literal};
use crate::model::{Outcome, PersonId, SessionId};

/// Which suggestions are listed; `None` is all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chosen {
    /// Status, in the file's own words.
    pub status: Option<String>,
    /// What became of them.
    pub outcome: Option<Outcome>,
    /// The unit that answers or helps.
    pub unit: Option<String>,
    /// Field, in the file's own words.
    pub category: Option<String>,
    /// Who led or joined.
    pub person: Option<PersonId>,
    /// Only those without an answer in time.
    pub overdue: bool,
    /// What is looked for in titles, names and units.
    pub text: Option<String>,
}

/// The outcomes and their names in links.
pub const OUTCOMES: [(Outcome, &str); 4] = [(Outcome::A, "A"), (Outcome::B, "B"), (Outcome::C, "C"), (Outcome::D, "D")];

impl Chosen {
    pub(super) fn parse(pairs: &Pairs) -> Self {
        Self {
            status: pairs.words("status"),
            outcome: pairs.get("outcome").and_then(|name| OUTCOMES.iter().find(|(_, known)| *known == name).map(|(outcome, _)| *outcome)),
            unit: pairs.words("unit"),
            category: pairs.words("category"),
            person: pairs.get("who").map(PersonId),
            overdue: pairs.get("overdue").is_some(),
            text: pairs.words("text"),
        }
    }

    pub(super) fn write(&self, pairs: &mut Pairs) {
        let outcome = OUTCOMES.iter().find(|(outcome, _)| Some(*outcome) == self.outcome).map(|(_, name)| *name);
        pairs.some_words(&[("status", self.status.as_deref())]);
        pairs.some(&[("outcome", outcome)]);
        pairs.some_words(&[("unit", self.unit.as_deref()), ("category", self.category.as_deref()), ("text", self.text.as_deref())]);
        pairs.some(&[("who", self.person.as_ref().map(PersonId::as_str)), ("overdue", self.overdue.then_some("1"))]);
    }
}

/// A place beyond one session of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Across {
    /// A body, by the full name of its assembly.
    Body(String),
    /// A person in the sessions of a body, by an id that one of them gives.
    Person {
        /// The full name of the assembly.
        body: String,
        /// The id.
        person: PersonId,
    },
    /// Two sessions side by side.
    Compare(SessionId, SessionId),
    /// What the sessions of a body, or of the whole archive, have about a subject.
    Subject {
        /// The full name of the assembly; `None` for the whole archive.
        body: Option<String>,
        /// The subject's id.
        subject: String,
    },
}

impl Across {
    pub(super) fn parse(pairs: &Pairs) -> Option<Self> {
        if let Some(compared) = pairs.as_it_stands("compare").and_then(read_two) {
            return Some(compared);
        }
        Some(match (pairs.words("body"), pairs.get("person"), pairs.get(SUBJECT)) {
            (Some(body), Some(person), _) => Self::Person { body, person: PersonId(person) },
            (body, _, Some(subject)) => Self::Subject { body, subject },
            (Some(body), None, None) => Self::Body(body),
            (None, _, None) => return None,
        })
    }

    pub(super) fn write(&self, pairs: &mut Pairs) {
        match self {
            Self::Body(body) => pairs.push_words("body", body),
            Self::Person { body, person } => {
                pairs.push_words("body", body);
                pairs.push("person", person.as_str());
            }
            Self::Subject { body, subject } => {
                pairs.some_words(&[("body", body.as_deref())]);
                pairs.push(SUBJECT, subject);
            }
            Self::Compare(a, b) => {
                let mut two = format!("{},{}", listed(a), listed(b));
                if read_two(&two).as_ref() != Some(self) {
                    two.push(LITERAL);
                }
                pairs.push_as_it_stands("compare", two);
            }
        }
    }
}

/// An id as one of a list with commas: a comma of its own is escaped, and what would be read as an escape.
fn listed(id: &SessionId) -> String {
    id.as_str().replace('%', "%25").replace(',', "%2C")
}

/// Two ids with a comma between.
fn read_two(text: &str) -> Option<Across> {
    let is_plain = literal(text).is_none();
    let mut text = literal(text).unwrap_or_else(|| Kind::Id.cut(text)).to_owned();
    // All of it may have been escaped once more.
    if is_plain && !text.contains(',') {
        text = once_more(&text);
    }
    let read = |id: &str| {
        let id = decode_segment(id);
        SessionId(if is_plain { Kind::Id.cut(&once_more(&id)).to_owned() } else { id })
    };
    let (a, b) = text.split_once(',').map(|(a, b)| (read(a), read(b)))?;
    (!a.as_str().is_empty() && !b.as_str().is_empty()).then_some(Across::Compare(a, b))
}
