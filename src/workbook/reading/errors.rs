//! What keeps a session from being read, at the cell that it comes from.

use super::super::finding::{Finding, Problem};
use super::super::rows::Slot;
use super::super::sheets::SHEETS;
use crate::import::document::column_letters;
use crate::read::{ReadError, ReadErrorKind};
use std::collections::HashMap;

/// Where things stood.
#[derive(Default)]
pub struct Places {
    /// The sheet and the row of each object, by its JSON path.
    pub rows: HashMap<String, (usize, u32)>,
    /// The columns of each sheet of a list.
    pub lists: HashMap<usize, Vec<(u32, Slot)>>,
    /// The cell of each field on the sheet of the session.
    pub upright: HashMap<usize, String>,
    /// What the last row of each sheet is part of.
    pub keys: HashMap<usize, Vec<String>>,
}

impl Places {
    /// An error of reading, with its cell.
    pub fn finding(&self, error: &ReadError) -> Finding {
        let mut at = error.path.as_str();
        while !self.rows.contains_key(at) && !at.is_empty() {
            at = at.rsplit_once('.').map_or("", |(before, _)| before);
        }
        let (sheet, row) = self.rows.get(at).copied().unwrap_or_default();
        let below = error.path.get(at.len()..).unwrap_or_default().trim_start_matches(['$', '.']);
        let field = match &error.kind {
            ReadErrorKind::Missing { field } if below.is_empty() => field.clone(),
            ReadErrorKind::Missing { field } => format!("{below}.{field}"),
            _ => below.to_owned(),
        };
        let columns = SHEETS[sheet].columns;
        let holds = |path: &str| path == field || path.strip_prefix(&field).is_some_and(|rest| rest.starts_with('.'));
        let column = columns.iter().position(|column| holds(column.path));
        let heading = column.and_then(|column| columns.get(column)).map_or(field.as_str(), |column| column.heading);
        let cell = match column {
            Some(column) if SHEETS[sheet].is_upright() => self.upright.get(&column).cloned().unwrap_or_default(),
            Some(column) => self.address(sheet, column, row),
            None if row > 0 => row.to_string(),
            None => String::new(),
        };
        let problem = match &error.kind {
            ReadErrorKind::Missing { .. } | ReadErrorKind::Blank { .. } => Problem::Missing { heading: heading.to_owned() },
            kind => Problem::Unreadable(kind.clone()),
        };
        Finding { sheet: SHEETS[sheet].name.to_owned(), cell, problem }
    }

    fn address(&self, sheet: usize, column: usize, row: u32) -> String {
        let slots = self.lists.get(&sheet).map(Vec::as_slice).unwrap_or_default();
        let found = slots.iter().find(|(_, slot)| *slot == Slot::Column(column));
        found.map_or_else(|| row.to_string(), |(column, _)| format!("{}{row}", column_letters(*column)))
    }
}
