//! The short names of findings.

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
            Self::Contradiction(found) => found.code(),
            Self::PastMidnight { .. } => "past_midnight",
            Self::UnclearCandidate => "unclear_candidate",
            Self::HeadingLevel => "heading_level",
            Self::EmptyBlock { .. } => "empty_block",
            Self::BadLink { .. } => "bad_link",
            Self::BadSha256 => "bad_sha256",
            Self::BadCode { .. } => "bad_code",
            Self::BadDivisionCode { .. } => "bad_division_code",
            Self::OtherTable { .. } => "other_table",
            Self::CodeDirection { .. } => "code_direction",
            Self::CodeParent { .. } => "code_parent",
            Self::DuplicateCode { .. } => "duplicate_code",
            Self::CodeBook { .. } => "code_book",
            Self::UnitContradiction { .. } => "unit_contradiction",
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
}
