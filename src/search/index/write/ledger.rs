//! What an index was made of, so that the next run knows what has changed. The page does not need it.

use super::super::{ROOT, path};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// The name of the ledger in the folder of an index.
pub const LEDGER: &str = ".yishi-index.json";

const FORMAT: &str = "yishi-index/1";

/// The ledger of an index.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    format: String,
    /// Which program wrote it.
    pub program: String,
    /// The hash of the root's content.
    pub root: String,
    /// Sessions of the large level, by number.
    pub base: Vec<Session>,
    /// Names of the files of the large level, without folder and ending.
    pub base_files: Vec<String>,
    /// Sessions of the small level, by number.
    pub late: Vec<Session>,
    /// Names of the files of the small level.
    pub late_files: Vec<String>,
    /// Numbers of the large level that are changed or gone.
    pub superseded: Vec<u32>,
}

/// A session of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: String,
    /// Of its file.
    pub sha256: String,
    /// Its first day, as `2024-07-18` or `2024-00-00`, by which it has its number; empty where it is not known.
    pub day: String,
}

impl Ledger {
    pub fn new(program: &str) -> Self {
        Self { format: FORMAT.to_owned(), program: program.to_owned(), ..Self::default() }
    }

    pub fn read(folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(LEDGER)).ok()?;
        serde_json::from_slice(&bytes).ok().filter(|ledger: &Self| ledger.format == FORMAT)
    }

    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }

    /// The hashes of all files but the root.
    pub fn files(&self) -> impl Iterator<Item = u64> {
        self.base_files.iter().chain(&self.late_files).filter_map(|name| u64::from_str_radix(name, 16).ok())
    }

    /// Whether every file is where it should be.
    pub fn is_there(&self, folder: &Path) -> bool {
        let root = super::store::unpacked(&folder.join(ROOT)).ok();
        root.is_some_and(|root| super::store::hex(super::hash(&root)) == self.root)
            && self.files().all(|hash| folder.join(path(hash)).is_file())
    }
}
