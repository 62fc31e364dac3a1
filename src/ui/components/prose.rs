//! The text of a speech or resolution: headings, numbered paragraphs, lists, quotations, tables.

use crate::check::short;
use crate::digest::{Quote, quotation};
use crate::i18n::fill;
use crate::model::{Block, BlockKind, Speech};
use crate::order::insert;
use crate::route::{Place, nearest};
use crate::ui::actions::{clipboard, navigation};
use crate::ui::components::highlight;
use crate::ui::components::terms::{explained, toggle};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, el, link, with_text};
use crate::ui::web::task::{effect, spawn};
use crate::ui::web::timing::{next_task, now_ms};
use crate::ui::web::{focus, timing};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// How many blocks make a slice: enough that `content-visibility` pays, few enough that one is built in a few milliseconds.
const SLICE: usize = 40;
/// Slices are built for this long before the browser gets a turn.
const TURN_MS: f64 = 24.0;

/// The id of the element that holds a block; the prefix keeps ids from a file apart from the page's own.
fn paragraph_id(block: &str) -> String {
    format!("b-{block}")
}

/// A long text, built slice by slice so that the first lines show at once and the page never stops answering.
///
/// All text ends up in the document, so that find-in-page, printing and screen readers have it; `content-visibility` keeps what is
/// off screen cheap. The slice with the linked block is built first. `position` is the speech's in the session's list; `at` is the block
/// that the link names, tracked, so that following a link within the text moves the mark. On paper there is none, and all is built at once.
pub fn prose(ctx: &Ctx, position: usize, at: Option<Memo<Option<String>>>) -> Vec<El> {
    let passage = Passage { ctx: ctx.clone(), position };
    let blocks = passage.blocks();
    let total = blocks.len().div_ceil(SLICE);
    let class = if total > 1 { "slice far" } else { "slice" };
    let slices = (0..total).map(|_| el("div").class(class)).collect();
    let prose = Rc::new(Prose { numbers: numbers(blocks), levels: heading_levels(blocks), tools: tools(ctx), slices, passage });
    let place = el("div").class("prose").lang(&ctx.content_lang()).all(prose.slices.clone());
    let Some(at) = at else {
        (0..total).for_each(|index| prose.build(index));
        return vec![place];
    };
    let first = slice_of(prose.passage.blocks(), at.get_untracked().as_deref());
    prose.build(0);
    prose.build(first);
    mark_wanted(prose.clone(), at);
    build_rest(prose.clone());
    let gone = prose.clone();
    let gone = el("div").class("live").follow(Box::new(move || gone_notice(&gone.passage, at.get()).into_iter().collect()));
    let (pressed, typed) = (prose.clone(), prose.clone());
    let place = place.on("click", Box::new(move |event| use_tool(&pressed.passage, &event))).on(
        "keydown",
        Box::new(move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| matches!(event.key().as_str(), "Enter" | " "))
                && target(&event).is_some_and(|target| toggle(&typed.passage.ctx, &target))
            {
                event.prevent_default();
            }
        }),
    );
    vec![gone, place]
}

/// A text that is shown, or on its way to be.
struct Prose {
    passage: Passage,
    /// The places of the slices; empty until they are built.
    slices: Vec<El>,
    /// The number of the first paragraph of each slice.
    numbers: Vec<usize>,
    /// The levels of the headings, highest first.
    levels: Vec<u8>,
    /// The tools of a paragraph, to be copied.
    tools: El,
}

impl Prose {
    /// Builds a slice if it is not there yet.
    fn build(&self, index: usize) {
        let Some((place, number)) = self.slices.get(index).zip(self.numbers.get(index)) else { return };
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
        highlight::mark(place.element());
    }

    fn numbered(&self, place: &Place, block: &Block, number: usize) -> El {
        let ctx = &self.passage.ctx;
        let href = ctx.href_at(place.clone(), Some(block.id.as_str()));
        let number = number.to_string();
        let label = fill(ctx.t.paragraph, &[&number]);
        let tools = self.tools.copy().set("aria-label", &fill(ctx.t.paragraph_tools, &[&number]));
        let number = link(&href, &number).class("no").set("title", &label).set("aria-label", &label);
        let para = el("div").class("para").set("id", &paragraph_id(block.id.as_str())).set("tabindex", "-1");
        para.set("data-block", block.id.as_str()).add(number).add(body(ctx, block)).add(tools)
    }
}

/// The tools of a paragraph, but for the label that has its number.
fn tools(ctx: &Ctx) -> El {
    let button = |class: &str, copies: &str, label: &str| {
        el("button").class(class).set("type", "button").set("data-copy", copies).set("title", label).set("aria-label", label)
    };
    let tools = el("span").class("tools").set("role", "group");
    tools.add(button("ico link", "link", ctx.t.copy_link)).add(button("ico quote", "quote", ctx.t.copy_quote))
}

/// A speech of the open session, without a copy of it.
struct Passage {
    ctx: Ctx,
    position: usize,
}

impl Passage {
    fn speech(&self) -> Option<&Speech> {
        self.ctx.session().speeches.get(self.position)
    }

    fn blocks(&self) -> &[Block] {
        self.speech().map(|speech| speech.blocks.as_slice()).unwrap_or_default()
    }

    fn place(&self) -> Place {
        self.speech().map_or(Place::Speeches, |speech| Place::Speech(speech.id.clone()))
    }
}

/// The slice that holds the wanted block; the first where none is wanted.
fn slice_of(blocks: &[Block], at: Option<&str>) -> usize {
    let wanted = resolve(blocks, at);
    wanted.and_then(|id| blocks.iter().position(|block| block.id.as_str() == id)).unwrap_or(0) / SLICE
}

/// Builds the slices that are left, giving the browser a turn after each few milliseconds; stops when the text is left.
fn build_rest(prose: Rc<Prose>) {
    spawn(async move {
        let mut turn_began = f64::NEG_INFINITY;
        for (index, place) in prose.slices.iter().enumerate() {
            if now_ms() - turn_began > TURN_MS {
                next_task().await;
                turn_began = now_ms();
            }
            // In the first of these turns the text is in the page, and as long as it is shown.
            if !place.element().is_connected() {
                return;
            }
            prose.build(index);
        }
    });
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

/// The block that a link means: itself, or the nearest one.
fn resolve<'b>(blocks: &'b [Block], at: Option<&str>) -> Option<&'b str> {
    let at = at?;
    let ids = || blocks.iter().map(|block| block.id.as_str());
    ids().find(|id| *id == at).or_else(|| nearest(at, ids()))
}

fn gone_notice(passage: &Passage, at: Option<String>) -> Option<El> {
    let at = at?;
    let found = resolve(passage.blocks(), Some(&at))?;
    (found != at).then(|| el("p").class("note").set("role", "status").add(bdi(&fill(passage.ctx.t.paragraph_gone, &[&short(&at)]))))
}

/// Marks the wanted block and scrolls to it, now and whenever the link changes; its slice is built if it was not yet.
fn mark_wanted(prose: Rc<Prose>, at: Memo<Option<String>>) {
    let mut is_first = true;
    effect(move || {
        let is_first = std::mem::take(&mut is_first);
        let at = at.get();
        let blocks = prose.passage.blocks();
        let wanted = resolve(blocks, at.as_deref()).map(paragraph_id);
        prose.build(slice_of(blocks, at.as_deref()));
        let app = prose.passage.ctx.app;
        timing::after_paint(move || {
            let document = document();
            if let Ok(marked) = document.query_selector_all(".prose .hit") {
                for index in 0..marked.length() {
                    if let Some(element) = marked.get(index).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
                        let _ = element.class_list().remove_1("hit");
                    }
                }
            }
            let wanted = wanted.and_then(|id| document.get_element_by_id(&id));
            if let Some(element) = wanted.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = element.class_list().add_1("hit");
                // On arrival the heading has the focus; a link within the text takes it along.
                if !is_first {
                    focus::focus(&element);
                }
                navigation::reveal(app, &element);
            }
        });
    });
}

/// The page's title is h1, so the highest level that a text uses becomes h2, the next h3, and the rest h4.
fn heading(block: &Block, levels: &[u8]) -> El {
    let tag = match levels.iter().position(|level| *level == block.level.unwrap_or(1)) {
        Some(0) | None => "h2",
        Some(1) => "h3",
        Some(_) => "h4",
    };
    let heading = with_text(tag, "", block.text.as_deref().unwrap_or_default());
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

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// One listener for the terms and the tools of all paragraphs.
fn use_tool(passage: &Passage, event: &Event) {
    let ctx = &passage.ctx;
    let Some(target) = target(event) else { return };
    if toggle(ctx, &target) {
        return;
    }
    let Some(button) = target.closest("button[data-copy]").ok().flatten() else { return };
    let Some(id) = button.closest("[data-block]").ok().flatten().and_then(|para| para.get_attribute("data-block")) else { return };
    let link = ctx.absolute(&ctx.href_at(passage.place(), Some(&id)));
    if button.get_attribute("data-copy").as_deref() == Some("link") {
        clipboard::copy(ctx.app, &link, ctx.link_copied());
        return;
    }
    let Some(speech) = passage.speech() else { return };
    let Some(block) = speech.blocks.iter().find(|block| block.id.as_str() == id) else { return };
    let mut text = block.text.as_deref().unwrap_or_default().to_owned();
    for item in &block.items {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(item);
    }
    let quote =
        Quote { session: ctx.session(), lookup: &ctx.opened.lookup, speech, text: &text, link: ctx.is_public().then_some(link.as_str()) };
    clipboard::copy(ctx.app, &quotation(ctx.lang, &quote), ctx.t.copied_quote);
}
