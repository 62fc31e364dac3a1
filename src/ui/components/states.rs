//! Loading and failed, said in the same way everywhere.

use crate::i18n::{Texts, fill};
use crate::route::Route;
use crate::ui::actions::open::cancel;
use crate::ui::actions::visit::retry;
use crate::ui::components::layout::{PageHeading, document_title};
use crate::ui::data::library::look;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog, Load, Progress};
use leptos::prelude::*;

/// The session is on its way: how much has arrived, and a way to cancel.
#[component]
pub fn Loading() -> impl IntoView {
    let app = App::current();
    let progress = move || match *app.session.read() {
        Load::Busy(progress) => progress,
        _ => Progress::default(),
    };
    let total = Memo::new(move |_| progress().total);
    let meter = move || {
        let label = app.texts().loading;
        total.get().map(|total| {
            view! { <progress max=total.to_string() value=move || progress().received.to_string() aria-label=label></progress> }.into_any()
        })
    };
    Effect::new(move |_| {
        document_title(app.lang.get(), &[app.texts().loading]);
    });
    view! {
        <div class="state" aria-busy="true">
            <h1 tabindex="-1">{move || progress_words(app.texts(), progress())}</h1>
            {meter}
            <p><button class="btn" type="button" on:click=move |_| cancel(app)>{app.word(|t| t.cancel)}</button></p>
        </div>
    }
    .into_any()
}

/// How far it has come, in words.
pub fn progress_words(t: &'static Texts, progress: Progress) -> String {
    match progress {
        Progress { is_reading: true, .. } => t.reading.to_owned(),
        Progress { received: 0, .. } => t.loading.to_owned(),
        Progress { received, total: Some(total), .. } => fill(t.loading_of, &[&size(received), &size(total)]),
        Progress { received, .. } => fill(t.loading_bytes, &[&size(received)]),
    }
}

/// Not to be had: what happened, and the ways on.
#[component]
pub fn Failed(
    /// What happened.
    failure: Failure,
) -> impl IntoView {
    let app = App::current();
    let in_session = matches!(app.route.get_untracked(), Route::Session { .. });
    // A component's body follows nothing; the words follow the language.
    let state = move || {
        let lang = app.lang.get();
        let t = lang.texts();
        document_title(lang, &[t.failed_title]);
        let hint = (in_session && matches!(failure, Failure::NotFound { .. }))
            .then(|| view! { <p class="quiet">{t.stored_elsewhere}</p> }.into_any());
        // The reader's own session may be kept, and not to be had just now.
        let trouble =
            untrack(|| look(app, |library| library.trouble.as_ref().filter(|_| in_session).map(|trouble| trouble.sentence(lang))));
        // The list is in the dialog, for few files have several faults.
        let faults = match &failure {
            Failure::Unreadable(error) if !error.more.is_empty() => {
                let words = fill(t.faults_all, &[&(error.more.len() + 1).to_string()]);
                let failed = failure.clone();
                let list = move |_| app.dialog.set(Dialog::Failed(failed.clone()));
                Some(view! { <p><button class="btn" type="button" on:click=list>{words}</button></p> }.into_any())
            }
            _ => None,
        };
        view! {
            <PageHeading text=t.failed_title/>
            <p><bdi>{failure.sentence(lang)}</bdi></p>
            {faults}
            {hint}
            {trouble.map(|trouble| view! { <p class="quiet">{trouble}</p> }.into_any())}
            <p class="row">
                <button class="btn primary" type="button" on:click=move |_| retry(app)>{t.retry}</button>
                <button class="btn" type="button" on:click=move |_| app.dialog.set(Dialog::Open)>{t.open_file}</button>
                <a class="btn" href=Route::home().href()>{t.back_home}</a>
            </p>
        }
        .into_any()
    };
    view! { <div class="state" role="alert">{state}</div> }.into_any()
}

/// Bytes in the unit that reads best.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
