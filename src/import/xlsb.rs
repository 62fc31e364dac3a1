//! Workbooks of Excel since 2007 in their binary form (BIFF12).

use crate::import::document::{Cell, Document};
use crate::import::ole::{u16_at, u32_at};
use crate::import::sheet::{Event, Events, Formats, Merge, Parts, Sheets, attribute, error_text, f64_at, rk};
use crate::import::{ImportError, Kind};

/// The most bytes of all parts, unpacked.
const MOST_BYTES: u64 = 96 << 20;

/// More texts than a workbook of a million cells shares.
const MOST_TEXTS: usize = 1_000_000;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut parts = Parts::new(bytes, MOST_BYTES)?;
    let targets = targets(&String::from_utf8_lossy(&parts.read("xl/_rels/workbook.bin.rels")?))?;
    let mut book = Book::default();
    for (kind, data) in (Records { bytes: &parts.read("xl/workbook.bin")? }) {
        match kind {
            0x0099 => book.formats.is_1904 = data.first().is_some_and(|flags| flags & 1 != 0),
            0x009c => book.tabs.extend(tab(data)),
            _ => {}
        }
    }
    if parts.has("xl/sharedStrings.bin") {
        let table = parts.read("xl/sharedStrings.bin")?;
        let items = Records { bytes: &table }.filter(|(kind, _)| *kind == 0x0013);
        book.texts = items.take(MOST_TEXTS).map(|(_, data)| text(data, 1).unwrap_or_default().0).collect();
    }
    if parts.has("xl/styles.bin") {
        book.read_styles(&parts.read("xl/styles.bin")?);
    }
    let mut sheets = Sheets::new(Kind::Xlsb);
    for (name, relation, is_hidden) in &book.tabs {
        let Some((_, target, _)) = targets.iter().find(|(id, _, is_cells)| id == relation && *is_cells) else { continue };
        sheets.begin(Some(name.clone()), *is_hidden);
        let stream = parts.read(target)?;
        let mut sheet = Sheet { book: &book, sheets: &mut sheets, row: 1, merges: Vec::new() };
        for (kind, data) in (Records { bytes: &stream }) {
            // A record that is too short holds nothing.
            let _ = sheet.record(kind, data);
        }
        let merges = std::mem::take(&mut sheet.merges);
        sheets.merge(&merges);
    }
    Ok(sheets.finish())
}

/// What holds for all sheets.
#[derive(Default)]
struct Book {
    /// The name of a sheet, its relation, whether it is hidden.
    tabs: Vec<(String, String, bool)>,
    texts: Vec<String>,
    formats: Formats,
}

impl Book {
    fn read_styles(&mut self, bytes: &[u8]) {
        // Styles of cells lie between two marks; those before them are of other things.
        let mut is_of_cells = false;
        for (kind, data) in (Records { bytes }) {
            match kind {
                0x002c => {
                    if let (Some(id), Some((code, _))) = (u16_at(data, 0), text(data, 2)) {
                        self.formats.define(id, code);
                    }
                }
                0x0269 => is_of_cells = true,
                0x026a => is_of_cells = false,
                0x002f if is_of_cells => self.formats.add(u16_at(data, 2).unwrap_or_default(), 0),
                _ => {}
            }
        }
    }
}

/// A sheet that is being read.
struct Sheet<'a> {
    book: &'a Book,
    sheets: &'a mut Sheets,
    /// The row that is open, from 1.
    row: u32,
    merges: Vec<Merge>,
}

impl Sheet<'_> {
    fn record(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        match kind {
            0x0000 => {
                self.row = u32_at(data, 0)?.saturating_add(1);
                if data.get(11)? & 0x10 != 0 {
                    self.sheets.hide_row(self.row);
                }
            }
            0x003c => {
                let (first, last) = (u32_at(data, 0)?, u32_at(data, 4)?);
                if u16_at(data, 16)? & 1 != 0 {
                    self.sheets.hide_columns(first, last.saturating_sub(first).saturating_add(1));
                }
            }
            0x00b0 => {
                let (top, bottom) = (u32_at(data, 0)?.saturating_add(1), u32_at(data, 4)?.saturating_add(1));
                self.merges.push(((top, u32_at(data, 8)?), (bottom, u32_at(data, 12)?)));
            }
            0x0002..=0x000b => self.cell(kind, data)?,
            _ => {}
        }
        Some(())
    }

    fn cell(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        let (row, column, style) = (self.row, u32_at(data, 0)?, u32_at(data, 4)? & 0x00ff_ffff);
        let mut value = None;
        let mut number = |number: f64| {
            let (text, digits) = self.book.formats.shown(style.try_into().unwrap_or(u16::MAX), number);
            value = digits;
            text
        };
        let is_error = matches!(kind, 0x0003 | 0x000b);
        let text = match kind {
            0x0002 => number(rk(u32_at(data, 8)?)),
            0x0005 | 0x0009 => number(f64_at(data, 8)?),
            0x0003 | 0x000b => error_text(*data.get(8)?).to_owned(),
            0x0004 | 0x000a => if *data.get(8)? == 0 { "FALSE" } else { "TRUE" }.to_owned(),
            0x0007 => self.book.texts.get(usize::try_from(u32_at(data, 8)?).ok()?)?.clone(),
            _ => text(data, 8)?.0,
        };
        self.sheets.push(row, Cell { value, ..Cell::text(column, text) });
        if is_error {
            self.sheets.count_error(row, column);
        }
        Some(())
    }
}

/// The name of a sheet, its relation, whether it is hidden.
fn tab(data: &[u8]) -> Option<(String, String, bool)> {
    let (relation, end) = text(data, 8)?;
    let (name, _) = text(data, end)?;
    Some((name, relation, u32_at(data, 0)? != 0))
}

/// A text at a place, and where it ends.
fn text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let length = usize::try_from(u32_at(data, at)?).ok()?.checked_mul(2)?;
    let start = at.checked_add(4)?;
    let end = start.checked_add(length)?;
    let units: Vec<u16> = data.get(start..end)?.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    Some((String::from_utf16_lossy(&units), end))
}

/// The parts that the workbook names: the name, the part, whether it is a sheet of cells.
fn targets(xml: &str) -> Result<Vec<(String, String, bool)>, ImportError> {
    let mut events = Events::new(xml, "workbook.bin.rels");
    let mut found = Vec::new();
    loop {
        match events.next()? {
            Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let target = attribute(&start, "Target").unwrap_or_default();
                let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                let is_cells = attribute(&start, "Type").is_some_and(|kind| kind.ends_with("/worksheet"));
                found.push((attribute(&start, "Id").unwrap_or_default(), target, is_cells));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The records of a part: a kind and a length in as few bytes as they take, and so many bytes.
struct Records<'a> {
    bytes: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = self.number(2)?;
        let length = self.number(4)?;
        let (data, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some((u16::try_from(kind).unwrap_or(u16::MAX), data))
    }
}

impl Records<'_> {
    /// Seven bits of each byte; the eighth says that more follow.
    fn number(&mut self, most_bytes: usize) -> Option<usize> {
        let mut number = 0;
        for place in 0..most_bytes {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= usize::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests;
