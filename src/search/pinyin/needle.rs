//! What was typed, and whether characters are read so.

use super::{Pinyin, is_han};
use std::ops::Range;

/// A term with Latin letters in it, read as pinyin.
///
/// Each character of a text stands for a whole syllable of what was typed, its initial (`z` or `zh` for zhang), or itself; the last syllable
/// may be unfinished. ü is typed as `v` or `yu`, in lüe and nüe also as `u`.
pub struct Needle {
    chars: Vec<char>,
    /// For each place whether a syllable has to end there, for an apostrophe was typed.
    is_bound: Vec<bool>,
}

/// The most characters that are read as pinyin: the name of a standing committee has 42 letters.
const MOST: usize = 64;

/// The cost of reading characters as what was typed up to each place: [`FAR`] where it cannot be read so.
pub(super) type Reach = [u8; MOST + 1];
pub(super) const FAR: u8 = u8::MAX;
/// Nothing is read yet.
pub(super) const START: Reach = {
    let mut reach = [FAR; MOST + 1];
    reach[0] = 0;
    reach
};
/// The cost of an initial for a syllable, so that what is spelled out comes first.
pub(super) const INITIAL: u8 = 4;
/// The cost of an unfinished syllable.
const UNFINISHED: u8 = 2;
/// The cost of a reading that is not the commonest.
const UNLIKELY: u8 = 1;
/// Costs add up to this at most.
const MOST_COST: u8 = FAR - 1;

impl Needle {
    /// A term as it was typed, folded or not; `None` if it has no Latin letters, characters that are no part of pinyin, or too many.
    pub fn parse(term: &str) -> Option<Self> {
        let mut needle = Self { chars: Vec::new(), is_bound: vec![false] };
        for c in term.chars() {
            match c {
                '\'' | '’' | ' ' => needle.is_bound[needle.chars.len()] = true,
                _ if c.is_ascii_alphanumeric() || is_han(c) => {
                    needle.chars.push(c.to_ascii_lowercase());
                    needle.is_bound.push(false);
                }
                _ => return None,
            }
        }
        let is_pinyin = needle.chars.len() <= MOST && needle.chars.iter().any(char::is_ascii_lowercase);
        is_pinyin.then_some(needle)
    }

    /// The shortest part of a folded text from each character on that is read so; parts may overlap.
    pub fn matches(&self, pinyin: &Pinyin, text: &str) -> Vec<Range<usize>> {
        let text: Vec<char> = text.chars().collect();
        (0..text.len()).filter_map(|start| Some(start..self.ends(pinyin, &text, start).first()?.0)).collect()
    }

    /// Where parts end that begin at `start` and are read so, the shortest first, each with its cost.
    pub(super) fn ends(&self, pinyin: &Pinyin, text: &[char], start: usize) -> Vec<(usize, u8)> {
        let (mut ends, mut reach) = (Vec::new(), START);
        for (at, c) in text.iter().enumerate().skip(start) {
            // The dot in 阿不都·热合曼 is not typed.
            if at > start && *c == '·' {
                continue;
            }
            if !self.step(pinyin, &mut reach, *c) {
                break;
            }
            if let Some(cost) = self.end(&reach) {
                ends.push((at + 1, cost));
            }
        }
        ends
    }

    /// The cost of all that was typed, if it is read to its end.
    pub(super) fn end(&self, reach: &Reach) -> Option<u8> {
        reach.get(self.chars.len()).copied().filter(|cost| *cost < FAR)
    }

    /// Goes on by one character of a text; whether it can be read so at all.
    pub(super) fn step(&self, pinyin: &Pinyin, reach: &mut Reach, c: char) -> bool {
        let from = std::mem::replace(reach, [FAR; MOST + 1]);
        let mut is_read = false;
        for (at, typed) in self.chars.iter().enumerate() {
            if from[at] == FAR {
                continue;
            }
            let mut put = |to: usize, cost: u8| {
                is_read = true;
                reach[to] = reach[to].min(from[at].saturating_add(cost).min(MOST_COST));
            };
            if *typed == c {
                put(at + 1, 0);
            } else if typed.is_ascii_lowercase() && is_han(c) {
                for (rank, syllable) in pinyin.readings(c).enumerate() {
                    // No two readings begin with the same letter more often than not: most are done with here.
                    if syllable.first().is_some_and(|letter| *typed == char::from(*letter)) {
                        self.read(at, syllable, if rank == 0 { 0 } else { UNLIKELY }, &mut put);
                    }
                }
            }
        }
        is_read
    }

    /// Reads a syllable at a place in all ways that it can be typed.
    fn read(&self, at: usize, syllable: &[u8], cost: u8, put: &mut dyn FnMut(usize, u8)) {
        let ways: &[&[u8]] = match syllable {
            [_, b'v'] => &[b"v", b"yu"],
            [_, b'v', b'e'] => &[b"ve", b"yue", b"ue"],
            _ => &[b""],
        };
        for way in ways {
            let spelled = if way.is_empty() { syllable } else { &syllable[..1] };
            let length = spelled.len() + way.len();
            let mut same = 0;
            while same < length && (same == 0 || !self.is_bound[at + same]) {
                let letter = spelled.get(same).unwrap_or_else(|| &way[same - spelled.len()]);
                if self.chars.get(at + same) != Some(&char::from(*letter)) {
                    break;
                }
                same += 1;
            }
            let initial = if matches!(syllable, [b'z' | b'c' | b's', b'h', ..]) { 2 } else { 1 };
            if same == length {
                put(at + same, cost);
            } else if same > initial && at + same == self.chars.len() {
                put(at + same, cost + UNFINISHED);
            }
            for letters in 1..=same.min(initial) {
                put(at + letters, cost + INITIAL);
            }
        }
    }

    /// Whether something that was typed is still to be read.
    pub(super) fn is_open(&self, reach: &Reach) -> bool {
        reach[..self.chars.len()].iter().any(|cost| *cost < FAR)
    }

    /// How many initials were typed, if it is nothing but initials; `zh`, `ch` and `sh` are one.
    pub(super) fn initials(&self) -> Option<usize> {
        let is_initial = |c: &char| c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'v');
        let pairs = self.chars.windows(2).filter(|pair| matches!(pair, ['z' | 'c' | 's', 'h'])).count();
        self.chars.iter().all(is_initial).then_some(self.chars.len() - pairs)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::search::pinyin::table::PINYIN;
    use proptest::prelude::*;

    fn is_read(typed: &str, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        Needle::parse(typed).is_some_and(|needle| needle.ends(&PINYIN, &text, 0).iter().any(|(end, _)| *end == text.len()))
    }

    #[test]
    fn a_character_is_read_whole_by_its_initial_or_as_itself() {
        for typed in
            ["zhousucheng", "zsc", "zhsc", "zhousch", "周sc", "z肃c", "zhousuche", "zhousuc", "ZhouSC", "zhou'su'cheng", "zhou su c"]
        {
            assert!(is_read(typed, "周肃成"), "{typed}");
        }
        for typed in ["zhosucheng", "zousc", "hsc", "zhousuchengg", "zhousu", "周肃成", "zho'usc", "zsch9"] {
            assert!(!is_read(typed, "周肃成"), "{typed}");
        }
        assert!(is_read("xian", "西安") && is_read("xian", "县") && is_read("xi'an", "西安") && !is_read("xi'an", "县"));
        assert!(is_read("abudu", "阿不·都") && is_read("2025ysapp", "2025预算app") && !is_read("202ys", "2025预算"));
    }

    #[test]
    fn u_with_dots_is_typed_in_several_ways() {
        for (typed, text) in [
            ("lvse", "绿色"),
            ("lyuse", "绿色"),
            ("luse", "绿色"),
            ("nvxing", "女性"),
            ("nyu", "女"),
            ("zhanlve", "战略"),
            ("zhanlue", "战略"),
            ("zhanlyue", "战略"),
            ("lvs", "旅社"),
        ] {
            assert!(is_read(typed, text), "{typed}");
        }
        assert!(!is_read("luyou", "旅游") && !is_read("luse", "旅社"));
    }

    #[test]
    fn what_is_no_pinyin_is_left_alone() {
        for typed in ["", "周胜春", "2024", "'", "c++", "a-b", "über", "\u{0}", "a\u{10ffff}", &"z".repeat(65)] {
            assert!(Needle::parse(typed).is_none(), "{typed}");
        }
        assert!(Needle::parse(&"z".repeat(64)).is_some());
    }

    #[test]
    fn parts_are_the_shortest() {
        let matches = |typed: &str, text: &str| Needle::parse(typed).unwrap().matches(&PINYIN, text);
        assert_eq!(matches("hc", "上海华漕镇，花草"), [2..4, 6..8]);
        assert_eq!(matches("shi", "实施时"), [0..1, 1..2, 2..3]);
        assert!(matches("huacao", "华，漕").is_empty());
    }

    /// Characters as they are typed, each in a way of its own: whole, by its initial, as itself.
    fn typed(text: &[char], ways: &[u8]) -> String {
        let one = |(c, way): (&char, &u8)| {
            let readings: Vec<_> = PINYIN.readings(*c).map(|syllable| String::from_utf8(syllable.to_vec()).unwrap()).collect();
            let reading = &readings[usize::from(*way >> 3) % readings.len()];
            match way % 8 {
                0..=2 => reading.clone(),
                3 => reading.replace('v', "yu"),
                4 => format!("'{reading}'"),
                5 => reading[..1].to_owned(),
                6 if reading[1..].starts_with('h') => reading[..2].to_owned(),
                6 => reading.replace("ve", "ue"),
                _ => c.to_string(),
            }
        };
        text.iter().zip(ways).map(one).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn whatever_is_typed_for_a_text_is_read_as_it(text in proptest::collection::vec((proptest::char::range('\u{4e00}', '\u{9fa5}'), 0_u8..), 1..9), cut in 0_usize..4) {
            let text: Vec<_> = text.into_iter().filter(|(c, _)| PINYIN.readings(*c).next().is_some()).collect();
            let (text, ways): (Vec<char>, Vec<u8>) = text.into_iter().unzip();
            let initials: Vec<u8> = ways.iter().map(|way| way / 8 * 8 + 5).collect();
            let whole: Vec<u8> = ways.iter().map(|way| way / 8 * 8).collect();
            for ways in [ways, initials, whole] {
                let all = typed(&text, &ways);
                // The last syllable may be unfinished.
                let last = text.len().checked_sub(1).map(|last| typed(&text[last..], &ways[last..]).trim_start_matches('\'').len());
                let unfinished = all.is_ascii().then(|| &all[..all.len() - cut.min(last.unwrap_or(0).saturating_sub(1))]);
                for typed in unfinished.into_iter().chain([all.as_str()]) {
                    let needle = Needle::parse(typed);
                    prop_assert_eq!(needle.is_some(), typed.contains(|c: char| c.is_ascii_lowercase()));
                    let ends = needle.map(|needle| needle.ends(&PINYIN, &text, 0));
                    prop_assert!(ends.is_none_or(|ends| ends.iter().any(|(end, _)| *end == text.len())), "{} for {:?}", typed, text);
                }
            }
        }

        #[test]
        fn whatever_is_typed_does_no_harm(typed in ".{0,40}", text in ".{0,40}") {
            if let Some(needle) = Needle::parse(&typed) {
                let length = text.chars().count();
                prop_assert!(needle.matches(&PINYIN, &text).iter().all(|part| part.start < part.end && part.end <= length));
            }
        }
    }
}
