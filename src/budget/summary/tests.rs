//! Nothing is said that is not computed or printed, and never of another stage.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use super::super::Tree;
use super::*;
use crate::model::{Amounts, BudgetTable, Period, Printed, Stage};

fn d(text: &str) -> Stated<Decimal> {
    Decimal::parse(text).map_or(Stated::Unknown, Stated::Value)
}

/// A line with last year's figure, the budget and what was executed; an empty text is nothing stated.
fn line(name: &str, role: Option<Role>, [prior, initial, executed]: [&str; 3]) -> Line {
    let amounts = Amounts { prior_final: d(prior), initial: d(initial), executed: d(executed), ..Amounts::default() };
    Line { id: name.into(), name: name.into(), role, amounts, ..Line::default() }
}

fn budget(lines: Vec<Line>) -> Budget {
    let table = BudgetTable { direction: Direction::Expenditure, lines, ..BudgetTable::default() };
    Budget { fiscal_year: 2024, stage: Stage::Execution, unit: Unit::WanYuan, tables: vec![table], ..Budget::default() }
}

fn summary(budget: &Budget, population: Option<u64>) -> Option<Summary> {
    let tree = Tree::new(&budget.tables[0]);
    Sheet { budget, table: &budget.tables[0], tree: &tree, population }.summary()
}

fn said(told: Option<Told>) -> Option<(String, bool)> {
    told.map(|told| (told.percent.to_string(), told.is_printed))
}

#[test]
fn a_total_beside_its_lines_is_told_with_all_that_follows_from_it() {
    let lines = vec![
        line("教育支出", None, ["40", "60", "50"]),
        line("公路", None, ["60", "50", "53"]),
        line("支出总计", Some(Role::Total), ["100", "110", "103"]),
    ];
    let told = summary(&budget(lines), Some(1000)).unwrap();
    assert_eq!((told.row, told.is_whole, told.column), (2, true, Column::Executed));
    assert_eq!((said(told.completion), said(told.change)), (Some(("93.6".into(), false)), Some(("3.0".into(), false))));
    assert_eq!((told.per_head.map(|head| head.to_string()), told.gone), (Some("1030.00".into()), None));
}

#[test]
fn a_base_of_zero_or_below_gives_no_percentage() {
    for base in ["0", "-5"] {
        let told = summary(&budget(vec![line("支出合计", Some(Role::Total), [base, base, "10"])]), Some(0)).unwrap();
        assert_eq!((told.completion, told.change, told.per_head), (None, None, None), "{base}");
    }
    let told = summary(&budget(vec![line("支出合计", Some(Role::Total), ["10", "10", "-2"])]), None).unwrap();
    assert_eq!((said(told.completion), said(told.change)), (Some(("-20.0".into(), false)), Some(("-120.0".into(), false))));
}

#[test]
fn a_printed_percentage_counts_only_where_none_follows_from_the_amounts() {
    let printed = Printed { completion_percent: d("101.52"), yoy_percent: d("112"), yoy_kind: Some(YoyKind::Ratio) };
    let mut lines = vec![line("支出合计", Some(Role::Total), ["", "", "10"])];
    lines[0].printed = Some(printed.clone());
    let told = summary(&budget(lines.clone()), None).unwrap();
    assert_eq!((said(told.completion), said(told.change)), (Some(("101.52".into(), true)), Some(("12".into(), true))));
    lines[0] = Line { printed: Some(printed), ..line("支出合计", Some(Role::Total), ["8", "20", "10"]) };
    let told = summary(&budget(lines), None).unwrap();
    assert_eq!((said(told.completion), said(told.change)), (Some(("50.0".into(), false)), Some(("25.0".into(), false))));
}

#[test]
fn a_plan_is_not_said_to_be_completed() {
    let mut draft = budget(vec![line("支出合计", Some(Role::Total), ["100", "110", ""])]);
    draft.stage = Stage::Draft;
    let told = summary(&draft, None).unwrap();
    assert_eq!((told.column, told.completion, said(told.change)), (Column::Initial, None, Some(("10.0".into(), false))));
    // A draft beside what was reached meanwhile: neither percentage is the draft's.
    let mut draft = budget(vec![line("支出合计", Some(Role::Total), ["100", "110", "120"])]);
    draft.stage = Stage::Draft;
    let told = summary(&draft, None).unwrap();
    assert_eq!((told.column, told.completion, told.change), (Column::Initial, None, None));
}

#[test]
fn half_a_year_is_not_compared_with_a_whole_one() {
    let mut half = budget(vec![line("支出合计", Some(Role::Total), ["100", "110", "55"])]);
    half.period = Some(Period { from: "2024-01-01".into(), to: "2024-06-30".into() });
    let told = summary(&half, None).unwrap();
    assert_eq!((said(told.completion), told.change), (Some(("50.0".into(), false)), None));
    assert_eq!(told.gone.map(|gone| gone.to_string()), Some("50.0".into()));
}

#[test]
fn lines_that_no_total_sums_up_are_not_summed_up_here() {
    assert_eq!(summary(&budget(vec![line("甲", None, ["", "", "1"]), line("乙", None, ["", "", "2"])]), None), None);
    assert_eq!(summary(&budget(Vec::new()), None), None);
    assert_eq!(summary(&budget(vec![line("支出合计", Some(Role::Total), ["", "", ""])]), None), None);
    // Two totals of which neither is the sum: either may be meant.
    let two = vec![
        line("甲", None, ["", "", "1"]),
        line("合计", Some(Role::Total), ["", "", "5"]),
        line("总计", Some(Role::Total), ["", "", "9"]),
    ];
    assert_eq!(summary(&budget(two), None), None);
}

#[test]
fn a_total_that_does_not_fit_is_told_by_its_name() {
    let lines = vec![line("本级支出", Some(Role::Subtotal), ["", "", "41787"]), line("债务还本支出", None, ["", "", "0"])];
    let told = summary(&budget(lines), None).unwrap();
    assert_eq!((told.row, told.is_whole), (0, false));
    let told = summary(&budget(vec![line("实际可用资金", Some(Role::Total), ["", "", "5"])]), None).unwrap();
    assert!(!told.is_whole, "its name says something of its own");
}

#[test]
fn a_budget_opens_on_the_expenditure_of_the_general_public_budget() {
    let table =
        |book, direction, lines: usize| BudgetTable { book, direction, lines: vec![Line::default(); lines], ..BudgetTable::default() };
    let (general, fund) = (Some(Book::GeneralPublic), Some(Book::GovernmentFund));
    let (revenue, expenditure) = (Direction::Revenue, Direction::Expenditure);
    let opens = |tables: Vec<BudgetTable>| opening(&Budget { tables, ..Budget::default() });
    assert_eq!(opens(vec![table(general, revenue, 1), table(fund, expenditure, 1), table(general, expenditure, 1)]), Some(2));
    assert_eq!(opens(vec![table(None, revenue, 1), table(None, expenditure, 1), table(general, expenditure, 0)]), Some(1));
    assert_eq!(opens(vec![table(None, expenditure, 0), table(None, revenue, 2)]), Some(1));
    assert_eq!((opens(vec![table(None, revenue, 0)]), opens(Vec::new())), (Some(0), None));
}
