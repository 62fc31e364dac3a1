//! Which characters stand beside each other in a text, and how often.

use super::is_han;

/// The pairs of Chinese characters of a text.
#[derive(Default)]
pub(super) struct Bigrams {
    /// The distinct characters, in order of appearance: a character's number is its place.
    chars: Vec<char>,
    /// For each code point the number of its character and one, or 0; as long as it needs to be.
    numbers: Vec<u16>,
    /// While text is added, pairs wherever their sum leads (open addressing): the two numbers and the count, or 0. Then none.
    table: Vec<u64>,
    used: usize,
    /// When all is added: for each character where those that follow it begin in `pairs`.
    starts: Vec<u32>,
    /// The characters that follow, with counts.
    pairs: Vec<(u16, u32)>,
}

impl Bigrams {
    /// Adds the pairs of a text. Other things than Chinese characters part what is around them.
    pub fn add(&mut self, text: &str) {
        let mut before = None;
        for c in text.chars() {
            let number = self.number(c);
            if let (Some(first), Some(second)) = (before, number) {
                self.count(first, second);
            }
            before = number;
        }
    }

    /// The number of a character, a new one if it has none; `None` if it is not Chinese.
    fn number(&mut self, c: char) -> Option<u16> {
        let code = c as usize;
        if let Some(number) = self.numbers.get(code).and_then(|number| number.checked_sub(1)) {
            return Some(number);
        }
        let next = u16::try_from(self.chars.len() + 1).ok().filter(|_| is_han(c))?;
        if self.numbers.len() <= code {
            // Most text stays in the basic plane.
            self.numbers.resize(if code < 0x1_0000 { 0x1_0000 } else { 0x3_3480 }, 0);
        }
        self.numbers[code] = next;
        self.chars.push(c);
        Some(next - 1)
    }

    fn count(&mut self, first: u16, second: u16) {
        if self.used * 2 >= self.table.len() {
            let old = std::mem::take(&mut self.table);
            self.table = vec![0; (old.len() * 2).max(1 << 12)];
            for entry in old.into_iter().filter(|entry| *entry > 0) {
                let slot = self.slot(entry >> 32);
                self.table[slot] = entry;
            }
        }
        let key = u64::from(first) << 16 | u64::from(second);
        let slot = self.slot(key);
        if self.table[slot] == 0 {
            self.used += 1;
            self.table[slot] = key << 32;
        }
        self.table[slot] += u64::from(self.table[slot] & 0xffff_ffff < 0xffff_ffff);
    }

    /// Where a pair is, or belongs.
    fn slot(&self, key: u64) -> usize {
        let last = self.table.len() - 1;
        #[allow(clippy::cast_possible_truncation, reason = "only the low bits are wanted")]
        let mut slot = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & last;
        while self.table[slot] > 0 && self.table[slot] >> 32 != key {
            slot = (slot + 1) & last;
        }
        slot
    }

    /// Puts what was added in the order that questions need; nothing can be added afterwards.
    pub fn finish(&mut self) {
        let table = std::mem::take(&mut self.table);
        let parts = |entry: u64| ((entry >> 48) as usize, ((entry >> 32) & 0xffff) as u16, (entry & 0xffff_ffff) as u32);
        self.starts = vec![0; self.chars.len() + 1];
        for entry in table.iter().filter(|entry| **entry > 0) {
            self.starts[parts(*entry).0 + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        let mut next = self.starts.clone();
        self.pairs = vec![(0, 0); self.used];
        for entry in table.iter().filter(|entry| **entry > 0) {
            let (first, second, count) = parts(*entry);
            self.pairs[next[first] as usize] = (second, count);
            next[first] += 1;
        }
    }

    /// The distinct characters; the place of each is its number.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// What follows a character: numbers of characters, each with how often it does; in no order.
    pub fn after(&self, number: usize) -> &[(u16, u32)] {
        match self.starts.get(number..number + 2) {
            Some(&[from, to]) => &self.pairs[from as usize..to as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// All pairs with their counts.
    fn pairs(bigrams: &Bigrams) -> BTreeMap<String, u32> {
        let chars = bigrams.chars();
        let after = |first: usize| bigrams.after(first).iter().map(move |(second, count)| (first, *second, *count));
        let all = (0..chars.len()).flat_map(after);
        all.map(|(first, second, count)| ([chars[first], chars[usize::from(second)]].iter().collect(), count)).collect()
    }

    proptest! {
        #[test]
        fn every_pair_is_counted(texts in proptest::collection::vec("[一二三四五六𠮷䶮a1，]{0,60}", 0..6)) {
            let (mut bigrams, mut expected) = (Bigrams::default(), BTreeMap::new());
            for text in &texts {
                bigrams.add(text);
                let chars: Vec<char> = text.chars().collect();
                for pair in chars.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c))) {
                    *expected.entry(pair.iter().collect()).or_insert(0) += 1;
                }
            }
            bigrams.finish();
            prop_assert_eq!(pairs(&bigrams), expected);
        }
    }

    #[test]
    fn many_pairs_find_their_places() {
        let text: String = (0..30_000_u32).filter_map(|n| char::from_u32(0x4e00 + n * 7919 % 20_000)).collect();
        let mut bigrams = Bigrams::default();
        bigrams.add(&text);
        bigrams.finish();
        let pairs = pairs(&bigrams);
        assert_eq!((pairs.len(), pairs.values().sum::<u32>()), (20_000, 29_999));
    }
}
