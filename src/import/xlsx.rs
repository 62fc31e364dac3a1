//! Workbooks of Excel since 2007 (`.xlsx`, `.xlsm`): every sheet as people see it.

mod address;
mod cell;
mod date;
mod decimal;
mod format;
mod merge;
mod sheet;
mod strings;
mod styles;
mod text;
mod workbook;

use crate::import::document::{At, Block, Document, Note, Section};
use crate::import::package::{LIMIT_BYTES, Package, broken};
use crate::import::{ImportError, Kind};
use cell::Shared;
use sheet::{Left, Sheet, sheet};
use strings::strings;
use styles::Styles;
use workbook::Workbook;

/// What is read at most of a workbook.
#[derive(Clone, Copy)]
struct Limits {
    /// What its parts may unpack to, in bytes.
    unpacked: u64,
    /// How many cells are read of all sheets together, empty ones too. Published budgets have some tens of thousands.
    cells: usize,
    /// How many bytes of text are kept of all sheets together: many cells may share one long text.
    text: usize,
    /// How many sheets are read.
    sheets: usize,
}

const LIMITS: Limits = Limits { unpacked: LIMIT_BYTES, cells: 500_000, text: 64 << 20, sheets: 1_000 };

/// Reads a workbook: every sheet of cells is a section of one table, hidden ones too.
///
/// Dates have no [`value`](crate::import::document::Cell::value), for their numbers are no figures.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    within(bytes, LIMITS)
}

fn within(bytes: &[u8], limits: Limits) -> Result<Document, ImportError> {
    let mut package = Package::with_limit(bytes, limits.unpacked)?;
    let workbook = Workbook::new(&mut package)?;
    let strings = match named(&mut package, workbook.strings.as_ref())? {
        Some((part, xml)) => strings(&part, &xml)?,
        None => Vec::new(),
    };
    let styles = match named(&mut package, workbook.styles.as_ref())? {
        Some((part, xml)) => Styles::new(&part, &xml)?,
        None => Styles::default(),
    };
    let shared = Shared { strings: &strings, styles: &styles, is_1904: workbook.is_1904 };
    let mut left = Left { cells: limits.cells, text: limits.text };
    let mut sections = Vec::new();
    let mut notes = Notes::default();
    for (number, found) in workbook.sheets.into_iter().enumerate() {
        if number == limits.sheets {
            notes.cut.push(At { section: number, block: 0, row: 1, column: 0 });
            break;
        }
        let xml = package.xml(&found.part)?.ok_or_else(|| broken(&found.part, "no such part"))?;
        let read = sheet(&found.part, &xml, &shared, &mut left)?;
        notes.add(number, &read);
        sections.push(Section { name: Some(found.name), page: None, is_hidden: found.is_hidden, blocks: vec![Block::Grid(read.grid)] });
    }
    Ok(Document { kind: Kind::Xlsx, sections, notes: notes.finish() })
}

/// The XML of a part that may be missing, with its name.
fn named(package: &mut Package<'_>, part: Option<&String>) -> Result<Option<(String, String)>, ImportError> {
    let Some(part) = part else { return Ok(None) };
    Ok(package.xml(part)?.map(|xml| (part.clone(), xml)))
}

/// What is odd in all sheets: how many, and the first.
#[derive(Default)]
struct Notes {
    without_result: (usize, Option<At>),
    errors: (usize, Option<At>),
    long: (usize, Option<At>),
    cut: Vec<At>,
}

impl Notes {
    fn add(&mut self, section: usize, sheet: &Sheet) {
        let at = |&(row, column): &(u32, u32)| At { section, block: 0, row, column };
        let count = |all: &mut (usize, Option<At>), found: &[(u32, u32)]| {
            all.0 += found.len();
            all.1 = all.1.or(found.first().map(at));
        };
        count(&mut self.without_result, &sheet.without_result);
        count(&mut self.errors, &sheet.errors);
        count(&mut self.long, &sheet.long);
        self.cut.extend(sheet.cut.as_ref().map(at));
    }

    fn finish(self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let (count, Some(first)) = self.without_result {
            notes.push(Note::FormulasWithoutResult { count, first });
        }
        if let (count, Some(first)) = self.errors {
            notes.push(Note::ErrorCells { count, first });
        }
        if let (count, Some(first)) = self.long {
            notes.push(Note::LongNumbers { count, first });
        }
        notes.extend(self.cut.into_iter().map(|first| Note::Cut { first }));
        notes
    }
}

#[cfg(test)]
mod tests;
