//! From bytes to text: byte order mark, encoding, and files that are plainly something else.

use super::error::{OtherFile, ReadError, ReadErrorKind as Kind};
use super::place::line_column;

/// First bytes of files that people open by mistake.
const SIGNATURES: &[(&[u8], OtherFile)] = &[
    (b"PK\x03\x04", OtherFile::Zip),
    (b"\xd0\xcf\x11\xe0", OtherFile::OldOffice),
    (b"%PDF", OtherFile::Pdf),
    (b"\x1f\x8b", OtherFile::Gzip),
    (b"\xff\xfe", OtherFile::Utf16),
    (b"\xfe\xff", OtherFile::Utf16),
];

/// The text of a file without its byte order mark.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    for (signature, file) in SIGNATURES {
        if bytes.starts_with(signature) {
            return Err(ReadError::whole(Kind::Other(*file)));
        }
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        ReadError::at(Kind::NotUtf8 { offset: start as u64 }, line_column(bytes, start), String::new())
    })?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(ReadError::whole(Kind::Empty));
    }
    if start.starts_with('<') {
        return Err(ReadError::whole(Kind::Other(OtherFile::Html)));
    }
    Ok(text)
}
