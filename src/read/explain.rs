//! Whether a text is JSON, and what it says of itself.

use super::detail;
use super::error::{OtherFile, ReadError, ReadErrorKind as Kind, Syntax};
use super::place::{line_column, offset_of, path_at};
use super::walker::{Token, Walker, unquote};
use serde::de::IgnoredAny;
use serde_json::error::Category;

/// What a file says of itself.
pub(crate) enum Says {
    /// Not an object, or without `format`.
    Nothing,
    /// The value of `format` and its first byte.
    Format(String, usize),
}

/// Makes sure that the whole of `json` keeps to the rules of JSON, except that half characters (`\ud800`) are let pass.
pub(crate) fn well_formed(json: &str) -> Result<(), ReadError> {
    let bytes = json.as_bytes();
    serde_json::from_str::<IgnoredAny>(json).map(drop).map_err(|error| match json.trim_start().as_bytes().first() {
        Some(b'{' | b'[') => malformed(bytes, &error),
        _ => ReadError::whole(Kind::Other(OtherFile::Text)),
    })
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
        _ => Kind::NotJson(detail::syntax(bytes, at)),
    };
    ReadError::at(kind, line_column(bytes, at), path_at(bytes, at))
}
