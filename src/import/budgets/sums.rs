//! Sums that stand above their parts: 转移性收入小计, and below it what it sums up.

use super::table::Made;
use crate::budget::{Column, sum};
use crate::model::{Decimal, Role};

/// Makes the lines below a 小计, as far as the next sum, its parts where they add up to it in every column that it has, and those above do not.
pub(super) fn put_parts_below_heads(lines: &mut [Made]) {
    let sums: Vec<usize> = (0..lines.len()).filter(|at| is_sum(lines, *at)).collect();
    for (place, &at) in sums.iter().enumerate() {
        if lines.get(at).is_none_or(|made| made.line.role != Some(Role::Subtotal)) || lines.iter().any(|made| made.parent == Some(at)) {
            continue;
        }
        let start = place.checked_sub(1).and_then(|before| sums.get(before)).map_or(0, |before| before + 1);
        let end = sums.get(place + 1).copied().unwrap_or(lines.len());
        let (above, below) = (roots(lines, start, at), roots(lines, at + 1, end));
        if below.len() > 1 && adds_up(lines, at, &below) && !adds_up(lines, at, &above) {
            for row in below {
                if let Some(made) = lines.get_mut(row) {
                    made.parent = Some(at);
                }
            }
        }
    }
}

fn is_sum(lines: &[Made], at: usize) -> bool {
    lines.get(at).is_some_and(|made| made.parent.is_none() && matches!(made.line.role, Some(Role::Subtotal | Role::Total)))
}

fn roots(lines: &[Made], from: usize, to: usize) -> Vec<usize> {
    (from..to).filter(|at| lines.get(*at).is_some_and(|made| made.parent.is_none())).collect()
}

/// Whether some lines come to the amount of a sum in each column that it has; a blank adds nothing here.
fn adds_up(lines: &[Made], at: usize, rows: &[usize]) -> bool {
    let amount = |row: usize, column: Column| lines.get(row).and_then(|made| column.of(&made.line.amounts).value().copied());
    let told: Vec<(Column, Decimal)> = Column::ALL.into_iter().filter_map(|column| Some((column, amount(at, column)?))).collect();
    let comes_to = |column: Column, whole: Decimal| {
        let found = sum(rows.iter().map(|row| Some(amount(*row, column).unwrap_or_default())));
        let over = found.and_then(|found| sum([Some(found), whole.negated()]));
        over.is_some_and(|over| over.mantissa.unsigned_abs() <= rows.len() as u128)
    };
    !told.is_empty() && told.into_iter().all(|(column, whole)| comes_to(column, whole))
}
