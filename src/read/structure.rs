//! Holds a file against the shape of the format: unknown fields are findings, a list in the place of an object is an error.

use super::error::{Expected, Found, ReadError, ReadErrorKind};
use super::place::{line_column, place_at};
use super::shape::{Field, Shape};
use super::walker::{Token, Walker, unquote};
use crate::check::{FindingKind, Findings, Severity, short};

/// Deepest nesting of a file; a session needs 8.
const LIMIT_DEPTH: usize = 128;

/// Walks over the whole of `bytes`, which a parser has found to be JSON.
pub(super) fn structure(bytes: &[u8], file: Shape, findings: &mut Findings) -> Result<(), ReadError> {
    let mut walker = Walker::new(bytes);
    // What may stand next, and what the open objects and lists are.
    let mut next = Some(file);
    let mut open: Vec<Shape> = Vec::new();
    while let Some((token, start)) = walker.step() {
        match token {
            Token::Open => match (next, bytes[start]) {
                (Some(shape @ Shape::Object(_)), b'{') => {
                    open.push(shape);
                    next = None;
                }
                (Some(shape @ Shape::List(inner)), b'[') => {
                    open.push(shape);
                    next = Some(*inner);
                }
                (Some(shape), bracket) => return Err(wrong_container(bytes, &walker, (start, bracket), shape)),
                (None, _) => skip(bytes, &mut walker, start)?,
            },
            Token::Close { .. } => {
                open.pop();
                next = None;
            }
            Token::Key => {
                let key = walker.key().unwrap_or_default();
                next = match open.last() {
                    Some(Shape::Object(fields)) => field(fields, key),
                    _ => None,
                };
                if next.is_none() {
                    let name = short(&unquote(key));
                    findings.add_at(Severity::Warning, || walker.path(), FindingKind::UnknownField { name });
                }
            }
            Token::Mark => {
                if let (b',', Some(Shape::List(inner))) = (bytes[start], open.last()) {
                    next = Some(**inner);
                }
            }
            Token::Scalar => next = None,
        }
    }
    Ok(())
}

/// What may stand in the field whose name, quotes included, is `key`.
fn field(fields: &[Field], key: &[u8]) -> Option<Shape> {
    let plain = key.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or_default();
    let find = |name: &[u8]| fields.iter().find(|(field, _)| field.as_bytes() == name).map(|(_, shape)| *shape);
    if plain.contains(&b'\\') { find(unquote(key).as_bytes()) } else { find(plain) }
}

/// Steps over the value of an unknown field, whose opening bracket was just stepped over.
fn skip(bytes: &[u8], walker: &mut Walker<'_>, start: usize) -> Result<(), ReadError> {
    let outside = walker.depth().saturating_sub(1);
    while walker.depth() > outside {
        if walker.depth() > LIMIT_DEPTH {
            let (line, column) = line_column(bytes, start);
            return Err(ReadError { kind: ReadErrorKind::TooDeep, line, column, path: place_at(bytes, start).path });
        }
        if walker.step().is_none() {
            break;
        }
    }
    Ok(())
}

fn wrong_container(bytes: &[u8], walker: &Walker<'_>, (start, bracket): (usize, u8), shape: Shape) -> ReadError {
    let expected = match shape {
        Shape::Simple => Expected::Simple,
        Shape::Object(_) => Expected::Object,
        Shape::List(_) => Expected::List,
    };
    let (line, column) = line_column(bytes, start);
    let found = if bracket == b'{' { Found::Object } else { Found::List };
    ReadError { kind: ReadErrorKind::WrongType { found, expected }, line, column, path: walker.path_of_opened() }
}
