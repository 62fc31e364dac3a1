//! What goes on after a session: deputies' suggestions and livelihood projects.

use super::{AgendaId, Date, Decimal, PersonId, ProjectId, SessionId, Stated, SuggestionId, Text, Unit};
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
    /// The session at which it was handed in, where that is another one of the same body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The agenda item of this session that reported on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<AgendaId>,
}

/// What a report says of the suggestions as a whole. It stands beside what is counted from the list, for a report often gives only this.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SuggestionTotals {
    /// What it is about, in words, for example 六届五次会议以来的代表建议.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The session at which these suggestions were handed in, where that is another one of the same body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The agenda item of this session that reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<AgendaId>,
    /// The day up to which it was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// 件数, bills and suggestions together.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub received: Stated<u32>,
    /// 议案
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub bills: Stated<u32>,
    /// 建议、批评和意见
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub suggestions: Stated<u32>,
    /// 已办复
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub replied: Stated<u32>,
    /// 办复率, in percent as printed.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub replied_percent: Stated<Decimal>,
    /// How many ended how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<OutcomeCounts>,
    /// What the deputies thought of the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<SatisfactionCounts>,
    /// 满意率, in percent as printed; where the source says 满意和基本满意率 the note says so.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub satisfied_percent: Stated<Decimal>,
    /// A remark, in the file's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// How many suggestions ended how; the keys are those of [`Outcome`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct OutcomeCounts {
    /// 已解决或基本解决
    #[serde(default, rename = "A", skip_serializing_if = "Stated::is_unknown")]
    pub a: Stated<u32>,
    /// 正在解决或列入计划
    #[serde(default, rename = "B", skip_serializing_if = "Stated::is_unknown")]
    pub b: Stated<u32>,
    /// 留作参考
    #[serde(default, rename = "C", skip_serializing_if = "Stated::is_unknown")]
    pub c: Stated<u32>,
    /// 暂不能解决
    #[serde(default, rename = "D", skip_serializing_if = "Stated::is_unknown")]
    pub d: Stated<u32>,
}

/// How many deputies, or suggestions, were how satisfied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SatisfactionCounts {
    /// 满意
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub satisfied: Stated<u32>,
    /// 基本满意
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub basically: Stated<u32>,
    /// 不满意
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub unsatisfied: Stated<u32>,
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
    /// Progress in percent, as printed; may be more than 100.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub progress_percent: Stated<Decimal>,
    /// Milestones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// The session that chose it, where that is another one of the same body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The agenda item of this session that chose it or reported on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<AgendaId>,
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
