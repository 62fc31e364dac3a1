//! Writing an index. Host only.
//!
//! One session at a time is in memory. What its terms are is spilled to temporary files when it grows (`runs`), these are merged into
//! lists (`level`), and lists into files that are named by their content (`store`), so that what has not changed is not written again.

mod encode;
mod ledger;
mod level;
mod names;
mod runs;
mod session;
mod store;

use super::bytes::{Kind, hash, path};
use super::{PAGE_SESSIONS, ROOT};
use crate::publish::PublishError;
use encode::{ascending, head, number};
pub use ledger::LEDGER;
use ledger::{Ledger, Session};
use level::Made;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use store::Store;
pub use store::unpacked;

/// Archives with fewer sessions are always indexed as a whole: it takes seconds, and the same sessions then give the same files.
const FEW: usize = 256;
/// The small level has at most this share of the large one, and at most so many sessions: its numbers are in the root.
const SHARE: usize = 16;
const MOST_LATE: usize = 4096;

/// A session to be indexed.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its id.
    pub id: String,
    /// The hash of its file, which tells whether it has changed.
    pub sha256: String,
    /// Its file.
    pub path: PathBuf,
}

/// What an index is made of, and where.
#[derive(Debug)]
pub struct Job<'a> {
    /// The sessions.
    pub inputs: &'a [Input],
    /// The folder of the index.
    pub folder: &'a Path,
    /// The folder of an earlier index, which may be the same; its files are taken over by links.
    pub previous: &'a Path,
    /// Which program this is: another one may take other terms from the same text.
    pub program: &'a str,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Sessions in the index.
    pub sessions: usize,
    /// How many of them were read.
    pub read: usize,
    /// Bytes of text in those.
    pub text_bytes: u64,
    /// Files of the index.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: u64,
    /// Files that were written, the others were there.
    pub written_files: usize,
    /// Their bytes.
    pub written_bytes: u64,
}

/// Writes the index, or what of it has changed.
pub fn write(job: &Job<'_>) -> Result<Report, PublishError> {
    let before = Ledger::read(job.previous).filter(|ledger| ledger.program == job.program && ledger.is_sound(job.previous));
    let mut store = Store::new(job.folder, job.previous)?;
    let result = match before.and_then(|ledger| Some((parts(&ledger, job.inputs)?, ledger))) {
        Some((late, ledger)) if late.is_empty_of(&ledger) => keep(job, &mut store, ledger),
        Some((late, ledger)) => add(job, &mut store, ledger, &late),
        None => whole(job, &mut store),
    };
    store.close();
    result
}

/// Whether the index in a folder is that of these sessions.
pub fn is_current(job: &Job<'_>) -> bool {
    Ledger::read(job.folder).is_some_and(|ledger| {
        ledger.program == job.program
            && ledger.is_sound(job.folder)
            && parts(&ledger, job.inputs).is_some_and(|late| late.is_empty_of(&ledger))
    })
}

/// The paths of the files of the index in a folder.
pub fn files(folder: &Path) -> Vec<String> {
    let named: Vec<u64> = Ledger::read(folder).iter().flat_map(Ledger::files).collect();
    named.into_iter().map(path).chain([ROOT, LEDGER].map(str::to_owned)).collect()
}

/// What differs from the large level of an index.
struct Late {
    /// New or changed sessions.
    inputs: Vec<Input>,
    /// Numbers that are changed or gone.
    superseded: Vec<u32>,
}

impl Late {
    /// Whether that is what the small level has already.
    fn is_empty_of(&self, ledger: &Ledger) -> bool {
        let known: BTreeSet<_> = ledger.late.iter().map(|session| (&session.id, &session.sha256)).collect();
        let now: BTreeSet<_> = self.inputs.iter().map(|input| (&input.id, &input.sha256)).collect();
        known == now && ledger.superseded == self.superseded
    }
}

/// What has changed since the large level was made; `None` where that is so much, or the archive so small, that all is made anew.
fn parts(ledger: &Ledger, inputs: &[Input]) -> Option<Late> {
    let base: BTreeMap<_, _> = ledger.base.iter().map(|session| (session.id.as_str(), session.sha256.as_str())).collect();
    let late: Vec<Input> = inputs.iter().filter(|input| base.get(input.id.as_str()) != Some(&input.sha256.as_str())).cloned().collect();
    let now: BTreeMap<_, _> = inputs.iter().map(|input| (input.id.as_str(), input.sha256.as_str())).collect();
    let is_gone = |session: &Session| now.get(session.id.as_str()) != Some(&session.sha256.as_str());
    let superseded: Vec<u32> = (0..).zip(&ledger.base).filter(|(_, session)| is_gone(session)).map(|(number, _)| number).collect();
    let changes = late.len().max(superseded.len());
    let most = if ledger.base.len() < FEW { 0 } else { (ledger.base.len() / SHARE).min(MOST_LATE) };
    (changes <= most).then_some(Late { inputs: late, superseded })
}

/// Everything anew.
fn whole(job: &Job<'_>, store: &mut Store) -> Result<Report, PublishError> {
    let base = level::make(job.inputs, store)?;
    let base_files = store.taken();
    let mut ledger = Ledger::new(job.program);
    (ledger.base, ledger.base_files) = (base.sessions.clone(), base_files);
    let report = Report { read: job.inputs.len(), text_bytes: base.text_bytes, ..Report::default() };
    finish(job, store, ledger, &base.bytes, None, report)
}

/// The large level as it is, a small one anew.
fn add(job: &Job<'_>, store: &mut Store, mut ledger: Ledger, late: &Late) -> Result<Report, PublishError> {
    let base = base(job, &ledger)?;
    let made = level::make(&late.inputs, store)?;
    ledger.late_files = store.taken();
    ledger.late.clone_from(&made.sessions);
    ledger.superseded.clone_from(&late.superseded);
    let report = Report { read: late.inputs.len(), text_bytes: made.text_bytes, ..Report::default() };
    finish(job, store, ledger, &base, Some(&made), report)
}

/// All as it is.
fn keep(job: &Job<'_>, store: &mut Store, ledger: Ledger) -> Result<Report, PublishError> {
    for name in ledger.files() {
        store.keep(name)?;
    }
    for name in [ROOT, LEDGER] {
        store.keep_fixed(name)?;
    }
    store.finish(ledger.files(), Report { sessions: job.inputs.len(), ..Report::default() })
}

/// The bytes of the large level in a root.
fn base(job: &Job<'_>, ledger: &Ledger) -> Result<Vec<u8>, PublishError> {
    let path = job.previous.join(ROOT);
    let failed = || PublishError::Io { path: path.clone(), source: std::io::ErrorKind::InvalidData.into() };
    let root = store::unpacked(&path)?;
    let mut bytes = super::bytes::Bytes::open(&root, Kind::Root).map_err(|_| failed())?;
    let length = bytes.count(1).map_err(|_| failed())?;
    let base = bytes.take(length).map_err(|_| failed())?.to_vec();
    if ledger.root == store::hex(hash(&root)) { Ok(base) } else { Err(failed()) }
}

/// Writes root and ledger, and removes what no root names any more.
fn finish(
    job: &Job<'_>,
    store: &mut Store,
    mut ledger: Ledger,
    base: &[u8],
    late: Option<&Made>,
    report: Report,
) -> Result<Report, PublishError> {
    let mut root = head(Kind::Root);
    number(&mut root, base.len() as u64);
    root.extend_from_slice(base);
    root.extend_from_slice(late.map_or(&level::none(), |made| &made.bytes));
    // The place of each late session in the order of the large level: newest first, then by number and by id.
    let key = |session: &Session| (std::cmp::Reverse(session.age.clone()), session.id.clone());
    let before = ledger.late.iter().map(|late| ledger.base.partition_point(|session| key(session) < key(late)) as u64);
    ascending(&mut root, before);
    number(&mut root, ledger.superseded.len() as u64);
    ascending(&mut root, ledger.superseded.iter().map(|number| u64::from(*number)));
    let sum = hash(&root);
    root.extend_from_slice(&sum.to_le_bytes());
    for name in ledger.files() {
        store.keep(name)?;
    }
    ledger.root = store::hex(hash(&root));
    store.root(&root)?;
    store.fixed(LEDGER, ledger.text().as_bytes())?;
    store.finish(ledger.files(), Report { sessions: job.inputs.len(), ..report })
}

/// The index of `sessions/*.json` in `data_dir`, in `search/` beside them. Fails where a session cannot be read.
pub fn update(data_dir: &Path, program: &str) -> Result<Report, PublishError> {
    let inputs = inputs(data_dir)?;
    let folder = data_dir.join("search");
    write(&Job { inputs: &inputs, folder: &folder, previous: &folder, program })
}

/// Fails where the index in `data_dir` is not that of its sessions; gives their number.
pub fn verify(data_dir: &Path, program: &str) -> Result<usize, PublishError> {
    let inputs = inputs(data_dir)?;
    let folder = data_dir.join("search");
    if is_current(&Job { inputs: &inputs, folder: &folder, previous: &folder, program }) {
        Ok(inputs.len())
    } else {
        Err(PublishError::IndexDrift { path: folder })
    }
}

/// The session files of a folder with their hashes. A file is named after its id, which reading it will confirm.
fn inputs(data_dir: &Path) -> Result<Vec<Input>, PublishError> {
    let files = crate::publish::session_files(&data_dir.join("sessions"))?;
    let hashes = crate::parallel::in_parallel(&files, |path| fs::read(path).map(|bytes| crate::hash::sha256(&bytes)));
    let input = |(path, hash): (PathBuf, std::io::Result<String>)| {
        let sha256 = hash.map_err(|source| PublishError::Io { path: path.clone(), source })?;
        let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Input { id, sha256, path })
    };
    files.into_iter().zip(hashes).map(input).collect()
}
