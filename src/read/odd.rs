//! Finds the characters that [`Text`](crate::model::Text) removes or reads as others, so that this is reported.

use crate::check::{FindingKind, Findings, Severity};
use crate::model::{Fate, fate, is_odd};

/// Reports them with the paths of the first of each kind.
pub(super) fn report(json: &str, findings: &mut Findings) {
    let Odd { hidden, old, private } = odd(json);
    let path = |at: usize| super::place::path_at(json.as_bytes(), at);
    if let Some((at, ..)) = hidden.first {
        findings.add_at(Severity::Warning, || path(at), FindingKind::HiddenCharacters { count: hidden.count });
    }
    // What it stands for is certain, so nothing is lost to a reader.
    if let Some((at, private, known)) = old.first {
        findings.add_at(Severity::Note, || path(at), FindingKind::OldCharacters { count: old.count, private, known });
    }
    if let Some((at, first, _)) = private.first {
        findings.add_at(Severity::Warning, || path(at), FindingKind::PrivateCharacters { count: private.count, first });
    }
}

/// Odd characters of one kind: how many, and the byte of the first, itself and what it becomes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    count: u32,
    first: Option<(usize, char, char)>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Odd {
    hidden: Tally,
    old: Tally,
    private: Tally,
}

/// The odd characters in the strings of `json`, written out or as `\u` escapes.
///
/// A carriage return is removed like the rest, but not counted: it comes from Windows line ends and disguises nothing.
fn odd(json: &str) -> Odd {
    let bytes = json.as_bytes();
    let mut found = Odd::default();
    let (mut at, mut string) = (0, None);
    while let Some(byte) = bytes.get(at) {
        let (may_be_odd, length) = match byte {
            b'"' => {
                string = if string.is_some() { None } else { Some(at + 1) };
                (false, 1)
            }
            b'\\' => character(json, at).map_or((false, 2), |(c, length)| (is_odd(c), length)),
            0x7f => (true, 1),
            0..0x80 => (false, 1),
            _ => multibyte(json, at, *byte),
        };
        at += length;
        // Whether it stays depends on its neighbours, so the whole string is looked at. Most files have no such string.
        if let Some(start) = string.filter(|_| may_be_odd) {
            at = found.string(json, start);
        }
    }
    found
}

impl Odd {
    /// Counts those of the string whose first character is at `start`; gives the place of its closing quotation mark.
    fn string(&mut self, json: &str, start: usize) -> usize {
        let (mut at, mut last) = (start, None);
        while let Some((c, length)) = character(json, at) {
            let after = character(json, at + length).map(|(after, _)| after);
            let kept = match fate(last, c, after) {
                Fate::Goes if c == '\r' => None,
                Fate::Goes => {
                    self.hidden.add(at, c, c);
                    None
                }
                Fate::Means(known) => {
                    self.old.add(at, c, known);
                    Some(known)
                }
                Fate::Private => {
                    self.private.add(at, c, c);
                    Some(c)
                }
                Fate::Stays => Some(c),
            };
            last = kept.or(last);
            at += length;
        }
        at
    }
}

impl Tally {
    fn add(&mut self, at: usize, c: char, becomes: char) {
        self.count = self.count.saturating_add(1);
        self.first.get_or_insert((at, c, becomes));
    }
}

/// Whether the character of two to four bytes at `at` is odd, and its length. Most are told by their first two bytes.
fn multibyte(json: &str, at: usize, first: u8) -> (bool, usize) {
    let second = json.as_bytes().get(at + 1).copied().unwrap_or_default();
    let (may_be_odd, length) = match first {
        0xe2 => (matches!(second, 0x80 | 0x81 | 0xa0), 3),
        0xe3 => (second == 0x85, 3),
        0xee => (true, 3),
        0xef => (second >= 0xbb || second <= 0xa3, 3),
        0xe1 => (matches!(second, 0x85 | 0x9e | 0xa0), 3),
        0xe0..=0xef => (false, 3),
        0xf0.. => (first >= 0xf3 || matches!(second, 0x9d | 0xa0), 4),
        _ => (matches!(first, 0xc2 | 0xcd | 0xd8), 2),
    };
    (may_be_odd && json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_odd), length)
}

/// The character of a string at `at`, its escape resolved, and how many bytes it takes; nothing at the end of the string.
fn character(json: &str, at: usize) -> Option<(char, usize)> {
    let rest = json.get(at..)?;
    let c = rest.chars().next().filter(|c| *c != '"')?;
    if c != '\\' {
        return Some((c, c.len_utf8()));
    }
    let bytes = json.as_bytes();
    let kind = rest.chars().nth(1)?;
    Some(match kind {
        'b' => ('\u{8}', 2),
        'f' => ('\u{c}', 2),
        'n' => ('\n', 2),
        'r' => ('\r', 2),
        't' => ('\t', 2),
        'u' => match (code_unit(bytes, at), code_unit(bytes, at + 6)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                (char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}'), 12)
            }
            (Some(unit), _) => (char::from_u32(unit).unwrap_or('\u{fffd}'), 6),
            (None, _) => (kind, 2),
        },
        other => (other, 1 + other.len_utf8()),
    })
}

/// The number of a `\uXXXX` at `at`.
fn code_unit(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(json: &str) -> Option<(u32, usize)> {
        let hidden = odd(json).hidden;
        hidden.first.map(|(at, ..)| (hidden.count, at))
    }

    #[test]
    fn hidden_characters_are_counted_raw_and_escaped() {
        for (json, expected) in [
            ("\"周圣春、（二）——“三”\"", None),
            ("\"a\u{200b}b\u{202e}\"", Some((2, 2))),
            (r#""a\u200Bb""#, Some((1, 2))),
            (r#""a\\u200B""#, None),
            (r#""\ud83d\ude00\udb40\udc41\ud83d""#, Some((1, 13))),
            (r#""line\r\nline\f\u000d""#, Some((1, 13))),
            (r#""\u12""#, None),
            (r#""\u"#, None),
            ("\"x\u{7f}\u{feff}\u{ad}\"", Some((3, 2))),
            // The second string is no neighbour of the first.
            ("[\"a\", \"\u{200b}\", \"\u{200b}\"]", Some((2, 7))),
        ] {
            assert_eq!(hidden(json), expected, "{json:?}");
        }
    }

    #[test]
    fn joiners_that_stay_are_not_counted() {
        for (json, expected) in [
            ("\"ᠪᠠᠶᠠᠷ\u{180e}ᠠ ئا\u{200c}مان 👨\u{200d}👩\"", None),
            (r#""\u0626\u0627\u200C\u0645 \ud83d\udc68\u200d\ud83d\udc69""#, None),
            (r#""\u0626\u200C\\u0627""#, Some((1, 7))),
            ("\"ئا\u{200c}\"", Some((1, 5))),
            ("\"周\u{200d}宁\"", Some((1, 4))),
        ] {
            assert_eq!(hidden(json), expected, "{json:?}");
        }
    }

    #[test]
    fn private_characters_are_told_apart() {
        let found = odd("[\"刘\u{e863}\", \"王\\ue826\u{f123}\u{f0000}\u{10fffd}\"]");
        assert_eq!((found.old.count, found.old.first), (2, Some((5, '\u{e863}', '䶮'))));
        assert_eq!((found.private.count, found.private.first), (3, Some((21, '\u{f123}', '\u{f123}'))));
        assert_eq!(found.hidden, Tally::default());
    }

    #[test]
    fn no_odd_character_is_overlooked() {
        for c in ('\u{80}'..=char::MAX).filter(|c| *c != '\r') {
            let Odd { hidden, old, private } = odd(&format!("\"年{c}\""));
            let found = [hidden, old, private].map(|tally| tally.count);
            let expected = match fate(Some('年'), c, None) {
                Fate::Stays => [0, 0, 0],
                Fate::Goes => [1, 0, 0],
                Fate::Means(_) => [0, 1, 0],
                Fate::Private => [0, 0, 1],
            };
            assert_eq!(found, expected, "{c:?}");
        }
    }
}
