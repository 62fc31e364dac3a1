//! What a table or one of its lines is made of, for the pictures of shares.

use super::{Column, Sheet, percent, sum};
use crate::model::{Decimal, Unit};
use crate::order::ordered;

/// The parts of a line, or of the whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The line gone into; `None` for the whole table.
    pub branch: Option<usize>,
    /// The stage that the amounts are of.
    pub column: Column,
    /// The lines, in the order printed.
    pub rows: Vec<usize>,
    /// What of the line is in none of them, in yuan, above zero.
    pub left: Option<Decimal>,
    /// What shares are of, in yuan, above zero.
    pub base: Option<Decimal>,
    /// Whether the base is printed as a whole; else it is what the lines above zero come to.
    pub is_whole: bool,
}

impl Sheet<'_> {
    /// What the branch of a line is made of: a line without parts is shown among its neighbours, and no line is the whole table.
    pub fn parts(&self, within: Option<usize>) -> Option<Parts> {
        let column = self.main_column()?;
        let branch = within.and_then(|row| if self.tree.children(row).is_empty() { self.tree.parent(row) } else { Some(row) });
        let (rows, left) = match (branch, &self.top()[..]) {
            (Some(row), _) => self.made_of(row, column),
            (None, [only]) if !self.tree.children(*only).is_empty() => self.made_of(*only, column),
            (None, top) => (top.to_vec(), None),
        };
        let drawn = || sum(rows.iter().map(|row| self.amount(*row, column, Unit::Yuan)).filter(|a| a.is_some_and(|a| a.mantissa > 0)));
        // The same base as in the table: the line gone into, else the whole; else what is drawn.
        let head = branch.and_then(|row| self.amount(row, column, Unit::Yuan)).or_else(|| self.whole(column));
        let head = head.filter(|head| head.mantissa > 0);
        let base = head.or_else(drawn).filter(|base| base.mantissa > 0);
        Some(Parts { branch, column, rows, left, base, is_whole: head.is_some() })
    }

    /// The parts with an amount above zero, the largest first, each with its share of the base in percent to one decimal.
    pub fn shares(&self, parts: &Parts) -> Vec<(usize, Decimal)> {
        let of = |row: usize| {
            let amount = self.amount(row, parts.column, Unit::Yuan).filter(|amount| amount.mantissa > 0)?;
            Some((row, super::approximate(amount, Unit::Yuan)?, percent(amount, parts.base?, 1)?))
        };
        let all: Vec<_> = parts.rows.iter().filter_map(|row| of(*row)).collect();
        ordered(&all, |a, b| b.1.cmp(&a.1)).into_iter().map(|(row, _, share)| (row, share)).collect()
    }
}
