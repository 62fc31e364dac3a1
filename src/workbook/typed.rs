//! How typed cells are written: a number is a number, a text stays the text that it is, nothing is a formula.

use super::WriteError;
use super::cell::{MOST_TEXT, Written};
use super::writing::new;
use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet, XlsxError};

/// The formats of cells.
pub struct Formats {
    /// Headings.
    pub heading: Format,
    /// What headings mean.
    pub about: Format,
    /// Text, also where somebody types digits into it later.
    pub text: Format,
    /// Numbers by their decimals.
    numbers: Vec<Format>,
}

impl Formats {
    /// All of them.
    pub fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let decimals = |count: usize| if count == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(count)) };
        Self {
            heading: top().set_bold().set_text_wrap().set_background_color(Color::Silver),
            about: top().set_italic().set_text_wrap().set_font_color(Color::Gray),
            text: top().set_num_format("@").set_text_wrap(),
            numbers: (0..=10).map(|count| top().set_num_format(decimals(count))).collect(),
        }
    }

    /// Writes a cell.
    pub fn write(&self, worksheet: &mut Worksheet, row: u32, column: u16, cell: &Written) -> Result<(), XlsxError> {
        match cell {
            Written::Text(text) => worksheet.write_string_with_format(row, column, text.as_str(), &self.text)?,
            Written::Number(number) => {
                let format = self.numbers.get(number.scale as usize).unwrap_or(&self.text);
                // At most 15 digits: the float is the one that has exactly these.
                match number.to_string().parse::<f64>() {
                    Ok(float) => worksheet.write_number_with_format(row, column, float, format)?,
                    Err(_) => worksheet.write_string_with_format(row, column, number.to_string(), &self.text)?,
                }
            }
        };
        Ok(())
    }
}

/// A table of one sheet, its first row the headings. Of a row, none is a blank.
pub fn table(name: &str, rows: &[Vec<Option<Written>>]) -> Result<Vec<u8>, WriteError> {
    let formats = Formats::new();
    let mut workbook = new()?;
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(sheet_name(name))?.set_freeze_panes(1, 0)?;
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Some(Written::Text(text)) if row == 0 => {
                    worksheet.write_string_with_format(row, column, cut(text), &formats.heading)?;
                }
                Some(Written::Text(text)) => formats.write(worksheet, row, column, &Written::Text(cut(text)))?,
                Some(number) => formats.write(worksheet, row, column, number)?,
                None => {}
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// What a cell takes of a text; a longer one ends with a mark.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_TEXT {
        return text.to_owned();
    }
    let mut left = MOST_TEXT - 1;
    let kept = text.chars().take_while(|c| {
        let is_room = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        is_room
    });
    kept.chain(['…']).collect()
}

/// A name that a sheet may have: 31 characters, none of those that addresses of cells are made of.
fn sheet_name(name: &str) -> String {
    let kept: String = name.chars().filter(|c| !c.is_control() && !"[]:*?/\\".contains(*c)).take(31).collect();
    let kept = kept.trim_matches('\'');
    if kept.is_empty() || kept.encode_utf16().count() > 31 { "Sheet1".to_owned() } else { kept.to_owned() }
}
