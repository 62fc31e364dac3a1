//! Merged cells: each stands once, at its top left.

use crate::import::document::Row;

/// How many rows all merged cells of a sheet may visit together: more than any sheet that people made.
const MOST_VISITS: usize = 4_000_000;

/// Cells that are shown as one. Rows from 1, columns from 0, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// Its top row.
    pub first_row: u32,
    /// Its left column.
    pub first_column: u32,
    /// Its lowest row.
    pub last_row: u32,
    /// Its right column.
    pub last_column: u32,
}

/// Gives the top left cell of each its columns and rows, and takes those that it covers away. Rows are in order, and so are their cells.
///
/// No span goes beyond the last row and column that hold something.
pub fn merge(rows: &mut [Row], mut merges: Vec<Merge>) {
    let Some(last_row) = rows.last().map(|row| row.number) else { return };
    let last_column = rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max().unwrap_or(0);
    merges.sort_unstable();
    let mut visits = 0;
    for found in merges {
        let start = rows.partition_point(|row| row.number < found.first_row);
        for row in rows[start..].iter_mut().take_while(|row| row.number <= found.last_row) {
            visits += 1;
            if visits > MOST_VISITS {
                return;
            }
            let from = row.cells.partition_point(|cell| cell.column < found.first_column);
            let to = row.cells.partition_point(|cell| cell.column <= found.last_column);
            let is_top_left = row.number == found.first_row && row.cells.get(from).is_some_and(|cell| cell.column == found.first_column);
            if is_top_left && let Some(cell) = row.cells.get_mut(from) {
                cell.columns = found.last_column.min(last_column).max(found.first_column) - found.first_column + 1;
                cell.rows = found.last_row.min(last_row) - found.first_row + 1;
            }
            row.cells.drain(from + usize::from(is_top_left)..to);
        }
    }
}
