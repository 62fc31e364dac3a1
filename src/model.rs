//! What a session is: plain, immutable types with typed ids and exact amounts.
//!
//! `model` does no I/O, knows no language of the interface and never fails: what can be wrong with a file is found by
//! [`crate::read`] and [`crate::check`].

mod amount;
mod budget;
mod characters;
mod date;
mod follow_up;
mod ids;
mod link;
mod proceedings;
mod session;
mod sitting;
mod text;
mod votes;

pub use amount::{Decimal, DecimalError, Unit};
pub use budget::{Amounts, Book, Budget, BudgetTable, Direction, Line, Period, Printed, Role, Stage, YoyKind};
pub use characters::{Fate, fate, first, is_hidden, is_odd, is_selector, known, length};
pub use date::{Civil, Date, Time, days_in_month};
pub use follow_up::{
    Happening, Milestone, Outcome, OutcomeCounts, Project, Satisfaction, SatisfactionCounts, Selection, Suggestion, SuggestionKind,
    SuggestionTotals,
};
pub use ids::{
    AgendaId, BlockId, BudgetId, DocumentId, LineId, PersonId, ProjectId, ResolutionId, SessionId, SittingId, SourceId, SpeechId,
    SuggestionId, TableId, VoteId,
};
pub use link::link_host;
pub use proceedings::{
    Action, AgendaItem, AgendaKind, AgendaResult, AgendaState, Block, BlockKind, DeputyChangeKind, Document, Resolution, ResolutionKind,
    Speech, SpeechKind, TextStatus, VoteMethod, VoteResult,
};
pub use session::{Assembly, Basis, Correction, Dates, Declared, Level, Person, Post, Session, SessionKind, Source, Status, Term};
pub use sitting::{Attendance, Sitting, SittingKind};
pub use text::{Stated, Text};
pub use votes::{Ballots, Candidate, Counts, DeputyChange, Vote};

/// The format that this program writes and reads.
pub const FORMAT: &str = "yishi-session/1";

/// The format of the catalogue of an archive.
pub const CATALOGUE_FORMAT: &str = "yishi-catalogue/1";
