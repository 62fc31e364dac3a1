//! A workbook of ours as a session, and what is to be said of its cells.

mod errors;

use super::cell::{Meant, meant};
use super::columns::{Column, Kind, Sheet};
use super::finding::{Finding, Problem};
use super::node::{Map, Node, set, write_map};
use super::rows::{Found, Listed, Slot, listed, plain, rows_of, slot};
use super::sheets::SHEETS;
use super::tidy::narrow;
use super::words::{GUIDE, REST};
use crate::import::document::{At, Cell, Document, Note, Section, column_letters};
use crate::model::{FORMAT, Session};
use errors::Places;
use std::collections::HashMap;

/// More findings of one workbook help nobody.
const MOST_FINDINGS: usize = 1000;

/// What the sheet of the session has to have to be ours.
const MARKS: [&str; 3] = ["会议编号", "会议名称", "人大全称"];

/// A session of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The session.
    pub session: Session,
    /// What is to be said of the workbook, in the order of the sheets.
    pub findings: Vec<Finding>,
}

/// Whether a file is a workbook of ours.
pub fn is_ours(document: &Document) -> bool {
    let Some(section) = section(document, &SHEETS[0]) else { return false };
    let texts: Vec<String> = rows_of(section).flat_map(|row| &row.cells).take(400).map(|cell| plain(&cell.text)).collect();
    MARKS.iter().all(|mark| texts.iter().any(|text| text == mark))
}

/// Reads a workbook of ours, or says what keeps it from being read.
pub fn read(document: &Document) -> Result<Reading, Vec<Finding>> {
    let mut reader = Reader::default();
    reader.notes(document);
    for (at, sheet) in SHEETS.iter().enumerate() {
        let Some(section) = section(document, sheet) else { continue };
        if sheet.is_upright() {
            reader.upright(sheet, section);
        } else {
            let listed = listed(sheet, section, &mut reader.findings);
            for row in &listed.rows {
                reader.row(at, &listed, row);
            }
            reader.places.lists.insert(at, listed.slots);
        }
    }
    reader.finish()
}

fn section<'a>(document: &'a Document, sheet: &Sheet) -> Option<&'a Section> {
    document.sections.iter().find(|section| section.name.as_deref().is_some_and(|name| plain(name) == sheet.name))
}

/// The way to an object: the lists, and its place in each.
type Steps = Vec<(&'static str, usize)>;

#[derive(Default)]
struct Reader {
    root: Map,
    findings: Vec<Finding>,
    places: Places,
    /// Objects by their sheet, the ids of what they are part of, and their own.
    known: HashMap<(usize, Vec<String>), Steps>,
}

impl Reader {
    fn say(&mut self, sheet: &str, cell: String, problem: Problem) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding { sheet: sheet.to_owned(), cell, problem });
        }
    }

    /// What is to be said of the file as a whole.
    fn notes(&mut self, document: &Document) {
        for section in &document.sections {
            let name = section.name.clone().unwrap_or_default();
            let is_known = plain(&name) == GUIDE || SHEETS.iter().any(|sheet| plain(&name) == sheet.name);
            if !is_known && rows_of(section).next().is_some() {
                self.say(&name, String::new(), Problem::UnknownSheet);
            }
        }
        for note in &document.notes {
            let (at, problem) = match *note {
                Note::FormulasWithoutResult { count, first } => (first, Problem::WithoutResult { count }),
                Note::ErrorCells { count, first } => (first, Problem::Errors { count }),
                Note::Cut { first } => (first, Problem::Cut),
                _ => continue,
            };
            let At { section, row, column, .. } = at;
            let name = document.sections.get(section).and_then(|section| section.name.clone()).unwrap_or_default();
            self.say(&name, format!("{}{row}", column_letters(column)), problem);
        }
    }

    /// The sheet of the session: a heading, and the value beside it.
    fn upright(&mut self, sheet: &'static Sheet, section: &Section) {
        let mut rest = Vec::new();
        let mut values: Vec<(&Column, &Cell, String)> = Vec::new();
        for row in rows_of(section) {
            let Some((heading, slot)) = row.cells.iter().find_map(|cell| Some((cell, slot(sheet, &cell.text)?))) else { continue };
            let beside = heading.column + heading.columns;
            let address = format!("{}{}", column_letters(beside), row.number);
            let value = row.cells.iter().find(|cell| cell.column == beside);
            match slot {
                Slot::Column(at) => {
                    self.places.upright.insert(at, address.clone());
                    values.extend(value.map(|value| (&sheet.columns[at], value, address)));
                }
                Slot::Rest => rest.extend(value),
                Slot::Key(_) => {}
            }
        }
        let mut map = self.rest(sheet, &rest, String::new());
        for (column, cell, address) in values {
            self.value(sheet, column, cell, address, &mut map);
        }
        self.root = map;
    }

    /// A row of a list.
    fn row(&mut self, at: usize, listed: &Listed<'_>, found: &Found<'_>) {
        let sheet = &SHEETS[at];
        let cells = |wanted: Slot| found.cells.iter().filter(move |(slot, _)| *slot == wanted).map(|(_, cell)| *cell);
        let rest: Vec<&Cell> = cells(Slot::Rest).collect();
        let mut map = self.rest(sheet, &rest, listed.address(Slot::Rest, found.number));
        for (at, column) in sheet.columns.iter().enumerate() {
            for cell in cells(Slot::Column(at)) {
                self.value(sheet, column, cell, listed.address(Slot::Column(at), found.number), &mut map);
            }
        }
        let keys =
            (0..sheet.keys.len()).map(|key| cells(Slot::Key(key)).next().map(|cell| narrow(&cell.text).split_whitespace().collect()));
        let keys: Option<Vec<String>> = keys.collect();
        // A person writes an id once above the rows that belong to it.
        let above = || self.places.keys.get(&at).cloned();
        let keys = match (keys, above()) {
            (Some(keys), _) => keys,
            (None, Some(above)) => {
                self.say(sheet.name, listed.address(Slot::Key(0), found.number), Problem::Inherited);
                above
            }
            (None, None) => Vec::new(),
        };
        if !keys.is_empty() {
            self.places.keys.insert(at, keys.clone());
        }
        let mut steps = match sheet.whole() {
            Some(whole) if !SHEETS[whole].is_upright() => {
                if let Some(steps) = self.known.get(&(whole, keys.clone())) {
                    steps.clone()
                } else {
                    let cell = listed.address(Slot::Key(sheet.keys.len() - 1), found.number);
                    return self.say(sheet.name, cell, Problem::NoWhole { keys, sheet: SHEETS[whole].name });
                }
            }
            _ => Steps::new(),
        };
        let own = sheet.id().map(|id| self.own_id(sheet, &mut map, listed.address(Slot::Column(id), found.number), found.number));
        let Some(name) = sheet.list.last() else { return };
        let Some(place) = push(&mut self.root, &steps, name, map) else { return };
        steps.push((name, place));
        self.places.rows.insert(path(&steps), (at, found.number));
        if let Some(own) = own {
            self.known.entry((at, keys.into_iter().chain([own]).collect())).or_insert(steps);
        }
    }

    /// The id of an object; one without gets one of its sheet and row.
    fn own_id(&mut self, sheet: &Sheet, map: &mut Map, cell: String, row: u32) -> String {
        if let Some(Node::Text(id)) = map.get("id") {
            return id.clone();
        }
        let id = format!("{}-{row}", sheet.list.join("-"));
        map.insert("id".to_owned(), Node::Text(id.clone()));
        self.say(sheet.name, cell, Problem::Named { id: id.clone() });
        id
    }

    /// What no column holds, as the object to begin with.
    fn rest(&mut self, sheet: &Sheet, pieces: &[&Cell], cell: String) -> Map {
        let json: String = pieces.iter().map(|cell| cell.text.as_str()).collect();
        match Node::parse(&json) {
            Some(Node::Map(map)) => map,
            None if json.is_empty() => Map::new(),
            _ => {
                let cell = if cell.is_empty() { REST.to_owned() } else { cell };
                self.say(sheet.name, cell, Problem::NotJson);
                Map::new()
            }
        }
    }

    fn value(&mut self, sheet: &Sheet, column: &Column, cell: &Cell, address: String, map: &mut Map) {
        let unclear = |is_kept| Problem::Unclear {
            text: cell.text.clone(),
            heading: column.heading.to_owned(),
            words: match column.kind {
                Kind::Word(words) => words.iter().map(|(_, shown)| (*shown).to_owned()).collect(),
                _ => Vec::new(),
            },
            is_kept,
        };
        let value = match meant(column, cell) {
            Meant::Value(value) => value,
            Meant::Repaired(value) => {
                self.say(sheet.name, address, Problem::Repaired { text: cell.text.clone(), read: shown(column, &value) });
                value
            }
            Meant::Odd(value) => {
                self.say(sheet.name, address, unclear(true));
                value
            }
            Meant::Unclear => return self.say(sheet.name, address, unclear(false)),
        };
        set(map, column.path, value);
    }

    fn finish(mut self) -> Result<Reading, Vec<Finding>> {
        self.root.insert("format".to_owned(), Node::Text(FORMAT.to_owned()));
        self.findings.truncate(MOST_FINDINGS);
        let mut json = String::new();
        write_map(&self.root, &mut json);
        match crate::read::unchecked(json.as_bytes()) {
            Ok(reading) => Ok(Reading { session: reading.session, findings: self.findings }),
            Err(error) => {
                let mut findings: Vec<Finding> = error.all().map(|error| self.places.finding(error)).collect();
                findings.extend(self.findings);
                Err(findings)
            }
        }
    }
}

/// Adds an object to a list of an object; its place in the list.
fn push(root: &mut Map, steps: &[(&'static str, usize)], name: &str, object: Map) -> Option<usize> {
    let mut map = root;
    for (name, place) in steps {
        let Some(Node::List(list)) = map.get_mut(*name) else { return None };
        let Some(Node::Map(inner)) = list.get_mut(*place) else { return None };
        map = inner;
    }
    let list = map.entry(name.to_owned()).or_insert_with(|| Node::List(Vec::new()));
    if !matches!(list, Node::List(_)) {
        *list = Node::List(Vec::new());
    }
    let Node::List(list) = list else { return None };
    list.push(Node::Map(object));
    Some(list.len() - 1)
}

fn path(steps: &[(&'static str, usize)]) -> String {
    steps.iter().fold("$".to_owned(), |path, (name, place)| format!("{path}.{name}[{place}]"))
}

/// A value as the workbook would have it.
fn shown(column: &Column, value: &Node) -> String {
    match super::cell::written(column, value) {
        Some(super::cell::Written::Text(text)) => text,
        Some(super::cell::Written::Number(number)) => number.to_string(),
        None => String::new(),
    }
}
