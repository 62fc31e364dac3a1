//! What one can do with the place that is shown: pass it on, take it away, show it in the hall.

use crate::i18n::{Answers, Beyond};
use crate::route::{Across, Place, Route};
use crate::ui::components::around::href;
use crate::ui::parts;
use crate::ui::state::{Origin, use_ctx};
use crate::ui::web::worker;
use leptos::ev;
use leptos::html::{Button, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, Node};

/// What is open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Share,
    Export,
    Keep,
    Edit,
}

/// One row of actions. On a phone sharing is in sight and the others open from a button.
#[component]
pub fn SessionActions() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let shown = RwSignal::new(None::<Shown>);
    let on_close = Callback::new(move |()| shown.set(None));
    let action = move |what: Shown, label: &'static str| {
        view! { <button class="btn small" type="button" on:click=move |_| shown.set(Some(what))>{label}</button> }.into_any()
    };
    let is_archived = ctx.opened.origin == Origin::Archive;
    let can_keep = is_archived && worker::is_possible();
    // With which other one is chosen there.
    let compare = is_archived.then(|| {
        let id = ctx.session().id.clone();
        view! { <a class="btn small" href=href(Across::Compare(id.clone(), id))>{Beyond::of(ctx.lang).compare_with}</a> }.into_any()
    });
    let item = match ctx.app.route.get_untracked() {
        Route::Session { place: Place::AgendaItem(id), .. } => Some(id),
        _ => None,
    };
    let slides = (!ctx.session().agenda.is_empty())
        .then(|| view! { <a class="btn small" href=ctx.href(Place::Slides(item))>{t.slides}</a> }.into_any());
    // The menu stays open under a dialog that was opened from it, so that the focus has where to return to.
    let (all, opener) = (NodeRef::<Div>::new(), NodeRef::<Button>::new());
    let is_open = RwSignal::new(false);
    let outside = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let is_within = all.try_get_untracked().flatten().is_none_or(|all| all.contains(target.as_ref()));
        if !is_within && app.modals.get_untracked() == 0 {
            is_open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            is_open.set(false);
            if let Some(opener) = opener.get_untracked() {
                let _ = opener.focus();
            }
        }
    };
    view! {
        <div class="acts" node_ref=all on:keydown=escape>
            {action(Shown::Share, t.share_title)}
            <button
                class="btn small more"
                type="button"
                node_ref=opener
                aria-label=Answers::of(ctx.lang).more_actions
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                "⋯"
            </button>
            <div class="rest" class:open=is_open>
                {action(Shown::Export, t.take)}
                {action(Shown::Edit, Answers::of(ctx.lang).edit)}
                {slides}
                {can_keep.then(|| action(Shown::Keep, t.keep))}
                {compare}
            </div>
        </div>
        {move || match shown.get() {
            None => ().into_any(),
            Some(Shown::Share) => parts::share(app, on_close),
            Some(Shown::Export) => parts::export(app, on_close),
            Some(Shown::Keep) => parts::keep(app, on_close),
            Some(Shown::Edit) => parts::edit(app, on_close),
        }}
    }
    .into_any()
}
