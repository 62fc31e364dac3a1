//! Publishing an archive: `sessions/*.json` in, `catalogue.json` out. Host only; the page never writes a file.

use super::told::entry;
use crate::catalogue::{Catalogue, catalogue, make};
use crate::check::{Finding, Severity};
use crate::publish::{Problem, PublishError, session_files};
use crate::read::{fits, read};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes `catalogue.json` into `data_dir`, and the files in `catalogue` that belong to it where it is one of many sessions; gives their number.
/// What is as it should be already is not written.
pub fn write(data_dir: &Path) -> Result<usize, PublishError> {
    let catalogue = build(data_dir)?;
    let mut stale = shard_files(data_dir)?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| PublishError::Io { path, source }
    };
    make(&catalogue, &mut |path, text| {
        let path = beside(data_dir, path);
        stale.remove(&path);
        if fs::read(&path).is_ok_and(|bytes| bytes == text.as_bytes()) {
            return Ok(());
        }
        let (folder, name) = (path.parent().unwrap_or(data_dir), path.file_name().unwrap_or_default());
        fs::create_dir_all(folder).map_err(failed(folder))?;
        let temporary = folder.join(format!(".{}.new", name.to_string_lossy()));
        fs::write(&temporary, text).map_err(failed(&temporary))?;
        fs::rename(&temporary, &path).map_err(failed(&path))
    })?;
    for path in stale {
        fs::remove_file(&path).map_err(failed(&path))?;
    }
    // A folder that somebody keeps something in is not empty, and stays.
    for folder in SHARDS {
        let _ = fs::remove_dir(data_dir.join(folder));
    }
    Ok(catalogue.sessions.len())
}

/// Fails where `catalogue.json` in `data_dir`, and what belongs to it, is not what [`write()`] would write; gives the number of sessions.
pub fn verify(data_dir: &Path) -> Result<usize, PublishError> {
    let catalogue = build(data_dir)?;
    let mut stale = shard_files(data_dir)?;
    make(&catalogue, &mut |path, text| {
        let path = beside(data_dir, path);
        stale.remove(&path);
        match fs::read(&path) {
            Ok(bytes) if bytes == text.as_bytes() => Ok(()),
            Err(source) if source.kind() != io::ErrorKind::NotFound => Err(PublishError::Io { path, source }),
            _ => Err(PublishError::Drift { path }),
        }
    })?;
    stale.pop_first().map_or(Ok(catalogue.sessions.len()), |path| Err(PublishError::Drift { path }))
}

/// Where files of a catalogue are beside its main file; the folder around them last.
const SHARDS: [&str; 3] = ["catalogue/year", "catalogue/body", "catalogue"];

/// The files that an earlier catalogue left there; their names are numbers.
fn shard_files(data_dir: &Path) -> Result<BTreeSet<PathBuf>, PublishError> {
    let is_ours = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().as_encoded_bytes();
        stem.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-')
    };
    let mut found = BTreeSet::new();
    for folder in SHARDS.iter().take(2).map(|folder| data_dir.join(folder)).filter(|folder| folder.is_dir()) {
        found.extend(session_files(&folder)?.into_iter().filter(is_ours));
    }
    Ok(found)
}

/// A file by its address beside the page.
fn beside(data_dir: &Path, path: &str) -> PathBuf {
    data_dir.join(path.strip_prefix("data/").unwrap_or(path))
}

/// The catalogue of the sessions in `data_dir`.
pub fn build(data_dir: &Path) -> Result<Catalogue, PublishError> {
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    let mut files: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in session_files(&data_dir.join("sessions"))? {
        let failed = |source| PublishError::Io { path: path.clone(), source };
        let length = fs::metadata(&path).map_err(failed)?.len();
        let reading = match fits(length) {
            Ok(()) => read(&fs::read(&path).map_err(failed)?),
            Err(error) => Err(error),
        };
        let reading = match reading {
            Ok(reading) => reading,
            Err(error) => {
                problems.push((path, Problem::Unreadable(error)));
                continue;
            }
        };
        let errors: Vec<Finding> = reading.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        let id = reading.session.id.as_str().to_owned();
        if !errors.is_empty() {
            problems.push((path.clone(), Problem::Findings(errors)));
        }
        if let Some(other) = files.get(&id) {
            problems.push((path, Problem::SameId { id, other: other.clone() }));
            continue;
        }
        if path.file_stem().and_then(|stem| stem.to_str()) != Some(id.as_str()) {
            problems.push((path.clone(), Problem::FileName { id: id.clone() }));
        }
        files.insert(id, path);
        entries.push(entry(&reading.session, length));
    }
    if problems.is_empty() { Ok(catalogue(&entries)) } else { Err(PublishError::Problems(problems)) }
}
