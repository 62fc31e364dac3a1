//! The audit (核对): what a budget prints, held against what its own figures come to.
//!
//! The rules are those by which such tables are made: parts add up to their whole, revenue and expenditure balance where that is printed, a
//! percentage follows from its amounts. Nothing is judged that the table does not claim, and a missing figure is never taken for zero:
//! what cannot be checked is listed as such. All arithmetic is exact; where a figure is too large for it, that is said instead of a number.

mod percentages;
mod scale;
mod sums;

use super::{Column, Tree, unit};
use crate::model::{Budget, Decimal, Unit};
use scale::Digits;

/// What an audit came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Every claim that could be checked, table by table.
    pub checks: Vec<Check>,
    /// Every claim that could not be checked, and why.
    pub unchecked: Vec<Unchecked>,
}

/// A printed figure and the one that its neighbours come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which table of the budget.
    pub table: usize,
    /// Which line of the table: the one whose printed figure is checked.
    pub row: usize,
    /// What is claimed.
    pub rule: Rule,
    /// The column of the printed figure; `None` for a percentage.
    pub column: Option<Column>,
    /// The figure as printed, in `unit`.
    pub printed: Decimal,
    /// The figure recomputed, in `unit`: exact for amounts, rounded to at least two decimals for percentages. For
    /// [`Rule::OfWhich`] the whole that the part must not exceed; zero where there is nothing to compute with (the two `No…` rules).
    pub recomputed: Decimal,
    /// The unit of the three figures; `None`: percent.
    pub unit: Option<Unit>,
    /// Printed − recomputed.
    pub difference: Decimal,
    /// Whether the two agree.
    pub verdict: Verdict,
    /// The lines computed with; empty for percentages, and where a table has so many running totals that listing them all would not help.
    pub parts: Vec<usize>,
    /// The table of those lines: another one for [`Rule::Balance`] only.
    pub parts_table: usize,
    /// For percentages: the columns divided, the upper one first.
    pub basis: Option<(Column, Column)>,
    /// What else there is to say.
    pub remark: Option<Remark>,
}

/// What a printed figure claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The parts of a line add up to it.
    Parts,
    /// A 小计, 合计 or 总计 is the sum of the lines that it closes.
    Total,
    /// A part that is named (其中) is not larger than its whole.
    OfWhich,
    /// 收入总计 = 支出总计
    Balance,
    /// 完成预算%: what was reached ÷ the adjusted, else the initial budget.
    Completion,
    /// 比上年%: this year against last year.
    YearOnYear,
    /// A year-on-year percentage is printed, though last year is known to be none or zero.
    NoPrior,
    /// A completion is printed, though the budget is known to be none or zero.
    NoBudget,
}

/// How a check ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The two are the same; a percentage to half of its last printed digit.
    Agrees,
    /// They differ, but by no more than rounding of the printed figures explains.
    WithinRounding,
    /// They differ.
    Differs,
}

/// What else there is to say of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remark {
    /// Some of the parts are not given, but those given are already more than the whole.
    SomeMissing,
    /// A percentage that is measured against the initial budget, though there is an adjusted one. It counts as agreeing: reports do print “完成年初预算”.
    FitsInitial,
    /// A percentage that compares next year's budget with this year. It counts as agreeing.
    FitsNext,
    /// A percentage that says or is taken to be a change (增长12%), but fits a ratio (为上年112%).
    FitsRatio,
    /// A percentage that says to be a ratio, but fits a change.
    FitsChange,
}

/// A claim that could not be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// Which table of the budget.
    pub table: usize,
    /// Which line of the table.
    pub row: usize,
    /// What is claimed.
    pub rule: Rule,
    /// The column; `None` for a percentage.
    pub column: Option<Column>,
    /// Why not.
    pub reason: Reason,
}

/// Why a claim could not be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A figure that it takes is not given.
    Missing,
    /// The figures are too large to be held exactly.
    TooLarge,
    /// It is a percentage of something below zero.
    BelowZero,
    /// The figures are of part of a year, so a percentage that does not fit the whole of last year may well fit the same part of it.
    PartOfYear,
}

impl Audit {
    /// How many checks end so.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.checks.iter().filter(|check| check.verdict == verdict).count()
    }

    /// The checks that do not come out right.
    pub fn differing(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| check.verdict == Verdict::Differs)
    }
}

/// Checks all that a budget claims by arithmetic.
pub fn audit(budget: &Budget) -> Audit {
    let mut audit = Audit::default();
    for (place, table) in budget.tables.iter().enumerate() {
        let digits = Digits::of_table(budget, table);
        let tree = Tree::new(table);
        let at = At { budget, place, table, tree: &tree, digits };
        sums::lines(&mut audit, &at);
        percentages::lines(&mut audit, &at);
    }
    sums::balances(&mut audit, budget);
    audit
}

/// Whether a name closes a whole table: 收入总计, 支 出 总 计.
pub(crate) fn is_grand_total(name: &str) -> bool {
    name.chars().rev().filter(|c| !c.is_whitespace()).take(2).eq(['计', '总'])
}

/// A table under audit.
struct At<'a> {
    budget: &'a Budget,
    place: usize,
    table: &'a crate::model::BudgetTable,
    tree: &'a Tree,
    digits: Digits,
}

impl At<'_> {
    fn unit(&self, row: usize) -> Unit {
        unit(self.budget, self.table, &self.table.lines[row])
    }
}

impl Audit {
    fn unchecked(&mut self, at: &At<'_>, row: usize, rule: Rule, column: Option<Column>, reason: Reason) {
        self.unchecked.push(Unchecked { table: at.place, row, rule, column, reason });
    }
}
