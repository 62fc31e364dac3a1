//! Turns serde's English into data, so that the sentence can be written in the reader's language.

use super::error::{Expected, Found, ReadErrorKind as Kind, Syntax};
use crate::check::short;
use crate::model::DecimalError;

/// What serde's `message` (without its place) says about well-formed JSON that does not fit the format.
pub(super) fn data(message: &str) -> Kind {
    if let Some(field) = quoted(message, "missing field `") {
        return Kind::Missing { field };
    }
    if let Some(field) = quoted(message, "duplicate field `") {
        return Kind::Twice { field };
    }
    for error in [DecimalError::NotANumber, DecimalError::Overflow] {
        if message == error.to_string() {
            return Kind::BadAmount(error);
        }
    }
    unknown_word(message).or_else(|| wrong_type(message)).unwrap_or_else(|| Kind::Unclear { detail: short(message) })
}

/// What serde's `message` says about text that is not JSON.
pub(super) fn syntax(message: &str) -> Syntax {
    match message {
        "expected value" => Syntax::Value,
        "expected `:`" => Syntax::Colon,
        "expected `,` or `]`" | "expected `,` or `}`" => Syntax::CommaOrEnd,
        "trailing comma" => Syntax::TrailingComma,
        "trailing characters" => Syntax::Trailing,
        "key must be a string" => Syntax::Name,
        "invalid number" | "number out of range" => Syntax::Number,
        _ if message.starts_with("control character") => Syntax::Control,
        _ if message.contains("escape") || message.contains("code point") => Syntax::Escape,
        _ => Syntax::Else,
    }
}

/// The scalar whose bytes are `token`, in the place of a word of a closed list.
pub(super) fn found_scalar(token: &str) -> Option<Found> {
    match token.bytes().next()? {
        b'n' => Some(Found::Null),
        b't' | b'f' => Some(Found::Boolean),
        b'-' | b'0'..=b'9' => Some(Found::Number(short(token))),
        b'[' => Some(Found::List),
        b'{' => Some(Found::Object),
        _ => None,
    }
}

fn quoted(message: &str, start: &str) -> Option<String> {
    message.strip_prefix(start)?.strip_suffix('`').map(short)
}

fn unknown_word(message: &str) -> Option<Kind> {
    let (word, words) = message.strip_prefix("unknown variant `")?.rsplit_once("`, expected ")?;
    let allowed = words.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some(Kind::UnknownWord { word: short(word), allowed })
}

fn wrong_type(message: &str) -> Option<Kind> {
    let rest = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    let expected = match expected {
        "a string" => Expected::Text,
        "a boolean" => Expected::Boolean,
        "a sequence" => Expected::List,
        "u8" => Expected::Whole { max: u8::MAX.into() },
        "u16" => Expected::Whole { max: u16::MAX.into() },
        "u32" => Expected::Whole { max: u32::MAX.into() },
        "u64" => Expected::Whole { max: u64::MAX },
        _ if expected.starts_with("struct ") => Expected::Object,
        _ => return None,
    };
    let found = match found.split_once(' ').unwrap_or((found, "")) {
        ("null" | "unit", _) => Found::Null,
        ("boolean", _) => Found::Boolean,
        ("integer" | "floating", rest) => Found::Number(short(rest.trim_start_matches("point ").trim_matches('`'))),
        ("string", rest) => Found::Text(short(rest.trim_matches('"'))),
        ("sequence", _) => Found::List,
        ("map", _) => Found::Object,
        _ => return None,
    };
    Some(Kind::WrongType { found, expected })
}
