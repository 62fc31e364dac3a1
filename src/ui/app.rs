//! The whole page: what is around every place, and which page a place is.

mod arrivals;
mod paper;
mod session;
mod shell;

use crate::i18n::Lang;
use crate::route::{Filter, Route};
use crate::ui::actions::{navigation, offline, visit};
use crate::ui::data::is_waiting;
use crate::ui::state::prefs;
use crate::ui::{parts, state};
use leptos::prelude::*;
use paper::Paper;
use session::SessionPage;
use shell::Shell;

/// Shows the page in `<body>` and takes down the notice that was there while the program loaded.
pub fn mount() {
    let lang = prefs::lang();
    if lang == Lang::Zh {
        return start(true);
    }
    // The words of another language come first, so that nothing is shown in one and then in the other. Leptos has nothing to run tasks with before it has
    // mounted something.
    wasm_bindgen_futures::spawn_local(async move { start(parts::learn(lang).await) });
}

fn start(is_known: bool) {
    leptos::mount::mount_to_body(move || view! { <App is_known/> });
    let _ = take_down("boot");
}

/// Removes an element of the page as it was served, if it is still there.
fn take_down(id: &str) -> Option<()> {
    document().get_element_by_id(id)?.remove();
    Some(())
}

/// The whole page.
#[component]
fn App(
    /// Whether the words of the language that the reader chose have come.
    is_known: bool,
) -> impl IntoView {
    let app = state::App::start();
    provide_context(app);
    if !is_known {
        app.lang.set(Lang::Zh);
        app.announce(Lang::Zh.texts().part_missing);
    }
    navigation::install(app);
    visit::install(app);
    offline::install(app);
    arrivals::install(app);
    parts::install(app);
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
        // The filters change a list in place.
        Route::Archive(Filter { is_list, .. }) => Some(Route::Archive(Filter { is_list, ..Filter::default() })),
        Route::Search(_) => Some(Route::Search(Box::default())),
        across @ Route::Across(_) => Some(across),
        Route::Session { .. } => None,
    });
    move || match kind.get() {
        None => view! { <SessionPage/> }.into_any(),
        Some(Route::Across(across)) => parts::across_page(app, across),
        Some(Route::Search(_)) => parts::everywhere(app),
        Some(_) => parts::home(app),
    }
}
