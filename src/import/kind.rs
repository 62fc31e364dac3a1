//! What the bytes of a file are. They decide, never its name: offices export web pages as `.xls`, and names are changed by hand.

mod packed;
mod written;

use crate::import::ole::{self, Ole};
use crate::import::{ImportError, Kind, Tool};

/// How far junk may stand before the mark of a PDF.
const JUNK_BYTES: usize = 1024;

/// How files that hold neither a table nor a text begin.
const OTHERS: [(&[u8], &str); 15] = [
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"(\xb5\x2f\xfd", "archive"),
    (b"SQLite format 3\0", "program"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
];

/// What the bytes are, or why they are not read.
pub fn kind(bytes: &[u8]) -> Result<Kind, ImportError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed::kind(bytes);
    }
    if bytes.starts_with(&ole::SIGNATURE) {
        return old_kind(bytes);
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if let Some(word) = other(bytes) {
        return Err(ImportError::Other(word));
    }
    if is_pdf_after_junk(bytes) {
        return Ok(Kind::Pdf);
    }
    written::kind(bytes)
}

/// Files of Office before 2007 and of WPS have one beginning; the names of their streams tell them apart.
fn old_kind(bytes: &[u8]) -> Result<Kind, ImportError> {
    let broken = || ImportError::Broken { part: "OLE".to_owned(), detail: "no directory".to_owned() };
    let ole = Ole::new(bytes).ok_or_else(broken)?;
    let has = |name| ole.has(name);
    if has("EncryptedPackage") {
        // A workbook and a document look alike from outside.
        Err(ImportError::Password(Tool::Workbook))
    } else if has("Workbook") || has("Book") {
        Ok(Kind::Xls)
    } else if has("WordDocument") {
        // The bit of a password in the header of the text.
        let flags = ole.stream("WordDocument").and_then(|text| ole::u16_at(&text, 10)).unwrap_or_default();
        Err(if flags & 0x0100 == 0 { ImportError::Old(Tool::Document) } else { ImportError::Password(Tool::Document) })
    } else if has("PowerPoint Document") {
        Err(ImportError::Other("presentation"))
    } else if has("__properties_version1.0") {
        Err(ImportError::Other("message"))
    } else {
        Err(ImportError::Unknown)
    }
}

fn other(bytes: &[u8]) -> Option<&'static str> {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let is_heic = bytes.get(4..8) == Some(b"ftyp");
    // Letters alone may begin a text: then zeros must follow.
    let is_binary = bytes.iter().take(64).any(|&byte| byte == 0);
    let found = OTHERS.iter().find(|(mark, _)| bytes.starts_with(mark) && (is_binary || mark.len() > 3 || !mark.is_ascii()));
    found.map(|(_, word)| *word).or((is_webp || is_heic).then_some("picture"))
}

fn is_pdf_after_junk(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(JUNK_BYTES)];
    let Some(at) = head.windows(5).position(|window| window == b"%PDF-") else { return false };
    matches!(bytes.get(at + 5..at + 8), Some([b'1' | b'2', b'.', b'0'..=b'9'])) && bytes[at..].windows(4).any(|window| window == b" obj")
}

#[cfg(test)]
pub(super) mod tests;
