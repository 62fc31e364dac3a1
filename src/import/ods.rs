//! Workbooks of `LibreOffice` and of WPS as `.ods`: what is shown, values, merged and hidden cells.
//!
//! Such files say how often a row or a cell repeats, often a million times to the end of the sheet: a repetition of nothing costs nothing here, one of something counts against the size of
//! the document.

use crate::import::document::{Cell, Document};
use crate::import::sheet::{Event, Events, Parts, Sheets, attribute, decimal, number};
use crate::import::{ImportError, Kind, Tool};
use quick_xml::events::BytesStart;
use std::collections::HashSet;

/// The most bytes of the unpacked table.
const MOST_BYTES: u64 = 96 << 20;

/// The most columns and rows of a merged cell.
const MOST_SPAN: u32 = 16_384;

/// How many cells that hold something may be repetitions of others: people fill a column with one value, a program a sheet.
const MOST_REPEATED: usize = 20_000;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut parts = Parts::new(bytes, MOST_BYTES)?;
    if parts.read_text("META-INF/manifest.xml").is_ok_and(|list| list.contains("encryption-data")) {
        return Err(ImportError::Password(Tool::Workbook));
    }
    let content = parts.read_text("content.xml")?;
    let mut events = Events::new(&content, "content.xml");
    let mut workbook = Workbook::new();
    loop {
        match events.next()? {
            Event::Start(start) => workbook.start(&start),
            Event::End(name) => workbook.end(&name),
            Event::Text(text) => workbook.text(&text),
            Event::Eof => return Ok(workbook.sheets.finish()),
        }
    }
}

struct Workbook {
    sheets: Sheets,
    hidden_styles: HashSet<String>,
    style: String,
    /// How many tables are open; those within cells are not read.
    depth: usize,
    /// How many comments and drawings are open.
    aside: usize,
    row: Repeated,
    next_row: u32,
    next_column: u32,
    /// How many cells were repetitions.
    repeated: usize,
    /// The cells of the row, and how often each repeats.
    cells: Vec<(u32, Cell, Finding)>,
    cell: Option<Open>,
}

/// A row that is open.
#[derive(Default)]
struct Repeated {
    times: u32,
    is_hidden: bool,
}

/// A cell that is open.
struct Open {
    cell: Cell,
    times: u32,
    paragraphs: usize,
    has_formula: bool,
    is_error: bool,
    /// The value where no text shows it.
    unshown: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Finding {
    Nothing,
    Error,
    Unanswered,
}

impl Workbook {
    fn new() -> Self {
        Self {
            sheets: Sheets::new(Kind::Ods),
            hidden_styles: HashSet::new(),
            style: String::new(),
            depth: 0,
            aside: 0,
            row: Repeated::default(),
            next_row: 1,
            next_column: 0,
            repeated: 0,
            cells: Vec::new(),
            cell: None,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        if is_aside(name) {
            self.aside += 1;
        }
        if name == "table" {
            self.depth += 1;
        }
        if self.aside > 0 || self.depth > 1 {
            return;
        }
        let is_hidden = || attribute(element, "visibility").is_some_and(|value| value != "visible");
        match name {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "table-properties" => {
                if attribute(element, "display").as_deref() == Some("false") {
                    self.hidden_styles.insert(self.style.clone());
                }
            }
            "table" => {
                let is_hidden = attribute(element, "style-name").is_some_and(|style| self.hidden_styles.contains(&style));
                self.sheets.begin(attribute(element, "name"), is_hidden);
                (self.next_row, self.next_column) = (1, 0);
            }
            "table-column" => {
                let times = number(element, "number-columns-repeated").unwrap_or(1);
                if is_hidden() {
                    self.sheets.hide_columns(self.next_column, times);
                }
                self.next_column = self.next_column.saturating_add(times);
            }
            "table-row" => {
                self.row = Repeated { times: number(element, "number-rows-repeated").unwrap_or(1), is_hidden: is_hidden() };
                self.next_column = 0;
            }
            "table-cell" | "covered-table-cell" => self.start_cell(element, name == "table-cell"),
            _ => self.start_text(element, name),
        }
    }

    fn start_cell(&mut self, element: &BytesStart<'_>, is_shown: bool) {
        let times = number(element, "number-columns-repeated").unwrap_or(1);
        let column = self.next_column;
        self.next_column = column.saturating_add(times);
        if !is_shown {
            return;
        }
        let span = |name| number(element, name).unwrap_or(1).clamp(1, MOST_SPAN);
        let value = attribute(element, "value").and_then(|value| value.trim().parse().ok()).and_then(decimal);
        // The program says the kind of a cell once more where the standard has no word for it.
        let is_error = element
            .attributes()
            .with_checks(false)
            .flatten()
            .any(|attribute| attribute.key.local_name().as_ref() == "value-type" && attribute.value.as_ref() == "error");
        let unshown = value.clone().or_else(|| attribute(element, "date-value")).or_else(|| attribute(element, "string-value"));
        self.cell = Some(Open {
            cell: Cell {
                columns: span("number-columns-spanned"),
                rows: span("number-rows-spanned"),
                value: value.filter(|_| !is_error),
                ..Cell::text(column, "")
            },
            times,
            paragraphs: 0,
            has_formula: attribute(element, "formula").is_some(),
            is_error,
            unshown,
        });
    }

    /// What stands within a cell.
    fn start_text(&mut self, element: &BytesStart<'_>, name: &str) {
        let Some(open) = &mut self.cell else { return };
        match name {
            "p" => {
                if open.paragraphs > 0 {
                    open.cell.text.push('\n');
                }
                open.paragraphs += 1;
            }
            "s" => {
                let blanks = number(element, "c").unwrap_or(1).min(100);
                open.cell.text.extend((0..blanks).map(|_| ' '));
            }
            "tab" => open.cell.text.push(' '),
            "line-break" => open.cell.text.push('\n'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if is_aside(name) {
            self.aside = self.aside.saturating_sub(1);
        } else if name == "table" {
            self.depth = self.depth.saturating_sub(1);
        } else if self.aside == 0 && self.depth == 1 {
            match name {
                "table-cell" => {
                    if let Some(open) = self.cell.take() {
                        self.end_cell(open);
                    }
                }
                "table-row" => self.end_row(),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = &mut self.cell
            && self.aside == 0
            && self.depth == 1
            && open.paragraphs > 0
        {
            open.cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self, mut open: Open) {
        if open.cell.text.trim().is_empty() {
            open.cell.text = open.unshown.unwrap_or_default();
        }
        let finding = match (open.is_error, open.has_formula && open.cell.text.is_empty()) {
            (true, _) => Finding::Error,
            (false, true) => Finding::Unanswered,
            (false, false) => Finding::Nothing,
        };
        // More cells than a row has are cut off there, so one more than it has is enough to tell.
        if self.cells.len() <= MOST_SPAN as usize && (!open.cell.text.is_empty() || finding != Finding::Nothing) {
            self.cells.push((open.times, open.cell, finding));
        }
    }

    fn end_row(&mut self) {
        let first = self.next_row;
        self.next_row = first.saturating_add(self.row.times);
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        let is_room_taken = cells.iter().any(|(_, cell, _)| !cell.text.trim().is_empty());
        let end = if is_room_taken { self.next_row } else { first.saturating_add(1) };
        for row in first..end {
            if self.row.is_hidden {
                self.sheets.hide_row(row);
            }
            for (times, cell, finding) in &cells {
                // What shows nothing takes no room, so its repetitions count as one.
                let times = if cell.text.trim().is_empty() { 1 } else { *times };
                for column in cell.column..cell.column.saturating_add(times) {
                    self.repeated += usize::from(row > first || column > cell.column);
                    if self.repeated > MOST_REPEATED {
                        self.sheets.cut(row, column);
                        return;
                    }
                    match finding {
                        Finding::Error => self.sheets.count_error(row, column),
                        Finding::Unanswered => self.sheets.count_unanswered(row, column),
                        Finding::Nothing => {}
                    }
                    if !self.sheets.push(row, Cell { column, ..cell.clone() }) {
                        return;
                    }
                }
            }
        }
    }
}

/// Elements whose text is not that of the cell: comments, drawings, changes, readings.
fn is_aside(name: &str) -> bool {
    matches!(name, "annotation" | "shapes" | "frame" | "tracked-changes" | "ruby-text" | "custom-shape")
}

#[cfg(test)]
mod tests;
