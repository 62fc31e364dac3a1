//! Exact figures: other units, sums, percentages, and how they are written.

use crate::model::{Decimal, Period, Unit, days_in_month};

/// The same amount in another unit: only the point moves, so it is always exact. `None` where the digits overflow.
///
/// ```
/// use yishi::budget::in_unit;
/// use yishi::model::{Decimal, Unit};
/// let amount = Decimal::parse("38.69")?;
/// assert_eq!(in_unit(amount, Unit::YiYuan, Unit::WanYuan).map(|d| d.to_string()), Some("386900".into()));
/// assert_eq!(in_unit(amount, Unit::Yuan, Unit::WanYuan).map(|d| d.to_string()), Some("0.003869".into()));
/// # Ok::<(), yishi::model::DecimalError>(())
/// ```
pub fn in_unit(amount: Decimal, from: Unit, to: Unit) -> Option<Decimal> {
    let scale = amount.scale + to.power();
    match scale.checked_sub(from.power()) {
        Some(scale) => Some(Decimal { scale, ..amount }),
        None => Some(Decimal { mantissa: amount.mantissa.checked_mul(10_i128.checked_pow(from.power() - scale)?)?, scale: 0 }),
    }
}

/// The exact sum; `None` where an amount is missing or the sum overflows.
pub fn sum(amounts: impl IntoIterator<Item = Option<Decimal>>) -> Option<Decimal> {
    amounts.into_iter().try_fold(Decimal::default(), |total, amount| {
        let amount = amount?;
        let scale = total.scale.max(amount.scale);
        let scaled = |d: Decimal| d.mantissa.checked_mul(10_i128.checked_pow(scale - d.scale)?);
        Some(Decimal { mantissa: scaled(total)?.checked_add(scaled(amount)?)?, scale })
    })
}

/// `part` ÷ `whole` in percent, rounded half away from zero (四舍五入) to `places` decimals; `None` for a whole of zero, or overflow.
pub fn percent(part: Decimal, whole: Decimal, places: u32) -> Option<Decimal> {
    let up = |d: Decimal, power: u32| d.mantissa.checked_mul(10_i128.checked_pow(power)?);
    let (over, under) = (up(part, whole.scale + places + 2)?, up(whole, part.scale)?);
    Some(Decimal { mantissa: divided(over, under)?, scale: places })
}

/// Rounded half away from zero (四舍五入) to at most `places` decimals.
pub fn rounded(amount: Decimal, places: u32) -> Decimal {
    match amount.scale.checked_sub(places) {
        None | Some(0) => amount,
        Some(down) => match 10_i128.checked_pow(down).and_then(|unit| divided(amount.mantissa, unit)) {
            Some(mantissa) => Decimal { mantissa, scale: places },
            // Farther from the point than any digit.
            None => Decimal { mantissa: 0, scale: places },
        },
    }
}

fn divided(over: i128, under: i128) -> Option<i128> {
    let quotient = over.checked_div(under)?;
    let rest = over.checked_rem(under)?.unsigned_abs();
    let away = if (over < 0) == (under < 0) { 1 } else { -1 };
    if rest >= under.unsigned_abs() - rest { quotient.checked_add(away) } else { Some(quotient) }
}

/// An amount for display in `to`, and whether digits were dropped.
///
/// In its own unit it is shown as printed, digit for digit; in another one with at most two decimals (four in 亿元, so that 万元 can be read),
/// and more only where it would otherwise show as zero.
pub fn shown(amount: Decimal, from: Unit, to: Unit) -> Option<(Decimal, bool)> {
    let exact = in_unit(amount, from, to)?;
    if from == to {
        return Some((exact, false));
    }
    let places = if to == Unit::YiYuan { 4 } else { 2 };
    let digits = u32::try_from(exact.mantissa.unsigned_abs().to_string().len()).ok()?;
    let enough = places.max((exact.scale + 2).saturating_sub(digits));
    let short = trimmed(rounded(exact, if rounded(exact, places).mantissa == 0 { enough } else { places }));
    Some((short, short != trimmed(exact)))
}

/// A number without the zeros at its end, as it is typed.
pub fn plain(amount: Decimal) -> String {
    trimmed(amount).to_string()
}

/// Whether `a` is less than `b`, both in the same unit; `false` where they are too large to be compared.
pub fn is_less(a: Decimal, b: Decimal) -> bool {
    b.negated().and_then(|b| sum([Some(a), Some(b)])).is_some_and(|difference| difference.mantissa < 0)
}

/// An amount in ten-thousandths of a yuan, finer digits rounded: to put lines in order and to draw them, never to show a figure.
pub fn approximate(amount: Decimal, unit: Unit) -> Option<i128> {
    rounded(in_unit(amount, unit, Unit::Yuan)?, 4).in_ten_thousandths(Unit::Yuan)
}

/// Without the zeros at the end that a change of unit leaves.
pub fn trimmed(mut amount: Decimal) -> Decimal {
    while amount.scale > 0 && amount.mantissa % 10 == 0 {
        amount = Decimal { mantissa: amount.mantissa / 10, scale: amount.scale - 1 };
    }
    amount
}

/// A number as people read it: thousands divided by commas, a true minus sign.
///
/// ```
/// use yishi::{budget::grouped, model::Decimal};
/// assert_eq!(grouped(Decimal::parse("-1234567.50")?), "−1,234,567.50");
/// # Ok::<(), yishi::model::DecimalError>(())
/// ```
pub fn grouped(amount: Decimal) -> String {
    let text = amount.to_string();
    let digits = text.trim_start_matches('-');
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut out = String::with_capacity(text.len() + text.len() / 3 + 2);
    if amount.mantissa < 0 {
        out.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How much of the year has gone by at the end of a period, in percent: by months where it ends with a month (时间过半 at the end of
/// June is 50), else by days. `None` where the dates are not days of one year beginning on 1 January.
pub fn year_gone(period: &Period) -> Option<Decimal> {
    let (from, to) = (period.from.civil()?, period.to.civil()?);
    if from.year != to.year || from.month > 1 || from.day > 1 {
        return None;
    }
    let days = |month: u16| i128::from(days_in_month(to.year, month));
    if to.month == 0 {
        return Some(Decimal { mantissa: 1000, scale: 1 });
    }
    let part = |over: i128, under: i128| percent(Decimal { mantissa: over, scale: 0 }, Decimal { mantissa: under, scale: 0 }, 1);
    let month = u16::from(to.month);
    if to.day == 0 || i128::from(to.day) == days(month) {
        return part(i128::from(month), 12);
    }
    part((1..month).map(days).sum::<i128>() + i128::from(to.day), (1..=12).map(days).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn units_move_the_point_only() {
        for (text, from, to, wanted) in [
            ("38.69", Unit::YiYuan, Unit::Yuan, "3869000000"),
            ("82", Unit::Yuan, Unit::YiYuan, "0.00000082"),
            ("-82", Unit::WanYuan, Unit::Yuan, "-820000"),
            ("7604.62", Unit::WanYuan, Unit::YiYuan, "0.760462"),
        ] {
            assert_eq!(in_unit(d(text), from, to).map(|d| d.to_string()).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_shown_is_as_printed_or_rounded_and_says_so() {
        for (text, from, to, wanted, dropped) in [
            ("16.10", Unit::YiYuan, Unit::YiYuan, "16.10", false),
            ("7604.62", Unit::WanYuan, Unit::YiYuan, "0.7605", true),
            ("24.2", Unit::WanYuan, Unit::YiYuan, "0.0024", true),
            ("0.15", Unit::WanYuan, Unit::YiYuan, "0.000015", false),
            ("0.1567", Unit::WanYuan, Unit::YiYuan, "0.000016", true),
            ("2.09", Unit::YiYuan, Unit::WanYuan, "20900", false),
            ("123456.789", Unit::Yuan, Unit::WanYuan, "12.35", true),
            ("0", Unit::Yuan, Unit::YiYuan, "0", false),
        ] {
            assert_eq!(shown(d(text), from, to).map(|(d, dropped)| (d.to_string(), dropped)), Some((wanted.to_owned(), dropped)), "{text}");
        }
    }

    #[test]
    fn sums_and_percentages_are_exact() {
        assert_eq!(sum(["0.1", "0.20", "-0.3"].map(|t| Some(d(t)))).map(|d| d.mantissa), Some(0));
        assert_eq!(sum([Some(d("1")), None]), None);
        assert_eq!(sum([Some(Decimal { mantissa: i128::MAX, scale: 0 }), Some(d("1"))]), None);
        for (part, whole, places, wanted) in
            [("10855", "9877", 1, "109.9"), ("1", "3", 2, "33.33"), ("-4", "9", 2, "-44.44"), ("1", "8", 2, "12.50"), ("1", "-8", 0, "-13")]
        {
            assert_eq!(percent(d(part), d(whole), places).map(|d| d.to_string()).as_deref(), Some(wanted), "{part}/{whole}");
        }
        assert_eq!(percent(d("1"), d("0"), 1), None);
    }

    #[test]
    fn the_year_goes_by_in_months_or_days() {
        for (to, wanted) in [
            ("2024-06-30", Some("50.0")),
            ("2024-09", Some("75.0")),
            ("2023-07-02", Some("50.1")),
            ("2025-01-31", None),
            ("2024", Some("100.0")),
        ] {
            let period = Period { from: if to == "2025-01-31" { "2024-01-01" } else { &to[..4] }.into(), to: to.into() };
            assert_eq!(year_gone(&period).map(|d| d.to_string()).as_deref(), wanted, "{to}");
        }
    }
}
