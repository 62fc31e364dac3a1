//! Which Chinese strings of a session are read as what was typed.

use super::bigrams::Bigrams;
use super::needle::{INITIAL, Reach, START};
use super::{Needle, Pinyin, is_han};
use crate::order::order;
use crate::search::{Name, NameKind};
use std::cmp::{Ordering, Reverse};

/// The names of a session and the pairs of characters of its text: what pinyin is held against. All of it folded.
pub struct Dictionary {
    names: Vec<(NameKind, Vec<char>)>,
    bigrams: Bigrams,
}

/// A string that is read as what was typed, with all that decides its place among the others.
struct Found {
    text: Vec<char>,
    /// Where it is from, the likeliest place first.
    rank: u8,
    /// The kind of the name it is from; 0 for text.
    kind: u8,
    cost: u8,
    /// How often the rarest pair of it occurs in the text.
    count: u32,
}

/// The rank of what is from the text.
const TEXT: u8 = 6;
/// Of two initials only pairs that occur so often are meant, and of them the commonest.
const LEAST_COUNT: u32 = 2;
const MOST_PAIRS: usize = 8;
/// How many characters are tried for chains of pairs: they multiply with every letter.
const MOST_STEPS: u32 = 20_000;

impl Dictionary {
    /// A dictionary of names, without text.
    pub fn new(names: &[Name]) -> Self {
        let names = names.iter().filter(|name| name.text.chars().any(is_han));
        Self { names: names.map(|name| (name.kind, name.text.chars().collect())).collect(), bigrams: Bigrams::default() }
    }

    /// Adds text, folded: a title, a paragraph. What stands at the end of one does not stand beside what begins the next.
    pub fn text(&mut self, text: &str) {
        self.bigrams.add(text);
    }

    /// Ends adding text; before, only names are found.
    pub fn finish(&mut self) {
        self.bigrams.finish();
    }

    /// The strings with Chinese characters that are read as what was typed, each once, the likeliest first, at most `limit`.
    ///
    /// People by their whole name or its beginning come first, then other whole names, then what is within a name, then what only the text
    /// has. A single character is found by its commonest reading; that with which a person's name begins by any, and unfinished.
    /// Three initials and more are those of a name; two may be a common pair of the text.
    /// What is found in names is in the session; what is from the text is made of pairs and may be nowhere as a whole.
    pub fn strings(&self, pinyin: &Pinyin, needle: &Needle, limit: usize) -> Vec<String> {
        let mut found = Vec::new();
        for (kind, name) in &self.names {
            named(pinyin, needle, *kind, name, &mut found);
        }
        let initials = needle.initials();
        let mut walk = Walk { bigrams: &self.bigrams, pinyin, needle, steps: MOST_STEPS, fewest: usize::MAX, chain: Vec::new(), found };
        if initials.is_none_or(|count| count <= 2) {
            for number in 0..self.bigrams.chars().len() {
                walk.on(number, &START, u32::MAX);
            }
        }
        let (found, fewest) = (walk.found, walk.fewest);
        let (mut strings, mut pairs): (Vec<String>, _) = (Vec::new(), 0);
        for place in order(found.len(), &mut |a, b| found[a].compare(&found[b])) {
            let one = &found[place];
            // As in names, what is spelled out is not taken for initials.
            let is_meant = one.rank < TEXT || one.text.len() == fewest || one.cost < INITIAL;
            if one.rank == TEXT && initials.is_some() {
                pairs += 1;
                if pairs > MOST_PAIRS || one.count < LEAST_COUNT {
                    continue;
                }
            }
            if strings.len() == limit {
                break;
            }
            let text: String = one.text.iter().collect();
            if is_meant && !strings.contains(&text) {
                strings.push(text);
            }
        }
        strings
    }
}

/// What a name has.
fn named(pinyin: &Pinyin, needle: &Needle, kind: NameKind, name: &[char], found: &mut Vec<Found>) {
    // A speaker as printed may be a post with a name, or several names.
    let is_person = kind == NameKind::Person && (name.len() <= 4 || name.contains(&'·'));
    for start in 0..name.len() {
        let mut is_spelled = false;
        for (end, cost) in needle.ends(pinyin, name, start) {
            // Who spells something out does not mean the initials of something longer.
            if is_spelled && cost >= INITIAL {
                continue;
            }
            is_spelled |= cost < INITIAL;
            let text = &name[start..end];
            // One character of many is too little to go by, but for the beginning of a surname.
            if text.iter().any(|c| is_han(*c)) && (text.len() > 1 || cost == 0 || (is_person && start == 0)) {
                let rank = match (is_person, start, end == name.len()) {
                    (true, 0, true) => 0,
                    (true, 0, false) => 1,
                    (false, 0, true) => 2,
                    (true, ..) => 3,
                    (false, 0, false) => 4,
                    (false, ..) => TEXT - 1,
                };
                found.push(Found { text: text.to_vec(), rank, kind: kind as u8, cost, count: 0 });
            }
        }
    }
}

impl Found {
    /// Which of two is likelier: fewer characters for the same letters mean that more of it is spelled out.
    fn compare(&self, other: &Self) -> Ordering {
        let key = |one: &Self| (one.rank, one.kind, one.text.len(), one.cost, Reverse(one.count));
        key(self).cmp(&key(other))
    }
}

/// A way from pair to pair.
struct Walk<'a> {
    bigrams: &'a Bigrams,
    pinyin: &'a Pinyin,
    needle: &'a Needle,
    steps: u32,
    /// How few characters are read as all that was typed.
    fewest: usize,
    chain: Vec<char>,
    found: Vec<Found>,
}

impl Walk<'_> {
    /// Goes on to a character; `count` is how often the rarest pair so far occurs.
    fn on(&mut self, number: usize, reach: &Reach, count: u32) {
        let (bigrams, mut reach) = (self.bigrams, *reach);
        let c = bigrams.chars()[number];
        if self.steps == 0 || !self.needle.step(self.pinyin, &mut reach, c) {
            return;
        }
        self.chain.push(c);
        if let Some(cost) = self.needle.end(&reach) {
            self.fewest = self.fewest.min(self.chain.len());
            if self.chain.len() > 1 {
                self.found.push(Found { text: self.chain.clone(), rank: TEXT, kind: 0, cost, count });
            }
        }
        if self.needle.is_open(&reach) {
            for (next, times) in bigrams.after(number) {
                self.steps = self.steps.saturating_sub(1);
                self.on(next, &reach, count.min(times));
            }
        }
        self.chain.pop();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::search::pinyin::table::PINYIN;
    use proptest::prelude::*;

    fn strings(names: &[(NameKind, &str)], texts: &[&str], typed: &str) -> Vec<String> {
        let names: Vec<_> = names.iter().map(|(kind, text)| Name { kind: *kind, text: (*text).to_owned() }).collect();
        let mut dictionary = Dictionary::new(&names);
        for text in texts {
            dictionary.text(text);
        }
        dictionary.finish();
        dictionary.strings(&PINYIN, &Needle::parse(typed).unwrap(), 9)
    }

    #[test]
    fn people_come_first_then_whole_names() {
        use NameKind::{Body, Line, Person, Title};
        let names = [
            (Title, "增值税整治设施"),
            (Line, "增值税"),
            (Person, "张之树"),
            (Person, "镇长赵子帅"),
            (Person, "周张智善"),
            (Body, "镇政府"),
        ];
        assert_eq!(strings(&names, &["这种事"], "zzs"), ["张之树", "增值税", "张智善", "赵子帅", "整治设"]);
        assert_eq!(strings(&names, &[], "z"), ["张", "周"]);
        assert_eq!(strings(&names, &[], "zhen"), ["镇"]);
        assert_eq!(strings(&[], &[], "zzs"), Vec::<String>::new());
    }

    #[test]
    fn of_two_initials_the_commonest_pairs_are_meant() {
        let text = "工作，工作，工作，公职，公职，关注";
        assert_eq!(strings(&[], &[text], "gz"), ["工作", "公职"]);
        assert_eq!(strings(&[], &[text], "gongz"), ["工作", "公职"]);
        assert_eq!(strings(&[], &["政府工作报告"], "gzbg"), Vec::<String>::new());
        assert_eq!(strings(&[(NameKind::Title, "政府工作报告")], &[], "gzbg"), ["工作报告"]);
    }

    #[test]
    fn what_is_spelled_out_is_not_taken_for_initials() {
        assert_eq!(strings(&[(NameKind::Body, "九龙坡区")], &["九龙坡区"], "jiulongpo"), ["九龙坡"]);
        assert_eq!(strings(&[], &["公安干部，提案天，西安县"], "gan"), Vec::<String>::new());
        assert_eq!(strings(&[], &["提案天，西安县"], "tian"), ["提案"]);
        assert_eq!(strings(&[], &["提案天，西安县"], "xi'an"), ["西安"]);
    }

    #[test]
    fn latin_letters_and_digits_of_a_name_are_typed_as_they_are() {
        let names = [(NameKind::Title, "app推广2025年"), (NameKind::Line, "gdp")];
        assert_eq!(strings(&names, &[], "apptuiguang"), ["app推广"]);
        assert_eq!(strings(&names, &[], "tuiguang2025n"), ["推广2025年"]);
        assert_eq!(strings(&names, &[], "gdp"), Vec::<String>::new());
    }

    #[test]
    fn what_multiplies_comes_to_an_end() {
        let text: String = (0..40_000_u32).filter_map(|n| char::from_u32(0x4e00 + n * 7919 % 20_011)).collect();
        for typed in ["zhzhzhzhzhzh", "azsazsazsazsazsa", "shishishishishishi", "yiyiyiyiyiyiyiyiyiyiyiyiyi"] {
            assert!(strings(&[(NameKind::Title, &text)], &[&text, &text], typed).len() <= 9);
        }
    }

    proptest! {
        #[test]
        fn what_the_text_has_is_found_by_its_syllables(text in "[政府工作报告预算人民代表大会议重庆市长单位行银解决区县绿化旅游女西安提案]{2,30}", at in 0_usize..30, length in 2_usize..5) {
            let chars: Vec<char> = text.chars().collect();
            let part = &chars[at.min(chars.len() - 2)..];
            let part = &part[..length.min(part.len())];
            let syllables = part.iter().map(|c| String::from_utf8(PINYIN.readings(*c).next().unwrap().to_vec()).unwrap());
            let typed = syllables.collect::<Vec<_>>().join("'");
            let mut dictionary = Dictionary::new(&[]);
            dictionary.text(&text);
            dictionary.finish();
            let strings = dictionary.strings(&PINYIN, &Needle::parse(&typed).unwrap(), usize::MAX);
            prop_assert!(strings.contains(&part.iter().collect()), "{} in {}: {:?}", typed, text, strings);
            // Whatever is found is made of pairs that are there.
            for string in strings {
                let chars: Vec<char> = string.chars().collect();
                prop_assert!(chars.windows(2).all(|pair| text.contains(&pair.iter().collect::<String>())));
            }
        }
    }
}
