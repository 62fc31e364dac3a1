//! The kinds of files that are a ZIP: what lies in it tells.

use crate::import::{ImportError, Kind};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How much of a small part is read.
const PART_BYTES: u64 = 1 << 20;

/// The kinds by a part that each of them has.
const BY_PART: [(&str, Result<Kind, &str>); 6] = [
    ("xl/workbook.xml", Ok(Kind::Xlsx)),
    ("xl/workbook.bin", Ok(Kind::Xlsb)),
    ("word/document.xml", Ok(Kind::Docx)),
    ("ppt/presentation.xml", Err("presentation")),
    ("ofd.xml", Err("ofd")),
    ("meta-inf/container.xml", Err("book")),
];

/// The kinds by what the list of parts or the first entry says; the longer ones first.
const BY_WORD: [(&str, Result<Kind, &str>); 11] = [
    ("vnd.ms-excel.sheet.binary", Ok(Kind::Xlsb)),
    ("spreadsheetml.sheet.main", Ok(Kind::Xlsx)),
    ("spreadsheetml.template.main", Ok(Kind::Xlsx)),
    ("vnd.ms-excel.sheet.macroenabled", Ok(Kind::Xlsx)),
    ("wordprocessingml.document.main", Ok(Kind::Docx)),
    ("wordprocessingml.template.main", Ok(Kind::Docx)),
    ("vnd.ms-word.document.macroenabled", Ok(Kind::Docx)),
    ("presentationml", Err("presentation")),
    ("vnd.oasis.opendocument.spreadsheet", Ok(Kind::Ods)),
    ("vnd.oasis.opendocument.text", Err("odt")),
    ("vnd.oasis.opendocument.presentation", Err("presentation")),
];

/// What the ZIP is.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, ImportError> {
    let broken = |error: zip::result::ZipError| ImportError::Broken { part: "ZIP".to_owned(), detail: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    for list in ["mimetype", "[Content_Types].xml"] {
        let words = part(&mut archive, list).to_ascii_lowercase();
        if let Some((_, found)) = BY_WORD.iter().find(|(word, _)| words.contains(word)) {
            return found.map_err(ImportError::Other);
        }
    }
    let has =
        |part: &str| archive.file_names().flatten().any(|name| name.replace('\\', "/").trim_start_matches('/').eq_ignore_ascii_case(part));
    let found = BY_PART.iter().find(|(part, _)| has(part));
    found.map_or(Err("archive"), |(_, found)| *found).map_err(ImportError::Other)
}

/// The beginning of a part as text; nothing where there is none.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    let mut text = Vec::new();
    if let Ok(file) = archive.by_name(name) {
        // What was read before a fault is enough to tell the kind.
        let _ = file.take(PART_BYTES).read_to_end(&mut text);
    }
    String::from_utf8_lossy(&text).into_owned()
}
