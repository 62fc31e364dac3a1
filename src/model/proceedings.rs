//! What happens at a session: agenda items, speeches, resolutions, documents, and the closed lists of words for all of it.

use super::{AgendaId, BlockId, BudgetId, Date, DocumentId, PersonId, ResolutionId, SittingId, SpeechId, Stated, Text, VoteId};
use serde::{Deserialize, Serialize};

/// One agenda item (`OParl`: `AgendaItem`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AgendaItem {
    /// Id.
    pub id: AgendaId,
    /// The sitting that took it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingId>,
    /// The item that this one is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<AgendaId>,
    /// Number as printed; absent where the source prints none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Title.
    pub title: Text,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AgendaKind>,
    /// What the congress was to do with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// Who presented it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presenters: Vec<PersonId>,
    /// On whose behalf, for example 镇人民政府.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub on_behalf_of: Stated<Text>,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<AgendaState>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<AgendaResult>,
    /// Votes taken on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<VoteId>,
    /// Resolutions passed on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolutions: Vec<ResolutionId>,
    /// Speeches held on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speeches: Vec<SpeechId>,
    /// Budgets it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub budgets: Vec<BudgetId>,
    /// Documents it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentId>,
    /// A remark, in the file's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    )+};
}

words! {
    /// Kind of agenda item.
    AgendaKind {
        /// 政府工作报告
        GovernmentReport,
        /// 人大（主席团、常委会）工作报告
        CongressReport,
        /// 预算执行情况和预算草案的报告
        BudgetReport,
        /// 决算
        FinalAccounts,
        /// 预算审查
        BudgetReview,
        /// 代表资格
        CredentialsReport,
        /// 代表建议办理情况
        SuggestionsReport,
        /// 专项工作报告
        SpecialReport,
        /// 审议、讨论
        Deliberation,
        /// 表决、票决
        Vote,
        /// 选举
        Election,
        /// 决议
        Resolution,
        /// 宪法宣誓
        Oath,
        /// Anything else.
        Other,
    }
    /// What the congress was to do with an item.
    Action {
        /// 听取
        Hear,
        /// 审议
        Deliberate,
        /// 审查和批准
        ReviewAndApprove,
        /// 书面审议
        WrittenReview,
        /// 表决
        Vote,
        /// 选举
        Elect,
    }
    /// How far an item has come.
    AgendaState {
        /// Still to come.
        Planned,
        /// Dealt with.
        Done,
        /// 撤回
        Withdrawn,
        /// 延期
        Postponed,
    }
    /// What came of an item.
    AgendaResult {
        /// 通过、批准
        Adopted,
        /// 未通过
        Rejected,
        /// 听取、知悉
        Noted,
        /// 当选
        Elected,
        /// Known to have no result.
        None,
    }
    /// Kind of speech.
    SpeechKind {
        /// 报告
        Report,
        /// 讲话
        Address,
        /// 发言
        Remarks,
        /// 询问
        Question,
        /// 答复
        Answer,
        /// 程序性发言
        Procedural,
    }
    /// How the text of a speech relates to what was said.
    TextStatus {
        /// 原文
        Verbatim,
        /// 整理
        Edited,
        /// 转述、摘要
        Summary,
        /// 据资料重组
        Reconstructed,
    }
    /// Kind of block.
    #[derive(Default)]
    BlockKind {
        /// Heading; `level` 1–6.
        Heading,
        /// Paragraph.
        #[default]
        Paragraph,
        /// List; `items`.
        List,
        /// Quotation.
        Quote,
        /// Table; each item is a row, cells separated by a tab.
        Table,
    }
    /// How a vote is taken.
    VoteMethod {
        /// 举手表决
        ShowOfHands,
        /// 无记名投票
        SecretBallot,
        /// 电子表决
        Electronic,
        /// 鼓掌通过
        Acclamation,
    }
    /// How somebody's being a deputy changed.
    DeputyChangeKind {
        /// 补选、当选
        Elected,
        /// 代表资格确认有效
        Confirmed,
        /// 辞去代表职务
        Resigned,
        /// 调离、迁出本行政区域
        MovedAway,
        /// 罢免
        Recalled,
        /// 去世
        Died,
        /// 代表资格因其他原因终止
        Terminated,
    }
    /// Outcome of a vote.
    VoteResult {
        /// 通过
        Adopted,
        /// 未通过
        Rejected,
        /// 当选
        Elected,
    }
    /// Kind of resolution.
    ResolutionKind {
        /// 决议
        Resolution,
        /// 决定
        Decision,
        /// 公告
        Announcement,
    }
}

/// A speech, report or address (Popolo: speech).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Speech {
    /// Id.
    pub id: SpeechId,
    /// The agenda item it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<AgendaId>,
    /// The sitting at which it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingId>,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SpeechKind>,
    /// Title.
    pub title: Text,
    /// Who held it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<PersonId>,
    /// The attribution as printed, kept beside the person's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Text>,
    /// The post in which it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<Text>,
    /// On whose behalf.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub on_behalf_of: Stated<Text>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Verbatim, edited, summary or reconstructed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_status: Option<TextStatus>,
    /// The text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
}

/// A piece of text that a link can name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Block {
    /// Id, unique in the file and kept when the text is edited.
    pub id: BlockId,
    /// Kind.
    pub kind: BlockKind,
    /// Level of a heading, 1–6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The text of a heading, paragraph or quotation; the caption of a list or table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The items of a list, or the rows of a table with cells separated by a tab.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Text>,
}

/// A resolution (决议), decision (决定) or announcement (公告).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Resolution {
    /// Id.
    pub id: ResolutionId,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// Title.
    pub title: Text,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ResolutionKind>,
    /// When it was passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The vote that passed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<VoteId>,
    /// Verbatim, edited, summary or reconstructed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_status: Option<TextStatus>,
    /// The text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
}

/// A document of the session (`OParl`: File).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Document {
    /// Id.
    pub id: DocumentId,
    /// Title.
    pub title: Text,
    /// Kind, in the file's own words, for example 报告 or 表格.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// Address; shown as a link only when it is http(s).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// Date of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// SHA-256 of the document's bytes, in lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}
