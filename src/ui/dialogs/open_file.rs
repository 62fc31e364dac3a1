//! The dialog that opens a session: a file, pasted text, an address. What goes wrong is said in it, and nothing already open is lost.

use crate::archive::session_path;
use crate::i18n::{Clerk, Foreign, Texts, fill, findings};
use crate::model::link_host;
use crate::read::ReadError;
use crate::route::{Place, Route, SessionSource};
use crate::ui::actions::local::{open_file, open_pasted, stop_reading};
use crate::ui::actions::navigation;
use crate::ui::actions::workbook::save_template;
use crate::ui::components::fault_list::{Fault, FaultList};
use crate::ui::components::modal::Modal;
use crate::ui::components::states::progress_words;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog, Load, Progress, session_href};
use crate::ui::web::embedded::template;
use leptos::prelude::*;

/// Shown while [`App::dialog`](crate::ui::state::Signals::dialog) is one of its states.
#[component]
pub fn OpenDialog() -> impl IntoView {
    let app = App::current();
    let t = app.lang.get_untracked().texts();
    let close = move |()| {
        // Escape is meant for what the dialog shows: a file that is still being read.
        if app.dialog.with_untracked(|dialog| matches!(dialog, Dialog::Busy(_))) {
            stop_reading(app);
        }
        app.dialog.set(Dialog::Closed);
    };
    let news = move || match app.dialog.get() {
        Dialog::Failed(failure) => Some(view! { <Complaint failure/> }.into_any()),
        Dialog::Busy(progress) => Some(view! { <Reading progress/> }.into_any()),
        Dialog::Open | Dialog::Closed | Dialog::Unsaved(_) | Dialog::Foreign(_) => None,
    };
    // A single file asks no host for anything.
    let address = template().is_none().then(|| view! { <AddressForm t/> }.into_any());
    view! {
        <Modal title=t.open_title on_close=close>
            <div>{news}</div>
            <p class="quiet">{t.open_intro}</p>
            <FileField t/>
            <p class="quiet">{t.or_drop}</p>
            <PasteForm t/>
            {address}
            {sample()}
            <p class="row"><button class="go" type="button" on:click=move |_| save_template(app)>{Foreign::of(app.lang.get_untracked()).foreign_template}</button></p>
        </Modal>
    }
    .into_any()
}

/// For whoever has no file yet: a sample of the archive, to look at and as a file to begin with.
fn sample() -> Option<AnyView> {
    let app = App::current();
    let Load::Ready(catalogue) = app.catalogue.get_untracked() else { return None };
    let id = catalogue.sessions.iter().find(|entry| entry.is_sample)?.id.clone();
    let c = Clerk::of(app.lang.get_untracked());
    let (href, file) = (session_href(&id), session_path(&id));
    let close = move |_| app.dialog.set(Dialog::Closed);
    let view = view! {
        <p class="row">
            <a class="go" href=href on:click=close>{c.try_sample}</a>
            <a class="go" href=file download=format!("{id}.json")>{c.save_sample}</a>
        </p>
    };
    Some(view.into_any())
}

/// What went wrong: of a file with several faults all of them, by line.
#[component]
fn Complaint(
    /// What went wrong.
    failure: Failure,
) -> impl IntoView {
    let lang = App::current().lang.get_untracked();
    let t = lang.texts();
    let (sentence, list) = match &failure {
        Failure::Unreadable(error) if error.more.is_empty() => (findings::read_fault(lang, error), None),
        Failure::Unreadable(error) => {
            let fault = |error: &ReadError| Fault {
                is_error: true,
                at: (error.line, error.column),
                sentence: findings::read_fault_without_place(lang, error),
                path: error.path.clone(),
            };
            let faults: Vec<Fault> = error.all().map(fault).collect();
            let count = fill(Clerk::of(lang).all_errors, &[&faults.len().to_string()]);
            (count, Some(view! { <FaultList faults/> }.into_any()))
        }
        failure => (failure.sentence(lang), None),
    };
    view! {
        <div class="complaint">
            <div role="alert">
                <p><strong>{t.failed_title}</strong></p>
                <p class="prose-like">{sentence}</p>
            </div>
            {list}
            <p class="quiet">{t.still_open}</p>
        </div>
    }
    .into_any()
}

/// A file is being read, and can be left.
#[component]
fn Reading(
    /// How far it has come.
    progress: Progress,
) -> impl IntoView {
    let app = App::current();
    let t = app.lang.get_untracked().texts();
    view! {
        <div class="note" role="status">
            <p>{progress_words(t, progress)}</p>
            <button class="btn" type="button" on:click=move |_| stop_reading(app)>{t.cancel}</button>
        </div>
    }
    .into_any()
}

/// Chooses a file of the reader's device.
#[component]
fn FileField(
    /// The strings of the interface.
    t: &'static Texts,
) -> impl IntoView {
    let app = App::current();
    let choose = move |event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            open_file(app, file);
        }
        // The same file may be chosen again after it was mended.
        input.set_value("");
    };
    view! {
        <p>
            <label class="btn primary file">
                {t.choose_file}
                <input type="file" accept=".json,.html,.htm,.xlsx,.xls,.xlsb,.xlsm,.ods,.et,.csv,.tsv,.docx,.pdf,.txt,.xml,application/json,text/html" on:change=choose/>
            </label>
        </p>
    }
    .into_any()
}

/// Opens pasted text.
#[component]
fn PasteForm(
    /// The strings of the interface.
    t: &'static Texts,
) -> impl IntoView {
    let app = App::current();
    // Of an article that was copied from a page the clipboard has the page, too, with its headings and tables.
    let page = StoredValue::new(None::<(String, String)>);
    let paste = move |event: web_sys::ClipboardEvent| {
        let get = |kind| event.clipboard_data().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
        page.set_value(Some((get("text/plain").replace('\r', ""), get("text/html"))));
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = app.pasted.get_untracked();
        let is_page = |(plain, html): &(String, String)| !html.is_empty() && *plain == text && !text.trim_start().starts_with('{');
        match page.get_value().filter(is_page) {
            Some((_, html)) => open_pasted(app, format!("<!DOCTYPE html>\n<html><body>{html}</body></html>")),
            None => open_pasted(app, text),
        }
    };
    view! {
        <form class="field" on:submit=submit>
            <label for="paste">{t.paste_label}</label>
            <textarea id="paste" rows="3" spellcheck="false" autocomplete="off" prop:value=app.pasted on:paste=paste on:input=move |event| app.pasted.set(event_target_value(&event))></textarea>
            <button class="btn" type="submit">{t.paste_open}</button>
        </form>
    }
    .into_any()
}

/// Opens a session of another host.
#[component]
fn AddressForm(
    /// The strings of the interface.
    t: &'static Texts,
) -> impl IntoView {
    let app = App::current();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let address = app.address.get_untracked().trim().to_owned();
        if link_host(&address).is_some() && address.starts_with("https://") {
            app.dialog.set(Dialog::Closed);
            navigation::go(app, Route::to(SessionSource::Remote(address), Place::Overview));
        } else {
            app.dialog.set(Dialog::Failed(Failure::BadAddress { address }));
        }
    };
    view! {
        <form class="field" on:submit=submit>
            <label for="address">{t.address_label}</label>
            <input id="address" type="text" inputmode="url" spellcheck="false" autocomplete="off" placeholder="https://" prop:value=app.address on:input=move |event| app.address.set(event_target_value(&event))/>
            <button class="btn" type="submit">{t.address_open}</button>
        </form>
    }
    .into_any()
}
