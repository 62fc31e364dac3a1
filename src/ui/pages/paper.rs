//! A session on paper: the chosen sections as one document, printed and taken away again.
//!
//! The document is made of the pages themselves. On the screen it is not shown, so the reader stays where they were.

use super::{budget, session};
use crate::route::{BudgetPlace, Place};
use crate::ui::dom::{El, el, with_text};
use crate::ui::navigation::after_paint;
use crate::ui::state::Ctx;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// What is to be printed, with what keeps it alive.
struct Sheets {
    place: El,
    owner: Owner,
    views: Vec<<AnyView as Render>::State>,
}

thread_local! {
    static SHEETS: RefCell<Option<Sheets>> = const { RefCell::new(None) };
}

/// Prints the chosen sections.
pub(super) fn print(ctx: &Ctx, chosen: &[Place]) {
    discard();
    let owner = Owner::new();
    let mut views = Vec::new();
    let place = owner.with(|| {
        let head = el("header").all(session::notices(ctx)).add(session::full_head(ctx)).add(imprint(ctx, link(ctx, Place::Overview)));
        let mut paper = el("div").class("paper").add(head);
        for place in chosen.iter().flat_map(|place| pages(ctx, place)) {
            let part = el("section").class(if place == Place::Overview { "part overview" } else { "part" });
            let content = match budget_of(ctx, &place) {
                Some(position) => {
                    budget::paper(ctx, position, &part);
                    None
                }
                None => session::content(ctx, &place, None).1,
            };
            if let Some(content) = content {
                let mut view = content.build();
                view.mount(part.element(), None);
                views.push(view);
            }
            // The head of the document is that of the overview too.
            if let Ok(Some(heading)) = part.element().query_selector("h1") {
                let _ = heading.insert_adjacent_element("afterend", with_text("p", "at", &link(ctx, place)).element());
            }
            paper = paper.add(part);
        }
        paper
    });
    // The overview has the agenda in short; once is enough.
    if chosen.contains(&Place::Agenda)
        && let Ok(Some(agenda)) = place.element().query_selector(".overview .agenda")
        && let Ok(Some(section)) = agenda.closest("section:not(.part)")
    {
        section.remove();
    }
    if let Some(body) = document().body() {
        let _ = body.insert_before(place.element(), body.first_child().as_ref());
    }
    SHEETS.set(Some(Sheets { place, owner, views }));
    // What follows signals is there after the next turn.
    after_paint(|| {
        let done: Box<dyn FnMut(Event)> = Box::new(|_| discard());
        window().set_onafterprint(Some(Closure::wrap(done).into_js_value().unchecked_ref()));
        let _ = window().print();
    });
}

/// Takes the document away.
pub(super) fn discard() {
    if let Some(Sheets { place, owner, mut views }) = SHEETS.take() {
        owner.cleanup();
        views.iter_mut().for_each(Mountable::unmount);
        place.element().remove();
    }
}

/// The pages that a section is printed as: every speech, every budget.
fn pages(ctx: &Ctx, place: &Place) -> Vec<Place> {
    match place {
        Place::Speeches => ctx.session().speeches.iter().map(|speech| Place::Speech(speech.id.clone())).collect(),
        Place::Budgets => ctx.session().budgets.iter().map(|budget| Place::Budget(Box::new(BudgetPlace::new(budget.id.clone())))).collect(),
        other => vec![other.clone()],
    }
}

fn budget_of(ctx: &Ctx, place: &Place) -> Option<usize> {
    let Place::Budget(place) = place else { return None };
    ctx.session().budgets.iter().position(|budget| budget.id == place.budget)
}

/// The link of a place as text, where others can open it.
pub(super) fn link(ctx: &Ctx, place: Place) -> String {
    if ctx.is_public() { ctx.absolute(&ctx.href(place)) } else { ctx.t.only_here.to_owned() }
}

/// What a page says on paper only: which session it is of, what it was made from, and its link.
pub(super) fn imprint(ctx: &Ctx, link: String) -> El {
    let session = ctx.session();
    let dates = crate::i18n::dates::span(ctx.lang, &session.dates).unwrap_or_default();
    let mut imprint = el("div").class("imprint").add(with_text("p", "of", &session.title).text(" · ").text(&dates));
    for source in &session.sources {
        let from = with_text("p", "", ctx.t.sources).text(" · ").text(&source.title);
        imprint = imprint.add(from.text(" ").text(source.url.as_deref().unwrap_or_default()));
    }
    imprint.add(with_text("p", "at", &link))
}
