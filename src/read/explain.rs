//! Why serde refused a text: what is wrong, where, and whether it is a session file at all.

use super::detail;
use super::error::{Expected, OtherFile, ReadError, ReadErrorKind as Kind, Syntax};
use super::place::{line_column, offset_of, place_at};
use super::shape::Shape;
use super::structure::structure;
use super::walker::{Token, Walker, unquote};
use crate::check::Findings;
use serde::de::IgnoredAny;
use serde_json::error::Category;

/// What a file says of itself.
pub(crate) enum Says {
    /// Not an object, or without `format`.
    Nothing,
    /// The value of `format` and its first byte.
    Format(String, usize),
}

/// Explains why `json` was refused; `judge` says what to make of its `format`.
pub(crate) fn explain(
    json: &str,
    error: &serde_json::Error,
    shape: Option<Shape>,
    judge: impl FnOnce(&str, Says) -> Result<(), ReadError>,
) -> ReadError {
    let bytes = json.as_bytes();
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
    // serde stops at what it meets first; whether the text is JSON at all comes first for a reader.
    if let Err(error) = serde_json::from_str::<IgnoredAny>(json) {
        if !matches!(first, Some(b'{' | b'[')) {
            return ReadError::whole(Kind::Other(OtherFile::Text));
        }
        return malformed(bytes, &error);
    }
    if let Err(error) = judge(json, says(bytes)) {
        return error;
    }
    let end = offset_of(bytes, error.line(), error.column());
    if let Some(shape) = shape
        && let Err(error) = structure(&bytes[..end], shape, &mut Findings::default())
    {
        return error;
    }
    misfit(json, error, end)
}

/// The `format` of a file.
pub(crate) fn says(bytes: &[u8]) -> Says {
    let mut walker = Walker::new(bytes);
    let mut is_format = false;
    while let Some((token, start)) = walker.step() {
        match token {
            Token::Key => is_format = walker.depth() == 1 && walker.key().is_some_and(|key| unquote(key) == "format"),
            Token::Open if walker.depth() == 1 && bytes[start] != b'{' => break,
            Token::Open if is_format => return Says::Format(char::from(bytes[start]).to_string(), start),
            Token::Scalar if is_format => return Says::Format(unquote(&bytes[start..walker.at]), start),
            _ => {}
        }
    }
    Says::Nothing
}

/// Text that breaks the rules of JSON.
fn malformed(bytes: &[u8], error: &serde_json::Error) -> ReadError {
    let end = offset_of(bytes, error.line(), error.column());
    let is_cut_off = error.classify() == Category::Eof;
    // serde counts the offending byte in.
    let at = if is_cut_off { end } else { end.saturating_sub(1) };
    let before = bytes[..at].iter().rfind(|b| !b.is_ascii_whitespace());
    let kind = match bytes.get(at) {
        _ if is_cut_off => Kind::Truncated,
        Some(b'}' | b']') if before == Some(&b',') => Kind::NotJson(Syntax::TrailingComma),
        _ => Kind::NotJson(detail::syntax(&message(error))),
    };
    let (line, column) = line_column(bytes, at);
    ReadError { kind, line, column, path: place_at(bytes, at).path }
}

/// JSON that does not fit the format.
fn misfit(json: &str, error: &serde_json::Error, end: usize) -> ReadError {
    let bytes = json.as_bytes();
    let message = message(error);
    let mut place = place_at(bytes, end);
    let kind = if error.classify() == Category::Data {
        detail::data(&message)
    } else {
        // serde calls it a mistake of syntax where a word of a closed list should stand and something else does.
        place = place_at(bytes, end.saturating_sub(1));
        match detail::found_scalar(token_at(json, place.start)) {
            Some(found) if message == "expected value" => Kind::WrongType { found, expected: Expected::Word },
            _ => Kind::NotJson(detail::syntax(&message)),
        }
    };
    // serde notices a bad amount only after the next token, which may close the object that holds it.
    if matches!(kind, Kind::BadAmount(_)) && place.is_closed {
        place = place_at(bytes, end.saturating_sub(1));
    }
    let (line, column) = line_column(bytes, place.start);
    ReadError { kind, line, column, path: place.path }
}

/// The token that begins at the byte `start`.
fn token_at(json: &str, start: usize) -> &str {
    let rest = json.get(start..).unwrap_or_default();
    let mut walker = Walker::new(rest.as_bytes());
    walker.step();
    rest.get(..walker.at).unwrap_or_default()
}

/// serde's words without its place.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or_else(|| text.clone(), |end| text[..end].to_owned())
}
