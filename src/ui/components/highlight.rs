//! What was searched for, marked in the text it was found in, and the way from one place to the next.

mod marks;

use crate::i18n::{Find, fill};
use crate::route::{Asked, Place, Route};
use crate::ui::actions::navigation;
pub use crate::ui::components::highlight::marks::mark;
use crate::ui::data::readings;
use crate::ui::state::{App, Load};
use crate::ui::web::keys::is_for_others;
use crate::ui::web::timing;
use leptos::ev;
use leptos::prelude::*;
use web_sys::Element;

const CURRENT: &str = "current";

/// What the place says was searched for; tracks it.
fn find(app: App) -> Option<String> {
    match app.route.get() {
        Route::Session { find, .. } => find,
        _ => None,
    }
}

/// Marks what was searched for and shows where the reader is among it.
#[component]
pub fn HighlightBar() -> impl IntoView {
    let app = App::current();
    let bar = Bar { app, is_shown: RwSignal::new(false), says: RwSignal::new(String::new()) };
    let find = Memo::new(move |_| find(app));
    // The table of readings is fetched for a new search, not whenever it changes.
    Effect::new(move |_| {
        if let Some(text) = find.get() {
            readings::fetch(app, &text);
        }
    });
    Effect::new(move |_| bar.renew());
    let keys = window_event_listener(ev::keydown, move |event| {
        if !bar.is_shown.get_untracked() || is_for_others(&event) {
            return;
        }
        match event.key().as_str() {
            "n" => bar.step(1),
            "N" => bar.step(-1),
            "Escape" => bar.close(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let f = move || Find::of(app.lang.get());
    let back = move || match app.route.get() {
        Route::Session { source, find: Some(text), .. } => Route::to(source, Place::Search(Box::new(Asked::new(&text)))).href(),
        _ => String::new(),
    };
    // Its buttons stay while it is shown, so that they keep the focus.
    let is_shown = Memo::new(move |_| bar.is_shown.get());
    let tools = move || {
        let (previous, next, close) = (move || f().found_previous, move || f().found_next, move || f().found_close);
        view! {
            <button class="btn" type="button" aria-label=previous aria-keyshortcuts="Shift+N" title=previous on:click=move |_| bar.step(-1)>
                "↑"
            </button>
            <button class="btn" type="button" aria-label=next aria-keyshortcuts="n" title=next on:click=move |_| bar.step(1)>"↓"</button>
            <a href=back class="btn">{move || f().found_back}</a>
            <button class="btn" type="button" aria-label=close title=close on:click=move |_| bar.close()>"×"</button>
        }
        .into_any()
    };
    view! {
        <div class="found-bar" role="region" hidden=move || !is_shown.get() aria-label=move || f().found_bar>
            <p role="status">{move || bar.says.get()}</p>
            <div class="live">{move || is_shown.get().then(tools)}</div>
        </div>
    }
    .into_any()
}

/// The bar: whether it is shown, and where it says that the reader is.
#[derive(Clone, Copy)]
struct Bar {
    app: App,
    is_shown: RwSignal<bool>,
    says: RwSignal<String>,
}

impl Bar {
    /// Takes the marks of the place before away, and marks this one once it is there. Tracks the place, the session and the language.
    fn renew(self) {
        let app = self.app;
        let find = find(app);
        app.lang.track();
        let session = app.session.get();
        if marks::clear() {
            self.says.set(String::new());
        }
        let (Some(text), Load::Ready(opened)) = (find, session) else {
            self.is_shown.set(false);
            return;
        };
        marks::set(readings::meant(app, &opened, &text).0);
        // The page is built first.
        timing::after_paint(move || self.begin());
    }

    /// Marks the page; the place that the link names is the first.
    fn begin(self) {
        let app = self.app;
        let Route::Session { at, find: Some(_), .. } = app.route.get_untracked() else { return };
        let Ok(Some(main)) = document().query_selector("main") else { return };
        mark(&main);
        let places = marks::places();
        let first = at.and_then(|at| {
            let block = document().get_element_by_id(&format!("b-{at}"))?;
            places.iter().position(|place| block.contains(Some(place)))
        });
        self.is_shown.set(true);
        if let Some(current) = places.get(first.unwrap_or(0)) {
            let _ = current.class_list().add_1(CURRENT);
            navigation::reveal(app, current);
        }
        self.say();
    }

    /// To the next or the previous place; after the last comes the first.
    fn step(self, by: isize) {
        let places = marks::places();
        let current = current(&places);
        let next = match current {
            Some(current) => current.cast_signed().wrapping_add(by).rem_euclid(places.len().cast_signed().max(1)).cast_unsigned(),
            None => 0,
        };
        if let Some(current) = current.and_then(|current| places.get(current)) {
            let _ = current.class_list().remove_1(CURRENT);
        }
        if let Some(next) = places.get(next) {
            let _ = next.class_list().add_1(CURRENT);
            self.app.scrolled_to.set_value(None);
            navigation::reveal(self.app, next);
        }
        self.say();
    }

    /// Says where the reader is among the places.
    fn say(self) {
        let f = Find::of(self.app.lang.get_untracked());
        let text = untrack(|| find(self.app)).unwrap_or_default();
        let places = marks::places();
        let count = places.len().to_string();
        self.says.set(match current(&places) {
            Some(current) => fill(f.found_at, &[&text, &(current + 1).to_string(), &count]),
            None if places.is_empty() => fill(f.found_gone, &[&text]),
            None => fill(f.found_count, &[&text, &count]),
        });
    }

    /// Takes the marks away; the place stays.
    fn close(self) {
        if let Route::Session { source, place, at, .. } = self.app.route.get_untracked() {
            navigation::replace(self.app, Route::Session { source, place, at, find: None });
        }
    }
}

/// Which of the places the reader is at.
fn current(places: &[Element]) -> Option<usize> {
    places.iter().position(|place| place.class_list().contains(CURRENT))
}
