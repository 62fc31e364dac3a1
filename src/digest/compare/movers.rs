//! Which lines of the budgets moved most from one session to the other.

use super::{Change, Lines};
use crate::budget::{in_unit, percent, sum};
use crate::model::{Decimal, Role, Unit};
use crate::order::ordered;

/// A line that another amount stands for than before.
#[derive(Clone, Debug)]
pub struct Mover<'l, 'a> {
    /// The line in both sessions.
    pub lines: &'l Lines<'a>,
    /// The second figure less the first, in yuan.
    pub difference: Decimal,
    /// The difference in thousandths of the largest one, 0 to 1000.
    pub permille: u32,
}

/// The lines that moved most, by amount, at most `most`; totals are left out, whose parts are there.
pub fn movers<'l, 'a>(lines: &'l [Lines<'a>], most: usize) -> Vec<Mover<'l, 'a>> {
    let moved = lines.iter().filter_map(|lines| {
        let Change::By { difference, unit, .. } = lines.change else { return None };
        let is_total = lines.b.is_some_and(|row| matches!(row.line.role, Some(Role::Total | Role::Subtotal)));
        let has_parts = is_total && lines_of(lines).any(|row| row.table.lines.len() > 1);
        if has_parts {
            return None;
        }
        Some(Mover { lines, difference: in_unit(difference, unit, Unit::Yuan)?, permille: 0 })
    });
    let moved: Vec<Mover<'l, 'a>> = moved.collect();
    let mut moved: Vec<_> = ordered(&moved, |a, b| size(b).cmp(&size(a))).into_iter().take(most).collect();
    let Some(largest) = moved.first().map(|mover| absolute(mover.difference)) else { return moved };
    for mover in &mut moved {
        let share = percent(absolute(mover.difference), largest, 1).map_or(0, |share| share.mantissa);
        mover.permille = u32::try_from(share).unwrap_or(1000).min(1000);
    }
    moved
}

fn lines_of<'a>(lines: &Lines<'a>) -> impl Iterator<Item = super::Row<'a>> {
    [lines.a, lines.b].into_iter().flatten()
}

/// Amounts in yuan are compared with all the digits that they have.
fn size(mover: &Mover<'_, '_>) -> i128 {
    const PLACES: u32 = 6;
    let Decimal { mantissa, scale } = absolute(mover.difference);
    10_i128.checked_pow(PLACES.saturating_sub(scale)).and_then(|factor| mantissa.checked_mul(factor)).unwrap_or(i128::MAX)
}

fn absolute(amount: Decimal) -> Decimal {
    if amount.mantissa < 0 { sum([amount.negated()]).unwrap_or(amount) } else { amount }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::compare::budgets;
    use crate::model::{Amounts, Budget, BudgetTable, Direction, Line, Session, Stated};

    fn session(amounts: &[(&str, i128, Option<Role>)]) -> Session {
        let lines = amounts.iter().map(|(name, amount, role)| Line {
            id: (*name).into(),
            name: (*name).into(),
            role: *role,
            amounts: Amounts { executed: Stated::Value(Decimal { mantissa: *amount, scale: 2 }), ..Amounts::default() },
            ..Line::default()
        });
        let table = BudgetTable { direction: Direction::Expenditure, lines: lines.collect(), ..BudgetTable::default() };
        Session { budgets: vec![Budget { tables: vec![table], ..Budget::default() }], ..Session::default() }
    }

    #[test]
    fn the_largest_difference_comes_first_whatever_its_sign_and_totals_are_left_out() {
        let first =
            session(&[("合计", 60_000, Some(Role::Total)), ("教育", 20_000, None), ("农林水", 30_000, None), ("文化", 10_000, None)]);
        let second =
            session(&[("合计", 57_500, Some(Role::Total)), ("教育", 25_000, None), ("农林水", 22_500, None), ("文化", 10_000, None)]);
        let lines = budgets(&first, &second);
        let found = movers(&lines, 10);
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.lines.b.map(|row| row.line.name.as_str()), one.difference.mantissa.signum(), one.permille))
            .collect();
        assert_eq!(told, [(Some("农林水"), -1, 1000), (Some("教育"), 1, 667)]);
        assert_eq!(movers(&lines, 1).len(), 1);
        assert_eq!(movers(&budgets(&first, &first), 10).len(), 0);
    }
}
