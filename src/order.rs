//! Putting things in order, with one piece of code for all lists.
//!
//! `slice::sort_by` is compiled anew for every type of item and every comparison, about 5 kB each time: a dozen of them were 5 % of the
//! page. A merge sort of places needs no such care; our lists are short and sorted once.

use std::cmp::Ordering;

/// The places `0..len` in the order that `compare` gives their items; items that are equal keep theirs.
#[inline(never)]
pub(crate) fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in places.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([first, left_rest @ ..], [second, right_rest @ ..]) = (left, right) {
                if compare(*second, *first).is_lt() {
                    merged.push(*second);
                    right = right_rest;
                } else {
                    merged.push(*first);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
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
