//! Rows as a workbook.

use super::cell::Written;
use super::columns::{Column, Kind, Sheet};
use super::filled::{Row, columns, rest_columns};
use super::sheets::SHEETS;
use super::typed::Formats;
use super::words::{ABOUT, EXAMPLE, GUIDE, NO, NONE, REST, UPRIGHT, YES};
use super::{Guide, WriteError};
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// No reader of ours reads more cells than this and half as many again.
const MOST_CELLS: usize = 300_000;

/// Below the last row so many have drop-downs.
const SPARE_ROWS: u32 = 500;

/// The most characters of a drop-down in a workbook.
const MOST_CHOICES: usize = 255;

/// A workbook of ours; the rows are `examples` or what a session has.
pub fn workbook(rows: &[Vec<Row>], guide: &Guide<'_>, is_example: bool) -> Result<Vec<u8>, WriteError> {
    if rows.iter().flatten().map(Row::len).sum::<usize>() > MOST_CELLS {
        return Err(WriteError::TooLarge);
    }
    let mut workbook = new()?;
    let formats = Formats::new();
    write_guide(workbook.add_worksheet(), guide, &formats)?;
    for (sheet, rows) in SHEETS.iter().zip(rows) {
        let page = Page { worksheet: workbook.add_worksheet(), sheet, guide, formats: &formats, is_example };
        if sheet.is_upright() { page.write_upright(rows.first())? } else { page.write(rows)? }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A workbook that says nothing of when or by whom it was made: the same bytes for the same session.
pub fn new() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    Ok(workbook)
}

fn write_guide(worksheet: &mut Worksheet, guide: &Guide<'_>, formats: &Formats) -> Result<(), XlsxError> {
    worksheet.set_name(GUIDE)?.set_column_width(0, 100)?;
    for (row, line) in (0..).zip(&guide.lines) {
        worksheet.write_string_with_format(row, 0, *line, if row == 0 { &formats.heading } else { &formats.text })?;
    }
    Ok(())
}

struct Page<'a> {
    worksheet: &'a mut Worksheet,
    sheet: &'static Sheet,
    guide: &'a Guide<'a>,
    formats: &'a Formats,
    is_example: bool,
}

impl Page<'_> {
    /// The sheet of the session: a row for each field.
    fn write_upright(self, row: Option<&Row>) -> Result<(), XlsxError> {
        let Self { worksheet, sheet, guide, formats, is_example } = self;
        worksheet.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
        worksheet.set_column_width(0, 20)?.set_column_width(1, 60)?.set_column_width(2, 60)?.set_column_format(1, &formats.text)?;
        for (at, heading) in (0..).zip(UPRIGHT) {
            worksheet.write_string_with_format(0, at, heading, &formats.heading)?;
        }
        for (at, (line, column)) in (1..).zip(sheet.columns).enumerate() {
            let value = row.and_then(|row| row.cells.get(at)).and_then(Option::as_ref);
            worksheet.write_string_with_format(line, 0, column.heading, &formats.heading)?;
            let mut about = (guide.about)(column);
            if is_example && let Some(value) = value {
                about.extend(["　", EXAMPLE, &text_of(value)]);
            }
            worksheet.write_string_with_format(line, 2, about, &formats.about)?;
            if let Some(choices) = choices(column)? {
                worksheet.add_data_validation(line, 1, line, 1, &choices)?;
            }
            if !is_example && let Some(value) = value {
                formats.write(worksheet, line, 1, value)?;
            }
        }
        let rest = row.filter(|_| !is_example).map(|row| row.rest.as_slice()).unwrap_or_default();
        for (piece, (line, text)) in (1..).zip((1 + u32::try_from(sheet.columns.len()).unwrap_or(0)..).zip(rest)) {
            worksheet.write_string_with_format(line, 0, rest_heading(piece), &formats.heading)?;
            worksheet.write_string_with_format(line, 1, text, &formats.text)?;
        }
        Ok(())
    }

    /// A sheet of a list: headings, what they mean, and a row for each object.
    fn write(self, rows: &[Row]) -> Result<(), XlsxError> {
        let Self { worksheet, sheet, guide, formats, is_example } = self;
        let rows = if is_example { &rows[..rows.len().min(1)] } else { rows };
        worksheet.set_name(sheet.name)?.set_freeze_panes(2, 0)?;
        let last = 2 + u32::try_from(rows.len()).unwrap_or(u32::MAX - 1000) + SPARE_ROWS;
        let keys = (0..).zip(sheet.keys);
        for (at, key) in keys {
            worksheet.set_column_width(at, 14)?.set_column_format(at, &formats.text)?;
            worksheet.write_string_with_format(0, at, *key, &formats.heading)?;
            worksheet.write_string_with_format(1, at, marked(ABOUT, at, guide.key), &formats.about)?;
        }
        let first = u16::try_from(sheet.keys.len()).unwrap_or(0);
        for (at, column) in (first..).zip(sheet.columns) {
            worksheet.set_column_width(at, width(column))?;
            if !matches!(column.kind, Kind::Count | Kind::Amount) {
                worksheet.set_column_format(at, &formats.text)?;
            }
            worksheet.write_string_with_format(0, at, column.heading, &formats.heading)?;
            worksheet.write_string_with_format(1, at, marked(ABOUT, at, &(guide.about)(column)), &formats.about)?;
            if let Some(choices) = choices(column)? {
                worksheet.add_data_validation(2, at, last, at, &choices)?;
            }
        }
        let rest = u16::try_from(columns(sheet)).unwrap_or(0);
        for piece in 0..rest_columns(rows) {
            let at = rest.saturating_add(u16::try_from(piece).unwrap_or(u16::MAX));
            worksheet.write_string_with_format(0, at, rest_heading(piece + 1), &formats.heading)?;
        }
        for (line, row) in (2..).zip(rows) {
            let keys = row.keys.iter().map(|key| Some(Written::Text(key.clone())));
            let pieces = row.rest.iter().map(|piece| Some(Written::Text(piece.clone())));
            let mut is_marked = is_example;
            for (at, cell) in (0..).zip(keys.chain(row.cells.iter().cloned()).chain(pieces)) {
                let Some(cell) = cell else { continue };
                let cell = if std::mem::take(&mut is_marked) { Written::Text(format!("{EXAMPLE}{}", text_of(&cell))) } else { cell };
                formats.write(worksheet, line, at, &cell)?;
            }
        }
        Ok(())
    }
}

/// The heading of a piece of the rest, from 1.
fn rest_heading(piece: usize) -> String {
    if piece == 1 { REST.to_owned() } else { format!("{REST}{piece}") }
}

/// The first cell of a row says what the row is.
fn marked(mark: &str, column: u16, text: &str) -> String {
    if column == 0 { format!("{mark}{text}") } else { text.to_owned() }
}

fn text_of(cell: &Written) -> String {
    match cell {
        Written::Text(text) => text.clone(),
        Written::Number(number) => number.to_string(),
    }
}

/// The drop-down of a column of a closed list; other words are let through, for reading tells of them.
fn choices(column: &Column) -> Result<Option<DataValidation>, XlsxError> {
    let mut words: Vec<&str> = match column.kind {
        Kind::Word(words) => words.iter().map(|(_, shown)| *shown).collect(),
        Kind::Flag => vec![YES, NO],
        _ => return Ok(None),
    };
    if column.can_be_none {
        words.push(NONE);
    }
    if words.join(",").chars().count() > MOST_CHOICES {
        return Ok(None);
    }
    Ok(Some(DataValidation::new().allow_list_strings(&words)?.show_error_message(false)))
}

const fn width(column: &Column) -> f64 {
    match column.kind {
        Kind::Text => 28.0,
        Kind::Lines => 50.0,
        Kind::Ids | Kind::Texts => 20.0,
        _ => 14.0,
    }
}
