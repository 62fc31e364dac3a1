//! The paragraphs of a long text, built in slices.
//!
//! These are elements made by hand, by measurement: as views 20,000 paragraphs took 6.8 s, as elements 2.3. They have no listeners of their
//! own; the view around them listens for all.

use super::passage::{Passage, paragraph_id};
use crate::i18n::fill;
use crate::model::{Block, BlockKind};
use crate::order::insert;
use crate::route::Place;
use crate::ui::components::terms::explained;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, with_text};
use crate::ui::web::timing::{next_task, now_ms};
use crate::ui::web::{bridge, marks};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlElement};

/// How many blocks make a slice: enough that `content-visibility` pays, few enough that one is built in a few milliseconds.
const SLICE: usize = 40;
/// Slices are built for this long before the browser gets a turn.
const TURN_MS: f64 = 40.0;

/// The slices of a text.
pub struct Slices {
    passage: Passage,
    /// The places of the slices; empty until they are built.
    places: Vec<El>,
    /// The number of the first paragraph of each slice.
    numbers: Vec<usize>,
    /// The levels of the headings, highest first.
    levels: Vec<u8>,
    /// A paragraph as all of them begin: its number, and its text still missing.
    blank: El,
}

impl Slices {
    /// The slices of a text, none of them built yet.
    pub fn new(passage: Passage) -> Self {
        let blocks = passage.blocks();
        let total = blocks.len().div_ceil(SLICE);
        let class = if total > 1 { "slice far" } else { "slice" };
        let places = (0..total).map(|_| el("div").class(class)).collect();
        Self { numbers: numbers(blocks), levels: heading_levels(blocks), blank: blank(), places, passage }
    }

    /// The places of all slices, in order.
    pub fn places(&self) -> Vec<El> {
        self.places.clone()
    }

    /// Builds all slices at once.
    pub fn build_all(&self) {
        (0..self.places.len()).for_each(|index| self.build(index));
    }

    /// Builds the slices that are left, giving the browser a turn after each few milliseconds.
    pub async fn build_rest(&self) {
        let mut turn_began = f64::NEG_INFINITY;
        for index in 0..self.places.len() {
            if now_ms() - turn_began > TURN_MS {
                next_task().await;
                turn_began = now_ms();
            }
            self.build(index);
        }
    }

    /// Builds what is seen first: the first slice and the one that has the block `at`.
    pub fn build_first(&self, at: Option<&str>) {
        self.build(0);
        self.build(self.slice_of(at));
    }

    /// The element that holds a block; its slice is built if it was not yet.
    pub fn paragraph(&self, block: &str) -> Option<HtmlElement> {
        let slice = self.slice_of(Some(block));
        self.build(slice);
        // Only this text is looked through: while a session is printed, its paragraphs are in the document twice.
        let children = self.places.get(slice)?.element().children();
        let id = paragraph_id(block);
        (0..children.length()).filter_map(|at| children.item(at)).find(|child| child.id() == id)?.dyn_into().ok()
    }

    /// The slice that holds a block; the first where there is none.
    fn slice_of(&self, at: Option<&str>) -> usize {
        at.and_then(|id| self.passage.blocks().iter().position(|block| block.id.as_str() == id)).unwrap_or(0) / SLICE
    }

    /// Builds a slice if it is not there yet.
    fn build(&self, index: usize) {
        let Some((place, number)) = self.places.get(index).zip(self.numbers.get(index)) else { return };
        if place.element().has_child_nodes() {
            return;
        }
        let mut number = *number;
        let speech = self.passage.place();
        for block in self.passage.blocks().iter().skip(index * SLICE).take(SLICE) {
            if block.kind == BlockKind::Heading {
                place.append(heading(block, &self.levels));
                continue;
            }
            place.append(self.numbered(&speech, block, number));
            number += 1;
        }
        marks::mark(place.element());
    }

    fn numbered(&self, place: &Place, block: &Block, number: usize) -> El {
        let ctx = &self.passage.ctx;
        let href = ctx.href_at(place.clone(), Some(block.id.as_str()));
        let number = number.to_string();
        let label = fill(ctx.t.paragraph, &[&number]);
        let para = self.blank.copy();
        para.element().set_id(&paragraph_id(block.id.as_str()));
        if let Some(link) = para.element().first_element_child() {
            let link: HtmlAnchorElement = link.unchecked_into();
            link.set_href(&href);
            link.set_title(&label);
            let _ = link.set_attribute("aria-label", &label);
            link.set_text_content(Some(&number));
        }
        para.set("data-block", block.id.as_str()).add(body(ctx, block))
    }
}

fn blank() -> El {
    el("div").class("para").set("tabindex", "-1").add(el("a").class("no"))
}

/// The number of the first paragraph of each slice. Headings are not numbered.
fn numbers(blocks: &[Block]) -> Vec<usize> {
    let mut number = 1;
    blocks
        .chunks(SLICE)
        .map(|slice| {
            let first = number;
            number += slice.iter().filter(|block| block.kind != BlockKind::Heading).count();
            first
        })
        .collect()
}

/// The page's title is h1, so the highest level that a text uses becomes h2, the next h3, and the rest h4.
fn heading(block: &Block, levels: &[u8]) -> El {
    let tag = match levels.iter().position(|level| *level == block.level.unwrap_or(1)) {
        Some(0) | None => "h2",
        Some(1) => "h3",
        Some(_) => "h4",
    };
    let words = bridge::words(block.text.as_deref().unwrap_or_default());
    let heading = words.iter().fold(el(tag).class("phrases"), |heading, word| heading.text(word).add(el("wbr")));
    heading.set("id", &paragraph_id(block.id.as_str())).set("tabindex", "-1")
}

/// The levels of headings that a text uses, highest first.
fn heading_levels(blocks: &[Block]) -> Vec<u8> {
    let mut levels = Vec::new();
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Heading) {
        insert(&mut levels, block.level.unwrap_or(1));
    }
    levels
}

fn body(ctx: &Ctx, block: &Block) -> El {
    let text = block.text.as_deref();
    let written = |place: El| match text {
        Some(text) => explained(ctx, place, text),
        None => place,
    };
    match block.kind {
        BlockKind::Heading | BlockKind::Paragraph => written(el("p")),
        BlockKind::Quote => el("blockquote").add(written(el("p"))),
        BlockKind::List => {
            let mut list = el("ul");
            for item in &block.items {
                list = list.add(explained(ctx, el("li"), item));
            }
            el("div").maybe(text.map(|_| written(el("p")))).add(list)
        }
        BlockKind::Table => {
            let (mut head, mut body) = (el("thead"), el("tbody"));
            for (at, row) in block.items.iter().enumerate() {
                let mut cells = el("tr");
                for cell in row.split('\t') {
                    cells = cells.add(if at == 0 { with_text("th", "", cell).set("scope", "col") } else { with_text("td", "", cell) });
                }
                if at == 0 {
                    head = head.add(cells);
                } else {
                    body = body.add(cells);
                }
            }
            let table = el("table").add(written(el("caption"))).add(head).add(body);
            el("div").class("scroll").set("tabindex", "0").set("role", "group").set("aria-label", ctx.t.table).add(table)
        }
    }
}
