//! A session on paper: the chosen sections as one document, printed and taken away again.
//!
//! The document is made of the pages themselves. On the screen it is not shown, so the reader stays where they were.

use crate::route::{BudgetPlace, Place, Route};
use crate::ui::app::session::{FullHead, Notices, content};
use crate::ui::components::imprint::{Imprint, printed_link};
use crate::ui::parts;
use crate::ui::state::{App, Ctx, Load, use_ctx};
use crate::ui::web::dom::with_text;
use crate::ui::web::timing::after_paint;
use leptos::html;
use leptos::prelude::*;

/// The document, from the moment that the reader has chosen what to print until it is printed or another place is shown.
#[component]
pub fn Paper() -> impl IntoView {
    let app = App::current();
    Effect::new(move |_| {
        app.route.track();
        if app.printed.with_untracked(|printed| !printed.is_empty()) {
            app.printed.set(Vec::new());
        }
    });
    move || {
        let chosen = app.printed.get();
        let (Load::Ready(opened), Route::Session { source, .. }, false) =
            (app.session.get_untracked(), app.route.get_untracked(), chosen.is_empty())
        else {
            return ().into_any();
        };
        provide_context(Ctx::new(app, opened, source, app.lang.get_untracked()));
        // The document is printed as soon as it is there, so all its pages must be.
        let document = move || view! { <Document chosen=chosen.clone()/> }.into_any();
        parts::with_all_pages(app, document, Callback::new(move |()| app.printed.set(Vec::new())))
    }
}

/// The chosen sections.
#[component]
fn Document(
    /// The sections, in the order of the session.
    chosen: Vec<Place>,
) -> impl IntoView {
    let ctx = use_ctx();
    let app = ctx.app;
    let parts: Vec<_> = chosen.iter().flat_map(|place| pages(&ctx, place)).map(|place| view! { <Part place/> }.into_any()).collect();
    let done = window_event_listener_untyped("afterprint", move |_| app.printed.set(Vec::new()));
    on_cleanup(move || done.remove());
    // What follows signals is there after the next turn.
    after_paint(|| {
        let _ = window().print();
    });
    view! {
        <div class="paper">
            <header>
                <Notices/>
                <FullHead/>
                <Imprint link=printed_link(&ctx, Place::Overview)/>
            </header>
            {parts}
        </div>
    }
    .into_any()
}

/// A page as a part of the document, with its link under its heading.
#[component]
fn Part(
    /// The page.
    place: Place,
) -> impl IntoView {
    let ctx = use_ctx();
    let class = if place == Place::Overview { "part overview" } else { "part" };
    let link = printed_link(&ctx, place.clone());
    let content = match budget_of(&ctx, &place) {
        Some(position) => parts::budget_paper(position),
        None => content(&ctx, &place, None).1,
    };
    let part = NodeRef::<html::Section>::new();
    part.on_load(move |part| {
        // The head of the document is that of the overview too.
        if let Ok(Some(heading)) = part.query_selector("h1") {
            let _ = heading.insert_adjacent_element("afterend", with_text("p", "at", &link).element());
        }
    });
    view! { <section class=class node_ref=part>{content}</section> }.into_any()
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
