//! CSV by RFC 4180 that a spreadsheet opens as it is: UTF-8, CRLF, quotes where they are needed, and no text that
//! runs as a formula or turns into a date or a number.

use super::spreadsheet::is_changed;
use crate::model::{Decimal, Stated};

/// What spreadsheets on Windows need to see that a file is UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The mark before text that a spreadsheet is to leave alone.
pub(super) const APOSTROPHE: char = '\'';

/// One cell. A number is a type of its own, so that −82 stays a figure while a name that begins with a minus cannot become a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text from a file or of the interface.
    Text(&'a str),
    /// An exact figure, written in plain digits.
    Number(Decimal),
    /// Unknown or not applicable. Never zero.
    Blank,
}

impl<'a> Cell<'a> {
    /// Text, or blank where there is none.
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Blank, Self::Text)
    }

    /// A whole number.
    pub const fn count(n: u32) -> Self {
        Self::Number(Decimal { mantissa: n as i128, scale: 0 })
    }

    /// A figure as a source states it: its digits, the word `none` where it is stated to be none, blank where it is unknown.
    pub const fn stated(figure: &Stated<Decimal>, none: &'a str) -> Self {
        match figure {
            Stated::Value(figure) => Self::Number(*figure),
            Stated::None => Self::Text(none),
            Stated::Unknown => Self::Blank,
        }
    }
}

/// Rows as a file for spreadsheets: with a byte order mark, and nothing that a spreadsheet would make something else of.
pub fn csv(rows: &[Vec<Cell<'_>>]) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    write_rows(&mut text, rows, &write_text);
    text
}

/// Rows as a file for programs: without a byte order mark, which many of them would take for a part of the first name, and with every text as it
/// is but for what would run as a formula.
pub fn plain_csv(rows: &[Vec<Cell<'_>>]) -> String {
    let mut text = String::new();
    write_rows(&mut text, rows, &|out, text| write_marked(out, text, is_formula(text)));
    text
}

fn write_rows(out: &mut String, rows: &[Vec<Cell<'_>>], write: &dyn Fn(&mut String, &str)) {
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            match cell {
                Cell::Text(text) => write(out, text),
                Cell::Number(number) => out.push_str(&number.to_string()),
                Cell::Blank => {}
            }
        }
        out.push_str("\r\n");
    }
}

/// Writes text for a spreadsheet, marked and quoted as needed.
///
/// Quotes do not keep a spreadsheet from making a date of `1-2` or a number of `001`. An apostrophe before it does in all of them, and is a mark that a
/// program can take away: a cell that begins with one has one too many, for a text that begins with an apostrophe gets another.
pub(super) fn write_text(out: &mut String, text: &str) {
    write_marked(out, text, is_formula(text) || is_changed(text));
}

/// Whether a spreadsheet runs a text.
///
/// It does when a cell begins with = + - @ or with a tab, carriage return or line feed before them, and in East Asian locales with the full-width
/// signs; a leading apostrophe makes it text (OWASP, “CSV Injection”; CWE-1236).
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', APOSTROPHE])
}

fn write_marked(out: &mut String, text: &str, is_marked: bool) {
    let is_quoted = text.contains([',', '"', '\r', '\n', ';', '\t']) || text.starts_with(' ') || text.ends_with(' ');
    if is_quoted {
        out.push('"');
    }
    if is_marked {
        out.push(APOSTROPHE);
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if is_quoted {
        out.push('"');
    }
}
