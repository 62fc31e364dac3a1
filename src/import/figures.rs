//! The figures of budget prose: what reports say of their revenue and expenditure, each with where it stands in the text.

mod budgets;
mod context;
mod fold;
mod item;
mod nothing;
mod reader;
#[cfg(test)]
mod tests;
mod words;

use crate::model::{Book, Direction, Unit, YoyKind};

pub use budgets::{Place, budgets, budgets_with_places};

/// One amount of one item at one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What the amount is of, without verbs, levels and years.
    pub item: String,
    /// The digits as a plain decimal.
    pub amount: String,
    /// The unit that the amount is printed in.
    pub unit: Unit,
    /// Which of the four budgets, where the item or its heading says so.
    pub book: Option<Book>,
    /// Which way the money goes; none of balances and debts.
    pub direction: Option<Direction>,
    /// How far the money has come.
    pub stage: FigureStage,
    /// The fiscal year.
    pub year: Option<u16>,
    /// The level, as printed: 全市, 市本级.
    pub scope: Option<String>,
    /// Percent of the budget (为预算的X%).
    pub completion_percent: Option<String>,
    /// Signed percent of the year before.
    pub yoy_percent: Option<String>,
    /// Whether `yoy_percent` is a change or a ratio.
    pub yoy_kind: Option<YoyKind>,
    /// The figure that this one is part of (其中), as its place in the list.
    pub parent: Option<usize>,
    /// Where item and amount stand, in bytes of the text.
    pub span: Span,
    /// Where `completion_percent` stands.
    pub completion_span: Option<Span>,
    /// Where `yoy_percent` stands.
    pub yoy_span: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A part of the text in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// The column that an amount belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureStage {
    /// 年初预算
    Initial,
    /// 调整预算
    Adjusted,
    /// 执行
    #[default]
    Executed,
    /// 决算
    Final,
}

/// How many figures of a text are read at most; the longest reports have some hundred.
pub const MOST: usize = 20_000;
/// How much of a text is read, in bytes: ten times the longest report. A clause may be two characters, and each is compared with many words.
pub const MOST_BYTES: usize = 2_000_000;

/// Finds the figures of a text, in the order in which they stand, as far as there are not too many ([`MOST`], [`MOST_BYTES`]).
pub fn read(text: &str) -> Vec<Figure> {
    if nothing::is_government_report(text) {
        return Vec::new();
    }
    let mut reader = reader::Reader::default();
    let mut start = 0;
    for line in text[..text.floor_char_boundary(MOST_BYTES)].split_inclusive('\n') {
        if reader.figures.len() >= MOST {
            break;
        }
        reader.line(&fold::Folded::new(line, start));
        start += line.len();
    }
    reader.figures
}
