//! Why bytes are not a session. Data only: the sentences are in [`crate::i18n::findings`].

use crate::model::DecimalError;
use crate::order::ordered;

/// So many errors of one file are told at once; who has more mends it in several turns.
pub(super) const MOST: usize = 50;

/// What keeps a file from being read, and where it stands; with what else does.
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
    /// What else keeps the file from being read, in its order: whoever mends it need not open it once for each fault.
    pub more: Vec<ReadError>,
}

impl ReadError {
    /// An error of the file as a whole.
    pub const fn whole(kind: ReadErrorKind) -> Self {
        Self::at(kind, (0, 0), String::new())
    }

    /// An error at a line and a column.
    pub const fn at(kind: ReadErrorKind, (line, column): (u32, u32), path: String) -> Self {
        Self { kind, line, column, path, more: Vec::new() }
    }

    /// Several errors as one, in the order of the file; nothing where there are none.
    pub(super) fn joined(all: &[Self]) -> Option<Self> {
        let mut all = ordered(all, |a, b| (a.line, a.column).cmp(&(b.line, b.column))).into_iter().take(MOST);
        let first = all.next()?;
        Some(Self { more: all.collect(), ..first })
    }

    /// It and all that was found with it, in the order of the file.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.more)
    }

    /// Whether it is of what stands at `path`, or of something that holds it.
    pub(super) fn covers(&self, path: &str) -> bool {
        let rest = path.strip_prefix(self.path.as_str()).unwrap_or("\0");
        match &self.kind {
            ReadErrorKind::Missing { field } => {
                let below = rest.strip_prefix('.').and_then(|rest| rest.strip_prefix(field.as_str()));
                below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            }
            _ => rest.is_empty() || rest.starts_with('.'),
        }
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
        /// The name of the list, as in the schema.
        list: &'static str,
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
