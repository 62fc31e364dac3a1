//! A ZIP file with stored (uncompressed) entries, so that files that belong together are one download. Format: PKWARE APPNOTE 6.3.
//!
//! There is no clock in it: every entry is of 1 January 1980, the first day that the format can hold, so the same entries are the same bytes.

/// Names are UTF-8 (general purpose bit 11).
const FLAGS: u16 = 0x0800;
/// Needs version 2.0 to extract.
const VERSION: u16 = 20;
/// 1980-01-01.
const DATE: u16 = 0x0021;

/// The entries are more, or larger, than the format without its 64-bit extension can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too large for a ZIP file")]
pub struct TooLarge;

/// Packs entries of name and bytes. Names are the caller's own, never text from a file. Fails where a size or a number does not fit: 4 GiB in
/// all, 65,535 entries.
pub fn zip(entries: &[(&str, &[u8])]) -> Result<Vec<u8>, TooLarge> {
    // Before anything is read or copied.
    let total = entries.iter().try_fold(0_usize, |sum, (_, bytes)| sum.checked_add(bytes.len()));
    size(total.ok_or(TooLarge)?)?;
    let count = short(entries.len())?;
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in entries {
        let (offset, length) = (size(out.len())?, size(bytes.len())?);
        let mut common = Vec::new();
        for field in [VERSION, FLAGS, 0, 0, DATE] {
            put16(&mut common, field);
        }
        for field in [crc32fast::hash(bytes), length, length] {
            put32(&mut common, field);
        }
        put16(&mut common, short(name.len())?);
        put16(&mut common, 0);

        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&common);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(bytes);

        directory.extend_from_slice(b"PK\x01\x02");
        put16(&mut directory, VERSION);
        directory.extend_from_slice(&common);
        // No comment, first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        put32(&mut directory, offset);
        directory.extend_from_slice(name.as_bytes());
    }
    let start = size(out.len())?;
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    put16(&mut out, count);
    put16(&mut out, count);
    put32(&mut out, size(directory.len())?);
    put32(&mut out, start);
    put16(&mut out, 0);
    Ok(out)
}

fn put16(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn size(length: usize) -> Result<u32, TooLarge> {
    u32::try_from(length).map_err(|_| TooLarge)
}

fn short(length: usize) -> Result<u16, TooLarge> {
    u16::try_from(length).map_err(|_| TooLarge)
}
