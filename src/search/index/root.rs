//! `root.bin`: what is known before anything else is fetched.

use super::bytes::{Bytes, Damage, Kind, hash};

/// The root of an index.
#[derive(Debug)]
pub struct Root {
    /// The large level, made when the index was last made as a whole, and the small one with what is new or changed since.
    pub(super) levels: Vec<Level>,
    /// For each session of the small level the number of the session of the large one that it comes before.
    pub(super) before: Vec<u32>,
    /// Sessions of the large level that are changed or gone, in order.
    pub(super) superseded: Vec<u32>,
}

/// A part of the archive with lists of its own.
#[derive(Debug)]
pub(super) struct Level {
    /// The number of its first session. Within a level they are newest first.
    pub first: u32,
    /// How many sessions.
    pub count: u32,
    /// Pages of the table of sessions, by hash, [`super::PAGE_SESSIONS`] sessions each.
    pub table: Vec<u64>,
    /// Frequent terms in order, each with how rare it is: twice the logarithm of one session in how many has it.
    pub frequent: Vec<(u64, u8)>,
    /// First the lists of all terms but the frequent ones, then those of the frequent ones, then what further ranges hold.
    pub areas: Vec<Area>,
    /// The directory of names, by hash; 0 where there are none.
    pub names: u64,
}

/// Lists over a range of sessions, in chunks by term.
#[derive(Debug)]
pub(super) struct Area {
    /// The first session, counted within the level.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
    /// Whether `parts` are pages that name the chunks, and not the chunks.
    pub is_paged: bool,
    /// The first term of each part, and its hash.
    pub parts: Vec<(u64, u64)>,
}

impl Root {
    /// Reads the content of `root.bin`, unpacked.
    pub fn read(bytes: &[u8]) -> Result<Self, Damage> {
        // The version first: what another one has behind its head is not ours to judge.
        Bytes::open(bytes, Kind::Root)?;
        let (content, sum) = bytes.split_last_chunk::<8>().ok_or(Damage::Broken)?;
        if hash(content) != u64::from_le_bytes(*sum) {
            return Err(Damage::Broken);
        }
        let mut bytes = Bytes::open(content, Kind::Root)?;
        let length = bytes.count(1)?;
        let base = Level::read(&mut Bytes(bytes.take(length)?), 0)?;
        let delta = Level::read(&mut bytes, base.count)?;
        let before = ascending(&mut bytes, delta.count as usize)?;
        let gone = bytes.count(1)?;
        let superseded = ascending(&mut bytes, gone)?;
        if !bytes.0.is_empty() {
            return Err(Damage::Broken);
        }
        Ok(Self { levels: vec![base, delta], before, superseded })
    }

    /// How many sessions the archive has.
    pub fn sessions(&self) -> u32 {
        let all = self.levels.iter().fold(0_u32, |sum, level| sum.saturating_add(level.count));
        all.saturating_sub(u32::try_from(self.superseded.len()).unwrap_or(u32::MAX))
    }
}

impl Level {
    fn read(bytes: &mut Bytes<'_>, first: u32) -> Result<Self, Damage> {
        let count = bytes.small()?;
        first.checked_add(count).ok_or(Damage::Broken)?;
        let mut table = Vec::new();
        for _ in 0..count.div_ceil(super::PAGE_SESSIONS) {
            table.push(bytes.hash()?);
        }
        let mut frequent = Vec::new();
        let mut term = 0_u64;
        for _ in 0..bytes.count(2)? {
            term = term.checked_add(bytes.number()?).ok_or(Damage::Broken)?;
            frequent.push((term, bytes.take(1)?[0]));
        }
        let mut areas = Vec::new();
        for _ in 0..bytes.count(4)? {
            let (start, end, is_paged) = (bytes.small()?, bytes.small()?, bytes.number()? != 0);
            if start > end || end > count {
                return Err(Damage::Broken);
            }
            areas.push(Area { start, end, is_paged, parts: parts(bytes)? });
        }
        // Range follows range, from the first session to the last.
        let mut end = 0;
        for area in areas.get(1..).unwrap_or_default() {
            if area.start != end {
                return Err(Damage::Broken);
            }
            end = area.end;
        }
        if areas.len() < 2 || end != count {
            return Err(Damage::Broken);
        }
        Ok(Self { first, count, table, frequent, areas, names: bytes.hash()? })
    }

    /// How rare a term is by what is known here; a frequent one by its sessions, others by their characters, runs by their length.
    pub fn rarity(&self, term: u64) -> u32 {
        let [a, b] = super::grams::singles(term);
        match (self.class(term), super::grams::run_length(term)) {
            (Some(class), _) => class,
            (None, 0) => 64 + self.class(a).unwrap_or(32) + self.class(b).unwrap_or(32),
            (None, length) => 64 + 4 * length,
        }
    }

    /// Whether a term is one of the frequent ones.
    pub fn is_frequent(&self, term: u64) -> bool {
        self.class(term).is_some()
    }

    fn class(&self, term: u64) -> Option<u32> {
        let place = self.frequent.binary_search_by_key(&term, |(term, _)| *term).ok()?;
        Some(u32::from(self.frequent[place].1))
    }

    /// How many ranges of sessions there are.
    pub fn ranges(&self) -> usize {
        self.areas.len() - 1
    }

    /// The sessions of a range.
    pub fn range(&self, range: usize) -> std::ops::Range<u32> {
        let area = &self.areas[range + 1];
        area.start..area.end
    }
}

/// First terms and hashes of parts.
pub(super) fn parts(bytes: &mut Bytes<'_>) -> Result<Vec<(u64, u64)>, Damage> {
    let mut parts = Vec::new();
    let mut term = 0_u64;
    for _ in 0..bytes.count(9)? {
        term = term.checked_add(bytes.number()?).ok_or(Damage::Broken)?;
        parts.push((term, bytes.hash()?));
    }
    Ok(parts)
}

/// Numbers of which each is written as what it is more than the one before.
pub(super) fn ascending(bytes: &mut Bytes<'_>, count: usize) -> Result<Vec<u32>, Damage> {
    let mut numbers = Vec::new();
    let mut number = 0_u32;
    for _ in 0..count {
        number = number.checked_add(bytes.small()?).ok_or(Damage::Broken)?;
        numbers.push(number);
    }
    Ok(numbers)
}
