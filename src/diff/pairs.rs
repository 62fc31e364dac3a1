//! Which entries of two lists are the same thing.

use super::similar::Profile;
use crate::order::order;
use std::collections::BTreeMap;

/// More pairs than this are not held against one another word by word: lists so different are different.
const MOST_LOOKS: usize = 40_000;

/// Entries of two lists, and which of them belong together.
pub(super) struct Pairing {
    /// For each entry of the first list its partner in the second.
    pub partner: Vec<Option<usize>>,
    /// Whether each entry of the second has one.
    pub is_taken: Vec<bool>,
}

impl Pairing {
    /// Nothing paired yet.
    pub(super) fn new(first: usize, second: usize) -> Self {
        Self { partner: vec![None; first], is_taken: vec![false; second] }
    }

    /// Entries of both that belong together, in the order of the first.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.partner.iter().enumerate().filter_map(|(a, b)| b.map(|b| (a, b)))
    }

    /// Entries of the first that are alone.
    pub(super) fn left(&self) -> Vec<usize> {
        self.partner.iter().enumerate().filter(|(_, b)| b.is_none()).map(|(a, _)| a).collect()
    }

    /// Entries of the second that are alone.
    pub(super) fn right(&self) -> Vec<usize> {
        self.is_taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(b, _)| b).collect()
    }

    fn join(&mut self, a: usize, b: usize) {
        if let (Some(partner), Some(taken)) = (self.partner.get_mut(a), self.is_taken.get_mut(b)) {
            (*partner, *taken) = (Some(b), true);
        }
    }

    /// Joins what has the same key, the first with the first; what has no key stays alone.
    pub(super) fn by_key(&mut self, first: impl Fn(usize) -> Option<String>, second: impl Fn(usize) -> Option<String>) {
        let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for b in self.right().into_iter().rev() {
            if let Some(key) = second(b) {
                waiting.entry(key).or_default().push(b);
            }
        }
        for a in self.left() {
            let found = first(a).and_then(|key| waiting.get_mut(&key)?.pop());
            if let Some(b) = found {
                self.join(a, b);
            }
        }
    }

    /// Joins what reads alike, in the order of the first.
    pub(super) fn by_likeness(&mut self, first: impl Fn(usize) -> Option<String>, second: impl Fn(usize) -> Option<String>) {
        let (left, right) = (self.left(), self.right());
        if left.is_empty() || right.is_empty() || left.len().saturating_mul(right.len()) > MOST_LOOKS {
            return;
        }
        let mut others: Vec<(usize, Profile)> = right.into_iter().filter_map(|b| Some((b, Profile::of(&second(b)?)))).collect();
        for a in left {
            let Some(profile) = first(a).map(|text| Profile::of(&text)) else { continue };
            if let Some(at) = others.iter().position(|(_, other)| profile.is_like(other)) {
                let (b, _) = others.remove(at);
                self.join(a, b);
            }
        }
    }

    /// Joins the only two that are alone.
    pub(super) fn by_being_left(&mut self) {
        if let ([a], [b]) = (self.left().as_slice(), self.right().as_slice()) {
            self.join(*a, *b);
        }
    }

    /// Pairs that stand out of order: all but the longest row of pairs that ascends in both lists.
    pub(super) fn moved(&self) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize)> = self.pairs().collect();
        // The last pair of the best row of each length, and what stands before each pair in its row.
        let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), vec![None; pairs.len()]);
        for (at, (_, b)) in pairs.iter().enumerate() {
            let length = ends.partition_point(|end| pairs.get(*end).is_some_and(|(_, last)| last < b));
            if let Some(slot) = before.get_mut(at) {
                *slot = length.checked_sub(1).and_then(|one| ends.get(one).copied());
            }
            if length == ends.len() {
                ends.push(at);
            } else if let Some(end) = ends.get_mut(length) {
                *end = at;
            }
        }
        let mut is_kept = vec![false; pairs.len()];
        let mut next = ends.last().copied();
        while let Some(at) = next {
            if let Some(kept) = is_kept.get_mut(at) {
                *kept = true;
            }
            next = before.get(at).copied().flatten();
        }
        pairs.into_iter().zip(is_kept).filter(|(_, kept)| !kept).map(|(pair, _)| pair).collect()
    }

    /// Everything in the order in which a person reads it: by the second list, what only the first has where it stood.
    pub(super) fn rows(&self) -> Vec<(Option<usize>, Option<usize>)> {
        let mut rows: Vec<(Option<usize>, Option<usize>)> = self.pairs().map(|(a, b)| (Some(a), Some(b))).collect();
        rows.extend(self.left().into_iter().map(|a| (Some(a), None)));
        rows.extend(self.right().into_iter().map(|b| (None, Some(b))));
        let place = |row: &(Option<usize>, Option<usize>)| match *row {
            (Some(a), _) => (a, 0),
            (None, b) => (self.anchor(b.unwrap_or_default()), 1 + b.unwrap_or_default()),
        };
        order(rows.len(), &mut |x, y| rows.get(x).map(place).cmp(&rows.get(y).map(place)))
            .into_iter()
            .filter_map(|at| rows.get(at).copied())
            .collect()
    }

    /// The entry of the first list behind which one that only the second has is told.
    fn anchor(&self, b: usize) -> usize {
        self.pairs().filter(|(_, other)| *other < b).map(|(a, _)| a).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairing(first: &[&str], second: &[&str]) -> Pairing {
        let mut pairing = Pairing::new(first.len(), second.len());
        let key = |list: &[&str], at: usize| list.get(at).map(|text| (*text).to_owned());
        pairing.by_key(|at| key(first, at), |at| key(second, at));
        pairing
    }

    #[test]
    fn the_same_are_joined_one_by_one() {
        assert_eq!(pairing(&["甲", "乙", "甲"], &["甲", "丙", "甲"]).partner, [Some(0), None, Some(2)]);
        assert_eq!(pairing(&["甲"], &["丙"]).right(), [0]);
    }

    #[test]
    fn as_few_as_can_be_have_moved() {
        assert_eq!(pairing(&["甲", "乙", "丙", "丁"], &["丁", "甲", "乙", "丙"]).moved(), [(3, 0)]);
        assert_eq!(pairing(&["甲", "乙"], &["甲", "丁", "乙"]).moved(), []);
    }

    #[test]
    fn what_is_new_is_told_where_it_stands() {
        let rows = pairing(&["甲", "乙"], &["甲", "丁", "乙"]).rows();
        assert_eq!(rows, [(Some(0), Some(0)), (None, Some(1)), (Some(1), Some(2))]);
    }
}
