//! What the sessions of one body tell together: who may be the same body, the key figures of its budgets, counts over sessions.

use super::follow::{Answer, answer};
pub use super::listing::of_body;
use super::projects::{Far, carried, far};
use crate::budget::{Column, Sheet, Tree, is_part_of_year};
use crate::catalogue::{Body, Entry};
use crate::fold::fold;
use crate::model::{Book, Budget, BudgetId, Decimal, Direction, LineId, OutcomeCounts, Role, Session, Stated, SuggestionTotals, Unit};
use crate::order::ordered;

/// Other names that may be the same body, written differently: the place is the same, or the short name where no place says otherwise. They are told
/// to the reader and never put together.
pub fn alike<'a>(entries: &'a [Entry], name: &str) -> Vec<&'a str> {
    let own: Vec<&Body> = entries.iter().map(|entry| &entry.assembly).filter(|body| body.name.as_str() == name).collect();
    let folded = fold(name);
    let mut names: Vec<&str> = Vec::new();
    for other in entries.iter().map(|entry| &entry.assembly).filter(|body| body.name.as_str() != name) {
        let is_alike = own.iter().any(|own| may_be(own, other)) || fold(&other.name) == folded;
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
        (Some(a), Some(b)) => fold(a) == fold(b),
        _ => a.short_name.is_some() && a.short_name == b.short_name,
    }
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
/// is reported once, by the last of them; where they differ all stay.
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

/// How many projects: listed, done, not done, not stated, and candidates that were not chosen (which are among none of the others).
pub fn projects(session: &Session) -> [usize; 5] {
    let mut counts = [0; 5];
    for project in carried(session) {
        counts[0] += 1;
        counts[match far(project) {
            Far::Finished => 1,
            Far::UnderWay | Far::NotBegun => 2,
            Far::Unknown => 3,
        }] += 1;
    }
    counts[4] = session.projects.len() - counts[0];
    counts
}

#[cfg(test)]
mod tests;
