//! The address bar: plain clicks on our own links, back and forward, title, focus, scrolling.

use super::state::App;
use crate::route::Route;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The query of the address bar.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Goes to a place: the address changes, then the page. Where `pushState` is refused the page still changes.
pub fn go(app: App, route: Route) {
    let href = route.href();
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href));
    }
    let leaves_place = !same_page(&app.route.get_untracked(), &route);
    app.route.set(route);
    if leaves_place {
        after_paint(|| window().scroll_to_with_x_and_y(0.0, 0.0));
    }
    arrive(app, leaves_place);
}

/// Listens to clicks on our links and to back and forward. Other links and other fragments are left to the browser.
pub fn install(app: App) {
    window_event_listener(ev::click, move |event| {
        if let Some(href) = own_link(&event) {
            event.prevent_default();
            go(app, Route::parse(href.strip_prefix("./").unwrap_or(&href)));
        }
    });
    window_event_listener(ev::popstate, move |_| {
        let route = Route::parse(&query());
        let leaves_place = !same_page(&app.route.get_untracked(), &route);
        app.route.set(route);
        arrive(app, leaves_place);
    });
}

/// Two routes that differ only in the marked block show the same page.
fn same_page(a: &Route, b: &Route) -> bool {
    match (a, b) {
        (Route::Session { door: d1, place: p1, .. }, Route::Session { door: d2, place: p2, .. }) => d1 == d2 && p1 == p2,
        (Route::Archive(_), Route::Archive(_)) => true,
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
    link.get_attribute("href").filter(|href| href.starts_with('?') || href == "./")
}

/// Tells screen readers where they are and puts the focus on the heading, once the new place is painted.
fn arrive(app: App, leaves_place: bool) {
    if !leaves_place {
        return;
    }
    after_paint(move || {
        let Some(heading) = document().query_selector("main h1").ok().flatten().and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok())
        else {
            return;
        };
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
        let text = heading.text_content().unwrap_or_default();
        app.arrived.set(crate::i18n::fill(app.lang.get_untracked().texts().new_page, &[&text]));
    });
}

/// Runs `then` after the next paint.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(then));
}
