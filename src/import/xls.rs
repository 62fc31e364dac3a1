//! Workbooks of Excel before 2007 and of WPS (BIFF8): values, formats of dates and shares, merged and hidden cells.
//!
//! Read here and not through a library: sizes that such a file merely states must not make memory, and what it hides is to be known.

mod strings;

use crate::import::document::{Cell, Document};
use crate::import::ole::{Ole, u16_at, u32_at};
use crate::import::sheet::{Formats, Merge, Sheets, error_text, f64_at, rk};
use crate::import::{ImportError, Kind, Tool};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// The version of Excel 97 to 2003; those before keep texts in other ways.
const BIFF8: u16 = 0x0600;

/// The most sheets that are read.
const MOST_SHEETS: usize = 1_000;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let stream = Ole::new(bytes).and_then(|ole| ole.stream("Workbook").or_else(|| ole.stream("Book")));
    let stream = stream.ok_or(ImportError::Old(Tool::Workbook))?;
    let book = Book::read(&stream)?;
    let mut sheets = Sheets::new(Kind::Xls);
    // Tabs may all lie at one place, which is then read again and again.
    let mut left = stream.len().saturating_mul(2);
    for (number, tab) in book.tabs.iter().enumerate() {
        sheets.begin(Some(tab.name.clone()), tab.is_hidden);
        if left == 0 || number == MOST_SHEETS {
            sheets.cut(1, 0);
            break;
        }
        let sheet = Sheet { book: &book, sheets: &mut sheets, merges: Vec::new(), awaiting: None };
        left = left.saturating_sub(sheet.read(&stream, tab.offset)?);
    }
    Ok(sheets.finish())
}

/// What holds for all sheets.
#[derive(Default)]
struct Book {
    tabs: Vec<Tab>,
    texts: Vec<String>,
    formats: Formats,
}

struct Tab {
    name: String,
    is_hidden: bool,
    offset: usize,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, ImportError> {
        let mut book = Self::default();
        let mut records = Records { stream, at: 0 };
        match records.next() {
            Some((BOF, data)) if u16_at(data, 0) == Some(BIFF8) => {}
            _ => return Err(ImportError::Old(Tool::Workbook)),
        }
        while let Some((kind, data)) = records.next() {
            match kind {
                EOF => return Ok(book),
                0x002f => return Err(ImportError::Password(Tool::Workbook)),
                0x0085 if book.tabs.len() <= MOST_SHEETS => book.tabs.extend(Tab::read(data)),
                0x0022 => book.formats.is_1904 = u16_at(data, 0) == Some(1),
                0x041e => {
                    if let (Some(id), Some(code)) = (u16_at(data, 0), data.get(2..).and_then(strings::long)) {
                        book.formats.define(id, code);
                    }
                }
                0x00e0 => {
                    let indent = data.get(8).map_or(0, |bits| bits & 0x0f);
                    book.formats.add(u16_at(data, 2).unwrap_or_default(), indent);
                }
                0x00fc => {
                    let mut parts = vec![data];
                    while let Some(part) = records.next_if(CONTINUE) {
                        parts.push(part);
                    }
                    book.texts = strings::table(&parts);
                }
                _ => {}
            }
        }
        // Whatever it is: the program that wrote it can save it anew.
        Err(ImportError::Old(Tool::Workbook))
    }
}

impl Tab {
    /// A sheet of cells; none for charts and macros.
    fn read(data: &[u8]) -> Option<Self> {
        let is_cells = *data.get(5)? == 0;
        let name = strings::short(data.get(6..)?)?;
        let offset = usize::try_from(u32_at(data, 0)?).ok()?;
        is_cells.then_some(Self { name, is_hidden: data[4] & 3 != 0, offset })
    }
}

/// A sheet that is being read.
struct Sheet<'a> {
    book: &'a Book,
    sheets: &'a mut Sheets,
    merges: Vec<Merge>,
    /// Where a formula stands whose text comes next.
    awaiting: Option<(u32, u32, u16)>,
}

impl Sheet<'_> {
    /// Reads the sheet at a place; how many bytes it has.
    fn read(mut self, stream: &[u8], offset: usize) -> Result<usize, ImportError> {
        let mut records = Records { stream, at: offset };
        let mut depth = 0_usize;
        while let Some((kind, data)) = records.next() {
            match kind {
                // Charts lie within sheets.
                BOF => depth += 1,
                EOF if depth <= 1 => {
                    self.sheets.merge(&self.merges);
                    return Ok(records.at.saturating_sub(offset));
                }
                EOF => depth -= 1,
                // A record that is too short holds nothing.
                _ if depth == 1 => drop(self.record(kind, data)),
                _ => {}
            }
        }
        Err(ImportError::Broken { part: "Worksheet".to_owned(), detail: "cut off".to_owned() })
    }

    fn record(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        match kind {
            0x0208 => {
                if u16_at(data, 12)? & 0x20 != 0 {
                    self.sheets.hide_row(u32::from(u16_at(data, 0)?) + 1);
                }
                return Some(());
            }
            0x007d => {
                let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
                if u16_at(data, 8)? & 1 != 0 {
                    self.sheets.hide_columns(first.into(), u32::from(last.saturating_sub(first)) + 1);
                }
                return Some(());
            }
            0x00e5 => {
                for merge in data.get(2..)?.chunks_exact(8) {
                    let [top, bottom, left, right] = [0, 2, 4, 6].map(|at| u32::from(u16_at(merge, at).unwrap_or_default()));
                    self.merges.push(((top + 1, left), (bottom + 1, right)));
                }
                return Some(());
            }
            0x0207 => {
                let (row, column, style) = self.awaiting.take()?;
                self.push_text(row, column, style, strings::long(data)?);
                return Some(());
            }
            _ => {}
        }
        let (row, column, style) = (u32::from(u16_at(data, 0)?) + 1, u32::from(u16_at(data, 2)?), u16_at(data, 4)?);
        match kind {
            0x0203 => self.push_number(row, column, style, f64_at(data, 6)?),
            0x027e => self.push_number(row, column, style, rk(u32_at(data, 6)?)),
            0x00bd => {
                let cells = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, cell) in (column..).zip(cells) {
                    self.push_number(row, column, u16_at(cell, 0)?, rk(u32_at(cell, 2)?));
                }
            }
            0x00fd => {
                let text = self.book.texts.get(usize::try_from(u32_at(data, 6)?).ok()?)?;
                self.push_text(row, column, style, text.clone());
            }
            0x0204 | 0x00d6 => self.push_text(row, column, style, strings::long(data.get(6..)?)?),
            0x0205 => self.push_flag(row, column, style, *data.get(6)?, *data.get(7)? != 0),
            0x0006 => match (u16_at(data, 12)?, *data.get(6)?) {
                (0xffff, 0) => self.awaiting = Some((row, column, style)),
                (0xffff, kind @ (1 | 2)) => self.push_flag(row, column, style, *data.get(8)?, kind == 2),
                (0xffff, _) => {}
                _ => self.push_number(row, column, style, f64_at(data, 6)?),
            },
            _ => {}
        }
        Some(())
    }

    fn push_text(&mut self, row: u32, column: u32, style: u16, text: String) {
        let indent = self.book.formats.indent(style);
        self.sheets.push(row, Cell { indent, ..Cell::text(column, text) });
    }

    fn push_number(&mut self, row: u32, column: u32, style: u16, number: f64) {
        let (text, value) = self.book.formats.shown(style, number);
        self.sheets.push(row, Cell { value, ..Cell::text(column, text) });
    }

    fn push_flag(&mut self, row: u32, column: u32, style: u16, code: u8, is_error: bool) {
        let text = match (is_error, code) {
            (true, code) => error_text(code),
            (false, 0) => "FALSE",
            (false, _) => "TRUE",
        };
        self.push_text(row, column, style, text.to_owned());
        if is_error {
            self.sheets.count_error(row, column);
        }
    }
}

/// The records of the stream: a kind, a length and so many bytes.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn next(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let data = self.stream.get(self.at + 4..)?.get(..length)?;
        self.at += 4 + length;
        Some((kind, data))
    }

    fn next_if(&mut self, kind: u16) -> Option<&'a [u8]> {
        let is_it = u16_at(self.stream, self.at) == Some(kind);
        is_it.then(|| self.next()).flatten().map(|(_, data)| data)
    }
}

#[cfg(test)]
mod tests;
