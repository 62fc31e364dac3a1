//! Splits a table that stands in two halves side by side: 项目, 预算数, 项目, 预算数.

use super::rows;
use crate::import::document::Cell;
use crate::import::tables::{Column, Table};

/// The halves of the table, or the table itself where it has none.
pub fn split(table: Table) -> Vec<Table> {
    let Some(at) = middle(&table) else { return vec![table] };
    let mut right = table.clone();
    let mut left = table;
    right.columns.drain(..at);
    left.columns.truncate(at);
    for row in &mut right.rows {
        row.cells.drain(..at.min(row.cells.len()));
        if let (Some(place), Some(cell)) = (&mut row.at, row.cells.iter().flatten().next()) {
            place.column = cell.column;
        }
    }
    for row in &mut left.rows {
        row.cells.truncate(at);
    }
    // Below its end, the shorter half has no rows.
    for half in [&mut left, &mut right] {
        half.rows.retain(|row| row.cells.iter().any(Option::is_some));
    }
    right.notes.clear();
    let mut halves = vec![left];
    halves.extend(split(right));
    halves
}

/// Where the second half begins: at a column of names that is called as the first one, or at that of expenditure beside revenue.
fn middle(table: &Table) -> Option<usize> {
    let first = table.columns.first()?;
    let called = first.head.last()?;
    if !["项目", "科目", "名称", "收入", "支出", "编码", "代码"].iter().any(|word| called.contains(word)) {
        return None;
    }
    let says = |column: &Column, word: &str| column.head.iter().any(|head| head.contains(word));
    let is_code = called.contains("编码") || called.contains("代码");
    let has_amounts = |at: usize| cells(table, at).any(rows::is_amount);
    let is_half = |at: usize| {
        let Some(column) = table.columns.get(at) else { return false };
        let is_same = column.head.last() == Some(called);
        let is_other_way = says(first, "收入") && says(column, "支出") && (1..at).any(has_amounts);
        let names = cells(table, at).filter(|cell| cell.value.is_none() && !rows::is_amount(cell)).count();
        (is_same && is_code) || ((is_same || is_other_way) && names * 2 > cells(table, at).count())
    };
    (2..table.columns.len().saturating_sub(1)).find(|at| is_half(*at))
}

fn cells(table: &Table, at: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| row.cells.get(at)?.as_ref())
}
