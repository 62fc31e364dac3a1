//! What is shown of a table.

use super::*;
use crate::model::{Amounts, Stated};

fn budget() -> Budget {
    let line = |id: &str, parent: Option<&str>, name: &str, initial: &str, role: Option<Role>| Line {
        id: id.into(),
        parent: parent.map(Into::into),
        name: name.into(),
        role,
        amounts: Amounts { initial: Decimal::parse(initial).map_or(Stated::Unknown, Stated::Value), ..Amounts::default() },
        ..Line::default()
    };
    let lines = vec![
        line("tax", None, "税收收入", "30", None),
        line("vat", Some("tax"), "增值税", "10", None),
        line("cit", Some("tax"), "企业所得税", "20", None),
        line("fee", None, "非税收入", "70", None),
        line("gap", Some("fee"), "罚没收入", "", None),
        line("all", None, "收入总计", "100", Some(Role::Total)),
    ];
    Budget { unit: Unit::WanYuan, tables: vec![BudgetTable { lines, ..BudgetTable::default() }], ..Budget::default() }
}

fn shown(chosen: Chosen<'_>, open: &[usize]) -> Vec<usize> {
    let budget = budget();
    let tree = Tree::new(&budget.tables[0]);
    let sheet = Sheet { budget: &budget, table: &budget.tables[0], tree: &tree, population: Some(3) };
    sheet.rows(chosen, |row| open.contains(&row)).into_iter().map(|row| row.row).collect()
}

#[test]
fn branches_open_and_close() {
    assert_eq!(shown(Chosen::default(), &[]), [0, 3, 5]);
    assert_eq!(shown(Chosen::default(), &[0]), [0, 1, 2, 3, 5]);
}

#[test]
fn a_choice_opens_the_branches_it_needs() {
    assert_eq!(shown(Chosen { find: Some("企业"), ..Chosen::default() }, &[]), [0, 2]);
    let over = Decimal::parse("200000").ok();
    assert_eq!(shown(Chosen { over, ..Chosen::default() }, &[]), [0, 2, 3, 5]);
    assert_eq!(shown(Chosen { find: Some("税"), over, ..Chosen::default() }, &[]), [0, 2, 3]);
}

#[test]
fn lines_are_ordered_within_their_branch_and_blanks_come_last() {
    let sort = |text: &str| Chosen { sort: Sort::from_key(text), ..Chosen::default() };
    assert_eq!(shown(sort("-initial"), &[0, 3]), [5, 3, 4, 0, 2, 1]);
    assert_eq!(shown(sort("initial"), &[0]), [0, 1, 2, 3, 5]);
}

#[test]
fn a_line_is_made_of_its_parts_or_of_those_given_and_the_rest() {
    let mut budget = budget();
    let tree = Tree::new(&budget.tables[0]);
    let of = |budget: &Budget, row| {
        let sheet = Sheet { budget, table: &budget.tables[0], tree: &tree, population: None };
        let (parts, left) = sheet.made_of(row, Column::Initial);
        (parts, left.map(|left| left.to_string()))
    };
    assert_eq!(of(&budget, 0), (vec![1, 2], None));
    assert_eq!(of(&budget, 3), (vec![], None));
    budget.tables[0].lines[1].role = Some(Role::OfWhich);
    budget.tables[0].lines[2].role = Some(Role::OfWhich);
    budget.tables[0].lines[2].amounts.initial = Stated::Value(Decimal { mantissa: 5, scale: 0 });
    assert_eq!(of(&budget, 0), (vec![1, 2], Some("150000".to_owned())));
    budget.tables[0].lines[2].amounts.initial = Stated::Value(Decimal { mantissa: 50, scale: 0 });
    assert_eq!(of(&budget, 0), (vec![], None));
}

#[test]
fn shares_and_figures_per_head_are_of_the_lines_that_add_up() {
    let budget = budget();
    let tree = Tree::new(&budget.tables[0]);
    let sheet = Sheet { budget: &budget, table: &budget.tables[0], tree: &tree, population: Some(3) };
    let whole = sheet.whole(Column::Initial).unwrap_or_default();
    assert_eq!(whole.to_string(), "1000000");
    let share = |row| sheet.share(row, Column::Initial, whole).map(|share| share.to_string());
    assert_eq!((share(0).as_deref(), share(4), share(5)), (Some("30.0"), None, None));
    assert_eq!(sheet.per_head(1, Column::Initial).map(|amount| amount.to_string()).as_deref(), Some("33333.33"));
}
