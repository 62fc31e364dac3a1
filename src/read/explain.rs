//! Why serde refused a text: what is wrong, where, and whether it is a session file at all.

use super::detail;
use super::error::{Expected, OtherFile, ReadError, ReadErrorKind as Kind};
use super::place::{line_column, offset_of, place_at};
use super::shape::Shape;
use super::structure::structure;
use super::walker::{Token, Walker, unquote};
use crate::check::{Findings, short};
use serde::de::IgnoredAny;
use serde_json::error::Category;

/// What a file says of itself.
pub(super) enum Says {
    /// Not an object, or without `format`.
    Nothing,
    /// The value of `format` and its first byte.
    Format(String, usize),
}

/// Explains why `json` was refused; `judge` says what to make of its `format`.
pub(super) fn explain(
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
pub(super) fn says(bytes: &[u8]) -> Says {
    let mut walker = Walker::new(bytes);
    let mut is_format = false;
    while let Some((token, start)) = walker.step() {
        match token {
            Token::Key => is_format = walker.depth() == 1 && walker.key() == Some(b"\"format\""),
            Token::Open if walker.depth() == 1 && bytes[start] != b'{' => break,
            Token::Open if is_format => return Says::Format(char::from(bytes[start]).to_string(), start),
            Token::Scalar if is_format => return Says::Format(short(&unquote(&bytes[start..walker.at])), start),
            _ => {}
        }
    }
    Says::Nothing
}

/// Text that breaks the rules of JSON.
fn malformed(bytes: &[u8], error: &serde_json::Error) -> ReadError {
    let end = offset_of(bytes, error.line(), error.column());
    let kind = match (error.classify(), message(error)) {
        (Category::Eof, _) => Kind::Truncated,
        (_, message) if message == "recursion limit exceeded" => Kind::TooDeep,
        (_, message) => Kind::NotJson(detail::syntax(&message)),
    };
    // serde counts the offending byte in.
    let at = if kind == Kind::Truncated { end } else { end.saturating_sub(1) };
    let (line, column) = line_column(bytes, at);
    ReadError { kind, line, column, path: place_at(bytes, at).path }
}

/// JSON that does not fit the format.
fn misfit(json: &str, error: &serde_json::Error, end: usize) -> ReadError {
    let bytes = json.as_bytes();
    let mut place = place_at(bytes, end);
    let mut kind = match error.classify() {
        Category::Data => detail::data(&message(error)),
        // serde wants a word of a closed list and calls anything else a mistake of syntax.
        _ => Kind::Unclear { detail: message(error) },
    };
    if error.classify() != Category::Data {
        place = place_at(bytes, end.saturating_sub(1));
        if let Some(found) = json.get(place.start..).and_then(detail::found_scalar) {
            kind = Kind::WrongType { found, expected: Expected::Word };
        }
    }
    // serde notices a bad amount only after the next token, which may close the object that holds it.
    if matches!(kind, Kind::BadAmount(_)) && place.is_closed {
        place = place_at(bytes, end.saturating_sub(1));
    }
    let (line, column) = line_column(bytes, place.start);
    ReadError { kind, line, column, path: place.path }
}

/// serde's words without its place.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or_else(|| text.clone(), |end| text[..end].to_owned())
}
