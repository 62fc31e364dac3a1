//! Values and cells: how a value is written, and what a cell means. A value is written to a cell only where that cell means it again.

use super::columns::{Column, Kind};
use super::node::Node;
use super::words::{ABOUT, EXAMPLE, NO, NONE, YES};
use super::{tidy, words::Words};
use crate::import::document::Cell;
use crate::model::Decimal;

/// The most characters (UTF-16) of a cell.
pub const MOST_TEXT: usize = 32_767;

/// More digits are not kept by Excel.
const DIGITS: usize = 15;

/// More decimals are written as text.
const DECIMALS: u32 = 10;

/// A cell to write.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// Text.
    Text(String),
    /// A number that a spreadsheet keeps exactly.
    Number(Decimal),
}

/// What a cell means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meant {
    /// A value, written as it should be.
    Value(Node),
    /// A value, written in another way.
    Repaired(Node),
    /// Text that is kept, but is not what the column holds.
    Odd(Node),
    /// Nothing that the column holds.
    Unclear,
}

impl Written {
    /// A number where a spreadsheet keeps it exactly, else text.
    pub fn number(number: Decimal) -> Self {
        let digits = number.mantissa.unsigned_abs().to_string().len();
        if digits <= DIGITS && number.scale <= DECIMALS { Self::Number(number) } else { Self::Text(number.to_string()) }
    }

    /// The cell as it is read back.
    fn read(&self) -> Cell {
        match self {
            Self::Text(text) => Cell::text(0, text.as_str()),
            Self::Number(number) => Cell { value: Some(number.to_string()), ..Cell::text(0, number.to_string()) },
        }
    }
}

/// The cell of a value; none where no cell says it.
pub fn written(column: &Column, node: &Node) -> Option<Written> {
    let written = match (column.kind, node) {
        (_, Node::Raw(raw)) if raw == "null" => Written::Text(NONE.to_owned()),
        (Kind::Text | Kind::Id | Kind::Date | Kind::Time, Node::Text(text)) => Written::Text(text.clone()),
        (Kind::Ids | Kind::Texts | Kind::Lines, Node::List(items)) => {
            let items: Option<Vec<&str>> =
                items.iter().map(|item| if let Node::Text(text) = item { Some(text.as_str()) } else { None }).collect();
            Written::Text(items?.join(if matches!(column.kind, Kind::Ids) { "、" } else { "\n" }))
        }
        (Kind::Count | Kind::Amount, Node::Raw(digits)) => Written::number(Decimal::parse(digits).ok()?),
        (Kind::Flag, Node::Raw(raw)) => Written::Text(if raw == "true" { YES } else { NO }.to_owned()),
        (Kind::Word(words), Node::Text(word)) => Written::Text(words.iter().find(|(known, _)| known == word)?.1.to_owned()),
        _ => return None,
    };
    if let Written::Text(text) = &written
        && !is_kept(text)
    {
        return None;
    }
    matches!(meant(column, &written.read()), Meant::Value(value) if value == *node).then_some(written)
}

/// What a cell of a column means.
pub fn meant(column: &Column, cell: &Cell) -> Meant {
    let narrow = tidy::narrow(&cell.text);
    if column.can_be_none && (narrow == NONE || matches!(narrow.as_str(), "-" | "—" | "——" | "null")) {
        return same(Node::none(), narrow == NONE);
    }
    match column.kind {
        Kind::Text => Meant::Value(Node::Text(digits(cell).to_owned())),
        Kind::Id => {
            let id: String = tidy::narrow(digits(cell)).split_whitespace().collect();
            same(Node::Text(id.clone()), id == digits(cell))
        }
        Kind::Ids => {
            let items = narrow.split(['、', ',', ';', '\n', '\t', ' ']).filter(|item| !item.is_empty());
            Meant::Value(Node::List(items.map(|item| Node::Text(item.to_owned())).collect()))
        }
        Kind::Texts => {
            let items = cell.text.split(['、', '；', ';', '\n']).map(str::trim).filter(|item| !item.is_empty());
            Meant::Value(Node::List(items.map(|item| Node::Text(item.to_owned())).collect()))
        }
        Kind::Lines => Meant::Value(Node::List(cell.text.split('\n').map(|line| Node::Text(line.to_owned())).collect())),
        Kind::Date => of_clock(cell, tidy::date(&narrow)),
        Kind::Time => of_clock(cell, tidy::time(&narrow)),
        Kind::Count => {
            let of_value = || cell.value.as_deref().and_then(tidy::count);
            let found = tidy::count(&narrow).or_else(of_value);
            found.map_or(Meant::Unclear, |count| same(Node::Raw(count.clone()), cell.value.is_some() || count == cell.text))
        }
        Kind::Amount => amount(cell, &narrow),
        Kind::Flag => match narrow.to_lowercase().as_str() {
            YES | "true" | "yes" | "√" | "✓" | "对" | "1" => same(Node::Raw("true".to_owned()), narrow == YES),
            NO | "false" | "no" | "×" | "✗" | "错" | "0" => same(Node::Raw("false".to_owned()), narrow == NO),
            _ => Meant::Unclear,
        },
        Kind::Word(words) => word(words, &narrow),
    }
}

/// A value, and whether it is written as it should be.
const fn same(value: Node, is_same: bool) -> Meant {
    if is_same { Meant::Value(value) } else { Meant::Repaired(value) }
}

/// The text of a cell; of a number its digits where its format shows none of them.
fn digits(cell: &Cell) -> &str {
    match &cell.value {
        Some(value) if cell.text.contains(['E', '#']) => value,
        _ => &cell.text,
    }
}

fn of_clock(cell: &Cell, found: Option<String>) -> Meant {
    match found {
        Some(found) => {
            let is_same = found == cell.text;
            same(Node::Text(found), is_same)
        }
        None => Meant::Odd(Node::Text(cell.text.clone())),
    }
}

fn amount(cell: &Cell, narrow: &str) -> Meant {
    let of_text = tidy::number(narrow);
    let of_value = cell.value.as_deref().and_then(|value| Decimal::parse(value).ok());
    match (of_text, of_value) {
        // A share is stored as 0.981 and shown as 98.1%.
        (Some(shown), Some(_)) if narrow.ends_with('%') => Meant::Repaired(Node::Raw(shown.to_string())),
        // The zeros behind a figure are those of its format.
        (Some(shown), Some(value)) if tidy::is_same(shown, value) => Meant::Value(Node::Raw(shown.to_string())),
        (_, Some(value)) => Meant::Value(Node::Raw(value.to_string())),
        (Some(shown), None) => {
            let digits = shown.to_string();
            let is_same = digits == cell.text;
            same(Node::Raw(digits), is_same)
        }
        (None, None) => Meant::Unclear,
    }
}

/// A word by its Chinese, the word of the session file, or its beginning where no other word begins so.
fn word(words: &Words, narrow: &str) -> Meant {
    let is = |shown: &str| tidy::narrow(shown) == narrow;
    if let Some((known, shown)) = words.iter().find(|(known, shown)| is(shown) || *known == narrow) {
        return same(Node::Text((*known).to_owned()), is(shown));
    }
    let plain: String = narrow.split_whitespace().collect();
    let mut close = words.iter().filter(|(known, shown)| {
        let shown: String = shown.split_whitespace().collect();
        !plain.is_empty() && (shown == plain || shown.starts_with(&plain) || known.eq_ignore_ascii_case(&plain))
    });
    match (close.next(), close.next()) {
        (Some((known, _)), None) => Meant::Repaired(Node::Text((*known).to_owned())),
        _ => Meant::Unclear,
    }
}

/// Whether a text comes back as it is, and is not taken for what a row begins with that is none of ours.
fn is_kept(text: &str) -> bool {
    let is_odd = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.trim() == text
        && !text.is_empty()
        && text.encode_utf16().count() <= MOST_TEXT
        && !text.contains(is_odd)
        && !text.starts_with(['#', '\u{feff}'])
        && !text.starts_with(ABOUT)
        && !text.starts_with(EXAMPLE)
}
