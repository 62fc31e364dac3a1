//! What was spent, or is to be: of all tables of the session the one that says most, its total, and its largest lines.

use crate::budget::{self as figures, Column, Sheet, Summary, Told, Tree, approximate, is_grand_total, percent, rounded};
use crate::model::{Book, Budget, BudgetTable, Decimal, Direction, Line, Role, Session, Stage, Unit};
use crate::order::order;

/// So many lines stand beside the total.
const LARGEST: usize = 3;

/// What was spent, or is to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Money<'a> {
    /// Which budget of the session.
    pub at: usize,
    /// The budget.
    pub budget: &'a Budget,
    /// The table.
    pub table: &'a BudgetTable,
    /// The line that sums it up.
    pub total: &'a Line,
    /// The 合计 of the year's own lines, where the total holds transfers too, with its amount in `unit`.
    pub own: Option<(&'a Line, Decimal)>,
    /// The stage of its amount.
    pub column: Column,
    /// Its amount, in `unit`.
    pub amount: Decimal,
    /// The unit that it is printed in.
    pub unit: Unit,
    /// 完成预算%, to one decimal, and what of: the adjusted or the initial budget; `None` where only the percentage is printed.
    pub completion: Option<(Decimal, Option<Column>)>,
    /// How much of the year was over, in percent; only for a part of it.
    pub year_gone: Option<Decimal>,
    /// 比上年增减%, to one decimal; of an adjusted budget the change on the initial one.
    pub change: Option<Decimal>,
    /// 人均 in whole yuan.
    pub per_head: Option<Decimal>,
    /// The largest lines, by amount; none where there are fewer than two.
    pub largest: Vec<Part<'a>>,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// The line.
    pub line: &'a Line,
    /// Its amount, in `unit`.
    pub amount: Decimal,
    /// The unit that it is printed in.
    pub unit: Unit,
    /// Its amount in thousandths of that of the largest line.
    pub permille: u32,
    /// 比上年增减%, to one decimal.
    pub change: Option<Decimal>,
    /// Whether no line of the table grew by more.
    pub grew_most: bool,
}

impl Money<'_> {
    /// Whether the money was spent, not only planned.
    pub fn is_spent(&self) -> bool {
        matches!(self.column, Column::Executed | Column::FinalAccounts)
    }
}

/// The answer of a session; `None` where no table of expenditure has a total.
///
/// What was spent comes before what is planned, then the later year, the whole year before a part of it, the general public budget before the others,
/// and the later stage.
pub fn money(session: &Session) -> Option<Money<'_>> {
    let population = session.assembly.population.value().copied();
    let mut best: Option<([u32; 5], Money<'_>)> = None;
    for (at, budget) in session.budgets.iter().enumerate() {
        for table in budget.tables.iter().filter(|table| table.direction == Direction::Expenditure) {
            if let Some(found) = of_table(at, budget, table, population)
                && best.as_ref().is_none_or(|(known, _)| weight(&found) > *known)
            {
                best = Some((weight(&found), found));
            }
        }
    }
    best.map(|(_, money)| money)
}

fn weight(money: &Money<'_>) -> [u32; 5] {
    let book = match money.table.book {
        Some(Book::GeneralPublic) => 2,
        None => 1,
        Some(_) => 0,
    };
    let stage = match money.budget.stage {
        Stage::Draft => 0,
        Stage::Approved => 1,
        Stage::Adjusted => 2,
        Stage::Execution => 3,
        Stage::FinalAccounts => 4,
    };
    let is_whole = !figures::is_part_of_year(money.budget);
    [u32::from(money.is_spent()), u32::from(money.budget.fiscal_year), u32::from(is_whole), book, stage]
}

fn of_table<'a>(at: usize, budget: &'a Budget, table: &'a BudgetTable, population: Option<u64>) -> Option<Money<'a>> {
    let tree = Tree::new(table);
    let sheet = &Sheet { budget, table, tree: &tree, population };
    let Summary { row, column, amount, unit, completion, change, per_head, gone, .. } = sheet.summary()?;
    let total = table.lines.get(row)?;
    let of = |told: Told| if told.is_printed { None } else { figures::yardstick(total).map(|(of, _)| of) };
    let change = if column == Column::Adjusted { on_initial(total) } else { change.map(|told| rounded(told.percent, 1)) };
    Some(Money {
        at,
        budget,
        table,
        total,
        own: own(sheet, row, column).and_then(|(row, own)| Some((table.lines.get(row)?, own))),
        column,
        amount,
        unit,
        completion: completion.map(|told| (rounded(told.percent, 1), of(told))),
        year_gone: gone,
        change,
        per_head: per_head.map(|heads| rounded(heads, 0)),
        largest: largest(table, sheet, row, column),
    })
}

/// Of a 支出总计, which holds what is passed on and what is kept, the 合计 of the year's own lines.
fn own(sheet: &Sheet<'_>, total: usize, column: Column) -> Option<(usize, Decimal)> {
    let total = sheet.line(total).filter(|total| is_grand_total(&total.name))?;
    let is_own = |row: &&usize| sheet.line(**row).is_some_and(|line| line.role == Some(Role::Total) && !is_grand_total(&line.name));
    let mut found = sheet.tree.roots().iter().filter(is_own);
    let row = *found.next().filter(|_| found.next().is_none())?;
    Some((row, sheet.amount(row, column, sheet.unit(total))?))
}

/// By how much an adjusted budget is more than the initial one.
fn on_initial(line: &Line) -> Option<Decimal> {
    let initial = *line.amounts.initial.value()?;
    let more = figures::sum([line.amounts.adjusted.value().copied(), initial.negated()])?;
    (initial.mantissa > 0).then(|| percent(more, initial, 1))?
}

fn largest<'a>(table: &'a BudgetTable, sheet: &Sheet<'_>, total: usize, column: Column) -> Vec<Part<'a>> {
    let parts = sheet.tree.children(total);
    let rows: Vec<usize> = if parts.is_empty() { sheet.summands(sheet.tree.roots()).collect() } else { sheet.made_of(total, column).0 };
    // What is passed on or kept for the next year is not spent.
    let is_own = |line: &Line| !matches!(line.role, Some(Role::Transfer | Role::CarryOver));
    let rows = rows.into_iter().filter(|row| *row != total).filter_map(|row| {
        let line = table.lines.get(row).filter(|line| is_own(line))?;
        let (amount, unit) = (*column.of(&line.amounts).value()?, sheet.unit(line));
        Some((line, amount, unit, approximate(amount, unit).filter(|about| *about > 0)?))
    });
    let rows: Vec<_> = rows.collect();
    let grown = |line: &Line, unit: Unit| figures::difference(sheet.budget, line).and_then(|(_, more)| approximate(more, unit));
    // Of what grew most there is only talk where it is known of all.
    let most = rows.iter().map(|(line, _, unit, _)| grown(line, *unit)).collect::<Option<Vec<_>>>();
    let most = most.and_then(|all| all.into_iter().max()).filter(|most| *most > 0);
    let order = order(rows.len(), &mut |a, b| rows[b].3.cmp(&rows[a].3));
    if rows.len() < 2 {
        return Vec::new();
    }
    let first = rows[order[0]].3;
    let parts = order.into_iter().take(LARGEST).map(|place| {
        let (line, amount, unit, about) = rows[place];
        let permille = u32::try_from(about.saturating_mul(1000) / first).unwrap_or(1000);
        let grew_most = most.is_some() && grown(line, unit) == most;
        Part { line, amount, unit, permille, change: figures::change(sheet.budget, line, 1), grew_most }
    });
    parts.collect()
}
