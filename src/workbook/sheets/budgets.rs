//! The sheets of budgets.

use super::super::columns::{Sheet, amount, count, date, id, own, text, word};
use super::super::words;

/// Budgets.
pub const BUDGETS: Sheet = Sheet {
    name: "预算",
    list: &["budgets"],
    keys: &[],
    columns: &[
        own(),
        text("标题", "title").required(),
        count("年度", "fiscal_year").required(),
        word("阶段", "stage", words::STAGE).required(),
        date("期间起", "period.from").noted("年中执行情况才写"),
        date("期间止", "period.to"),
        word("单位", "unit", words::UNIT).required(),
    ],
};

/// Their tables.
pub const TABLES: Sheet = Sheet {
    name: "预算表",
    list: &["budgets", "tables"],
    keys: &["预算编号"],
    columns: &[
        own(),
        text("标题", "title"),
        word("账本", "book", words::BOOK),
        word("收支", "direction", words::DIRECTION).required(),
        text("范围", "scope").noted("如全镇、镇本级"),
        word("单位", "unit", words::UNIT).noted("与整份预算不同才写"),
    ],
};

/// The lines of those.
pub const LINES: Sheet = Sheet {
    name: "预算科目",
    list: &["budgets", "tables", "lines"],
    keys: &["预算编号", "预算表编号"],
    columns: &[
        own(),
        text("科目编码", "code"),
        text("名称", "name").required(),
        id("上级行编号", "parent"),
        word("性质", "role", words::ROLE),
        word("单位", "unit", words::UNIT).noted("与整张表不同才写"),
        amount("上年决算", "amounts.prior_final").or_none(),
        amount("年初预算", "amounts.initial").or_none(),
        amount("调整预算", "amounts.adjusted").or_none(),
        amount("执行数", "amounts.executed").or_none(),
        amount("决算", "amounts.final").or_none(),
        amount("下年预算", "amounts.next").or_none(),
        amount("完成预算%", "printed.completion_percent").or_none(),
        amount("比上年%", "printed.yoy_percent").or_none(),
        word("比上年的写法", "printed.yoy_kind", words::YOY_KIND).noted("增长12%是“增减”，为上年112%是“为上年的”"),
        text("备注", "note"),
    ],
};
