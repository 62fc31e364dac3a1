//! Names by pinyin: letters in, Chinese names out, which are then searched for as characters.
//!
//! A shard has all names that can be typed with the same first letters, each syllable in full or by its beginning: 周志芳 is in those of `zhou`,
//! `zhz` and `zz`. A shard with too many names is divided by one more letter, and has the most frequent of its names.

use super::Root;
use super::bytes::{Bytes, Damage, Kind, hash, path};
use crate::order::ordered;
use crate::search::NameKind;
use std::rc::Rc;

/// How many names are given.
const MOST: usize = 20;

/// What a directory of names leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamesFile {
    /// A shard with all names that can be typed with some letters first.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only written by this name"))]
    Whole,
    /// A shard with the most frequent of them, where longer ones have the others.
    Top,
    /// A directory of these letters and all longer ones.
    Directory,
}

/// A name that the letters stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is written.
    pub name: String,
    /// What it is the name of.
    pub kind: NameKind,
    /// In how many sessions it occurs.
    pub sessions: u32,
    /// Whether the letters stand for all of it, and not for its beginning.
    pub is_whole: bool,
}

/// The way to the names that some letters stand for. Files are asked for and given as for a [`super::Plan`].
#[derive(Debug)]
pub struct Names {
    letters: String,
    wants: Vec<(u64, bool)>,
    known: Vec<Name>,
    /// Whether names may be missing because a file was missing or damaged.
    pub is_incomplete: bool,
}

impl Names {
    /// A lookup of `letters`, of which only Latin letters and digits count; nothing is found for none.
    pub fn new(root: &Rc<Root>, letters: &str) -> Self {
        let letters: String = letters.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).take(60).collect();
        let directories = root.levels.iter().map(|level| level.names).filter(|hash| *hash != 0 && !letters.is_empty());
        Self { wants: directories.map(|hash| (hash, true)).collect(), letters, known: Vec::new(), is_incomplete: false }
    }

    /// The files that are waited for, in the folder of the index.
    pub fn wanted(&self) -> Vec<String> {
        self.wants.iter().map(|(hash, _)| path(*hash)).collect()
    }

    /// Takes the unpacked content of a file, or `None` where it could not be had.
    pub fn give(&mut self, name: &str, bytes: Option<&[u8]>) {
        for (wanted, is_directory) in std::mem::take(&mut self.wants) {
            if path(wanted) != name {
                self.wants.push((wanted, is_directory));
                continue;
            }
            let result = match bytes.filter(|bytes| hash(bytes) == wanted) {
                Some(bytes) if is_directory => self.directory(bytes),
                Some(bytes) => self.shard(bytes),
                None => Err(Damage::Broken),
            };
            self.is_incomplete |= result.is_err();
        }
    }

    /// The names that are known so far: those that the letters stand for as a whole first, people before others, then by how many sessions have them.
    pub fn found(&self) -> Vec<Name> {
        let mut names = ordered(&self.known, |a, b| {
            b.is_whole
                .cmp(&a.is_whole)
                .then(a.kind.cmp(&b.kind))
                .then(b.sessions.cmp(&a.sessions))
                .then_with(|| a.name.len().cmp(&b.name.len()))
                .then_with(|| a.name.cmp(&b.name))
        });
        names.truncate(MOST);
        names
    }

    fn directory(&mut self, bytes: &[u8]) -> Result<(), Damage> {
        let mut bytes = Bytes::open(bytes, Kind::Names)?;
        let mut prefix = Vec::new();
        let mut best = None;
        for _ in 0..bytes.count(10)? {
            front(&mut bytes, &mut prefix)?;
            let (file, hash) = (bytes.number()?, bytes.hash()?);
            // They are in order, so the longest that fits comes last.
            if self.letters.as_bytes().starts_with(&prefix) {
                let is_all = file != NamesFile::Top as u64 || prefix.len() == self.letters.len();
                best = is_all.then_some((hash, file == NamesFile::Directory as u64));
            }
        }
        self.wants.extend(best);
        Ok(())
    }

    fn shard(&mut self, bytes: &[u8]) -> Result<(), Damage> {
        let mut bytes = Bytes::open(bytes, Kind::Shard)?;
        let mut sounds = Vec::new();
        while !bytes.0.is_empty() {
            front(&mut bytes, &mut sounds)?;
            let name = bytes.text()?;
            let kind = kind(bytes.number()?).ok_or(Damage::Broken)?;
            let sessions = bytes.small()?;
            if let Some(is_whole) = fits(&sounds, self.letters.as_bytes()) {
                self.add(name, kind, sessions, is_whole);
            }
        }
        Ok(())
    }

    /// A name may be there by several readings, and in both levels.
    fn add(&mut self, name: &str, kind: NameKind, sessions: u32, is_whole: bool) {
        match self.known.iter_mut().find(|known| known.name == name) {
            Some(known) => {
                known.sessions = known.sessions.max(sessions);
                known.is_whole |= is_whole;
            }
            None => self.known.push(Name { name: name.to_owned(), kind, sessions, is_whole }),
        }
    }
}

fn kind(number: u64) -> Option<NameKind> {
    use NameKind::{Body, Line, Person, Post, Title};
    [Person, Body, Title, Post, Line].get(usize::try_from(number).ok()?).copied()
}

/// The next of texts that are in order: how many bytes it shares with the one before, and the rest.
fn front(bytes: &mut Bytes<'_>, text: &mut Vec<u8>) -> Result<(), Damage> {
    let shared = bytes.small()? as usize;
    if shared > text.len() {
        return Err(Damage::Broken);
    }
    text.truncate(shared);
    let rest = bytes.count(1)?;
    text.extend_from_slice(bytes.take(rest)?);
    Ok(())
}

/// Whether `letters` stand for the beginning of syllables that are separated by spaces, each in full or by its beginning; and if so, for all
/// of them.
pub(super) fn fits(sounds: &[u8], letters: &[u8]) -> Option<bool> {
    // Bit n: the syllables so far can be typed as the first n letters.
    let mut reached = 1_u64;
    let end = 1_u64 << letters.len().min(63);
    let mut syllables = sounds.split(|byte| *byte == b' ');
    while reached & end == 0 {
        let syllable = syllables.next()?;
        let mut next = 0;
        for start in (0..letters.len()).filter(|start| reached >> start & 1 != 0) {
            for (length, (letter, sound)) in letters[start..].iter().zip(syllable).enumerate() {
                if letter != sound {
                    break;
                }
                next |= 1 << (start + length + 1);
            }
        }
        reached = next;
    }
    Some(syllables.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn syllables_are_typed_in_full_or_by_their_beginning() {
        let of = |letters: &str| fits(b"zhou si chun", letters.as_bytes());
        for whole in ["zhousichun", "zsc", "zhsch", "zhousc", "zsichun", "zsch"] {
            assert_eq!(of(whole), Some(true), "{whole}");
        }
        for part in ["", "z", "zhou", "zs", "zhous"] {
            assert_eq!(of(part), Some(false), "{part}");
        }
        for other in ["zc", "hou", "zsca", "zhousichunx", "o"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
