//! Loading, failed and empty, told in the same way everywhere.

use crate::i18n::{Lang, Texts, fill};
use crate::route::Route;
use crate::ui::actions::open::cancel;
use crate::ui::actions::visit::retry;
use crate::ui::components::common::heading;
use crate::ui::data::library::look;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog, Progress};
use crate::ui::web::dom::{El, bdi, built, button, el, link, with_text};
use leptos::prelude::*;

/// On its way: how much has arrived, and a way to cancel.
pub fn loading(app: App, progress: Progress) -> AnyView {
    let t = app.texts();
    document().set_title(&format!("{} · {}", t.loading, t.name));
    let meter = progress.total.map(|total| {
        let meter = el("progress").set("max", &total.to_string()).set("value", &progress.received.to_string());
        meter.set("aria-label", t.loading)
    });
    let cancel = button("btn", t.cancel, Box::new(move |_| cancel(app)));
    let state = el("div").class("state").set("aria-busy", "true").add(heading(&progress_words(t, progress))).maybe(meter);
    built(vec![state.add(el("p").add(cancel))])
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

/// Not to be had, as a page.
pub fn failed(app: App, failure: &Failure) -> AnyView {
    built(vec![crate::ui::components::states::failure(app, failure)])
}

/// Not to be had: what happened, and the ways on.
pub fn failure(app: App, failure: &Failure) -> El {
    let lang: Lang = app.lang.get();
    let t = lang.texts();
    document().set_title(&format!("{} · {}", t.failed_title, t.name));
    let in_session = matches!(app.route.get_untracked(), Route::Session { .. });
    let hint = (in_session && matches!(failure, Failure::NotFound { .. })).then(|| with_text("p", "quiet", t.stored_elsewhere));
    // The reader's own session may be kept, and not to be had just now.
    let trouble = untrack(|| look(app, |library| library.trouble.as_ref().filter(|_| in_session).map(|trouble| trouble.sentence(lang))));
    let trouble = trouble.map(|trouble| with_text("p", "quiet", &trouble));
    let again = button("btn primary", t.retry, Box::new(move |_| retry(app)));
    let open = button("btn", t.open_file, Box::new(move |_| app.dialog.set(Dialog::Open)));
    let back = link(&Route::home().href(), t.back_home).class("btn");
    let state = el("div").class("state").set("role", "alert").add(heading(t.failed_title));
    let state = state.add(el("p").add(bdi(&failure.sentence(lang)))).maybe(hint).maybe(trouble);
    state.add(el("p").class("row").add(again).add(open).add(back))
}

/// Bytes in the unit that reads best.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
