//! Why bytes are not a session. Data only: the sentences are in [`crate::i18n::findings`].

use crate::model::DecimalError;

/// The one thing that keeps a file from being read, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} at line {line}, column {column} ({path})", kind.code())]
pub struct ReadError {
    /// What is wrong.
    pub kind: ReadErrorKind,
    /// Line, from 1; 0 where the error is of the file as a whole.
    pub line: u32,
    /// Column in characters, from 1; 0 where the error is of the file as a whole.
    pub column: u32,
    /// JSON path such as `$.agenda[2].kind`; empty where the file is not JSON.
    pub path: String,
}

impl ReadError {
    /// An error of the file as a whole.
    pub const fn whole(kind: ReadErrorKind) -> Self {
        Self { kind, line: 0, column: 0, path: String::new() }
    }
}

/// What keeps a file from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Larger than [`super::LIMIT_BYTES`].
    TooLarge {
        /// Size of the file.
        bytes: u64,
        /// The limit.
        limit_bytes: u64,
    },
    /// Nothing but white space.
    Empty,
    /// Bytes that are not UTF-8 text.
    NotUtf8 {
        /// The first such byte, from 0, not counting a byte order mark.
        offset: u64,
    },
    /// A file of another known kind.
    Other(OtherFile),
    /// Text that is not JSON.
    NotJson(Syntax),
    /// JSON that breaks off.
    Truncated,
    /// JSON nested too deep for any session.
    TooDeep,
    /// JSON, but no session file; with what the file says of its own format, if anything.
    NotASession {
        /// The value of `format`.
        says: Option<String>,
    },
    /// A session file of a later format than this program knows.
    Newer {
        /// The value of `format`.
        says: String,
    },
    /// JSON, but no catalogue.
    NotACatalogue {
        /// The value of `format`.
        says: Option<String>,
    },
    /// A session file where a catalogue was expected.
    SessionInstead,
    /// The catalogue of an archive where a session was expected.
    CatalogueInstead,
    /// A required field is missing.
    Missing {
        /// Its name.
        field: String,
    },
    /// A required field is there, but empty.
    Blank {
        /// Its name.
        field: String,
    },
    /// Neither the session nor any sitting has a date.
    NoDate,
    /// A field is given twice.
    Twice {
        /// Its name.
        field: String,
    },
    /// A word outside a closed list.
    UnknownWord {
        /// The word in the file.
        word: String,
        /// The words that may stand there.
        allowed: Vec<String>,
    },
    /// A value of the wrong type or outside its range.
    WrongType {
        /// What is there.
        found: Found,
        /// What should be there.
        expected: Expected,
    },
    /// A number that cannot be held as an exact amount.
    BadAmount(DecimalError),
    /// Anything else, in the parser's own words.
    Unclear {
        /// The parser's words.
        detail: String,
    },
}

impl ReadErrorKind {
    /// A short stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
            Self::Empty => "empty",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::Other(_) => "other_file",
            Self::NotJson(_) => "not_json",
            Self::Truncated => "truncated",
            Self::TooDeep => "too_deep",
            Self::NotASession { .. } => "not_a_session",
            Self::Newer { .. } => "newer_format",
            Self::NotACatalogue { .. } => "not_a_catalogue",
            Self::SessionInstead => "session_instead",
            Self::CatalogueInstead => "catalogue_instead",
            Self::Missing { .. } => "missing_field",
            Self::Blank { .. } => "blank_field",
            Self::NoDate => "no_date",
            Self::Twice { .. } => "field_twice",
            Self::UnknownWord { .. } => "unknown_word",
            Self::WrongType { .. } => "wrong_type",
            Self::BadAmount(_) => "bad_amount",
            Self::Unclear { .. } => "unclear",
        }
    }
}

/// Files that people open by mistake, told apart by their first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherFile {
    /// A page: often a sign-in or "not found" page sent in place of the file.
    Html,
    /// docx, xlsx, zip.
    Zip,
    /// doc, xls.
    OldOffice,
    /// PDF.
    Pdf,
    /// gzip.
    Gzip,
    /// Text that is not JSON at all, such as an article.
    Text,
    /// Text in UTF-16, as Windows Notepad saves "Unicode".
    Utf16,
}

/// What breaks the rules of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// No value where one must stand.
    Value,
    /// `:` missing after a name.
    Colon,
    /// `,` or a closing bracket missing.
    CommaOrEnd,
    /// A comma before a closing bracket.
    TrailingComma,
    /// Something after the end.
    Trailing,
    /// A name not in double quotes.
    Name,
    /// A wrong `\` escape in a string.
    Escape,
    /// A line break or another control character inside a string.
    Control,
    /// A malformed number.
    Number,
    /// Anything else.
    Else,
}

/// What stands where something else is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number, as written.
    Number(String),
    /// A string, shortened.
    Text(String),
    /// `[…]`
    List,
    /// `{…}`
    Object,
}

/// What should stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number from 0 to the limit.
    Whole {
        /// The largest number possible.
        max: u64,
    },
    /// A list.
    List,
    /// An object.
    Object,
    /// A string, number, `true` or `false`, but no list or object.
    Simple,
    /// One of a closed list of words.
    Word,
}
