//! How workbooks of Excel show numbers: as dates, as shares, or as they are.

use super::{decimal, percent};
use crate::import::ole::u32_at;
use std::collections::HashMap;

/// The days from 1899-12-30 to 1904-01-01.
const DAYS_TO_1904: f64 = 1462.0;

/// The day after 9999-12-31.
const END_OF_DAYS: f64 = 2_958_466.0;

/// The formats and styles of a workbook.
#[derive(Default)]
pub(in crate::import) struct Formats {
    /// Whether days are counted from 1904.
    pub(in crate::import) is_1904: bool,
    codes: HashMap<u16, String>,
    styles: Vec<(u16, u8)>,
}

impl Formats {
    /// A format that the workbook defines.
    pub(in crate::import) fn define(&mut self, id: u16, code: String) {
        self.codes.insert(id, code);
    }

    /// The next style: its format and its indent.
    pub(in crate::import) fn add(&mut self, format: u16, indent: u8) {
        self.styles.push((format, indent));
    }

    /// The indent of a style.
    pub(in crate::import) fn indent(&self, style: u16) -> u8 {
        self.styles.get(usize::from(style)).map_or(0, |(_, indent)| *indent)
    }

    /// A number as it is shown, and its digits where it is no date.
    pub(in crate::import) fn shown(&self, style: u16, number: f64) -> (String, Option<String>) {
        let format = self.styles.get(usize::from(style)).map_or(0, |(format, _)| *format);
        let code = match (self.codes.get(&format), format) {
            (Some(code), _) => code.as_str(),
            (None, 9) => "0%",
            (None, 10) => "0.00%",
            (None, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58) => "yyyy-mm-dd",
            (None, 18..=21 | 32..=35 | 45..=47 | 55 | 56) => "h:mm",
            (None, _) => "",
        };
        if is_date(code)
            && let Some(date) = self.date(number)
        {
            return (date, None);
        }
        let value = decimal(number);
        let text = percent(number, code).or_else(|| value.clone()).unwrap_or_default();
        (text, value)
    }

    /// A day as `2025-01-08`, with a time where there is one.
    fn date(&self, number: f64) -> Option<String> {
        let number = if self.is_1904 { number + DAYS_TO_1904 } else { number };
        if !(0.0..END_OF_DAYS).contains(&number) {
            return None;
        }
        let minutes = whole((number.fract() * 1440.0).round());
        let (days, minutes) = (whole(number.floor()) + minutes / 1440, minutes % 1440);
        let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        if days == 0 {
            return Some(time);
        }
        // Excel counts a 29 February 1900 that was none.
        let (year, month, day) = civil(if days < 61 { days + 1 } else { days });
        let date = format!("{year:04}-{month:02}-{day:02}");
        Some(if minutes == 0 { date } else { format!("{date} {time}") })
    }
}

/// The text of an error.
pub(in crate::import) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// A number in four bytes: the upper half of a floating one, or a whole one, perhaps of hundredths.
pub(in crate::import) fn rk(bits: u32) -> f64 {
    let number = if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// A floating number in eight bytes, the lowest first.
pub(in crate::import) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_bits(u64::from(u32_at(bytes, at)?) | u64::from(u32_at(bytes, at.checked_add(4)?)?) << 32))
}

/// Whether a format shows a day or a time: a letter of one outside of quotes and brackets.
fn is_date(code: &str) -> bool {
    let mut characters = code.split(';').next().unwrap_or_default().chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => drop(characters.by_ref().find(|&end| end == '"')),
            '[' => drop(characters.by_ref().find(|&end| end == ']')),
            '\\' | '_' | '*' => drop(characters.next()),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => return true,
            // General has letters of no date before its e.
            'G' | 'g' | 'E' | 'e' => return false,
            _ => {}
        }
    }
    false
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is within the days of ten thousand years")]
fn whole(number: f64) -> u32 {
    number as u32
}

/// Year, month and day of a number of days since 1899-12-30, by the eras of 400 years.
fn civil(days: u32) -> (u32, u32, u32) {
    // Days since 0000-03-01.
    let days = days + 693_899;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + u32::from(month <= 2), month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let formats = Formats::default();
        for (number, text) in
            [(1.0, "1900-01-01"), (61.0, "1900-03-01"), (45_665.0, "2025-01-08"), (45_351.5, "2024-02-29 12:00"), (0.25, "06:00")]
        {
            assert_eq!(formats.date(number).as_deref(), Some(text));
        }
        let formats = Formats { is_1904: true, ..Formats::default() };
        assert_eq!(formats.date(0.0).as_deref(), Some("1904-01-01"));
        assert_eq!(formats.date(-2000.0), None);
    }

    #[test]
    fn a_format_of_words_is_no_date() {
        for code in ["General", "#,##0.00", "0\"days\"", "[Red]0", "@", "0.00E+00", "_ * #,##0_ "] {
            assert!(!is_date(code), "{code}");
        }
        for code in ["yyyy-mm-dd", "[$-804]m\"月\"d\"日\"", "h:mm"] {
            assert!(is_date(code), "{code}");
        }
    }
}
