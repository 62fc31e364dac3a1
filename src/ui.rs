//! The page: doors, shell, pages and parts. The browser and Leptos live only here.
//!
//! What is shown is a function of three things: the place in the address bar, the session that is open, and the reader's language.
//! State that can be shared is in the address; nothing else is kept but the reader's preferences.

mod clipboard;
mod dialog;
mod dom;
mod doors;
mod gzip;
mod library;
mod links;
mod live;
mod navigation;
mod pages;
mod parts;
mod prefs;
mod save;
mod sheet;
mod shell;
mod state;
mod timing;

use leptos::prelude::*;

/// Shows the page in `<body>` and takes down the notice that was there while the program loaded.
pub fn mount() {
    leptos::mount::mount_to_body(App);
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let app = state::App::start();
    provide_context(app);
    navigation::install(app);
    doors::install(app);
    view! { <shell::Shell app/> }
}
