//! The text of a speech: headings, numbered paragraphs, lists, quotations, tables.

mod marked;
mod passage;
mod slices;

use crate::check::short;
use crate::i18n::fill;
use crate::ui::actions::{clipboard, navigation};
use crate::ui::components::terms::{close, toggle};
use crate::ui::state::use_ctx;
use crate::ui::web::dom::built;
use crate::ui::web::task::{Task, effect};
use crate::ui::web::{bridge, focus, timing};
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use marked::Marked;
use passage::Passage;
use slices::Slices;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, ScrollLogicalPosition};

/// A long text, built slice by slice so that the first lines show at once and the page never stops answering.
///
/// All text ends up in the document, so that find-in-page, printing and screen readers have it; `content-visibility` keeps what is
/// off screen cheap. The slice with the linked block is built first. Following a link within the text moves the mark. On paper no block is
/// named, and all is built at once.
#[component]
pub fn Prose(
    /// The speech's position in the list of the session around.
    position: usize,
    /// The block that the link names; none on paper.
    at: Option<Memo<Option<String>>>,
) -> impl IntoView {
    let ctx = use_ctx();
    let lang = ctx.content_lang();
    let passage = Passage { ctx, position };
    let slices = Rc::new(Slices::new(passage.clone()));
    let places = slices.places();
    let Some(at) = at else {
        slices.build_all();
        return view! { <div class="prose" lang=lang>{built(places)}</div> }.into_any();
    };
    slices.build_first(passage.resolve(at.get_untracked().as_deref()));
    let place = NodeRef::new();
    mark_wanted(slices.clone(), passage.clone(), place, at);
    // Ends with the view.
    let rest: Task<()> = Box::pin(async move { slices.build_rest().await });
    spawn_local_scoped_with_cancellation(rest);
    // One listener for the terms and the tools of all paragraphs.
    let (pressed, typed, noted) = (passage.clone(), passage.clone(), passage);
    let press = move |event: ev::MouseEvent| use_tool(&pressed, &event);
    let key = move |event: ev::KeyboardEvent| {
        let is_done = match event.key().as_str() {
            "Enter" | " " => target(&event).is_some_and(|target| toggle(&typed.ctx, &target)),
            "Escape" => close().is_some(),
            _ => false,
        };
        if is_done {
            event.prevent_default();
        }
    };
    view! {
        {move || gone_notice(&noted, at.get())}
        <div class="prose" lang=lang node_ref=place on:click=press on:keydown=key>{built(places)}</div>
    }
    .into_any()
}

/// Says that the block that the link names is not there.
fn gone_notice(passage: &Passage, at: Option<String>) -> Option<AnyView> {
    let at = at?;
    let found = passage.resolve(Some(&at))?;
    let words = || fill(passage.ctx.t.paragraph_gone, &[&short(&at)]);
    (found != at).then(|| view! { <p class="note" role="status"><bdi>{words()}</bdi></p> }.into_any())
}

/// Marks the wanted block and scrolls to it, now and whenever the link changes; its slice is built if it was not yet.
fn mark_wanted(slices: Rc<Slices>, passage: Passage, place: NodeRef<Div>, at: Memo<Option<String>>) {
    let app = passage.ctx.app;
    let marked = Rc::new(Marked::new(&passage));
    let mut is_first = true;
    effect(move || {
        let is_first = std::mem::take(&mut is_first);
        let wanted = passage.resolve(at.get().as_deref()).and_then(|id| slices.paragraph(id));
        let marked = marked.clone();
        // Whoever arrives finds it marked with the first paint: nothing moves afterwards.
        if let Some(element) = wanted.as_ref().filter(|_| is_first) {
            marked.put(element, true);
        }
        timing::after_paint(move || {
            // The text may have been left meanwhile.
            let Some(place) = place.try_get_untracked().flatten() else { return };
            if !is_first && let Ok(Some(former)) = place.query_selector(".hit") {
                let _ = former.class_list().remove_1("hit");
                marked.take_away();
            }
            let Some(element) = wanted else { return };
            // On arrival the heading has the focus; a link within the text takes it along.
            if !is_first {
                marked.put(&element, false);
                focus::focus(&element);
            }
            match marked.shown_card() {
                Some(card) => navigation::reveal_at(app, &card, ScrollLogicalPosition::Start),
                None => navigation::reveal(app, &element),
            }
        });
    });
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Opens the term or does what the tool of a paragraph says that was pressed.
fn use_tool(passage: &Passage, event: &Event) {
    let ctx = &passage.ctx;
    let Some(target) = target(event) else { return };
    if toggle(ctx, &target) {
        return;
    }
    let Some(button) = target.closest("button[data-copy]").ok().flatten() else { return };
    let Some(id) = button.closest("[data-block]").ok().flatten().and_then(|para| para.get_attribute("data-block")) else { return };
    match button.get_attribute("data-copy").as_deref() {
        Some("link") => clipboard::copy(ctx.app, &passage.link(&id), ctx.link_copied()),
        Some("share") => bridge::share(&document().title(), &passage.link(&id)),
        _ => {
            if let Some(quotation) = passage.quote(&id) {
                clipboard::copy(ctx.app, &quotation, ctx.t.copied_quote);
            }
        }
    }
}
