//! The folder of a site, and the one beside it in which a build is made until it takes the site's place.

use super::Plan;
use super::ledger::{LEDGER, Ledger, Record};
use super::ours::ours;
use crate::hash::sha256;
use crate::parallel::in_parallel;
use crate::publish::PublishError;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A site folder that this build alone may change.
pub(super) struct Place {
    /// The site.
    pub out: PathBuf,
    /// What the last build wrote down, where there was one.
    pub ledger: Option<Ledger>,
    /// The new site, until it is whole. The site before this one may lie here, whole but for its ledger: what is still right in it stays.
    fresh: PathBuf,
    /// What is known of what lies there.
    spare: BTreeMap<String, Record>,
    /// The hashes of what this build has written.
    written: Mutex<BTreeMap<String, String>>,
    /// The old one, on its way out where two folders cannot change places in one step.
    old: PathBuf,
    /// Holds the lock; a process that is killed lets go of it.
    _lock: Option<File>,
}

/// Refuses folders of which one would be written into, or thrown away with, another.
pub(super) fn apart(plan: &Plan<'_>) -> Result<(), PublishError> {
    let out = real(plan.out)?;
    for other in [plan.data, plan.app] {
        let other = fs::canonicalize(other).map_err(failed(other))?;
        if other.starts_with(&out) || out.starts_with(&other) {
            return Err(PublishError::Inside { out: plan.out.to_owned(), other });
        }
    }
    Ok(())
}

impl Place {
    /// Takes the folder for a build that is made by `made_by`: what a killed build left beside it is removed, and a folder that holds anything
    /// else is refused.
    pub fn claim(out: &Path, made_by: &str) -> Result<Self, PublishError> {
        let out = real(out)?;
        let parent = out.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(failed(&parent))?;
        let lock = lock(&parent)?;
        let [fresh, old] = ["spare", "old"].map(|end| parent.join(beside(out.file_name().unwrap_or_default(), end)));
        // Killed between two renames: the old site goes back.
        if !out.exists() && old.exists() {
            fs::rename(&old, &out).map_err(failed(&old))?;
        }
        remove(&old).map_err(failed(&old))?;
        let ledger = ours(&out)?;
        let spare = spare(&fresh, made_by)?;
        fs::create_dir_all(&fresh).map_err(failed(&fresh))?;
        Ok(Self { out, ledger, fresh, spare, written: Mutex::default(), old, _lock: lock })
    }

    /// Writes a file of the new site and remembers its hash.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        written.insert(path.to_string_lossy().into_owned(), sha256(bytes));
        self.put(path, bytes)
    }

    /// The hash of every file that was written, by its path.
    pub fn written(&self) -> BTreeMap<String, String> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Writes a file of the new site. One that is there may be a file of the site, too, and is not written into.
    pub fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
        let full = self.fresh.join(path);
        self.parents(path)?;
        let _ = fs::remove_file(&full);
        fs::write(&full, bytes).map_err(failed(&full))
    }

    /// Makes a folder of the new site.
    pub fn folder(&self, path: &Path) -> Result<(), PublishError> {
        let full = self.fresh.join(path);
        fs::create_dir_all(&full).map_err(failed(&full))
    }

    /// A place in the new site, and the same in the site before.
    pub fn both(&self, path: &Path) -> [PathBuf; 2] {
        [&self.fresh, &self.out].map(|site| site.join(path))
    }

    /// Puts a session of the site into the new one as it is, its file and its page. Says whether that was possible: they must be there, and be
    /// what was written.
    pub fn take_over(&self, id: &str, record: &Record, [data, page]: [&Path; 2]) -> bool {
        let has = |path: &Path, hash: &str| fs::read(self.fresh.join(path)).is_ok_and(|bytes| sha256(&bytes) == hash);
        let is_sound = || has(data, &record.sha256) && has(page, &record.page);
        if self.spare.get(id).is_some_and(|spare| spare.sha256 == record.sha256) && is_sound() {
            return true;
        }
        let link = |path: &Path| {
            let (from, to) = (self.out.join(path), self.fresh.join(path));
            let _ = fs::remove_file(&to);
            fs::hard_link(&from, &to).is_ok() || fs::copy(&from, &to).is_ok()
        };
        self.parents(page).is_ok() && link(page) && link(data) && is_sound()
    }

    /// Removes what lies in the new site of sessions that are in it no more.
    pub fn sweep(&self, is_wanted: impl Fn(&str) -> bool, files: impl Fn(&str) -> [PathBuf; 2]) {
        for id in self.spare.keys().filter(|id| !is_wanted(id)) {
            let [data, page] = files(id).map(|path| self.fresh.join(path));
            let _ = fs::remove_file(data);
            if let Some(folder) = page.parent() {
                let _ = fs::remove_dir_all(folder);
            }
        }
    }

    /// The names at the top of the new site.
    pub fn top(&self) -> Result<Vec<String>, PublishError> {
        let mut names = names(&self.fresh).map_err(failed(&self.fresh))?;
        names.sort_unstable();
        Ok(names.iter().map(|name| name.to_string_lossy().into_owned()).collect())
    }

    /// The new site takes the place of the old one, which stays beside it as the beginning of the next where it can be that.
    pub fn exchange(self, made_by: &str) -> Result<(), PublishError> {
        if !self.out.exists() {
            return fs::rename(&self.fresh, &self.out).map_err(failed(&self.out));
        }
        if !exchange(&self.fresh, &self.out) {
            fs::rename(&self.out, &self.old).map_err(failed(&self.out))?;
            if let Err(error) = fs::rename(&self.fresh, &self.out) {
                // What was there is better than nothing.
                let _ = fs::rename(&self.old, &self.out);
                return Err(failed(&self.out)(error));
            }
            fs::rename(&self.old, &self.fresh).map_err(failed(&self.old))?;
        }
        if self.ledger.is_some_and(|ledger| ledger.made_by == made_by) {
            return Ok(());
        }
        remove(&self.fresh).map_err(failed(&self.fresh))
    }

    /// Removes the new site, which is not to be.
    pub fn discard(&self) {
        // What stays is removed by the next build.
        let _ = remove(&self.fresh);
    }

    fn parents(&self, path: &Path) -> Result<(), PublishError> {
        let Some(folder) = self.fresh.join(path).parent().map(Path::to_owned) else { return Ok(()) };
        // Most folders are there.
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(&folder).map_err(failed(&folder)),
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(failed(&folder)(error)),
            _ => Ok(()),
        }
    }
}

/// What is known of the sessions in a site that was left beside the present one; a half-made one is removed. All but the sessions is made anew
/// in any case, and without its ledger the folder is half-made from here on.
fn spare(folder: &Path, made_by: &str) -> Result<BTreeMap<String, Record>, PublishError> {
    // What somebody put into a site while a build was at work lies here now.
    let ledger = match ours(folder) {
        Err(PublishError::NotOurs { .. }) => None,
        ledger => ledger?,
    };
    emptied(folder, ledger, made_by).map_err(failed(folder))
}

fn emptied(folder: &Path, ledger: Option<Ledger>, made_by: &str) -> io::Result<BTreeMap<String, Record>> {
    let Some(ledger) = ledger.filter(|ledger| ledger.made_by == made_by) else { return remove(folder).map(|()| BTreeMap::new()) };
    fs::remove_file(folder.join(LEDGER))?;
    let made_anew = names(folder)?.into_iter().filter(|name| name != "s" && name != "data").map(|name| folder.join(name));
    for path in made_anew.chain([folder.join("data/catalogue")]).filter(|path| path.symlink_metadata().is_ok()) {
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(ledger.sessions)
}

pub(super) fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

/// A path without links and dots, also of a folder that is not there yet.
fn real(path: &Path) -> Result<PathBuf, PublishError> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => return other.map_err(failed(path)),
    }
    let full = std::path::absolute(path).map_err(failed(path))?;
    match (full.parent(), full.file_name()) {
        (Some(parent), Some(name)) => Ok(real(parent)?.join(name)),
        _ => Err(failed(path)(io::ErrorKind::NotFound.into())),
    }
}

fn beside(name: &OsStr, end: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".yishi-");
    hidden.push(end);
    hidden
}

/// Removes a folder with all that is in it, if it is there. The pages of sessions are most of a site, and go side by side.
fn remove(folder: &Path) -> io::Result<()> {
    let pages = folder.join("s");
    let pages: Vec<PathBuf> = names(&pages).unwrap_or_default().into_iter().map(|name| pages.join(name)).collect();
    for page in in_parallel(&pages, |page| fs::remove_dir_all(page)) {
        page?;
    }
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

pub(super) fn failed(path: &Path) -> impl Fn(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io { path: path.clone(), source }
}

/// Keeps other builds away from the sites of a folder.
#[cfg(target_os = "linux")]
fn lock(folder: &Path) -> Result<Option<File>, PublishError> {
    use rustix::fs::{FlockOperation, flock};
    let file = File::open(folder).map_err(failed(folder))?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Err(rustix::io::Errno::WOULDBLOCK) => Err(PublishError::Busy { path: folder.to_owned() }),
        // A file system without locks is no reason not to publish.
        _ => Ok(Some(file)),
    }
}

#[cfg(not(target_os = "linux"))]
fn lock(_: &Path) -> Result<Option<File>, PublishError> {
    Ok(None)
}

/// Two folders change places in one step, where the system can do that.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
