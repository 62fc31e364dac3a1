//! The table of sheets and columns. A test holds it against the schema of the session file.

mod budgets;
mod follow_up;

use super::columns::{Column, Kind, Sheet, count, date, flag, id, ids, own, text, texts, time, word};
use super::words;

/// Every sheet, in the order of the workbook. What holds a list stands before it.
pub static SHEETS: &[Sheet] = &[
    SESSION,
    Sheet {
        name: "来源",
        list: &["sources"],
        keys: &[],
        columns: &[own(), text("标题", "title").required(), text("发布单位", "publisher"), text("网址", "url"), date("发布日期", "date")],
    },
    Sheet {
        name: "更正",
        list: &["corrections"],
        keys: &[],
        columns: &[date("更正日期", "date").required(), id("更正对象编号", "target"), text("说明", "note").required()],
    },
    SITTINGS,
    Sheet {
        name: "人员",
        list: &["people"],
        keys: &[],
        columns: &[own(), text("姓名", "name").required(), text("拼音", "sort_name").noted("用来排序和搜索")],
    },
    Sheet {
        name: "职务",
        list: &["people", "posts"],
        keys: &["人员编号"],
        columns: &[
            text("职务", "title").required(),
            text("单位", "organization"),
            date("任职起", "from"),
            date("任职止", "to").or_none().noted("现任写“无”"),
        ],
    },
    AGENDA,
    SPEECHES,
    Sheet { name: "发言正文", list: &["speeches", "blocks"], keys: &["发言编号"], columns: BLOCKS },
    VOTES,
    Sheet {
        name: "候选",
        list: &["votes", "candidates"],
        keys: &["表决编号"],
        columns: &[
            id("人员编号", "person"),
            id("项目编号", "project").noted("人员或项目只写一个"),
            text("职务", "post"),
            count("赞成票", "yes").or_none(),
            flag("当选或入选", "elected").or_none(),
        ],
    },
    Sheet {
        name: "决议",
        list: &["resolutions"],
        keys: &[],
        columns: &[
            own(),
            text("序号", "number"),
            text("标题", "title").required(),
            word("类型", "kind", words::RESOLUTION_KIND),
            date("日期", "date"),
            id("表决编号", "vote"),
            word("文本性质", "text_status", words::TEXT_STATUS),
        ],
    },
    Sheet { name: "决议正文", list: &["resolutions", "blocks"], keys: &["决议编号"], columns: BLOCKS },
    budgets::BUDGETS,
    budgets::TABLES,
    budgets::LINES,
    follow_up::SUGGESTIONS,
    follow_up::TIMELINE,
    follow_up::TOTALS,
    follow_up::PROJECTS,
    follow_up::MILESTONES,
    Sheet {
        name: "代表变动",
        list: &["deputy_changes"],
        keys: &[],
        columns: &[
            id("人员编号", "person").required(),
            word("变动", "kind", words::DEPUTY_CHANGE),
            date("日期", "date"),
            text("选区或选举单位", "constituency"),
            id("议程编号", "agenda"),
            text("备注", "note"),
        ],
    },
    Sheet {
        name: "文件",
        list: &["documents"],
        keys: &[],
        columns: &[
            own(),
            text("标题", "title").required(),
            text("类型", "kind").noted("如报告、表格"),
            text("网址", "url"),
            date("日期", "date"),
            text("SHA-256", "sha256"),
        ],
    },
    Sheet {
        name: "名词",
        list: &["glossary"],
        keys: &[],
        columns: &[text("名词", "term").required(), text("解释", "definition").required(), word("依据", "basis", words::BASIS)],
    },
];

const SESSION: Sheet = Sheet {
    name: "会议",
    list: &[],
    keys: &[],
    columns: &[
        id("会议编号", "id").required().noted("也是文件名：字母、数字、-、_ 和 ."),
        text("会议名称", "title").required(),
        text("语言", "language").noted("如 zh-Hans"),
        flag("虚构示例", "is_sample"),
        word("文件状态", "status", words::STATUS),
        date("内容截至", "as_of"),
        text("许可", "license"),
        text("摘要", "summary"),
        text("人大全称", "assembly.name").required(),
        text("人大简称", "assembly.short_name"),
        word("级别", "assembly.level", words::LEVEL),
        text("行政区划代码", "assembly.division_code"),
        text("地区", "assembly.place").noted("由大到小，用空格分开"),
        count("人口", "assembly.population").or_none(),
        count("届", "term"),
        count("次", "meeting"),
        date("开始日期", "dates.start").noted("会议或场次至少要有一个日期"),
        date("结束日期", "dates.end").or_none(),
        text("地点", "venue").or_none(),
        word("会议类型", "kind", words::SESSION_KIND),
        count("代表名额", "attendance.seats").or_none(),
        count("应到人数", "attendance.expected").or_none(),
        count("实到人数", "attendance.present").or_none(),
        count("请假人数", "attendance.on_leave").or_none(),
        count("列席人数", "attendance.observers").or_none(),
        flag("符合法定人数", "attendance.quorum_met").or_none(),
        count("载明的议程数", "declared.agenda"),
        count("载明的报告数", "declared.reports"),
        count("载明的决议数", "declared.resolutions"),
        count("载明的建议议案数", "declared.suggestions"),
        count("载明的入选实事数", "declared.projects"),
    ],
};

const SITTINGS: Sheet = Sheet {
    name: "场次",
    list: &["sittings"],
    keys: &[],
    columns: &[
        own(),
        word("类型", "kind", words::SITTING_KIND),
        count("第几次", "ordinal"),
        text("名称", "name"),
        date("日期", "date"),
        time("开始时间", "start"),
        time("结束时间", "end"),
        ids("主持人编号", "chairs"),
        count("代表名额", "attendance.seats").or_none(),
        count("应到人数", "attendance.expected").or_none(),
        count("实到人数", "attendance.present").or_none(),
        count("请假人数", "attendance.on_leave").or_none(),
        count("列席人数", "attendance.observers").or_none(),
        flag("符合法定人数", "attendance.quorum_met").or_none(),
    ],
};

const AGENDA: Sheet = Sheet {
    name: "议程",
    list: &["agenda"],
    keys: &[],
    columns: &[
        own(),
        id("场次编号", "sitting"),
        id("上级议程编号", "parent"),
        text("序号", "number"),
        text("标题", "title").required(),
        word("类型", "kind", words::AGENDA_KIND),
        word("任务", "action", words::ACTION),
        ids("报告人编号", "presenters"),
        text("代表谁报告", "on_behalf_of").or_none(),
        word("进行状态", "state", words::AGENDA_STATE),
        word("结果", "result", words::AGENDA_RESULT),
        ids("表决编号", "votes"),
        ids("决议编号", "resolutions"),
        ids("发言编号", "speeches"),
        ids("预算编号", "budgets"),
        ids("文件编号", "documents"),
        text("备注", "note"),
    ],
};

const SPEECHES: Sheet = Sheet {
    name: "发言",
    list: &["speeches"],
    keys: &[],
    columns: &[
        own(),
        id("议程编号", "agenda"),
        id("场次编号", "sitting"),
        word("类型", "kind", words::SPEECH_KIND),
        text("标题", "title").required(),
        id("发言人编号", "speaker"),
        text("署名", "attribution").noted("照原文写"),
        text("职务", "post"),
        text("代表谁发言", "on_behalf_of").or_none(),
        date("日期", "date"),
        word("文本性质", "text_status", words::TEXT_STATUS),
    ],
};

const BLOCKS: &[Column] = &[
    own(),
    word("类型", "kind", words::BLOCK_KIND).required(),
    count("标题级别", "level").noted("1 到 6"),
    text("文字", "text"),
    texts("列项或表格行", "items", Kind::Lines).noted("一行一项；表格各格之间用制表符"),
];

const VOTES: Sheet = Sheet {
    name: "表决",
    list: &["votes"],
    keys: &[],
    columns: &[
        own(),
        text("表决事项", "motion"),
        word("方式", "method", words::VOTE_METHOD),
        count("有表决权人数", "eligible").or_none(),
        count("发出票", "ballots.issued").or_none(),
        count("收回票", "ballots.returned").or_none(),
        count("有效票", "ballots.valid").or_none(),
        count("无效票", "ballots.invalid").or_none(),
        count("赞成", "counts.yes").or_none(),
        count("反对", "counts.no").or_none(),
        count("弃权", "counts.abstain").or_none(),
        count("未投票", "counts.not_voting").or_none(),
        word("结果", "result", words::VOTE_RESULT),
        text("备注", "note"),
    ],
};

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;
