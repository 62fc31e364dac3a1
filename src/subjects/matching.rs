//! Where a text has words of subjects: one walk over it for all words of all subjects, whatever their number.

use super::{Subject, subjects};
use crate::search::fold;
use std::sync::OnceLock;

/// A word that is looked for.
struct Needle {
    /// Folded.
    text: String,
    /// The place of its subject.
    subject: usize,
    /// The topic's place; `None` for a false friend.
    topic: Option<usize>,
}

/// A word that was found, in bytes of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) subject: usize,
    pub(super) topic: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All words by their first character, in order.
type Words = Vec<(char, Vec<Needle>)>;

/// The words of subjects in a folded text, in order, but for those within a false friend of the same subject.
pub(super) fn occurrences(text: &str) -> Vec<Occurrence> {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let words = WORDS.get_or_init(|| by_first(subjects()));
    let mut found = Vec::new();
    let mut friends: Vec<Occurrence> = Vec::new();
    for (start, first) in text.char_indices() {
        let Ok(place) = words.binary_search_by(|(known, _)| known.cmp(&first)) else { continue };
        for needle in words[place].1.iter().filter(|needle| text[start..].starts_with(needle.text.as_str())) {
            let (subject, end) = (needle.subject, start + needle.text.len());
            match needle.topic {
                Some(topic) => found.push(Occurrence { subject, topic, start, end }),
                None => friends.push(Occurrence { subject, topic: 0, start, end }),
            }
        }
    }
    found.retain(|one| !friends.iter().any(|friend| friend.subject == one.subject && friend.start <= one.start && one.end <= friend.end));
    found
}

fn by_first(subjects: &[Subject]) -> Words {
    let mut words = Words::new();
    for (subject, one) in subjects.iter().enumerate() {
        let topics = one.topics.iter().enumerate().flat_map(|(topic, one)| one.words.iter().map(move |word| (*word, Some(topic))));
        for (word, topic) in topics.chain(one.false_friends.iter().map(|word| (*word, None))) {
            let text = fold(word);
            let Some(first) = text.chars().next() else { continue };
            let place = match words.binary_search_by(|(known, _)| known.cmp(&first)) {
                Ok(place) => place,
                Err(place) => {
                    words.insert(place, (first, Vec::new()));
                    place
                }
            };
            words[place].1.push(Needle { text, subject, topic });
        }
    }
    words
}
