//! What was used last, so that what was not used for longest can be let go of first.

/// Values by their keys, what was used last at the end.
#[derive(Clone, Debug)]
pub struct Recent<K, V>(Vec<(K, V)>);

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Recent<K, V> {
    /// The value of a key, which counts as a use of it.
    pub fn get(&mut self, key: &K) -> Option<&V> {
        let used = self.remove(key)?;
        self.0.push(used);
        self.0.last().map(|(_, value)| value)
    }

    /// Puts a value in as what was used last, in the place of what its key had.
    pub fn put(&mut self, key: K, value: V) {
        self.remove(&key);
        self.0.push((key, value));
    }

    /// Puts a value in as what was not used for longest, unless its key has one already.
    pub fn put_behind(&mut self, key: K, value: V) {
        if self.0.iter().all(|(known, _)| *known != key) {
            self.0.insert(0, (key, value));
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &K) -> Option<(K, V)> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.remove(at))
    }

    /// All values, what was not used for longest first.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Keeps the `few` that were used last, and before them as many as are not heavier than `weight` together with those; lets go of the others.
    /// What weighs `None` stays and is not counted.
    pub fn shrink(&mut self, few: usize, weight: usize, of: impl Fn(&V) -> Option<usize>) {
        let (mut count, mut sum) = (0_usize, 0_usize);
        for at in (0..self.0.len()).rev() {
            if let Some(own) = of(&self.0[at].1) {
                count += 1;
                sum = sum.saturating_add(own);
                if count > few && sum > weight {
                    self.0.remove(at);
                }
            }
        }
    }
}

impl<K, V> IntoIterator for Recent<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(recent: &Recent<u8, usize>) -> Vec<u8> {
        recent.clone().into_iter().map(|(key, _)| key).collect()
    }

    fn of(keys: &[u8]) -> Recent<u8, usize> {
        let mut recent = Recent::default();
        for key in keys {
            recent.put(*key, usize::from(*key));
        }
        recent
    }

    #[test]
    fn what_is_used_comes_to_the_end() {
        let mut recent = of(&[1, 2, 3]);
        assert_eq!(recent.get(&1), Some(&1));
        assert_eq!(recent.get(&9), None);
        assert_eq!(keys(&recent), [2, 3, 1]);
        recent.put(2, 7);
        assert_eq!(keys(&recent), [3, 1, 2]);
        assert_eq!(recent.get(&2), Some(&7), "the later value counts");
    }

    #[test]
    fn what_is_put_behind_takes_no_place() {
        let mut recent = of(&[1, 2]);
        recent.put_behind(3, 3);
        assert_eq!(keys(&recent), [3, 1, 2]);
        // What was put in meanwhile stays, and stays where it is.
        recent.put_behind(2, 9);
        assert_eq!(keys(&recent), [3, 1, 2]);
        assert_eq!(recent.get(&2), Some(&2));
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let mut recent = of(&[1, 2, 3, 4]);
        recent.get(&1);
        recent.shrink(2, 0, |_| Some(1));
        assert_eq!(keys(&recent), [4, 1]);
        recent.shrink(2, 0, |_| Some(1));
        assert_eq!(keys(&recent), [4, 1]);
        recent.shrink(0, 0, |_| Some(1));
        assert!(keys(&recent).is_empty());
    }

    #[test]
    fn more_than_a_few_are_kept_while_they_are_light() {
        let mut recent = of(&[5, 4, 3, 2, 1]);
        // 1 + 2 + 3 + 4 are 10, with 5 they are 15.
        recent.shrink(2, 10, |value| Some(*value));
        assert_eq!(keys(&recent), [4, 3, 2, 1]);
        recent.shrink(2, 9, |value| Some(*value));
        assert_eq!(keys(&recent), [3, 2, 1]);
        // The few stay however heavy they are.
        recent.shrink(3, 0, |_| Some(usize::MAX));
        assert_eq!(keys(&recent), [3, 2, 1]);
    }

    #[test]
    fn what_has_no_weight_stays_and_is_not_counted() {
        let mut recent = of(&[1, 2, 3, 4]);
        recent.shrink(1, 0, |value| (value % 2 == 0).then_some(1));
        assert_eq!(keys(&recent), [1, 3, 4]);
    }

    #[test]
    fn what_is_taken_out_is_gone() {
        let mut recent = of(&[1, 2]);
        assert_eq!(recent.remove(&1), Some((1, 1)));
        assert_eq!(recent.remove(&1), None);
        assert_eq!(recent.into_iter().collect::<Vec<_>>(), [(2, 2)]);
    }
}
