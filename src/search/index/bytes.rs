//! Reading and naming the files of the index: plain loops over bytes, every step checked.

/// The hash of a file's content, which is its name. It tells accidents, not forgers: whoever can write the files of an archive can write its
/// root, too.
pub use crate::hash::fnv1a_64 as hash;

/// What every file of an index begins with, before its version and its kind.
pub const MAGIC: [u8; 3] = *b"YSI";
/// The version of the format that this program writes and reads.
pub const VERSION: u8 = 1;

/// What a file of an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// `root.bin`.
    Root = b'R',
    /// A page of a directory: terms to chunks.
    Page = b'P',
    /// A chunk of lists of sessions, by term.
    Lists = b'L',
    /// A page of the table of sessions.
    Table = b'T',
    /// The directory of names.
    Names = b'D',
    /// A shard of names.
    Shard = b'N',
}

/// Why a file of an index cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It is cut off, or its bytes are not those that were written, or not those that were asked for.
    #[error("damaged")]
    Broken,
    /// It was written by another version of the program.
    #[error("version {found}")]
    Version {
        /// The version it says.
        found: u8,
    },
}

/// Bytes yet to be read.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    /// The content of a file after its head, which must be of this version and `kind`.
    pub fn open(bytes: &'a [u8], kind: Kind) -> Result<Self, Damage> {
        match bytes {
            [a, b, c, version, rest @ ..] if [*a, *b, *c] == MAGIC => match rest {
                _ if *version != VERSION => Err(Damage::Version { found: *version }),
                [found, rest @ ..] if *found == kind as u8 => Ok(Self(rest)),
                _ => Err(Damage::Broken),
            },
            _ => Err(Damage::Broken),
        }
    }

    /// A whole number: seven bits a byte, low ones first.
    #[inline(never)]
    pub fn number(&mut self) -> Result<u64, Damage> {
        let mut value = 0;
        for shift in (0..63).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or(Damage::Broken)?;
            self.0 = rest;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(Damage::Broken)
    }

    /// A whole number that fits into 32 bits.
    pub fn small(&mut self) -> Result<u32, Damage> {
        u32::try_from(self.number()?).map_err(|_| Damage::Broken)
    }

    /// How many things follow, each of at least `least` bytes: a number that is too large for what is there is damage, so that nothing is
    /// set aside for it.
    pub fn count(&mut self, least: usize) -> Result<usize, Damage> {
        let count = self.small()? as usize;
        if count.saturating_mul(least) <= self.0.len() { Ok(count) } else { Err(Damage::Broken) }
    }

    /// The next `length` bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Damage::Broken)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A text with its length before it.
    pub fn text(&mut self) -> Result<&'a str, Damage> {
        let length = self.count(1)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Damage::Broken)
    }

    /// The hash that names a file.
    pub fn hash(&mut self) -> Result<u64, Damage> {
        let bytes = self.take(8)?.try_into().map_err(|_| Damage::Broken)?;
        Ok(u64::from_le_bytes(bytes))
    }
}

/// The path of the file whose content has this hash, in the folder of the index.
///
/// ```
/// assert_eq!(yishi::search::index::path(0x3f), "00/000000000000003f.bin");
/// ```
pub fn path(hash: u64) -> String {
    let mut path = String::with_capacity(23);
    for place in (0..16).rev() {
        path.push(char::from(b"0123456789abcdef"[(hash >> (place * 4) & 15) as usize]));
    }
    let folder = path[..2].to_owned();
    folder + "/" + &path + ".bin"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_written_and_never_beyond_the_end() {
        for (bytes, value) in [(&[0][..], 0), (&[127], 127), (&[128, 1], 128), (&[255, 255, 255, 255, 15], u64::from(u32::MAX))] {
            assert_eq!(Bytes(bytes).number(), Ok(value));
        }
        for bytes in [&[][..], &[128], &[255; 9], &[255; 20]] {
            assert_eq!(Bytes(bytes).number(), Err(Damage::Broken));
        }
        assert_eq!(Bytes(&[128, 128, 128, 128, 16]).small(), Err(Damage::Broken));
        assert_eq!(Bytes(&[200, 1, 0]).count(1), Err(Damage::Broken));
    }

    #[test]
    fn a_file_is_named_after_the_hash_of_its_content() {
        assert_eq!(path(hash(b"a")), "af/af63dc4c8601ec8c.bin");
    }
}
