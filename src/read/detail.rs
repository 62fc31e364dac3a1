//! What breaks the rules of JSON, judged by the bytes around it: the parser says where it stopped, and why in English only.

use super::error::Syntax;
use super::walker::{Token, Walker};

/// What is wrong at the byte `at`, where the parser stopped.
pub(super) fn syntax(bytes: &[u8], at: usize) -> Syntax {
    // A `\u` takes four bytes without looking at them, be it the quote that ends the string.
    let is_short = bytes.get(at.saturating_sub(3)..=at).is_some_and(|digits| !digits.iter().all(u8::is_ascii_hexdigit));
    if is_short && open_string(bytes, at.saturating_sub(3)).is_some_and(|text| escapes(text) == Escapes::Open && text.ends_with(b"u")) {
        return Syntax::Escape;
    }
    if let Some(text) = open_string(bytes, at + 1) {
        return match escapes(text) {
            Escapes::Bad => Syntax::Escape,
            // The parser stops before such a character.
            _ if bytes.get(at + 1).is_some_and(|next| *next < b' ') => match between(bytes, at) {
                // This is its first quote, and no string may begin here.
                syntax @ (Syntax::Colon | Syntax::CommaOrEnd | Syntax::Number | Syntax::Else) if text.is_empty() => syntax,
                _ => Syntax::Control,
            },
            _ => between(bytes, at),
        };
    }
    between(bytes, at)
}

/// What is wrong where the byte `at` is not in a string.
fn between(bytes: &[u8], at: usize) -> Syntax {
    let before = &bytes[..at.min(bytes.len())];
    let mut walker = Walker::new(before);
    let mut last = None;
    while let Some((token, start)) = walker.step() {
        last = Some((token, &before[start..walker.at]));
    }
    let is_object = walker.opened() == Some(b'{');
    let after_value = if walker.depth() == 0 { Syntax::Trailing } else { Syntax::CommaOrEnd };
    match last {
        Some((Token::Key, _)) => Syntax::Colon,
        Some((Token::Scalar, [b'"', ..]) | (Token::Close { .. }, _)) => after_value,
        // A blank between parts the word from what comes next.
        Some((Token::Scalar, word)) => in_word(word, bytes.get(at).filter(|_| before.ends_with(word))).unwrap_or(after_value),
        Some((Token::Open | Token::Mark, [b'{' | b','])) if is_object => Syntax::Name,
        _ => Syntax::Value,
    }
}

/// What is wrong with a word, or with `next`, which follows it at once; nothing where the word is well by itself.
fn in_word(word: &[u8], next: Option<&u8>) -> Option<Syntax> {
    match word {
        b"true" | b"false" | b"null" => None,
        [b'-' | b'0'..=b'9', .., b'0'..=b'9'] | [b'0'..=b'9'] => {
            let goes_on = |next: &u8| matches!(next, b'.' | b'e' | b'E') || next.is_ascii_digit();
            next.is_some_and(goes_on).then_some(Syntax::Number)
        }
        [b'-' | b'0'..=b'9', ..] => Some(Syntax::Number),
        _ => Some(Syntax::Else),
    }
}

/// The text of the string in which the byte `end` is, from its first quote to there.
fn open_string(bytes: &[u8], end: usize) -> Option<&[u8]> {
    let before = bytes.get(..end)?;
    let mut walker = Walker::new(before);
    let mut last = 0;
    while let Some((_, start)) = walker.step() {
        last = start;
    }
    let text = before.get(last..)?.strip_prefix(b"\"")?;
    let is_closed = text.strip_suffix(b"\"").is_some_and(|text| escapes(text) != Escapes::Open);
    (!is_closed).then_some(text)
}

/// How the escapes in the beginning of a string are.
#[derive(PartialEq, Eq)]
enum Escapes {
    Good,
    Bad,
    /// The last one is not at its end.
    Open,
}

fn escapes(mut text: &[u8]) -> Escapes {
    while let Some(at) = text.iter().position(|byte| *byte == b'\\') {
        text = match &text[at + 1..] {
            [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', rest @ ..] => rest,
            [b'u', rest @ ..] => {
                let digits = rest.iter().take(4).take_while(|byte| byte.is_ascii_hexdigit()).count();
                match rest.get(digits..) {
                    Some([]) if digits < 4 => return Escapes::Open,
                    Some(rest) if digits == 4 => rest,
                    _ => return Escapes::Bad,
                }
            }
            [] => return Escapes::Open,
            _ => return Escapes::Bad,
        };
    }
    Escapes::Good
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use super::super::place::offset_of;
    use super::{Syntax, syntax};
    use serde::de::IgnoredAny;

    #[test]
    fn what_breaks_the_rules_is_told_from_the_bytes() {
        for (json, expected) in [
            (r#"{"a": }"#, Syntax::Value),
            ("[1, x]", Syntax::Value),
            (r#"{"a" 1}"#, Syntax::Colon),
            (r#"{"a": 1 "b": 2}"#, Syntax::CommaOrEnd),
            ("[1}", Syntax::CommaOrEnd),
            ("[null 1]", Syntax::CommaOrEnd),
            ("[] 1", Syntax::Trailing),
            ("{a: 1}", Syntax::Name),
            (r#"{"a": 1, b}"#, Syntax::Name),
            (r#"["\q"]"#, Syntax::Escape),
            (r#"["\u12"]"#, Syntax::Escape),
            ("{\"a\nb\": 1}", Syntax::Control),
            ("[\"\n\"]", Syntax::Control),
            ("[1 \"\n\"]", Syntax::CommaOrEnd),
            ("[\"\\n\t\"]", Syntax::Control),
            ("[01]", Syntax::Number),
            ("[-x]", Syntax::Number),
            ("[1.5.0]", Syntax::Number),
            ("[nul]", Syntax::Else),
        ] {
            // One byte before the place that the parser names, as in `explain`.
            let Err(error) = serde_json::from_str::<IgnoredAny>(json) else { panic!("{json}") };
            let at = offset_of(json.as_bytes(), error.line(), error.column()).saturating_sub(1);
            assert_eq!(syntax(json.as_bytes(), at), expected, "{json}");
        }
    }
}
