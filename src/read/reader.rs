//! Reads values out of JSON text that is known to be well-formed, in the order of the file.
//!
//! The types are not read through serde: the visitors that it generates made up a third of the program that the page loads, and its
//! errors are English sentences. Here an object is a table of fields ([`super::fields`]), one loop fills the places that the table names,
//! and whatever is wrong is known with its place at once.

use super::error::{Expected, Found, MOST, ReadError, ReadErrorKind as Kind, Syntax};
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
    /// What is wrong so far. A value that cannot be read keeps none of those after it from being read.
    errors: Vec<ReadError>,
}

impl<'a> Reader<'a> {
    /// Reads the one value of `json`; `judge` adds what is wrong with it as a whole. An error is the first of all that are in the file.
    pub(crate) fn whole<T: Read>(
        json: &'a str,
        findings: Option<&'a mut Findings>,
        judge: &dyn Fn(&T, &mut Vec<ReadError>),
    ) -> Result<T, ReadError> {
        let mut reader = Self { json, walker: Walker::new(json.as_bytes()), token: (Token::Mark, 0), findings, errors: Vec::new() };
        match reader.advance().and_then(|_| T::read(&mut reader)) {
            Ok(value) => {
                judge(&value, &mut reader.errors);
                ReadError::joined(&reader.errors).map_or(Ok(value), Err)
            }
            // Where there are errors already it is the first of those that are too many.
            Err(stop) => Err(ReadError::joined(&reader.errors).unwrap_or(*stop.0)),
        }
    }

    /// Fills `object`.
    pub(crate) fn object(&mut self, object: &mut dyn Object) -> Result<(), Stop> {
        self.enter(b'{', Expected::Object)?;
        let inside = self.walker.depth();
        let mut seen = 0_u64;
        while self.advance()? == Token::Key {
            if let Err(stop) = self.field(object, &mut seen) {
                self.go_on(stop, inside)?;
            }
        }
        for (index, field) in object.fields().iter().enumerate() {
            if field.is_required && seen >> index & 1 == 0 {
                self.note(self.stop(Kind::Missing { field: field.name.to_owned() }))?;
            }
        }
        Ok(())
    }

    /// Reads the field whose name it stands on. `seen` has a bit for each field that was there.
    fn field(&mut self, object: &mut dyn Object, seen: &mut u64) -> Result<(), Stop> {
        let (fields, key) = (object.fields(), self.walker.key().unwrap_or_default());
        let Some(index) = self.find(fields, key)? else { return self.unknown(key) };
        if *seen >> index & 1 == 1 {
            return Err(self.stop(Kind::Twice { field: fields[index].name.to_owned() }));
        }
        *seen |= 1 << index;
        self.advance()?;
        object.place(index).map_or(Ok(()), |place| place.fill(self))
    }

    /// Keeps an error for the report; gives it back where there are enough.
    fn note(&mut self, stop: Stop) -> Result<(), Stop> {
        if self.errors.len() >= MOST {
            return Err(stop);
        }
        self.errors.push(*stop.0);
        Ok(())
    }

    /// Keeps an error and steps over the rest of the value that it is of, which stands `inside` so many objects and lists.
    fn go_on(&mut self, stop: Stop, inside: usize) -> Result<(), Stop> {
        self.note(stop)?;
        if self.token.0 == Token::Key {
            self.advance()?;
        }
        while self.walker.depth() > inside {
            self.advance()?;
        }
        Ok(())
    }

    /// Calls `read` at the first token of each value of a list.
    pub(super) fn list(&mut self, read: &mut dyn FnMut(&mut Self) -> Result<(), Stop>) -> Result<(), Stop> {
        self.enter(b'[', Expected::List)?;
        let inside = self.walker.depth();
        while !matches!(self.advance()?, Token::Close { .. }) {
            if let Err(stop) = read(self) {
                self.go_on(stop, inside)?;
            }
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
        Stop(Box::new(ReadError::at(kind, line_column(self.json.as_bytes(), start), path)))
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
                return Err(Stop(Box::new(ReadError::at(Kind::TooDeep, line_column(bytes, opened), path_at(bytes, opened)))));
            }
            self.advance()?;
        }
        Ok(())
    }
}
