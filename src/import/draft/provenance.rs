//! Where the values of a draft came from: places in the running text, or cells of tables. They are kept beside the session, not in it.

use crate::import::budgets;
use crate::import::document::{At, Block, Document, column_letters};
use crate::import::figures;
use crate::model::Budget;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// A JSON pointer into the session. One to a thing holds for all in it that has none of its own; see [`of`].
    pub pointer: String,
    /// The place in the file.
    #[serde(flatten)]
    pub place: Place,
    /// What stands there.
    pub quote: String,
    /// The rule that took it.
    pub rule: &'static str,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum Place {
    /// In the running text, as [`super::text`] gives it.
    Text {
        /// The number of its first character, from 0.
        start: usize,
        /// The number of the character after it.
        end: usize,
    },
    /// In a table.
    Cell {
        /// The sheet, page or part of the file, from 0.
        section: usize,
        /// Its table among the blocks of the section, from 0.
        block: usize,
        /// The name of the sheet.
        #[serde(skip_serializing_if = "Option::is_none")]
        sheet: Option<String>,
        /// The number of the page.
        #[serde(skip_serializing_if = "Option::is_none")]
        page: Option<u32>,
        /// The row as the file counts, from 1.
        row: u32,
        /// The column, from 0.
        column: u32,
        /// The name of the cell, with that of its sheet: 收入!C7.
        cell: String,
    },
}

/// The provenance of a file as it is kept: the text that characters are counted in, and the places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record<'a> {
    /// The running text.
    pub text: &'a str,
    /// Where the values came from.
    pub provenance: &'a [Provenance],
}

/// Where the value at a pointer came from: its own place, else that of the nearest thing that it is in.
pub fn of<'a>(all: &'a [Provenance], pointer: &str) -> Option<&'a Provenance> {
    let mut pointer = pointer;
    loop {
        if let Some(found) = all.iter().find(|one| one.pointer == pointer) {
            return Some(found);
        }
        pointer = pointer.rsplit_once('/').map(|(above, _)| above).filter(|above| !above.is_empty())?;
    }
}

/// Where the values of a draft stand, before anybody asks: places in the text in bytes, and cells of tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    spans: Vec<(String, Range<usize>, &'static str)>,
    /// Those of tables.
    pub(super) cells: Vec<budgets::Place>,
}

impl Sources {
    /// Notes a place; the first that a pointer gets stays.
    pub(super) fn add(&mut self, pointer: String, span: Range<usize>, rule: &'static str) {
        self.spans.push((pointer, span, rule));
    }

    /// Notes where the years of budgets stand: nearest before the first figure of each.
    pub(super) fn years(&mut self, text: &str, budgets: &[Budget], places: &[figures::Place], before: usize) {
        for (at, budget) in budgets.iter().enumerate() {
            let prefix = format!("/{at}/");
            let Some(first) = places.iter().find(|place| place.pointer.starts_with(&prefix)) else { continue };
            let year = format!("{}年", budget.fiscal_year);
            let found = text.get(..first.span.end).and_then(|head| head.rfind(&year)).map(|start| start..start + year.len());
            let span = found.unwrap_or(first.span.start..first.span.end);
            let pointer = format!("/budgets/{}", at + before);
            self.add(pointer.clone(), first.span.start..first.span.end, first.rule);
            self.add(pointer + "/fiscal_year", span, "year before the figures");
        }
    }

    /// Everything with its quotation, places in characters of the text of the document ([`super::text`]).
    pub fn told(&self, document: &Document, text: &str) -> Vec<Provenance> {
        let ends: BTreeSet<usize> = self.spans.iter().flat_map(|(_, span, _)| [span.start, span.end]).collect();
        let counted = characters(text, &ends);
        let count = |byte: usize| counted.get(&byte).copied().unwrap_or_default();
        let mut seen = BTreeSet::new();
        let mut told = Vec::with_capacity(self.spans.len() + self.cells.len());
        for (pointer, span, rule) in &self.spans {
            if seen.insert(pointer) {
                let place = Place::Text { start: count(span.start), end: count(span.end) };
                let quote = text.get(span.clone()).unwrap_or_default().to_owned();
                told.push(Provenance { pointer: pointer.clone(), place, quote, rule });
            }
        }
        told.extend(self.cells.iter().flat_map(budgets::Place::pointers).map(|(pointer, at)| of_cell(document, &pointer, at)));
        told
    }
}

/// A pointer into a list of budgets as one into a session, in which `before` budgets stand before them.
pub(super) fn moved(pointer: &str, before: usize) -> String {
    let pointer = pointer.trim_start_matches('/');
    let (number, rest) = pointer.split_at(pointer.find('/').unwrap_or(pointer.len()));
    format!("/budgets/{}{rest}", number.parse::<usize>().unwrap_or_default() + before)
}

/// How many characters stand before each of some bytes.
fn characters(text: &str, bytes: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
    let mut counted = BTreeMap::new();
    let (mut at, mut count) = (0, 0);
    for byte in bytes {
        count += text.get(at..*byte).unwrap_or_default().chars().count();
        at = *byte;
        counted.insert(*byte, count);
    }
    counted
}

fn of_cell(document: &Document, pointer: &str, at: At) -> Provenance {
    let At { section, block, row, column } = at;
    let part = document.sections.get(section);
    let sheet = part.and_then(|part| part.name.clone());
    let name = format!("{}{row}", column_letters(column));
    let cell = sheet.as_ref().map_or_else(|| name.clone(), |sheet| format!("{sheet}!{name}"));
    let place = Place::Cell { section, block, page: part.and_then(|part| part.page), sheet, row, column, cell };
    let quote = quoted(document, at).unwrap_or_default().to_owned();
    Provenance { pointer: moved(pointer, 0), place, quote, rule: "cell" }
}

/// What a cell shows.
fn quoted(document: &Document, at: At) -> Option<&str> {
    let Block::Grid(grid) = document.sections.get(at.section)?.blocks.get(at.block)? else { return None };
    let row = grid.rows.get(grid.rows.binary_search_by_key(&at.row, |row| row.number).ok()?)?;
    row.cells.iter().find(|cell| cell.column == at.column).map(|cell| cell.text.as_str())
}
