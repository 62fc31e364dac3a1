//! Walks over the tokens of JSON text that a parser has already judged, to know the path of a byte.
//!
//! It builds no values, trusts nothing and takes any bytes: what is not JSON is stepped over.

use crate::json_path::{push_index, push_key};

/// Deepest nesting whose path is remembered; below it only the depth is counted.
const DEPTH: usize = 160;

/// What the walker stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `{` or `[`
    Open,
    /// `}` or `]`; the walker's path is now that of the value closed, `start` where it began.
    Close {
        /// Where the value began.
        start: usize,
    },
    /// The name of a field.
    Key,
    /// A string, number, `true`, `false` or `null`.
    Scalar,
    /// `,` or `:`
    Mark,
}

/// An object or list that is not closed yet.
#[derive(Clone, Copy)]
struct Frame {
    start: usize,
    slot: Slot,
}

#[derive(Clone, Copy)]
enum Slot {
    /// The place in a list.
    Index(usize),
    /// The bytes of the name, quotes included; empty between two fields.
    Key(usize, usize),
}

/// A position in JSON text and the way down to it.
pub(super) struct Walker<'a> {
    bytes: &'a [u8],
    /// First byte after the current token.
    pub(super) at: usize,
    frames: Vec<Frame>,
    deeper: usize,
}

impl<'a> Walker<'a> {
    /// Starts at the first byte.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, frames: Vec::new(), deeper: 0 }
    }

    /// Steps to the next token; gives it and its first byte.
    pub(super) fn step(&mut self) -> Option<(Token, usize)> {
        while self.bytes.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        let start = self.at;
        self.at += 1;
        let token = match self.bytes[start] {
            b'{' => self.open(Frame { start, slot: Slot::Key(0, 0) }),
            b'[' => self.open(Frame { start, slot: Slot::Index(0) }),
            b'}' | b']' => self.close(start),
            b',' => {
                match self.current() {
                    Some(Slot::Index(index)) => *index += 1,
                    Some(slot) => *slot = Slot::Key(0, 0),
                    None => {}
                }
                Token::Mark
            }
            b':' => Token::Mark,
            b'"' => {
                self.at = string_end(self.bytes, self.at);
                let end = self.at;
                match self.current() {
                    Some(slot @ Slot::Key(0, 0)) => {
                        *slot = Slot::Key(start, end);
                        Token::Key
                    }
                    _ => Token::Scalar,
                }
            }
            _ => {
                let rest = &self.bytes[self.at..];
                let is_end = |b: &u8| b.is_ascii_whitespace() || matches!(b, b',' | b':' | b'{' | b'}' | b'[' | b']' | b'"');
                self.at += rest.iter().position(is_end).unwrap_or(rest.len());
                Token::Scalar
            }
        };
        Some((token, start))
    }

    /// How many objects and lists are open.
    pub(super) fn depth(&self) -> usize {
        self.frames.len() + self.deeper
    }

    /// The bracket that was opened last and is not closed; nothing where none is, or too many are.
    pub(super) fn opened(&self) -> Option<u8> {
        if self.deeper > 0 { None } else { self.frames.last().and_then(|frame| self.bytes.get(frame.start)).copied() }
    }

    /// The name of the current field, quotes included.
    pub(super) fn key(&self) -> Option<&'a [u8]> {
        match self.frames.last()?.slot {
            Slot::Key(start, end) if self.deeper == 0 => self.bytes.get(start..end),
            _ => None,
        }
    }

    /// The path of the current value.
    pub(super) fn path(&self) -> String {
        self.path_of(&self.frames)
    }

    /// The path of the object or list that was just opened.
    pub(super) fn path_of_opened(&self) -> String {
        self.path_of(self.frames.split_last().map_or(&[], |(_, above)| above))
    }

    fn path_of(&self, frames: &[Frame]) -> String {
        let mut path = String::from("$");
        for frame in frames {
            match frame.slot {
                Slot::Index(index) => push_index(&mut path, index),
                Slot::Key(0, 0) => {}
                Slot::Key(start, end) => push_key(&mut path, &unquote(&self.bytes[start..end])),
            }
        }
        if self.deeper > 0 {
            path.push('…');
        }
        path
    }

    fn open(&mut self, frame: Frame) -> Token {
        if self.frames.len() < DEPTH {
            self.frames.push(frame);
        } else {
            self.deeper += 1;
        }
        Token::Open
    }

    fn close(&mut self, at: usize) -> Token {
        if self.deeper > 0 {
            self.deeper -= 1;
            return Token::Close { start: at };
        }
        Token::Close { start: self.frames.pop().map_or(at, |frame| frame.start) }
    }

    fn current(&mut self) -> Option<&mut Slot> {
        if self.deeper > 0 { None } else { self.frames.last_mut().map(|frame| &mut frame.slot) }
    }
}

/// The text of a string token, its escapes resolved where they can be.
pub(super) fn unquote(token: &[u8]) -> String {
    let text = String::from_utf8_lossy(token);
    unescape(&text).unwrap_or_else(|| text.trim_matches('"').to_owned())
}

/// The text of a string token; nothing where it is no string or holds half a character (`\ud800`).
pub(super) fn unescape(token: &str) -> Option<String> {
    let mut rest = token.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(rest.len());
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let kind = escape.chars().next()?;
        rest = &escape[kind.len_utf8()..];
        text.push(match kind {
            '"' | '\\' | '/' => kind,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let mut unit = hex(&mut rest)?;
                if unit & 0xfc00 == 0xd800 {
                    rest = rest.strip_prefix("\\u")?;
                    let low = hex(&mut rest)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    unit = 0x10000 + ((unit & 0x3ff) << 10) + low;
                }
                char::from_u32(unit)?
            }
            _ => return None,
        });
    }
    text.push_str(rest);
    Some(text)
}

/// Takes four hexadecimal digits off the front of `text`.
fn hex(text: &mut &str) -> Option<u32> {
    let (digits, rest) = text.split_at_checked(4)?;
    *text = rest;
    digits.chars().try_fold(0, |number, digit| Some(number << 4 | digit.to_digit(16)?))
}

/// First byte after the string whose first byte after the quote is `at`.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            // The first byte of a character of three bytes, such as a Chinese one.
            0xe0..=0xef => 3,
            _ => 1,
        };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escapes_are_resolved() {
        for (token, text) in [
            (r#""""#, Some("")),
            (r#""年\"\\\/\b\f\n\r\t\u5e74""#, Some("年\"\\/\u{8}\u{c}\n\r\t年")),
            (r#""\uD83D\ude00.""#, Some("\u{1f600}.")),
            (r#""\ud83d""#, None),
            (r#""\ude00""#, None),
            (r#""\ud83d\u0041""#, None),
            (r#""\ud83dn""#, None),
            (r#""\u12""#, None),
            (r#""\u+123""#, None),
            (r#""\x""#, None),
            ("1", None),
            ("\"", None),
        ] {
            assert_eq!(unescape(token).as_deref(), text, "{token}");
        }
    }
}
