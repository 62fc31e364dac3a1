//! A table of a budget as it is shown: which lines, in which order, and what each says.

use super::{Column, Field, Sort, SortKey, Tree, approximate, change, completion, in_unit, percent, unit};
use crate::model::{Budget, BudgetTable, Decimal, Line, Role, Stage, Unit, YoyKind};
use crate::order::{order, ordered};
use std::cmp::Ordering;

/// A table with what is worked out of it once.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The budget.
    pub budget: &'a Budget,
    /// The table.
    pub table: &'a BudgetTable,
    /// Its lines as a tree.
    pub tree: &'a Tree,
    /// How many people live there, where the source says it.
    pub population: Option<u64>,
}

/// What the reader has chosen of a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chosen<'a> {
    /// Only lines with this in their name or code.
    pub find: Option<&'a str>,
    /// Only lines with an amount of at least so many yuan, whatever the sign.
    pub over: Option<Decimal>,
    /// The order within each branch; as printed where none is chosen.
    pub sort: Option<Sort>,
}

/// A line that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the table.
    pub row: usize,
    /// How many lines it is under.
    pub depth: u32,
    /// Whether its parts can be opened, and are: `None` for a line without parts to show.
    pub open: Option<bool>,
    /// It does not fit the choice itself, but one of its parts does.
    pub is_context: bool,
}

impl<'a> Sheet<'a> {
    /// The line at a place.
    pub fn line(&self, row: usize) -> Option<&'a Line> {
        self.table.lines.get(row)
    }

    /// The unit that a line is printed in.
    pub fn unit(&self, line: &Line) -> Unit {
        unit(self.budget, self.table, line)
    }

    /// The lines to show, in order. A branch that holds a line that fits a choice is open.
    pub fn rows(&self, chosen: Chosen<'_>, is_open: impl Fn(usize) -> bool) -> Vec<Row> {
        let fits = self.fitting(chosen);
        let is_shown = |row: usize| fits.as_ref().is_none_or(|fits| fits[row] > 0);
        let main = chosen.sort.and_then(|_| self.main_column());
        let mut rows = Vec::new();
        let mut next: Vec<usize> = self.ordered(self.tree.roots(), chosen.sort, main).into_iter().rev().collect();
        while let Some(row) = next.pop() {
            if !is_shown(row) {
                continue;
            }
            let parts = self.tree.children(row);
            let has_parts = parts.iter().any(|part| is_shown(*part));
            let open = has_parts && (fits.is_some() || is_open(row));
            let is_context = fits.as_ref().is_some_and(|fits| fits[row] == 1);
            // With a choice of lines there is nothing to open or close.
            let can_turn = has_parts && fits.is_none();
            rows.push(Row { row, depth: self.tree.depth(row), open: can_turn.then_some(open), is_context });
            if open {
                next.extend(self.ordered(parts, chosen.sort, main).into_iter().rev());
            }
        }
        rows
    }

    /// For each line: 2 where it fits the choice, 1 where one of its parts does, else 0. `None` where all fit.
    fn fitting(&self, chosen: Chosen<'_>) -> Option<Vec<u8>> {
        let find = chosen.find.map(squeezed).filter(|find| !find.is_empty());
        if find.is_none() && chosen.over.is_none() {
            return None;
        }
        let over = chosen.over.and_then(|over| approximate(over, Unit::Yuan));
        let mut fits = vec![0_u8; self.table.lines.len()];
        for (row, line) in self.table.lines.iter().enumerate() {
            let named = find
                .as_ref()
                .is_none_or(|find| line.code.as_ref().is_some_and(|code| code.contains(find.as_str())) || has(&line.name, find));
            let is_over = |column: Column| {
                let amount = column.of(&line.amounts).value().and_then(|amount| approximate(*amount, self.unit(line)));
                amount.zip(over).is_some_and(|(amount, over)| amount.unsigned_abs() >= over.unsigned_abs())
            };
            if named && (chosen.over.is_none() || Column::ALL.into_iter().any(is_over)) {
                fits[row] = 2;
                let unseen = self.tree.ancestors(row).take_while(|&above| fits[above] == 0).collect::<Vec<_>>();
                for above in unseen {
                    fits[above] = 1;
                }
            }
        }
        Some(fits)
    }

    /// Lines of one branch in the order chosen; lines without the figure come last, whichever way.
    fn ordered(&self, rows: &[usize], sort: Option<Sort>, main: Option<Column>) -> Vec<usize> {
        let Some(sort) = sort else { return rows.to_vec() };
        let turned = |order: Ordering| if sort.descending { order.reverse() } else { order };
        match sort.by {
            SortKey::Code | SortKey::Name => {
                let key = |row: usize| {
                    let line = &self.table.lines[row];
                    (line.code.as_deref().filter(|_| sort.by == SortKey::Code), line.name.as_str())
                };
                let compare = |a: &usize, b: &usize| {
                    let (a, b) = (key(*a), key(*b));
                    b.0.is_some().cmp(&a.0.is_some()).then_with(|| turned(a.cmp(&b)))
                };
                ordered(rows, compare)
            }
            SortKey::Field(field) => {
                let keys: Vec<Option<i128>> = rows.iter().map(|row| self.order_of(*row, field, main)).collect();
                let compare = &mut |a: usize, b: usize| match (keys[a], keys[b]) {
                    (Some(a), Some(b)) => turned(a.cmp(&b)),
                    (a, b) => b.is_some().cmp(&a.is_some()),
                };
                order(rows.len(), compare).into_iter().map(|place| rows[place]).collect()
            }
        }
    }

    /// A number that orders lines by a field: of a percentage what the cell shows, as printed, else as computed.
    fn order_of(&self, row: usize, field: Field, main: Option<Column>) -> Option<i128> {
        let line = self.line(row)?;
        let printed = line.printed.as_ref();
        match field {
            Field::Amount(column) => approximate(*column.of(&line.amounts).value()?, self.unit(line)),
            Field::Completion => fine(printed.and_then(|p| p.completion_percent.value().copied()).or_else(|| completion(line, 6))?),
            Field::Change => {
                let printed = printed.and_then(|p| {
                    let percent = *p.yoy_percent.value()?;
                    let whole = Decimal { mantissa: -100, scale: 0 };
                    if p.yoy_kind == Some(YoyKind::Ratio) { super::sum([Some(percent), Some(whole)]) } else { Some(percent) }
                });
                fine(printed.or_else(|| change(self.budget, line, 6))?)
            }
            Field::Share => approximate(self.shared(row, main?)?, Unit::Yuan),
            Field::PerHead => approximate(*main?.of(&line.amounts).value()?, self.unit(line)),
        }
    }

    /// The stage that shares, pictures and figures per head are of: the budget's own stage, else the one with the most figures.
    pub fn main_column(&self) -> Option<Column> {
        let count = |column: Column| self.table.lines.iter().filter(|line| column.of(&line.amounts).value().is_some()).count();
        let own = match self.budget.stage {
            Stage::Draft | Stage::Approved => Column::Initial,
            Stage::Adjusted => Column::Adjusted,
            Stage::Execution => Column::Executed,
            Stage::FinalAccounts => Column::FinalAccounts,
        };
        if count(own) > 0 {
            return Some(own);
        }
        Column::ALL.into_iter().max_by_key(|column| count(*column)).filter(|column| count(*column) > 0)
    }

    /// An amount of a line, exact, in `to`.
    pub fn amount(&self, row: usize, column: Column, to: Unit) -> Option<Decimal> {
        let line = self.line(row)?;
        in_unit(*column.of(&line.amounts).value()?, self.unit(line), to)
    }

    /// The lines of a branch that add up to it: all but 其中, and but the totals and subtotals that only sum up their neighbours. One with parts
    /// of its own is the head of a branch.
    pub fn summands<'s>(&'s self, rows: &'s [usize]) -> impl Iterator<Item = usize> + 's {
        rows.iter().copied().filter(|row| self.line(*row).is_some_and(|line| line.role != Some(Role::OfWhich)) && !self.sums_up(*row))
    }

    /// Whether a line is a total or subtotal without parts of its own.
    fn sums_up(&self, row: usize) -> bool {
        self.tree.children(row).is_empty() && self.line(row).is_some_and(|line| matches!(line.role, Some(Role::Total | Role::Subtotal)))
    }

    /// The lines at the top that make the whole: the one total with parts of its own, where there is one; else the lines that add up; else the
    /// only line there is.
    pub fn top(&self) -> Vec<usize> {
        let roots = self.tree.roots();
        let is_head =
            |row: &usize| !self.tree.children(*row).is_empty() && self.line(*row).is_some_and(|line| line.role == Some(Role::Total));
        let mut heads = roots.iter().copied().filter(is_head);
        if let (Some(only), None) = (heads.next(), heads.next()) {
            return vec![only];
        }
        let summands: Vec<usize> = self.summands(roots).collect();
        match roots {
            [only] if summands.is_empty() => vec![*only],
            _ => summands,
        }
    }

    /// What a line is made of at a stage: the parts that add up and are all given; else those given, 其中 too, where they are no more than it,
    /// with what is left in yuan. No parts where neither is so.
    pub fn made_of(&self, row: usize, column: Column) -> (Vec<usize>, Option<Decimal>) {
        let parts = self.tree.children(row);
        let summands: Vec<usize> = self.summands(parts).collect();
        if !summands.is_empty() && summands.iter().all(|part| self.amount(*part, column, Unit::Yuan).is_some()) {
            return (summands, None);
        }
        let named = if summands.is_empty() { parts.to_vec() } else { summands };
        let given: Vec<usize> = named.into_iter().filter(|part| self.amount(*part, column, Unit::Yuan).is_some()).collect();
        let sum = super::sum(given.iter().map(|part| self.amount(*part, column, Unit::Yuan)));
        let left = self
            .amount(row, column, Unit::Yuan)
            .zip(sum.and_then(Decimal::negated))
            .and_then(|(whole, sum)| super::sum([Some(whole), Some(sum)]));
        match left {
            Some(left) if left.mantissa >= 0 && !given.is_empty() => (given, Some(left).filter(|left| left.mantissa > 0)),
            _ => (Vec::new(), None),
        }
    }

    /// The whole that shares are of, in yuan: the only line at the top, or what the lines there come to where a total is printed that says the same
    /// (to a thousandth, for rounding). `None` elsewhere: lines that no total sums up may be views of the same money.
    pub fn whole(&self, column: Column) -> Option<Decimal> {
        let top = self.top();
        if let [only] = top[..] {
            return self.amount(only, column, Unit::Yuan).filter(|whole| whole.mantissa > 0);
        }
        let whole = super::sum(top.iter().filter_map(|row| self.amount(*row, column, Unit::Yuan)).map(Some))?;
        let totals = self.tree.roots().iter().filter(|row| self.sums_up(**row));
        let mut printed = totals.filter_map(|row| self.amount(*row, column, Unit::Yuan));
        printed.any(|total| is_near(total, whole)).then_some(whole).filter(|whole| whole.mantissa > 0)
    }

    /// 占合计%: a line's share of the whole of its table, to one decimal; not for totals, which are no part of it, nor for negative amounts.
    pub fn share(&self, row: usize, column: Column, whole: Decimal) -> Option<Decimal> {
        percent(self.shared(row, column)?, whole, 1)
    }

    /// What a line has a share of the whole by, in yuan.
    fn shared(&self, row: usize, column: Column) -> Option<Decimal> {
        let is_total = self.tree.parent(row).is_none() && self.sums_up(row);
        self.amount(row, column, Unit::Yuan).filter(|amount| amount.mantissa >= 0 && !is_total)
    }

    /// 人均, in yuan to two decimals.
    pub fn per_head(&self, row: usize, column: Column) -> Option<Decimal> {
        let people = Decimal { mantissa: i128::from(self.population.filter(|people| *people > 0)?), scale: 0 };
        // A percentage with two places more is a quotient with four.
        let hundredfold = percent(self.amount(row, column, Unit::Yuan)?, people, 0)?;
        Some(Decimal { scale: 2, ..hundredfold })
    }
}

/// A percentage as a whole number, so that percentages of different digits can be put in order.
fn fine(percentage: Decimal) -> Option<i128> {
    percentage.mantissa.checked_mul(10_i128.checked_pow(Decimal::MAX_SCALE.checked_sub(percentage.scale)?)?)
}

/// Whether two amounts in yuan are the same to a thousandth: what rounding of a few printed figures can explain.
pub fn is_near(a: Decimal, b: Decimal) -> bool {
    let (Some(a), Some(b)) = (approximate(a, Unit::Yuan), approximate(b, Unit::Yuan)) else { return false };
    a.abs_diff(b) <= a.unsigned_abs().max(b.unsigned_abs()) / 1000
}

/// Whether a name has `find`, itself squeezed, in it. Most names need no squeezing, and ten thousand are searched at every key.
fn has(name: &str, find: &str) -> bool {
    name.contains(find) || name.contains(|c: char| c.is_ascii_uppercase() || c.is_whitespace()) && squeezed(name).contains(find)
}

/// A name without its spaces, which tables use to pad short names (收 入), and with small letters.
fn squeezed(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests;
