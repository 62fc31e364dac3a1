//! The search field, its keys, and what a typed query means in a session.

use crate::i18n::Find;
use crate::route::{Asked, Route};
use crate::ui::actions::navigation;
use crate::ui::state::place::{asked, search};
use crate::ui::state::{App, prefs};
use crate::ui::web::dom::{El, el};
use crate::ui::web::keys::is_for_others;
use crate::ui::web::task::effect;
use crate::ui::web::timing;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, InputEvent, KeyboardEvent};

/// The id of the field.
const FIELD: &str = "find";

/// The field in the bar, and on small screens the way to it.
pub fn field(app: App) -> [El; 2] {
    let input = el("input").class("find").set("id", FIELD).set("type", "search").set("enterkeyhint", "search");
    let input = input.set("autocomplete", "off").set("spellcheck", "false").set("aria-keyshortcuts", "/");
    let shown = input.clone();
    effect(move || {
        let f = Find::of(app.lang.get());
        let label = if matches!(app.route.get(), Route::Session { .. }) { f.find_here } else { f.find_everywhere };
        let _ = shown.clone().set("placeholder", label).set("aria-label", label);
    });
    // The field says what the place says, but not while it is typed in.
    let shown = input.clone();
    effect(move || {
        let text = match app.route.get() {
            Route::Session { find: Some(find), .. } => find,
            _ => asked(app).map(|asked| asked.text).unwrap_or_default(),
        };
        let has_focus = document().active_element().is_some_and(|element| element == *shown.element());
        if !has_focus || text.trim() != shown.input().value().trim() {
            shown.input().set_value(&text);
        }
    });
    let typed = move |event: Event| {
        // What an input method shows before it is chosen is not typed yet.
        if event.dyn_ref::<InputEvent>().is_none_or(|event| !event.is_composing()) {
            type_in(app);
        }
    };
    let input = input.on("input", Box::new(typed)).on("compositionend", Box::new(move |_| type_in(app)));
    let down = move |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "ArrowDown" && !event.is_composing()) && to_first() {
            event.prevent_default();
            remember(app);
        }
    };
    let submit = move |event: Event| {
        event.prevent_default();
        type_in(app);
        remember(app);
        to_first();
    };
    let form = el("form").class("finder").set("role", "search").add(input.on("keydown", Box::new(down))).on("submit", Box::new(submit));
    let way = el("a").class("tool find-way");
    let (shown, place) = (way.clone(), form.clone());
    effect(move || {
        let f = Find::of(app.lang.get());
        app.route.track();
        let _ = shown.clone().set("href", &search(app, Asked::default()).href()).set("aria-label", f.find);
        shown.say(f.find);
        let _ = place.clone().class(if asked(app).is_some() { "finder open" } else { "finder" });
    });
    [form, way]
}

/// Follows what is typed: the place is the search, and the address has it.
fn type_in(app: App) {
    let Some(field) = element() else { return };
    let text = field.unchecked_ref::<web_sys::HtmlInputElement>().value();
    match untrack(|| asked(app)) {
        Some(asked) if asked.text == text => {}
        Some(asked) => navigation::replace(app, search(app, Asked { text, ..asked })),
        None if text.trim().is_empty() => {}
        None => {
            navigation::go(app, search(app, Asked::new(&text)));
            // The reader goes on typing.
            app.owes_arrival.set_value(false);
        }
    }
}

/// Remembers the search that the place is.
pub fn remember(app: App) {
    if let Some(asked) = untrack(|| asked(app)) {
        prefs::remember_search(&asked.text);
    }
}

/// Puts the focus on the first result; whether there is one.
fn to_first() -> bool {
    let first = document().query_selector("main [data-hit]").ok().flatten();
    first.map(|first| first.unchecked_ref::<HtmlElement>().focus()).is_some()
}

fn element() -> Option<HtmlElement> {
    document().get_element_by_id(FIELD)?.dyn_into().ok()
}

/// `/` leads to the field.
pub fn install(app: App) {
    window_event_listener(ev::keydown, move |event| {
        if event.key() != "/" || is_for_others(&event) || document().query_selector(".slides").ok().flatten().is_some() {
            return;
        }
        event.prevent_default();
        open(app);
    });
    // On a small screen the field is there with the search, and the reader came to type.
    effect(move || {
        let is_empty = asked(app).is_some_and(|asked| asked.text.is_empty());
        if is_empty && app.owes_arrival.get_value() {
            app.owes_arrival.set_value(false);
            timing::after_paint(|| {
                if let Some(field) = element() {
                    let _ = field.focus();
                }
            });
        }
    });
}

/// Goes to the field; where it is out of sight, to the search.
fn open(app: App) {
    let Some(field) = element() else { return };
    if field.offset_parent().is_none() {
        navigation::go(app, search(app, Asked::default()));
        return;
    }
    let _ = field.focus();
    field.unchecked_ref::<web_sys::HtmlInputElement>().select();
}
