//! In the hall: the session over the whole screen, one slide for each agenda item, with a timer for whoever speaks.
//!
//! The slide that is shown is in the address, changed without a step in the history: a link leads to it and a reload keeps it.

mod timer;

use crate::digest::posts;
use crate::i18n::{dates, labels};
use crate::model::AgendaItem;
use crate::route::{Place, Route};
use crate::ui::actions::navigation;
use crate::ui::components::common::{dotted, on_behalf_of, outcome, titled};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, built, button, el, with_text};
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// Pixels that make a swipe.
const SWIPE: i32 = 50;

/// Which slide the place asks for: 0 is the session's own, the others are its agenda items, by id or by number of the slide.
pub fn slide(ctx: &Ctx) -> Option<usize> {
    let Route::Session { place: Place::Slides(asked), .. } = ctx.app.route.get() else { return None };
    let Some(asked) = asked else { return Some(0) };
    let agenda = &ctx.session().agenda;
    let by_id = agenda.iter().position(|item| item.id == asked).map(|at| at + 1);
    by_id.or_else(|| asked.as_str().parse().ok().filter(|n| (1..=agenda.len() + 1).contains(n)).map(|n: usize| n - 1))
}

/// The slides.
pub fn page(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let total = ctx.session().agenda.len() + 1;
    let step = {
        let ctx = ctx.clone();
        Rc::new(move |by: isize| {
            let to = slide_or_first(&ctx).saturating_add_signed(by).min(total - 1);
            go(&ctx, to);
        })
    };
    let press = |label: &str, sign: &str, by: isize| {
        let step = step.clone();
        button("btn", sign, Box::new(move |_| step(by))).set("aria-label", label).set("title", label)
    };
    let shown = ctx.clone();
    let stage = el("div").class("stage").follow(Box::new(move || {
        let at = slide_or_first(&shown);
        vec![match at.checked_sub(1).and_then(|at| shown.session().agenda.get(at)) {
            Some(item) => item_slide(&shown, item),
            None => title_slide(&shown),
        }]
    }));
    let shown = ctx.clone();
    let position = el("span").class("position").follow(Box::new(move || vec![bdi(&format!("{} / {total}", slide_or_first(&shown) + 1))]));
    let whole = document().fullscreen_enabled().then(|| button("btn", t.fullscreen, Box::new(|_| toggle_fullscreen())));
    let left = ctx.clone();
    let leave = button("btn", t.leave_slides, Box::new(move |_| leave(&left)));
    let turn = el("span").class("turn").add(press(t.slide_before, "←", -1)).add(position).add(press(t.slide_after, "→", 1));
    let controls = el("div").class("controls").add(turn).add(timer::timer(ctx)).add(el("span").class("turn").maybe(whole).add(leave));
    let slides = turned_by_hand(el("div").class("slides"), step.clone()).add(stage).add(controls);
    turned_by_keys(ctx, step);
    left_with_full_screen(ctx);
    only_slides(true);
    on_cleanup(|| {
        only_slides(false);
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    });
    built(vec![slides])
}

thread_local! {
    /// What our own button or key asked for last and was not heard of yet: the whole screen (`true`), or to give it back.
    static ASKED: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Escape gives the whole screen back before any key is heard; it is meant to leave all the same.
fn left_with_full_screen(ctx: &Ctx) {
    let ctx = ctx.clone();
    let listener = window_event_listener_untyped("fullscreenchange", move |_| {
        let is_whole = document().fullscreen_element().is_some();
        let asked = ASKED.get();
        if asked == Some(is_whole) {
            ASKED.set(None);
        } else if asked.is_none() && !is_whole {
            leave(&ctx);
        }
    });
    on_cleanup(move || listener.remove());
}

fn slide_or_first(ctx: &Ctx) -> usize {
    slide(ctx).unwrap_or_default()
}

/// Shows a slide and tells screen readers, where the heading does not tell by itself.
fn go(ctx: &Ctx, to: usize) {
    let item = to.checked_sub(1).and_then(|at| ctx.session().agenda.get(at));
    let place = Place::Slides(item.map(|item| item.id.clone()));
    navigation::replace(ctx.app, Route::to(ctx.door.clone(), place));
    if document().active_element().is_none_or(|element| element.id() != "slide") {
        let title = item.map_or(&ctx.session().title, |item| &item.title);
        ctx.app.arrived.set(format!("{} / {}: {title}", to + 1, ctx.session().agenda.len() + 1));
    }
}

/// Goes to the same item of the agenda.
fn leave(ctx: &Ctx) {
    let at = untrack(|| slide_or_first(ctx));
    let item = at.checked_sub(1).and_then(|at| ctx.session().agenda.get(at));
    let place = item.map_or(Place::Overview, |item| Place::AgendaItem(item.id.clone()));
    navigation::go(ctx.app, Route::to(ctx.door.clone(), place));
}

/// The session: its title, when and where.
fn title_slide(ctx: &Ctx) -> El {
    let session = ctx.session();
    let facts = [dates::span(ctx.lang, &session.dates), session.venue.value().map(ToString::to_string)];
    let mut slide = slide_head(ctx, None, &session.title);
    for fact in facts.into_iter().flatten() {
        slide = slide.add(el("p").add(bdi(&fact)));
    }
    slide
}

/// One item: number, title, who presents it in which post, and what came of it.
fn item_slide(ctx: &Ctx, item: &AgendaItem) -> El {
    let session = ctx.session();
    let lookup = &ctx.opened.lookup;
    let content_lang = ctx.content_lang();
    let mut slide = slide_head(ctx, item.number.as_deref(), &item.title);
    for id in &item.presenters {
        let person = lookup.person(session, id);
        let name = person.map_or(id.as_str(), |person| person.name.as_str());
        let post = person.map(posts).filter(|post| !post.is_empty()).map(|post| with_text("span", "post", &post));
        slide = slide.add(el("p").lang(&content_lang).add(bdi(name)).text(" ").maybe(post));
    }
    slide = slide.maybe(on_behalf_of(ctx, &item.on_behalf_of).map(|behalf| el("p").class("post").add(behalf)));
    let mut results = el("p").class("results").maybe(outcome(ctx, item));
    for vote in item.votes.iter().filter_map(|id| lookup.vote(session, id.as_str())) {
        let t = ctx.t;
        let mut words = vec![vote.result.map(|result| labels::vote_result(ctx.lang, result).to_owned()).filter(|_| item.result.is_none())];
        if let Some(counts) = &vote.counts {
            let counts = [(t.yes, &counts.yes), (t.no, &counts.no), (t.abstain, &counts.abstain), (t.not_voting, &counts.not_voting)];
            words.extend(counts.map(|(label, count)| count.value().map(|count| format!("{label} {count}"))));
        }
        let words = dotted(words);
        if !words.is_empty() {
            results = results.add(with_text("span", "", &words).lang(ctx.lang.tag()));
        }
    }
    slide.add(results)
}

fn slide_head(ctx: &Ctx, number: Option<&str>, title: &str) -> El {
    let title = el("h1").set("id", "slide").set("tabindex", "-1").lang(&ctx.content_lang()).add(titled(title));
    el("div").class("slide").maybe(number.map(|number| with_text("p", "n", number))).add(title)
}

fn turned_by_keys(ctx: &Ctx, step: Rc<dyn Fn(isize)>) {
    let ctx = ctx.clone();
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
            " " if event.shift_key() => step(-1),
            "ArrowRight" | "PageDown" | " " => step(1),
            "ArrowLeft" | "PageUp" => step(-1),
            "Home" => step(isize::MIN),
            "End" => step(isize::MAX),
            "f" | "F" => toggle_fullscreen(),
            "Escape" => leave(&ctx),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// A click on the left third goes back, one elsewhere on; a swipe follows the finger.
fn turned_by_hand(slides: El, step: Rc<dyn Fn(isize)>) -> El {
    let down = Rc::new(Cell::new((0, 0)));
    let is_swipe = Rc::new(Cell::new(false));
    let at = |event: &Event| event.dyn_ref::<MouseEvent>().map_or((0, 0), |event| (event.client_x(), event.client_y()));
    let is_control = |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| target.closest(".controls").ok().flatten().is_some())
    };
    let (from, began) = (down.clone(), is_swipe.clone());
    let slides = slides.on(
        "pointerdown",
        Box::new(move |event| {
            from.set(at(&event));
            began.set(false);
        }),
    );
    let (swiped, turn) = (is_swipe.clone(), step.clone());
    let slides = slides.on(
        "pointerup",
        Box::new(move |event| {
            let ((x1, y1), (x2, y2)) = (down.get(), at(&event));
            if (x2 - x1).abs() > SWIPE.max((y2 - y1).abs()) && !is_control(&event) {
                swiped.set(true);
                turn(if x2 < x1 { 1 } else { -1 });
            }
        }),
    );
    slides.on(
        "click",
        Box::new(move |event| {
            if !is_swipe.take() && !is_control(&event) {
                let width = document().document_element().map_or(0, |root| root.client_width());
                step(if at(&event).0 < width / 3 { -1 } else { 1 });
            }
        }),
    )
}

/// Whether all else on the page is hidden.
fn only_slides(is_on: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force("data-slides", is_on);
    }
}

fn toggle_fullscreen() {
    match (document().fullscreen_element(), document().document_element()) {
        (Some(_), _) => {
            ASKED.set(Some(false));
            document().exit_fullscreen();
        }
        (None, Some(root)) if document().fullscreen_enabled() => {
            // Given back and taken again at once, the first change is heard after this.
            ASKED.set(Some(true));
            let _ = root.request_fullscreen();
        }
        _ => {}
    }
}
