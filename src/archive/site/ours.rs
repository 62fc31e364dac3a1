//! What in a folder is a build's, and what somebody else put there.
//!
//! A site holds nothing but what builds made: the next build leaves everything else behind with the old site. So a build that finds something
//! else, however deep, names it and changes nothing.

use super::ledger::{LEDGER, Ledger};
use super::place::{failed, names};
use super::{data_of, page_of};
use crate::catalogue::SESSIONS;
use crate::parallel::in_parallel;
use crate::publish::PublishError;
use crate::search::index::FOLDER;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders that a build makes even where it puts nothing into them.
const FOLDERS: [&str; 4] = ["s", SESSIONS, FOLDER, "feeds"];

/// The ledger of a folder that may be replaced: a build of ours to which nothing was added, or nothing at all.
pub(super) fn ours(out: &Path) -> Result<Option<Ledger>, PublishError> {
    let names = match names(out) {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(out)(error)),
    };
    if names.is_empty() {
        return Ok(None);
    }
    let ledger = fs::read(out.join(LEDGER)).ok().and_then(|bytes| Ledger::read(&bytes));
    let ledger = ledger.ok_or_else(|| PublishError::NotOurs { path: out.to_owned() })?;
    if let Some(name) = names.iter().find(|name| *name != LEDGER && !ledger.top.iter().any(|known| *name == known.as_str())) {
        return Err(PublishError::Added { path: out.join(name) });
    }
    match Known::of(&ledger).map_or(Ok(None), |known| known.other(out, Path::new(""))) {
        Ok(None) => Ok(Some(ledger)),
        Ok(Some(path)) => Err(PublishError::Added { path }),
        Err(error) => Err(failed(out)(error)),
    }
}

/// All that a build made.
struct Known {
    files: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Known {
    /// `None` where the build was of a program that did not write it down.
    fn of(ledger: &Ledger) -> Option<Self> {
        let mut files: BTreeSet<PathBuf> = ledger.files.as_ref()?.keys().map(PathBuf::from).collect();
        files.extend(ledger.index.iter().map(PathBuf::from));
        files.extend(ledger.sessions.keys().flat_map(|id| [data_of(id), page_of(id)]));
        files.insert(LEDGER.into());
        let folders = files.iter().map(PathBuf::as_path).filter_map(Path::parent).chain(FOLDERS.map(Path::new));
        let folders = folders.flat_map(Path::ancestors).map(Path::to_owned).collect();
        Some(Self { files, folders })
    }

    /// The first thing below a folder that is none of these.
    fn other(&self, site: &Path, below: &Path) -> io::Result<Option<PathBuf>> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(site.join(below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            let is_folder = entry.file_type()?.is_dir();
            if !if is_folder { &self.folders } else { &self.files }.contains(&path) {
                return Ok(Some(site.join(path)));
            }
            if is_folder {
                folders.push(path);
            }
        }
        for found in in_parallel(&folders, |folder| self.other(site, folder)) {
            if let Some(path) = found? {
                return Ok(Some(path));
            }
        }
        Ok(None)
    }
}
