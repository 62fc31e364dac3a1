//! A level: sessions in, lists by term in chunks, their directories, the table of sessions and the names out.

use super::super::bytes::Kind;
use super::encode::{ascending, head, number, text};
use super::ledger::Session;
use super::runs::Runs;
use super::session::{Parts, read};
use super::store::{Store, failed};
use super::{Input, PAGE_SESSIONS, names::Builder};
use crate::parallel::in_parallel;
use crate::publish::PublishError;

/// The first range of sessions, and the second.
const RANGES: [u32; 2] = [1 << 13, 1 << 16];
/// Further ranges have this many.
const RANGE: u32 = 1 << 17;
/// A list of more bytes is divided by ranges, and its headings too where they have more than half of it.
const MOST_WHOLE: usize = 6 << 10;
/// A chunk is closed when it has this many bytes, unpacked.
const CHUNK_BYTES: usize = 40 << 10;
/// A directory with more chunks is itself in pages of so many.
const PAGE_PARTS: usize = 256;
/// So many terms may be in the root, if so many sessions and such a share of all have them.
const MOST_FREQUENT: usize = 2048;
const LEAST_FREQUENT: u32 = 512;
const FREQUENT_SHARE: u32 = 16;
/// So many sessions are read at a time.
const BATCH: usize = 64;

/// What was made.
pub struct Made {
    /// What the root has of the level.
    pub bytes: Vec<u8>,
    /// The sessions by number.
    pub sessions: Vec<Session>,
    /// Bytes of their text.
    pub text_bytes: u64,
}

/// The bytes of a level without sessions.
pub fn none() -> Vec<u8> {
    // No sessions, no frequent terms, two areas, no names.
    [&[0, 0, 2][..], &[0; 8], &[0; 8]].concat()
}

/// Makes the level of some sessions.
pub fn make(inputs: &[Input], store: &mut Store) -> Result<Made, PublishError> {
    if inputs.is_empty() {
        return Ok(Made { bytes: none(), sessions: Vec::new(), text_bytes: 0 });
    }
    let mut runs = Runs::new(&store.temporary);
    let mut lines = Vec::new();
    let mut names = Builder::default();
    let mut problems = Vec::new();
    let mut text_bytes = 0;
    for batch in inputs.chunks(BATCH) {
        for (input, parts) in batch.iter().zip(in_parallel(batch, read)) {
            let parts: Parts = match parts.map_err(failed(&input.path))? {
                Ok(parts) => parts,
                Err(problem) => {
                    problems.push((input.path.clone(), problem));
                    continue;
                }
            };
            if problems.is_empty() {
                let number = u32::try_from(lines.len()).unwrap_or(u32::MAX);
                runs.add(number, &parts.terms)?;
                names.add(parts.names);
                text_bytes += parts.text_bytes;
                lines.push((Session { id: input.id.clone(), sha256: input.sha256.clone(), age: parts.age }, parts.line));
            }
        }
    }
    if !problems.is_empty() {
        return Err(PublishError::Problems(problems));
    }
    runs.close()?;
    // Newest first, then by number and by id.
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| lines[*b].0.age.cmp(&lines[*a].0.age).then_with(|| lines[*a].0.id.cmp(&lines[*b].0.id)));
    let mut numbers = vec![0_u32; lines.len()];
    for (number, session) in (0..).zip(&order) {
        numbers[*session] = number;
    }
    let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let mut bytes = Vec::new();
    number(&mut bytes, u64::from(count));
    for page in order.chunks(PAGE_SESSIONS as usize) {
        let mut content = head(Kind::Table);
        number(&mut content, page.len() as u64);
        for session in page {
            let line = &lines[*session].1;
            for part in [&line.id, &line.day, &line.body, &line.title] {
                text(&mut content, part);
            }
            number(&mut content, u64::from(line.is_sample));
        }
        bytes.extend_from_slice(&store.put(&content)?.to_le_bytes());
    }
    let frequent = frequent(&runs, count)?;
    number(&mut bytes, frequent.len() as u64);
    let mut before = 0;
    for (term, class) in &frequent {
        number(&mut bytes, term - before);
        bytes.push(*class);
        before = *term;
    }
    let mut areas = Areas::new(count);
    let mut sorter = Sorter { numbers, seen: vec![0; count as usize] };
    runs.lists(&mut |term, values| {
        let lists = sorter.sort(values);
        areas.put(store, term, &lists, frequent.binary_search_by_key(&term, |(term, _)| *term).is_ok())
    })?;
    drop(runs);
    areas.close(store, &mut bytes)?;
    bytes.extend_from_slice(&names.close(store)?.to_le_bytes());
    let sessions = order.into_iter().map(|session| lines[session].0.clone()).collect();
    Ok(Made { bytes, sessions, text_bytes })
}

/// The terms that most sessions have, in order, with twice the logarithm of one session in how many.
fn frequent(runs: &Runs, sessions: u32) -> Result<Vec<(u64, u8)>, PublishError> {
    let mut found = Vec::new();
    let least = LEAST_FREQUENT.max(sessions / FREQUENT_SHARE);
    runs.counts(&mut |term, count| {
        if count >= least {
            found.push((count, term));
        }
    })?;
    found.sort_unstable_by_key(|(count, term)| (std::cmp::Reverse(*count), *term));
    found.truncate(MOST_FREQUENT);
    let square = |count: u32| u64::from(count) * u64::from(count);
    let class = |count: u32| u8::try_from((square(sessions) / square(count)).max(1).ilog2()).unwrap_or(u8::MAX);
    let mut frequent: Vec<(u64, u8)> = found.into_iter().map(|(count, term)| (term, class(count))).collect();
    frequent.sort_unstable();
    Ok(frequent)
}

/// Puts lists, which come in the order in which files were read, in the order of numbers.
struct Sorter {
    numbers: Vec<u32>,
    seen: Vec<u8>,
}

impl Sorter {
    /// The sessions that have a term in headings, and the others.
    fn sort(&mut self, values: &[u32]) -> [Vec<u32>; 2] {
        let mut lists = [Vec::new(), Vec::new()];
        if values.len() > self.seen.len() / 16 {
            for value in values {
                self.seen[self.numbers[(value / 2) as usize] as usize] = if value % 2 == 1 { 1 } else { 2 };
            }
            for (number, seen) in (0..).zip(&mut self.seen) {
                if *seen > 0 {
                    lists[usize::from(*seen) - 1].push(number);
                    *seen = 0;
                }
            }
            return lists;
        }
        for value in values {
            lists[usize::from(value % 2 == 0)].push(self.numbers[(value / 2) as usize]);
        }
        for list in &mut lists {
            list.sort_unstable();
        }
        lists
    }
}

/// The areas of a level; see `root::Level::areas`.
struct Areas(Vec<Area>);

#[derive(Default)]
struct Area {
    place: u64,
    start: u32,
    end: u32,
    parts: Vec<(u64, u64)>,
    /// The chunk that is being filled: its first term, the last one so far, the entries.
    first: u64,
    last: u64,
    entries: Vec<u8>,
}

impl Areas {
    fn new(sessions: u32) -> Self {
        let mut areas = vec![Area { end: sessions, ..Area::default() }];
        let mut start = 0;
        while start < sessions || areas.len() < 2 {
            let end = RANGES.get(areas.len() - 1).copied().unwrap_or(start.saturating_add(RANGE)).min(sessions);
            areas.push(Area { place: areas.len() as u64, start, end, ..Area::default() });
            start = end;
        }
        Self(areas)
    }

    /// Puts the lists of a term; terms come in order.
    fn put(&mut self, store: &mut Store, term: u64, lists: &[Vec<u32>; 2], is_frequent: bool) -> Result<(), PublishError> {
        let first = usize::from(is_frequent);
        let all = self.0[0].end;
        let end = self.0[1].end;
        let whole = entry([&lists[0], &lists[1]], 0, true);
        if end == all || !is_frequent && whole.1.len() <= MOST_WHOLE {
            return self.0[first].put(store, term, &whole, false);
        }
        let is_all_headings = entry([&lists[0], &[]], 0, true).1.len() <= MOST_WHOLE / 2;
        let within = |list: &[u32], start: u32, end: u32| {
            let place = |number: u32| list.partition_point(|found| *found < number);
            place(start)..place(end)
        };
        let texts = &lists[1][within(&lists[1], 0, end)];
        let headings = if is_all_headings { &lists[0][..] } else { &lists[0][within(&lists[0], 0, end)] };
        self.0[first].put(store, term, &entry([headings, texts], 0, is_all_headings), true)?;
        for area in &mut self.0[2..] {
            let texts = &lists[1][within(&lists[1], area.start, area.end)];
            let headings = if is_all_headings { &[] } else { &lists[0][within(&lists[0], area.start, area.end)] };
            if !texts.is_empty() || !headings.is_empty() {
                area.put(store, term, &entry([headings, texts], area.start, is_all_headings), false)?;
            }
        }
        Ok(())
    }

    /// Writes what is left, and the directories: in the root where they are small, else in pages.
    fn close(self, store: &mut Store, root: &mut Vec<u8>) -> Result<(), PublishError> {
        number(root, self.0.len() as u64);
        for mut area in self.0 {
            area.close(store)?;
            let is_paged = area.parts.len() > PAGE_PARTS;
            let mut parts = std::mem::take(&mut area.parts);
            if is_paged {
                let mut pages = Vec::new();
                for page in parts.chunks(PAGE_PARTS) {
                    let mut content = area.head(Kind::Page, page[0].0);
                    directory(&mut content, page);
                    pages.push((page[0].0, store.put(&content)?));
                }
                parts = pages;
            }
            for value in [u64::from(area.start), u64::from(area.end), u64::from(is_paged)] {
                number(root, value);
            }
            directory(root, &parts);
        }
        Ok(())
    }
}

impl Area {
    fn put(&mut self, store: &mut Store, term: u64, entry: &(bool, Vec<u8>), is_split: bool) -> Result<(), PublishError> {
        let (has_headings, body) = entry;
        if !self.entries.is_empty() && self.entries.len() + body.len() > CHUNK_BYTES {
            self.close(store)?;
        }
        if self.entries.is_empty() {
            (self.first, self.last) = (term, term);
        }
        number(&mut self.entries, term - self.last);
        number(&mut self.entries, (body.len() as u64) << 2 | u64::from(*has_headings) << 1 | u64::from(is_split));
        self.entries.extend_from_slice(body);
        self.last = term;
        Ok(())
    }

    fn close(&mut self, store: &mut Store) -> Result<(), PublishError> {
        if !self.entries.is_empty() {
            let mut content = self.head(Kind::Lists, self.first);
            content.append(&mut self.entries);
            self.parts.push((self.first, store.put(&content)?));
        }
        Ok(())
    }

    /// The head of a file of this area, which says where it belongs.
    fn head(&self, kind: Kind, first: u64) -> Vec<u8> {
        let mut content = head(kind);
        number(&mut content, self.place);
        number(&mut content, first);
        content
    }
}

/// The first term and the hash of each part.
fn directory(bytes: &mut Vec<u8>, parts: &[(u64, u64)]) {
    number(bytes, parts.len() as u64);
    let mut before = 0;
    for (first, hash) in parts {
        number(bytes, first - before);
        bytes.extend_from_slice(&hash.to_le_bytes());
        before = *first;
    }
}

/// The lists of a term as bytes: how many are in headings and whether these are all, where there are any or more are elsewhere; those; the
/// others. And whether the first is there.
fn entry([headings, texts]: [&[u32]; 2], start: u32, is_all_headings: bool) -> (bool, Vec<u8>) {
    let mut body = Vec::new();
    let has_headings = !headings.is_empty() || !is_all_headings;
    if has_headings {
        number(&mut body, (headings.len() as u64) << 1 | u64::from(is_all_headings));
    }
    for list in [headings, texts] {
        ascending(&mut body, list.iter().map(|number| u64::from(number - start)));
    }
    (has_headings, body)
}
