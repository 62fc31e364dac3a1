//! A session on paper: the chosen sections as one document, printed and taken away again.
//!
//! The document is made of the pages themselves. On the screen it is not shown, so the reader stays where they were.

use crate::route::{BudgetPlace, Place, Route};
use crate::ui::app::session;
use crate::ui::components::imprint::{imprint, link};
use crate::ui::pages::budget::BudgetOnPaper;
use crate::ui::state::{App, Ctx, Load};
use crate::ui::web::dom::{El, el, with_text};
use crate::ui::web::task::effect;
use crate::ui::web::timing::after_paint;
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

/// Prints what the reader chose, and takes the document away when the place changes.
pub fn install(app: App) {
    // The choice is taken without a notice: the document lives until it is printed.
    effect(move || {
        app.printed.track();
        let chosen = app.printed.try_update_untracked(std::mem::take).unwrap_or_default();
        if let (Load::Ready(opened), Route::Session { door, .. }, false) =
            (app.session.get_untracked(), app.route.get_untracked(), chosen.is_empty())
        {
            print(&Ctx::new(app, opened, door, app.lang.get_untracked()), &chosen);
        }
    });
    effect(move || {
        app.route.track();
        discard();
    });
}

/// Prints the chosen sections.
fn print(ctx: &Ctx, chosen: &[Place]) {
    discard();
    let owner = Owner::new();
    let mut views = Vec::new();
    let place = owner.with(|| {
        provide_context(ctx.clone());
        let head = el("header").all(session::notices(ctx)).add(session::full_head(ctx)).add(imprint(ctx, link(ctx, Place::Overview)));
        let mut paper = el("div").class("paper").add(head);
        for place in chosen.iter().flat_map(|place| pages(ctx, place)) {
            let part = el("section").class(if place == Place::Overview { "part overview" } else { "part" });
            let content = match budget_of(ctx, &place) {
                Some(position) => Some(view! { <BudgetOnPaper position/> }.into_any()),
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
fn discard() {
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
