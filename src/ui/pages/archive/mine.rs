//! The reader's own sessions on the home page: what is kept in this browser, to open, export and remove.

use crate::i18n::{Lang, dates, fill};
use crate::model::{Date, Dates, Stated};
use crate::route::{Place, Route, SessionSource};
use crate::ui::actions::library as kept;
use crate::ui::components::modal::Modal;
use crate::ui::components::session_list::counted;
use crate::ui::components::states::size;
use crate::ui::components::text::{Phrases, dotted};
use crate::ui::data::library;
use crate::ui::data::library::Row;
use crate::ui::state::{App, Origin};
use crate::ui::web::database::Trouble;
use crate::ui::web::focus::focus;
use crate::ui::web::timing::after_paint;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// A version of a session that is kept: its key, and when it was opened last.
type Version = (String, String);

/// The section; empty where nothing is kept.
#[component]
pub fn OwnSessions(
    /// The page's signals.
    app: App,
) -> impl IntoView {
    library::refresh(app);
    let versions = Memo::new(move |_| library::look(app, |library| library.rows.iter().map(|row| version(row)).collect::<Vec<_>>()));
    // Who keeps nothing is not bothered with why nothing could be kept.
    let trouble = Memo::new(move |_| {
        library::look(app, |library| library.trouble.clone().filter(|trouble| *trouble != Trouble::Refused || !library.visit.is_empty()))
    });
    let is_shown = Memo::new(move |_| !versions.read().is_empty() || trouble.read().is_some());
    let asked = RwSignal::new(None::<Question>);
    let on_close = Callback::new(move |()| asked.set(None));
    let section = move || {
        let lang = app.lang.get();
        let t = lang.texts();
        let remove_all = move || {
            let press = move |_| {
                let what = counted(lang, versions.read_untracked().len());
                asked.set(Some(Question { title: t.remove_all, what, key: None }));
            };
            (versions.read().len() > 1)
                .then(|| view! { <button class="btn small" type="button" on:click=press>{t.remove_all}</button> }.into_any())
        };
        let unlisted = move || {
            trouble.get().map(|trouble| {
                let again = move |_| library::refresh(app);
                view! {
                    <p class="notice" role="status">
                        <bdi>{fill(t.library_unlisted, &[&trouble.sentence(lang)])}</bdi>" "
                        <button class="btn" type="button" on:click=again>{t.retry}</button>
                    </p>
                }
                .into_any()
            })
        };
        is_shown.get().then(|| {
            view! {
                <section aria-labelledby="mine">
                    <div class="list-head"><h2 id="mine" tabindex="-1">{t.library_title}</h2>{remove_all}</div>
                    {unlisted}
                    <p class="quiet">{t.library_about}</p>
                    <ul class="sessions">
                        <For each=move || versions.get() key=Clone::clone let:of><OwnSession app lang of asked/></For>
                    </ul>
                </section>
            }
            .into_any()
        })
    };
    let confirm = move || asked.get().map(|question| view! { <Confirm app question on_close/> }.into_any());
    view! { <div class="mine">{section}{confirm}</div> }.into_any()
}

fn version(row: &Row) -> Version {
    (row.key.clone(), row.opened_at.clone())
}

/// One session that is kept.
#[component]
fn OwnSession(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// Which one.
    of: Version,
    /// What the reader is asked.
    asked: RwSignal<Option<Question>>,
) -> impl IntoView {
    let t = lang.texts();
    let row = untrack(|| library::look(app, |library| library.rows.iter().find(|row| version(row) == of).cloned()));
    let Some(row) = row else { return ().into_any() };
    let source = row.source();
    let is_own = matches!(source, SessionSource::Id(_));
    let href = Route::to(source, Place::Overview).href();
    let (opens, saved, removed) = (row.clone(), row.clone(), row.clone());
    let open = move |event: MouseEvent| {
        // The link leads to the archive's own where it has one of that id; here the reader wants this one.
        if is_own && !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            kept::open_kept(app, &opens);
        }
    };
    let label = |label: &str| format!("{label}: {}", row.title);
    let export = move |_| kept::export(app, &saved);
    let remove = move |_| {
        asked.set(Some(Question { title: t.remove, what: removed.title.clone(), key: Some(removed.key.clone()) }));
    };
    view! {
        <li>
            <span class="date">{days(lang, &row)}</span>
            <a class="t" href=href lang="zh-Hans" on:click=open><Phrases title=row.title.clone()/></a>
            <span class="who">{facts(lang, &row)}</span>
            <span class="does">
                <button class="btn small" type="button" aria-label=label(t.export) on:click=export>{t.export}</button>
                <button class="btn small" type="button" aria-label=label(t.remove) on:click=remove>{t.remove}</button>
            </span>
        </li>
    }
    .into_any()
}

/// The days of a session.
fn days(lang: Lang, row: &Row) -> Option<String> {
    let day = |day: &str| Some(Date::from(day)).filter(|_| !day.is_empty());
    dates::span(lang, &Dates { start: day(&row.start), end: day(&row.end).map_or(Stated::Unknown, Stated::Value) })
}

/// Whose session it is, where it came from, when it was opened last, and how large it is.
fn facts(lang: Lang, row: &Row) -> String {
    let t = lang.texts();
    let origin = match row.origin() {
        Origin::Remote(host) => host,
        Origin::Local(name) => fill(t.from_file, &[&name]),
        Origin::Link(_) => t.from_link.to_owned(),
        Origin::Pasted | Origin::Archive => t.from_paste.to_owned(),
    };
    // The day is the reader's own, not that of Greenwich.
    let opened = js_sys::Date::new(&row.opened_at.as_str().into());
    let opened = format!("{:04}-{:02}-{:02}", opened.get_full_year(), opened.get_month() + 1, opened.get_date());
    let opened = fill(t.library_opened, &[&dates::date(lang, &opened.as_str().into())]);
    dotted([Some(row.assembly.clone()), Some(origin), Some(opened), row.size.parse().ok().map(size)])
}

/// What the reader is asked before anything is removed.
#[derive(Clone)]
struct Question {
    /// What is to be done.
    title: &'static str,
    /// With what.
    what: String,
    /// The key of the session; all where there is none.
    key: Option<String>,
}

/// Asks before anything is removed, and puts the focus on what is left afterwards.
#[component]
fn Confirm(
    /// The page's signals.
    app: App,
    /// What is asked.
    question: Question,
    /// Takes the dialog away.
    on_close: Callback<()>,
) -> impl IntoView {
    let t = app.lang.get_untracked().texts();
    let Question { title, what, key } = question;
    let remove = move |_| {
        on_close.run(());
        kept::remove(app, key.clone());
        // The dialog gives the focus back when it goes; what it came from goes, too.
        after_paint(|| {
            if let Some(left) = document().get_element_by_id("mine") {
                focus(left.unchecked_ref());
            }
        });
    };
    view! {
        <Modal title on_close>
            <p><bdi>{what}</bdi></p>
            <p class="quiet">{t.remove_note}</p>
            <p><button class="btn primary" type="button" on:click=remove>{t.remove}</button></p>
        </Modal>
    }
    .into_any()
}
