//! A document of Word: its text as accepted, its tables, and the numbers that Word counts.

mod numbering;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use crate::import::document::{At, Block, Document, Note, Paragraph, Section};
use crate::import::package::{Package, attribute, broken, is_on, local, push_text};
use crate::import::{ImportError, Kind};
use numbering::Numbering;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use styles::{Properties, Styles};
use table::Table;

/// How deep elements may stand in each other: far more than Word writes.
const DEPTH: usize = 400;
/// The most paragraphs that are read, those of cells too; the longest reports have some ten thousand.
const MOST_PARAGRAPHS: usize = 300_000;

/// The document in these bytes.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut package = Package::open(bytes)?;
    let main = package.relationships("")?.into_iter().find(|to| to.kind == "officeDocument").map(|to| to.target);
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let mut walk = Walk { left: MOST_PARAGRAPHS, ..Walk::default() };
    for to in package.relationships(&main)? {
        match to.kind.as_str() {
            "styles" => walk.styles = Styles::read(&package.xml(&to.target)?.unwrap_or_default())?,
            "numbering" => walk.numbering = Numbering::read(&package.xml(&to.target)?.unwrap_or_default())?,
            _ => {}
        }
    }
    let xml = package.xml(&main)?.ok_or_else(|| broken(&main, "no such part"))?;
    walk.all(&xml, &main)?;
    let mut notes = if walk.changes > 0 { vec![Note::TrackedChanges { count: walk.changes }] } else { Vec::new() };
    if walk.left == 0 {
        notes.push(Note::Cut { first: At { section: 0, block: walk.blocks.len(), row: 0, column: 0 } });
    }
    Ok(Document { kind: Kind::Docx, sections: vec![Section { blocks: walk.blocks, ..Section::default() }], notes })
}

/// A paragraph that is open; text boxes stand within paragraphs.
#[derive(Default)]
struct Open {
    text: String,
    run: String,
    is_hidden: bool,
    is_joined: bool,
    properties: Properties,
}

/// A field that is open: its code, and whether its result has begun.
#[derive(Default)]
struct Field {
    code: String,
    is_result: bool,
}

#[derive(Default)]
struct Walk {
    styles: Styles,
    numbering: Numbering,
    path: Vec<String>,
    open: Vec<Open>,
    fields: Vec<Field>,
    tables: Vec<Table>,
    blocks: Vec<Block>,
    /// Nested tables, which come after the outermost.
    after: Vec<Block>,
    /// The text before a paragraph mark that is deleted.
    carried: String,
    changes: usize,
    /// How many paragraphs are still read.
    left: usize,
}

impl Walk {
    fn all(&mut self, xml: &str, part: &str) -> Result<(), ImportError> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        let mut skipped = 0_usize;
        loop {
            match reader.read_event().map_err(|error| broken(part, error))? {
                Event::Start(tag) => {
                    if skipped > 0 || self.is_left_out(&tag) {
                        skipped += 1;
                        continue;
                    }
                    self.start(&tag);
                    self.path.push(local(&tag).to_owned());
                    if self.path.len() > DEPTH {
                        return Err(broken(part, "elements too deep"));
                    }
                }
                Event::End(_) if skipped > 0 => skipped -= 1,
                Event::End(_) => {
                    if let Some(name) = self.path.pop() {
                        self.end(&name);
                    }
                    if self.left == 0 {
                        while !self.tables.is_empty() {
                            self.end("tbl");
                        }
                        return Ok(());
                    }
                }
                Event::Eof => return Ok(()),
                event if skipped == 0 => match self.path.last().map(String::as_str) {
                    Some("t") => self.write(|run| push_text(run, &event)),
                    Some("instrText") => {
                        if let Some(field) = self.fields.last_mut() {
                            push_text(&mut field.code, &event);
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
    }

    /// Whether nothing within this element is text as accepted; counts the changes.
    fn is_left_out(&mut self, tag: &BytesStart<'_>) -> bool {
        let in_properties = self.path.last().is_some_and(|name| matches!(name.as_str(), "rPr" | "trPr"));
        match local(tag) {
            "ins" | "moveTo" => self.changes += 1,
            "del" | "moveFrom" => {
                self.changes += 1;
                return !in_properties;
            }
            "Fallback" | "pPrChange" | "rPrChange" | "tblPrChange" | "tcPrChange" | "trPrChange" | "sectPr" | "sdtPr" => return true,
            "fldSimple" => return attribute(tag, "instr").is_some_and(|code| is_page(&code)),
            _ => {}
        }
        false
    }

    fn write(&mut self, add: impl FnOnce(&mut String)) {
        if self.fields.iter().any(|field| !field.is_result || is_page(&field.code)) {
            return;
        }
        if let Some(open) = self.open.last_mut() {
            add(&mut open.run);
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let parent = self.path.last().map_or("", String::as_str);
        let grandparent = self.path.iter().rev().nth(1).map_or("", String::as_str);
        let value = attribute(tag, "val");
        let number = || value.as_deref().and_then(|value| value.parse::<u32>().ok());
        match (local(tag), parent) {
            ("p", _) => self.open.push(Open { text: std::mem::take(&mut self.carried), ..Open::default() }),
            ("r", _) => {
                if let Some(open) = self.open.last_mut() {
                    open.is_hidden = false;
                }
            }
            ("vanish", "rPr") if grandparent == "r" => {
                if let Some(open) = self.open.last_mut() {
                    open.is_hidden = value.as_deref().is_none_or(is_on);
                }
            }
            ("del" | "moveFrom", "rPr") if grandparent == "pPr" => {
                if let Some(open) = self.open.last_mut() {
                    open.is_joined = true;
                }
            }
            ("br" | "cr", "r") => self.write(|run| run.push('\n')),
            ("tab", "r") => self.write(|run| run.push('\t')),
            ("noBreakHyphen", "r") => self.write(|run| run.push('-')),
            ("fldChar", _) => match attribute(tag, "fldCharType").as_deref() {
                Some("begin") if self.fields.len() < DEPTH => self.fields.push(Field::default()),
                Some("separate") => self.fields.iter_mut().next_back().into_iter().for_each(|field| field.is_result = true),
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            ("tbl", _) => self.tables.push(Table::default()),
            (name, "pPr" | "numPr") => {
                if let Some(open) = self.open.last_mut() {
                    open.properties.set(name, value.as_deref());
                }
            }
            (name, parent) => {
                if let Some(table) = self.tables.last_mut() {
                    table.start(name, parent, value.as_deref(), number());
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "r" => {
                if let Some(open) = self.open.last_mut() {
                    let run = std::mem::take(&mut open.run);
                    if !open.is_hidden {
                        open.text.push_str(&run);
                    }
                }
            }
            "p" => {
                if let Some(open) = self.open.pop() {
                    self.paragraph(open);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.after.push(Block::Grid(table.grid()));
                }
                if self.tables.is_empty() {
                    self.after.reverse();
                    self.blocks.append(&mut self.after);
                }
            }
            name => {
                if let Some(table) = self.tables.last_mut() {
                    table.end(name);
                }
            }
        }
    }

    fn paragraph(&mut self, open: Open) {
        self.left = self.left.saturating_sub(1);
        if open.is_joined {
            self.carried = open.text;
            return;
        }
        let properties = self.styles.complete(open.properties);
        let number = self.numbering.next(properties.list, properties.level.unwrap_or(0));
        if let Some(table) = self.tables.last_mut() {
            table.paragraph(&format!("{}{}", number.unwrap_or_default(), open.text.trim()));
            return;
        }
        // A line that is broken by hand is a paragraph to its reader.
        let mut number = number;
        for line in open.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            self.blocks.push(Block::Paragraph(Paragraph {
                number: number.take(),
                text: line.to_owned(),
                heading: properties.outline.filter(|level| *level < 9).map(|level| level + 1),
            }));
        }
    }
}

/// Whether a field is a page number, which is no text.
fn is_page(code: &str) -> bool {
    matches!(code.split_whitespace().next(), Some("PAGE" | "NUMPAGES" | "SECTIONPAGES"))
}
