//! The way through the tags of a page: lines of text and tables, each with the element that holds it.

use super::table::Table;
use crate::import::document::{Block, Paragraph};
use html5gum::StartTag;

/// What stands within a line; every other tag ends one.
pub const INLINE: [&str; 21] = [
    "a", "abbr", "b", "big", "code", "em", "font", "i", "img", "ins", "label", "mark", "o:p", "s", "small", "span", "strong", "sub", "sup",
    "u", "wbr",
];

/// Tags that have no end.
pub const VOID: [&str; 11] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"];

/// Tags that hold paragraphs.
const HOLDERS: [&str; 24] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "main",
    "nav",
    "ol",
    "section",
    "table",
    "td",
    "th",
    "ul",
    "mp-common-profile",
];

/// How deep elements are told apart; what is deeper is of the last that is.
const DEEPEST: usize = 400;
/// How deep tables in tables are read.
const DEEPEST_TABLE: usize = 40;
/// The most paragraphs and cells that are read; a page of a whole budget has some ten thousand.
pub const MOST_PARTS: usize = 200_000;
/// How many columns cells may pass over, or take below themselves, in all tables of the page.
const MOST_STEPS: usize = 20_000_000;

/// A paragraph or a table of a page, with what tells text from what is around it.
pub struct Part {
    /// What it is.
    pub block: Block,
    /// The element that holds it.
    pub node: usize,
    /// How many characters it has.
    pub signs: usize,
    /// How many of them are links.
    pub links: usize,
}

/// An element that holds paragraphs; the first one is the page.
#[derive(Clone, Copy, Default)]
pub struct Node {
    /// The element that it is in, which comes before it.
    pub parent: usize,
    /// Whether the page hides it.
    pub is_hidden: bool,
    /// Whether it says itself that it is beside the text: navigation and the like.
    pub is_aside: bool,
}

/// What was found so far.
#[derive(Default)]
pub struct Walk {
    /// Titles that the page tells of itself.
    pub titles: Vec<String>,
    text: String,
    /// Characters of the text that are links.
    links: usize,
    is_link: bool,
    heading: Option<u8>,
    tables: Vec<Table>,
    /// Tables that are too deep to be told apart.
    ignored: usize,
    parts: Vec<Part>,
    open: Vec<(String, usize)>,
    nodes: Vec<Node>,
    /// Paragraphs and cells that were read, and columns that were looked at.
    count: usize,
    steps: usize,
}

impl Walk {
    /// A start tag.
    pub fn start(&mut self, name: &str, tag: &StartTag<()>) {
        if name == "a" {
            self.is_link = tag.attributes.contains_key(b"href".as_slice());
        }
        if INLINE.contains(&name) {
            return;
        }
        self.flush();
        self.heading = name.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level));
        if matches!(name, "tr" | "td" | "th") {
            let outer = self.open.iter().rposition(|(open, _)| open == "table").map_or(0, |at| at + 1);
            if !self.tables.is_empty() {
                self.open.truncate(outer);
            }
        } else if name == "p" {
            self.shut("p");
        }
        let is_hidden = super::is_hidden(tag);
        if HOLDERS.contains(&name) || (is_hidden && !VOID.contains(&name)) {
            self.hold(name, is_hidden);
        }
        match name {
            "table" if self.tables.len() >= DEEPEST_TABLE => self.ignored += 1,
            "table" => {
                if let Some(table) = self.tables.last_mut() {
                    table.has_tables = true;
                }
                let node = self.node();
                self.tables.push(Table::new(node));
            }
            "tr" => self.tables.last_mut().into_iter().for_each(Table::row),
            "td" | "th" => self.steps += self.tables.last_mut().map_or(0, |table| table.open(tag)),
            _ => {}
        }
    }

    /// An end tag.
    pub fn end(&mut self, name: &str) {
        if name == "a" {
            self.is_link = false;
        }
        if INLINE.contains(&name) {
            return;
        }
        self.flush();
        self.heading = None;
        match name {
            "td" | "th" | "tr" => self.tables.last_mut().into_iter().for_each(Table::close),
            "table" if self.ignored > 0 => self.ignored -= 1,
            "table" => {
                let Some(table) = self.tables.pop() else { return };
                let mut parts = table.finish();
                self.tables.last_mut().map_or(&mut self.parts, |outer| &mut outer.parts).append(&mut parts);
            }
            _ => {}
        }
        self.shut(name);
    }

    /// Text. What takes no place is none.
    pub fn push(&mut self, text: &str) {
        let start = self.text.len();
        self.text.extend(text.chars().filter(|sign| !matches!(sign, '\u{200b}' | '\u{feff}')));
        if self.is_link {
            self.links += self.text.get(start..).map_or(0, signs);
        }
    }

    /// Whether nothing more is read.
    pub fn is_full(&self) -> bool {
        self.count >= MOST_PARTS || self.steps >= MOST_STEPS
    }

    /// What stands in the page, its elements and its titles.
    pub fn finish(mut self) -> (Vec<Part>, Vec<Node>, Vec<String>) {
        self.ignored = 0;
        while !self.tables.is_empty() {
            self.end("table");
        }
        self.flush();
        (self.parts, self.nodes, self.titles)
    }

    fn node(&self) -> usize {
        self.open.last().map_or(0, |(_, node)| *node)
    }

    fn hold(&mut self, name: &str, is_hidden: bool) {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let parent = self.node();
        let mut node = Node { parent, ..self.nodes.get(parent).copied().unwrap_or_default() };
        node.parent = parent;
        node.is_hidden |= is_hidden && name != "body";
        node.is_aside |= matches!(name, "nav" | "footer" | "aside");
        if self.open.len() < DEEPEST {
            self.open.push((name.to_owned(), self.nodes.len()));
            self.nodes.push(node);
        }
    }

    /// Ends an element and what is open in it; nothing out of a cell is ended within it.
    fn shut(&mut self, name: &str) {
        let is_end = |open: &str| open == name;
        let at = self.open.iter().rposition(|(open, _)| is_end(open) || (open == "table" && name != "table"));
        if let Some(at) = at.filter(|at| self.open.get(*at).is_some_and(|(open, _)| is_end(open))) {
            self.open.truncate(at);
        }
    }

    /// Ends a line. Blanks count once, and a blank that does not break is one.
    fn flush(&mut self) {
        let links = std::mem::take(&mut self.links);
        let text = std::mem::take(&mut self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        if let Some(table) = self.tables.last_mut() {
            table.push(&text);
        }
        self.count += 1;
        let (signs, node) = (signs(&text), self.node());
        let block = Block::Paragraph(Paragraph { text, heading: self.heading, number: None });
        self.tables.last_mut().map_or(&mut self.parts, |table| &mut table.parts).push(Part { block, node, signs, links });
    }
}

fn signs(text: &str) -> usize {
    text.chars().filter(|sign| !sign.is_whitespace()).count()
}
