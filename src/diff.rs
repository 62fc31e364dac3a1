//! What differs between two sessions, as data: each difference with its place in both and what either says there.
//!
//! Sessions are compared as their files say them, field by field, so that a field which is new in the model is compared, too. What belongs together is told
//! by what things are (`lists`), not by where they stand; ids that name the same thing are the same, whatever they are called.

mod lists;
mod node;
mod pairs;
mod similar;
#[cfg(test)]
mod tests;
mod walk;

pub use similar::changed_part;

use crate::model::{Session, Unit};
use node::Node;

/// One thing that two sessions do not say alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its JSON path in the first session; of what only the second has, that of the list or object which lacks it.
    pub first: String,
    /// Its JSON path in the second session, in the same way.
    pub second: String,
    /// The way to it, from the session down, in terms of what things are.
    pub place: Vec<Step>,
    /// What differs.
    pub change: Change,
}

/// A step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The field, as the file calls it: `agenda`, `title`.
    pub field: String,
    /// Of a thing in a list, which one.
    pub thing: Option<Thing>,
}

/// Which thing of a list it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thing {
    /// Its id in the first session, else in the second, where it has one.
    pub id: Option<String>,
    /// Its name, title or beginning, in the first session, else in the second; empty where it has none.
    pub name: String,
    /// Its place in the list, from 0.
    pub position: usize,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both say something, and not the same.
    Other {
        /// What the first says.
        first: Value,
        /// What the second says.
        second: Value,
    },
    /// Only one says anything.
    Only {
        /// Which one.
        side: Side,
        /// What it says.
        value: Value,
    },
    /// The same, but elsewhere in the list.
    Moved {
        /// Its place in the first, from 0.
        from: usize,
        /// Its place in the second, from 0.
        to: usize,
    },
}

/// One of two sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// What a session says at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, or a word of a closed list.
    Text(String),
    /// Digits as they stand.
    Number(String),
    /// An amount of money.
    Amount {
        /// Digits as they stand.
        digits: String,
        /// Their unit.
        unit: Unit,
    },
    /// Yes or no.
    Truth(bool),
    /// Known to be none (`null`).
    Nothing,
    /// A thing that is named by its id.
    Reference {
        /// The id.
        id: String,
        /// The name of the thing, where it is in the session.
        name: String,
    },
    /// A thing with fields, by its name; empty where it has none.
    Thing(String),
    /// A list of so many.
    List(usize),
}

/// What is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// Only what both say: for a draft and the finished session. What one leaves out, order, ids of our own, the state of the file and how many zeros a
    /// figure ends with are no differences.
    Common,
}

/// What differs between two sessions.
pub fn diff(first: &Session, second: &Session) -> Vec<Difference> {
    diff_in(first, second, Scope::All)
}

/// What differs between two sessions, in everything or only in what both say.
pub fn diff_in(first: &Session, second: &Session, scope: Scope) -> Vec<Difference> {
    walk::differences(&Node::of(first), &Node::of(second), scope)
}
