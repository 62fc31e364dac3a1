//! The parts of a ZIP, unpacked up to a limit, whatever size it states.

use crate::import::ImportError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A ZIP from which parts are read.
pub(in crate::import) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limit_bytes: u64,
    left: u64,
}

impl<'a> Parts<'a> {
    /// The ZIP; all parts that are read may have `limit_bytes` together.
    pub(in crate::import) fn new(bytes: &'a [u8], limit_bytes: u64) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken("ZIP", &error))?;
        Ok(Self { archive, limit_bytes, left: limit_bytes })
    }

    /// Whether there is such a part.
    pub(in crate::import) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part.
    pub(in crate::import) fn read(&mut self, name: &str) -> Result<Vec<u8>, ImportError> {
        let file = self.archive.by_name(name).map_err(|error| broken(name, &error))?;
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|error| broken(name, &error))?;
        let length = bytes.len() as u64;
        self.left = self.left.checked_sub(length).ok_or(ImportError::TooLarge { limit_bytes: self.limit_bytes })?;
        Ok(bytes)
    }

    /// A part as text.
    pub(in crate::import) fn read_text(&mut self, name: &str) -> Result<String, ImportError> {
        String::from_utf8(self.read(name)?).map_err(|error| broken(name, &error))
    }
}

fn broken(part: &str, error: &dyn std::error::Error) -> ImportError {
    ImportError::Broken { part: part.to_owned(), detail: error.to_string() }
}
