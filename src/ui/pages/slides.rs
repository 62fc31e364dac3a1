//! In the hall: the session over the whole screen, one slide for each agenda item, with a timer for whoever speaks.
//!
//! The slide that is shown is in the address, changed without a step in the history: a link leads to it and a reload keeps it.

mod full_screen;
mod hand;
mod idle;
mod one;
mod timer;

use crate::route::{Place, Route};
use crate::ui::actions::navigation;
use crate::ui::state::{Ctx, use_ctx};
use full_screen::{is_possible, left_with_full_screen, toggle};
use hand::Hand;
use idle::idle;
use leptos::ev;
use leptos::prelude::*;
use one::Slide;
use timer::Timer;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Which slide the place asks for: 0 is the session's own, the others are its agenda items, by id or by number of the slide.
pub fn slide(ctx: &Ctx) -> Option<usize> {
    let Route::Session { place: Place::Slides(asked), .. } = ctx.app.route.get() else { return None };
    let Some(asked) = asked else { return Some(0) };
    let agenda = &ctx.session().agenda;
    let by_id = agenda.iter().position(|item| item.id == asked).map(|at| at + 1);
    by_id.or_else(|| asked.as_str().parse().ok().filter(|n| (1..=agenda.len() + 1).contains(n)).map(|n: usize| n - 1))
}

/// The slides, with what turns them.
#[component]
pub fn SlidesPage() -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let total = ctx.session().agenda.len() + 1;
    let shown = ctx.clone();
    let at = Memo::new(move |_| slide(&shown).unwrap_or_default());
    let turning = ctx.clone();
    let step = Callback::new(move |by: isize| go(&turning, at.get_untracked().saturating_add_signed(by).min(total - 1)));
    let leaving = ctx.clone();
    let leave = Callback::new(move |()| leave(&leaving, at.get_untracked()));
    turned_by_keys(step, leave);
    left_with_full_screen(leave);
    only_slides(true);
    on_cleanup(|| {
        only_slides(false);
        full_screen::end();
    });
    let press = move |label: &'static str, sign: &'static str, by: isize| {
        view! { <button class="btn" type="button" aria-label=label title=label on:click=move |_| step.run(by)>{sign}</button> }.into_any()
    };
    let whole = is_possible().then(|| view! { <button class="btn" type="button" on:click=|_| toggle()>{t.fullscreen}</button> }.into_any());
    let (is_idle, wake) = idle();
    let (from, hand) = (StoredValue::new(Hand::default()), move |by: Option<isize>| by.into_iter().for_each(|by| step.run(by)));
    view! {
        <div
            class="slides"
            class:idle=is_idle
            on:pointermove=move |_| wake.run(())
            on:pointerdown=move |event| from.update_value(|hand| hand.down(&event))
            on:pointerup=move |event| hand(from.try_update_value(|hand| hand.up(&event)).flatten())
            on:click=move |event| hand(from.try_update_value(|hand| hand.click(&event)).flatten())
        >
            <div class="stage"><Slide at/></div>
            <div class="controls">
                <span class="turn">
                    {press(t.slide_before, "←", -1)}
                    <span class="position"><bdi>{move || format!("{} / {total}", at.get() + 1)}</bdi></span>
                    {press(t.slide_after, "→", 1)}
                </span>
                <Timer/>
                <span class="turn">
                    {whole}
                    <button class="btn" type="button" on:click=move |_| leave.run(())>{t.leave_slides}</button>
                </span>
            </div>
        </div>
    }
    .into_any()
}

/// Shows a slide and announces it to screen readers.
fn go(ctx: &Ctx, to: usize) {
    let item = to.checked_sub(1).and_then(|at| ctx.session().agenda.get(at));
    let place = Place::Slides(item.map(|item| item.id.clone()));
    navigation::replace(ctx.app, Route::to(ctx.source.clone(), place));
    let title = item.map_or(&ctx.session().title, |item| &item.title);
    ctx.app.arrived.set(format!("{} / {}: {title}", to + 1, ctx.session().agenda.len() + 1));
}

/// Goes to the same item of the agenda.
fn leave(ctx: &Ctx, at: usize) {
    let item = at.checked_sub(1).and_then(|at| ctx.session().agenda.get(at));
    let place = item.map_or(Place::Overview, |item| Place::AgendaItem(item.id.clone()));
    navigation::go(ctx.app, Route::to(ctx.source.clone(), place));
}

fn turned_by_keys(step: Callback<isize>, leave: Callback<()>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_in = |what: &str| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            target.is_some_and(|target| target.closest(what).ok().flatten().is_some())
        };
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() || is_in("dialog") {
            return;
        }
        let key = event.key();
        if key != "Escape" && is_in("input") || key == " " && is_in("button, a") {
            return;
        }
        match key.as_str() {
            " " if event.shift_key() => step.run(-1),
            "ArrowRight" | "PageDown" | " " => step.run(1),
            "ArrowLeft" | "PageUp" => step.run(-1),
            "Home" => step.run(isize::MIN),
            "End" => step.run(isize::MAX),
            "f" | "F" => toggle(),
            "Escape" => leave.run(()),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// Whether all else on the page is hidden.
fn only_slides(is_on: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force("data-slides", is_on);
    }
}
