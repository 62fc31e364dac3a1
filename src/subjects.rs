//! By subject: what of a session is about roads, housing or schools.
//!
//! A static lexicon says it, kept as data that anyone can read and mend (`src/subjects/lexicon.txt`): of each subject the codes of the
//! classification, the words, and what a reader may type for them. Nothing else decides, so the page can say what was looked for.

mod about;
mod gathered;
mod lexicon;
mod matching;
mod related;
#[cfg(test)]
mod tests;

use crate::lang::Lang;
pub use about::{About, about, explained};
pub use gathered::{Gathered, counted, counts, ids, in_sessions, kind};
pub use lexicon::subjects;
pub use related::{Meant, Related};

/// Something that people ask about.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Its name in links.
    pub id: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Codes of the classification, each with all that begin with it.
    pub codes: Vec<&'static str>,
    /// Of those, what does not belong to it.
    pub not_codes: Vec<&'static str>,
    /// Fields of suggestions that mean the whole of it.
    pub categories: Vec<&'static str>,
    /// What it is made of.
    pub topics: Vec<Topic>,
    /// A word within one of these does not count.
    pub false_friends: Vec<&'static str>,
}

/// A part of a subject: what a reader may type, and what is found for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// What a reader may type beside the words.
    pub asked: Vec<&'static str>,
    /// Codes of the classification; all are codes of the subject.
    pub codes: Vec<&'static str>,
    /// Words that count where they are found.
    pub words: Vec<&'static str>,
}

impl Subject {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// All words that are looked for, each once.
    pub fn words(&self) -> Vec<&'static str> {
        let mut words = Vec::new();
        for word in self.topics.iter().flat_map(|topic| &topic.words) {
            if !words.contains(word) {
                words.push(*word);
            }
        }
        words
    }

    /// Whether a code of the classification belongs to it.
    pub fn has_code(&self, code: &str) -> bool {
        begins(code, &self.codes) && !begins(code, &self.not_codes)
    }
}

impl Topic {
    /// Whether a code of the classification belongs to it.
    pub fn has_code(&self, code: &str) -> bool {
        begins(code, &self.codes)
    }
}

fn begins(code: &str, with: &[&str]) -> bool {
    with.iter().any(|start| code.starts_with(start))
}

/// The place of the subject with this id in [`subjects`]; capital letters make no difference.
pub fn position(id: &str) -> Option<usize> {
    subjects().iter().position(|subject| subject.id.eq_ignore_ascii_case(id))
}

/// The subject with this id.
pub fn subject(id: &str) -> Option<&'static Subject> {
    subjects().get(position(id)?)
}

/// What a plain word asks for: the subject's place in [`subjects`], and of its topics those that are meant, a bit for each. `term` is folded.
///
/// ```
/// use yishi::subjects::{asked, subjects};
/// let found: Vec<_> = asked("修路").into_iter().map(|(subject, _)| subjects()[subject].id).collect();
/// assert_eq!(found, ["roads"]);
/// assert!(asked("自信").is_empty());
/// ```
pub fn asked(term: &str) -> Vec<(usize, u32)> {
    let is_meant = |topic: &Topic| topic.asked.iter().chain(&topic.words).any(|word| crate::search::fold(word) == term);
    let mut found = Vec::new();
    for (at, subject) in subjects().iter().enumerate() {
        let mut topics = 0;
        for (bit, topic) in subject.topics.iter().enumerate() {
            topics |= u32::from(is_meant(topic)) << bit;
        }
        // The name of a subject asks for all of it.
        if [subject.zh, subject.en].iter().any(|name| crate::search::fold(name) == term) {
            topics = (1 << subject.topics.len()) - 1;
        }
        if topics > 0 {
            found.push((at, topics));
        }
    }
    found
}
