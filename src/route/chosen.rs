//! What a reader has chosen in a list of suggestions, and places beyond one session; both live in the link.

use super::query::Pairs;
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
}

/// The outcomes and their names in links.
pub const OUTCOMES: [(Outcome, &str); 4] = [(Outcome::A, "A"), (Outcome::B, "B"), (Outcome::C, "C"), (Outcome::D, "D")];

impl Chosen {
    pub(super) fn parse(pairs: &Pairs) -> Self {
        let text = |name| pairs.get(name).map(ToOwned::to_owned);
        Self {
            status: text("status"),
            outcome: text("outcome").and_then(|name| OUTCOMES.iter().find(|(_, known)| *known == name).map(|(outcome, _)| *outcome)),
            unit: text("unit"),
            category: text("category"),
            person: text("who").map(PersonId),
            overdue: pairs.get("overdue").is_some(),
        }
    }

    pub(super) fn write(&self, pairs: &mut Pairs) {
        let outcome = OUTCOMES.iter().find(|(outcome, _)| Some(*outcome) == self.outcome).map(|(_, name)| *name);
        let all = [
            ("status", self.status.as_deref()),
            ("outcome", outcome),
            ("unit", self.unit.as_deref()),
            ("category", self.category.as_deref()),
            ("who", self.person.as_ref().map(PersonId::as_str)),
            ("overdue", self.overdue.then_some("1")),
        ];
        pairs.some(&all);
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
}

impl Across {
    pub(super) fn parse(pairs: &Pairs) -> Option<Self> {
        if let Some((a, b)) = pairs.get("compare").and_then(|ids| ids.split_once(',')).filter(|(a, b)| !a.is_empty() && !b.is_empty()) {
            return Some(Self::Compare(SessionId(read_listed(a)), SessionId(read_listed(b))));
        }
        let body = pairs.get("body")?.to_owned();
        Some(match pairs.get("person") {
            Some(person) => Self::Person { body, person: person.into() },
            None => Self::Body(body),
        })
    }

    pub(super) fn write(&self, pairs: &mut Pairs) {
        match self {
            Self::Body(body) => pairs.push("body", body),
            Self::Person { body, person } => {
                pairs.push("body", body);
                pairs.push("person", person.as_str());
            }
            Self::Compare(a, b) => pairs.push("compare", &format!("{},{}", listed(a), listed(b))),
        }
    }
}

/// An id as one of a list with commas: a comma of its own is escaped, and what would be read as an escape.
fn listed(id: &SessionId) -> String {
    id.as_str().replace('%', "%25").replace(',', "%2C")
}

fn read_listed(text: &str) -> String {
    text.replace("%2C", ",").replace("%2c", ",").replace("%25", "%")
}
