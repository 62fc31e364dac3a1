//! Values between commas, tabs or semicolons.

use crate::import::document::{Cell, Document};
use crate::import::sheet::{Sheets, plain};
use crate::import::{ImportError, Kind, encoding};

/// How many records tell whether a text is a list.
const SAMPLE: usize = 60;

/// Reads a list as one sheet.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let text = encoding::decode(bytes);
    let (hint, text) = hint(&text);
    let separator = hint.or_else(|| separator(text)).unwrap_or(',');
    let mut sheets = Sheets::new(Kind::Csv);
    sheets.begin(None, false);
    'rows: for (row, record) in (1..).zip(Records::new(text, separator)) {
        for (column, field) in (0..).zip(record) {
            let value = plain(&field);
            if !sheets.push(row, Cell { value, ..Cell::text(column, field) }) {
                break 'rows;
            }
        }
    }
    let document = sheets.finish();
    if document.sections.iter().all(|section| section.blocks.is_empty()) { Err(ImportError::Empty) } else { Ok(document) }
}

/// The separator of a text whose lines have a steady number of them; none where it is running text.
pub(super) fn separator(text: &str) -> Option<char> {
    let (hint, text) = hint(text);
    // Tabs are typed with a purpose; commas and semicolons also stand in sentences, so all lines but few must agree.
    let found = [('\t', 60), (',', 90), (';', 90)].into_iter().filter_map(|(separator, percent)| {
        let mut widths: Vec<usize> = Records::new(text, separator).take(SAMPLE).map(|record| record.len()).collect();
        // What is looked at may end within a record.
        if widths.len() > 2 && widths.len() < SAMPLE && !text.ends_with('\n') {
            widths.pop();
        }
        let steady = widths
            .iter()
            .copied()
            .filter(|&width| width > 1)
            .max_by_key(|&width| (widths.iter().filter(|&&other| other == width).count(), width))?;
        let agreeing = widths.iter().filter(|&&width| width == steady).count();
        (agreeing * 100 >= widths.len() * percent && (widths.len() > 1 || separator == '\t')).then_some((steady, separator))
    });
    hint.or_else(|| found.max_by_key(|(width, _)| *width).map(|(_, separator)| separator))
}

/// The line `sep=,` that Excel understands, and the text after it.
fn hint(text: &str) -> (Option<char>, &str) {
    let Some(rest) = text.strip_prefix("sep=") else { return (None, text) };
    let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
    match line.chars().next() {
        Some(separator @ (',' | ';' | '\t' | '|')) => (Some(separator), after),
        _ => (None, text),
    }
}

/// Records of fields; a blank line is a record of nothing, so that rows keep their numbers.
struct Records<'a> {
    rest: &'a str,
    separator: char,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, separator }
    }

    /// A field in quotes, and what follows it; none where the quotes do not end before a separator or a line end.
    fn quoted(&self) -> Option<(String, &'a str)> {
        let mut rest = self.rest.strip_prefix('"')?;
        let mut field = String::new();
        loop {
            let (part, after) = rest.split_once('"')?;
            field.push_str(part);
            if let Some(more) = after.strip_prefix('"') {
                field.push('"');
                rest = more;
                continue;
            }
            let ends = after.is_empty() || after.starts_with(self.separator) || after.starts_with('\n');
            return ends.then_some((field, after));
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            let (field, after) = self.quoted().unwrap_or_else(|| {
                let end = self.rest.find([self.separator, '\n']).unwrap_or(self.rest.len());
                let (field, after) = self.rest.split_at(end);
                (field.to_owned(), after)
            });
            record.push(field);
            if let Some(rest) = after.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            self.rest = after.strip_prefix('\n').unwrap_or(after);
            if record == [""] {
                record.clear();
            }
            return Some(record);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::import::document::Block;

    fn cells(text: &str) -> Vec<(u32, u32, String, Option<String>)> {
        let document = read(text.as_bytes()).unwrap();
        let Some(Block::Grid(grid)) = document.sections[0].blocks.first() else { return Vec::new() };
        let rows = grid.rows.iter();
        rows.flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column, cell.text.clone(), cell.value.clone()))).collect()
    }

    #[test]
    fn quotes_hold_separators_and_line_breaks() {
        let found = cells("项目,\"预算数\n（万元）\"\r\n\r\n\"“甲”,\"\"乙\"\"\",1234.50\r\n0101,\"1,234\"\r\n");
        let expected = [
            (1, 0, "项目", None),
            (1, 1, "预算数\n（万元）", None),
            (3, 0, "“甲”,\"乙\"", None),
            (3, 1, "1234.50", Some("1234.5")),
            (4, 0, "0101", None),
            (4, 1, "1,234", None),
        ];
        assert_eq!(found, expected.map(|(row, column, text, value)| (row, column, text.to_owned(), value.map(str::to_owned))));
    }

    #[test]
    fn a_quote_that_does_not_end_takes_its_line_only() {
        let found = cells("\"甲,1\n乙,2\n");
        assert_eq!(found.len(), 4);
        assert_eq!(found[0].2, "\"甲");
    }

    #[test]
    fn the_separator_is_what_lines_agree_on() {
        assert_eq!(separator("甲;乙;丙\n1;2;3\n"), Some(';'));
        assert_eq!(separator("甲\t乙,丙\n1\t2\n"), Some('\t'));
        assert_eq!(separator("sep=|\n甲|乙\n"), Some('|'));
        assert_eq!(separator("收入增长, 支出下降。\n其中, 税收, 非税。\n以上。\n"), None);
        assert_eq!(separator("收入, 支出\n"), None);
        assert_eq!(separator("甲\n乙\n"), None);
    }

    #[test]
    fn nothing_but_separators_is_empty() {
        assert_eq!(read(b",,\n,,\n"), Err(ImportError::Empty));
    }
}
