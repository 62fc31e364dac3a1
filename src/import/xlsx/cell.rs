//! What a cell holds, from how the file writes it.

use crate::import::document::Cell;
use crate::import::xlsx::decimal::Decimal;
use crate::import::xlsx::styles::Styles;
use crate::import::xlsx::text::Text;

/// From here on a number has more digits than Excel keeps.
const LONG: f64 = 1e15;

/// What all cells of a workbook share.
pub struct Shared<'a> {
    /// Texts.
    pub strings: &'a [Text],
    /// Styles.
    pub styles: &'a Styles,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
}

/// A cell as the file writes it.
#[derive(Debug)]
pub struct RawCell {
    /// Its column, from 0.
    pub column: u32,
    /// The number of its style.
    pub style: usize,
    /// Whether a formula makes what it holds.
    pub has_formula: bool,
    /// Whether the file stores a value, be it empty.
    pub has_value: bool,
    /// The stored value.
    pub value: String,
    /// Text that stands in the cell itself.
    pub inline: Option<Text>,
    kind: Stored,
}

/// How a value is stored.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stored {
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    Date,
}

/// What a cell holds.
#[derive(Debug)]
pub enum Content {
    /// Nothing that people see.
    Nothing,
    /// An error such as `#N/A`.
    Error,
    /// A formula that nobody calculated.
    WithoutResult,
    /// Something.
    Cell {
        /// It.
        cell: Cell,
        /// Whether it is a number of more than 15 digits.
        is_long: bool,
    },
}

impl RawCell {
    /// An empty cell.
    pub fn new(column: u32) -> Self {
        Self { column, style: 0, has_formula: false, has_value: false, value: String::new(), inline: None, kind: Stored::Number }
    }

    /// Takes the attribute that says how the value is stored.
    pub fn set_kind(&mut self, kind: &str) {
        self.kind = match kind {
            "s" => Stored::Shared,
            "str" | "inlineStr" => Stored::Text,
            "b" => Stored::Boolean,
            "e" => Stored::Error,
            "d" => Stored::Date,
            _ => Stored::Number,
        };
    }

    /// Whether it has neither a value nor a formula.
    pub fn is_empty(&self) -> bool {
        !self.has_formula && !self.has_value && self.inline.is_none()
    }

    /// What it holds, or what is wrong with it.
    pub fn content(self, shared: &Shared<'_>) -> Result<Content, String> {
        if let Some(text) = self.inline.clone() {
            return Ok(self.text(text, shared));
        }
        let value = self.value.trim();
        if value.is_empty() {
            // A formula with the result "" is stored as an empty text.
            let is_missing = self.has_formula && self.kind != Stored::Text;
            return Ok(if is_missing { Content::WithoutResult } else { Content::Nothing });
        }
        Ok(match self.kind {
            Stored::Shared => {
                let number = value.parse::<usize>().ok();
                let Some(text) = number.and_then(|number| shared.strings.get(number)) else {
                    return Err(format!("shared text {value} of {}", shared.strings.len()));
                };
                self.text(text.clone(), shared)
            }
            Stored::Number => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => self.number(number, shared),
                _ => self.text(Text::new(&self.value), shared),
            },
            Stored::Boolean => {
                let text = if matches!(value, "0" | "false" | "FALSE") { "FALSE" } else { "TRUE" };
                self.text(Text { text: text.to_owned(), indent: 0 }, shared)
            }
            Stored::Error => Content::Error,
            Stored::Date => {
                let text = value.trim_end_matches('Z').trim_end_matches(".000").trim_end_matches("T00:00:00").replace('T', " ");
                self.text(Text { text, indent: 0 }, shared)
            }
            Stored::Text => self.text(Text::new(&self.value), shared),
        })
    }

    fn number(&self, number: f64, shared: &Shared<'_>) -> Content {
        let Some(decimal) = Decimal::new(number) else { return Content::Nothing };
        let shown = shared.styles.format(self.style).and_then(|format| format.number(number, shared.is_1904));
        let is_date = shown.as_ref().is_some_and(|shown| shown.is_date);
        let text = shown.map_or_else(|| decimal.general(), |shown| shown.text);
        // The number of a date is no figure.
        let value = (!is_date).then(|| decimal.plain());
        let indent = shared.styles.indent(self.style);
        Content::Cell { cell: Cell { value, indent, ..Cell::text(self.column, text) }, is_long: number.abs() >= LONG }
    }

    fn text(&self, text: Text, shared: &Shared<'_>) -> Content {
        if is_error(&text.text) {
            return Content::Error;
        }
        let indent = shared.styles.indent(self.style).saturating_add(text.indent);
        let text = shared.styles.format(self.style).map_or_else(|| text.text.clone(), |format| format.text(text.text.clone()));
        if text.is_empty() {
            return Content::Nothing;
        }
        Content::Cell { cell: Cell { indent, ..Cell::text(self.column, text) }, is_long: false }
    }
}

/// Whether a text is an error of Excel, which programs sometimes store as text.
fn is_error(text: &str) -> bool {
    text.starts_with('#') && matches!(text, "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!" | "#SPILL!" | "#CALC!")
}
