//! The address bar: plain clicks on our own links, back and forward, title, focus, scrolling.

use crate::route::Route;
use crate::ui::data::is_waiting;
use crate::ui::state::App;
use crate::ui::state::place::{address, link_payload};
use crate::ui::web::address::query;
use crate::ui::web::focus::focus;
use crate::ui::web::steps::{self, refocus, returns};
use crate::ui::web::timing::after_paint;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Goes to a place: the address changes, then the page. Where `pushState` is refused the page still changes.
pub fn go(app: App, route: Route) {
    let href = address(app, &route);
    let here = app.route.get_untracked();
    let leaves_page = !same_page(&here, &route);
    if here == route {
        steps::replace(&href);
    } else {
        steps::push(&href, leaves_page);
    }
    // A place that was left may be scrolled to again.
    app.scrolled_to.set_value(None);
    if leaves_page {
        app.owes_arrival.set_value(true);
    }
    app.route.set(route);
}

/// Changes the place without a step in the history and without moving: what a reader chooses while typing.
pub fn replace(app: App, route: Route) {
    steps::replace(&address(app, &route));
    app.route.set(route);
}

/// Puts a session that the link holds back into the address bar.
pub fn keep_held(app: App) {
    let route = app.route.get_untracked();
    if link_payload(app, &route).is_some() {
        replace(app, route);
    }
}

/// Listens to clicks on our links and to back and forward. Other links and other fragments are left to the browser.
pub fn install(app: App) {
    window_event_listener(ev::click, move |event| {
        if let Some(href) = own_link(&event) {
            event.prevent_default();
            go(app, Route::parse(&href));
        }
    });
    window_event_listener(ev::popstate, move |_| {
        let route = Route::parse(&query());
        if !same_page(&app.route.get_untracked(), &route) {
            app.owes_arrival.set_value(true);
            // The reader stood where they stood, not where the link had led them.
            if returns() {
                app.scrolled_to.set_value(Some(route.clone()));
            }
        }
        // A fragment of the browser's own (`#main`) comes here too; the place is the same then.
        if app.route.with_untracked(|here| *here != route) {
            app.route.set(route);
        }
    });
    // What the new place needs may still have to be fetched; the heading gets the focus when it is there.
    Effect::new(move |_| {
        if !is_waiting(app) && app.owes_arrival.get_value() {
            after_paint(move || arrive(app));
        }
    });
}

/// Two routes that differ only in what is marked, or in how a table is shown, show the same page.
fn same_page(a: &Route, b: &Route) -> bool {
    match (a, b) {
        (Route::Session { source: d1, place: p1, .. }, Route::Session { source: d2, place: p2, .. }) => d1 == d2 && p1.page() == p2.page(),
        (Route::Archive(a), Route::Archive(b)) => a.is_list == b.is_list,
        (Route::Search(_), Route::Search(_)) => true,
        (Route::Across(a), Route::Across(b)) => a == b,
        _ => false,
    }
}

/// The link of a plain click on one of our own links.
fn own_link(event: &web_sys::MouseEvent) -> Option<String> {
    if event.default_prevented() || event.button() != 0 || event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten()?;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    link.get_attribute("href").filter(|href| href.starts_with('?'))
}

/// Tells screen readers where they are and puts the focus on the heading; where the reader comes back, on what had it.
fn arrive(app: App) {
    if untrack(|| is_waiting(app)) || !app.owes_arrival.get_value() {
        return;
    }
    app.owes_arrival.set_value(false);
    let Some(heading) = document().query_selector("main h1").ok().flatten().and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    if !refocus() {
        focus(&heading);
    }
    let text = heading.text_content().unwrap_or_default();
    app.arrived.set(crate::i18n::fill(app.lang.get_untracked().texts().new_page, &[&text]));
}

/// Brings an element into view, once for each place: showing the same place again, in another language, leaves the reader where they are.
pub fn reveal(app: App, element: &web_sys::Element) {
    reveal_at(app, element, web_sys::ScrollLogicalPosition::Center);
}

/// The same, at that place of the screen.
pub fn reveal_at(app: App, element: &web_sys::Element, block: web_sys::ScrollLogicalPosition) {
    let here = app.route.get_untracked();
    if app.scrolled_to.with_value(|last| last.as_ref() == Some(&here)) {
        return;
    }
    app.scrolled_to.set_value(Some(here));
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
