//! Names by pinyin, in shards by what is typed first. On this side a dictionary of readings; the page gets syllables.

use super::super::bytes::Kind;
use super::super::names::{NamesFile, fits};
use super::encode::{front, head, number, text};
use super::store::Store;
use crate::publish::PublishError;
use crate::search::NameKind;
use pinyin::ToPinyinMulti as _;
use std::collections::BTreeMap;

/// A shard with more names is divided.
const MOST_NAMES: usize = 3000;
/// A shard that is divided keeps the most frequent ones.
const TOP_NAMES: usize = 64;
/// Shards of so many letters that are divided have a directory of their own, so that no directory is large.
const DIRECTORY_LETTERS: usize = 2;
/// Names are told apart by at most so many letters.
const MOST_LETTERS: usize = 8;
/// A name has at most so many readings, and so many characters: what is longer is no name that one types.
const MOST_READINGS: usize = 16;
const MOST_CHARS: usize = 24;

/// All names of a level.
#[derive(Default)]
pub struct Builder(BTreeMap<String, (NameKind, u32)>);

/// A name by one of its readings.
struct Entry<'a> {
    /// Syllables, separated by spaces.
    sounds: String,
    name: &'a str,
    kind: NameKind,
    sessions: u32,
}

impl Builder {
    /// Adds the names of a session.
    pub fn add(&mut self, mut names: Vec<(NameKind, String)>) {
        names.retain(|(_, name)| name.chars().count() <= MOST_CHARS && !name.is_ascii());
        names.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        names.dedup_by(|a, b| a.1 == b.1);
        for (kind, name) in names {
            let known = self.0.entry(name).or_insert((kind, 0));
            known.0 = known.0.min(kind);
            known.1 += 1;
        }
    }

    /// Writes the shards and their directory; gives its hash, 0 where there are no names.
    pub fn close(self, store: &mut Store) -> Result<u64, PublishError> {
        let mut entries = Vec::new();
        for (name, (kind, sessions)) in &self.0 {
            for sounds in beginnings(name).flat_map(readings) {
                entries.push(Entry { sounds, name, kind: *kind, sessions: *sessions });
            }
        }
        entries.sort_by(|a, b| (&a.sounds, a.name).cmp(&(&b.sounds, b.name)));
        entries.dedup_by(|a, b| a.sounds == b.sounds && a.name == b.name);
        if entries.is_empty() {
            return Ok(0);
        }
        let all: Vec<&Entry<'_>> = entries.iter().collect();
        let mut shards = Vec::new();
        divide(store, &all, String::new(), &mut shards)?;
        directory(store, &shards)
    }
}

/// A file of a directory: what is typed first, what the file is, its hash.
type Shard = (String, NamesFile, u64);

fn directory(store: &mut Store, shards: &[Shard]) -> Result<u64, PublishError> {
    let mut content = head(Kind::Names);
    number(&mut content, shards.len() as u64);
    let mut before = "";
    for (prefix, file, hash) in shards {
        front(&mut content, before, prefix);
        number(&mut content, *file as u64);
        content.extend_from_slice(&hash.to_le_bytes());
        before = prefix;
    }
    store.put(&content)
}

/// Writes the shard of the names that can be typed with `prefix` first, then those of longer ones.
fn divide(store: &mut Store, entries: &[&Entry<'_>], prefix: String, shards: &mut Vec<Shard>) -> Result<(), PublishError> {
    let is_divided = entries.len() > MOST_NAMES && prefix.len() < MOST_LETTERS;
    let mut top = entries.to_vec();
    if is_divided {
        // Without the same name twice.
        top.sort_by_key(|entry| (entry.kind, std::cmp::Reverse(entry.sessions), entry.name, &entry.sounds));
        top.dedup_by_key(|entry| entry.name);
        top.truncate(TOP_NAMES);
        top.sort_by_key(|entry| (&entry.sounds, entry.name));
    }
    let mut content = head(Kind::Shard);
    let mut before = "";
    for entry in top {
        front(&mut content, before, &entry.sounds);
        text(&mut content, entry.name);
        number(&mut content, entry.kind as u64);
        number(&mut content, u64::from(entry.sessions));
        before = &entry.sounds;
    }
    let hash = store.put(&content)?;
    let has_directory = is_divided && prefix.len() == DIRECTORY_LETTERS;
    let mut below = Vec::new();
    let inner = if has_directory { &mut below } else { &mut *shards };
    inner.push((prefix.clone(), if is_divided { NamesFile::Top } else { NamesFile::Whole }, hash));
    for next in ('0'..='9').chain('a'..='z').filter(|_| is_divided) {
        let longer = format!("{prefix}{next}");
        let entries: Vec<_> = entries.iter().copied().filter(|entry| fits(entry.sounds.as_bytes(), longer.as_bytes()).is_some()).collect();
        if !entries.is_empty() {
            divide(store, &entries, longer, inner)?;
        }
    }
    if has_directory {
        shards.push((prefix, NamesFile::Directory, directory(store, &below)?));
    }
    Ok(())
}

/// The name, and what is left of it after each 省, 市, 区 and the like: nobody types 上海市闵行区 to get to 华漕镇.
fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    let after = |(at, c): (usize, char)| "省市区县州盟旗镇乡".contains(c).then(|| &name[at + c.len_utf8()..]);
    std::iter::once(name).chain(name.char_indices().filter_map(after).filter(|rest| rest.chars().count() > 1))
}

/// What a name can be read as: syllables, separated by spaces; letters and digits as they are.
fn readings(name: &str) -> Vec<String> {
    let mut readings = vec![String::new()];
    let mut is_run = false;
    for c in name.chars() {
        // The usual reading comes first and is the last to be left out.
        let mut sounds: Vec<String> = Vec::new();
        if c.is_ascii_alphanumeric() {
            sounds.push(c.to_string());
        }
        for sound in c.to_pinyin_multi().into_iter().flatten().map(|sound| sound.plain().replace('ü', "v")) {
            if !sounds.contains(&sound) {
                sounds.push(sound);
            }
        }
        sounds.truncate((MOST_READINGS / readings.len()).max(1));
        let space = if is_run && c.is_ascii_alphanumeric() || readings[0].is_empty() { "" } else { " " };
        is_run = c.is_ascii_alphanumeric();
        if !sounds.is_empty() {
            readings = sounds.iter().flat_map(|sound| readings.iter().map(move |so_far| format!("{so_far}{space}{sound}"))).collect();
        }
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}
