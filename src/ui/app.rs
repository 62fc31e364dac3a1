//! The whole page: what is around every place, and which page a place is.

mod paper;
mod session;
mod shell;

use crate::route::Route;
use crate::ui::actions::{navigation, offline, visit};
use crate::ui::data::is_waiting;
use crate::ui::pages::across::AcrossPage;
use crate::ui::pages::archive::ArchivePage;
use crate::ui::pages::search::everywhere::SearchEverywhere;
use crate::ui::state;
use leptos::prelude::*;
use paper::Paper;
use session::SessionPage;
use shell::Shell;

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
    visit::install(app);
    offline::install(app);
    // The plain text of a session is read until the program shows the same; src/styles/digest.css keeps the program out of sight so long.
    Effect::new(move |_| {
        if !is_waiting(app) && take_down("digest").is_some() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    view! {
        <Paper/>
        <Shell><Page/></Shell>
    }
    .into_any()
}

/// The current place: what is in `<main>`.
#[component]
fn Page() -> impl IntoView {
    let app = state::App::current();
    // What a page tells apart by itself does not build it anew.
    let kind = Memo::new(move |_| match app.route.get() {
        Route::Archive(_) => Some(Route::home()),
        Route::Search(_) => Some(Route::Search(Box::default())),
        across @ Route::Across(_) => Some(across),
        Route::Session { .. } => None,
    });
    move || match kind.get() {
        None => view! { <SessionPage/> }.into_any(),
        Some(Route::Across(across)) => view! { <AcrossPage app across/> }.into_any(),
        Some(Route::Search(_)) => view! { <SearchEverywhere/> }.into_any(),
        Some(_) => view! { <ArchivePage app/> }.into_any(),
    }
}
