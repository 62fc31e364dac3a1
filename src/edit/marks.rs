//! What is known of fields beside the session: which a person has confirmed, and which are doubtful.

use super::Patch;
use super::pointer::below;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A value that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Where: a JSON pointer.
    pub at: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// Marks of fields, by their pointers. What is changed around them moves them, what is removed takes them along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// What was confirmed; everything below is, too.
    pub confirmed: BTreeSet<String>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

impl Marks {
    /// Whether a field was confirmed, itself or with what holds it.
    pub fn is_confirmed(&self, at: &str) -> bool {
        let above = at.match_indices('/').map(|(end, _)| &at[..end]);
        self.confirmed.contains(at) || above.into_iter().any(|outer| self.confirmed.contains(outer))
    }

    /// Moves all marks as a change does; what went with it, in its places before.
    pub(super) fn follow(&mut self, patch: &Patch) -> Self {
        let mut gone = Self::default();
        let mut confirmed = BTreeSet::new();
        for at in std::mem::take(&mut self.confirmed) {
            match patch.follow(&at) {
                Some(at) => confirmed.insert(at),
                None => gone.confirmed.insert(at),
            };
        }
        self.confirmed = confirmed;
        for doubt in std::mem::take(&mut self.doubts) {
            match patch.follow(&doubt.at) {
                Some(at) => self.doubts.push(Doubt { at, ..doubt }),
                None => gone.doubts.push(doubt),
            }
        }
        gone
    }

    /// Takes back what had gone.
    pub(super) fn take_back(&mut self, gone: &Self) {
        self.confirmed.extend(gone.confirmed.iter().cloned());
        self.doubts.extend(gone.doubts.iter().cloned());
    }

    /// The doubts that nobody has settled yet.
    pub(super) fn open_doubts(&self) -> Vec<&Doubt> {
        self.doubts.iter().filter(|doubt| !self.is_confirmed(&doubt.at) && !self.has_confirmed_below(&doubt.at)).collect()
    }

    /// A doubt about a list or an object is settled by what was done in it.
    fn has_confirmed_below(&self, at: &str) -> bool {
        !at.is_empty() && self.confirmed.range(at.to_owned()..).take_while(|of| of.starts_with(at)).any(|of| below(of, at).is_some())
    }
}
