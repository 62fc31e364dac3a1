//! The page: doors, shell, pages and parts. The browser and Leptos live only here.
//!
//! What is shown is a function of three things: the place in the address bar, the session that is open, and the reader's language.
//! State that can be shared is in the address; nothing else is kept but the reader's preferences and, in a database of this
//! browser, the sessions that came from elsewhere than the archive.

mod bridge;
mod clipboard;
mod dialog;
mod dom;
mod doors;
mod family;
mod gzip;
mod keeping;
mod library;
mod links;
mod live;
mod navigation;
mod offline;
mod pages;
mod parts;
mod prefs;
mod save;
mod share;
mod sheet;
mod shell;
mod single;
mod state;
mod timing;

use leptos::prelude::*;

/// Shows the page in `<body>` and takes down the notice that was there while the program loaded.
pub fn mount() {
    leptos::mount::mount_to_body(App);
    for id in ["boot", "digest"] {
        if let Some(shown) = document().get_element_by_id(id) {
            shown.remove();
        }
    }
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let app = state::App::start();
    provide_context(app);
    navigation::install(app);
    doors::install(app);
    offline::install(app);
    shell::shell(app)
}
