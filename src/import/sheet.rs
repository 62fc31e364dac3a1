//! What the readers of workbooks and lists share: cells come in any order and any number, and leave as a [`Document`] of a bounded size.

mod digits;
mod formats;
mod parts;
mod xml;

use crate::import::Kind;
use crate::import::document::{At, Block, Cell, Document, Grid, Note, Row, Section};
pub(super) use digits::{decimal, percent, plain};
pub(super) use formats::{Formats, error_text, f64_at, rk};
pub(super) use parts::Parts;
pub(super) use xml::{Event, Events, attribute, number};

/// The most cells of a document; no congress prints as many.
const MOST_CELLS: usize = 300_000;

/// The most text of all cells: a text may stand once in a file and in a hundred thousand cells.
const MOST_TEXT: usize = 48 << 20;

/// The most rows and columns of a sheet: those of Excel.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// How many steps it may take to clear what merged cells cover.
const MOST_MERGE_STEPS: usize = 1_000_000;

/// The first and the last cell of a merged one, each with its row (from 1) and its column.
pub(super) type Merge = ((u32, u32), (u32, u32));

/// A document that is being read, sheet by sheet.
pub(super) struct Sheets {
    kind: Kind,
    cells_left: usize,
    text_left: usize,
    sections: Vec<Section>,
    cells: Vec<(u32, Cell)>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u32>,
    errors: (usize, Option<At>),
    unanswered: (usize, Option<At>),
    cut: Option<At>,
    notes: Vec<Note>,
}

impl Sheets {
    /// A document without sheets.
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            cells_left: MOST_CELLS,
            text_left: MOST_TEXT,
            sections: Vec::new(),
            cells: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            errors: (0, None),
            unanswered: (0, None),
            cut: None,
            notes: Vec::new(),
        }
    }

    /// Begins a sheet.
    pub(super) fn begin(&mut self, name: Option<String>, is_hidden: bool) {
        self.end();
        self.sections.push(Section { name, is_hidden, ..Section::default() });
    }

    /// Says that the sheet is hidden, where a file says so late.
    pub(super) fn hide_sheet(&mut self) {
        if let Some(section) = self.sections.last_mut() {
            section.is_hidden = true;
        }
    }

    /// Takes a cell; a row counts from 1. Blanks around the text become its indent. Whether there is room for more.
    pub(super) fn push(&mut self, row: u32, mut cell: Cell) -> bool {
        let (steps, text) = indented(&cell.text);
        if text.is_empty() {
            return self.cut.is_none();
        }
        if self.cells_left == 0 || text.len() > self.text_left || row > MOST_ROWS || cell.column >= MOST_COLUMNS {
            let at = self.at(row, cell.column);
            self.cut.get_or_insert(at);
            return false;
        }
        self.text_left -= text.len();
        if text.len() != cell.text.len() {
            cell.text = String::from(text);
        }
        cell.indent = cell.indent.saturating_add(steps);
        self.cells_left -= 1;
        self.cells.push((row, cell));
        true
    }

    /// Says that a cell that was taken holds an error.
    pub(super) fn count_error(&mut self, row: u32, column: u32) {
        let at = self.at(row, column);
        self.errors.0 += 1;
        self.errors.1.get_or_insert(at);
    }

    /// Says that a cell has a formula and no result.
    pub(super) fn count_unanswered(&mut self, row: u32, column: u32) {
        let at = self.at(row, column);
        self.unanswered.0 += 1;
        self.unanswered.1.get_or_insert(at);
    }

    /// Says that nothing of the sheet is read from a place on.
    pub(super) fn cut(&mut self, row: u32, column: u32) {
        let at = self.at(row, column);
        self.cut.get_or_insert(at);
    }

    /// Hides a row, from 1.
    pub(super) fn hide_row(&mut self, row: u32) {
        if self.hidden_rows.len() < MOST_CELLS {
            self.hidden_rows.push(row);
        }
    }

    /// Hides columns, from 0.
    pub(super) fn hide_columns(&mut self, first: u32, count: u32) {
        let end = first.saturating_add(count).min(MOST_COLUMNS);
        if self.hidden_columns.len() < MOST_COLUMNS as usize * 2 {
            self.hidden_columns.extend(first..end);
        }
    }

    /// Merges cells: what stands at the top left takes all of them, and what they cover goes.
    pub(super) fn merge(&mut self, merges: &[Merge]) {
        self.sort();
        let mut steps = 0;
        let mut covered = vec![false; self.cells.len()];
        for &((top, left), (bottom, right)) in merges {
            if bottom < top || right < left {
                continue;
            }
            let mut at = self.cells.partition_point(|(row, cell)| (*row, cell.column) < (top, left));
            while let Some((row, cell)) = self.cells.get_mut(at) {
                steps += 1;
                if steps > MOST_MERGE_STEPS || *row > bottom {
                    break;
                }
                if (*row, cell.column) == (top, left) {
                    cell.rows = bottom - top + 1;
                    cell.columns = right - left + 1;
                    at += 1;
                } else if cell.column > right {
                    let next = *row + 1;
                    at = self.cells.partition_point(|(row, cell)| (*row, cell.column) < (next, left));
                } else if cell.column < left {
                    let here = *row;
                    at = self.cells.partition_point(|(row, cell)| (*row, cell.column) < (here, left));
                } else {
                    covered[at] = true;
                    at += 1;
                }
            }
        }
        let mut covered = covered.into_iter();
        self.cells.retain(|_| !covered.next().unwrap_or_default());
    }

    /// The document.
    pub(super) fn finish(mut self) -> Document {
        self.end();
        if let (count, Some(first)) = self.unanswered {
            self.notes.push(Note::FormulasWithoutResult { count, first });
        }
        if let (count, Some(first)) = self.errors {
            self.notes.push(Note::ErrorCells { count, first });
        }
        Document { kind: self.kind, sections: self.sections, notes: self.notes }
    }

    /// Ends the sheet: its cells become rows.
    fn end(&mut self) {
        // A broken file may have cells outside of any sheet.
        if self.sections.is_empty() && (!self.cells.is_empty() || self.cut.is_some() || self.errors.0 + self.unanswered.0 > 0) {
            self.sections.push(Section::default());
        }
        self.sort();
        if let Some(first) = self.cut.take() {
            self.notes.push(Note::Cut { first });
        }
        self.hidden_rows.sort_unstable();
        self.hidden_columns.sort_unstable();
        self.hidden_columns.dedup();
        let hidden_rows = std::mem::take(&mut self.hidden_rows);
        let mut rows: Vec<Row> = Vec::new();
        for (number, cell) in self.cells.drain(..) {
            match rows.last_mut() {
                Some(row) if row.number == number => row.cells.push(cell),
                _ => rows.push(Row { number, is_hidden: hidden_rows.binary_search(&number).is_ok(), cells: vec![cell] }),
            }
        }
        let hidden_columns = std::mem::take(&mut self.hidden_columns);
        if let Some(section) = self.sections.last_mut()
            && !rows.is_empty()
        {
            section.blocks.push(Block::Grid(Grid { rows, hidden_columns }));
        }
    }

    /// From top to bottom, and the last of those that say they stand in one place.
    fn sort(&mut self) {
        if !self.cells.is_sorted_by_key(|(row, cell)| (*row, cell.column)) {
            self.cells.sort_by_key(|(row, cell)| (*row, cell.column));
        }
        self.cells.dedup_by(|later, earlier| {
            let is_same = (later.0, later.1.column) == (earlier.0, earlier.1.column);
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
    }

    fn at(&self, row: u32, column: u32) -> At {
        At { section: self.sections.len().saturating_sub(1), block: 0, row, column }
    }
}

/// Text without the blanks at its ends, and how many steps those before it are: two blanks a step, a wide one is two.
fn indented(text: &str) -> (u8, &str) {
    let rest = text.trim_start();
    let width: usize = text[..text.len() - rest.len()].chars().map(|blank| if blank == '\u{3000}' { 2 } else { 1 }).sum();
    (u8::try_from(width / 2).unwrap_or(u8::MAX), rest.trim_end())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn rows(document: &Document) -> &[Row] {
        match document.sections[0].blocks.first() {
            Some(Block::Grid(grid)) => &grid.rows,
            _ => &[],
        }
    }

    #[test]
    fn cells_leave_in_order_and_the_last_of_a_place_counts() {
        let mut sheets = Sheets::new(Kind::Xls);
        sheets.begin(None, false);
        for (row, column, text) in [(2, 1, "丁"), (1, 0, "甲"), (2, 1, "戊"), (1, 3, " \u{3000}乙 ")] {
            sheets.push(row, Cell::text(column, text));
        }
        sheets.hide_row(2);
        let document = sheets.finish();
        let found: Vec<_> = rows(&document).iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.text.as_str()))).collect();
        assert_eq!(found, [(1, "甲"), (1, "乙"), (2, "戊")]);
        assert_eq!(rows(&document)[0].cells[1].indent, 1);
        assert!(rows(&document)[1].is_hidden && !rows(&document)[0].is_hidden);
    }

    #[test]
    fn a_merged_cell_stands_once() {
        let mut sheets = Sheets::new(Kind::Xls);
        sheets.begin(None, false);
        for (row, column) in [(1, 0), (1, 1), (1, 5), (2, 0), (2, 2), (3, 1)] {
            sheets.push(row, Cell::text(column, "甲"));
        }
        sheets.merge(&[((1, 0), (2, 1)), ((3, 0), (9, 0)), ((2, 2), (1, 1))]);
        let document = sheets.finish();
        let places: Vec<_> = rows(&document).iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column))).collect();
        assert_eq!(places, [(1, 0), (1, 5), (2, 2), (3, 1)]);
        assert_eq!((rows(&document)[0].cells[0].rows, rows(&document)[0].cells[0].columns), (2, 2));
    }

    #[test]
    fn what_is_too_much_is_cut_and_said() {
        let mut sheets = Sheets::new(Kind::Xls);
        sheets.begin(None, false);
        assert!(sheets.push(1, Cell::text(0, "甲")));
        assert!(!sheets.push(1, Cell::text(u32::MAX, "乙")));
        let document = sheets.finish();
        assert_eq!(document.notes, [Note::Cut { first: At { section: 0, block: 0, row: 1, column: u32::MAX } }]);
    }
}
