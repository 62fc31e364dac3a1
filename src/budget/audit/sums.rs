//! Amounts that add up: parts, totals, 其中, balance.

use super::scale::{Digits, Sum, atoms, digit};
use super::{At, Audit, Check, Reason, Rule, Verdict, is_grand_total};
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
    let (mut items, mut first_since, mut totals) = (Vec::new(), 0, 0);
    let mut first_head = None;
    for &row in rows {
        let line = &at.table.lines[row];
        let is_sum = matches!(line.role, Some(Role::Subtotal | Role::Total)) && at.tree.children(row).is_empty();
        let add = |sum: &mut Sum| sum.add(column.of(&line.amounts), at.unit(row), at.digits);
        if line.role == Some(Role::OfWhich) {
            continue;
        }
        if !is_sum {
            add(&mut all);
            add(&mut since);
            if !matches!(line.role, Some(Role::Transfer | Role::CarryOver)) {
                add(&mut plain);
            }
            items.push(row);
            continue;
        }
        totals += 1;
        let is_total = line.role == Some(Role::Total);
        if all.count > 0 {
            let with_heads = all.and(&heads);
            let parts = if is_total || since.count == 0 { &items[..] } else { &items[first_since..] };
            let parts = if totals > MOST_TOTALS { Vec::new() } else { parts.to_vec() };
            let ways = if is_total || since.count == 0 { [with_heads, all, since] } else { [since, all, with_heads] };
            let ways = if since.count == 0 { &ways[..2] } else { &ways[..] };
            claim(audit, at, (row, Rule::Total, column), ways, parts);
        } else if is_total && heads.count > 1 {
            claim(audit, at, (row, Rule::Total, column), &[heads], Vec::new());
        } else {
            add(&mut heads);
            first_head.get_or_insert(row);
        }
        since = Sum::default();
        first_since = items.len();
    }
    if let Some(parent) = parent {
        if all.count + heads.count > 0 {
            let parts = if items.is_empty() { rows.to_vec() } else { items };
            let ways = if all.count == 0 { &[heads][..] } else { &[all.and(&heads), all][..] };
            claim(audit, at, (parent, Rule::Parts, column), ways, parts);
        }
    } else if let Some(row) = first_head
        && totals == 1
        && all.count > 1
        && at.table.lines[row].role == Some(Role::Total)
    {
        claim(audit, at, (row, Rule::Total, column), &[all, plain], items);
    }
}

/// Holds the printed amount of a line against sums, of which the best counts and the first is told.
fn claim(audit: &mut Audit, at: &At<'_>, (row, rule, column): (usize, Rule, Column), ways: &[Sum], parts: Vec<usize>) {
    let unit = at.unit(row);
    let mut printed = Sum::default();
    printed.add(column.of(&at.table.lines[row].amounts), unit, at.digits);
    let Some(told) = ways.first() else { return };
    if printed.is_missing || (column.of(&at.table.lines[row].amounts) == &Stated::None && told.atoms == 0) {
        return;
    }
    let shown = match column.of(&at.table.lines[row].amounts) {
        Stated::Value(amount) => *amount,
        _ => Decimal::default(),
    };
    let best = ways.iter().map(|way| (verdict(&printed, way), way)).min_by_key(|(verdict, _)| match verdict {
        Ok(Verdict::Agrees) => 0,
        Ok(Verdict::WithinRounding) => 1,
        Err(_) => 2,
        Ok(Verdict::Differs) => 3,
    });
    match best {
        Some((Ok(verdict), way)) => {
            let recomputed = way.in_unit(unit, shown.scale);
            let check = check((at.place, row, rule, column), shown, recomputed, verdict);
            match check {
                Some(check) => audit.checks.push(Check { unit: Some(unit), parts, ..check }),
                None => audit.unchecked(at, row, rule, Some(column), Reason::TooLarge),
            }
        }
        Some((Err(reason), _)) => audit.unchecked(at, row, rule, Some(column), reason),
        None => {}
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
            claim(audit, &at, (row, Rule::Balance, column), &[revenue], vec![other_row]);
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
