//! Which characters stand beside each other in a text, and how often.

use super::is_han;

/// The pairs of Chinese characters of a text.
#[derive(Default)]
pub(super) struct Bigrams {
    /// The distinct characters, in order of appearance: a character's number is its place.
    chars: Vec<char>,
    /// For each code point the number of its character and one, or 0; as long as it needs to be.
    numbers: Vec<u16>,
    /// Pairs as they were met, the number of the first character above that of the second: so many that they sort within a cache.
    met: Vec<u32>,
    /// All pairs before those, in order, each once, with how often it occurs.
    pairs: Vec<(u32, u32)>,
    /// For each character where those that follow it begin in `pairs`, when all is added.
    starts: Vec<u32>,
}

/// How many pairs are put in order at once.
const BATCH: usize = 1 << 18;
/// Bits that are looked at in one pass of sorting, and what they are shifted by.
const BITS: u32 = 11;
const SHIFTS: [u32; 3] = [0, BITS, 2 * BITS];

impl Bigrams {
    /// Adds the pairs of a text. Other things than Chinese characters part what is around them.
    pub fn add(&mut self, text: &str) {
        let mut before = None;
        for c in text.chars() {
            let number = self.number(c);
            if let (Some(first), Some(second)) = (before, number) {
                self.met.push(u32::from(first) << 16 | u32::from(second));
            }
            before = number;
        }
        if self.met.len() >= BATCH {
            self.settle();
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

    /// Counts the pairs that were met and puts them where they belong.
    ///
    /// Sorting and merging touch memory in order; a hash table of as many pairs misses the cache at every character.
    fn settle(&mut self) {
        let mut met = std::mem::take(&mut self.met);
        for shift in SHIFTS {
            let digit = |pair: u32| (pair >> shift & ((1 << BITS) - 1)) as usize;
            let mut next = [0_u32; (1 << BITS) + 1];
            for pair in &met {
                next[digit(*pair) + 1] += 1;
            }
            for at in 1..next.len() {
                next[at] += next[at - 1];
            }
            let mut sorted = vec![0; met.len()];
            for pair in met {
                let place = &mut next[digit(pair)];
                sorted[*place as usize] = pair;
                *place += 1;
            }
            met = sorted;
        }
        let (mut old, mut met) = (self.pairs.as_slice(), met.as_slice());
        let mut pairs = Vec::with_capacity(old.len() + met.len() / 2);
        loop {
            // What is done is below all pairs.
            let next = match (old, met) {
                ([(pair, _), ..], [other, ..]) => *pair.min(other),
                ([(pair, _), ..], []) | ([], [pair, ..]) => *pair,
                ([], []) => break,
            };
            let mut count: u32 = 0;
            if let [(pair, before), rest @ ..] = old
                && *pair == next
            {
                (count, old) = (*before, rest);
            }
            while let [pair, rest @ ..] = met
                && *pair == next
            {
                (count, met) = (count.saturating_add(1), rest);
            }
            pairs.push((next, count));
        }
        self.pairs = pairs;
    }

    /// Makes what was added ready for questions.
    pub fn finish(&mut self) {
        self.settle();
        self.starts = vec![0; self.chars.len() + 1];
        for (pair, _) in &self.pairs {
            self.starts[(pair >> 16) as usize + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
    }

    /// The distinct characters; the place of each is its number.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// What follows a character: numbers of characters, each with how often it does.
    pub fn after(&self, number: usize) -> impl Iterator<Item = (usize, u32)> {
        let pairs = match self.starts.get(number..number + 2) {
            Some(&[from, to]) => &self.pairs[from as usize..to as usize],
            _ => &[],
        };
        pairs.iter().map(|(pair, count)| ((pair & 0xffff) as usize, *count))
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
        let after = |first: usize| bigrams.after(first).map(move |(second, count)| (first, second, count));
        let all = (0..chars.len()).flat_map(after);
        all.map(|(first, second, count)| ([chars[first], chars[second]].iter().collect(), count)).collect()
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
    fn many_pairs_are_counted_in_turns() {
        // More than are put in order at once.
        let text: String = (0..30_000_u32).filter_map(|n| char::from_u32(0x4e00 + n * 7919 % 20_000)).collect();
        let mut bigrams = Bigrams::default();
        (0..20).for_each(|_| bigrams.add(&text));
        bigrams.finish();
        let pairs = pairs(&bigrams);
        assert_eq!((pairs.len(), pairs.values().sum::<u32>()), (20_000, 20 * 29_999));
    }
}
