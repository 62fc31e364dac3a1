#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::*;
use crate::drafting;
use crate::import::document::Cell;
use crate::import::tables::{BodyRow, Column};
use crate::model::{Book, Direction};

fn table(caption: &str, heads: &[&str], rows: &[&[&str]]) -> Table {
    let cells = |row: &&[&str]| (0..).zip(row.iter()).map(|(at, text)| (!text.is_empty()).then(|| Cell::text(at, *text))).collect();
    Table {
        caption: Some(caption.to_owned()),
        unit: Some("单位：万元".to_owned()),
        columns: (0..).zip(heads).map(|(number, head)| Column { number, head: vec![(*head).to_owned()], is_hidden: false }).collect(),
        rows: rows.iter().map(|row| BodyRow { cells: cells(row), ..BodyRow::default() }).collect(),
        ..Table::default()
    }
}

fn read_all(tables: &[Table]) -> Found {
    read(tables, &BTreeMap::new())
}

fn topics(found: &Found) -> Vec<Topic> {
    found.questions.iter().map(|question| question.topic).collect()
}

#[test]
fn a_table_becomes_a_budget() {
    let heads = ["项目", "2023年决算数", "年初预算数", "执行数", "完成预算%", "比上年增长%"];
    let found = read_all(&[table(
        "2024年全县一般公共预算收入执行情况表",
        &heads,
        &[&["一、税收收入", "1,000", "1,100", "1,050", "95.5", "5.0"], &["增值税", "", "—", "20", "", ""]],
    )]);
    assert_eq!(topics(&found), []);
    let budget = &found.budgets[0];
    assert_eq!((budget.fiscal_year, budget.stage, budget.unit), (2024, Stage::Execution, Unit::WanYuan));
    assert_eq!(budget.tables[0].scope.as_ref().map(Text::as_str), Some("全县"));
    let lines = &budget.tables[0].lines;
    assert_eq!(lines[0].name.as_str(), "税收收入");
    assert_eq!(lines[0].amounts.prior_final.value().unwrap().to_string(), "1000");
    assert_eq!(lines[0].printed.as_ref().unwrap().completion_percent.value().unwrap().to_string(), "95.5");
    assert!(lines[1].amounts.prior_final.is_unknown());
    assert_eq!(lines[1].amounts.initial, crate::model::Stated::None);
    assert_eq!(lines[1].parent, Some(lines[0].id.clone()));
}

#[test]
fn levels_beside_each_other_are_tables_of_their_own() {
    let found = read_all(&[table("2024年一般公共预算支出表", &["项目", "全市预算数", "市本级预算数"], &[&["教育支出", "30", "10"]])]);
    let tables = &found.budgets[0].tables;
    assert_eq!(tables.len(), 2);
    assert_eq!(tables[1].scope.as_ref().map(Text::as_str), Some("市本级"));
    assert_eq!(tables[1].lines[0].amounts.initial.value().unwrap().to_string(), "10");
    assert!(tables.iter().all(|table| table.direction == Direction::Expenditure));
}

fn scopes(found: &Found) -> Vec<Option<&str>> {
    found.budgets.iter().flat_map(|budget| &budget.tables).map(|table| table.scope.as_ref().map(Text::as_str)).collect()
}

#[test]
fn the_caption_tells_the_level_before_column_and_text() {
    let above = |caption: &str, head: &str| Table {
        context: vec!["2031年全市预算".to_owned()],
        ..table(caption, &["项目", head], &[&["教育支出", "30"]])
    };
    let found = read_all(&[
        above("2031年市级一般公共预算支出表", "预算数"),
        above("2031年青溪市一般公共预算支出表", "市级预算数"),
        above("2031年一般公共预算支出表", "市级预算数"),
        above("2031年一般公共预算支出表", "预算数"),
    ]);
    assert_eq!(scopes(&found), [Some("市级"), Some("全市"), Some("市级"), Some("全市")]);
}

#[test]
fn the_parts_of_a_sum_may_stand_below_it() {
    let rows: &[&[&str]] = &[
        &["税收收入", "30"],
        &["本级收入小计", "30"],
        &["转移性收入小计", "12"],
        &["返还收入", "5"],
        &["上年结转", "7"],
        &["收入合计", "42"],
    ];
    let found = read_all(&[table("2031年一般公共预算收入表", &["项目", "预算数"], rows)]);
    let budget = &found.budgets[0];
    let lines = &budget.tables[0].lines;
    assert_eq!((&lines[3].parent, &lines[4].parent), (&Some(lines[2].id.clone()), &Some(lines[2].id.clone())));
    assert_eq!((&lines[0].parent, &lines[5].parent), (&None, &None));
    assert_eq!(crate::budget::audit(budget).differing().count(), 0);
}

#[test]
fn what_is_handed_on_is_taken_from_a_sum() {
    let sum = |net: &str| {
        let rows: &[&[&str]] =
            &[&["利润收入", "34"], &["收入小计", "34"], &["其中：1.应划解上级", "2"], &["本级留存收入合计", net], &["收入合计", "34"]];
        let found = read_all(&[table("2031年国有资本经营预算收入表", &["项目", "预算数"], rows)]);
        crate::budget::audit(&found.budgets[0]).differing().count()
    };
    assert_eq!((sum("32"), sum("25")), (0, 1));
}

#[test]
fn hidden_rows_without_amounts_are_left_out() {
    let mut plain =
        table("2031年支出表", &["项目", "预算数"], &[&["教育支出", "30"], &["旧科目", "0"], &["科学支出", "20"], &["旧项", ""]]);
    for at in [1, 2] {
        plain.rows[at].is_hidden = true;
    }
    let found = read_all(&[plain]);
    assert_eq!((found.hidden_rows, found.left_out), (1, 1));
    let names: Vec<_> = found.budgets[0].tables[0].lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["教育支出", "科学支出", "旧项"]);
}

#[test]
fn the_first_of_two_same_columns_wins() {
    let found = read_all(&[table("2024年一般公共预算支出表", &["项目", "预算数", "预算数"], &[&["教育支出", "30", "10"]])]);
    assert_eq!(topics(&found), [Topic::SameColumn]);
    assert_eq!(found.budgets[0].tables[0].lines[0].amounts.initial.value().unwrap().to_string(), "30");
}

#[test]
fn what_is_not_known_stays_plain() {
    let rows: &[&[&str]] = &[&["甲", "1"]];
    let no_unit = Table { unit: None, ..table("2024年预算支出表", &["项目", "预算数"], rows) };
    let found =
        read_all(&[table("2024年政府债务限额表", &["地区", "限额"], rows), no_unit, table("2024年预算表", &["项目", "预算数"], rows)]);
    assert_eq!(topics(&found), [Topic::NoBudget, Topic::Unit, Topic::Direction]);
    assert_eq!((found.outcomes.iter().filter(|outcome| outcome.why_not.is_some()).count(), found.budgets.len()), (3, 0));
}

#[test]
fn what_a_person_chose_goes_before_what_the_table_says() {
    let plain = table("2024年预算表", &["科目", "金额"], &[&["教育支出", "30"]]);
    let choice = Choice {
        columns: BTreeMap::from([(1, drafting::Meaning::Executed)]),
        unit: Some(Unit::YiYuan),
        direction: Some(Direction::Expenditure),
        stage: Some(Stage::Execution),
        book: Some(Book::GovernmentFund),
        year: Some(2031),
        is_skipped: false,
    };
    let found = read(std::slice::from_ref(&plain), &BTreeMap::from([(0, choice)]));
    let budget = &found.budgets[0];
    assert_eq!((budget.fiscal_year, budget.stage, budget.unit), (2031, Stage::Execution, Unit::YiYuan));
    assert_eq!(budget.tables[0].book, Some(Book::GovernmentFund));
    assert_eq!(budget.tables[0].lines[0].amounts.executed.value().unwrap().to_string(), "30");
    assert_eq!(found.outcomes[0].lines, 1);
    let skipped = BTreeMap::from([(0, Choice { is_skipped: true, ..Choice::default() })]);
    let none = read(&[plain], &skipped);
    assert_eq!((none.budgets.len(), none.questions.len(), none.outcomes[0].lines), (0, 0, 0));
}

#[test]
fn columns_of_each_direction_and_level_are_tables_of_their_own() {
    let heads = ["项目", "全市收入预算", "全市收入完成", "占预算%", "全市支出预算", "全市支出完成", "占预算%"];
    let rows: &[&[&str]] = &[&["失业保险基金", "10", "9", "90", "8", "4", "50"]];
    let found = read_all(&[table("2024年社会保险基金收支情况表", &heads, rows)]);
    assert_eq!(topics(&found), []);
    let tables = &found.budgets[0].tables;
    assert_eq!(tables.iter().map(|table| table.direction).collect::<Vec<_>>(), [Direction::Revenue, Direction::Expenditure]);
    let last = &tables[1].lines[0];
    assert_eq!(last.amounts.executed.value().unwrap().to_string(), "4");
    assert_eq!(last.printed.as_ref().unwrap().completion_percent.value().unwrap().to_string(), "50");
}

#[test]
fn what_an_office_keeps_for_itself_is_not_asked() {
    let mut plain = table(
        "2024年一般公共预算收入表",
        &["科目编码", "项目", "预算数", "2024年", "印否", "级次", "面积"],
        &[
            &["101", "税收收入", "30", "3", "是", "类", "7"],
            &["10101", "增值税", "20", "4", "是", "款", "8"],
            &["", "全县一般公共预算收入", "50", "5", "", "", ""],
        ],
    );
    plain.columns[3] = Column { number: 3, head: vec!["2024年".to_owned(), "3".to_owned()], is_hidden: true };
    plain.rows[1].is_hidden = true;
    let found = read_all(&[plain]);
    assert_eq!(found.questions.iter().map(|question| question.words.as_deref()).collect::<Vec<_>>(), [Some("面积")]);
    assert_eq!(found.hidden_rows, 1);
    let lines = &found.budgets[0].tables[0].lines;
    assert_eq!(lines[1].parent, Some(lines[0].id.clone()));
    assert_eq!(lines[2].role, Some(crate::model::Role::Total));
    assert_eq!(lines[0].amounts.initial.value().unwrap().to_string(), "30");
}

#[test]
fn codes_in_columns_of_their_levels_are_joined() {
    let heads = ["预算科目类", "预算科目款", "预算科目名称", "预算数"];
    let mut plain = table("2024年支出表", &heads, &[&["205", "", "教育支出", "30"], &["", "02", "普通教育", "20"]]);
    for (column, last) in [(0, "类"), (1, "款")] {
        plain.columns[column].head = vec!["预算科目".to_owned(), last.to_owned()];
    }
    let found = read_all(&[plain]);
    let codes: Vec<_> = found.budgets[0].tables[0].lines.iter().map(|line| line.code.as_deref()).collect();
    assert_eq!(codes, [Some("205"), Some("20502")]);
}

#[test]
fn names_may_stand_in_merged_cells_and_further_to_the_right() {
    let mut plain = table(
        "2024年支出表",
        &["序号", "项目", "项目", "预算数"],
        &[&["1", "教育支出", "", "30"], &["", "", "普通教育", "20"], &["合计", "", "", "30"]],
    );
    if let Some(cell) = &mut plain.rows[2].cells[0] {
        cell.columns = 2;
    }
    let found = read_all(&[plain]);
    let lines = &found.budgets[0].tables[0].lines;
    assert_eq!(lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["教育支出", "普通教育", "合计"]);
    assert_eq!(lines[1].parent, Some(lines[0].id.clone()));
}

#[test]
fn a_year_may_be_said_by_the_document_alone() {
    let plain = table("一般公共预算支出表", &["项目", "预算数"], &[&["教育支出", "30"]]);
    let told = Table { title: Some("青溪县2031年财政预算\n青溪县财政局".to_owned()), ..plain.clone() };
    let both = Table { title: Some("青溪县2030年预算执行情况\n和2031年预算草案".to_owned()), ..plain };
    let found = read_all(&[told, both]);
    assert_eq!(found.budgets.iter().map(|budget| budget.fiscal_year).collect::<Vec<_>>(), [2031, 0]);
    assert_eq!(topics(&found), [Topic::Year]);
}
