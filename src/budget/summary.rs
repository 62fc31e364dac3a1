//! What a table comes to: the figures of the one sentence that a page of a budget opens with.

use super::{Column, Sheet, change, completion, difference, is_near, is_part_of_year, reached, sum, this_year, year_gone};
use crate::model::{Book, Budget, Decimal, Direction, Line, Role, Stated, Unit, YoyKind};

/// The figures of the line that sums a table up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The line.
    pub row: usize,
    /// Whether its name only says that it is the whole (支出总计); else the figures are of what its name says.
    pub is_whole: bool,
    /// The stage that the figures are of.
    pub column: Column,
    /// The amount as printed, in `unit`.
    pub amount: Decimal,
    /// The unit of the amount.
    pub unit: Unit,
    /// 完成预算%
    pub completion: Option<Told>,
    /// 比上年%, as a change.
    pub change: Option<Told>,
    /// 人均, in yuan, where it is known how many people live there.
    pub per_head: Option<Decimal>,
    /// How much of the year the figures are of, in percent, where they are of a part of one.
    pub gone: Option<Decimal>,
}

/// A percentage, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// In percent.
    pub percent: Decimal,
    /// The table prints it, and its amounts do not give it: nobody can say whether it is right.
    pub is_printed: bool,
}

impl Told {
    /// The computed percentage, else the printed one.
    fn of(computed: Option<Decimal>, printed: Option<Decimal>) -> Option<Self> {
        let told = |is_printed| move |percent| Self { percent, is_printed };
        computed.map(told(false)).or_else(|| printed.map(told(true)))
    }
}

/// The table that a budget opens on: expenditure, of the general public budget where there is one; else the first with lines.
pub fn opening(budget: &Budget) -> Option<usize> {
    let first = |fits: fn(Direction, Option<Book>) -> bool| {
        budget.tables.iter().position(|table| !table.lines.is_empty() && fits(table.direction, table.book))
    };
    first(|direction, book| direction == Direction::Expenditure && book == Some(Book::GeneralPublic))
        .or_else(|| first(|direction, _| direction == Direction::Expenditure))
        .or_else(|| first(|_, _| true))
        .or((!budget.tables.is_empty()).then_some(0))
}

/// How far a line has come: computed from its amounts, else as printed where an amount for it is missing.
pub fn completion_told(line: &Line) -> Option<Told> {
    Told::of(completion(line, 1), line.printed.as_ref().and_then(|printed| printed.completion_percent.value().copied()))
}

/// The change of a line against last year, computed or else as printed; a printed ratio (为上年112%) as the change that it says.
fn change_told(budget: &Budget, line: &Line) -> Option<Told> {
    let printed = line.printed.as_ref().and_then(|printed| {
        let percent = *printed.yoy_percent.value()?;
        let is_ratio = printed.yoy_kind == Some(YoyKind::Ratio);
        if is_ratio { sum([Some(percent), Some(Decimal { mantissa: -100, scale: 0 })]) } else { Some(percent) }
    });
    Told::of(change(budget, line, 1), printed)
}

impl Sheet<'_> {
    /// The figures of the line that sums the table up; `None` where no line does.
    pub fn summary(&self) -> Option<Summary> {
        let (row, column, is_sum) = self.total()?;
        let line = self.line(row)?;
        let Stated::Value(amount) = *column.of(&line.amounts) else { return None };
        let is_reached = reached(line).is_some_and(|(stage, _)| stage == column);
        // What another stage has reached, or a change of another stage, is not said of this one.
        let is_latest = match difference(self.budget, line) {
            Some((stage, _)) => stage == column,
            None => this_year(line).is_some_and(|(stage, _)| stage == column),
        };
        let gone = is_part_of_year(self.budget).then(|| self.budget.period.as_ref().and_then(year_gone)).flatten();
        Some(Summary {
            row,
            is_whole: is_sum && says_whole(&line.name),
            column,
            amount,
            unit: self.unit(line),
            completion: completion_told(line).filter(|_| is_reached),
            change: change_told(self.budget, line).filter(|_| is_latest),
            per_head: self.per_head(row, column),
            gone: gone.filter(|_| column == Column::Executed),
        })
    }

    /// The line that sums the table up, a stage that it has, and whether it is known to be all of the table.
    fn total(&self) -> Option<(usize, Column, bool)> {
        let roots = self.tree.roots();
        let is = |row: usize, role: Role| self.line(row).is_some_and(|line| line.role == Some(role));
        let only = |rows: &mut dyn Iterator<Item = usize>| rows.next().filter(|_| rows.next().is_none());
        let head = only(&mut roots.iter().copied().filter(|row| is(*row, Role::Total) && !self.tree.children(*row).is_empty()));
        let single = || only(&mut roots.iter().copied());
        let stage = |row: usize| {
            let main = self.main_column().filter(|main| self.amount(row, *main, Unit::Yuan).is_some());
            main.or_else(|| this_year(self.line(row)?).map(|(column, _)| column))
        };
        if let Some(row) = head.or_else(single) {
            return Some((row, stage(row)?, true));
        }
        // A total beside the lines that it sums up.
        if let Some(main) = self.main_column()
            && let Some(whole) = self.whole(main)
        {
            let sums_up = |row: &usize| self.amount(*row, main, Unit::Yuan).is_some_and(|total| is_near(total, whole));
            let totals = roots.iter().copied().filter(|row| is(*row, Role::Total) || is(*row, Role::Subtotal));
            if let Some(row) = totals.rev().find(sums_up) {
                return Some((row, main, true));
            }
        }
        // One that does not fit them says no more than its name.
        let named = |role| only(&mut roots.iter().copied().filter(|row| is(*row, role)));
        let row = named(Role::Total).or_else(|| named(Role::Subtotal))?;
        Some((row, stage(row)?, false))
    }
}

/// Whether a name says no more than that it is the whole: 支出总计, 一般公共预算支出合计, 财政总支出.
fn says_whole(name: &str) -> bool {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    ["总计", "合计", "总收入", "总支出", "预算收入", "预算支出"].iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests;
