//! What is said of a picture is so of its figures, and of one line only where it alone is the first.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use super::super::{Match, Place, Tree};
use super::*;
use crate::model::{Amounts, BudgetTable, Line, Stage, Stated};

fn d(text: &str) -> Stated<Decimal> {
    Decimal::parse(text).map_or(Stated::Unknown, Stated::Value)
}

fn line(name: &str, role: Option<Role>, [prior, initial, executed]: [&str; 3]) -> Line {
    let amounts = Amounts { prior_final: d(prior), initial: d(initial), executed: d(executed), ..Amounts::default() };
    Line { id: name.into(), name: name.into(), role, amounts, ..Line::default() }
}

fn with<T>(lines: Vec<Line>, look: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let table = BudgetTable { lines, ..BudgetTable::default() };
    let budget = Budget { stage: Stage::Execution, unit: Unit::WanYuan, tables: vec![table], ..Budget::default() };
    let tree = Tree::new(&budget.tables[0]);
    look(&Sheet { budget: &budget, table: &budget.tables[0], tree: &tree, population: None })
}

fn total(executed: &str) -> Line {
    line("支出总计", Some(Role::Total), ["", "", executed])
}

#[test]
fn the_largest_part_is_of_the_whole_that_is_printed() {
    let part = |name, amount| line(name, None, ["", "", amount]);
    let lines = vec![part("甲", "10"), part("乙", "40"), part("丙", "30"), part("丁", "20"), total("100")];
    let found = with(lines, |sheet| largest(sheet, &sheet.parts(None).unwrap())).unwrap();
    assert_eq!(
        (found.row, found.share.to_string(), found.three.map(|d| d.to_string()), found.is_whole),
        (1, "40.0".into(), Some("90.0".into()), true)
    );
    // Without a total the shares are of the lines, and that is told.
    let found = with(vec![part("甲", "10"), part("乙", "30")], |sheet| largest(sheet, &sheet.parts(None).unwrap())).unwrap();
    assert_eq!((found.row, found.share.to_string(), found.three, found.is_whole), (1, "75.0".into(), None, false));
}

#[test]
fn of_two_that_are_equal_none_is_the_largest() {
    let part = |name, amount| line(name, None, ["", "", amount]);
    assert_eq!(with(vec![part("甲", "10"), part("乙", "10"), total("20")], |sheet| largest(sheet, &sheet.parts(None).unwrap())), None);
    for amount in ["0", "-5"] {
        assert_eq!(with(vec![part("甲", amount)], |sheet| largest(sheet, &sheet.parts(None).unwrap())), None, "{amount}");
    }
}

#[test]
fn a_total_is_neither_ahead_nor_behind() {
    let lines = vec![
        line("甲", None, ["", "100", "80"]),
        line("乙", None, ["", "100", "96.52"]),
        line("丙", None, ["", "0", "5"]),
        line("支出总计", Some(Role::Total), ["", "200", "181"]),
        line("年终结余", Some(Role::CarryOver), ["", "10", "90"]),
    ];
    let found = with(lines.clone(), |sheet| pace(sheet, &[0, 1, 2, 3, 4]));
    let said = |one: Option<(usize, Told)>| one.map(|(row, told)| (row, told.percent.to_string()));
    assert_eq!((said(found.least), said(found.most)), (Some((0, "80.0".into())), Some((1, "96.5".into()))));
    let found = with(lines, |sheet| pace(sheet, &[0]));
    assert_eq!((found.least, found.most), (None, None));
}

#[test]
fn the_most_moved_have_a_sign_and_stand_alone() {
    let lines = vec![
        line("甲", None, ["100", "", "120"]),
        line("乙", None, ["0", "", "7"]),
        line("丙", None, ["-5", "", "-10"]),
        line("丁", None, ["", "", "500"]),
        line("支出总计", Some(Role::Total), ["95", "", "617"]),
    ];
    let look = |lines: Vec<Line>| {
        with(lines, |sheet| {
            let rows: Vec<usize> = (0..sheet.table.lines.len()).collect();
            let found = movers(sheet, sheet.budget, Column::Executed, &rows);
            let said = |one: Option<(usize, Decimal)>| one.map(|(row, amount)| (row, amount.to_string()));
            (said(found.up), said(found.down))
        })
    };
    assert_eq!(look(lines), (Some((0, "200000".into())), Some((2, "-50000".into()))));
    // All the same, or nothing to compare with.
    assert_eq!(look(vec![line("甲", None, ["1", "", "2"]), line("乙", None, ["2", "", "3"])]), (None, None));
    assert_eq!(look(vec![line("甲", None, ["", "", "2"])]), (None, None));
}

#[test]
fn a_line_over_the_years_goes_from_its_first_whole_year_to_its_last() {
    let point = |year, stage, amount: &str, is_part_of_year| Point {
        place: Place { session: 0, budget: 0, table: 0, row: 0 },
        column: stage,
        fiscal_year: year,
        stage,
        is_part_of_year,
        amount: Decimal::parse(amount).unwrap(),
        unit: Unit::WanYuan,
        matched: Match::Code,
    };
    let (initial, executed, last) = (Column::Initial, Column::Executed, Column::FinalAccounts);
    let points = [
        point(2022, initial, "90", false),
        point(2022, last, "100", false),
        point(2023, last, "120", false),
        point(2024, executed, "70", true),
    ];
    let found = span(&points).unwrap();
    assert_eq!(
        (found.from.amount.to_string(), found.to.fiscal_year, found.change.map(|d| d.to_string())),
        ("100".into(), 2023, Some("20.0".into()))
    );
    for base in ["0", "-3"] {
        assert_eq!(span(&[point(2022, last, base, false), point(2023, last, "5", false)]).unwrap().change, None, "{base}");
    }
    assert_eq!(span(&[point(2022, last, "5", false)]).unwrap().change, None);
    assert_eq!(span(&[point(2024, executed, "70", true)]), None);
}
