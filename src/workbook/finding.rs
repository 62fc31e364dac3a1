//! What is to be said of a workbook that was read, as data: the sentences are in [`crate::i18n`].

use crate::check::Severity;
use crate::read::ReadErrorKind;

/// Something to say, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The name of the sheet.
    pub sheet: String,
    /// The cell as `B5`, or the row as `5`; empty where it is the sheet.
    pub cell: String,
    /// What.
    pub problem: Problem,
}

/// What is to be said of a cell, a row or a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The sheet is none of the session's, and was not read.
    UnknownSheet,
    /// No row with the headings of the sheet.
    NoHeadings,
    /// A column with a heading that is none of the sheet's; it was not read.
    UnknownColumn {
        /// The heading.
        heading: String,
    },
    /// Written in another way than it should be; what it was read as.
    Repaired {
        /// What stands there.
        text: String,
        /// What it was read as.
        read: String,
    },
    /// A blank where the id of what the row is part of should be: it is that of the row above.
    Inherited,
    /// Not what the column holds; it was kept as it is where `is_kept`, else left out.
    Unclear {
        /// What stands there.
        text: String,
        /// The heading of the column.
        heading: String,
        /// The words that may stand there; none where the column is of no closed list.
        words: Vec<String>,
        /// Whether it was kept.
        is_kept: bool,
    },
    /// A merged cell counts for each row that it takes.
    Merged {
        /// How many rows.
        rows: u32,
    },
    /// A row without an id got one.
    Named {
        /// The id.
        id: String,
    },
    /// A row that is part of something that is not there; it was left out.
    NoWhole {
        /// The ids that it names.
        keys: Vec<String>,
        /// The sheet where they should be.
        sheet: &'static str,
    },
    /// The cells of the rest hold no JSON; they were left out.
    NotJson,
    /// A required value is missing.
    Missing {
        /// The heading of its column, or the name of the field.
        heading: String,
    },
    /// Formulas without a stored result, which were read as blanks.
    WithoutResult {
        /// How many.
        count: usize,
    },
    /// Errors such as `#DIV/0!`, which were read as blanks.
    Errors {
        /// How many.
        count: usize,
    },
    /// Nothing from here on was read.
    Cut,
    /// Something else that keeps the session from being read.
    Unreadable(ReadErrorKind),
}

impl Problem {
    /// How bad it is: an error keeps the session from being read, a warning lost something, a note did not.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Missing { .. } | Self::Cut | Self::Unreadable(_) => Severity::Error,
            Self::Repaired { .. }
            | Self::Inherited
            | Self::Merged { .. }
            | Self::Named { .. }
            | Self::UnknownSheet
            | Self::Unclear { is_kept: true, .. } => Severity::Note,
            _ => Severity::Warning,
        }
    }
}
