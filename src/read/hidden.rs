//! Finds the characters that [`Text`](crate::model::Text) removes, so that their removal is reported.

use crate::model::is_hidden;

/// How many hidden characters stand in the strings of `json`, written out or as `\u` escapes, and the byte of the first.
///
/// A carriage return is removed like the rest, but not counted: it comes from Windows line ends and disguises nothing.
pub(super) fn hidden(json: &str) -> Option<(u32, usize)> {
    let bytes = json.as_bytes();
    let (mut count, mut first) = (0_u32, 0);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (is_found, length) = match byte {
            b'\\' => escape(bytes, at),
            0x7f => (true, 1),
            0..0x80 => (false, 1),
            _ => multibyte(json, at, *byte),
        };
        if is_found {
            if count == 0 {
                first = at;
            }
            count = count.saturating_add(1);
        }
        at += length;
    }
    (count > 0).then_some((count, first))
}

/// Whether the character of two to four bytes at `at` is hidden, and its length. Most are known by their first two bytes.
fn multibyte(json: &str, at: usize, first: u8) -> (bool, usize) {
    let second = json.as_bytes().get(at + 1).copied().unwrap_or_default();
    let (may_be_hidden, length) = match first {
        0xe2 => (matches!(second, 0x80 | 0x81 | 0xa0), 3),
        0xe3 => (second == 0x85, 3),
        0xef => (second >= 0xbb, 3),
        0xe1 => (matches!(second, 0x85 | 0x9e | 0xa0), 3),
        0xe0..=0xef => (false, 3),
        0xf0.. => (matches!(second, 0x9d | 0xa0), 4),
        _ => (matches!(first, 0xc2 | 0xcd | 0xd8), 2),
    };
    (may_be_hidden && json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_hidden), length)
}

/// Whether the escape at `at` is of a hidden character, and its length.
fn escape(bytes: &[u8], at: usize) -> (bool, usize) {
    match bytes.get(at + 1) {
        Some(b'b' | b'f') => (true, 2),
        Some(b'u') => match (code_unit(bytes, at), code_unit(bytes, at + 6)) {
            (Some(0x0d), _) => (false, 6),
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                let c = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                (char::from_u32(c).is_some_and(is_hidden), 12)
            }
            (Some(unit), _) => (char::from_u32(unit).is_some_and(is_hidden), 6),
            (None, _) => (false, 2),
        },
        _ => (false, 2),
    }
}

/// The number of a `\uXXXX` at `at`.
fn code_unit(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::hidden;

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
        ] {
            assert_eq!(hidden(json), expected, "{json:?}");
        }
    }

    #[test]
    fn no_hidden_character_is_overlooked() {
        for c in ('\u{80}'..=char::MAX).filter(|c| *c != '\r') {
            assert_eq!(hidden(&format!("\"年{c}\"")).is_some(), crate::model::is_hidden(c), "{c:?}");
        }
    }
}
