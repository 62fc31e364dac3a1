//! What amounts in a report are of that are no lines of a budget: measures, the economy, standards for each person, debts.

use super::fold::Number;
use crate::model::Unit;

/// Whether a heading is of what was done or is to be done: the amounts below it tell of the work, not of the budget.
pub(super) fn is_of_measures(heading: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let is_work = has(&[
        "重点工作",
        "财政工作",
        "主要工作",
        "工作措施",
        "工作举措",
        "主要措施",
        "保障措施",
        "工作思路",
        "工作成效",
        "工作回顾",
        "工作情况",
        "工作开展",
        "工作打算",
        "工作安排",
        "决议",
        "决定事项",
        "审议意见",
        "财政运行",
    ]);
    is_work && !has(&["预算执行", "预算收支", "预算草案", "预算安排", "预算编制", "决算情况", "收支", "收入情况", "支出情况"])
}

/// Whether a heading within such a chapter begins a budget again: it is short and names no work.
pub(super) fn is_of_budget(heading: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    heading.chars().count() <= 24
        && has(&["预算执行", "预算收支", "预算草案", "预算情况", "收支情况", "收支预算"])
        && !has(&["强", "提升", "统筹", "管理", "改革", "深化", "优化", "确保", "坚持", "落实"])
}

/// Whether a line that ends with a colon announces a list of what was done.
pub(super) fn announces_measures(line: &str) -> bool {
    line.contains("工作") && ["以下", "主要", "重点"].iter().any(|word| line.contains(word)) && line.chars().count() <= 40
}

/// Whether a name is of the economy, or only says where to an amount rises.
pub(super) fn is_no_item(name: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_economy =
        has(&["生产总值", "GDP", "消费品零售", "零售总额", "交易额", "增加值", "经济总量", "居民可支配收入", "人均可支配收入", "进出口总"])
            || (name.ends_with("投资") && !name.contains("预算内"));
    let is_rise = name.ends_with(['至', '到']) && !name.contains("调整");
    is_economy || is_rise
}

/// Whether an amount is what one person, place or month gets: a small sum in yuan that words call so.
pub(super) fn is_standard(lead: &str, clause: &str, number: &Number, unit: Unit) -> bool {
    let is_small = unit == Unit::Yuan && number.digits.split('.').next().is_some_and(|whole| whole.trim_start_matches('-').len() <= 5);
    let has = |words: &str| ["标准", "人均", "每", "提高", "生均", "户均", "由", "从", "至", "到"].iter().any(|word| words.contains(word));
    is_small && (has(lead) || has(clause))
}

/// Whether a name is of debts as they stand, which are in no book and go neither way: what they bring in or cost is.
pub(super) fn is_debt(name: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    has(&["债券", "债务", "国债"]) && !has(&["收入", "支出", "结余", "结转", "还本", "付息", "转贷", "利息", "发行费"])
}

/// Whether the lines at the beginning of a text say that it is a report on the work of a government, which holds no budget.
pub(super) fn is_government_report(text: &str) -> bool {
    let is_title = |line: &str| {
        line.chars().count() <= 30
            && line.contains("政府工作报告")
            && !["财政", "预算", "决算", "听取", "审议", "关于", "决议", "审查", "讨论"].iter().any(|word| line.contains(word))
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(4).any(is_title)
}
