//! The container of Office before 2007 (MS-CFB): the names of its streams, and their bytes.

/// How files of this container begin.
pub(super) const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Sector numbers from here on end a chain or mean nothing.
const FIRST_SPECIAL: u32 = 0xffff_fffa;

/// Streams below this size lie in the small sectors.
const SMALL_STREAM: u64 = 4096;

const SMALL_SECTOR: usize = 64;
const ENTRY: usize = 128;

/// A container whose directory can be read.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
    entries: Vec<Entry>,
    small_next: Vec<u32>,
    small: Vec<u8>,
}

struct Entry {
    name: String,
    is_stream: bool,
    start: u32,
    size: u64,
}

impl<'a> Ole<'a> {
    /// The container, or none where its header or directory is broken.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(&SIGNATURE) {
            return None;
        }
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut ole = Self { bytes, sector, next: Vec::new(), entries: Vec::new(), small_next: Vec::new(), small: Vec::new() };
        ole.next = ole.sector_table()?;
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX);
        ole.entries = directory.chunks_exact(ENTRY).filter_map(|entry| Entry::read(entry, sector == 512)).collect();
        let root = ole.entries.first()?;
        let (root_start, root_size) = (root.start, usize::try_from(root.size).unwrap_or(usize::MAX));
        ole.small_next = words(&ole.chain(u32_at(bytes, 60)?, usize::MAX));
        ole.small = ole.chain(root_start, root_size);
        Some(ole)
    }

    /// Whether it has a stream or storage of this name, in letters of either case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream, fewer where the file is cut off.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.is_stream && entry.name.eq_ignore_ascii_case(name))?;
        let size = usize::try_from(entry.size).ok()?;
        Some(if entry.size < SMALL_STREAM {
            follow(entry.start, &self.small_next, size, |at| chunk(&self.small, at, SMALL_SECTOR, 0))
        } else {
            self.chain(entry.start, size)
        })
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        follow(start, &self.next, size, |at| chunk(self.bytes, at, self.sector, self.sector))
    }

    /// Which sector follows which: the table is itself in sectors, which the header and then a chain list.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut list = words(self.bytes.get(76..512)?);
        let mut further = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        while further < FIRST_SPECIAL && steps < most {
            let mut part = words(chunk(self.bytes, further, self.sector, self.sector)?);
            further = part.pop()?;
            list.extend(part);
            steps += 1;
        }
        let in_use = list.into_iter().filter(|&at| at < FIRST_SPECIAL).take(most);
        Some(in_use.filter_map(|at| chunk(self.bytes, at, self.sector, self.sector)).flat_map(words).take(most).collect())
    }
}

impl Entry {
    fn read(bytes: &[u8], is_small_version: bool) -> Option<Self> {
        let units: Vec<u16> =
            bytes.get(..64)?.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).take_while(|&unit| unit != 0).collect();
        let kind = *bytes.get(66)?;
        let low = u64::from(u32_at(bytes, 120)?);
        // The upper half is not always cleared in files of version 3.
        let high = if is_small_version { 0 } else { u64::from(u32_at(bytes, 124)?) };
        (kind != 0).then_some(Self {
            name: String::from_utf16_lossy(&units),
            is_stream: kind == 2,
            start: u32_at(bytes, 116)?,
            size: low | high << 32,
        })
    }
}

/// Follows a chain; each sector is taken once at most, so that a ring ends.
fn follow<'b>(start: u32, next: &[u32], size: usize, sector: impl Fn(u32) -> Option<&'b [u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = start;
    let mut steps = 0;
    while at < FIRST_SPECIAL && bytes.len() < size && steps <= next.len() {
        let Some(part) = sector(at) else { break };
        bytes.extend_from_slice(&part[..part.len().min(size - bytes.len())]);
        let Some(&following) = next.get(at as usize) else { break };
        at = following;
        steps += 1;
    }
    bytes
}

/// A sector, the last one also where the file ends within it.
fn chunk(bytes: &[u8], at: u32, size: usize, offset: usize) -> Option<&[u8]> {
    let start = (at as usize).checked_mul(size)?.checked_add(offset)?;
    let end = start.checked_add(size)?.min(bytes.len());
    bytes.get(start..end).filter(|part| !part.is_empty())
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

/// A number of two bytes, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

/// A number of four bytes, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
pub(super) mod tests {
    use super::*;

    /// A container with one stream, in sectors of 512 bytes.
    pub(in crate::import) fn container(name: &str, stream: &[u8]) -> Vec<u8> {
        let mut stream = stream.to_vec();
        stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
        let sectors = u32::try_from(stream.len() / 512).unwrap();
        let mut bytes = vec![0; 512];
        bytes[..8].copy_from_slice(&SIGNATURE);
        bytes[30] = 9;
        bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
        for at in (60..512).step_by(4) {
            bytes[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        }
        bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
        let mut table = vec![u32::MAX; 128];
        table[0] = 0xffff_fffd;
        table[1] = 0xffff_fffe;
        for at in 2..sectors + 2 {
            table[at as usize] = if at == sectors + 1 { 0xffff_fffe } else { at + 1 };
        }
        bytes.extend(table.into_iter().flat_map(u32::to_le_bytes));
        let mut directory = vec![0; 512];
        for (at, name, kind, start, size) in [(0, "Root Entry", 5, u32::MAX, 0), (128, name, 2, 2, sectors * 512)] {
            for (i, unit) in name.encode_utf16().enumerate() {
                directory[at + 2 * i..at + 2 * i + 2].copy_from_slice(&unit.to_le_bytes());
            }
            directory[at + 66] = kind;
            directory[at + 116..at + 120].copy_from_slice(&start.to_le_bytes());
            directory[at + 120..at + 124].copy_from_slice(&size.to_le_bytes());
        }
        bytes.extend(directory);
        bytes.extend(stream);
        bytes
    }

    #[test]
    fn streams_are_found_by_name() {
        let bytes = container("Workbook", b"\x09\x08");
        let ole = Ole::new(&bytes).unwrap();
        assert!(ole.has("workbook") && !ole.has("Book"));
        let stream = ole.stream("Workbook").unwrap();
        assert_eq!((stream.len(), &stream[..2]), (4096, &b"\x09\x08"[..]));
    }

    #[test]
    fn a_ring_of_sectors_ends() {
        let mut bytes = container("Workbook", &[1; 5000]);
        for at in (512..1024).step_by(4) {
            bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
        assert!(Ole::new(&bytes).is_some());
        for length in 0..bytes.len().min(2048) {
            let _ = Ole::new(&bytes[..length]);
        }
    }
}
