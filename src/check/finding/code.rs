//! The short names of findings, and which of them a source may be the cause of.

use super::FindingKind;
use crate::budget::{Rule, Verdict};

impl FindingKind {
    /// A short stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownField { .. } => "unknown_field",
            Self::HiddenCharacters { .. } => "hidden_characters",
            Self::OldCharacters { .. } => "old_characters",
            Self::PrivateCharacters { .. } => "private_characters",
            Self::More { .. } => "more",
            Self::BlankId { .. } => "blank_id",
            Self::AwkwardId { .. } => "awkward_id",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::Unresolved { .. } => "unresolved",
            Self::UnresolvedTarget { .. } => "unresolved_target",
            Self::Cycle { .. } => "cycle",
            Self::OtherAgenda { .. } => "other_agenda",
            Self::BlankText => "blank_text",
            Self::BadDate { .. } => "bad_date",
            Self::BadTime { .. } => "bad_time",
            Self::Reversed { .. } => "reversed",
            Self::PastMidnight { .. } => "past_midnight",
            Self::OutsideSession { .. } => "outside_session",
            Self::Exceeds { .. } => "exceeds",
            Self::Differs { .. } => "differs",
            Self::NoQuorum { .. } => "no_quorum",
            Self::DeclaredDiffers { .. } => "declared_differs",
            Self::UnclearCandidate => "unclear_candidate",
            Self::HeadingLevel => "heading_level",
            Self::EmptyBlock { .. } => "empty_block",
            Self::BadLink { .. } => "bad_link",
            Self::BadSha256 => "bad_sha256",
            Self::BadCode { .. } => "bad_code",
            Self::BadDivisionCode { .. } => "bad_division_code",
            Self::MoreThanAll { .. } => "more_than_all",
            Self::BadProgress { .. } => "bad_progress",
            Self::OtherTable { .. } => "other_table",
            Self::CodeDirection { .. } => "code_direction",
            Self::CodeParent { .. } => "code_parent",
            Self::DuplicateCode { .. } => "duplicate_code",
            Self::CodeBook { .. } => "code_book",
            Self::UnitContradiction { .. } => "unit_contradiction",
            Self::PeriodYear { .. } => "period_year",
            Self::FiguresTooLarge { .. } => "figures_too_large",
            Self::Figures { check, .. } => match check.rule {
                Rule::Parts => "parts_differ",
                Rule::Total => "total_differs",
                Rule::OfWhich => "part_exceeds",
                Rule::Balance => "balance_differs",
                Rule::Completion if check.remark.is_some() => "completion_of_initial",
                Rule::Completion => match check.verdict {
                    Verdict::Differs => "completion_differs",
                    _ => "completion_rounded",
                },
                Rule::YearOnYear => match check.verdict {
                    Verdict::Differs => "yoy_differs",
                    _ => "yoy_rounded",
                },
                Rule::NoPrior => "yoy_of_nothing",
                Rule::NoBudget => "completion_of_nothing",
            },
        }
    }

    /// Whether figures or dates contradict each other, which the source itself may print: to be shown beside them, both numbers and all.
    pub const fn is_of_source(&self) -> bool {
        matches!(
            self,
            Self::Reversed { .. }
                | Self::OutsideSession { .. }
                | Self::Exceeds { .. }
                | Self::Differs { .. }
                | Self::NoQuorum { .. }
                | Self::DeclaredDiffers { .. }
                | Self::PeriodYear { .. }
                | Self::Figures { .. }
                | Self::MoreThanAll { .. }
                | Self::BadProgress { .. }
        )
    }
}
