//! The words for the kinds, states and results of the session file.

use super::Lang;
use crate::budget::Column;
use crate::model::{
    Action, AgendaKind, AgendaResult, AgendaState, Basis, Book, DeputyChangeKind, Direction, Level, Outcome, ResolutionKind, Satisfaction,
    SessionKind, SittingKind, SpeechKind, Stage, Status, SuggestionKind, TextStatus, Unit, VoteMethod, VoteResult,
};
use crate::route::Kind;

macro_rules! labels {
    ($($(#[$doc:meta])* $function:ident($type:ident) { $($variant:ident: $zh:literal, $en:literal;)+ })+) => {$(
        $(#[$doc])*
        pub const fn $function(lang: Lang, value: $type) -> &'static str {
            match (lang, value) {
                $((Lang::Zh, $type::$variant) => $zh, (Lang::En, $type::$variant) => $en,)+
            }
        }
    )+};
}

labels! {
    /// Level of government.
    level(Level) {
        Township: "乡镇", "Township";
        County: "县区", "County";
        City: "市", "City";
        Province: "省", "Province";
        National: "全国", "National";
    }
    /// Kind of session.
    session_kind(SessionKind) {
        Regular: "例会", "Regular session";
        Special: "临时会议", "Special session";
    }
    /// How far a file has come.
    status(Status) {
        Draft: "草稿", "Draft";
        Published: "已发布", "Published";
        Corrected: "已更正", "Corrected";
    }
    /// Kind of sitting, where it has no name of its own.
    sitting_kind(SittingKind) {
        Preparatory: "预备会议", "Preparatory sitting";
        Presidium: "主席团会议", "Presidium sitting";
        Plenary: "全体会议", "Plenary sitting";
        Group: "分组会议", "Group sitting";
        Closing: "闭幕会议", "Closing sitting";
    }
    /// A group of the results of a search.
    found_kind(Kind) {
        People: "人员", "People";
        Session: "会议", "Session";
        Agenda: "议程", "Agenda";
        Speeches: "发言与报告", "Speeches and reports";
        Decisions: "决议与表决", "Decisions";
        Budget: "预算", "Budget";
        Suggestions: "建议和议案", "Suggestions";
        Projects: "民生实事", "Projects";
        Documents: "文件与来源", "Documents";
        Glossary: "名词解释", "Glossary";
    }
    /// Kind of agenda item.
    agenda_kind(AgendaKind) {
        GovernmentReport: "政府工作报告", "Government work report";
        CongressReport: "人大工作报告", "Congress work report";
        BudgetReport: "预算报告", "Budget report";
        FinalAccounts: "决算", "Final accounts";
        BudgetReview: "预算审查", "Budget review";
        CredentialsReport: "代表资格", "Credentials";
        SuggestionsReport: "建议办理", "Suggestions report";
        SpecialReport: "专项报告", "Special report";
        Deliberation: "审议", "Deliberation";
        Vote: "表决", "Vote";
        Election: "选举", "Election";
        Resolution: "决议", "Resolution";
        Oath: "宪法宣誓", "Oath";
        Other: "其他", "Other";
    }
    /// What the congress was to do.
    action(Action) {
        Hear: "听取", "Hear";
        Deliberate: "审议", "Deliberate";
        ReviewAndApprove: "审查和批准", "Review and approve";
        WrittenReview: "书面审议", "Written review";
        Vote: "表决", "Vote";
        Elect: "选举", "Elect";
    }
    /// How far an item has come.
    agenda_state(AgendaState) {
        Planned: "待进行", "Planned";
        Done: "已进行", "Done";
        Withdrawn: "已撤回", "Withdrawn";
        Postponed: "延期", "Postponed";
    }
    /// What came of an item.
    agenda_result(AgendaResult) {
        Adopted: "通过", "Adopted";
        Rejected: "未通过", "Rejected";
        Noted: "已听取", "Heard";
        Elected: "选出", "Elected";
        None: "无结果", "No result";
    }
    /// Kind of speech.
    speech_kind(SpeechKind) {
        Report: "报告", "Report";
        Address: "讲话", "Address";
        Remarks: "发言", "Remarks";
        Question: "询问", "Question";
        Answer: "答复", "Answer";
        Procedural: "程序性发言", "Procedural";
    }
    /// How a text relates to what was said.
    text_status(TextStatus) {
        Verbatim: "原文", "Verbatim";
        Edited: "整理稿", "Edited";
        Summary: "转述，非原文", "Summary, not verbatim";
        Reconstructed: "据资料重组，非原文", "Reconstructed, not verbatim";
    }
    /// How a vote is taken.
    vote_method(VoteMethod) {
        ShowOfHands: "举手表决", "Show of hands";
        SecretBallot: "无记名投票", "Secret ballot";
        Electronic: "电子表决", "Electronic vote";
        Acclamation: "鼓掌通过", "Acclamation";
    }
    /// Outcome of a vote.
    vote_result(VoteResult) {
        Adopted: "通过", "Adopted";
        Rejected: "未通过", "Rejected";
        Elected: "选出", "Elected";
    }
    /// Kind of resolution.
    resolution_kind(ResolutionKind) {
        Resolution: "决议", "Resolution";
        Decision: "决定", "Decision";
        Announcement: "公告", "Announcement";
    }
    /// How somebody's being a deputy changed.
    deputy_change(DeputyChangeKind) {
        Elected: "补选", "Elected";
        Confirmed: "资格有效", "Confirmed";
        Resigned: "辞职", "Resigned";
        MovedAway: "调离", "Moved away";
        Recalled: "罢免", "Recalled";
        Died: "去世", "Died";
        Terminated: "资格终止", "Seat ended";
    }
    /// Bill or suggestion.
    suggestion_kind(SuggestionKind) {
        Bill: "议案", "Bill";
        Suggestion: "建议", "Suggestion";
    }
    /// What became of a suggestion.
    outcome(Outcome) {
        A: "A 已解决", "A solved";
        B: "B 正在解决", "B being solved";
        C: "C 留作参考", "C kept in mind";
        D: "D 暂不能解决", "D not possible now";
    }
    /// What the deputy thought of the answer.
    satisfaction(Satisfaction) {
        Satisfied: "满意", "Satisfied";
        Basically: "基本满意", "Mostly satisfied";
        Unsatisfied: "不满意", "Not satisfied";
    }
    /// The four budgets.
    book(Book) {
        GeneralPublic: "一般公共预算", "General public budget";
        GovernmentFund: "政府性基金预算", "Government-managed fund budget";
        StateCapital: "国有资本经营预算", "State capital operations budget";
        SocialInsurance: "社会保险基金预算", "Social insurance fund budget";
    }
    /// Which way the money goes.
    direction(Direction) {
        Revenue: "收入", "Revenue";
        Expenditure: "支出", "Expenditure";
    }
    /// What the definition of a term rests on.
    basis(Basis) {
        Source: "来源所述", "From the source";
        Context: "据上下文推断", "Concluded from the context";
        General: "通行解释，非来源所述", "General knowledge, not from the source";
    }
    /// How far a budget has come.
    stage(Stage) {
        Draft: "预算草案", "Draft budget";
        Approved: "批准的预算", "Approved budget";
        Adjusted: "调整预算", "Adjusted budget";
        Execution: "预算执行", "Execution";
        FinalAccounts: "决算", "Final accounts";
    }
    /// A column of a budget table.
    column(Column) {
        PriorFinal: "上年决算", "Last year";
        Initial: "年初预算", "Budget";
        Adjusted: "调整预算", "Adjusted";
        Executed: "执行", "Executed";
        FinalAccounts: "决算", "Final";
        Next: "下年预算", "Next year";
    }
    /// The unit of an amount.
    unit(Unit) {
        Yuan: "元", "yuan";
        WanYuan: "万元", "wan yuan (10,000)";
        YiYuan: "亿元", "yi yuan (100 million)";
    }
    /// The unit after an amount.
    unit_after(Unit) {
        Yuan: "元", " yuan";
        WanYuan: "万元", " wan yuan";
        YiYuan: "亿元", " yi yuan";
    }
}
