//! How the congress decides and who sits in it: votes, elections, changes among the deputies.

use super::{AgendaId, Date, DeputyChangeKind, PersonId, ProjectId, Stated, Text, VoteId, VoteMethod, VoteResult};
use serde::Serialize;

/// A vote or election (Popolo: `vote_event`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Vote {
    /// Id.
    pub id: VoteId,
    /// What was voted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motion: Option<Text>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<VoteMethod>,
    /// How many could vote.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub eligible: Stated<u32>,
    /// Ballot papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<Ballots>,
    /// Votes for and against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// Outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<VoteResult>,
    /// Candidates in the order published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
    /// A remark, in the file's own words, for example 全票.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Ballot papers of a secret ballot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Ballots {
    /// 发出
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub issued: Stated<u32>,
    /// 收回
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub returned: Stated<u32>,
    /// 有效
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub valid: Stated<u32>,
    /// 无效
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub invalid: Stated<u32>,
}

/// Votes for and against (Popolo: counts).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Counts {
    /// 赞成
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub yes: Stated<u32>,
    /// 反对
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub no: Stated<u32>,
    /// 弃权
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub abstain: Stated<u32>,
    /// 未按表决器、未投票
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub not_voting: Stated<u32>,
}

/// Somebody or something to choose.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// A person standing for election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// A project on the ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
    /// The post stood for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<Text>,
    /// Votes in favour.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub yes: Stated<u32>,
    /// Whether elected or selected.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub elected: Stated<bool>,
}

/// A change among the deputies (代表变动), as the credentials report tells it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DeputyChange {
    /// Whom it is about.
    pub person: PersonId,
    /// What changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DeputyChangeKind>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Constituency (选区) or electing unit (选举单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Text>,
    /// The agenda item that reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<AgendaId>,
    /// A remark, in the file's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
