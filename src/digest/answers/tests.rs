#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use super::*;
use crate::budget::Column;
use crate::model::{
    AgendaItem, AgendaKind, AgendaResult, AgendaState, Amounts, Block, Book, Budget, BudgetTable, Candidate, Civil, Counts, Date, Decimal,
    Direction, Line, Period, Printed, Project, Resolution, Role, Selection, Stage, Stated, Suggestion, SuggestionTotals, Unit, Vote,
    VoteResult,
};
use crate::route::Place;

fn d(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn line(id: &str, role: Option<Role>, amounts: [&str; 3]) -> Line {
    let [prior, adjusted, executed] = amounts.map(|text| if text.is_empty() { Stated::Unknown } else { Stated::Value(d(text)) });
    let amounts = Amounts { prior_final: prior, adjusted, executed, ..Amounts::default() };
    Line { id: id.into(), name: id.into(), role, amounts, ..Line::default() }
}

fn spending(lines: Vec<Line>) -> BudgetTable {
    BudgetTable { direction: Direction::Expenditure, book: Some(Book::GeneralPublic), lines, ..BudgetTable::default() }
}

fn budget(id: &str, year: u16, stage: Stage, lines: Vec<Line>) -> Budget {
    Budget { id: id.into(), fiscal_year: year, stage, unit: Unit::WanYuan, tables: vec![spending(lines)], ..Budget::default() }
}

fn with(budgets: Vec<Budget>) -> Session {
    Session { budgets, ..Session::default() }
}

fn sample() -> Budget {
    let lines = vec![
        line("一般公共服务支出", None, ["3000", "3700", "3659.16"]),
        line("教育支出", None, ["2895", "3100", "3063"]),
        line("农林水支出", None, ["3240", "3300", "3249"]),
        line("其他支出", None, ["10", "10", "9"]),
        line("本年支出合计", Some(Role::Total), ["9145", "10110", "9980.16"]),
        line("转移性支出", Some(Role::Transfer), ["", "", "11053.61"]),
        line("支出总计", Some(Role::Total), ["20893.3", "21936.15", "21033.77"]),
    ];
    budget("b", 2024, Stage::Execution, lines)
}

#[test]
fn what_was_spent_is_the_total_that_the_lines_come_to() {
    let mut session = with(vec![sample()]);
    session.assembly.population = Stated::Value(48_620);
    let money = money(&session).expect("an answer");
    assert_eq!((money.total.name.as_str(), money.column, money.is_spent()), ("支出总计", Column::Executed, true));
    assert_eq!(money.own.map(|(line, amount)| (line.name.as_str(), amount)), Some(("本年支出合计", d("9980.16"))));
    assert_eq!(money.completion, Some((d("95.9"), Some(Column::Adjusted))));
    assert_eq!((money.change, money.per_head, money.year_gone), (Some(d("0.7")), Some(d("4326")), None));
    // What is passed on is larger than all, and is not spent.
    let largest: Vec<_> = money.largest.iter().map(|part| (part.line.name.as_str(), part.permille, part.grew_most)).collect();
    assert_eq!(largest, [("一般公共服务支出", 1000, true), ("农林水支出", 887, false), ("教育支出", 837, false)]);
}

#[test]
fn of_several_tables_the_one_that_says_most_is_taken() {
    let of = |budgets: Vec<Budget>| money(&with(budgets)).map(|money| money.budget.id.to_string());
    let total = |executed| vec![line("合计", Some(Role::Total), ["", "200", executed])];
    let half = Budget {
        period: Some(Period { from: "2024-01-01".into(), to: "2024-06-30".into() }),
        ..budget("half", 2024, Stage::Execution, total("100"))
    };
    let (last, draft) = (budget("last", 2023, Stage::FinalAccounts, total("190")), budget("draft", 2025, Stage::Draft, total("")));
    assert_eq!(of(vec![half.clone(), last.clone(), sample()]).as_deref(), Some("b"));
    assert_eq!(of(vec![last, draft.clone(), half.clone()]).as_deref(), Some("half"));
    assert_eq!(of(vec![draft]).as_deref(), Some("draft"));
    let session = with(vec![half]);
    assert_eq!(money(&session).and_then(|money| money.year_gone), Some(d("50.0")));
    let mut revenue = sample();
    revenue.tables[0].direction = Direction::Revenue;
    assert_eq!(of(vec![revenue]), None);
}

#[test]
fn what_only_the_source_computed_is_given_as_printed() {
    let mut total = line("财政总支出", Some(Role::Total), ["", "", "43.27"]);
    total.printed = Some(Printed { completion_percent: Stated::Value(d("98.12")), ..Printed::default() });
    let session = with(vec![budget("b", 2023, Stage::Execution, vec![total])]);
    let money = money(&session).expect("an answer");
    assert_eq!(money.completion, Some((d("98.1"), None)));
    assert_eq!((money.change, money.per_head, money.largest.len()), (None, None, 0));
}

#[test]
fn an_adjusted_budget_is_held_against_the_initial_one() {
    let mut total = line("总支出", Some(Role::Total), ["40", "31.95", ""]);
    total.amounts.initial = Stated::Value(d("34.22"));
    let session = with(vec![budget("b", 2021, Stage::Adjusted, vec![total])]);
    let money = money(&session).expect("an answer");
    assert_eq!((money.column, money.change, money.completion), (Column::Adjusted, Some(d("-6.6")), None));
    assert!(!money.is_spent());
}

#[test]
fn what_did_not_come_to_pass_stands_first() {
    let item = |id: &str, result, state, votes: &[&str]| AgendaItem {
        id: id.into(),
        title: id.into(),
        result,
        state,
        votes: votes.iter().map(|id| (*id).into()).collect(),
        ..AgendaItem::default()
    };
    let (done, yes) = (Some(AgendaState::Done), Stated::Value(true));
    let mayor = Candidate { person: Some("p".into()), post: Some("镇长".into()), elected: yes, ..Candidate::default() };
    let vote = |id: &str, result, candidates| Vote { id: id.into(), motion: Some(id.into()), result, candidates, ..Vote::default() };
    let session = Session {
        agenda: vec![
            item("adopted", Some(AgendaResult::Adopted), done, &["without", "counted"]),
            item("heard", Some(AgendaResult::Noted), done, &[]),
            item("put off", None, Some(AgendaState::Postponed), &[]),
            item("elected", Some(AgendaResult::Elected), done, &["election"]),
            item("withdrawn", None, Some(AgendaState::Withdrawn), &[]),
            item("refused", Some(AgendaResult::Rejected), done, &[]),
        ],
        votes: vec![
            vote("without", Some(VoteResult::Adopted), vec![]),
            Vote { counts: Some(Counts { yes: Stated::Value(1), ..Counts::default() }), ..vote("counted", None, vec![]) },
            vote("election", Some(VoteResult::Elected), vec![mayor]),
            vote("alone", Some(VoteResult::Rejected), vec![]),
            vote("no result", None, vec![]),
        ],
        resolutions: vec![Resolution { id: "r".into(), title: "r".into(), ..Resolution::default() }],
        ..Session::default()
    };
    let all = decisions(&session);
    let told: Vec<_> = all.iter().map(|one| (one.title.map_or("", |title| title.as_str()), one.came, one.vote)).collect();
    let expected = [
        ("refused", Came::Refused, None),
        ("alone", Came::Refused, Some(3)),
        ("withdrawn", Came::Withdrawn, None),
        ("put off", Came::Postponed, None),
        ("adopted", Came::Adopted, Some(1)),
        ("elected", Came::Elected, Some(2)),
        ("r", Came::Passed(None), None),
    ];
    assert_eq!(told, expected);
    let elected: Vec<_> = all[5].elected.iter().map(|(id, post)| (id.as_str(), post.map(|post| &**post))).collect();
    assert_eq!(elected, [("p", Some("镇长"))]);
}

fn project(id: &str, percent: Option<&str>, due: Option<&str>) -> Project {
    Project {
        id: id.into(),
        progress_percent: percent.map_or(Stated::Unknown, |percent| Stated::Value(d(percent))),
        due: due.map_or(Stated::Unknown, |due| Stated::Value(due.into())),
        ..Project::default()
    }
}

#[test]
fn late_projects_and_overdue_suggestions_are_named_the_longest_first() {
    let chosen = Selection { rank: Some(1), selected: Stated::Value(true), ..Selection::default() };
    let suggestion = |id: &str, due: &str, status: Option<&str>| Suggestion {
        id: id.into(),
        session: Some("before".into()),
        due: Stated::Value(due.into()),
        status: status.map(Into::into),
        ..Suggestion::default()
    };
    let session = Session {
        as_of: Some("2025-01-15".into()),
        projects: vec![
            project("done", Some("100"), Some("2024-06-30")),
            project("a little late", Some("70"), Some("2024-12-31")),
            project("late", Some("0"), Some("2024-06-30")),
            project("in time", Some("40"), Some("2025-12-31")),
            project("without a date", Some("40"), None),
            project("not said", None, Some("2024-06-30")),
            Project { selection: Some(chosen), ..project("new", Some("0"), Some("2025-12-31")) },
        ],
        suggestions: vec![
            suggestion("answered", "2024-04-17", Some("已办结")),
            suggestion("overdue", "2024-04-17", None),
            suggestion("waiting", "2025-04-17", None),
        ],
        ..Session::default()
    };
    let all = promised(&session);
    assert_eq!((all.done, all.under_way, all.not_begun, all.unknown, all.chosen), (1, 2, 0, 1, 1));
    let late: Vec<_> = all.late.iter().map(|late| (late.what.id.as_str(), late.since)).collect();
    assert_eq!(late, [("late", Some(Since::Months(6))), ("a little late", Some(Since::Days(15)))]);
    let overdue: Vec<_> = all.overdue.iter().map(|late| (late.what.id.as_str(), late.since)).collect();
    assert_eq!(overdue, [("overdue", Some(Since::Months(8)))]);
    assert_eq!((all.answered, all.handed_in), (Some((3, 1)), 0));
    assert_eq!(promised(&Session::default()), Promised::default());
}

#[test]
fn what_a_report_says_of_suggestions_comes_before_what_is_counted() {
    let report = |received, replied| SuggestionTotals { received: Stated::Value(received), replied, ..SuggestionTotals::default() };
    let session = Session {
        suggestion_totals: vec![report(5, Stated::Unknown), report(7, Stated::Value(6))],
        suggestions: vec![Suggestion { session: Some("before".into()), ..Suggestion::default() }, Suggestion::default()],
        ..Session::default()
    };
    let all = promised(&session);
    assert_eq!((all.answered, all.handed_in), (Some((7, 6)), 5));
}

#[test]
fn time_is_told_in_days_then_in_whole_months() {
    let civil = |text: &str| Date::from(text).civil().unwrap_or_else(|| panic!("{text}"));
    let told = |due: &str, day: &str| since(civil(due), civil(day));
    assert_eq!(told("2024-12-31", "2025-01-15"), Some(Since::Days(15)));
    assert_eq!(told("2024-02-28", "2024-03-01"), Some(Since::Days(2)));
    assert_eq!(told("2024-11-30", "2025-01-15"), Some(Since::Days(46)));
    assert_eq!(told("2024-11-15", "2025-01-15"), Some(Since::Months(2)));
    assert_eq!(told("2023-10-18", "2025-01-15"), Some(Since::Months(14)));
    for (due, day) in [("2025-01-15", "2025-01-15"), ("2025-02-01", "2025-01-15"), ("2024", "2025-01-15"), ("2024-11", "2025-01-15")] {
        assert_eq!(told(due, day), None, "{due} {day}");
    }
    assert_eq!(since(Civil { year: 2024, month: 1, day: 1 }, Civil { year: 2024, month: 0, day: 0 }), None);
}

#[test]
fn reports_with_text_come_first_and_titles_apart() {
    let speech = |id: &str, kind, blocks: usize| Speech {
        id: id.into(),
        kind: Some(kind),
        blocks: vec![Block::default(); blocks],
        ..Speech::default()
    };
    let session = Session {
        speeches: vec![
            speech("address", SpeechKind::Address, 1),
            speech("title", SpeechKind::Report, 0),
            speech("report", SpeechKind::Report, 2),
        ],
        ..Session::default()
    };
    let (with_text, titles) = texts(&session);
    let ids = |all: Vec<&Speech>| all.into_iter().map(|speech| speech.id.to_string()).collect::<Vec<_>>();
    assert_eq!((ids(with_text), ids(titles)), (vec!["report".to_owned(), "address".to_owned()], vec!["title".to_owned()]));
}

#[test]
fn what_is_missing_is_named_with_the_reports_that_would_hold_it() {
    let item = |id: &str, kind, title: &str| AgendaItem { id: id.into(), kind: Some(kind), title: title.into(), ..AgendaItem::default() };
    let session = Session {
        agenda: vec![
            AgendaItem { speeches: vec!["report".into()], ..item("accounts", AgendaKind::FinalAccounts, "2023年决算的报告") },
            item("group", AgendaKind::Deliberation, "审议2023年决算的报告"),
            item("review", AgendaKind::BudgetReview, "审查报告"),
            item("projects", AgendaKind::Deliberation, "审议政府实事项目推进情况"),
        ],
        speeches: vec![Speech {
            id: "report".into(),
            title: "2023年决算的报告".into(),
            blocks: vec![Block::default()],
            ..Speech::default()
        }],
        ..Session::default()
    };
    assert_eq!(gaps(&session), [Gap::Budget, Gap::Projects, Gap::Suggestions, Gap::Decisions]);
    let told = |gap| held(&session, gap).into_iter().map(|held| (held.place, held.has_text)).collect::<Vec<_>>();
    assert_eq!(told(Gap::Budget), [(Place::Speech("report".into()), true)]);
    assert_eq!(told(Gap::Projects), [(Place::AgendaItem("projects".into()), false)]);
    assert_eq!(told(Gap::Suggestions), []);
    assert!(gaps(&with(vec![sample()])).iter().all(|gap| *gap != Gap::Budget));
    for gap in Gap::ALL {
        assert_eq!(Gap::of_place(&gap.place()), Some(gap));
    }
    assert_eq!(Gap::of_place(&Place::Agenda), None);
}
