//! Reads values out of JSON text that is known to be well-formed, in the order of the file.
//!
//! The types are not read through serde: the visitors that it generates made up a third of the program that the page loads, and its
//! errors are English sentences. Here an object is a table of fields ([`super::fields`]), one loop fills the places that the table names,
//! and whatever is wrong is known with its place at once.

use super::error::{Expected, Found, ReadError, ReadErrorKind as Kind, Syntax};
use super::place::{line_column, path_at};
use super::walker::{Token, Walker, unescape, unquote};
use crate::check::{FindingKind, Findings, Severity};
use crate::json_path::short;

/// Deepest nesting of a file; a session needs 8.
const LIMIT_DEPTH: usize = 128;

/// Why a value could not be read; in a box, for it is passed on through every level.
pub(crate) struct Stop(Box<ReadError>);

/// A value that can be read.
pub(crate) trait Read: Sized {
    /// Reads the value whose first token the reader stands on.
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop>;
}

/// A place for a value.
pub(crate) trait Place {
    /// Reads the value whose first token the reader stands on into this place.
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Stop>;
}

impl<T: Read> Place for T {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Stop> {
        *self = T::read(reader)?;
        Ok(())
    }
}

/// A field of an object.
pub(crate) struct Field {
    /// Its name in the file.
    pub(crate) name: &'static str,
    /// Whether a file without it is refused.
    pub(crate) is_required: bool,
}

/// An object, filled field by field.
pub(crate) trait Object {
    /// All its fields; at most 64.
    fn fields(&self) -> &'static [Field];
    /// The place of the field `index` of [`Object::fields`].
    fn place(&mut self, index: usize) -> Option<&mut dyn Place>;
}

/// A position in JSON text.
pub(crate) struct Reader<'a> {
    json: &'a str,
    walker: Walker<'a>,
    /// The token it stands on, and its first byte.
    token: (Token, usize),
    /// Where unknown fields are reported, if anywhere.
    findings: Option<&'a mut Findings>,
}

impl<'a> Reader<'a> {
    /// Reads the one value of `json`.
    pub(crate) fn whole<T: Read>(json: &'a str, findings: Option<&'a mut Findings>) -> Result<T, ReadError> {
        let mut reader = Self { json, walker: Walker::new(json.as_bytes()), token: (Token::Mark, 0), findings };
        reader.advance().and_then(|_| T::read(&mut reader)).map_err(|stop| *stop.0)
    }

    /// Fills `object`.
    pub(crate) fn object(&mut self, object: &mut dyn Object) -> Result<(), Stop> {
        self.enter(b'{', Expected::Object)?;
        let fields = object.fields();
        let mut seen = 0_u64;
        while self.advance()? == Token::Key {
            let key = self.walker.key().unwrap_or_default();
            let Some(index) = self.find(fields, key)? else {
                self.unknown(key)?;
                continue;
            };
            if seen >> index & 1 == 1 {
                return Err(self.stop(Kind::Twice { field: fields[index].name.to_owned() }));
            }
            seen |= 1 << index;
            self.advance()?;
            if let Some(place) = object.place(index) {
                place.fill(self)?;
            }
        }
        let missing = fields.iter().enumerate().find(|(index, field)| field.is_required && seen >> index & 1 == 0);
        missing.map_or(Ok(()), |(_, field)| Err(self.stop(Kind::Missing { field: field.name.to_owned() })))
    }

    /// Calls `read` at the first token of each value of a list.
    pub(super) fn list(&mut self, read: &mut dyn FnMut(&mut Self) -> Result<(), Stop>) -> Result<(), Stop> {
        self.enter(b'[', Expected::List)?;
        while !matches!(self.advance()?, Token::Close { .. }) {
            read(self)?;
        }
        Ok(())
    }

    /// The text of a string.
    pub(super) fn text(&mut self) -> Result<String, Stop> {
        let token = self.scalar()?;
        if !token.starts_with('"') {
            return Err(self.wrong_type(Expected::Text));
        }
        unescape(token).ok_or_else(|| self.stop(Kind::NotJson(Syntax::Escape)))
    }

    /// A whole number from 0 to `max`.
    pub(super) fn whole_number(&mut self, max: u64) -> Result<u64, Stop> {
        let number = self.scalar()?.parse().ok().filter(|number| *number <= max);
        number.ok_or_else(|| self.wrong_type(Expected::Whole { max }))
    }

    /// A string, number, `true`, `false` or `null`, as written.
    pub(super) fn scalar(&mut self) -> Result<&'a str, Stop> {
        if self.token.0 == Token::Scalar { Ok(self.written()) } else { Err(self.wrong_type(Expected::Simple)) }
    }

    /// Whether it stands on `null`.
    pub(super) fn is_null(&self) -> bool {
        self.written() == "null"
    }

    /// An error at the token it stands on.
    pub(super) fn stop(&self, kind: Kind) -> Stop {
        let (start, path) = match self.token {
            (Token::Open, start) => (start, self.walker.path_of_opened()),
            (Token::Close { start }, _) | (_, start) => (start, self.walker.path()),
        };
        let (line, column) = line_column(self.json.as_bytes(), start);
        Stop(Box::new(ReadError { kind, line, column, path }))
    }

    /// The error that something else than `expected` stands here.
    pub(super) fn wrong_type(&self, expected: Expected) -> Stop {
        let token = self.written();
        let found = match token.as_bytes().first() {
            Some(b'{') => Found::Object,
            Some(b'[') => Found::List,
            Some(b'n') => Found::Null,
            Some(b't' | b'f') => Found::Boolean,
            Some(b'"') => Found::Text(short(&unquote(token.as_bytes()))),
            _ => Found::Number(short(token)),
        };
        self.stop(Kind::WrongType { found, expected })
    }

    /// The token it stands on.
    fn written(&self) -> &'a str {
        self.json.get(self.token.1..self.walker.at).unwrap_or_default()
    }

    /// Goes to the next token that is not a mark.
    fn advance(&mut self) -> Result<Token, Stop> {
        loop {
            match self.walker.step() {
                Some((Token::Mark, _)) => {}
                Some(token) => {
                    self.token = token;
                    return Ok(token.0);
                }
                None => return Err(self.stop(Kind::Truncated)),
            }
        }
    }

    /// Goes into an object or list.
    fn enter(&mut self, bracket: u8, expected: Expected) -> Result<(), Stop> {
        if self.written().as_bytes() == [bracket] { Ok(()) } else { Err(self.wrong_type(expected)) }
    }

    /// The field whose name, quotes included, is `key`.
    fn find(&self, fields: &[Field], key: &[u8]) -> Result<Option<usize>, Stop> {
        let plain = key.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or_default();
        let find = |name: &[u8]| fields.iter().position(|field| field.name.as_bytes() == name);
        if !plain.contains(&b'\\') {
            return Ok(find(plain));
        }
        let name = unescape(self.written()).ok_or_else(|| self.stop(Kind::NotJson(Syntax::Escape)))?;
        Ok(find(name.as_bytes()))
    }

    /// Reports the field `key` as unknown and steps over its value.
    fn unknown(&mut self, key: &[u8]) -> Result<(), Stop> {
        if let Some(findings) = &mut self.findings {
            let name = short(&unquote(key));
            findings.add_at(Severity::Warning, || self.walker.path(), FindingKind::UnknownField { name });
        }
        let outside = self.walker.depth();
        self.advance()?;
        let (_, opened) = self.token;
        while self.walker.depth() > outside {
            if self.walker.depth() > LIMIT_DEPTH {
                let bytes = self.json.as_bytes();
                let (line, column) = line_column(bytes, opened);
                return Err(Stop(Box::new(ReadError { kind: Kind::TooDeep, line, column, path: path_at(bytes, opened) })));
            }
            self.advance()?;
        }
        Ok(())
    }
}
