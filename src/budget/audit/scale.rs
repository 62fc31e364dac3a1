//! Amounts of any unit on one scale of whole numbers, and how finely a table prints.

use crate::budget::{Column, unit};
use crate::model::{Budget, BudgetTable, Decimal, Stated, Unit};

/// Decimals of 亿元 that everything is counted in: 12 decimals of a yuan, the finest that a file can hold.
const FINEST: u32 = 20;

/// How many decimals of 亿元 an amount with `scale` decimals of `unit` has.
const fn decimals(unit: Unit, scale: u32) -> u32 {
    scale + Unit::YiYuan.power() - unit.power()
}

/// An amount in units of 10^-20 亿元; `None` where it is too large.
pub(super) fn atoms(amount: Decimal, unit: Unit) -> Option<i128> {
    amount.mantissa.checked_mul(digit(unit, amount.scale)?)
}

/// The size of the last digit of a figure with `scale` decimals.
pub(super) fn digit(unit: Unit, scale: u32) -> Option<i128> {
    10_i128.checked_pow(FINEST.checked_sub(decimals(unit, scale))?)
}

/// How many decimals the figures of a table are printed with, by unit: the most that any of them has, because JSON drops the zeros at
/// the end.
#[derive(Clone, Copy, Default)]
pub(super) struct Digits([u32; 3]);

impl Digits {
    pub(super) fn of_table(budget: &Budget, table: &BudgetTable) -> Self {
        let mut digits = Self::default();
        for line in &table.lines {
            let most = &mut digits.0[place(unit(budget, table, line))];
            for column in Column::ALL {
                if let Stated::Value(amount) = column.of(&line.amounts) {
                    *most = amount.scale.max(*most);
                }
            }
        }
        digits
    }

    pub(super) const fn scale(self, unit: Unit) -> u32 {
        self.0[place(unit)]
    }
}

const fn place(unit: Unit) -> usize {
    match unit {
        Unit::Yuan => 0,
        Unit::WanYuan => 1,
        Unit::YiYuan => 2,
    }
}

/// A sum as it grows.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    /// The sum of what is given.
    pub(super) atoms: i128,
    /// The last printed digits of what is given, added up; rounding explains half of it.
    pub(super) slack: i128,
    /// How many lines it has.
    pub(super) count: usize,
    /// Whether a line does not state its amount.
    pub(super) is_missing: bool,
    /// Whether an amount is below zero.
    pub(super) has_negative: bool,
    /// Whether it became too large.
    pub(super) is_too_large: bool,
    /// The most decimals of 亿元 of any amount.
    decimals: u32,
}

impl Sum {
    /// Adds the amount of a line; one known to be none is zero, one not given is missing.
    pub(super) fn add(&mut self, amount: &Stated<Decimal>, unit: Unit, digits: Digits) {
        self.count += 1;
        let amount = match amount {
            Stated::Unknown => {
                self.is_missing = true;
                return;
            }
            Stated::None => return,
            Stated::Value(amount) => *amount,
        };
        let sums = atoms(amount, unit)
            .and_then(|atoms| self.atoms.checked_add(atoms))
            .zip(digit(unit, digits.scale(unit)).and_then(|digit| self.slack.checked_add(digit)));
        match sums {
            Some((atoms, slack)) => (self.atoms, self.slack) = (atoms, slack),
            None => self.is_too_large = true,
        }
        self.has_negative |= amount.mantissa < 0;
        self.decimals = self.decimals.max(decimals(unit, amount.scale));
    }

    /// Takes the amount of a line away.
    pub(super) fn take(&mut self, amount: &Stated<Decimal>, unit: Unit, digits: Digits) {
        let less = match amount {
            Stated::Value(amount) => amount.negated().map_or(Stated::Unknown, Stated::Value),
            other => *other,
        };
        self.add(&less, unit, digits);
    }

    /// Both sums together.
    pub(super) fn and(mut self, other: &Self) -> Self {
        match self.atoms.checked_add(other.atoms).zip(self.slack.checked_add(other.slack)) {
            Some((atoms, slack)) => (self.atoms, self.slack) = (atoms, slack),
            None => self.is_too_large = true,
        }
        self.count += other.count;
        self.is_missing |= other.is_missing;
        self.has_negative |= other.has_negative;
        self.is_too_large |= other.is_too_large;
        self.decimals = self.decimals.max(other.decimals);
        self
    }

    /// The sum in `unit`, exactly, with at least `scale` decimals.
    pub(super) fn in_unit(&self, unit: Unit, scale: u32) -> Decimal {
        let shift = decimals(unit, 0);
        let all = self.decimals.max(decimals(unit, scale)).min(FINEST);
        let size = 10_i128.checked_pow(FINEST - all).unwrap_or(1);
        Decimal { mantissa: self.atoms / size, scale: all - shift }
    }
}
