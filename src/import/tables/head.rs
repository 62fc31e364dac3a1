//! What each column of a table is called, from the rows of its head.

use super::words;
use crate::import::document::Row;
use std::collections::BTreeMap;

/// The most columns that a merged cell of a head names.
const MOST_COLUMNS: u32 = 256;

/// What the head says of each column that holds something, from its top row to its lowest.
pub fn paths(head: &[&Row], occupied: impl Iterator<Item = u32>) -> BTreeMap<u32, Vec<String>> {
    let mut paths: BTreeMap<u32, Vec<String>> = occupied.map(|column| (column, Vec::new())).collect();
    for cell in head.iter().flat_map(|row| &row.cells) {
        let text = words::line(&cell.text);
        // The unit in a corner of the head names no column, and neither does a formula.
        if text.is_empty() || words::is_unit_only(&text) || words::is_formula(&text) {
            continue;
        }
        let end = cell.column.saturating_add(cell.columns.clamp(1, MOST_COLUMNS));
        for (_, path) in paths.range_mut(cell.column..end) {
            if path.last() != Some(&text) {
                path.push(text.clone());
            }
        }
    }
    paths
}
