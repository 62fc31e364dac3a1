//! Putting things in order.
//!
//! A sort is compiled anew for every type of item and every comparison, about 5 kB each time: a dozen of them were 5 % of the page. Sorting the places
//! of the items, whatever they are, takes one.

use std::cmp::Ordering;

/// The places `0..len` in the order that `compare` gives their items; items that are equal keep theirs.
#[inline(never)]
pub(crate) fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|first, second| compare(*first, *second));
    places
}

/// The items in order: what [`order`] says of them.
pub(crate) fn ordered<T: Clone>(items: &[T], mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    order(items.len(), &mut |a, b| compare(&items[a], &items[b])).into_iter().map(|place| items[place].clone()).collect()
}

/// Adds a value to a list that is in order and holds each value once; says whether it is new.
pub(crate) fn insert<T: Ord>(values: &mut Vec<T>, value: T) -> bool {
    let place = values.binary_search(&value);
    if let Err(place) = place {
        values.insert(place, value);
    }
    place.is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_stable_order_of_the_standard_library(items in proptest::collection::vec((0_u8..9, 0_u16..), 0..70)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(ordered(&items, |a, b| a.0.cmp(&b.0)), expected);
        }

        #[test]
        fn inserted_values_are_in_order_and_occur_once(items in proptest::collection::vec(0_u8..20, 0..40)) {
            let mut values = Vec::new();
            for item in &items {
                insert(&mut values, *item);
            }
            let expected: std::collections::BTreeSet<u8> = items.into_iter().collect();
            prop_assert_eq!(values, expected.into_iter().collect::<Vec<_>>());
        }
    }
}
