//! Turns serde's English into data, so that the sentence can be written in the reader's language.

use super::error::Syntax;

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
