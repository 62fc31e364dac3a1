//! The cells of one sheet, read event by event.

use crate::import::ImportError;
use crate::import::document::{Cell, Grid, Row};
use crate::import::package::{attribute, broken, is_on, local, push_text};
use crate::import::xlsx::address::{LAST_COLUMN, LAST_ROW, column, range};
use crate::import::xlsx::cell::{Content, RawCell, Shared};
use crate::import::xlsx::merge::{Merge, merge};
use crate::import::xlsx::text::Runs;
use quick_xml::Reader;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesStart, Event};

/// Merged cells beyond this are read as if they were not merged.
const MOST_MERGES: usize = 100_000;
/// A sheet may say a width for each column; more entries say nothing new.
const MOST_COLUMNS: usize = 20_000;

/// What may still be read of the whole workbook.
#[derive(Debug)]
pub struct Left {
    /// How many cells, empty ones too.
    pub cells: usize,
    /// How many bytes of text.
    pub text: usize,
}

/// A sheet with what is odd about it.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its cells.
    pub grid: Grid,
    /// Formulas without a stored result, as rows and columns.
    pub without_result: Vec<(u32, u32)>,
    /// Errors.
    pub errors: Vec<(u32, u32)>,
    /// Numbers of more than 15 digits.
    pub long: Vec<(u32, u32)>,
    /// The first cell that was left out.
    pub cut: Option<(u32, u32)>,
}

/// Reads the sheet of a part.
pub fn sheet(part: &str, xml: &str, shared: &Shared<'_>, left: &mut Left) -> Result<Sheet, ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk { part, shared, left, sheet: Sheet::default(), merges: Vec::new(), hidden: Vec::new(), state: State::default() };
    loop {
        match reader.read_event().map_err(|error| broken(part, error))? {
            Event::Eof => break,
            event => walk.take(&event)?,
        }
        // What comes after the limit is left out, so it is not walked either.
        if walk.sheet.cut.is_some() {
            break;
        }
    }
    Ok(walk.finish())
}

struct Walk<'w> {
    part: &'w str,
    shared: &'w Shared<'w>,
    left: &'w mut Left,
    sheet: Sheet,
    merges: Vec<Merge>,
    /// Ranges of hidden columns.
    hidden: Vec<(u32, u32)>,
    state: State,
}

/// Where the reading is.
#[derive(Default)]
struct State {
    is_in_data: bool,
    row: Row,
    /// The column that a cell without an address has.
    next_column: u32,
    cell: Option<RawCell>,
    is_value: bool,
    is_inline: bool,
    runs: Runs,
}

impl Walk<'_> {
    fn take(&mut self, event: &Event<'_>) -> Result<(), ImportError> {
        match event {
            Event::Start(tag) if self.state.is_in_data => self.start_in_data(tag),
            Event::Empty(tag) if self.state.is_in_data => return self.empty_in_data(tag),
            Event::End(tag) if self.state.is_in_data => return self.end_in_data(tag.local_name().as_ref(), event),
            Event::Start(tag) | Event::Empty(tag) => match local(tag) {
                "sheetData" => self.state.is_in_data = matches!(event, Event::Start(_)),
                "col" => self.columns(tag),
                "mergeCell" if self.merges.len() < MOST_MERGES => self.merges.extend(attribute(tag, "ref").and_then(|text| range(&text))),
                _ => {}
            },
            _ => {}
        }
        let state = &mut self.state;
        if state.is_inline {
            state.runs.take(event);
        } else if state.is_value
            && let Some(cell) = &mut state.cell
        {
            push_text(&mut cell.value, event);
        }
        Ok(())
    }

    fn start_in_data(&mut self, tag: &BytesStart<'_>) {
        match local(tag) {
            "row" => self.row(tag),
            "c" => self.cell(tag),
            "f" => self.formula(),
            "v" => {
                self.state.is_value = true;
                if let Some(cell) = &mut self.state.cell {
                    cell.has_value = true;
                }
            }
            "is" => self.state.is_inline = true,
            _ => {}
        }
    }

    fn empty_in_data(&mut self, tag: &BytesStart<'_>) -> Result<(), ImportError> {
        match local(tag) {
            "row" => {
                self.row(tag);
                self.end_row();
            }
            "c" => {
                self.cell(tag);
                self.end_cell()?;
            }
            "f" => self.formula(),
            _ => {}
        }
        Ok(())
    }

    fn end_in_data(&mut self, name: &str, event: &Event<'_>) -> Result<(), ImportError> {
        match name {
            "sheetData" => self.state.is_in_data = false,
            "row" => self.end_row(),
            "c" => self.end_cell()?,
            "v" => self.state.is_value = false,
            "is" => {
                self.state.is_inline = false;
                if let Some(cell) = &mut self.state.cell {
                    cell.inline = Some(self.state.runs.finish());
                }
            }
            _ if self.state.is_inline => self.state.runs.take(event),
            _ => {}
        }
        Ok(())
    }

    /// A range of columns, if it is hidden.
    fn columns(&mut self, tag: &BytesStart<'_>) {
        let number = |name| attribute(tag, name).and_then(|value| value.trim().parse::<u32>().ok());
        let is_hidden = attribute(tag, "hidden").is_some_and(|value| is_on(&value)) || is_zero(attribute(tag, "width").as_deref());
        let (Some(first), Some(last)) = (number("min"), number("max")) else { return };
        if is_hidden && first > 0 && self.hidden.len() < MOST_COLUMNS {
            self.hidden.push((first - 1, last.min(LAST_COLUMN + 1).saturating_sub(1)));
        }
    }

    fn row(&mut self, tag: &BytesStart<'_>) {
        let mut row = Row { number: self.state.row.number.saturating_add(1), ..Row::default() };
        for (name, value) in attributes(tag.attributes()) {
            match name {
                "r" => row.number = value.trim().parse().ok().filter(|number| (1..=LAST_ROW).contains(number)).unwrap_or(row.number),
                "hidden" => row.is_hidden |= is_on(value),
                "ht" => row.is_hidden |= is_zero(Some(value)),
                _ => {}
            }
        }
        if row.number > LAST_ROW {
            self.sheet.cut.get_or_insert((row.number, 0));
        }
        self.state.row = row;
        self.state.next_column = 0;
    }

    fn end_row(&mut self) {
        let Row { number, is_hidden, .. } = self.state.row;
        let row = std::mem::replace(&mut self.state.row, Row { number, is_hidden, cells: Vec::new() });
        if !row.cells.is_empty() {
            self.sheet.grid.rows.push(row);
        }
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        // Rows count from 1, also where a broken file has a cell before the first.
        self.state.row.number = self.state.row.number.max(1);
        let mut cell = RawCell::new(self.state.next_column);
        for (name, value) in attributes(tag.attributes()) {
            match name {
                "r" => cell.column = column(value).unwrap_or(cell.column),
                "s" => cell.style = value.trim().parse().unwrap_or(0),
                "t" => cell.set_kind(value),
                _ => {}
            }
        }
        self.state.next_column = cell.column.saturating_add(1);
        self.state.cell = Some(cell);
    }

    fn formula(&mut self) {
        if let Some(cell) = &mut self.state.cell {
            cell.has_formula = true;
        }
    }

    fn end_cell(&mut self) -> Result<(), ImportError> {
        self.state.is_value = false;
        let Some(cell) = self.state.cell.take() else { return Ok(()) };
        let at = (self.state.row.number, cell.column);
        if self.left.cells == 0 {
            self.sheet.cut.get_or_insert(at);
            return Ok(());
        }
        self.left.cells -= 1;
        if cell.is_empty() || at.1 > LAST_COLUMN || at.0 > LAST_ROW {
            return Ok(());
        }
        match cell.content(self.shared).map_err(|detail| broken(self.part, format!("row {}, column {}: {detail}", at.0, at.1 + 1)))? {
            Content::Nothing => {}
            Content::Error => self.sheet.errors.push(at),
            Content::WithoutResult => self.sheet.without_result.push(at),
            Content::Cell { cell, is_long } => {
                let Some(left) = self.left.text.checked_sub(cell.text.len()) else {
                    self.sheet.cut.get_or_insert(at);
                    return Ok(());
                };
                self.left.text = left;
                if is_long {
                    self.sheet.long.push(at);
                }
                self.state.row.cells.push(cell);
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Sheet {
        // A part that breaks off keeps its last row.
        self.end_row();
        let rows = &mut self.sheet.grid.rows;
        order(rows);
        merge(rows, self.merges);
        rows.retain(|row| !row.cells.is_empty());
        let width = rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column + 1).max().unwrap_or(0);
        let mut is_hidden = vec![false; width as usize];
        for (first, last) in self.hidden {
            let last = (last as usize + 1).min(is_hidden.len());
            if let Some(columns) = is_hidden.get_mut(first as usize..last) {
                columns.fill(true);
            }
        }
        self.sheet.grid.hidden_columns = (0..width).filter(|&column| is_hidden[column as usize]).collect();
        self.sheet
    }
}

/// Puts rows and their cells in order where the file does not, and one of two that say the same place away.
fn order(rows: &mut Vec<Row>) {
    if !rows.is_sorted_by(|one, other| one.number < other.number) {
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|next, row| {
            let is_same = next.number == row.number;
            if is_same {
                row.cells.append(&mut next.cells);
            }
            is_same
        });
    }
    for row in rows {
        if !row.cells.is_sorted_by(|one, other| one.column < other.column) {
            row.cells.sort_by_key(|cell: &Cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
    }
}

/// The local names and values of attributes, as they are written: those of rows and cells need no escapes.
fn attributes(mut attributes: Attributes<'_>) -> impl Iterator<Item = (&str, &str)> {
    attributes.with_checks(false);
    attributes.flatten().filter_map(|found| {
        let name = found.key.into_inner();
        let value = match found.value {
            std::borrow::Cow::Borrowed(value) => value,
            std::borrow::Cow::Owned(_) => return None,
        };
        Some((name, value))
    })
}

/// Whether a width or a height is none.
fn is_zero(value: Option<&str>) -> bool {
    value.and_then(|value| value.trim().parse::<f64>().ok()).is_some_and(|value| value <= 0.0)
}
