//! Reads the lexicon, which is part of the program.

use super::{Subject, Topic};
use std::sync::OnceLock;

/// The lexicon; its first lines say how it is written. The tests hold that it is written so.
const LEXICON: &str = include_str!("lexicon.txt");

/// All subjects, in the order of the lexicon.
pub fn subjects() -> &'static [Subject] {
    static SUBJECTS: OnceLock<Vec<Subject>> = OnceLock::new();
    SUBJECTS.get_or_init(|| read(LEXICON))
}

/// Reads a lexicon; what is not written as it should be is left out.
pub(super) fn read(text: &'static str) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for line in text.lines() {
        if let Some(names) = line.strip_prefix('=') {
            let mut names = names.split('|').map(str::trim);
            let mut next = || names.next().unwrap_or_default();
            subjects.push(Subject { id: next(), zh: next(), en: next(), ..Subject::default() });
            continue;
        }
        let Some(subject) = subjects.last_mut() else { continue };
        if let Some(topic) = line.strip_prefix('+') {
            let mut lists = topic.split('|').map(words);
            let mut next = || lists.next().unwrap_or_default();
            subject.topics.push(Topic { asked: next(), codes: next(), words: next() });
            continue;
        }
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        match name {
            "codes" => subject.codes = words(rest),
            "not-codes" => subject.not_codes = words(rest),
            "categories" => subject.categories = words(rest),
            "not" => subject.false_friends = words(rest),
            _ => {}
        }
    }
    subjects
}

fn words(text: &'static str) -> Vec<&'static str> {
    text.split_whitespace().collect()
}
