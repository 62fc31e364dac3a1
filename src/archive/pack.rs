//! Packing: session files in, one page out (`write::single`). Host only; the page itself packs with the browser's own gzip.

use super::told::entry;
use crate::catalogue::{CATALOGUE, SESSIONS, catalogue, session_path, text};
use crate::publish::{Problem, PublishError, checked};
use crate::read::{LIMIT_BYTES as LIMIT_SESSION_BYTES, fits};
use crate::write::single::{Part, Weight, is_single, parts, single};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// One page with the sessions of `files`, newest first. A file may be a page like this one; then it is its sessions.
///
/// `app` is the text of a page without data or of any such page, `site` the address of the site the sessions are on, or empty.
pub fn pack(app: &str, files: &[PathBuf], site: &str) -> Result<String, PublishError> {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for path in files {
        let failed = |source| PublishError::Io { path: path.clone(), source };
        if let Err(error) = fits(std::fs::metadata(path).map_err(failed)?.len()) {
            problems.push((path.clone(), Problem::Unreadable(error)));
            continue;
        }
        for bytes in sessions(path, std::fs::read(path).map_err(failed)?)? {
            match checked(&bytes) {
                Ok(session) => found.push((path, session, bytes)),
                Err(problem) => problems.push((path.clone(), problem)),
            }
        }
    }
    for (at, (path, session, _)) in found.iter().enumerate() {
        if let Some((other, ..)) = found[..at].iter().find(|(_, other, _)| other.id == session.id) {
            problems.push(((*path).clone(), Problem::SameId { id: session.id.to_string(), other: (*other).clone() }));
        }
    }
    if !problems.is_empty() {
        return Err(PublishError::Problems(problems));
    }
    let entries: Vec<_> = found.iter().map(|(_, session, bytes)| entry(session, bytes.len() as u64)).collect();
    let catalogue = catalogue(&entries);
    let place = |id| catalogue.sessions.iter().position(|entry| entry.id == id);
    found.sort_by_key(|(_, session, _)| place(session.id.clone()));
    let mut inside = vec![Part { name: CATALOGUE.to_owned(), bytes: gzip(text(&catalogue).as_bytes())?, is_gzip: true }];
    for (_, session, bytes) in &found {
        inside.push(Part { name: session_path(&session.id), bytes: gzip(bytes)?, is_gzip: true });
    }
    let all: Vec<_> = found.iter().map(|(_, session, _)| session).collect();
    let page = single(app, &all, &inside, site).ok_or(PublishError::NotAnApp)?;
    if Weight::of(page.len()) == Weight::TooLarge { Err(PublishError::TooLarge { bytes: page.len() }) } else { Ok(page) }
}

/// The sessions that a file holds: itself, or those inside a page.
fn sessions(path: &Path, bytes: Vec<u8>) -> Result<Vec<Vec<u8>>, PublishError> {
    if !is_single(&bytes) {
        return Ok(vec![bytes]);
    }
    let damaged = |source: io::Error| PublishError::Io { path: path.to_owned(), source };
    let inside = std::str::from_utf8(&bytes).ok().and_then(parts).ok_or_else(|| damaged(io::ErrorKind::InvalidData.into()))?;
    // The limit is of all together: many small parts must not unpack to more than a session may have.
    let mut left = LIMIT_SESSION_BYTES;
    let mut sessions = Vec::new();
    for part in inside.into_iter().filter(|part| part.name.starts_with(SESSIONS)) {
        let bytes = if part.is_gzip { gunzip(&part.bytes, left).map_err(damaged)? } else { part.bytes };
        left = left.saturating_sub(bytes.len() as u64);
        sessions.push(bytes);
    }
    Ok(sessions)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, PublishError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|source| PublishError::Io { path: PathBuf::from("gzip"), source })
}

/// Unpacks to at most `limit` bytes; what is larger is refused.
fn gunzip(bytes: &[u8], limit: u64) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).take(limit + 1).read_to_end(&mut plain)?;
    if plain.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(plain) }
}
