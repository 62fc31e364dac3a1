//! The front page below its head: what there is to find, the newest sessions, samples, bodies, and what this is.

use crate::archive::{Catalogue, Entry};
use crate::digest::Stored;
use crate::digest::front::{around, first_sentence, short_title, sides};
use crate::i18n::{Front as Words, Lang, dates, fill};
use crate::route::{Filter, Route};
use crate::ui::components::subjects::ArchiveSubjects;
use crate::ui::components::text::{Phrases, dotted};
use crate::ui::pages::archive::beyond::number;
use crate::ui::pages::archive::bodies::Bodies;
use crate::ui::pages::archive::findings::Findings;
use crate::ui::pages::archive::samples::Samples;
use crate::ui::pages::archive::tags::Tags;
use crate::ui::state::{App, session_href};
use leptos::prelude::*;
use std::sync::Arc;

/// So many of the newest sessions are shown.
const RECENT: usize = 3;

/// What the archive has, in about three screens of a phone.
#[component]
pub fn Front(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The main list of the archive.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let total = catalogue.whole.as_ref().map_or(catalogue.sessions.len(), |whole| whole.sessions as usize);
    let (main, _) = sides(&catalogue.sessions);
    let recent = main.into_iter().take(RECENT).map(|entry| {
        let entry = Arc::new(entry.clone());
        view! { <Recent app lang entry/> }.into_any()
    });
    let recent = recent.collect::<Vec<_>>();
    let offline =
        move || Stored(&app.stored.read()).is_offline().then(|| view! { <p class="note">{lang.texts().offline_note}</p> }.into_any());
    let title = Words::of(lang).recent_title;
    view! {
        <div class="front">
            {offline}
            <Findings lang catalogue=catalogue.clone()/>
            <section class="newest">
                <h2>{title}" "<AllSessions lang total/></h2>
                <ul class="sessions">{recent}</ul>
            </section>
            <ArchiveSubjects app/>
            <Samples lang catalogue=catalogue.clone()/>
            <Bodies lang catalogue/>
            <About lang/>
        </div>
    }
    .into_any()
}

/// The way to the whole list.
#[component]
fn AllSessions(
    /// The language of the interface.
    lang: Lang,
    /// How many sessions there are.
    total: usize,
) -> impl IntoView {
    let all = fill(Words::of(lang).recent_all, &[&number(total)]);
    view! { <a class="all" href=Route::Archive(Filter::all()).href()>{all}" ›"</a> }.into_any()
}

/// A session of the newest: where and when, what it is, the first sentence of what is said of it, and what it holds.
#[component]
fn Recent(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// What the list says of it.
    entry: Arc<Entry>,
) -> impl IntoView {
    let when = dotted([around(&entry.assembly), dates::span(lang, &entry.dates)]);
    let says = entry.summary.as_deref().map(|summary| {
        let first = first_sentence(summary).to_owned();
        view! { <p class="says" lang="zh-Hans">{first}</p> }.into_any()
    });
    let id = entry.id.clone();
    let stored = move || {
        let is_stored = Stored(&app.stored.read()).has(id.as_str());
        is_stored.then(|| view! { <span class="level">{lang.texts().can_read_offline}</span> }.into_any())
    };
    view! {
        <li>
            <span class="date" lang="zh-Hans">{when}{stored}</span>
            <a class="t" href=session_href(&entry.id) lang="zh-Hans"><Phrases title=short_title(&entry)/></a>
            {says}
            <Tags lang entry/>
        </li>
    }
    .into_any()
}

/// What this page is, and where its contents come from.
#[component]
fn About(
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let f = Words::of(lang);
    view! { <section id="about"><h2>{f.front_about}</h2><p class="quiet">{f.about_data}" "{f.about_private}</p></section> }.into_any()
}
