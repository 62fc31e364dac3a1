//! Tests of the module above.

use super::*;
use crate::model::{BudgetTable, Level, Line, Outcome, Suggestion};

fn entry(id: &str, name: &str, short: Option<&str>, place: Option<&str>) -> Entry {
    let assembly = Body { name: name.into(), short_name: short.map(Into::into), place: place.map(Into::into), level: None };
    Entry { id: id.into(), assembly, ..Entry::default() }
}

#[test]
fn another_spelling_is_told_and_another_body_is_not() {
    let entries = [
        entry("1", "示例县示例镇人民代表大会", Some("示例镇人大"), Some("示例省 示例县 示例镇")),
        entry("2", "示例镇人民代表大会", Some("示例镇人大"), Some("示例省示例县 示例镇")),
        entry("3", "别县示例镇人民代表大会", Some("示例镇人大"), Some("示例省 别县 示例镇")),
        entry("4", "示例镇人大", Some("示例镇人大"), None),
        entry("5", "示例县人民代表大会", None, None),
    ];
    assert_eq!(alike(&entries, "示例县示例镇人民代表大会"), ["示例镇人民代表大会", "示例镇人大"]);
    assert_eq!(alike(&entries, "示例县人民代表大会"), [""; 0]);
    // An address may have spaces that the archive has not.
    assert_eq!(alike(&entries, "示例县 人民代表大会"), ["示例县人民代表大会"]);
    let mut levels = entries.clone();
    levels[0].assembly.level = Some(Level::Township);
    levels[1].assembly.level = Some(Level::County);
    assert_eq!(alike(&levels, "示例县示例镇人民代表大会"), ["示例镇人大"]);
}

#[test]
fn sessions_of_a_body_are_newest_first() {
    let mut entries = [entry("a", "x", None, None), entry("b", "x", None, None), entry("c", "y", None, None)];
    entries[0].dates.start = Some("2023-01-05".into());
    entries[1].dates.start = Some("2024".into());
    let ids: Vec<_> = of_body(&entries, "x").into_iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
}

fn with_total(fiscal_year: u16, initial: &str, next: Option<&str>) -> Session {
    let amount = |text: &str| Decimal::parse(text).map_or(Stated::Unknown, Stated::Value);
    let mut line = Line { id: "t".into(), name: "收入合计".into(), role: Some(Role::Total), ..Line::default() };
    line.amounts.initial = amount(initial);
    line.amounts.next = next.map_or(Stated::Unknown, amount);
    let part = Line { id: "x".into(), name: "税收".into(), amounts: line.amounts.clone(), ..Line::default() };
    let table = BudgetTable { id: "r".into(), book: Some(Book::GeneralPublic), lines: vec![part, line], ..BudgetTable::default() };
    let other = BudgetTable { book: Some(Book::GovernmentFund), ..table.clone() };
    let budget = Budget { id: "b".into(), fiscal_year, unit: Unit::WanYuan, tables: vec![other, table], ..Budget::default() };
    Session { budgets: vec![budget], ..Session::default() }
}

#[test]
fn totals_are_told_once_unless_they_differ() {
    let (a, b, c) = (with_total(2023, "100", Some("110.5")), with_total(2024, "110.5", None), with_total(2024, "111", None));
    let told = |sessions: &[&Session]| -> Vec<_> {
        totals(sessions).iter().map(|total| (total.year, total.stage, total.amount.to_string(), total.session)).collect()
    };
    assert_eq!(told(&[&a, &b]), [(2023, Column::Initial, "100".into(), 0), (2024, Column::Initial, "110.5".into(), 1)]);
    assert_eq!(told(&[&a, &c]).len(), 3);
    assert_eq!(told(&[]), []);
    assert_eq!(told(&[&with_total(u16::MAX, "1", Some("2"))]).len(), 1);
}

#[test]
fn what_nobody_says_is_not_zero() {
    let mut session = Session::default();
    assert_eq!(counted(&session), [Some(0), None, None, None, None, None]);
    session.suggestions = vec![
        Suggestion { outcome: Stated::Value(Outcome::B), replied: Stated::Value("2024-05-01".into()), ..Suggestion::default() },
        Suggestion::default(),
    ];
    assert_eq!(counted(&session), [Some(2), Some(1), Some(0), Some(1), Some(0), Some(0)]);
    let totals = SuggestionTotals { received: Stated::Value(9), ..SuggestionTotals::default() };
    assert_eq!(reported(&totals), [Some(9), None, None, None, None, None]);
}
