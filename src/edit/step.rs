//! One step of the history.

use super::{Marks, Patch};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Longest value that the history repeats, in characters.
const SHORT: usize = 24;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A field was given another value.
    Change,
    /// Something was added to a list.
    Add,
    /// Something was removed from a list.
    Remove,
    /// Something was moved within its list.
    Move,
    /// Two people were made one.
    Merge,
    /// A paragraph was cut in two.
    Split,
    /// A paragraph was joined to the one before.
    Join,
    /// A field was confirmed as it is.
    Confirm,
    /// All was confirmed.
    ConfirmAll,
    /// A correction was noted.
    Correct,
}

/// Where the reader was: a field, and what was selected in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The field, as a JSON pointer.
    pub at: String,
    /// Beginning and end of the selection, in UTF-16 units as browsers count them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<(u32, u32)>,
}

impl Spot {
    /// A field, with nothing selected.
    pub fn field(at: impl Into<String>) -> Self {
        Self { at: at.into(), selection: None }
    }
}

/// Something that can be done to a document, ready to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: Kind,
    /// What it is done to, as a JSON pointer before it is done.
    pub at: String,
    /// What was there, shortened.
    pub before: String,
    /// What will be there, shortened.
    pub after: String,
    /// The change itself.
    pub patch: Patch,
    /// Where the reader is afterwards.
    pub to: Spot,
    /// What is confirmed by doing it: whoever types a value stands for it.
    pub confirms: Vec<String>,
}

/// A step that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done.
    pub kind: Kind,
    /// To what, as a JSON pointer at the time.
    pub at: String,
    /// What was there, shortened.
    pub before: String,
    /// What was there afterwards, shortened.
    pub after: String,
    /// Where the reader was before.
    pub from: Spot,
    /// Where the reader was afterwards.
    pub to: Spot,
    /// The words of the original text that were taken, in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Range<usize>>,
    pub(super) patch: Patch,
    pub(super) inverse: Patch,
    /// Marks that went with what was removed.
    pub(super) gone: Marks,
    /// What was confirmed by it.
    pub(super) gained: Vec<String>,
}

/// The beginning of a value, as the history shows it.
pub fn short(value: &str) -> String {
    let mut rest = value.chars();
    let mut short: String = rest.by_ref().take(SHORT).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if rest.next().is_some() {
        short.push('…');
    }
    short
}
