//! Number formats: what people see of the number in a cell.

mod builtin;
mod number;
mod parse;

use crate::import::xlsx::date::Moment;
use crate::import::xlsx::decimal::Decimal;
pub use builtin::builtin;
use parse::{Section, Token};

/// A number format, such as `#,##0.00_);(#,##0.00)`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Format {
    /// What holds for numbers: one section, or those for positive, negative and zero.
    numbers: Vec<Section>,
    /// What holds for text.
    text: Option<Section>,
}

/// A number as its format shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What people see.
    pub text: String,
    /// Whether that is a date or a time, and so no figure.
    pub is_date: bool,
}

impl Format {
    /// The format of a code.
    pub fn new(code: &str) -> Self {
        let mut sections = parse::sections(code);
        let is_text = sections.len() > 3 || sections.last().is_some_and(|last| last.tokens.contains(&Token::Text));
        let text = if is_text { sections.pop() } else { None };
        sections.truncate(3);
        Self { numbers: sections, text }
    }

    /// What people see of a number.
    pub fn number(&self, number: f64, is_1904: bool) -> Option<Shown> {
        let decimal = Decimal::new(number)?;
        let Some((section, is_bare)) = self.section(number) else {
            return Some(Shown { text: decimal.general(), is_date: false });
        };
        if section.is_date() {
            let Some(moment) = Moment::new(number, is_1904) else { return Some(Shown { text: decimal.general(), is_date: false }) };
            return Some(Shown { text: section.moment(moment, number), is_date: true });
        }
        let sign = if is_bare && decimal.is_negative { "-" } else { "" };
        let text = section.number(&decimal.absolute());
        Some(Shown { text: format!("{sign}{}", text.trim()).trim().to_owned(), is_date: false })
    }

    /// What people see of a text.
    pub fn text(&self, text: String) -> String {
        match &self.text {
            Some(section) if section.tokens != [Token::Text] => section.text(&text),
            _ => text,
        }
    }

    /// The section for a number, and whether the sign of a negative one stands before it.
    fn section(&self, number: f64) -> Option<(&Section, bool)> {
        if self.numbers.iter().any(|section| section.condition.is_some()) {
            let section = self.numbers.iter().find(|section| section.condition.as_ref().is_none_or(|condition| condition.holds(number)))?;
            return Some((section, !section.condition.as_ref().is_some_and(parse::Condition::is_negative)));
        }
        match (&self.numbers[..], number) {
            ([_, negative, ..], number) if number < 0.0 => Some((negative, false)),
            ([_, _, zero], 0.0) => Some((zero, false)),
            ([first, ..], _) => Some((first, true)),
            ([], _) => None,
        }
    }
}

#[cfg(test)]
mod tests;
