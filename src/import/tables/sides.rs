//! Splits a table that stands in two halves side by side: 项目, 预算数, 项目, 预算数.

use crate::import::tables::Table;

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

/// Where the second half begins: at a column of names that is called as the first one, or holds names as it does.
fn middle(table: &Table) -> Option<usize> {
    let first = table.columns.first()?.head.last()?;
    if !["项目", "科目", "名称", "收入", "支出"].iter().any(|word| first.contains(word)) {
        return None;
    }
    let at = (2..table.columns.len().saturating_sub(1)).find(|&at| table.columns[at].head.last() == Some(first))?;
    let names = table.rows.iter().filter_map(|row| row.cells.get(at)?.as_ref()).filter(|cell| cell.value.is_none()).count();
    (names > 0).then_some(at)
}
