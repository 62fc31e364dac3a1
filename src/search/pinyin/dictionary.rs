//! Which Chinese strings of a session are read as what was typed.

use super::bigrams::Bigrams;
use super::needle::{INITIAL, Reach, START, UNFINISHED};
use super::{Needle, Pinyin, is_han};
use crate::order::ordered;
use std::cmp::{Ordering, Reverse};

/// What something that has a name is. The order is that of what is found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// A person, by name.
    Person,
    /// Something with a title: an agenda item, a speech, a resolution, a project.
    Title,
    /// A post, a body or a place.
    Post,
    /// A line of a budget.
    Line,
}

/// The names of a session and the pairs of characters of its text: what pinyin is held against. All of it folded.
#[derive(Default)]
pub struct Dictionary {
    names: Vec<(Class, Vec<char>)>,
    bigrams: Bigrams,
}

/// A string that is read as what was typed, with all that decides its place among the others.
#[derive(Clone)]
struct Found {
    text: Vec<char>,
    /// The class of the name it is from, or [`TEXT`].
    rank: u8,
    /// A whole name (0), the beginning of one (1), or inside one (2).
    place: u8,
    cost: u8,
    /// How often the rarest pair of it occurs in the text.
    count: u32,
}

/// The rank of what is from the text.
const TEXT: u8 = Class::Line as u8 + 1;
/// Of two initials only pairs that occur so often are meant, and of them the commonest.
const LEAST_COUNT: u32 = 2;
const MOST_PAIRS: usize = 8;
/// How many characters are tried for chains of pairs: they multiply with every letter.
const MOST_STEPS: u32 = 20_000;

impl Dictionary {
    /// Adds a name, folded. A name may be added more than once.
    pub fn name(&mut self, class: Class, name: &str) {
        if name.chars().any(is_han) {
            self.names.push((class, name.chars().collect()));
        }
    }

    /// Adds text, folded: a title, a paragraph. What stands at the end of one does not stand beside what begins the next.
    pub fn text(&mut self, text: &str) {
        self.bigrams.add(text);
    }

    /// Ends adding; before, only names are found.
    pub fn finish(&mut self) {
        self.bigrams.finish();
    }

    /// The strings with Chinese characters that are read as what was typed, each once, the likeliest first, at most `limit`.
    ///
    /// Names come first, by class; then what only the text has. A single character is found by its whole syllable, in a person's name
    /// also by the beginning of it. Three initials and more are those of a name; two may be a common pair of the text.
    /// What is found in names is in the session; what is from the text is made of pairs and may be nowhere as a whole.
    pub fn strings(&self, pinyin: &Pinyin, needle: &Needle, limit: usize) -> Vec<String> {
        let mut found = Vec::new();
        for (class, name) in &self.names {
            named(pinyin, needle, *class, name, &mut found);
        }
        self.written(pinyin, needle, &mut found);
        let mut strings: Vec<String> = Vec::new();
        for one in ordered(&found, Found::compare) {
            if strings.len() == limit {
                break;
            }
            let text: String = one.text.iter().collect();
            if !strings.contains(&text) {
                strings.push(text);
            }
        }
        strings
    }

    /// What the text has in pairs and chains of them.
    fn written(&self, pinyin: &Pinyin, needle: &Needle, found: &mut Vec<Found>) {
        let mut walk =
            Walk { bigrams: &self.bigrams, pinyin, needle, steps: MOST_STEPS, fewest: usize::MAX, chain: Vec::new(), found: Vec::new() };
        if needle.initials().is_none_or(|count| count <= 2) {
            for number in 0..self.bigrams.chars().len() {
                walk.on(number, &START, u32::MAX);
            }
        }
        // Who spells something out does not mean the initials of something longer.
        let fewest = walk.fewest;
        walk.found.retain(|one| one.text.len() == fewest || one.cost < INITIAL);
        let mut room = MOST_PAIRS;
        for one in ordered(&walk.found, Found::compare) {
            if needle.initials().is_some() {
                if room == 0 || one.count < LEAST_COUNT {
                    continue;
                }
                room -= 1;
            }
            found.push(one);
        }
    }
}

/// What a name has.
fn named(pinyin: &Pinyin, needle: &Needle, class: Class, name: &[char], found: &mut Vec<Found>) {
    for start in 0..name.len() {
        for (end, cost) in needle.ends(pinyin, name, start) {
            let text = &name[start..end];
            let is_meant = match text {
                // One character of many is too little to go by, but for the beginning of a surname.
                [_] if class == Class::Person && start == 0 => true,
                [_] if class == Class::Person => cost < INITIAL,
                [_] => cost < UNFINISHED,
                _ => true,
            };
            if is_meant && text.iter().any(|c| is_han(*c)) {
                let place = if start > 0 { 2 } else { u8::from(end < name.len()) };
                found.push(Found { text: text.to_vec(), rank: class as u8, place, cost, count: 0 });
            }
        }
    }
}

impl Found {
    /// Which of two is likelier: fewer characters for the same letters mean that more of it is spelled out.
    fn compare(&self, other: &Self) -> Ordering {
        let key = |one: &Self| (one.rank, one.text.len(), one.place, one.cost, Reverse(one.count));
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
                self.found.push(Found { text: self.chain.clone(), rank: TEXT, place: 0, cost, count });
            }
        }
        if self.needle.is_open(&reach) {
            for (next, times) in bigrams.after(number) {
                self.steps = self.steps.saturating_sub(1);
                self.on(usize::from(*next), &reach, count.min(*times));
            }
        }
        self.chain.pop();
    }
}
