//! The sheets of suggestions and projects.

use super::super::columns::{Kind, Sheet, amount, count, date, flag, id, ids, own, text, texts, word};
use super::super::words;

/// Bills and suggestions.
pub const SUGGESTIONS: Sheet = Sheet {
    name: "建议议案",
    list: &["suggestions"],
    keys: &[],
    columns: &[
        own(),
        text("序号", "number"),
        word("类型", "kind", words::SUGGESTION_KIND),
        text("标题", "title").required(),
        text("类别", "category"),
        text("内容", "text"),
        id("领衔人编号", "lead"),
        ids("附议人编号", "cosigners"),
        text("承办单位", "unit"),
        texts("协办单位", "co_units", Kind::Texts),
        date("提出日期", "submitted"),
        date("答复期限", "due").or_none(),
        date("答复日期", "replied").or_none().noted("确知未答复写“无”"),
        text("答复内容", "reply").or_none(),
        word("办理结果", "outcome", words::OUTCOME).or_none(),
        word("满意度", "satisfaction", words::SATISFACTION).or_none(),
        text("办理状态", "status").noted("照原文写"),
        id("提出时的会议编号", "session").noted("不是本次会议才写"),
        id("议程编号", "agenda"),
    ],
};

/// What happened to them.
pub const TIMELINE: Sheet = Sheet {
    name: "办理过程",
    list: &["suggestions", "timeline"],
    keys: &["建议编号"],
    columns: &[date("日期", "date").required(), text("事项", "event").required(), text("备注", "note")],
};

/// What reports say of all of them.
pub const TOTALS: Sheet = Sheet {
    name: "建议总数",
    list: &["suggestion_totals"],
    keys: &[],
    columns: &[
        text("统计范围", "title"),
        id("提出时的会议编号", "session").noted("不是本次会议才写"),
        id("议程编号", "agenda"),
        date("统计截至", "as_of"),
        count("合计件数", "received").or_none(),
        count("议案件数", "bills").or_none(),
        count("建议件数", "suggestions").or_none(),
        count("已办复件数", "replied").or_none(),
        amount("办复率%", "replied_percent").or_none(),
        count("A 已解决", "outcomes.A").or_none(),
        count("B 正在解决", "outcomes.B").or_none(),
        count("C 留作参考", "outcomes.C").or_none(),
        count("D 暂不能解决", "outcomes.D").or_none(),
        count("满意", "satisfaction.satisfied").or_none(),
        count("基本满意", "satisfaction.basically").or_none(),
        count("不满意", "satisfaction.unsatisfied").or_none(),
        amount("满意率%", "satisfied_percent").or_none(),
        text("备注", "note"),
    ],
};

/// Livelihood projects.
pub const PROJECTS: Sheet = Sheet {
    name: "民生实事",
    list: &["projects"],
    keys: &[],
    columns: &[
        own(),
        text("序号", "number"),
        text("标题", "title").required(),
        text("内容", "content"),
        amount("投资", "investment").or_none(),
        word("投资单位", "investment_unit", words::UNIT),
        text("责任单位", "unit"),
        ids("责任人编号", "responsible"),
        date("完成期限", "due").or_none(),
        word("票决方式", "selection.method", words::VOTE_METHOD),
        count("得票", "selection.votes").or_none(),
        count("名次", "selection.rank"),
        flag("是否入选", "selection.selected").or_none(),
        text("进展状态", "status").noted("照原文写"),
        amount("进度%", "progress_percent").or_none(),
        id("票决时的会议编号", "session").noted("不是本次会议才写"),
        id("议程编号", "agenda"),
    ],
};

/// Their steps.
pub const MILESTONES: Sheet = Sheet {
    name: "实事进展",
    list: &["projects", "milestones"],
    keys: &["项目编号"],
    columns: &[date("日期", "date").required(), amount("进度%", "percent").or_none(), text("事项", "note")],
};
