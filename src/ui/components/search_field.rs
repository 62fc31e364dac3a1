//! The search field, its keys, and what is typed in it.

use crate::i18n::{Answers, Find};
use crate::route::{Asked, Route};
use crate::ui::actions::navigation;
use crate::ui::state::place::{asked, search};
use crate::ui::state::{App, prefs};
use crate::ui::web::keys::is_for_others;
use crate::ui::web::timing;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, Event, HtmlElement, InputEvent, KeyboardEvent, SubmitEvent};

/// The id of the field.
const FIELD: &str = "find";

/// Whether the reader is at the field: what it says may still be changed.
pub fn is_focused() -> bool {
    document().active_element().is_some_and(|element| element.id() == FIELD)
}

/// The field in the bar, and on small screens the way to it. `/` leads to it from everywhere.
#[component]
pub fn SearchField() -> impl IntoView {
    let app = App::current();
    let field = NodeRef::<Input>::new();
    let is_search = Memo::new(move |_| asked(app).is_some());
    // The field says what the place says, but not while it is typed in.
    Effect::new(move |_| {
        let text = match app.route.get() {
            Route::Session { find: Some(find), .. } => find,
            _ => asked(app).map(|asked| asked.text).unwrap_or_default(),
        };
        if let Some(field) = field.get()
            && (!is_focused() || text.trim() != field.value().trim())
        {
            field.set_value(&text);
        }
    });
    // On a small screen the field is there with the search, and the reader came to type.
    Effect::new(move |_| {
        let is_empty = asked(app).is_some_and(|asked| asked.text.is_empty());
        if is_empty && app.owes_arrival.get_value() {
            app.owes_arrival.set_value(false);
            timing::after_paint(move || {
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
            });
        }
    });
    let slash = window_event_listener(ev::keydown, move |event| {
        if event.key() != "/" || is_for_others(&event) || document().query_selector(".slides").ok().flatten().is_some() {
            return;
        }
        event.prevent_default();
        open(app, field);
    });
    on_cleanup(move || slash.remove());

    let type_in = move || {
        if let Some(field) = field.get_untracked() {
            follow(app, field.value());
        }
    };
    let input = move |event: Event| {
        // What an input method shows before it is chosen is not typed yet.
        if event.dyn_ref::<InputEvent>().is_none_or(|event| !event.is_composing()) {
            type_in();
        }
    };
    let down = move |event: KeyboardEvent| {
        if event.key() == "ArrowDown" && !event.is_composing() && to_first() {
            event.prevent_default();
            remember(app);
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        type_in();
        remember(app);
        to_first();
    };
    let f = move || Find::of(app.lang.get());
    let is_in_session = Memo::new(move |_| matches!(*app.route.read(), Route::Session { .. }));
    let label = move || if is_in_session.get() { f().find_here } else { f().find_everywhere };
    let hint = move || if is_in_session.get() { Answers::of(app.lang.get()).ask } else { f().find_everywhere };
    let way = move || {
        app.route.track();
        search(app, Asked::default()).href()
    };
    view! {
        <form class="finder" class:open=move || is_search.get() role="search" on:submit=submit>
            <input
                class="find"
                id=FIELD
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                aria-keyshortcuts="/"
                placeholder=hint
                aria-label=label
                node_ref=field
                on:input=input
                on:compositionend=move |_: CompositionEvent| type_in()
                on:keydown=down
            />
        </form>
        <a class="tool find-way" href=way aria-label=move || f().find>{move || f().find}</a>
    }
    .into_any()
}

/// Follows what is typed: the place is the search, and the address has it.
fn follow(app: App, text: String) {
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
fn remember(app: App) {
    if let Some(asked) = untrack(|| asked(app)) {
        prefs::remember_search(&asked.text);
    }
}

/// Puts the focus on the first result; whether there is one.
fn to_first() -> bool {
    let first = document().query_selector("main [data-hit]").ok().flatten();
    first.map(|first| first.unchecked_ref::<HtmlElement>().focus()).is_some()
}

/// Goes to the field; where it is out of sight, to the search.
fn open(app: App, field: NodeRef<Input>) {
    let Some(field) = field.get_untracked() else { return };
    if field.offset_parent().is_none() {
        navigation::go(app, search(app, Asked::default()));
        return;
    }
    let _ = field.focus();
    field.select();
}
