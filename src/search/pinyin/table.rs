//! How characters are read: `public/pinyin.bin`, which `tests/host/pinyin.rs` makes.
//!
//! The file, all numbers with their low byte first:
//! - `YSPY`, the version (one byte), the FNV-1a of all that follows (four bytes);
//! - three numbers of two bytes: how long the syllables are, how many characters from U+4E00 on have a place, how many others;
//! - the syllables without tones, the commonest first, each with a line feed behind it, `v` for ü;
//! - the other characters in order, three bytes each;
//! - for each place one byte, its commonest reading: nothing (0), a syllable (1 to 254), or a rare one (255);
//! - for each place with a reading one byte: how many others it has; then those, one byte each;
//! - for every rare one so far, in order, one byte: its syllable less 254.
//!
//! Columns of like things compress best: gzip makes this file two thirds of its size, close to what the choice among syllables has to cost.

use crate::hash::fnv1a_32;

/// How characters are read.
pub struct Pinyin {
    /// The syllables, one after the other.
    letters: Vec<u8>,
    /// Where each syllable ends in `letters`, after a 0.
    ends: Vec<u16>,
    /// Characters that are not from U+4E00 on, in order.
    others: Vec<char>,
    /// For each place the number of its commonest syllable and one, or 0.
    first: Vec<u16>,
    /// Further readings: place and syllable, in order of places.
    more: Vec<(u16, u16)>,
}

const MAGIC: &[u8] = b"YSPY\x01";
const FIRST: u32 = 0x4e00;
const RARE: u8 = 255;

impl Pinyin {
    /// Reads the table; `None` if it is damaged or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let sum = number(take(&mut rest, 4)?);
        if sum != fnv1a_32(rest) {
            return None;
        }
        let lengths = [take(&mut rest, 2)?, take(&mut rest, 2)?, take(&mut rest, 2)?].map(|bytes| number(bytes) as usize);
        let (mut letters, mut ends) = (Vec::new(), vec![0]);
        for byte in take(&mut rest, lengths[0])? {
            match byte {
                b'\n' => ends.push(u16::try_from(letters.len()).ok()?),
                _ => letters.push(*byte),
            }
        }
        let others = take(&mut rest, lengths[2] * 3)?.chunks(3).map(|bytes| char::from_u32(number(bytes)));
        let others = others.collect::<Option<Vec<char>>>()?;
        let first = take(&mut rest, lengths[1] + lengths[2])?;
        let counts = take(&mut rest, first.iter().filter(|code| **code > 0).count())?;
        let further = take(&mut rest, counts.iter().map(|count| usize::from(*count)).sum())?;

        let mut table = Self { letters, ends, others, first: Vec::with_capacity(first.len()), more: Vec::with_capacity(further.len()) };
        // What is rare stands behind everything, in the order in which it is met: first all commonest readings, then the further ones.
        let (mut counts, mut further) = (counts, further);
        for code in first {
            let number = if *code == 0 { 0 } else { table.syllable(*code, &mut rest)? + 1 };
            table.first.push(number);
        }
        for (place, code) in first.iter().enumerate() {
            let count = if *code == 0 { 0 } else { take(&mut counts, 1)?[0] };
            for code in take(&mut further, usize::from(count))? {
                let syllable = table.syllable(*code, &mut rest)?;
                table.more.push((u16::try_from(place).ok()?, syllable));
            }
        }
        rest.is_empty().then_some(table)
    }

    /// The syllable of a code; that of a rare one is taken from `rare`.
    fn syllable(&self, code: u8, rare: &mut &[u8]) -> Option<u16> {
        let number = match code {
            RARE => 254 + u16::from(take(rare, 1)?[0]),
            _ => u16::from(code.checked_sub(1)?),
        };
        (usize::from(number) + 1 < self.ends.len()).then_some(number)
    }

    /// The readings of a character without tones, the commonest first; none for what is not in the table.
    pub fn readings(&self, c: char) -> impl Iterator<Item = &[u8]> {
        let (first, more) = self.numbers(c).unwrap_or((0, &[]));
        let first = first.checked_sub(1);
        first.into_iter().chain(more.iter().map(|(_, syllable)| *syllable)).filter_map(|number| {
            let at = usize::from(number);
            self.letters.get(usize::from(*self.ends.get(at)?)..usize::from(*self.ends.get(at + 1)?))
        })
    }

    fn numbers(&self, c: char) -> Option<(u16, &[(u16, u16)])> {
        let run = self.first.len() - self.others.len();
        let place = match (c as u32).checked_sub(FIRST) {
            Some(place) if (place as usize) < run => place as usize,
            _ => run + self.others.binary_search(&c).ok()?,
        };
        let from = self.more.partition_point(|(at, _)| usize::from(*at) < place);
        let more = self.more.get(from..)?;
        let count = more.iter().take_while(|(at, _)| usize::from(*at) == place).count();
        Some((*self.first.get(place)?, &more[..count]))
    }
}

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// The table that the page loads, for tests.
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
pub(crate) static PINYIN: std::sync::LazyLock<Pinyin> =
    std::sync::LazyLock::new(|| Pinyin::read(include_bytes!("../../../public/pinyin.bin")).unwrap());

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FILE: &[u8] = include_bytes!("../../../public/pinyin.bin");

    /// A file with the checksum that its contents ask for.
    fn summed(mut file: Vec<u8>) -> Vec<u8> {
        let sum = fnv1a_32(&file[9..]);
        file[5..9].copy_from_slice(&sum.to_le_bytes());
        file
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused() {
        assert!(Pinyin::read(FILE).is_some());
        let lengths = (0..3000).chain((3000..FILE.len()).step_by(97)).chain(FILE.len() - 100..FILE.len());
        for length in lengths {
            assert!(Pinyin::read(&FILE[..length]).is_none(), "{length}");
            // The checksum alone would refuse it; so do the lengths.
            if length > 9 {
                assert!(Pinyin::read(&summed(FILE[..length].to_vec())).is_none(), "{length} with a checksum");
            }
        }
        assert!(Pinyin::read(&summed([FILE, b"\x01"].concat())).is_none());
    }

    #[test]
    fn another_version_is_refused() {
        let mut file = FILE.to_vec();
        file[4] = 2;
        assert!(Pinyin::read(&file).is_none());
    }

    proptest! {
        #[test]
        fn a_changed_bit_is_found(at in 0..FILE.len(), bit in 0_u8..8) {
            let mut file = FILE.to_vec();
            file[at] ^= 1 << bit;
            prop_assert!(Pinyin::read(&file).is_none());
        }

        #[test]
        fn damage_that_the_checksum_does_not_find_does_no_harm(changes in proptest::collection::vec((9_usize..4000, 0_u8..), 1..9), c in proptest::char::any()) {
            let mut file = FILE.to_vec();
            for (at, byte) in changes {
                file[at] = byte;
            }
            if let Some(table) = Pinyin::read(&summed(file)) {
                prop_assert!(table.readings(c).chain(table.readings('重')).all(|syllable| syllable.len() < 4000));
            }
        }

        #[test]
        fn noise_is_refused(bytes in proptest::collection::vec(0_u8.., 0..400)) {
            prop_assert!(Pinyin::read(&summed([MAGIC, &[0; 4], &bytes].concat())).is_none_or(|table| table.readings('中').count() <= bytes.len()));
        }
    }
}
