//! In the hall: the session over the whole screen, one slide for each agenda item, then the money, the ballot and the projects
//! ([`crate::digest::slides`]), with a timer for whoever speaks.
//!
//! The slide that is shown is in the address, changed without a step in the history: a link leads to it and a reload keeps it.

mod full_screen;
mod hand;
mod idle;
mod one;
mod sums;
mod timer;

use crate::digest::answers::money;
use crate::digest::slides::{Slide, is_name, slides};
use crate::model::AgendaId;
use crate::route::{BudgetPlace, Place, Route};
use crate::ui::actions::navigation;
use crate::ui::state::{Ctx, use_ctx};
use full_screen::{is_possible, left_with_full_screen, toggle};
use hand::Hand;
use idle::idle;
use leptos::ev;
use leptos::prelude::*;
use one::{SlideView, title};
use std::sync::Arc;
use timer::Timer;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Whether there is a slide that the place asks for. The main program asks this, so nothing is worked out for it.
pub fn has_slide(ctx: &Ctx) -> bool {
    let Route::Session { place: Place::Slides(asked), .. } = ctx.app.route.get() else { return false };
    asked.is_none_or(|asked| of_agenda(ctx, &asked).is_some() || is_name(ctx.session(), asked.as_str()))
}

/// The slide of an item of the agenda, by its id or by the number of the slide; 0 is the session's own.
fn of_agenda(ctx: &Ctx, asked: &AgendaId) -> Option<usize> {
    let agenda = &ctx.session().agenda;
    let by_id = agenda.iter().position(|item| item.id == *asked).map(|at| at + 1);
    by_id.or_else(|| asked.as_str().parse().ok().filter(|n| (1..=agenda.len() + 1).contains(n)).map(|n: usize| n - 1))
}

/// Which of all slides the place asks for.
fn asked(ctx: &Ctx, all: &[Slide]) -> usize {
    let Route::Session { place: Place::Slides(Some(asked)), .. } = ctx.app.route.get() else { return 0 };
    let by_name = || all.iter().position(|slide| slide.name().as_deref() == Some(asked.as_str()));
    of_agenda(ctx, &asked).or_else(by_name).unwrap_or_default()
}

/// The slides, with what turns them.
#[component]
pub fn SlidesPage() -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let all: Arc<[Slide]> = slides(ctx.session()).into();
    let total = all.len();
    let (shown, of_shown) = (ctx.clone(), all.clone());
    let at = Memo::new(move |_| asked(&shown, &of_shown));
    let (turning, of_turning) = (ctx.clone(), all.clone());
    let step = Callback::new(move |by: isize| {
        go(&turning, &of_turning, at.get_untracked().saturating_add_signed(by).min(total.saturating_sub(1)));
    });
    let (leaving, of_leaving) = (ctx.clone(), all.clone());
    let leave = Callback::new(move |()| leave(&leaving, of_leaving.get(at.get_untracked())));
    let (is_idle, wake) = idle();
    turned_by_keys(step, leave, wake);
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
    let (from, hand) = (StoredValue::new(Hand::default()), move |by: Option<isize>| by.into_iter().for_each(|by| step.run(by)));
    view! {
        <div
            class="slides"
            class:idle=is_idle
            on:pointermove=move |_| wake.run(())
            on:pointerdown=move |event| {
                wake.run(());
                from.update_value(|hand| hand.down(&event));
            }
            on:pointerup=move |event| hand(from.try_update_value(|hand| hand.up(&event)).flatten())
            on:click=move |event| hand(from.try_update_value(|hand| hand.click(&event)).flatten())
        >
            <div class="stage"><SlideView all at/></div>
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
fn go(ctx: &Ctx, all: &[Slide], to: usize) {
    let Some(slide) = all.get(to) else { return };
    let id = match slide {
        Slide::Item(at) => ctx.session().agenda.get(*at).map(|item| item.id.clone()),
        slide => slide.name().map(AgendaId),
    };
    navigation::replace(ctx.app, Route::to(ctx.source.clone(), Place::Slides(id)));
    ctx.app.arrived.set(format!("{} / {}: {}", to + 1, all.len(), title(ctx, slide)));
}

/// Goes to the page that has what the slide shows.
fn leave(ctx: &Ctx, slide: Option<&Slide>) {
    let session = ctx.session();
    let budget = || money(session).map(|money| Place::Budget(Box::new(BudgetPlace::new(money.budget.id.clone()))));
    let place = match slide {
        Some(Slide::Item(at)) => session.agenda.get(*at).map(|item| Place::AgendaItem(item.id.clone())),
        Some(Slide::Money) => budget(),
        Some(Slide::Ballot(_) | Slide::Projects(_)) => Some(Place::Projects),
        Some(Slide::Session) | None => None,
    };
    navigation::go(ctx.app, Route::to(ctx.source.clone(), place.unwrap_or(Place::Overview)));
}

fn turned_by_keys(step: Callback<isize>, leave: Callback<()>, wake: Callback<()>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        wake.run(());
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
