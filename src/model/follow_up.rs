//! What goes on after a session: deputies' suggestions and livelihood projects.

use super::{Date, Decimal, PersonId, ProjectId, Stated, SuggestionId, Text, Unit};
use serde::{Deserialize, Serialize};

/// A deputy's bill (议案) or suggestion (建议、批评和意见).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Suggestion {
    /// Id, the same in every session that reports on it.
    pub id: SuggestionId,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Bill or suggestion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SuggestionKind>,
    /// Title.
    pub title: Text,
    /// Field, in the file's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Text>,
    /// What was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Who led.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<PersonId>,
    /// Who joined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cosigners: Vec<PersonId>,
    /// Unit that answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Units that help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_units: Vec<Text>,
    /// When it was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Date>,
    /// By when it is to be answered.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub due: Stated<Date>,
    /// When it was answered; `null` for one known to be unanswered.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub replied: Stated<Date>,
    /// The answer.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub reply: Stated<Text>,
    /// A, B, C or D.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub outcome: Stated<Outcome>,
    /// What the deputy thought of the answer.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub satisfaction: Stated<Satisfaction>,
    /// Status in the file's own words, for example 已办结.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Text>,
    /// What happened when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<Happening>,
}

/// Bill or suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// 议案
    Bill,
    /// 建议、批评和意见
    Suggestion,
}

/// What became of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum Outcome {
    /// 已解决或基本解决
    A,
    /// 正在解决或列入计划
    B,
    /// 留作参考
    C,
    /// 暂不能解决
    D,
}

/// What the deputy thought of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Satisfaction {
    /// 满意
    Satisfied,
    /// 基本满意
    Basically,
    /// 不满意
    Unsatisfied,
}

/// A dated event in the life of a suggestion.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Happening {
    /// When.
    pub date: Date,
    /// What.
    pub event: Text,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A livelihood project (民生实事项目).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Project {
    /// Id, the same in every session that reports on it.
    pub id: ProjectId,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Title.
    pub title: Text,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Text>,
    /// Investment in `investment_unit`.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub investment: Stated<Decimal>,
    /// Unit of money of `investment`.
    #[serde(default, rename = "investment_unit", skip_serializing_if = "Option::is_none")]
    pub investment_unit: Option<Unit>,
    /// Unit of government that carries it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<PersonId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub due: Stated<Date>,
    /// How it was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<Selection>,
    /// Status in the file's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Text>,
    /// Progress in percent.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub progress_percent: Stated<Decimal>,
    /// Milestones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
}

/// How a project was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Selection {
    /// How the vote was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<super::VoteMethod>,
    /// Votes in favour.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub votes: Stated<u32>,
    /// Place among the candidates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Whether it was selected.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub selected: Stated<bool>,
}

/// A step of a project.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// When.
    pub date: Date,
    /// Progress then, in percent.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub percent: Stated<Decimal>,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
