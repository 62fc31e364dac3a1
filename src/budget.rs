//! What can be said about budget figures by arithmetic alone: the tree of lines, exact amounts in any unit, percentages.
//!
//! Everything here is a function of the session and exact; no binary floating point touches a figure.

mod audit;
pub mod classes;
mod column;
mod field;
mod figure;
mod finding;
mod follow;
mod parts;
mod sheet;
mod sort;
mod summary;
mod tree;

use crate::model::{Budget, BudgetTable, Decimal, Line, Stated, Unit};
pub(crate) use audit::is_grand_total;
pub use audit::{Audit, Check, Reason, Remark, Rule, Unchecked, Verdict, audit};
pub use column::Column;
pub use field::Field;
pub use figure::{approximate, grouped, in_unit, is_less, percent, plain, rounded, shown, sum, trimmed, year_gone};
pub use finding::{Largest, Movers, Pace, Span, largest, movers, pace, span};
pub use follow::{Followed, Match, Place, Point, follow};
pub use parts::Parts;
pub use sheet::{Chosen, Row, Sheet, is_near};
pub use sort::{Sort, SortKey};
pub use summary::{Summary, Told, completion_told, opening};
pub use tree::Tree;

/// The unit that a line is printed in: its own, else its table's, else its budget's.
pub fn unit(budget: &Budget, table: &BudgetTable, line: &Line) -> Unit {
    line.unit.or(table.unit).unwrap_or(budget.unit)
}

/// Whether the execution that a budget tells of is not known to be that of the whole year.
pub fn is_part_of_year(budget: &Budget) -> bool {
    budget.period.as_ref().is_some_and(|period| year_gone(period).is_none_or(|gone| gone.mantissa < 1000))
}

/// What a completion is measured against: the adjusted budget, which takes the place of the initial one once there is one.
pub fn yardstick(line: &Line) -> Option<(Column, Decimal)> {
    first(line, &[Column::Adjusted, Column::Initial])
}

/// What was reached: the final accounts, else the execution.
pub fn reached(line: &Line) -> Option<(Column, Decimal)> {
    first(line, &[Column::FinalAccounts, Column::Executed])
}

/// The main figure of the line's own year, from the latest stage there is.
pub fn this_year(line: &Line) -> Option<(Column, Decimal)> {
    first(line, &[Column::FinalAccounts, Column::Executed, Column::Adjusted, Column::Initial])
}

/// 完成预算%: what was reached ÷ the adjusted, else the initial budget, to `places` decimals; `None` where either is not given, or the
/// budget is not above zero.
pub fn completion(line: &Line, places: u32) -> Option<Decimal> {
    let (_, budget) = yardstick(line)?;
    let (_, reached) = reached(line)?;
    (budget.mantissa > 0).then(|| percent(reached, budget, places))?
}

/// 比上年增减%: (this year − last year) ÷ last year, to `places` decimals; `None` where either is not given, last year is not above zero, or
/// this year is only part of one.
pub fn change(budget: &Budget, line: &Line, places: u32) -> Option<Decimal> {
    let (_, difference) = difference(budget, line)?;
    let prior = line.amounts.prior_final.value()?;
    (prior.mantissa > 0).then(|| percent(difference, *prior, places))?
}

/// This year − last year, in the line's unit, with the stage of this year; `None` where either is not given, or this year is only part of one.
pub fn difference(budget: &Budget, line: &Line) -> Option<(Column, Decimal)> {
    let (column, this) = this_year(line)?;
    if column == Column::Executed && is_part_of_year(budget) {
        return None;
    }
    Some((column, sum([Some(this), line.amounts.prior_final.value()?.negated()])?))
}

fn first(line: &Line, columns: &[Column]) -> Option<(Column, Decimal)> {
    columns.iter().find_map(|column| match column.of(&line.amounts) {
        Stated::Value(amount) => Some((*column, *amount)),
        _ => None,
    })
}
