//! Finding things by their id.
//!
//! One type for all ids, which needs no hashing: hash maps and search trees are compiled anew for every type of key and value, and those of
//! the standard library were 4 kB of the page.

use crate::order::order;
use std::borrow::Cow;

/// An index by id: where the things of a list are. Of two with one id the first counts.
#[derive(Debug, Default)]
pub(crate) struct IdIndex<'a> {
    ids: Vec<(Cow<'a, str>, usize)>,
    order: Vec<usize>,
}

impl<'a> IdIndex<'a> {
    /// An index of a list, given the id of each of its things.
    pub(crate) fn new(ids: impl Iterator<Item = &'a str>) -> Self {
        Self::with(ids.enumerate().map(|(place, id)| (Cow::Borrowed(id), place)).collect())
    }

    /// An index of the things of a list that have a key.
    pub(crate) fn of_some(keys: impl Iterator<Item = Option<&'a str>>) -> Self {
        Self::with(keys.enumerate().filter_map(|(place, key)| Some((Cow::Borrowed(key?), place))).collect())
    }

    fn with(ids: Vec<(Cow<'a, str>, usize)>) -> Self {
        let order = order(ids.len(), &mut |a, b| ids[a].0.cmp(&ids[b].0));
        Self { ids, order }
    }

    /// The same, kept beyond the list.
    pub(crate) fn into_owned(self) -> IdIndex<'static> {
        IdIndex { ids: self.ids.into_iter().map(|(id, place)| (Cow::Owned(id.into_owned()), place)).collect(), order: self.order }
    }

    /// The place of the first thing with an id.
    #[inline(never)]
    pub(crate) fn get(&self, id: &str) -> Option<usize> {
        let first = self.order.partition_point(|&at| *self.ids[at].0 < *id);
        let (found, place) = &self.ids[*self.order.get(first)?];
        (*found == *id).then_some(*place)
    }
}

#[cfg(test)]
mod tests {
    use super::IdIndex;

    #[test]
    fn the_first_of_two_counts() {
        let index = IdIndex::new(["b", "a", "c", "a", ""].into_iter()).into_owned();
        assert_eq!(["a", "b", "c", "", "d", "0"].map(|id| index.get(id)), [Some(1), Some(0), Some(2), Some(4), None, None]);
        let some = IdIndex::of_some([None, Some("b"), Some("a"), Some("b")].into_iter());
        assert_eq!(["a", "b"].map(|key| some.get(key)), [Some(2), Some(1)]);
    }
}
