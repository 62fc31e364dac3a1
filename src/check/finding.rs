//! What a finding is. Data only: the sentences are in [`crate::i18n::findings`].

mod code;

use super::contradiction::Contradiction;
use super::terms::Thing;
use crate::budget::Check;
use crate::model::{BlockKind, Book, Direction, Unit};

/// Something in a readable file that its reader or its maker should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Where: a JSON path such as `$.agenda[2].votes[0]`.
    pub path: String,
    /// What it is.
    pub kind: FindingKind,
}

/// How bad a finding is. The worst comes first in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be trusted as it is: an id that names nothing or two things, a day that does not exist. It is not published.
    Error,
    /// Probably a mistake, perhaps of the source: figures or dates that contradict each other. It is published and shown as printed.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// A short stable name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What a finding is, with the figures and words it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A field that the format does not have, perhaps misspelled. It is not shown.
    UnknownField {
        /// Its name.
        name: String,
    },
    /// Invisible characters that could disguise a name; they were removed.
    HiddenCharacters {
        /// How many.
        count: u32,
    },
    /// Characters from the private use of old GBK systems that stand for known ones; these are read in their place.
    OldCharacters {
        /// How many.
        count: u32,
        /// The first of them.
        private: char,
        /// What it stands for.
        known: char,
    },
    /// Characters of private use that stand for nothing known; most devices show empty boxes.
    PrivateCharacters {
        /// How many.
        count: u32,
        /// The first of them.
        first: char,
    },
    /// The list of findings was cut off.
    More {
        /// How many are not listed.
        count: u32,
    },
    /// An id with nothing in it.
    BlankId {
        /// What it should name.
        thing: Thing,
    },
    /// An id with spaces, control characters or (for the session, whose id names a file) other than letters, digits, `-`, `_` and `.`.
    AwkwardId {
        /// What it names.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// Two things of one kind share an id.
    DuplicateId {
        /// What they are.
        thing: Thing,
        /// The id.
        id: String,
        /// Path of the first.
        first: String,
    },
    /// An id that names nothing in the file.
    Unresolved {
        /// What it should name.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// A correction of something that is not in the file.
    UnresolvedTarget {
        /// The id.
        id: String,
    },
    /// Parents in a circle.
    Cycle {
        /// What they are.
        thing: Thing,
        /// The id of one of them.
        id: String,
    },
    /// An agenda item lists a speech that says it belongs to another item.
    OtherAgenda {
        /// The speech.
        speech: String,
        /// The item that the speech names.
        agenda: String,
    },
    /// A title or name with nothing in it.
    BlankText,
    /// Not an ISO date, or a day that does not exist.
    BadDate {
        /// As written.
        date: String,
    },
    /// Not a clock time.
    BadTime {
        /// As written.
        time: String,
    },
    /// Figures or dates that contradict each other, as the source itself may print them.
    Contradiction(Contradiction),
    /// A sitting that ends at an earlier time than it began: on the next day.
    PastMidnight {
        /// When it began.
        start: String,
        /// When it ended.
        end: String,
    },
    /// A candidate that is neither a person nor a project, or both.
    UnclearCandidate,
    /// A heading without a level from 1 to 6.
    HeadingLevel,
    /// A block without the text or items that its kind lives by.
    EmptyBlock {
        /// The kind.
        block: BlockKind,
    },
    /// An address that is not http(s); it is shown as text, never as a link.
    BadLink {
        /// The address, shortened.
        url: String,
    },
    /// Not a SHA-256 in lower-case hexadecimal.
    BadSha256,
    /// Not a code of the budget classification.
    BadCode {
        /// As written.
        code: String,
    },
    /// Not an administrative division code of 6 to 12 digits.
    BadDivisionCode {
        /// As written.
        code: String,
    },
    /// A budget line whose parent is a line of another table.
    OtherTable {
        /// The id of the parent.
        id: String,
        /// Path of the line that has it.
        first: String,
    },
    /// A code of the other direction: 1… among expenditure, 2… among revenue.
    CodeDirection {
        /// The code.
        code: String,
        /// The direction of the table.
        direction: Direction,
    },
    /// A code that does not begin with that of the line that it is part of.
    CodeParent {
        /// The code.
        code: String,
        /// The code of the parent.
        parent: String,
    },
    /// A code that a line of the same table has.
    DuplicateCode {
        /// The code.
        code: String,
        /// Path of the first line with it.
        first: String,
    },
    /// A code of a class that belongs to one book only, in another one.
    CodeBook {
        /// The code.
        code: String,
        /// The book that it belongs to.
        book: Book,
    },
    /// A title or name says another unit than the one that applies.
    UnitContradiction {
        /// The unit in words.
        said: Unit,
        /// The unit that applies.
        applies: Unit,
    },
    /// A printed figure of a budget that its own figures contradict.
    Figures {
        /// The name of the line.
        name: String,
        /// The two figures.
        check: Box<Check>,
    },
    /// Figures too large to be checked.
    FiguresTooLarge {
        /// The name of the line.
        name: String,
    },
}
