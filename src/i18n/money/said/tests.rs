//! The sentences as they are read, with zero and negative bases, missing stages and printed figures.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use super::*;
use crate::budget::{Column, Tree, largest as find_largest, movers as find_movers, pace as find_pace};
use crate::model::{Amounts, Budget, BudgetTable, Line, Period, Printed, Role, Stage, Stated, YoyKind};

fn d(text: &str) -> Stated<Decimal> {
    Decimal::parse(text).map_or(Stated::Unknown, Stated::Value)
}

fn line(name: &str, role: Option<Role>, [prior, adjusted, executed]: [&str; 3]) -> Line {
    let amounts = Amounts { prior_final: d(prior), adjusted: d(adjusted), executed: d(executed), ..Amounts::default() };
    Line { id: name.into(), name: name.into(), role, amounts, ..Line::default() }
}

fn budget(lines: Vec<Line>) -> Budget {
    let table = BudgetTable { direction: Direction::Expenditure, lines, ..BudgetTable::default() };
    Budget { fiscal_year: 2024, stage: Stage::Execution, unit: Unit::WanYuan, tables: vec![table], ..Budget::default() }
}

fn with<T>(budget: &Budget, population: Option<u64>, look: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let tree = Tree::new(&budget.tables[0]);
    look(&Sheet { budget, table: &budget.tables[0], tree: &tree, population })
}

fn said(lang: Lang, budget: &Budget, population: Option<u64>) -> String {
    with(budget, population, |sheet| {
        let summary = sheet.summary();
        let pieces = summary.map(|summary| sentence(lang, sheet, &summary)).unwrap_or_default();
        pieces.iter().map(Piece::text).collect::<Vec<_>>().concat()
    })
}

fn total(amounts: [&str; 3]) -> Line {
    line("支出总计", Some(Role::Total), amounts)
}

#[test]
fn the_sentence_says_how_much_how_far_and_against_last_year() {
    let sample = budget(vec![total(["20893.30", "21936.15", "21033.77"])]);
    assert_eq!(said(Lang::Zh, &sample, Some(48620)), "支出2.10亿元，完成95.9%，比上年+0.7%，人均4,326元。");
    assert_eq!(
        said(Lang::En, &sample, Some(48620)),
        "Spent 210.3 million yuan, 95.9% of the budget, +0.7% year on year, 4,326 yuan per person."
    );
}

#[test]
fn a_list_says_amounts_as_its_language_counts() {
    let of = |say: fn(Lang, Decimal, Unit) -> String, lang, text: &str, unit| say(lang, Decimal::parse(text).unwrap(), unit);
    assert_eq!(of(listed, Lang::Zh, "21033.77", Unit::WanYuan), "21,033.77万元");
    assert_eq!(of(listed, Lang::En, "21033.77", Unit::WanYuan), "210.3 million yuan");
    assert_eq!(of(exact, Lang::En, "21033.77", Unit::WanYuan), "210,337,700 yuan");
    assert_eq!(of(whole_amount, Lang::Zh, "21033.77", Unit::WanYuan), "21,033.77万元");
    assert_eq!(of(whole_amount, Lang::En, "21033.77", Unit::WanYuan), "210.3 million yuan (210,337,700 yuan)");
    assert_eq!(of(whole_amount, Lang::En, "260", Unit::WanYuan), "2.6 million yuan");
    assert_eq!(of(whole_amount, Lang::En, "12.5", Unit::WanYuan), "125,000 yuan");
    assert_eq!(of(whole_amount, Lang::En, "12345.67", Unit::Yuan), "12,346 yuan (12,345.67 yuan)");
}

#[test]
fn what_is_not_there_is_not_said() {
    assert_eq!(said(Lang::Zh, &budget(vec![total(["", "", "2243"])]), None), "支出2,243万元。");
    assert_eq!(said(Lang::Zh, &budget(vec![total(["0", "-1", "2243"])]), Some(0)), "支出2,243万元。");
    assert_eq!(said(Lang::Zh, &budget(vec![total(["", "", ""])]), None), "");
    assert_eq!(said(Lang::Zh, &budget(vec![total(["", "31.5", ""])]), None), "调整后计划支出31.50万元。");
}

#[test]
fn half_a_year_and_printed_percentages_are_told_as_such() {
    let printed = Printed { completion_percent: d("44"), yoy_percent: d("114"), yoy_kind: Some(YoyKind::Ratio) };
    let mut half = budget(vec![Line { printed: Some(printed), ..line("本级支出", Some(Role::Total), ["", "", "41787"]) }]);
    half.period = Some(Period { from: "2024-01-01".into(), to: "2024-06-30".into() });
    assert_eq!(said(Lang::Zh, &half, None), "本级支出4.18亿元，原表载完成44%，时间进度50.0%，原表载比上年+14%。");
}

#[test]
fn amounts_are_said_in_the_unit_of_their_size() {
    for (text, unit, zh, en) in [
        ("24.2", Unit::WanYuan, "24.20万元", "242,000 yuan"),
        ("82", Unit::Yuan, "82元", "82 yuan"),
        ("-82", Unit::WanYuan, "−82.00万元", "−820,000 yuan"),
        ("8303", Unit::WanYuan, "8,303万元", "83.0 million yuan"),
        ("43.27", Unit::YiYuan, "43.27亿元", "4,327.0 million yuan"),
        ("18718.23", Unit::WanYuan, "1.87亿元", "187.2 million yuan"),
        ("20000", Unit::WanYuan, "2.00亿元", "200.0 million yuan"),
        ("0.23", Unit::YiYuan, "2,300万元", "23.0 million yuan"),
        ("36591600.00", Unit::Yuan, "3,659万元", "36.6 million yuan"),
        ("0", Unit::YiYuan, "0元", "0 yuan"),
    ] {
        let value = Decimal::parse(text).unwrap();
        assert_eq!((amount(Lang::Zh, value, unit), amount(Lang::En, value, unit)), (zh.to_owned(), en.to_owned()), "{text}");
    }
}

#[test]
fn captions_say_the_finding() {
    let lines = vec![
        line("教育支出", None, ["2895.01", "3173.27", "3062.81"]),
        line("卫生健康支出", None, ["1077.03", "1062.51", "1007.24"]),
        line("农林水支出", None, ["0", "3376.97", "3249.39"]),
        total(["3972.04", "7612.75", "7319.44"]),
    ];
    let budget = budget(lines);
    with(&budget, None, |sheet| {
        let all = [0, 1, 2, 3];
        let found = find_largest(sheet, &sheet.parts(None).unwrap()).unwrap();
        assert_eq!(largest(Lang::Zh, sheet, &found), "农林水支出最多，占44.4%");
        let found = find_pace(sheet, &all);
        assert_eq!(pace(Lang::Zh, sheet, &found).as_deref(), Some("卫生健康支出完成94.8%，最慢；教育支出完成96.5%，最快"));
        let found = find_movers(sheet, sheet.budget, Column::Executed, &all);
        // Of a base of zero there is no percentage.
        assert_eq!(
            movers(Lang::Zh, sheet, &found).as_deref(),
            Some("农林水支出增3,249万元，增加最多；卫生健康支出减6.5%（69.79万元），减少最多")
        );
        assert_eq!(
            movers(Lang::En, sheet, &found).as_deref(),
            Some("Largest rise: 农林水支出, 32.5 million yuan; Largest fall: 卫生健康支出, 6.5% (697,900 yuan)")
        );
        let found = find_movers(sheet, sheet.budget, Column::FinalAccounts, &all);
        assert_eq!(movers(Lang::Zh, sheet, &found), None);
    });
}
