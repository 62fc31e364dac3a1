//! What a spreadsheet makes of the cells of a CSV file when it is opened by a double-click: which texts it would change, so that they are marked, and
//! what it still does to the columns of a table, so that a reader can be told before.
//!
//! CSV has no types, so Excel, WPS and others guess: `1-2` becomes the second of January, `001` becomes 1, `2025-01` a day, `6E5` 600000, and of a
//! number of 18 digits the last three become zeros. What is said here holds for Excel in Chinese and English; others guess less.

use super::csv::{APOSTROPHE, BYTE_ORDER_MARK};
use crate::i18n::{Lang, fill};

/// From so many digits on Excel shows a number as 1.2E+11.
const SHOWN_DIGITS: usize = 11;

/// So many digits of a number are kept; those behind become zeros.
const KEPT_DIGITS: usize = 15;

/// Signs that stand in numbers, dates, times, shares and amounts of money, beside digits.
const SIGNS: &str = ".,-/:%()+$¥￥ 年月日时時分秒点";

/// Months as Excel knows them, by their beginning.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a spreadsheet would make something else of a text than what it reads: a date, a time, a number that is written differently, a truth value.
///
/// A whole date such as 2025-01-08 stays the same day and is left alone; so is a number that reads the same afterwards.
///
/// ```
/// use yishi::write::spreadsheet::is_changed;
/// for text in ["1-2", "3/5", "007", "1.10", "2025-01", "6E5", "202501080000000123", "(1)", "MAR1", "TRUE"] {
///     assert!(is_changed(text), "{text}");
/// }
/// for text in ["2025-01-08", "2025", "12", "0.5", "一", "1-2号", "huacao-6-6", "b1"] {
///     assert!(!is_changed(text), "{text}");
/// }
/// ```
pub fn is_changed(text: &str) -> bool {
    // East Asian versions read full-width digits and signs like others.
    let narrow: String = text.trim().chars().map(narrow).collect::<String>().to_ascii_lowercase();
    if matches!(narrow.as_str(), "true" | "false") || narrow.starts_with('#') {
        return true;
    }
    if !narrow.contains(|c: char| c.is_ascii_digit()) || is_whole_date(&narrow) {
        return false;
    }
    if narrow.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return !reads_the_same(&narrow) || narrow != text;
    }
    let is_sign = |c: char| c.is_ascii_digit() || SIGNS.contains(c);
    narrow.chars().all(is_sign) || is_exponent(&narrow) || has_month(&narrow) || is_clock(&narrow)
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

/// A date of ISO 8601 with its day.
fn is_whole_date(text: &str) -> bool {
    text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A number in digits that is written as Excel would write it.
fn reads_the_same(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_whole = |text: &str| text == "0" || (!text.is_empty() && !text.starts_with('0'));
    digits <= SHOWN_DIGITS
        && match number.split_once('.') {
            None => is_whole(number),
            Some((whole, part)) => is_whole(whole) && !part.is_empty() && !part.ends_with('0') && !part.contains('.'),
        }
}

/// `6e5`, `1.5e-3`.
fn is_exponent(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || ".,+-".contains(c));
    text.split_once('e').is_some_and(|(number, power)| is_number(number) && is_number(power))
}

/// `1-mar`, `mar 5`, `march2024`, `5 sept`: the name of a month and what dates have beside it.
fn has_month(text: &str) -> bool {
    let letters: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    let is_rest = text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_alphabetic() || " -/,.'".contains(c));
    let names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    is_rest && (MONTHS.contains(&letters.as_str()) || names.contains(&letters.as_str()) || letters == "sept")
}

/// `9:00 am`, `9 p`.
fn is_clock(text: &str) -> bool {
    let rest = text.trim_end_matches(['a', 'p', 'm']).trim_end();
    rest.len() < text.len() && rest.chars().all(|c| c.is_ascii_digit() || c == ':' || c == ' ')
}

/// What a spreadsheet does to a column, or what was done against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    /// Texts that it would change are marked with an apostrophe, which is seen.
    Marked,
    /// Whole dates are shown in the way of the computer; they stay the same days.
    Days,
    /// Figures lose the zeros at their end.
    Zeros,
    /// Figures of many digits are shown as 1.2E+11; they stay the same.
    Powers,
    /// Figures of more than 15 digits lose their last ones.
    Digits,
}

/// What happens to a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The head of the column.
    pub column: String,
    /// What.
    pub change: Change,
    /// The first cell that it happens to, as it is in the file.
    pub example: String,
}

impl Changed {
    /// The same as a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let t = lang.texts();
        let template = match self.change {
            Change::Marked => t.sheet_marked,
            Change::Days => t.sheet_days,
            Change::Zeros => t.sheet_zeros,
            Change::Powers => t.sheet_powers,
            Change::Digits => t.sheet_digits,
        };
        fill(template, &[&self.column, &self.example])
    }
}

/// What a spreadsheet makes of the columns of a table that [`super::tables::list_csv`] or [`super::budget::table_csv`] wrote, in the order of the
/// columns; each change of a column once.
pub fn changed(csv: &str) -> Vec<Changed> {
    let mut rows = Rows(csv.strip_prefix(BYTE_ORDER_MARK).unwrap_or(csv).chars().peekable());
    let heads = rows.row();
    let mut found: Vec<Vec<(Change, String)>> = vec![Vec::new(); heads.len()];
    loop {
        let row = rows.row();
        if row.is_empty() {
            break;
        }
        for (cell, column) in row.into_iter().zip(&mut found) {
            if let Some(change) = change(&cell).filter(|change| column.iter().all(|(known, _)| known != change)) {
                column.push((change, cell));
            }
        }
    }
    let columns = heads.into_iter().zip(found);
    columns
        .flat_map(|(column, found)| found.into_iter().map(move |(change, example)| Changed { column: column.clone(), change, example }))
        .collect()
}

/// What happens to a cell as it is in the file.
fn change(cell: &str) -> Option<Change> {
    if cell.starts_with(APOSTROPHE) {
        return Some(Change::Marked);
    }
    if is_whole_date(cell) {
        return Some(Change::Days);
    }
    // What is a number here is a figure: texts that look like one are marked, unless they read the same.
    let number = cell.strip_prefix('-').unwrap_or(cell);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let digits = number.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let whole = number.split('.').next().unwrap_or_default().len();
    match () {
        () if !is_number => None,
        () if digits > KEPT_DIGITS => Some(Change::Digits),
        () if whole > SHOWN_DIGITS => Some(Change::Powers),
        () if number.contains('.') && number.ends_with('0') => Some(Change::Zeros),
        () => None,
    }
}

/// The rows of a CSV file of ours.
struct Rows<'a>(std::iter::Peekable<std::str::Chars<'a>>);

impl Rows<'_> {
    /// The cells of the next row; none at the end.
    fn row(&mut self) -> Vec<String> {
        let mut cells = Vec::new();
        if self.0.peek().is_none() {
            return cells;
        }
        let mut cell = String::new();
        let mut is_quoted = false;
        while let Some(c) = self.0.next() {
            match c {
                '"' if is_quoted && self.0.peek() == Some(&'"') => cell.extend(self.0.next()),
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => cells.push(std::mem::take(&mut cell)),
                '\r' if !is_quoted => {}
                '\n' if !is_quoted => break,
                c => cell.push(c),
            }
        }
        cells.push(cell);
        cells
    }
}
