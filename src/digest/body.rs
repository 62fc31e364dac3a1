//! What the sessions of one body tell together: who may be the same body, the key figures of its budgets, counts over sessions.

use super::follow::{Answer, answer};
use super::listing::place_in_time;
use crate::archive::{Body, Entry};
use crate::budget::{Column, Sheet, Tree, is_part_of_year};
use crate::model::{
    Book, Budget, BudgetId, Decimal, Direction, LineId, OutcomeCounts, Project, Role, Session, Stated, SuggestionTotals, Unit,
};
use crate::order::ordered;

/// The sessions of the body with this name, newest first.
pub fn of_body<'a>(entries: &'a [Entry], name: &str) -> Vec<&'a Entry> {
    let own: Vec<&Entry> = entries.iter().filter(|entry| entry.assembly.name.as_str() == name).collect();
    let key = |entry: &'a Entry| place_in_time(&entry.dates, entry.term, entry.meeting, &entry.id);
    ordered(&own, |a, b| key(b).cmp(&key(a)))
}

/// Other names that may be the same body, written differently: the place is the same, or the short name where no place says otherwise. They are told
/// to the reader and never put together.
pub fn alike<'a>(entries: &'a [Entry], name: &str) -> Vec<&'a str> {
    let own: Vec<&Body> = entries.iter().map(|entry| &entry.assembly).filter(|body| body.name.as_str() == name).collect();
    let mut names: Vec<&str> = Vec::new();
    for other in entries.iter().map(|entry| &entry.assembly).filter(|body| body.name.as_str() != name) {
        let is_alike = own.iter().any(|own| may_be(own, other)) || squeezed(&other.name).eq(squeezed(name));
        if is_alike && !names.contains(&other.name.as_str()) {
            names.push(&other.name);
        }
    }
    names
}

fn may_be(a: &Body, b: &Body) -> bool {
    if a.level.is_some() && b.level.is_some() && a.level != b.level {
        return false;
    }
    match (&a.place, &b.place) {
        (Some(a), Some(b)) => squeezed(a).eq(squeezed(b)),
        _ => a.short_name.is_some() && a.short_name == b.short_name,
    }
}

fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// The total of the general public budget at one stage of one year, as one session prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total<'a> {
    /// The year that it is of.
    pub year: u16,
    /// The stage that it is of in that year; 上年决算 and 下年预算 are the final accounts and the budget of their own years.
    pub stage: Column,
    /// Whether it is the execution of part of the year only.
    pub is_part_of_year: bool,
    /// Revenue or expenditure.
    pub direction: Direction,
    /// The amount in `unit`.
    pub amount: Decimal,
    /// The unit that it is printed in.
    pub unit: Unit,
    /// Which of the sessions given prints it.
    pub session: usize,
    /// In which budget.
    pub budget: &'a BudgetId,
    /// On which line.
    pub line: &'a LineId,
}

/// The totals of the general public budget, by year, stage and direction, then in the order of the sessions. What several sessions print alike
/// is told once, by the last of them; where they differ all stay.
pub fn totals<'a>(sessions: &[&'a Session]) -> Vec<Total<'a>> {
    let mut totals: Vec<Total<'a>> = Vec::new();
    for (session, content) in sessions.iter().enumerate() {
        for budget in &content.budgets {
            add(&mut totals, session, budget);
        }
    }
    let key = |total: &Total<'a>| (total.year, total.stage, total.is_part_of_year, total.direction, total.session);
    ordered(&totals, |a, b| key(a).cmp(&key(b)))
}

fn add<'a>(totals: &mut Vec<Total<'a>>, session: usize, budget: &'a Budget) {
    let mut seen = Vec::new();
    for table in budget.tables.iter().filter(|table| table.book == Some(Book::GeneralPublic)) {
        // The first table of a direction is the main one; what follows it is a part, or another scope.
        if seen.contains(&table.direction) {
            continue;
        }
        seen.push(table.direction);
        let tree = Tree::new(table);
        let sheet = Sheet { budget, table, tree: &tree, population: None };
        let is_total = |row: &usize| sheet.line(*row).is_some_and(|line| line.role == Some(Role::Total));
        let total = tree.roots().iter().copied().find(is_total).or(match sheet.top()[..] {
            [only] => Some(only),
            _ => None,
        });
        let Some(line) = total.and_then(|row| table.lines.get(row)) else { continue };
        for stage in Column::ALL {
            let Stated::Value(amount) = *stage.of(&line.amounts) else { continue };
            let Some(year) = budget.fiscal_year.checked_add_signed(if stage.years() < 0 { -1 } else { i16::from(stage.years() > 0) })
            else {
                continue;
            };
            let total = Total {
                year,
                stage: match stage {
                    Column::PriorFinal => Column::FinalAccounts,
                    Column::Next => Column::Initial,
                    stage => stage,
                },
                is_part_of_year: stage == Column::Executed && is_part_of_year(budget),
                direction: table.direction,
                amount,
                unit: sheet.unit(line),
                session,
                budget: &budget.id,
                line: &line.id,
            };
            match totals.iter_mut().find(|known| says_the_same(known, &total)) {
                Some(known) => *known = total,
                None => totals.push(total),
            }
        }
    }
}

fn says_the_same(a: &Total<'_>, b: &Total<'_>) -> bool {
    let key = |total: &Total<'_>| (total.year, total.stage, total.is_part_of_year, total.direction, total.amount, total.unit);
    key(a) == key(b)
}

/// How many suggestions: received, replied, then outcomes A to D; `None` where it is not known.
pub type Tally = [Option<usize>; 6];

/// What a report says of the suggestions.
pub fn reported(totals: &SuggestionTotals) -> Tally {
    let number = |stated: &Stated<u32>| stated.value().map(|n| *n as usize);
    let outcome = |pick: fn(&OutcomeCounts) -> &Stated<u32>| totals.outcomes.as_ref().and_then(|counts| number(pick(counts)));
    [
        number(&totals.received),
        number(&totals.replied),
        outcome(|counts| &counts.a),
        outcome(|counts| &counts.b),
        outcome(|counts| &counts.c),
        outcome(|counts| &counts.d),
    ]
}

/// What the list of a session comes to; where no entry says what became of it, outcomes are unknown, not zero.
pub fn counted(session: &Session) -> Tally {
    let mut outcomes = [0_usize; 4];
    let (mut replied, mut says_replies) = (0, false);
    for suggestion in &session.suggestions {
        if let Some(outcome) = suggestion.outcome.value() {
            outcomes[*outcome as usize] += 1;
        }
        let answer = answer(suggestion, None);
        replied += usize::from(matches!(answer, Answer::Given | Answer::Late));
        says_replies |= !suggestion.replied.is_unknown() || answer == Answer::Given;
    }
    let says_outcomes = outcomes.iter().any(|n| *n > 0);
    let outcome = |at: usize| says_outcomes.then(|| outcomes[at]);
    [Some(session.suggestions.len()), says_replies.then_some(replied), outcome(0), outcome(1), outcome(2), outcome(3)]
}

/// How many projects: listed, done, not done, not told, and candidates that were not chosen (which are among none of the others).
pub fn projects(session: &Session) -> [usize; 5] {
    let mut counts = [0; 5];
    for project in &session.projects {
        if project.selection.as_ref().is_some_and(|selection| selection.selected == Stated::Value(false)) {
            counts[4] += 1;
            continue;
        }
        counts[0] += 1;
        counts[match is_done(project) {
            Some(true) => 1,
            Some(false) => 2,
            None => 3,
        }] += 1;
    }
    counts
}

/// Statuses that say that a project is done, or that it is not; any other word says neither.
const DONE: [&str; 8] = ["完成", "已完成", "已办结", "已完工", "已竣工", "已建成", "已建成使用", "已全部完成"];
const NOT_DONE: [&str; 6] = ["未完成", "未开工", "未开始", "在建", "建设中", "正在建设"];

/// Whether a project is done, by its progress, else by its status; `None` where neither says it.
pub fn is_done(project: &Project) -> Option<bool> {
    if let Some(progress) = project.progress_percent.value() {
        let hundred = Decimal { mantissa: 100, scale: 0 };
        return Some(!crate::budget::is_less(*progress, hundred));
    }
    let status = project.status.as_deref()?;
    if DONE.contains(&status) { Some(true) } else { NOT_DONE.contains(&status).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BudgetTable, Level, Line, Outcome, Selection, Suggestion};

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

    #[test]
    fn done_is_what_says_so() {
        let with = |progress: Option<&str>, status: Option<&str>| Project {
            progress_percent: progress.and_then(|text| Decimal::parse(text).ok()).map_or(Stated::Unknown, Stated::Value),
            status: status.map(Into::into),
            ..Project::default()
        };
        for (progress, status, expected) in [
            (Some("100"), None, Some(true)),
            (Some("120"), Some("进行中"), Some(true)),
            (Some("99.9"), Some("已完成"), Some(false)),
            (None, Some("已完成"), Some(true)),
            (None, Some("全部竣工"), None),
            (None, Some("未完成"), Some(false)),
            (None, Some("完成60%"), None),
            (None, Some("完成招标"), None),
            (None, Some("代表测评满意率较高"), None),
            (None, Some("建设中"), Some(false)),
            (None, None, None),
        ] {
            assert_eq!(is_done(&with(progress, status)), expected, "{progress:?} {status:?}");
        }
        let not_chosen =
            Project { selection: Some(Selection { selected: Stated::Value(false), ..Selection::default() }), ..with(Some("100"), None) };
        let session = Session { projects: vec![with(Some("100"), None), with(None, None), not_chosen], ..Session::default() };
        assert_eq!(projects(&session), [2, 1, 0, 1, 1]);
    }
}
