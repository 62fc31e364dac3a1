//! The words of closed lists: as the session file has them, and as a workbook shows them. They are part of the format: a workbook of today has to be
//! readable tomorrow, whatever the interface then calls things.

/// The words of a closed list with those of the workbook.
pub type Words = [(&'static str, &'static str)];

pub static STATUS: &Words = &[("draft", "草稿"), ("published", "已发布"), ("corrected", "已更正")];
pub static LEVEL: &Words = &[("township", "乡镇"), ("county", "县区"), ("city", "设区的市"), ("province", "省"), ("national", "全国")];
pub static SESSION_KIND: &Words = &[("regular", "例会"), ("special", "临时会议")];
pub static SITTING_KIND: &Words =
    &[("preparatory", "预备会议"), ("presidium", "主席团会议"), ("plenary", "全体会议"), ("group", "分组会议"), ("closing", "闭幕会议")];
pub static AGENDA_KIND: &Words = &[
    ("government_report", "政府工作报告"),
    ("congress_report", "人大工作报告"),
    ("budget_report", "预算报告"),
    ("final_accounts", "决算"),
    ("budget_review", "预算审查"),
    ("credentials_report", "代表资格"),
    ("suggestions_report", "建议办理情况"),
    ("special_report", "专项工作报告"),
    ("deliberation", "审议"),
    ("vote", "票决"),
    ("election", "选举"),
    ("resolution", "决议"),
    ("oath", "宪法宣誓"),
    ("other", "其他"),
];
pub static ACTION: &Words = &[
    ("hear", "听取"),
    ("deliberate", "审议"),
    ("review_and_approve", "审查和批准"),
    ("written_review", "书面审议"),
    ("vote", "表决"),
    ("elect", "选举"),
];
pub static AGENDA_STATE: &Words = &[("planned", "待进行"), ("done", "已进行"), ("withdrawn", "已撤回"), ("postponed", "延期")];
pub static AGENDA_RESULT: &Words =
    &[("adopted", "通过"), ("rejected", "未通过"), ("noted", "已听取"), ("elected", "选出"), ("none", "无结果")];
pub static SPEECH_KIND: &Words =
    &[("report", "报告"), ("address", "讲话"), ("remarks", "发言"), ("question", "询问"), ("answer", "答复"), ("procedural", "程序性发言")];
pub static TEXT_STATUS: &Words = &[("verbatim", "原文"), ("edited", "整理稿"), ("summary", "摘要"), ("reconstructed", "据资料重组")];
pub static BLOCK_KIND: &Words = &[("heading", "标题"), ("paragraph", "段落"), ("list", "列举"), ("quote", "引文"), ("table", "表格")];
pub static VOTE_METHOD: &Words =
    &[("show_of_hands", "举手表决"), ("secret_ballot", "无记名投票"), ("electronic", "电子表决"), ("acclamation", "鼓掌通过")];
pub static VOTE_RESULT: &Words = &[("adopted", "通过"), ("rejected", "未通过"), ("elected", "选出")];
pub static RESOLUTION_KIND: &Words = &[("resolution", "决议"), ("decision", "决定"), ("announcement", "公告")];
pub static STAGE: &Words =
    &[("draft", "预算草案"), ("approved", "批准的预算"), ("adjusted", "调整预算"), ("execution", "预算执行"), ("final_accounts", "决算")];
pub static UNIT: &Words = &[("yuan", "元"), ("wan_yuan", "万元"), ("yi_yuan", "亿元")];
pub static BOOK: &Words = &[
    ("general_public", "一般公共预算"),
    ("government_fund", "政府性基金预算"),
    ("state_capital", "国有资本经营预算"),
    ("social_insurance", "社会保险基金预算"),
];
pub static DIRECTION: &Words = &[("revenue", "收入"), ("expenditure", "支出")];
pub static ROLE: &Words = &[
    ("item", "科目"),
    ("subtotal", "小计"),
    ("total", "合计"),
    ("of_which", "其中"),
    ("transfer", "转移性收支"),
    ("carry_over", "结转结余"),
];
pub static YOY_KIND: &Words = &[("change", "增减"), ("ratio", "为上年的")];
pub static SUGGESTION_KIND: &Words = &[("bill", "议案"), ("suggestion", "建议")];
pub static OUTCOME: &Words = &[("A", "A 已解决"), ("B", "B 正在解决"), ("C", "C 留作参考"), ("D", "D 暂不能解决")];
pub static SATISFACTION: &Words = &[("satisfied", "满意"), ("basically", "基本满意"), ("unsatisfied", "不满意")];
pub static DEPUTY_CHANGE: &Words = &[
    ("elected", "补选"),
    ("confirmed", "资格有效"),
    ("resigned", "辞职"),
    ("moved_away", "调离"),
    ("recalled", "罢免"),
    ("died", "去世"),
    ("terminated", "资格终止"),
];
pub static BASIS: &Words = &[("source", "来源所述"), ("context", "据上下文推断"), ("general", "通行解释")];

/// The word for what is known to be none.
pub const NONE: &str = "无";
/// Yes.
pub const YES: &str = "是";
/// No.
pub const NO: &str = "否";
/// What a row begins with that explains the columns.
pub const ABOUT: &str = "说明：";
/// What a row begins with that shows how to fill one in.
pub const EXAMPLE: &str = "例：";
/// The column of what no other holds; more than a cell takes goes on in columns `其他（JSON）2` and so on.
pub const REST: &str = "其他（JSON）";
/// The sheet that says what the workbook is.
pub const GUIDE: &str = "说明";
/// The headings of the sheet of the session itself.
pub const UPRIGHT: [&str; 3] = ["项目", "内容", "说明"];
