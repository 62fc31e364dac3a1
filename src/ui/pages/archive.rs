//! The archive: bodies, terms and sessions, filtered by place, year and level.

mod aside;
mod beyond;
mod filters;
mod listing;
mod mine;
mod row;

use crate::ui::components::layout::PageHeading;
use crate::ui::components::states::Failed;
use crate::ui::state::{App, Dialog, Load};
use leptos::prelude::*;
use listing::Listing;
use mine::OwnSessions;

/// The home page.
#[component]
pub fn ArchivePage(
    /// The page's signals.
    app: App,
) -> impl IntoView {
    Effect::new(move || {
        let t = app.texts();
        // A failure has a title of its own, until the list is there after all.
        if !matches!(*app.catalogue.read(), Load::Failed(_)) {
            document().set_title(&format!("{} · {}", t.name, t.tagline));
        }
    });
    let head = move || {
        if let Load::Failed(failure) = app.catalogue.get() {
            return view! { <Failed failure/> }.into_any();
        }
        let t = app.texts();
        view! { <div class="head home"><PageHeading text=t.archive_title/><p class="lede">{t.archive_intro}</p></div> }.into_any()
    };
    let body = move || {
        let lang = app.lang.get();
        let t = lang.texts();
        match app.catalogue.get() {
            Load::Idle | Load::Busy(_) => view! { <p class="state" aria-busy="true">{t.loading}</p> }.into_any(),
            Load::Failed(_) => ().into_any(),
            Load::Ready(catalogue) if catalogue.sessions.is_empty() => {
                let open = move |_| app.dialog.set(Dialog::Open);
                view! {
                    <div class="state">
                        <p>{t.archive_empty}</p>
                        <button class="btn primary" type="button" on:click=open>{t.open_file}</button>
                    </div>
                }
                .into_any()
            }
            Load::Ready(catalogue) => view! { <Listing app lang catalogue/> }.into_any(),
        }
    };
    // What the reader has here is there without the archive, too.
    view! { {head}<OwnSessions app/>{body} }.into_any()
}
