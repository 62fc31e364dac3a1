//! Amounts that add up: parts, totals, 其中, balance.

use super::scale::{Digits, Sum, atoms, digit};
use super::{At, Audit, Check, Reason, Remark, Rule, Verdict, is_grand_total};
use crate::budget::{Column, is_part_of_year, sum, unit};
use crate::model::{Budget, BudgetTable, Decimal, Direction, Role, Stated};

/// More running totals of one list than this do not name their parts.
const MOST_TOTALS: usize = 16;
/// More tables with a grand total than this are not balanced; a budget has four books.
const MOST_BALANCES: usize = 64;

/// What the lines of a table claim of each other.
pub(super) fn lines(audit: &mut Audit, at: &At<'_>) {
    let columns = Column::of_table(at.table);
    for &column in &columns {
        list(audit, at, column, at.tree.roots(), None);
    }
    for row in 0..at.table.lines.len() {
        let children = at.tree.children(row);
        for &column in columns.iter().filter(|_| !children.is_empty()) {
            list(audit, at, column, children, Some(row));
            for &child in children.iter().filter(|&&child| at.table.lines[child].role == Some(Role::OfWhich)) {
                of_which(audit, at, column, row, child);
            }
        }
    }
}

/// One list of lines in the order printed, the parts of `parent` or the roots: its running totals, and its sum.
///
/// A 小计 or 合计 that has no parts of its own closes the lines above it and is not counted again. One with nothing above it may
/// either head the lines below or stand for itself, so both ways of counting are tried and the better one counts.
fn list(audit: &mut Audit, at: &At<'_>, column: Column, rows: &[usize], parent: Option<usize>) {
    let (mut all, mut since, mut heads, mut plain) = (Sum::default(), Sum::default(), Sum::default(), Sum::default());
    let (mut items, mut head_rows, mut first_since, mut totals, mut net) = (Vec::new(), Vec::new(), 0, 0, None::<Sum>);
    for &row in rows {
        let line = &at.table.lines[row];
        // Parts that are only named, such as what is to be handed on, leave a sum what it is.
        let named = || at.tree.children(row).iter().copied();
        let is_sum = matches!(line.role, Some(Role::Subtotal | Role::Total))
            && named().all(|child| at.table.lines[child].role == Some(Role::OfWhich));
        let add = |sum: &mut Sum| sum.add(column.of(&line.amounts), at.unit(row), at.digits);
        if line.role == Some(Role::OfWhich) {
            continue;
        }
        if !is_sum {
            add(&mut all);
            add(&mut since);
            if !is_beside(at, row) {
                add(&mut plain);
            }
            items.push(row);
            continue;
        }
        totals += 1;
        let is_total = line.role == Some(Role::Total);
        let lists = if totals > MOST_TOTALS { [&[][..], &[]] } else { [&head_rows[..], &items] };
        if all.count > 0 {
            let (everything, last) = (Way::new(all.and(&heads)).with_heads(), Way { from: first_since, ..Way::new(since) });
            let ways = match (is_total, since.count) {
                (_, 0) => [everything, Way::new(all), net.map_or(everything, Way::new)],
                (true, _) => [everything, Way::new(all), last],
                (false, _) => [last, Way::new(all), everything],
            };
            claim(audit, at, (row, Rule::Total, column), &ways, lists);
        } else if is_total && heads.count > 1 {
            claim(audit, at, (row, Rule::Total, column), &[Way::new(heads).with_heads()], lists);
        } else {
            add(&mut heads);
            head_rows.push(row);
        }
        // 合计 may follow a 小计 of which something is handed on.
        net = named().next().is_some().then(|| {
            let mut net = Sum::default();
            add(&mut net);
            named().for_each(|child| net.take(column.of(&at.table.lines[child].amounts), at.unit(child), at.digits));
            net
        });
        since = Sum::default();
        first_since = items.len();
    }
    let lists = [&head_rows[..], &items];
    if let Some(parent) = parent {
        if all.count + heads.count > 0 {
            let ways = [Way::new(all.and(&heads)).with_heads(), Way::new(all)];
            claim(audit, at, (parent, Rule::Parts, column), &ways[..=usize::from(all.count > 0)], lists);
        }
    } else if let [head] = head_rows[..]
        && totals == 1
        && all.count > 1
        && at.table.lines[head].role == Some(Role::Total)
    {
        claim(audit, at, (head, Rule::Total, column), &[Way::new(all), Way { is_plain: true, ..Way::new(plain) }], lists);
    }
}

/// Whether a line may stand beside a total instead of in it.
fn is_beside(at: &At<'_>, row: usize) -> bool {
    matches!(at.table.lines[row].role, Some(Role::Transfer | Role::CarryOver))
}

/// One way to count a list of lines.
#[derive(Clone, Copy)]
struct Way {
    sum: Sum,
    /// The first of the items that it counts.
    from: usize,
    /// Whether the sums at the head of the list count too.
    has_heads: bool,
    /// Whether transfers and what is carried over do not count.
    is_plain: bool,
}

impl Way {
    const fn new(sum: Sum) -> Self {
        Self { sum, from: 0, has_heads: false, is_plain: false }
    }

    const fn with_heads(self) -> Self {
        Self { has_heads: true, ..self }
    }

    fn parts(&self, at: &At<'_>, [heads, items]: [&[usize]; 2]) -> Vec<usize> {
        let heads = heads.iter().filter(|_| self.has_heads);
        let items = items.iter().skip(self.from).filter(|&&row| !self.is_plain || !is_beside(at, row));
        heads.chain(items).copied().collect()
    }
}

/// Holds the printed amount of a line against the ways to count what it sums up, of which the best counts, or else the first.
fn claim(audit: &mut Audit, at: &At<'_>, (row, rule, column): (usize, Rule, Column), ways: &[Way], lists: [&[usize]; 2]) {
    let unit = at.unit(row);
    let stated = column.of(&at.table.lines[row].amounts);
    let mut printed = Sum::default();
    printed.add(stated, unit, at.digits);
    if printed.is_missing || (stated == &Stated::None && ways.iter().any(|way| way.sum.atoms == 0)) {
        return;
    }
    let shown = stated.value().copied().unwrap_or_default();
    let best = ways.iter().map(|way| (verdict(&printed, &way.sum), way)).min_by_key(|(verdict, _)| match verdict {
        Ok(Verdict::Agrees) => 0,
        Ok(Verdict::WithinRounding) => 1,
        Err(_) => 2,
        Ok(Verdict::Differs) => 3,
    });
    let Some((verdict, way)) = best else { return };
    let judged = verdict.and_then(|verdict| {
        let recomputed = way.sum.in_unit(unit, shown.scale);
        check((at.place, row, rule, column), shown, recomputed, verdict).ok_or(Reason::TooLarge)
    });
    match judged {
        Ok(check) => {
            let remark = way.sum.is_missing.then_some(Remark::SomeMissing);
            audit.checks.push(Check { unit: Some(unit), parts: way.parts(at, lists), remark, ..check });
        }
        Err(reason) => audit.unchecked(at, row, rule, Some(column), reason),
    }
}

fn verdict(printed: &Sum, sum: &Sum) -> Result<Verdict, Reason> {
    if printed.is_too_large || sum.is_too_large {
        return Err(Reason::TooLarge);
    }
    let difference = printed.atoms.checked_sub(sum.atoms).ok_or(Reason::TooLarge)?;
    let is_within = is_within(difference, printed.slack.checked_add(sum.slack).ok_or(Reason::TooLarge)?);
    if sum.is_missing {
        // What is given is already more than the whole.
        let is_more = difference < 0 && !is_within && !sum.has_negative && printed.atoms >= 0;
        return if is_more { Ok(Verdict::Differs) } else { Err(Reason::Missing) };
    }
    Ok(match difference {
        0 => Verdict::Agrees,
        _ if is_within => Verdict::WithinRounding,
        _ => Verdict::Differs,
    })
}

/// Whether a difference is at most half of the last digits together.
fn is_within(difference: i128, slack: i128) -> bool {
    difference.unsigned_abs().checked_mul(2).is_some_and(|double| double <= slack.unsigned_abs())
}

/// A check of an amount; `None` where the difference is too large.
fn check(
    (table, row, rule, column): (usize, usize, Rule, Column),
    printed: Decimal,
    recomputed: Decimal,
    verdict: Verdict,
) -> Option<Check> {
    Some(Check {
        table,
        row,
        rule,
        column: Some(column),
        printed,
        recomputed,
        unit: None,
        difference: sum([Some(printed), recomputed.negated()])?,
        verdict,
        parts: Vec::new(),
        parts_table: table,
        basis: None,
        remark: None,
    })
}

/// A part that is named is not larger than its whole, where neither is below zero.
fn of_which(audit: &mut Audit, at: &At<'_>, column: Column, parent: usize, child: usize) {
    let stated = |row: usize| column.of(&at.table.lines[row].amounts);
    let Stated::Value(part) = stated(child) else { return };
    let (mut whole, unit) = (Sum::default(), at.unit(child));
    whole.add(stated(parent), at.unit(parent), at.digits);
    if whole.is_missing {
        return audit.unchecked(at, child, Rule::OfWhich, Some(column), Reason::Missing);
    }
    if part.mantissa < 0 || whole.has_negative {
        return;
    }
    let over = || {
        let over = atoms(*part, unit)?.checked_sub(whole.atoms).filter(|_| !whole.is_too_large)?;
        let slack = whole.slack.checked_add(digit(unit, at.digits.scale(unit))?)?;
        let verdict = match over {
            ..=0 => Verdict::Agrees,
            _ if is_within(over, slack) => Verdict::WithinRounding,
            _ => Verdict::Differs,
        };
        check((at.place, child, Rule::OfWhich, column), *part, whole.in_unit(unit, part.scale), verdict)
    };
    match over() {
        Some(check) => audit.checks.push(Check { unit: Some(unit), parts: vec![parent], ..check }),
        None => audit.unchecked(at, child, Rule::OfWhich, Some(column), Reason::TooLarge),
    }
}

/// 收入总计 = 支出总计: of the tables of one book and scope that both close with a 总计. What was executed in part of a year need not balance.
pub(super) fn balances(audit: &mut Audit, budget: &Budget) {
    let totals = |direction: Direction| {
        let tables = budget.tables.iter().enumerate().filter(move |(_, table)| table.direction == direction);
        tables.filter_map(|(place, table)| Some((place, table, grand_total(table)?))).take(MOST_BALANCES)
    };
    for (place, table, row) in totals(Direction::Expenditure) {
        let is_other_side = |other: &BudgetTable| other.book == table.book && other.scope == table.scope;
        let Some((other_place, other, other_row)) = totals(Direction::Revenue).find(|(_, other, _)| is_other_side(other)) else { continue };
        let tree = super::Tree::default();
        let at = At { budget, place, table, tree: &tree, digits: Digits::of_table(budget, table) };
        let other_line = &other.lines[other_row];
        for column in Column::ALL {
            let is_passing = column == Column::Executed && is_part_of_year(budget);
            if is_passing || column.of(&other_line.amounts).is_unknown() {
                continue;
            }
            let mut revenue = Sum::default();
            revenue.add(column.of(&other_line.amounts), unit(budget, other, other_line), Digits::of_table(budget, other));
            let before = audit.checks.len();
            claim(audit, &at, (row, Rule::Balance, column), &[Way::new(revenue)], [&[], &[other_row]]);
            for check in audit.checks.iter_mut().skip(before) {
                check.parts_table = other_place;
            }
        }
    }
}

/// The last line of a table that is part of no other and closes it with a 总计.
fn grand_total(table: &BudgetTable) -> Option<usize> {
    table.lines.iter().rposition(|line| line.role == Some(Role::Total) && line.parent.is_none() && is_grand_total(&line.name))
}
