//! Joins a table with what goes on of it on the next page.

use crate::import::tables::{Column, Table};

/// Takes the table as what goes on of the last one; gives it back where it is another table.
pub fn join(last: Option<&mut Table>, next: Table) -> Option<Table> {
    let Some(last) = last else { return Some(next) };
    let is_next = match (last.rows.last().and_then(|row| row.at), next.at) {
        (Some(before), Some(after)) => after.section == before.section.saturating_add(1),
        _ => false,
    };
    let is_same = heads(&last.columns).eq(heads(&next.columns)) && (next.caption.is_none() || next.caption == last.caption);
    if !is_next || !is_same {
        return Some(next);
    }
    last.rows.extend(next.rows);
    last.notes.extend(next.notes);
    None
}

fn heads(columns: &[Column]) -> impl Iterator<Item = &Vec<String>> {
    columns.iter().map(|column| &column.head)
}
