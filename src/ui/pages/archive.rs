//! The archive: its front page, and its sessions as a list, filtered by place, year and level.

mod aside;
mod ask;
mod beyond;
mod bodies;
mod filters;
mod findings;
mod front;
mod listing;
mod mine;
mod row;
mod samples;
mod tags;

use crate::i18n::Front as Words;
use crate::ui::components::layout::PageHeading;
use crate::ui::components::states::Failed;
use crate::ui::state::{App, Dialog, Load};
use ask::AskTown;
use filters::filter;
use front::Front;
use leptos::prelude::*;
use listing::Listing;
use mine::OwnSessions;

/// The front page, or the list: whichever of them the place is when this is built. Within a list the filters change the place.
#[component]
pub fn ArchivePage(
    /// The page's signals.
    app: App,
) -> impl IntoView {
    let is_list = untrack(|| filter(app)).is_list;
    // A failure has a title of its own, until the list is there after all.
    let is_failed = Memo::new(move |_| matches!(*app.catalogue.read(), Load::Failed(_)));
    Effect::new(move || {
        let t = app.texts();
        if !is_failed.get() {
            document().set_title(&format!("{} · {}", t.name, t.tagline));
        }
    });
    // What is typed stays while the words around it change.
    let typed = RwSignal::new(String::new());
    let head = move || {
        let lang = app.lang.get();
        if is_failed.get() {
            let Load::Failed(failure) = app.catalogue.get_untracked() else { return ().into_any() };
            return view! { <Failed failure/> }.into_any();
        }
        let (t, f) = (lang.texts(), Words::of(lang));
        if is_list {
            return view! { <div class="head home"><PageHeading text=t.archive_title/><p class="lede">{t.archive_intro}</p></div> }
                .into_any();
        }
        view! {
            <div class="head home first">
                <PageHeading text=f.front_title/>
                <p class="lede">{f.front_intro}" "<a href="#about">{f.front_about}</a></p>
                <AskTown app lang typed/>
            </div>
        }
        .into_any()
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
            Load::Ready(catalogue) if is_list => view! { <Listing app lang catalogue/> }.into_any(),
            Load::Ready(catalogue) => view! { <Front app lang catalogue/> }.into_any(),
        }
    };
    // What the reader has here is there without the archive, too.
    view! { {head}<OwnSessions app/>{body} }.into_any()
}
