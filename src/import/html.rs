//! A web page: its paragraphs and tables in reading order; tables that only lay out the page are dissolved.

use crate::import::Kind;
use crate::import::document::{Block, Cell, Document, Grid, Paragraph, Row, Section};
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};
use std::collections::HashMap;

/// What is no text of a page.
const LEFT_OUT: [&str; 9] = ["script", "style", "select", "button", "noscript", "template", "textarea", "title", "svg"];

/// What stands within a line; every other tag ends one.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "big", "em", "font", "i", "img", "ins", "label", "mark", "o:p", "s", "small", "span", "strong", "sub", "sup", "u",
    "wbr",
];

/// The document in this page.
pub fn read(text: &str) -> Document {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut walk = Walk::default();
    let mut skipped: Option<String> = None;
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) if skipped.is_none() => {
                let name = word(&tag.name);
                if LEFT_OUT.contains(&name.as_str()) && !tag.self_closing {
                    skipped = Some(name);
                } else {
                    walk.start(&name, &tag);
                }
            }
            Token::EndTag(tag) => {
                let name = word(&tag.name);
                if skipped.is_none() {
                    walk.end(&name);
                } else if skipped.as_deref() == Some(name.as_str()) {
                    skipped = None;
                }
            }
            Token::String(part) if skipped.is_none() => walk.text.push_str(&String::from_utf8_lossy(&part)),
            _ => {}
        }
    }
    while !walk.tables.is_empty() {
        walk.end("table");
    }
    walk.flush();
    Document { kind: Kind::Html, sections: vec![Section { blocks: walk.blocks, ..Section::default() }], notes: Vec::new() }
}

/// A table that is open; its blocks are kept too, in case it only lays out the page.
#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    cell: Option<Cell>,
    column: u32,
    /// For each column the last row that a cell from above takes.
    taken: HashMap<u32, u32>,
    blocks: Vec<Block>,
    has_tables: bool,
}

#[derive(Default)]
struct Walk {
    text: String,
    heading: Option<u8>,
    tables: Vec<Table>,
    blocks: Vec<Block>,
}

impl Walk {
    fn start(&mut self, name: &str, tag: &StartTag<()>) {
        if INLINE.contains(&name) {
            return;
        }
        self.flush();
        self.heading = name.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level));
        match name {
            "table" => {
                if let Some(table) = self.tables.last_mut() {
                    table.has_tables = true;
                }
                self.tables.push(Table::default());
            }
            "tr" | "td" | "th" => {
                let Some(table) = self.tables.last_mut() else { return };
                table.close();
                if name == "tr" || table.rows.is_empty() {
                    let number = table.rows.last().map_or(1, |row| row.number.saturating_add(1));
                    table.rows.push(Row { number, ..Row::default() });
                    table.column = 0;
                }
                if name != "tr" {
                    table.open(span(tag, "colspan"), span(tag, "rowspan"));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if INLINE.contains(&name) {
            return;
        }
        self.flush();
        self.heading = None;
        match name {
            "td" | "th" | "tr" => self.tables.last_mut().into_iter().for_each(Table::close),
            "table" => {
                let Some(mut table) = self.tables.pop() else { return };
                table.close();
                let is_layout = table.has_tables || table.rows.iter().all(|row| row.cells.len() <= 1);
                table.rows.retain(|row| !row.cells.is_empty());
                let grid = Block::Grid(Grid { rows: table.rows, hidden_columns: Vec::new() });
                let mut blocks = if is_layout { table.blocks } else { vec![grid] };
                self.tables.last_mut().map_or(&mut self.blocks, |outer| &mut outer.blocks).append(&mut blocks);
            }
            _ => {}
        }
    }

    /// Ends a line. Blanks count once, and a blank that does not break is one.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
            cell.text.push_str(&text);
        }
        let block = Block::Paragraph(Paragraph { text, heading: self.heading, number: None });
        self.tables.last_mut().map_or(&mut self.blocks, |table| &mut table.blocks).push(block);
    }
}

impl Table {
    fn open(&mut self, columns: u32, rows: u32) {
        let number = self.rows.last().map_or(1, |row| row.number);
        while self.taken.get(&self.column).is_some_and(|last| *last >= number) {
            self.column = self.column.saturating_add(1);
        }
        self.cell = Some(Cell { columns, rows, ..Cell::text(self.column, "") });
        for _ in 0..columns {
            if rows > 1 {
                self.taken.insert(self.column, number.saturating_add(rows - 1));
            }
            self.column = self.column.saturating_add(1);
        }
    }

    fn close(&mut self) {
        if let (Some(cell), Some(row)) = (self.cell.take().filter(|cell| !cell.text.is_empty()), self.rows.last_mut()) {
            row.cells.push(cell);
        }
    }
}

fn word(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

fn span(tag: &StartTag<()>, name: &str) -> u32 {
    let value = tag.attributes.get(name.as_bytes()).and_then(|value| String::from_utf8_lossy(value).trim().parse().ok());
    value.unwrap_or(1_u32).clamp(1, 1000)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::document::Block;

    #[test]
    fn spans_keep_their_columns_and_layout_is_dissolved() {
        let document = read(
            "<script>x</script><h2>题</h2><p>甲<span>乙</span></p><table><tr><td><table><tr><td rowspan=2>丙<td>丁</tr><tr><td>戊</table></table>",
        );
        let blocks = &document.sections[0].blocks;
        assert!(matches!(&blocks[0], Block::Paragraph(paragraph) if paragraph.heading == Some(2)));
        assert!(matches!(&blocks[1], Block::Paragraph(paragraph) if paragraph.text == "甲乙"));
        assert!(matches!(&blocks[2], Block::Grid(grid) if grid.rows[1].cells[0].column == 1));
        assert_eq!(blocks.len(), 3);
    }
}
