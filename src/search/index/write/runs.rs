//! Lists of sessions by term, more than fit into memory: kept in a map until it is large, then spilled in order to a temporary file, and
//! merged in the end.

use super::encode::number;
use super::store::failed;
use crate::publish::PublishError;
use std::collections::HashMap;
use std::fs::File;
use std::hash::{BuildHasherDefault, Hasher};
use std::io::{self, BufReader, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

/// The map is spilled at about this size.
const MOST_BYTES: usize = 160 << 20;
/// What a term costs in the map beside its list.
const TERM_BYTES: usize = 72;

type Done = Result<(), PublishError>;
/// What is called with a term, how many sessions have it, and its list of each run.
type Each<'e> = dyn FnMut(u64, u32, &[Vec<u8>]) -> Done + 'e;

pub struct Runs {
    lists: HashMap<u64, List, BuildHasherDefault<Spread>>,
    bytes: usize,
    folder: PathBuf,
    files: Vec<PathBuf>,
}

/// The sessions of a term: twice the number, and one more where the term is in a heading; as differences.
#[derive(Default)]
struct List {
    last: u32,
    count: u32,
    bytes: Vec<u8>,
}

impl Runs {
    pub fn new(folder: &Path) -> Self {
        Self { lists: HashMap::default(), bytes: 0, folder: folder.to_owned(), files: Vec::new() }
    }

    /// Adds the terms of a session, each once and doubled, with one more where it is in no heading. Sessions come in the order of numbers.
    pub fn add(&mut self, session: u32, terms: &[u64]) -> Done {
        for term in terms {
            let list = self.lists.entry(term >> 1).or_insert_with(|| {
                self.bytes += TERM_BYTES;
                List::default()
            });
            let value = session * 2 + u32::from(term & 1 == 0);
            let before = list.bytes.len();
            number(&mut list.bytes, u64::from(value - list.last));
            self.bytes += list.bytes.len() - before;
            list.last = value;
            list.count += 1;
        }
        if self.bytes >= MOST_BYTES { self.spill() } else { Ok(()) }
    }

    fn spill(&mut self) -> Done {
        let path = self.folder.join(format!("run-{}", self.files.len()));
        let mut lists: Vec<(u64, List)> = std::mem::take(&mut self.lists).into_iter().collect();
        lists.sort_unstable_by_key(|(term, _)| *term);
        let write = || -> io::Result<()> {
            let mut file = BufWriter::with_capacity(1 << 18, File::create(&path)?);
            for (term, list) in &lists {
                file.write_all(&term.to_le_bytes())?;
                file.write_all(&list.count.to_le_bytes())?;
                file.write_all(&u32::try_from(list.bytes.len()).map_err(io::Error::other)?.to_le_bytes())?;
                file.write_all(&list.bytes)?;
            }
            file.flush()
        };
        write().map_err(failed(&path))?;
        self.files.push(path);
        self.bytes = 0;
        Ok(())
    }

    /// No more sessions will come.
    pub fn close(&mut self) -> Done {
        self.spill()
    }

    /// Calls `each` with every term in order and how many sessions have it.
    pub fn counts(&self, each: &mut dyn FnMut(u64, u32)) -> Done {
        self.merge(false, &mut |term, count, _| {
            each(term, count);
            Ok(())
        })
    }

    /// Calls `each` with every term in order and its sessions, in the order they came in, as they were encoded.
    pub fn lists(&self, each: &mut dyn FnMut(u64, &[u32]) -> Done) -> Done {
        let mut values = Vec::new();
        self.merge(true, &mut |term, _, runs| {
            values.clear();
            for run in runs {
                let (mut value, mut bytes) = (0, super::super::bytes::Bytes(run));
                while let Ok(step) = bytes.small() {
                    value += step;
                    values.push(value);
                }
            }
            each(term, &values)
        })
    }

    fn merge(&self, is_whole: bool, each: &mut Each<'_>) -> Done {
        let mut runs = Vec::new();
        for path in &self.files {
            let mut run =
                Run { file: BufReader::with_capacity(1 << 18, File::open(path).map_err(failed(path))?), term: 0, count: 0, length: 0 };
            if run.next().map_err(failed(path))? {
                runs.push(run);
            }
        }
        let failed = failed(&self.folder);
        while let Some(term) = runs.iter().map(|run| run.term).min() {
            let (mut count, mut parts, mut at) = (0, Vec::new(), 0);
            while at < runs.len() {
                let run = &mut runs[at];
                if run.term == term {
                    count += run.count;
                    let length = run.length;
                    if is_whole {
                        let mut part = vec![0; length as usize];
                        run.file.read_exact(&mut part).map_err(&failed)?;
                        parts.push(part);
                    } else {
                        run.file.seek_relative(i64::from(length)).map_err(&failed)?;
                    }
                    if !run.next().map_err(&failed)? {
                        runs.remove(at);
                        continue;
                    }
                }
                at += 1;
            }
            each(term, count, &parts)?;
        }
        Ok(())
    }
}

/// A spilled file, at one of its terms.
struct Run {
    file: BufReader<File>,
    term: u64,
    count: u32,
    length: u32,
}

impl Run {
    /// Goes to the next term, whose list comes next in the file; says whether there is one.
    fn next(&mut self) -> io::Result<bool> {
        let mut head = [0; 16];
        match self.file.read_exact(&mut head) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            result => result?,
        }
        let half = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        self.term = u64::from(half(4)) << 32 | u64::from(half(0));
        (self.count, self.length) = (half(8), half(12));
        Ok(true)
    }
}

/// Spreads terms over the map: they are numbers already, and nobody can choose them to collide who could not as well send a larger file.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}
