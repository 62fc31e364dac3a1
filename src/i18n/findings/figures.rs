//! The sentences of the audit: both figures, the difference, the unit.

use super::{Lang, pick};
use crate::budget::{Check, Column, Remark, Rule, Verdict, grouped};
use crate::model::{Book, Decimal, Direction, Unit};

/// Template and values for a printed figure that its neighbours contradict.
pub(super) fn figures(lang: Lang, name: &str, check: &Check) -> (&'static str, &'static str, Vec<String>) {
    let unit = if lang == Lang::Zh { check.unit.map_or("%", |unit| unit_word(lang, unit)) } else { "" };
    let space = if check.unit.is_some() && lang == Lang::Zh { " " } else { "" };
    let figure = |amount: Decimal| format!("{}{space}{unit}", grouped(amount));
    let difference = check.difference.negated().filter(|_| check.difference.mantissa < 0).unwrap_or(check.difference);
    let is_different = check.verdict == Verdict::Differs;
    let mut values = match check.column {
        Some(column) => vec![name.to_owned(), column_word(lang, column).to_owned()],
        None => vec![name.to_owned()],
    };
    let (zh, en) = match check.rule {
        Rule::Parts | Rule::Total if check.remark.is_some() => (
            "“{}”的{}印作 {}，仅已给出的各行相加就有 {}，多出 {}；请与原件核对。",
            "“{}”, {}: printed {}, but the lines that are given already come to {}, {} more (unit: {}). Check it against the source.",
        ),
        Rule::Parts => (
            "“{}”的{}印作 {}，各组成部分相加是 {}，相差 {}；请与原件核对。",
            "“{}”, {}: printed {}, but its parts add up to {}, a difference of {} (unit: {}). Check it against the source.",
        ),
        Rule::Total => (
            "“{}”的{}印作 {}，所合计的各行相加是 {}，相差 {}；请与原件核对。",
            "“{}”, {}: printed {}, but the lines it sums up come to {}, a difference of {} (unit: {}). Check it against the source.",
        ),
        Rule::OfWhich => (
            "“{}”的{}是 {}，大于它所属的整体 {}，多出 {}；请与原件核对。",
            "“{}”, {}: {} is more than the {} that it is part of, by {} (unit: {}). Check it against the source.",
        ),
        Rule::Balance => (
            "“{}”的{}是 {}，收入总计是 {}，两者应当相等，相差 {}；请与原件核对。",
            "“{}”, {}: {}, but total revenue is {}; they should balance and differ by {} (unit: {}). Check both against the source.",
        ),
        Rule::Completion if check.remark.is_some() => (
            "“{}”的完成预算 {} 是按年初预算算的，不是按调整预算。",
            "“{}”: a completion of {}% is measured against the initial budget, not the adjusted one.",
        ),
        Rule::Completion if !is_different => (
            "“{}”的完成预算印作 {}，按印出的金额计算是 {}；金额的取整可以解释这个差别。",
            "“{}”: a completion of {}% is printed, and the amounts as printed come to {}%; their rounding explains it.",
        ),
        Rule::YearOnYear if !is_different => (
            "“{}”的比上年百分比印作 {}，按印出的金额计算是 {}；金额的取整可以解释这个差别。",
            "“{}”: {}% against last year is printed, and the amounts as printed come to {}%; their rounding explains it.",
        ),
        Rule::Completion => (
            "“{}”的完成预算印作 {}，按金额计算是 {}，相差 {} 个百分点；请与原件核对。",
            "“{}”: a completion of {}% is printed, but the amounts come to {}%, a difference of {} points. Check it against the source.",
        ),
        Rule::YearOnYear => match check.remark {
            Some(Remark::FitsRatio) => (
                "“{}”的比上年增减印作 {}，按金额计算是 {}，相差 {} 个百分点；印的像是“为上年的百分之几”，是的话请写 yoy_kind 为 ratio。",
                "“{}”: a change of {}% is printed, but the amounts come to {}%, a difference of {} points. It fits a ratio; if it is one, make yoy_kind “ratio”.",
            ),
            Some(Remark::FitsChange) => (
                "“{}”的为上年百分比印作 {}，按金额计算是 {}，相差 {} 个百分点；印的像是增减百分比，是的话请写 yoy_kind 为 change。",
                "“{}”: a ratio of {}% is printed, but the amounts come to {}%, a difference of {} points. It fits a change; if it is one, make yoy_kind “change”.",
            ),
            _ => (
                "“{}”的比上年百分比印作 {}，按金额计算是 {}，相差 {} 个百分点；请与原件核对。",
                "“{}”: {}% against last year is printed, but the amounts come to {}%, a difference of {} points. Check it against the source.",
            ),
        },
        Rule::NoPrior => (
            "“{}”印有比上年 {}，但上年写明没有或为零，算不出百分比；请与原件核对。",
            "“{}”: {}% against last year is printed, but last year is said to be none or zero, which gives no percentage. Check it against the source.",
        ),
        Rule::NoBudget => (
            "“{}”印有完成预算 {}，但预算写明没有或为零，算不出百分比；请与原件核对。",
            "“{}”: a completion of {}% is printed, but the budget is said to be none or zero, which gives no percentage. Check it against the source.",
        ),
    };
    values.push(figure(check.printed));
    values.push(figure(check.recomputed));
    values.push(if check.unit.is_some() { figure(difference) } else { grouped(difference) });
    values.extend(check.unit.map(|unit| unit_word(lang, unit).to_owned()));
    (zh, en, values)
}

/// The word for a unit.
pub(super) const fn unit_word(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => pick(lang, "元", "yuan"),
        Unit::WanYuan => pick(lang, "万元", "10,000 yuan"),
        Unit::YiYuan => pick(lang, "亿元", "100 million yuan"),
    }
}

/// The word for the table of a direction.
pub(super) const fn direction_word(lang: Lang, direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => pick(lang, "收入", "revenue"),
        Direction::Expenditure => pick(lang, "支出", "expenditure"),
    }
}

/// The word for a book.
pub(super) const fn book_word(lang: Lang, book: Book) -> &'static str {
    match book {
        Book::GeneralPublic => pick(lang, "一般公共预算", "general public budget"),
        Book::GovernmentFund => pick(lang, "政府性基金预算", "government fund budget"),
        Book::StateCapital => pick(lang, "国有资本经营预算", "state capital operations budget"),
        Book::SocialInsurance => pick(lang, "社会保险基金预算", "social insurance fund budget"),
    }
}

const fn column_word(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::PriorFinal => pick(lang, "上年决算", "last year's final accounts"),
        Column::Initial => pick(lang, "年初预算", "initial budget"),
        Column::Adjusted => pick(lang, "调整预算", "adjusted budget"),
        Column::Executed => pick(lang, "执行数", "execution"),
        Column::FinalAccounts => pick(lang, "决算", "final accounts"),
        Column::Next => pick(lang, "下年预算", "next year's budget"),
    }
}
