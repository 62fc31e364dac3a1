//! One line followed through the sessions of a body: from draft to adjusted to final, and over years.

use super::{Column, Tree, is_part_of_year, unit};
use crate::age::{Age, oldest_first};
use crate::model::{Budget, BudgetTable, Decimal, Line, Session, Stated, Unit};

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which of the sessions given.
    pub session: usize,
    /// Which budget of the session.
    pub budget: usize,
    /// Which table of the budget.
    pub table: usize,
    /// Which line of the table.
    pub row: usize,
}

/// How a line was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Match {
    /// Book, direction and code are the same.
    Code,
    /// Book, direction and name are the same, below a line of the same name; one of the two lines has no code.
    Name,
}

/// An amount of the line at one stage of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Where it is printed.
    pub place: Place,
    /// In which column it is printed.
    pub column: Column,
    /// The year that it is of: for 上年决算 the year before the budget's, for 下年预算 the year after.
    pub fiscal_year: u16,
    /// The stage that it is of in that year: 上年决算 is `FinalAccounts` and 下年预算 is `Initial`, so that of six columns four are left.
    pub stage: Column,
    /// Whether it is the execution of part of the year only.
    pub is_part_of_year: bool,
    /// The amount, in `unit`.
    pub amount: Decimal,
    /// The unit that it is printed in.
    pub unit: Unit,
    /// How its line was recognised.
    pub matched: Match,
}

/// What following a line gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// By year, stage, date of the session, place. Two sessions that print the same stage of the same year both stay, so that a
    /// disagreement shows.
    pub points: Vec<Point>,
    /// Lines recognised by their code that have another name.
    pub renamed: Vec<Place>,
    /// Tables left out because two or more of their lines could be meant.
    pub ambiguous: usize,
}

/// The amounts of the line at `at` in all of `sessions`, which should be of one body.
///
/// The same line is one of a table of the same book (none matches none only), direction and, where both tables say it, scope, with the
/// same code; where one of the two has no code, with the same name, spaces aside, below a parent of the same name or none.
/// An `at` that does not exist gives nothing.
pub fn follow(sessions: &[&Session], at: Place) -> Followed {
    let mut followed = Followed::default();
    let Some(wanted) = wanted(sessions, at) else { return followed };
    for (session, content) in sessions.iter().enumerate() {
        for (budget, document) in content.budgets.iter().enumerate() {
            for (table, lines) in document.tables.iter().enumerate().filter(|(_, table)| is_same_kind(table, wanted.table)) {
                let here = Place { session, budget, table, row: at.row };
                let (row, matched) = match find(lines, &wanted, (here == at).then_some(at.row)) {
                    Found::One(row, matched) => (row, matched),
                    Found::None => continue,
                    Found::Several => {
                        followed.ambiguous += 1;
                        continue;
                    }
                };
                let place = Place { row, ..here };
                if squeezed(&lines.lines[row].name).ne(squeezed(&wanted.line.name)) {
                    followed.renamed.push(place);
                }
                points(&mut followed.points, document, lines, place, matched);
            }
        }
    }
    let ages: Vec<Age<'_>> = sessions.iter().map(|session| Age::of(session)).collect();
    let by_age = oldest_first(&ages);
    let key = |point: &Point| {
        let age = by_age.iter().position(|at| *at == point.place.session);
        (point.fiscal_year, point.stage, !point.is_part_of_year, age, point.place, point.column)
    };
    followed.points = crate::order::ordered(&followed.points, |a, b| key(a).cmp(&key(b)));
    followed
}

/// The line that is followed.
struct Wanted<'a> {
    table: &'a BudgetTable,
    line: &'a Line,
    parent: Option<&'a Line>,
}

fn wanted<'a>(sessions: &[&'a Session], at: Place) -> Option<Wanted<'a>> {
    let table = sessions.get(at.session)?.budgets.get(at.budget)?.tables.get(at.table)?;
    let line = table.lines.get(at.row)?;
    Some(Wanted { table, line, parent: parent(table, &Tree::new(table), at.row) })
}

fn parent<'a>(table: &'a BudgetTable, tree: &Tree, row: usize) -> Option<&'a Line> {
    tree.parent(row).and_then(|row| table.lines.get(row))
}

fn is_same_kind(a: &BudgetTable, b: &BudgetTable) -> bool {
    let is_same_scope = a.scope.is_none() || b.scope.is_none() || a.scope == b.scope;
    a.book == b.book && a.direction == b.direction && is_same_scope
}

enum Found {
    None,
    One(usize, Match),
    Several,
}

/// The line of a table that is the one wanted; `itself` is where it stands if the table is its own.
fn find(table: &BudgetTable, wanted: &Wanted<'_>, itself: Option<usize>) -> Found {
    let by_code = || table.lines.iter().enumerate().filter(|(_, line)| line.code.is_some() && line.code == wanted.line.code);
    if let Some(row) = itself {
        return Found::One(row, if wanted.line.code.is_some() { Match::Code } else { Match::Name });
    }
    match (by_code().next(), by_code().nth(1)) {
        (Some((row, _)), None) => return Found::One(row, Match::Code),
        (Some(_), Some(_)) => return Found::Several,
        _ => {}
    }
    let has_name = |line: &Line| squeezed(&line.name).eq(squeezed(&wanted.line.name));
    let may_be = |line: &Line| (line.code.is_none() || wanted.line.code.is_none()) && has_name(line);
    if !table.lines.iter().any(may_be) {
        return Found::None;
    }
    let tree = Tree::new(table);
    let is_below_the_same = |row: usize| match (parent(table, &tree, row), wanted.parent) {
        (None, None) => true,
        (Some(a), Some(b)) => squeezed(&a.name).eq(squeezed(&b.name)),
        _ => false,
    };
    let mut found = table.lines.iter().enumerate().filter(|(row, line)| may_be(line) && is_below_the_same(*row));
    match (found.next(), found.next()) {
        (Some((row, _)), None) => Found::One(row, Match::Name),
        (Some(_), Some(_)) => Found::Several,
        _ => Found::None,
    }
}

/// A name without its spaces: tables pad short names (收 入).
fn squeezed(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| !c.is_whitespace())
}

fn points(points: &mut Vec<Point>, budget: &Budget, table: &BudgetTable, place: Place, matched: Match) {
    let Some(line) = table.lines.get(place.row) else { return };
    for column in Column::ALL {
        let Stated::Value(amount) = column.of(&line.amounts) else { continue };
        let (year, stage) = match column {
            Column::PriorFinal => (budget.fiscal_year.checked_sub(1), Column::FinalAccounts),
            Column::Next => (budget.fiscal_year.checked_add(1), Column::Initial),
            _ => (Some(budget.fiscal_year), column),
        };
        let Some(fiscal_year) = year else { continue };
        let is_part_of_year = column == Column::Executed && is_part_of_year(budget);
        let unit = unit(budget, table, line);
        points.push(Point { place, column, fiscal_year, stage, is_part_of_year, amount: *amount, unit, matched });
    }
}

#[cfg(test)]
mod tests;
