//! The page: doors, shell, pages and parts. The browser and Leptos live only here.
//!
//! What is shown is a function of three things: the place in the address bar, the session that is open, and the reader's language.
//! State that can be shared is in the address; nothing else is kept but the reader's preferences and, in a database of this
//! browser, the sessions that came from elsewhere than the archive.

mod bridge;
mod candidates;
mod clipboard;
mod dialog;
mod dom;
mod doors;
mod family;
mod found;
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
mod searching;
mod shards;
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
    let _ = take_down("boot");
}

/// Removes an element of the page as it was served, if it is still there.
fn take_down(id: &str) -> Option<()> {
    document().get_element_by_id(id)?.remove();
    Some(())
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let app = state::App::start();
    provide_context(app);
    navigation::install(app);
    doors::install(app);
    offline::install(app);
    searching::install(app);
    // The plain text of a session is read until the program shows the same; src/styles/digest.css keeps the program out of sight so long.
    live::effect(move || {
        if !app.is_waiting() && take_down("digest").is_some() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    shell::shell(app)
}
