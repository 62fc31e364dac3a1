//! The folder of an index: files that are named by their content, and the root, which names them.

use super::super::bytes::{hash, path};
use super::super::{ROOT, path as path_of};
use super::Report;
use crate::publish::PublishError;
use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

pub struct Store {
    folder: PathBuf,
    previous: PathBuf,
    /// Where runs are kept meanwhile.
    pub temporary: PathBuf,
    taken: BTreeSet<u64>,
    written_files: usize,
    written_bytes: u64,
}

impl Store {
    pub fn new(folder: &Path, previous: &Path) -> Result<Self, PublishError> {
        let temporary = folder.join(".new");
        let _ = fs::remove_dir_all(&temporary);
        fs::create_dir_all(&temporary).map_err(failed(&temporary))?;
        let (folder, previous) = (folder.to_owned(), previous.to_owned());
        Ok(Self { folder, previous, temporary, taken: BTreeSet::new(), written_files: 0, written_bytes: 0 })
    }

    /// Puts a file where it is not there yet; gives its hash.
    pub fn put(&mut self, content: &[u8]) -> Result<u64, PublishError> {
        let hash = hash(content);
        self.taken.insert(hash);
        if !self.has(hash)? {
            let bytes = packed(content).map_err(failed(&self.folder))?;
            self.place(&path(hash), &bytes)?;
        }
        Ok(hash)
    }

    /// The names of the files that were put since this was last asked.
    pub fn taken(&mut self) -> Vec<String> {
        std::mem::take(&mut self.taken).into_iter().map(hex).collect()
    }

    /// Sees to it that a file of the earlier index is here.
    pub fn keep(&mut self, hash: u64) -> Result<(), PublishError> {
        let path = self.folder.join(path_of(hash));
        if self.has(hash)? { Ok(()) } else { Err(failed(&path)(io::ErrorKind::NotFound.into())) }
    }

    /// The same for a file of a fixed name.
    pub fn keep_fixed(&mut self, name: &str) -> Result<(), PublishError> {
        if self.folder == self.previous {
            return Ok(());
        }
        let bytes = fs::read(self.previous.join(name)).map_err(failed(&self.previous.join(name)))?;
        self.fixed(name, &bytes)
    }

    /// Writes the root; from here on the index is the new one.
    pub fn root(&mut self, content: &[u8]) -> Result<(), PublishError> {
        let bytes = packed(content).map_err(failed(&self.folder))?;
        self.fixed(ROOT, &bytes)
    }

    /// Writes a file of a fixed name unless it is there as it should be.
    pub fn fixed(&mut self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        if fs::read(self.folder.join(name)).is_ok_and(|found| found == bytes) { Ok(()) } else { self.place(name, bytes) }
    }

    /// Removes the files that are not among `files`, and says what there is.
    pub fn finish(&self, files: impl Iterator<Item = u64>, report: Report) -> Result<Report, PublishError> {
        let wanted: BTreeSet<u64> = files.collect();
        let mut report = Report { written_files: self.written_files, written_bytes: self.written_bytes, ..report };
        let root = self.folder.join(ROOT);
        report.files = wanted.len() + 1;
        report.bytes = fs::metadata(&root).map_err(failed(&root))?.len();
        for folder in entries(&self.folder)?.into_iter().filter(|folder| folder.is_dir() && is_hex(folder, 2)) {
            let mut left = 0;
            for file in entries(&folder)? {
                let name = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".bin"));
                let hash = name.filter(|name| name.len() == 16).and_then(|name| u64::from_str_radix(name, 16).ok());
                match hash {
                    Some(hash) if !wanted.contains(&hash) => {
                        fs::remove_file(&file).map_err(failed(&file))?;
                        continue;
                    }
                    Some(_) => report.bytes += fs::metadata(&file).map_err(failed(&file))?.len(),
                    // What has another kind of name is not ours, and stays.
                    None => {}
                }
                left += 1;
            }
            if left == 0 {
                fs::remove_dir(&folder).map_err(failed(&folder))?;
            }
        }
        Ok(report)
    }

    /// Removes what is needed only while writing.
    pub fn close(&self) {
        // What stays is removed by the next run.
        let _ = fs::remove_dir_all(&self.temporary);
    }

    /// Whether a file is here with the content that its name says, by a link to the earlier index if need be.
    fn has(&self, hash: u64) -> Result<bool, PublishError> {
        let name = path(hash);
        let (here, there) = (self.folder.join(&name), self.previous.join(&name));
        let is_sound = |path: &Path| unpacked(path).is_ok_and(|content| super::hash(&content) == hash);
        if is_sound(&here) {
            return Ok(true);
        }
        if here == there || !is_sound(&there) {
            return Ok(false);
        }
        parents(&here)?;
        // A damaged one may share its bytes with a site that is being served: it is replaced, not written into.
        let _ = fs::remove_file(&here);
        Ok(fs::hard_link(&there, &here).is_ok())
    }

    /// Writes a file in one step: a site that shares the old one by a link keeps it.
    fn place(&mut self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let (temporary, path) = (self.temporary.join("file"), self.folder.join(name));
        parents(&path)?;
        fs::write(&temporary, bytes).map_err(failed(&temporary))?;
        fs::rename(&temporary, &path).map_err(failed(&path))?;
        // What nobody fetches does not count.
        if !name.starts_with('.') {
            self.written_files += 1;
            self.written_bytes += bytes.len() as u64;
        }
        Ok(())
    }
}

/// A file of an index, unpacked. Something behind the end is damage, too: browsers refuse it.
pub fn unpacked(path: &Path) -> Result<Vec<u8>, PublishError> {
    let packed = fs::read(path).map_err(failed(path))?;
    let mut decoder = GzDecoder::new(packed.as_slice());
    let mut content = Vec::new();
    decoder.read_to_end(&mut content).map_err(failed(path))?;
    if decoder.into_inner().is_empty() { Ok(content) } else { Err(failed(path)(io::ErrorKind::InvalidData.into())) }
}

/// A hash as file names have it.
pub fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}

pub fn failed(path: &Path) -> impl Fn(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io { path: path.clone(), source }
}

fn packed(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

fn parents(path: &Path) -> Result<(), PublishError> {
    let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) else { return Ok(()) };
    fs::create_dir_all(folder).map_err(failed(folder))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, PublishError> {
    fs::read_dir(folder).map_err(failed(folder))?.map(|entry| Ok(entry.map_err(failed(folder))?.path())).collect()
}

fn is_hex(path: &Path, length: usize) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.len() == length && name.iter().all(u8::is_ascii_hexdigit)
}
