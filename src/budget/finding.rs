//! What a picture shows first: which line is the largest, which rose most, which lags behind.
//!
//! A line is named only where it alone is the first: of two that are equal neither is “the most”.

use super::{Column, Parts, Point, Sheet, Told, completion_told, difference, in_unit, is_less, percent, sum};
use crate::model::{Budget, Decimal, Line, Role, Unit};

/// The largest part, and what the three largest come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Largest {
    /// The line.
    pub row: usize,
    /// Its share, in percent.
    pub share: Decimal,
    /// The share of the three largest together, where there are more than three.
    pub three: Option<Decimal>,
    /// Whether shares are of a printed whole; else of what the lines come to.
    pub is_whole: bool,
}

/// The lines that have come farthest and least far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The one that lags behind.
    pub least: Option<(usize, Told)>,
    /// The one that is ahead.
    pub most: Option<(usize, Told)>,
}

/// The lines that rose and fell most, by amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movers {
    /// More than last year, by so much, in yuan.
    pub up: Option<(usize, Decimal)>,
    /// Less than last year, by so much (below zero), in yuan.
    pub down: Option<(usize, Decimal)>,
}

/// The first and the last year of a line for which figures of a whole year are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The last stage known of the first year.
    pub from: Point,
    /// The last stage known of the last year.
    pub to: Point,
    /// The change between the two in percent to one decimal; `None` where the first is not above zero, or there is only one year.
    pub change: Option<Decimal>,
}

/// The largest of the parts.
pub fn largest(sheet: &Sheet<'_>, parts: &Parts) -> Option<Largest> {
    let shares = sheet.shares(parts);
    let amount = |row: usize| sheet.amount(row, parts.column, Unit::Yuan);
    let (row, share) = *shares.first()?;
    if shares.get(1).is_some_and(|second| amount(second.0).zip(amount(row)).is_none_or(|(second, first)| !is_less(second, first))) {
        return None;
    }
    let three = (shares.len() > 3).then(|| percent(sum(shares.iter().take(3).map(|(row, _)| amount(*row)))?, parts.base?, 1)).flatten();
    Some(Largest { row, share, three, is_whole: parts.is_whole })
}

/// Of the lines drawn, those that have come least far and farthest; nothing where there is one only.
pub fn pace(sheet: &Sheet<'_>, rows: &[usize]) -> Pace {
    // What is passed on or left over is not got on with.
    let is_work = |line: &Line| !matches!(line.role, Some(Role::Transfer | Role::CarryOver));
    let of = |row: &usize| Some((*row, completion_told(sheet.line(*row).filter(|line| is_work(line))?)?));
    let all: Vec<(usize, Told)> = leaves(sheet, rows).iter().filter_map(of).collect();
    if all.len() < 2 {
        return Pace { least: None, most: None };
    }
    let less = |a: &(usize, Told), b: &(usize, Told)| is_less(a.1.percent, b.1.percent);
    Pace { least: extreme(&all, less), most: extreme(&all, |a, b| less(b, a)) }
}

/// Of the lines drawn at a stage, the one that rose most and the one that fell most.
pub fn movers(sheet: &Sheet<'_>, budget: &Budget, stage: Column, rows: &[usize]) -> Movers {
    let of = |row: &usize| {
        let line = sheet.line(*row)?;
        let (_, difference) = difference(budget, line).filter(|(column, _)| *column == stage)?;
        Some((*row, in_unit(difference, sheet.unit(line), Unit::Yuan)?))
    };
    let all: Vec<(usize, Decimal)> = leaves(sheet, rows).iter().filter_map(of).collect();
    let less = |a: &(usize, Decimal), b: &(usize, Decimal)| is_less(a.1, b.1);
    Movers {
        up: extreme(&all, |a, b| less(b, a)).filter(|(_, difference)| difference.mantissa > 0),
        down: extreme(&all, less).filter(|(_, difference)| difference.mantissa < 0),
    }
}

/// The first and last whole years of a line, of points in the order of their years and stages.
pub fn span(points: &[Point]) -> Option<Span> {
    let whole: Vec<&Point> = points.iter().filter(|point| !point.is_part_of_year).collect();
    // Of equal stages the later one, which comes last.
    let best = |year: u16| whole.iter().filter(|point| point.fiscal_year == year).max_by_key(|point| point.stage).map(|point| **point);
    let (from, to) = (best(whole.first()?.fiscal_year)?, best(whole.last()?.fiscal_year)?);
    let yuan = |point: &Point| in_unit(point.amount, point.unit, Unit::Yuan);
    let change = || {
        let (first, last) = (yuan(&from)?, yuan(&to)?);
        percent(sum([Some(last), first.negated()])?, Some(first).filter(|first| first.mantissa > 0)?, 1)
    };
    let change = (from.fiscal_year < to.fiscal_year).then(change).flatten();
    Some(Span { from, to, change })
}

/// The lines of which no part is drawn and that sum up no others; all where that leaves none.
fn leaves(sheet: &Sheet<'_>, rows: &[usize]) -> Vec<usize> {
    let is_above = |row: usize| rows.iter().any(|other| sheet.tree.ancestors(*other).any(|above| above == row));
    let is_total = |row: usize| sheet.line(row).is_some_and(|line| matches!(line.role, Some(Role::Total | Role::Subtotal)));
    let leaves: Vec<usize> = rows.iter().copied().filter(|row| !is_total(*row) && !is_above(*row)).collect();
    if leaves.is_empty() { rows.to_vec() } else { leaves }
}

/// The one item that comes before all others; none where two are the first.
fn extreme<T: Copy>(all: &[T], is_before: impl Fn(&T, &T) -> bool) -> Option<T> {
    let first = all.iter().copied().reduce(|best, item| if is_before(&item, &best) { item } else { best })?;
    (all.iter().filter(|item| !is_before(&first, item)).count() == 1).then_some(first)
}

#[cfg(test)]
mod tests;
