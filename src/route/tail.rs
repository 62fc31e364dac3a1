//! What chat apps and text around a link leave at its end, and the mark that keeps a value from being taken for that.
//!
//! An app that makes links of text swallows what follows one: 。 or ）, or the rest of the sentence. A value of a link therefore ends before
//! such marks. A value that has them itself is written with a `~` behind it and read as it stands up to there.

use crate::model::is_hidden;

/// The mark behind a value that is meant as it stands.
pub(super) const LITERAL: char = '~';

/// Marks of sentences and brackets, none of which is in an id that nobody made up to have them; and what addresses cannot hold.
const MARKS: &str = "。，、；：？！…—～（）【】《》「」『』“”‘’〔〕〈〉﹏｡､｢｣〝〞<>\"`\\^{}|\u{fffd}";

/// What sentences have at their end and ids inside.
const AT_THE_END: &str = ".,;:!?'*)]([";

/// Brackets and quotation marks in pairs.
const PAIRS: [(char, char); 15] = [
    ('（', '）'),
    ('【', '】'),
    ('《', '》'),
    ('「', '」'),
    ('『', '』'),
    ('“', '”'),
    ('‘', '’'),
    ('〔', '〕'),
    ('〈', '〉'),
    ('｢', '｣'),
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('"', '"'),
];

fn is_mark(c: char) -> bool {
    MARKS.contains(c) || c.is_control() || is_hidden(c)
}

/// How a value is read: what of a text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An id, a word or a number: ends at the first mark.
    Id,
    /// An address: ends at the first mark, and may end with a slash.
    Address,
    /// Words of a reader or a file, which may have marks inside: ends before those at its end, but for brackets that it opened itself.
    Words,
}

impl Kind {
    /// The text without what does not belong to it.
    pub fn cut(self, text: &str) -> &str {
        if self == Self::Words {
            return cut_words(text);
        }
        let end = text.find(is_mark).unwrap_or(text.len());
        let is_tail = |c: char| AT_THE_END.contains(c) || c.is_whitespace() || (c == '/' && self == Self::Id);
        text[..end].trim_end_matches(is_tail)
    }
}

fn cut_words(text: &str) -> &str {
    let mut rest = text;
    // How many of each pair of brackets are left: counted once, for there may be a long row of them.
    let mut left = [None; PAIRS.len()];
    while let Some(last) = rest.chars().next_back() {
        let pair = PAIRS.iter().zip(&mut left).find(|((open, close), _)| *close == last || *open == last);
        let is_tail = match pair {
            Some(((open, close), left)) => {
                let count = |of: char| rest.chars().filter(|c| *c == of).count();
                let [opened, closed] = left.get_or_insert_with(|| [count(*open), count(*close)]);
                let is_tail = if open == close { *opened % 2 == 1 } else { *open == last || closed > opened };
                *(if *open == last { opened } else { closed }) -= 1;
                is_tail
            }
            None => is_mark(last) || AT_THE_END.contains(last) || last.is_whitespace(),
        };
        if !is_tail {
            break;
        }
        rest = &rest[..rest.len() - last.len_utf8()];
    }
    rest
}

/// The value that is meant as it stands, where it is marked so; what is behind the mark is no part of it.
pub(super) fn literal(text: &str) -> Option<&str> {
    let (value, behind) = text.rsplit_once(LITERAL)?;
    Kind::Id.cut(behind).is_empty().then_some(value)
}

/// Whether a value needs no mark: it is read as it is, also with a bracket or a quotation mark behind it.
pub(super) fn is_plain(kind: Kind, value: &str, read: &dyn Fn(&str) -> String) -> bool {
    let with = |close: char| read(&format!("{value}{close}")) == value;
    read(value) == value && (kind != Kind::Words || PAIRS.iter().all(|(_, close)| with(*close)))
}
