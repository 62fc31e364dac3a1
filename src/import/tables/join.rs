//! Joins a table with what goes on of it on the next page.

use super::rows::{self, Role};
use crate::import::{
    document::{At, Grid},
    tables::{BodyRow, Column, Table},
};

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

/// Takes the rows of a grid without a head of its own as what goes on of the last table; false where they are not.
pub fn rows(last: Option<&mut Table>, grid: &Grid, at: At) -> bool {
    let Some(last) = last else { return false };
    let width = last.columns.last().map_or(0, |column| column.number.saturating_add(1));
    let here = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column.saturating_add(1)).max().unwrap_or(0);
    let is_next = last.rows.last().and_then(|row| row.at).is_some_and(|before| at.section == before.section.saturating_add(1));
    let is_body = grid.rows.iter().all(|row| matches!(rows::role(row, width), Role::Body | Role::Empty | Role::Ordinals));
    if !is_next || !is_body || width != here || !grid.rows.iter().flat_map(|row| &row.cells).any(rows::is_amount) {
        return false;
    }
    for row in grid.rows.iter().filter(|row| rows::role(row, width) == Role::Body) {
        let mut cells = vec![None; last.columns.len()];
        for cell in &row.cells {
            if let Ok(index) = last.columns.binary_search_by_key(&cell.column, |column| column.number) {
                cells[index] = Some(cell.clone());
            }
        }
        let first = row.cells.first().map(|cell| At { row: row.number, column: cell.column, ..at });
        last.rows.push(BodyRow { at: first, is_hidden: row.is_hidden, cells });
    }
    true
}

fn heads(columns: &[Column]) -> impl Iterator<Item = &Vec<String>> {
    columns.iter().map(|column| &column.head)
}
