//! A session as rows of the sheets.

use super::cell::{MOST_TEXT, Written, written};
use super::columns::Sheet;
use super::node::{Map, Node, set, take, write_map};
use super::sheets::SHEETS;
use crate::model::Session;
use std::collections::HashMap;

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Of what it is a part.
    pub keys: Vec<String>,
    /// A cell for each column, where there is a value.
    pub cells: Vec<Option<Written>>,
    /// What no column holds, as JSON in pieces that a cell takes.
    pub rest: Vec<String>,
}

/// The rows of each sheet, in the order of [`SHEETS`].
pub fn filled(session: &Session) -> Option<Vec<Vec<Row>>> {
    let json = serde_json::to_string(session).ok()?;
    let Some(Node::Map(mut map)) = Node::parse(&json) else { return None };
    // Every workbook is of this version; its name stands on the guide.
    map.remove("format");
    let mut rows: Vec<Vec<Row>> = SHEETS.iter().map(|_| Vec::new()).collect();
    add(0, map, &[], true, &mut rows);
    Some(rows)
}

/// Adds an object and what is part of it. `is_named` says whether its parts can name it.
fn add(at: usize, mut map: Map, keys: &[String], is_named: bool, rows: &mut [Vec<Row>]) {
    let sheet = &SHEETS[at];
    let own = sheet.id().and_then(|id| match map.get("id").and_then(|value| written(&sheet.columns[id], value)) {
        Some(Written::Text(text)) => Some(text),
        _ => None,
    });
    let here = rows[at].len();
    rows[at].push(Row { keys: keys.to_vec(), cells: Vec::new(), rest: Vec::new() });
    if is_named && (sheet.is_upright() || own.is_some()) {
        let keys: Vec<String> = keys.iter().cloned().chain(own).collect();
        for (part, name) in sheet.parts() {
            add_list(part, name, &mut map, &keys, rows);
        }
    }
    let cells = sheet.columns.iter().map(|column| {
        let value = take(&mut map, column.path)?;
        let cell = written(column, &value);
        if cell.is_none() {
            set(&mut map, column.path, value);
        }
        cell
    });
    let cells: Vec<_> = cells.collect();
    let is_blank = cells.iter().all(Option::is_none);
    rows[at][here].rest = if map.is_empty() && !is_blank { Vec::new() } else { rest(&map) };
    rows[at][here].cells = cells;
}

/// Adds the objects of a list, which leaves the map; not where something in it is none.
fn add_list(part: usize, name: &str, map: &mut Map, keys: &[String], rows: &mut [Vec<Row>]) {
    let is_list_of_objects =
        |value: &Node| matches!(value, Node::List(list) if !list.is_empty() && list.iter().all(|item| matches!(item, Node::Map(_))));
    if !map.get(name).is_some_and(is_list_of_objects) {
        return;
    }
    let Some(Node::List(list)) = map.remove(name) else { return };
    let mut count: HashMap<String, usize> = HashMap::new();
    for id in list.iter().filter_map(id_of) {
        *count.entry(id.to_owned()).or_default() += 1;
    }
    for item in list {
        let is_named = id_of(&item).is_some_and(|id| count.get(id) == Some(&1));
        if let Node::Map(map) = item {
            add(part, map, keys, is_named, rows);
        }
    }
}

fn id_of(node: &Node) -> Option<&str> {
    match node {
        Node::Map(map) => match map.get("id") {
            Some(Node::Text(id)) => Some(id),
            _ => None,
        },
        _ => None,
    }
}

/// An object as JSON that comes back from cells as it is, in pieces of what a cell takes.
fn rest(map: &Map) -> Vec<String> {
    let mut json = String::new();
    write_map(map, &mut json);
    let is_long = json.encode_utf16().count() > MOST_TEXT;
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for c in json.chars() {
        // Blanks at the end of a piece would be lost; `_x000D_` is an escape of workbooks, and some characters are not for XML.
        let is_escaped = (is_long && c.is_whitespace()) || c == '_' || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
        let piece = if is_escaped { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
        length += piece.encode_utf16().count();
        if length > MOST_TEXT {
            pieces.push(String::new());
            length = piece.encode_utf16().count();
        }
        if let Some(last) = pieces.last_mut() {
            last.push_str(&piece);
        }
    }
    pieces
}

impl Row {
    /// How many cells it takes.
    pub fn len(&self) -> usize {
        self.keys.len() + self.cells.iter().flatten().count() + self.rest.len()
    }
}

/// How many columns of the rest the rows of a sheet need.
pub fn rest_columns(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.rest.len()).max().unwrap_or_default()
}

/// The number of columns before the rest.
pub fn columns(sheet: &Sheet) -> usize {
    sheet.keys.len() + sheet.columns.len()
}
