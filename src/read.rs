//! Bytes in, a session and its findings out; the only way in.
//!
//! Reading never fails halfway in silence: an unreadable file is a [`ReadError`] that says where, with all others of the file; everything less is a finding.
//! `read` fetches nothing and shows nothing.

mod detail;
mod error;
mod explain;
mod fields;
mod odd;
mod place;
mod reader;
#[cfg(feature = "cli")]
mod schema;
mod text;
mod values;
mod walker;

pub use error::{Expected, Found, OtherFile, ReadError, ReadErrorKind, Syntax};
pub use place::locate;
#[cfg(feature = "cli")]
pub use schema::schema;

use crate::check::{Finding, Findings, check};
use crate::json_path::short;
use crate::model::{FORMAT, Session};
pub(crate) use explain::{Says, says, well_formed};
pub(crate) use fields::objects;
pub(crate) use reader::{Field, Object, Place, Read, Reader, Stop};
pub(crate) use text::text;
pub(crate) use values::value_of;

/// The largest file that is read: 100 MiB, far above any session and far below what a phone can hold.
pub const LIMIT_BYTES: u64 = 100 * 1024 * 1024;

/// A session and what there is to say about its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The session.
    pub session: Session,
    /// Findings of reading, then those of [`check`](crate::check::check()).
    pub findings: Vec<Finding>,
}

/// Whether a file of `bytes` is small enough to be read, so that a source can refuse it before reading it.
pub const fn fits(bytes: u64) -> Result<(), ReadError> {
    if bytes > LIMIT_BYTES {
        return Err(ReadError::whole(ReadErrorKind::TooLarge { bytes, limit_bytes: LIMIT_BYTES }));
    }
    Ok(())
}

/// Reads a session file and checks what it says.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let mut reading = unchecked(bytes)?;
    reading.findings.extend(check(&reading.session));
    Ok(reading)
}

/// Reads a session file; the findings are those of reading. The page checks a session when it shows the findings.
pub fn unchecked(bytes: &[u8]) -> Result<Reading, ReadError> {
    fits(bytes.len() as u64)?;
    let json = text(bytes)?;
    well_formed(json)?;
    judge(json, says(json.as_bytes()))?;
    let mut findings = Findings::default();
    odd::report(json, &mut findings);
    let session: Session = Reader::whole(json, Some(&mut findings), &|session, errors| required(json, session, errors))?;
    Ok(Reading { session, findings: findings.done() })
}

/// Whether a file that calls itself `says` is a session of this version.
fn judge(json: &str, says: Says) -> Result<(), ReadError> {
    let Says::Format(says, start) = says else {
        let start = json.len() - json.trim_start().len();
        return Err(at_byte(json, start, "$", ReadErrorKind::NotASession { says: None }));
    };
    if says == FORMAT {
        return Ok(());
    }
    let kind = if says.starts_with("yishi-catalogue/") {
        ReadErrorKind::CatalogueInstead
    } else if is_newer(&says, FORMAT) {
        ReadErrorKind::Newer { says: short(&says) }
    } else {
        ReadErrorKind::NotASession { says: Some(short(&says)) }
    };
    Err(at_byte(json, start, "$.format", kind))
}

/// Whether `says` is a later version of the format `known`.
pub(crate) fn is_newer(says: &str, known: &str) -> bool {
    let name = known.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_version = |version: &str| {
        version.starts_with(|c: char| matches!(c, '1'..='9'))
            && version.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
    };
    says != known && says.strip_prefix(name).is_some_and(is_version)
}

/// That required fields hold something; what is wrong with one already is not told twice.
fn required(json: &str, session: &Session, errors: &mut Vec<ReadError>) {
    let told = errors.len();
    let fields =
        [("id", "$.id", session.id.as_str()), ("title", "$.title", &session.title), ("name", "$.assembly.name", &session.assembly.name)];
    for (field, path, value) in fields {
        if value.trim().is_empty() && !errors[..told].iter().any(|error| error.covers(path)) {
            errors.push(at_path(json, path, ReadErrorKind::Blank { field: field.to_owned() }));
        }
    }
    let has_date =
        session.dates.start.is_some() || session.dates.end.value().is_some() || session.sittings.iter().any(|s| s.date.is_some());
    let is_told = |error: &ReadError| ["$.dates", "$.sittings"].iter().any(|path| error.path.starts_with(path));
    if !has_date && !errors[..told].iter().any(is_told) {
        errors.push(at_path(json, "$.dates", ReadErrorKind::NoDate));
    }
}

/// An error at the byte `start`.
pub(crate) fn at_byte(json: &str, start: usize, path: &str, kind: ReadErrorKind) -> ReadError {
    ReadError::at(kind, place::line_column(json.as_bytes(), start), path.to_owned())
}

fn at_path(json: &str, path: &str, kind: ReadErrorKind) -> ReadError {
    let place = locate(json.as_bytes(), &[path]).first().copied().unwrap_or_default();
    ReadError::at(kind, place, path.to_owned())
}
