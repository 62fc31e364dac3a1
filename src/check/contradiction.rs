//! What contradicts itself in a source. Data only: the words are in [`crate::i18n::findings`].

use super::terms::{Listed, Moment, Quantity};
use crate::model::Decimal;

/// Figures or dates that a source may print although they contradict each other. They are published and shown as printed, with this beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// Two dates or times in the wrong order.
    Reversed {
        /// What should come first.
        early: Moment,
        /// When it is.
        early_at: String,
        /// What should come after.
        late: Moment,
        /// When it is.
        late_at: String,
    },
    /// A sitting before or after the session.
    OutsideSession {
        /// Day of the sitting.
        date: String,
        /// First day of the session.
        start: String,
        /// Last day of the session.
        end: String,
    },
    /// A part that is larger than its whole.
    Exceeds {
        /// The part.
        part: Quantity,
        /// Its number.
        count: u64,
        /// The whole.
        whole: Quantity,
        /// Its number.
        limit: u64,
    },
    /// Two figures that should be the same.
    Differs {
        /// The sum of the parts.
        sum: Quantity,
        /// Its number.
        count: u64,
        /// The whole.
        whole: Quantity,
        /// Its number.
        limit: u64,
    },
    /// A quorum is claimed, but half or fewer were present.
    NoQuorum {
        /// Present.
        present: u32,
        /// Expected.
        expected: u32,
    },
    /// The source declares another number than is listed.
    DeclaredDiffers {
        /// Of what.
        list: Listed,
        /// Number declared.
        declared: u32,
        /// Number listed.
        listed: u32,
    },
    /// A period that is not in the fiscal year.
    PeriodYear {
        /// The date.
        date: String,
        /// The fiscal year.
        fiscal_year: u16,
    },
    /// A progress of more than 100.
    MoreThanAll {
        /// As written.
        percent: Decimal,
    },
    /// A progress of less than 0.
    BadProgress {
        /// As written.
        percent: Decimal,
    },
}

impl Contradiction {
    /// A short stable name for programs.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Reversed { .. } => "reversed",
            Self::OutsideSession { .. } => "outside_session",
            Self::Exceeds { .. } => "exceeds",
            Self::Differs { .. } => "differs",
            Self::NoQuorum { .. } => "no_quorum",
            Self::DeclaredDiffers { .. } => "declared_differs",
            Self::PeriodYear { .. } => "period_year",
            Self::MoreThanAll { .. } => "more_than_all",
            Self::BadProgress { .. } => "bad_progress",
        }
    }
}
