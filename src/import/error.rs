//! Why a foreign file cannot be read, as data: the sentences are in [`crate::i18n`].

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the bytes of a file are, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A workbook of Excel since 2007 (`.xlsx`, `.xlsm`).
    Xlsx,
    /// A workbook of Excel since 2007 in its binary form (`.xlsb`).
    Xlsb,
    /// A workbook of Excel before 2007 (`.xls`), or of WPS (`.et`).
    Xls,
    /// A workbook of `LibreOffice` (`.ods`).
    Ods,
    /// A workbook as XML of Excel 2003 (`SpreadsheetML`).
    Xml2003,
    /// Values between commas, tabs or semicolons.
    Csv,
    /// A document of Word since 2007 (`.docx`).
    Docx,
    /// A web page, also one that calls itself `.xls` or `.doc`.
    Html,
    /// A PDF.
    Pdf,
    /// Plain text.
    Text,
}

/// The program that can save a file anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Excel or WPS, as `.xlsx`.
    Workbook,
    /// Word or WPS, as `.docx`.
    Document,
}

/// Why a foreign file cannot be read. Messages for people come from `i18n`; these are for logs.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It holds nothing.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of no kind that is read.
    #[error("a file of an unknown kind")]
    Unknown,
    /// It has a password, which is taken off in the program that set it.
    #[error("the file has a password")]
    Password(Tool),
    /// It is of a program before 2007 and is to be saved anew.
    #[error("a file of an old kind")]
    Old(Tool),
    /// It is a presentation, a picture or an archive: nothing that holds a table or a text.
    #[error("a file of another kind: {0}")]
    Other(&'static str),
    /// Every page is a picture: there is no text to read.
    #[error("a PDF without text")]
    PicturesOnly,
    /// The file is larger than is read, packed or unpacked.
    #[error("more than {limit_bytes} bytes")]
    TooLarge {
        /// The limit.
        limit_bytes: u64,
    },
    /// A part of the file is missing or broken.
    #[error("broken at {part}: {detail}")]
    Broken {
        /// Which part: the name within the ZIP, a page, a line.
        part: String,
        /// What is wrong with it, of the reader or its library, in English.
        detail: String,
    },
}
