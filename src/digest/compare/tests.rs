//! Tests of the module above.

use super::*;
use crate::model::{AgendaKind, Person, Post, Project, Stage, Suggestion};

#[test]
fn each_is_matched_once_and_nothing_is_lost() {
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    let pairs = matched(&words(&["x", "y", "x", "z"]), &words(&["x", "w", "x", "x"]));
    assert_eq!(pairs, [(Some(0), Some(0)), (None, Some(1)), (Some(2), Some(2)), (None, Some(3)), (Some(1), None), (Some(3), None)]);
    assert_eq!(matched(&[], &[]), []);
}

fn item(title: &str, kind: Option<AgendaKind>) -> AgendaItem {
    AgendaItem { title: title.into(), kind, ..AgendaItem::default() }
}

#[test]
fn the_agenda_is_matched_without_years_and_ordinals() {
    let report = Some(AgendaKind::BudgetReport);
    let a = Session {
        agenda: vec![
            item("审查2023年预算执行情况和2024年预算草案的报告", report),
            item("听取镇人大主席团工作报告", None),
            item("补选", None),
        ],
        ..Session::default()
    };
    let b = Session {
        agenda: vec![
            item("听取镇人大主席团工作报告", Some(AgendaKind::CongressReport)),
            item("审查2024年预算执行情况和2025年预算草案的报告", report),
            item("审查2024年预算执行情况和2025年预算草案的报告", Some(AgendaKind::Vote)),
        ],
        ..Session::default()
    };
    assert_eq!(agenda(&a, &b), [(Some(1), Some(0)), (Some(0), Some(1)), (None, Some(2)), (Some(2), None)]);
}

#[test]
fn numbers_that_mean_something_stay() {
    assert_eq!(plain_title("第一季度10件民生实事"), "第一季度10件民生实事");
    assert_eq!(plain_title("十四五规划"), "十四五规划");
    assert_eq!(plain_title("第"), "第");
    assert_ne!(plain_title("第一号决议"), plain_title("第一项决议"));
}

#[test]
fn ids_hold_within_one_body_only() {
    let with = |body: &str, id: &str| Session {
        assembly: crate::model::Assembly { name: body.into(), ..crate::model::Assembly::default() },
        suggestions: vec![Suggestion { id: id.into(), title: "修路".into(), ..Suggestion::default() }],
        projects: vec![Project { id: id.into(), title: "建桥".into(), ..Project::default() }],
        people: vec![Person { id: id.into(), name: id.into(), ..Person::default() }],
        ..Session::default()
    };
    let both = [(Some(0), Some(0))];
    assert_eq!(suggestions(&with("甲", "1"), &with("甲", "1")), both);
    assert_eq!(suggestions(&with("甲", "1"), &with("甲", "2")).len(), 2);
    assert_eq!(projects(&with("甲", "1"), &with("乙", "2")), both);
    assert_eq!(persons(&with("甲", "1"), &with("甲", "1")), both);
    assert_eq!(persons(&with("甲", "1"), &with("甲", "2")).len(), 2);
}

fn with_budget(stage: Stage, unit: Unit, lines: &[(&str, Option<&str>, &str)]) -> Session {
    let line = |(name, code, amount): &(&str, Option<&str>, &str)| {
        let mut line = Line { id: (*name).into(), name: (*name).into(), code: code.map(ToOwned::to_owned), ..Line::default() };
        line.amounts.final_accounts = Decimal::parse(amount).map_or(Stated::Unknown, Stated::Value);
        line
    };
    let table = BudgetTable { lines: lines.iter().map(line).collect(), ..BudgetTable::default() };
    Session { budgets: vec![Budget { stage, unit, tables: vec![table], ..Budget::default() }], ..Session::default() }
}

#[test]
fn figures_change_exactly_in_whatever_unit() {
    let a =
        with_budget(Stage::FinalAccounts, Unit::YiYuan, &[("教 育", Some("205"), "0.1"), ("税收", None, "1"), ("旧", Some("299"), "5")]);
    let b = with_budget(
        Stage::FinalAccounts,
        Unit::WanYuan,
        &[("教育", Some("205"), "1000.3"), ("税 收", Some("101"), "10000"), ("新", Some("298"), "5")],
    );
    let told: Vec<_> = budgets(&a, &b).into_iter().map(|lines| (lines.a.is_some(), lines.b.is_some(), lines.change)).collect();
    let d = |text: &str| Decimal::parse(text).unwrap_or_else(|error| panic!("{error}"));
    let by = Change::By { column: Column::FinalAccounts, difference: d("0.3"), unit: Unit::WanYuan, percent: Some(d("0.0")) };
    assert_eq!(told[0], (true, true, by));
    assert_eq!(told[1], (true, true, Change::Same(Column::FinalAccounts)));
    assert_eq!(told[2], (false, true, Change::Unknown));
    assert_eq!(told[3], (true, false, Change::Unknown));
    let draft = with_budget(Stage::Draft, Unit::WanYuan, &[("教育", Some("205"), "1")]);
    assert!(budgets(&a, &draft).iter().all(|lines| lines.a.is_none() || lines.b.is_none()));
}

#[test]
fn the_mayor_is_the_same_in_every_spelling() {
    let with = |people: [(&str, &str, &str); 3]| Session {
        people: people
            .map(|(id, name, title)| Person {
                id: id.into(),
                name: name.into(),
                posts: vec![Post { title: title.into(), organization: Some("青溪镇".into()), ..Post::default() }],
                ..Person::default()
            })
            .into(),
        ..Session::default()
    };
    let a = with([("a1", "王　岚", "镇长"), ("a2", "阿依夏·卡德尔", "人大主席"), ("a3", "张伟", "镇人大代表")]);
    let b = with([("b1", "王岚", "镇长"), ("b2", "阿依夏•卡德尔", "人大主席"), ("b3", "张伟", "镇人大代表")]);
    assert_eq!(persons(&a, &b), [(Some(0), Some(0)), (Some(1), Some(1)), (Some(2), None), (None, Some(2))]);
    assert_eq!(same_names(&a, &b), [(2, 2)], "perhaps the same, perhaps another");
    assert_eq!(side_by_side(&a, &b), [((Some(0), Some(0)), false), ((Some(1), Some(1)), false), ((Some(2), Some(2)), true)]);
    // Each stands once, however many have the name.
    let many = |ids: [&str; 3]| with(ids.map(|id| (id, "张　伟", "镇人大代表")));
    assert_eq!(same_names(&many(["a1", "a2", "a3"]), &b), [(0, 2)]);
    assert_eq!(same_names(&many(["a1", "a2", "b3"]), &b), [], "the only one of the second session is known to be the third of the first");
}
