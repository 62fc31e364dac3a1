//! What the columns of a table mean, by the words of their heads.

use super::unit::fold;
use crate::drafting;
use crate::import::tables::Column;
use crate::model::YoyKind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Code,
    Name,
    Amount(Slot),
    Completion,
    Yoy(YoyKind),
    Difference,
    Note,
    Helper,
    Unknown,
}

/// Which of the amounts of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Slot {
    Prior,
    Initial,
    Adjusted,
    Executed,
    Final,
    Next,
}

impl From<Meaning> for drafting::Meaning {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::Name => Self::Name,
            Meaning::Code => Self::Code,
            Meaning::Amount(Slot::Prior) => Self::PriorFinal,
            Meaning::Amount(Slot::Initial) => Self::Initial,
            Meaning::Amount(Slot::Adjusted) => Self::Adjusted,
            Meaning::Amount(Slot::Executed) => Self::Executed,
            Meaning::Amount(Slot::Final) => Self::FinalAccounts,
            Meaning::Amount(Slot::Next) => Self::Next,
            Meaning::Completion => Self::Completion,
            Meaning::Yoy(YoyKind::Change) => Self::YoyChange,
            Meaning::Yoy(YoyKind::Ratio) => Self::YoyRatio,
            Meaning::Note => Self::Note,
            Meaning::Difference | Meaning::Helper | Meaning::Unknown => Self::Nothing,
        }
    }
}

impl From<drafting::Meaning> for Meaning {
    fn from(chosen: drafting::Meaning) -> Self {
        match chosen {
            drafting::Meaning::Name => Self::Name,
            drafting::Meaning::Code => Self::Code,
            drafting::Meaning::PriorFinal => Self::Amount(Slot::Prior),
            drafting::Meaning::Initial => Self::Amount(Slot::Initial),
            drafting::Meaning::Adjusted => Self::Amount(Slot::Adjusted),
            drafting::Meaning::Executed => Self::Amount(Slot::Executed),
            drafting::Meaning::FinalAccounts => Self::Amount(Slot::Final),
            drafting::Meaning::Next => Self::Amount(Slot::Next),
            drafting::Meaning::Completion => Self::Completion,
            drafting::Meaning::YoyChange => Self::Yoy(YoyKind::Change),
            drafting::Meaning::YoyRatio => Self::Yoy(YoyKind::Ratio),
            drafting::Meaning::Note => Self::Note,
            drafting::Meaning::Nothing => Self::Helper,
        }
    }
}

/// Words of a whole head that is the name of lines.
const NAMES: [&str; 17] = [
    "项目",
    "科目",
    "预算科目",
    "科目名称",
    "项目名称",
    "收入项目",
    "支出项目",
    "预算项目",
    "功能科目",
    "收入",
    "支出",
    "收入科目",
    "支出科目",
    "名称",
    "科目(项目)名称",
    "预算科目名称",
    "内容",
];

/// Heads of what an office keeps for itself.
const HELPERS: [&str; 14] =
    ["行号", "行次", "序号", "印否", "打印", "类款项", "类-款-项", "类", "款", "项", "是否打印", "级次", "层级", "栏次"];

/// Words of stages, in the order in which they are tried.
const STAGES: [(&str, Slot); 17] = [
    ("调整预算", Slot::Adjusted),
    ("预算调整", Slot::Adjusted),
    ("变动预算", Slot::Adjusted),
    ("变更预算", Slot::Adjusted),
    ("调整后", Slot::Adjusted),
    ("调整数", Slot::Adjusted),
    ("预算执行", Slot::Executed),
    ("执行", Slot::Executed),
    ("预计完成", Slot::Executed),
    ("预计", Slot::Executed),
    ("完成", Slot::Executed),
    ("累计", Slot::Executed),
    ("快报", Slot::Executed),
    ("决算", Slot::Final),
    ("预算", Slot::Initial),
    ("计划", Slot::Initial),
    ("实际", Slot::Executed),
];

/// The head of a column as one word: rows joined, full-width signs folded, without blanks.
pub(super) fn joined(column: &Column) -> String {
    column.head.concat().chars().map(fold).filter(|sign| !sign.is_whitespace()).collect()
}

/// What a column means in a table whose main figures are of `year`.
pub(super) fn meaning(head: &str, year: Option<u16>) -> Meaning {
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if head.is_empty() || HELPERS.contains(&head) {
        return Meaning::Helper;
    }
    if has(&["编码", "代码", "编号"]) {
        return Meaning::Code;
    }
    if has(&["备注", "说明", "附注"]) {
        return Meaning::Note;
    }
    let is_named = ["科目", "项目", "名称"].iter().any(|word| head.ends_with(word)) && !has(&["数", "额", "%"]);
    if NAMES.contains(&head) || is_named || has(&["科目名称", "项目名称"]) {
        return Meaning::Name;
    }
    if let Some(percent) = percent(&has) {
        // What compares a plan, or the year after, has no place beside the amounts.
        let base = head.rsplit(['比', '为', '较']).next().unwrap_or_default();
        let is_of_plan =
            base.len() < head.len() && base.contains("预算") && !["执行", "决算", "完成"].iter().any(|word| base.contains(word));
        let is_of_next = years(head).first().zip(year).is_some_and(|(named, year)| *named > year);
        let is_compared = matches!(percent, Meaning::Yoy(_)) && (is_of_plan || is_of_next);
        return if is_compared { Meaning::Difference } else { percent };
    }
    if has(&["增减额", "增减数", "增加额", "增长额", "差额", "增减", "超收", "短收", "占比", "比重", "结构"]) {
        return Meaning::Difference;
    }
    slot(head, year).map_or(Meaning::Unknown, Meaning::Amount)
}

/// Whether a head names the budget of an earlier year than the table is of: beside it stand the figures of the coming year.
pub(super) fn is_budget_before(head: &str, year: u16) -> bool {
    let is_before =
        years(head).first().is_some_and(|named| named.checked_add(1) == Some(year)) || (years(head).is_empty() && head.starts_with("上年"));
    is_before && head.contains("预算") && !["%", "增长", "增减", "比", "决算", "执行", "完成"].iter().any(|word| head.contains(word))
}

/// The years that a head names.
pub(super) fn years(head: &str) -> Vec<u16> {
    let signs: Vec<char> = head.chars().collect();
    let mut found = Vec::new();
    for (at, four) in signs.windows(4).enumerate() {
        let is_alone =
            !signs.get(at + 4).is_some_and(char::is_ascii_digit) && (at == 0 || !signs.get(at - 1).is_some_and(char::is_ascii_digit));
        let year = four.iter().collect::<String>().parse().ok().filter(|year| (1980..2100).contains(year));
        if let Some(year) = year.filter(|_| is_alone && four.iter().all(char::is_ascii_digit)) {
            found.push(year);
        }
    }
    found
}

/// Which amount a head names.
pub(super) fn slot(head: &str, year: Option<u16>) -> Option<Slot> {
    let stage = STAGES.iter().find(|(word, _)| head.contains(word)).map(|(_, slot)| *slot);
    let is_prior = ["上年", "去年", "上一年"].iter().any(|word| head.contains(word));
    let is_next = ["下年", "明年", "下一年"].iter().any(|word| head.contains(word));
    let named = years(head).first().copied();
    let (is_prior, is_next) = match (named, year) {
        (Some(named), Some(year)) if named < year => (true, is_next),
        (Some(named), Some(year)) if named > year => (is_prior, true),
        _ => (is_prior, is_next),
    };
    match stage {
        // Of the year before the model keeps what came of it, not what was planned.
        Some(Slot::Executed | Slot::Final) if is_prior => Some(Slot::Prior),
        Some(_) if is_prior => None,
        Some(Slot::Initial) if is_next => Some(Slot::Next),
        Some(_) if is_next => None,
        Some(stage) => Some(stage),
        None if is_prior && (head.ends_with('数') || head.ends_with("同期") || head.ends_with("金额")) => Some(Slot::Prior),
        None => None,
    }
}

fn percent(has: &impl Fn(&[&str]) -> bool) -> Option<Meaning> {
    let is_percent = has(&["%", "百分比", "比例", "增幅", "增长率", "增速", "完成率", "执行率", "进度"]);
    if !is_percent {
        return None;
    }
    if has(&["占总", "占比", "比重"]) {
        return Some(Meaning::Difference);
    }
    if has(&["增长", "增幅", "增减", "增速", "增加", "下降", "±", "同比"]) {
        return Some(Meaning::Yoy(YoyKind::Change));
    }
    let is_of_prior = has(&["上年", "去年"]) || (has(&["决算数的", "执行数的", "决算的"]) && !has(&["完成"]));
    if is_of_prior {
        return Some(Meaning::Yoy(YoyKind::Ratio));
    }
    Some(if has(&["预算", "完成", "执行", "进度"]) { Meaning::Completion } else { Meaning::Difference })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_any_wording_have_meanings() {
        for (head, found) in [
            ("科目编码", Meaning::Code),
            ("预算科目", Meaning::Name),
            ("上年决算数", Meaning::Amount(Slot::Prior)),
            ("2023年决算数", Meaning::Amount(Slot::Prior)),
            ("2023年执行数", Meaning::Amount(Slot::Prior)),
            ("年初预算数", Meaning::Amount(Slot::Initial)),
            ("2024年预算数", Meaning::Amount(Slot::Initial)),
            ("调整预算数", Meaning::Amount(Slot::Adjusted)),
            ("变动预算数", Meaning::Amount(Slot::Adjusted)),
            ("1-6月累计", Meaning::Amount(Slot::Executed)),
            ("预算执行数", Meaning::Amount(Slot::Executed)),
            ("决算数", Meaning::Amount(Slot::Final)),
            ("预计数", Meaning::Amount(Slot::Executed)),
            ("2023年预计数", Meaning::Amount(Slot::Prior)),
            ("2025年预算数", Meaning::Amount(Slot::Next)),
            ("比较比2023年决算数增长%", Meaning::Yoy(YoyKind::Change)),
            ("为上年决算数的%", Meaning::Yoy(YoyKind::Ratio)),
            ("比上年预算数增长%", Meaning::Difference),
            ("2025年预算数为2024年执行数的%", Meaning::Difference),
            ("比较完成2024年预算数的%", Meaning::Completion),
            ("决算数为预算数的%", Meaning::Completion),
            ("增减额", Meaning::Difference),
            ("备注", Meaning::Note),
            ("印否", Meaning::Helper),
            ("功能分类科目", Meaning::Name),
            ("面积", Meaning::Unknown),
        ] {
            assert_eq!(meaning(head, Some(2024)), found, "{head}");
        }
    }
}
