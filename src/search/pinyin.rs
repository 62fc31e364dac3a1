//! Finding Chinese by what is typed without an input method: `zhousucheng`, `zsc`, `周sc`, `huacao`.
//!
//! All text is never matched against pinyin: it would be slow, and every other sentence has some `shi`. What was typed ([`Needle`]) is held
//! against a [`Dictionary`] of what a session has names for and of the pairs of characters that occur in it; out come Chinese strings, and
//! those are looked for like any other term. How characters are read is in a table of its own ([`Pinyin`], `public/pinyin.bin`), which is
//! loaded when Latin letters are typed.

mod bigrams;
mod dictionary;
mod needle;
mod table;

pub use dictionary::Dictionary;
pub use needle::Needle;
#[cfg(test)]
pub(crate) use table::PINYIN;
pub use table::Pinyin;

/// Whether a character is one of Chinese writing.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3347f}')
}
