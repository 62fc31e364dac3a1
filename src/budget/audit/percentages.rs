//! Printed percentages against the amounts that they are of.

use super::{At, Audit, Check, Reason, Remark, Rule, Verdict};
use crate::budget::{Column, is_part_of_year, percent, reached, sum, this_year};
use crate::model::{Decimal, Line, Printed, Stated, YoyKind};

/// Decimals that a recomputed percentage has at least.
const PLACES: u32 = 2;

/// The printed percentages of every line.
pub(super) fn lines(audit: &mut Audit, at: &At<'_>) {
    for (row, line) in at.table.lines.iter().enumerate() {
        let Some(printed) = &line.printed else { continue };
        if let Stated::Value(percent) = printed.completion_percent {
            completion(audit, at, (row, line), percent);
        }
        if let Stated::Value(percent) = printed.yoy_percent {
            year_on_year(audit, at, (row, line, printed), percent);
        }
    }
}

/// Two amounts of a line and the columns that they stand in.
#[derive(Clone, Copy)]
struct Ratio {
    over: (Column, Decimal),
    under: (Column, Decimal),
}

/// 完成预算%
fn completion(audit: &mut Audit, at: &At<'_>, (row, line): (usize, &Line), printed: Decimal) {
    let over = reached(line);
    let adjusted = base(line, Column::Adjusted);
    let under = match adjusted {
        Base::Given(..) => adjusted,
        _ => match base(line, Column::Initial) {
            Base::Unknown => adjusted,
            initial => initial,
        },
    };
    let (over, under) = match (over, under) {
        // Whatever was reached: there is nothing to measure it by.
        (_, Base::Nothing) => return no_base(audit, at, (row, Rule::NoBudget), printed),
        (Some(over), Base::Given(column, amount)) => (over, (column, amount)),
        _ => return audit.unchecked(at, row, Rule::Completion, None, Reason::Missing),
    };
    let main = Ratio { over, under };
    let (mut ratio, mut remark) = (main, None);
    if under.0 == Column::Adjusted
        && let Base::Given(column, amount) = base(line, Column::Initial)
        && fit(at, row, main, printed, false) == Ok(Verdict::Differs)
        && is_fit(at, row, Ratio { over, under: (column, amount) }, printed, false)
    {
        (ratio, remark) = (Ratio { over, under: (column, amount) }, Some(Remark::FitsInitial));
    }
    judge(audit, at, (row, Rule::Completion), ratio, (printed, false, remark));
}

/// 比上年%
fn year_on_year(audit: &mut Audit, at: &At<'_>, (row, line, kinds): (usize, &Line, &Printed), printed: Decimal) {
    let is_change = kinds.yoy_kind != Some(YoyKind::Ratio);
    let this = this_year(line);
    // A draft may print next year against this one in the same column.
    if let (Stated::Value(next), Some(this)) = (line.amounts.next, this) {
        let next = Ratio { over: (Column::Next, next), under: this };
        let fits_prior = match (base(line, Column::PriorFinal), Some(this)) {
            (Base::Given(column, amount), Some(this)) => is_fit(at, row, Ratio { over: this, under: (column, amount) }, printed, is_change),
            _ => false,
        };
        if !fits_prior && is_fit(at, row, next, printed, is_change) {
            return judge(audit, at, (row, Rule::YearOnYear), next, (printed, is_change, Some(Remark::FitsNext)));
        }
    }
    let ratio = match (this, base(line, Column::PriorFinal)) {
        (_, Base::Nothing) => return no_base(audit, at, (row, Rule::NoPrior), printed),
        (Some(over), Base::Given(column, amount)) => Ratio { over, under: (column, amount) },
        _ => return audit.unchecked(at, row, Rule::YearOnYear, None, Reason::Missing),
    };
    let differs = fit(at, row, ratio, printed, is_change) == Ok(Verdict::Differs);
    if differs && is_part_of_year(at.budget) {
        return audit.unchecked(at, row, Rule::YearOnYear, None, Reason::PartOfYear);
    }
    let other = if is_change { Remark::FitsRatio } else { Remark::FitsChange };
    let remark = (differs && is_fit(at, row, ratio, printed, !is_change)).then_some(other);
    judge(audit, at, (row, Rule::YearOnYear), ratio, (printed, is_change, remark));
}

/// What a percentage is of.
enum Base {
    Given(Column, Decimal),
    Nothing,
    Unknown,
}

fn base(line: &Line, column: Column) -> Base {
    match column.of(&line.amounts) {
        Stated::Value(amount) if amount.mantissa == 0 => Base::Nothing,
        Stated::Value(amount) => Base::Given(column, *amount),
        Stated::None => Base::Nothing,
        Stated::Unknown => Base::Unknown,
    }
}

fn no_base(audit: &mut Audit, at: &At<'_>, (row, rule): (usize, Rule), printed: Decimal) {
    audit.checks.push(check(at, (row, rule), printed, Decimal::default(), (printed, Verdict::Differs)));
}

fn judge(
    audit: &mut Audit,
    at: &At<'_>,
    (row, rule): (usize, Rule),
    ratio: Ratio,
    (printed, is_change, remark): (Decimal, bool, Option<Remark>),
) {
    let places = printed.scale.max(PLACES);
    let recomputed = || {
        let over = if is_change { sum([Some(ratio.over.1), ratio.under.1.negated()])? } else { ratio.over.1 };
        let recomputed = percent(over, ratio.under.1, places)?;
        Some((recomputed, sum([Some(printed), recomputed.negated()])?))
    };
    match (fit(at, row, ratio, printed, is_change), recomputed()) {
        (Ok(verdict), Some((recomputed, difference))) => {
            let check = check(at, (row, rule), printed, recomputed, (difference, verdict));
            audit.checks.push(Check { basis: Some((ratio.over.0, ratio.under.0)), remark, ..check });
        }
        (Err(reason), _) => audit.unchecked(at, row, rule, None, reason),
        (_, None) => audit.unchecked(at, row, rule, None, Reason::TooLarge),
    }
}

fn check(
    at: &At<'_>,
    (row, rule): (usize, Rule),
    printed: Decimal,
    recomputed: Decimal,
    (difference, verdict): (Decimal, Verdict),
) -> Check {
    Check {
        table: at.place,
        row,
        rule,
        column: None,
        printed,
        recomputed,
        unit: None,
        difference,
        verdict,
        parts: Vec::new(),
        parts_table: at.place,
        basis: None,
        remark: None,
    }
}

fn is_fit(at: &At<'_>, row: usize, ratio: Ratio, printed: Decimal, is_change: bool) -> bool {
    matches!(fit(at, row, ratio, printed, is_change), Ok(Verdict::Agrees | Verdict::WithinRounding))
}

/// Whether `printed` is the percentage: exactly to half of its last digit, or as far as the rounding of the two amounts explains.
///
/// With the amounts r ÷ y and the percentage p ± h, all as whole numbers: |p·y − 100·r| ≤ h·y is to hold; and where the amounts are
/// rounded to a digit d, for some r and y within d/2 of those printed.
fn fit(at: &At<'_>, row: usize, ratio: Ratio, printed: Decimal, is_change: bool) -> Result<Verdict, Reason> {
    if ratio.under.1.mantissa < 0 {
        return Err(Reason::BelowZero);
    }
    let digits = at.digits.scale(at.unit(row));
    exact_fit(ratio, printed, is_change, digits).ok_or(Reason::TooLarge)
}

fn exact_fit(ratio: Ratio, printed: Decimal, is_change: bool, digits: u32) -> Option<Verdict> {
    let (over, under) = (ratio.over.1, ratio.under.1);
    let scale = over.scale.max(under.scale).max(digits);
    let up = |amount: Decimal| amount.mantissa.checked_mul(10_i128.checked_pow(scale - amount.scale)?);
    let (r, y, digit) = (up(over)?, up(under)?, 10_i128.checked_pow(scale - digits)?);
    // In units of half of the last printed digit of the percentage.
    let hundred = 10_i128.checked_pow(printed.scale)?.checked_mul(200)?;
    let p = printed.mantissa.checked_mul(2)?.checked_add(if is_change { hundred } else { 0 })?;
    let off = p.checked_mul(y)?.checked_sub(hundred.checked_mul(r)?)?;
    let beyond = off.checked_abs()?.checked_sub(y)?;
    if beyond <= 0 {
        return Some(Verdict::Agrees);
    }
    let nearest = p.checked_sub(off.signum())?.checked_abs()?;
    let explained = nearest.checked_add(hundred)?.checked_mul(digit)?;
    Some(if beyond.checked_mul(2)? <= explained { Verdict::WithinRounding } else { Verdict::Differs })
}
