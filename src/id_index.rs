//! Finding things by their id.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// An index by id: where the things of a list are. Of two with one id the first counts.
#[derive(Debug, Default)]
pub(crate) struct IdIndex<'a>(BTreeMap<Cow<'a, str>, usize>);

impl<'a> IdIndex<'a> {
    /// An index of a list, given the id of each of its things.
    pub(crate) fn new(ids: impl Iterator<Item = &'a str>) -> Self {
        Self::of_some(ids.map(Some))
    }

    /// An index of the things of a list that have a key.
    pub(crate) fn of_some(keys: impl Iterator<Item = Option<&'a str>>) -> Self {
        let mut places = BTreeMap::new();
        for (place, key) in keys.enumerate() {
            if let Some(key) = key {
                places.entry(Cow::Borrowed(key)).or_insert(place);
            }
        }
        Self(places)
    }

    /// The same, kept beyond the list.
    pub(crate) fn into_owned(self) -> IdIndex<'static> {
        IdIndex(self.0.into_iter().map(|(id, place)| (Cow::Owned(id.into_owned()), place)).collect())
    }

    /// The place of the first thing with an id.
    pub(crate) fn get(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
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
