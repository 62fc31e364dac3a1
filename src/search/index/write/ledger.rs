//! What an index was made of, so that the next run knows what has changed. The page does not need it.

use super::super::{ROOT, path};
use super::store::{hex, unpacked};
use crate::parallel::in_parallel;
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
    /// The hash of this ledger with nothing here.
    #[serde(default)]
    sum: String,
}

/// A session of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: String,
    /// Of its file.
    pub sha256: String,
    /// Its first day, as `2024-07-18` or `2024-00-00`, with term and meeting, by which it has its number.
    pub age: String,
}

impl Ledger {
    pub fn new(program: &str) -> Self {
        Self { format: FORMAT.to_owned(), program: program.to_owned(), ..Self::default() }
    }

    /// The ledger in a folder, if it is as it was written.
    pub fn read(folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(LEDGER)).ok()?;
        let ledger: Self = serde_json::from_slice(&bytes).ok()?;
        (ledger.format == FORMAT && ledger.text().as_bytes() == bytes).then_some(ledger)
    }

    pub fn text(&self) -> String {
        let text = |sum| serde_json::to_string(&Self { sum, ..self.clone() }).unwrap_or_default() + "\n";
        text(hex(super::hash(text(String::new()).as_bytes())))
    }

    /// The hashes of all files but the root.
    pub fn files(&self) -> impl Iterator<Item = u64> {
        self.base_files.iter().chain(&self.late_files).filter_map(|name| u64::from_str_radix(name, 16).ok())
    }

    /// Whether every file is where it should be, with the content that its name says.
    pub fn is_sound(&self, folder: &Path) -> bool {
        let has = |name: &str, hash: u64| unpacked(&folder.join(name)).is_ok_and(|content| super::hash(&content) == hash);
        let files: Vec<u64> = self.files().collect();
        u64::from_str_radix(&self.root, 16).is_ok_and(|hash| has(ROOT, hash))
            && in_parallel(&files, |hash| has(&path(*hash), *hash)).into_iter().all(|is_sound| is_sound)
    }
}
