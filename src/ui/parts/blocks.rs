//! The text of a speech or resolution: headings, numbered paragraphs, lists, quotations, tables.

use super::explained;
use crate::check::short;
use crate::digest::{Quote, quotation};
use crate::i18n::fill;
use crate::model::{Block, BlockKind, Speech};
use crate::order::insert;
use crate::route::{Place, nearest};
use crate::ui::live::{effect, live, spawn};
use crate::ui::state::Ctx;
use crate::ui::timing::{next_task, now_ms};
use crate::ui::{clipboard, navigation};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

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
/// off screen cheap. The slice with the linked block is built first.
#[component]
pub fn Prose(
    /// The session and language.
    ctx: Ctx,
    /// The position of the speech in the session's list.
    position: usize,
    /// The block that the link names; tracked, so that following a link within the text moves the mark.
    at: Memo<Option<String>>,
) -> impl IntoView {
    let passage = Passage { ctx, position };
    let blocks = passage.blocks();
    let total = blocks.len().div_ceil(SLICE);
    let first = slice_of(blocks, at.get_untracked().as_deref());
    let slices: Vec<RwSignal<bool>> = (0..total).map(|index| RwSignal::new(index == first || index == 0)).collect();
    let numbers = numbers(blocks);
    let levels = heading_levels(blocks);
    let class = if total > 1 { "slice far" } else { "slice" };
    let views = slices.iter().zip(numbers).enumerate().map(|(index, (is_built, number))| {
        let (passage, is_built, levels) = (passage.clone(), *is_built, levels.clone());
        view! { <div class=class>{live(move || is_built.get().then(|| slice(&passage, index, number, &levels)).into_any())}</div> }
    });
    let views = views.collect_view();
    mark_wanted(passage.clone(), slices.clone(), at);
    build_rest(slices);
    let lang = passage.ctx.content_lang();
    let gone = {
        let passage = passage.clone();
        live(move || gone_notice(&passage, at.get()).into_any())
    };
    view! {
        {gone}
        <div class="prose" lang=lang on:click=move |event| use_tool(&passage, &event)>{views}</div>
    }
}

/// A speech of the open session, without a copy of it.
#[derive(Clone)]
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
fn build_rest(slices: Vec<RwSignal<bool>>) {
    spawn(async move {
        let mut turn_began = now_ms();
        for is_built in slices {
            match is_built.try_get_untracked() {
                None => return,
                Some(true) => continue,
                Some(false) => {}
            }
            if now_ms() - turn_began > TURN_MS {
                next_task().await;
                turn_began = now_ms();
            }
            if is_built.try_set(true).is_some() {
                return;
            }
            // The view is built in a microtask; wait for it, so that the time it takes counts.
            leptos::task::tick().await;
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

fn gone_notice(passage: &Passage, at: Option<String>) -> Option<AnyView> {
    let at = at?;
    let found = resolve(passage.blocks(), Some(&at))?;
    (found != at)
        .then(|| view! { <p class="note" role="status"><bdi>{fill(passage.ctx.t.paragraph_gone, &[&short(&at)])}</bdi></p> }.into_any())
}

/// Marks the wanted block and scrolls to it, now and whenever the link changes; its slice is built if it was not yet.
fn mark_wanted(passage: Passage, slices: Vec<RwSignal<bool>>, at: Memo<Option<String>>) {
    let mut is_first = true;
    effect(move || {
        let is_first = std::mem::take(&mut is_first);
        let at = at.get();
        let wanted = resolve(passage.blocks(), at.as_deref()).map(paragraph_id);
        if let Some(is_built) = slices.get(slice_of(passage.blocks(), at.as_deref()))
            && !is_built.get_untracked()
        {
            is_built.set(true);
        }
        let app = passage.ctx.app;
        navigation::after_paint(move || {
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
                    navigation::focus(&element);
                }
                navigation::reveal(app, &element);
            }
        });
    });
}

fn slice(passage: &Passage, index: usize, mut number: usize, levels: &[u8]) -> AnyView {
    let blocks = passage.blocks().iter().skip(index * SLICE).take(SLICE);
    let place = passage.place();
    let views = blocks.map(|block| {
        if block.kind == BlockKind::Heading {
            return heading(block, levels);
        }
        let this = number;
        number += 1;
        numbered(&passage.ctx, &place, block, this)
    });
    views.collect_view().into_any()
}

/// The page's title is h1, so the highest level that a text uses becomes h2, the next h3, and the rest h4.
fn heading(block: &Block, levels: &[u8]) -> AnyView {
    let id = paragraph_id(block.id.as_str());
    let text = block.text.as_deref().unwrap_or_default().to_owned();
    match levels.iter().position(|level| *level == block.level.unwrap_or(1)) {
        Some(0) | None => view! { <h2 id=id tabindex="-1">{text}</h2> }.into_any(),
        Some(1) => view! { <h3 id=id tabindex="-1">{text}</h3> }.into_any(),
        Some(_) => view! { <h4 id=id tabindex="-1">{text}</h4> }.into_any(),
    }
}

/// The levels of headings that a text uses, highest first.
fn heading_levels(blocks: &[Block]) -> Vec<u8> {
    let mut levels = Vec::new();
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Heading) {
        insert(&mut levels, block.level.unwrap_or(1));
    }
    levels
}

fn numbered(ctx: &Ctx, place: &Place, block: &Block, number: usize) -> AnyView {
    let t = ctx.t;
    let href = ctx.href_at(place.clone(), Some(block.id.as_str()));
    let label = fill(t.paragraph, &[&number.to_string()]);
    let tools = view! {
        <span class="tools" role="group" aria-label=fill(t.paragraph_tools, &[&number.to_string()])>
            <button class="ico link" type="button" data-copy="link" title=t.copy_link aria-label=t.copy_link></button>
            <button class="ico quote" type="button" data-copy="quote" title=t.copy_quote aria-label=t.copy_quote></button>
        </span>
    };
    view! {
        <div class="para" id=paragraph_id(block.id.as_str()) tabindex="-1" data-block=block.id.to_string()>
            <a class="no" href=href title=label.clone() aria-label=label>{number}</a>
            {body(ctx, block)}
            {tools}
        </div>
    }
    .into_any()
}

fn body(ctx: &Ctx, block: &Block) -> AnyView {
    let text = block.text.as_deref().map(|text| explained(ctx, text));
    match block.kind {
        BlockKind::Heading | BlockKind::Paragraph => view! { <p>{text}</p> }.into_any(),
        BlockKind::Quote => view! { <blockquote><p>{text}</p></blockquote> }.into_any(),
        BlockKind::List => {
            let items = block.items.iter().map(|item| view! { <li>{explained(ctx, item)}</li> });
            view! { <div>{text.map(|text| view! { <p>{text}</p> })}<ul>{items.collect_view()}</ul></div> }.into_any()
        }
        BlockKind::Table => {
            let mut rows = block.items.iter().map(|row| row.split('\t').map(ToOwned::to_owned).collect::<Vec<_>>());
            let head = rows.next().unwrap_or_default().into_iter().map(|cell| view! { <th scope="col">{cell}</th> });
            let rows = rows.map(|row| view! { <tr>{row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> });
            view! {
                <div class="scroll" tabindex="0" role="group" aria-label=ctx.t.table>
                    <table>
                        <caption>{text}</caption>
                        <thead><tr>{head.collect_view()}</tr></thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any()
        }
    }
}

/// One listener for the tools of all paragraphs.
fn use_tool(passage: &Passage, event: &web_sys::MouseEvent) {
    let ctx = &passage.ctx;
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    let Some(button) = target.closest("button[data-copy]").ok().flatten() else { return };
    let Some(id) = button.closest("[data-block]").ok().flatten().and_then(|para| para.get_attribute("data-block")) else { return };
    let link = clipboard::absolute(&ctx.href_at(passage.place(), Some(&id)));
    if button.get_attribute("data-copy").as_deref() == Some("link") {
        clipboard::copy(ctx.app, &link, if ctx.is_public() { ctx.t.copied_link } else { ctx.t.copied_local_link });
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
