//! The words of the genre, each with a sentence that it reads and one that it must not.

use super::FigureStage;
use crate::model::Book;

/// A word, what it means, and two sentences of ours that tests read.
pub(super) struct Rule<T> {
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub means: T,
    /// A sentence where it does.
    #[cfg_attr(not(test), allow(dead_code))]
    pub example: &'static str,
    /// A sentence where it must not.
    #[cfg_attr(not(test), allow(dead_code))]
    pub counter: &'static str,
}

const fn rule<T>(word: &'static str, means: T, example: &'static str, counter: &'static str) -> Rule<T> {
    Rule { word, means, example, counter }
}

/// Names of the four budgets.
pub(super) const BOOKS: &[Rule<Book>] = &[
    rule("一般公共预算", Book::GeneralPublic, "一般公共预算收入5万元", "政府性基金收入5万元"),
    rule("公共财政预算", Book::GeneralPublic, "公共财政预算收入5万元", "社会保险基金收入5万元"),
    rule("政府性基金", Book::GovernmentFund, "政府性基金收入5万元", "一般公共预算收入5万元"),
    rule("基金预算", Book::GovernmentFund, "基金预算支出5万元", "社会保险基金预算支出5万元"),
    rule("国有资本经营", Book::StateCapital, "国有资本经营收入5万元", "国有资产有偿使用收入5万元"),
    rule("社会保险基金", Book::SocialInsurance, "社会保险基金收入5万元", "社会保障和就业支出5万元"),
    rule("社保基金", Book::SocialInsurance, "社保基金支出5万元", "基金预算支出5万元"),
];

/// Words before an amount that say its stage.
pub(super) const STAGES: &[Rule<FigureStage>] = &[
    rule("年初预算", FigureStage::Initial, "税收收入年初预算5万元", "税收收入决算5万元"),
    rule("年初", FigureStage::Initial, "税收收入年初安排5万元", "税收收入完成5万元"),
    rule("调整预算", FigureStage::Adjusted, "税收收入调整预算5万元", "税收收入年初预算5万元"),
    rule("预算调整", FigureStage::Adjusted, "税收收入预算调整为5万元", "税收收入预算5万元"),
    rule("调整为", FigureStage::Adjusted, "税收收入调整为5万元", "税收收入完成5万元"),
    rule("变动预算", FigureStage::Adjusted, "税收收入变动预算5万元", "税收收入完成5万元"),
    rule("决算", FigureStage::Final, "税收收入决算数5万元", "税收收入完成5万元"),
    rule("收入预算", FigureStage::Initial, "非税收入预算5万元", "税收收入完成5万元"),
    rule("支出预算", FigureStage::Initial, "教育支出预算5万元", "教育支出完成5万元"),
    rule("预算安排", FigureStage::Initial, "教育支出预算安排5万元", "教育支出完成5万元"),
    rule("预算数", FigureStage::Initial, "教育支出预算数5万元", "教育支出完成5万元"),
    rule("实际完成", FigureStage::Executed, "教育支出实际完成5万元", "教育支出年初预算5万元"),
    rule("执行数", FigureStage::Executed, "教育支出执行数5万元", "教育支出年初预算5万元"),
];

/// Ends of what stands before an amount of change, which is no figure.
pub(super) const CHANGES: &[Rule<()>] = &[
    rule("增收", (), "增收5万元", "税收收入5万元"),
    rule("减收", (), "减收5万元", "税收收入5万元"),
    rule("增支", (), "增支5万元", "教育支出5万元"),
    rule("减支", (), "减支5万元", "教育支出5万元"),
    rule("增加", (), "比上年增加5万元", "教育支出5万元"),
    rule("减少", (), "比上年减少5万元", "教育支出5万元"),
    rule("调增", (), "调增5万元", "调入资金5万元"),
    rule("调减", (), "调减5万元", "调出资金5万元"),
    rule("追加", (), "追加5万元", "教育支出5万元"),
    rule("增长", (), "同比增长5万元", "教育支出5万元"),
    rule("下降", (), "同比下降5万元", "教育支出5万元"),
    rule("超收", (), "超收5万元", "教育支出5万元"),
    rule("短收", (), "短收5万元", "教育支出5万元"),
    rule("净增", (), "净增5万元", "教育支出5万元"),
    rule("增量", (), "增量5万元", "教育支出5万元"),
    rule("增加额", (), "增加额5万元", "教育支出5万元"),
    rule("多收", (), "多收5万元", "教育支出5万元"),
    rule("少收", (), "少收5万元", "教育支出5万元"),
];

/// Ends of what stands before a percentage of growth, and its sign.
pub(super) const GROWTH: &[Rule<&str>] = &[
    rule("增长", "", "增长5%", "占比5%"),
    rule("增幅", "", "增幅5%", "占比5%"),
    rule("增加", "", "增加5%", "占比5%"),
    rule("上升", "", "上升5%", "占比5%"),
    rule("增", "", "同比增5%", "占比5%"),
    rule("下降", "-", "下降5%", "增长5%"),
    rule("降幅", "-", "降幅5%", "增长5%"),
    rule("减幅", "-", "减幅5%", "增长5%"),
    rule("减少", "-", "减少5%", "增长5%"),
    rule("降低", "-", "降低5%", "增长5%"),
    rule("负增长", "-", "负增长5%", "增长5%"),
    rule("降", "-", "同比降5%", "增长5%"),
    rule("减", "-", "同比减5%", "增长5%"),
];

/// Ends of what stands before a percentage of the budget, without 的 and 数.
pub(super) const COMPLETION: &[Rule<()>] = &[
    rule("预算", (), "为年初预算的5%", "占预算收入的5%"),
    rule("任务", (), "完成任务的5%", "占任务支出的5%"),
    rule("计划", (), "完成计划的5%", "占计划支出的5%"),
    rule("目标", (), "完成目标的5%", "占目标支出的5%"),
    rule("预期", (), "完成预期的5%", "占预期支出的5%"),
    rule("完成率", (), "完成率5%", "占比5%"),
    rule("进度", (), "进度5%", "占比5%"),
    rule("执行率", (), "执行率5%", "占比5%"),
    rule("变动", (), "完成变动预算的5%", "占比5%"),
];

/// What stands before the name of an item and is no part of it.
pub(super) const BEFORE: &[&str] = &[
    "、",
    "“",
    "”",
    "和",
    "及",
    "与",
    "其中",
    "主要包括",
    "主要有",
    "主要是",
    "主要为",
    "包括",
    "包含",
    "含",
    "预计",
    "预期",
    "累计",
    "共计",
    "共",
    "全年",
    "截至",
    "完成",
    "实现",
    "加上",
    "加",
    "减去",
    "扣除",
    "另有",
    "同时",
    "全口径",
    "我市",
    "我县",
    "我区",
    "我镇",
    "分别为",
    "拟安排",
    "拟",
    "实际",
    "当年完成",
    "今年",
    "一是",
    "二是",
    "三是",
    "四是",
    "五是",
    "六是",
    "本年",
    "组织",
    "执行",
    "上半年",
    "上缴",
    "编制",
    "汇总",
];

/// What stands between the name of an item and its amount.
pub(super) const AFTER: &[&str] = &[
    "完成",
    "实现",
    "为",
    "达到",
    "达",
    "共计",
    "累计",
    "预计",
    "预算数",
    "预算安排",
    "年初预算",
    "调整预算",
    "预算调整",
    "变动预算",
    "调整",
    "执行数",
    "执行",
    "决算数",
    "决算",
    "约",
    "是",
    "实际",
    "年初",
    "计划",
    "预期",
    "由",
    "从",
    "已",
    "的",
    "拟",
    "安排",
    "收入预算:收入",
    "支出预算:支出",
    ":",
    "“",
    "”",
    "组织",
    "入库",
    "支出预算:支出",
    "实绩",
    "全年",
    "当年",
    "共",
    "分别",
];
