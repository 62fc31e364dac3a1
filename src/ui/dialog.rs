//! The dialog that opens a file, an address or pasted text, and says what went wrong.

use super::doors::{Failure, Progress, open_file, open_pasted, stop_reading, template};
use super::live::{effect, live};
use super::navigation;
use super::pages::progress_words;
use super::state::{self, App};
use crate::route::{Door, Place, Route};
use leptos::html::{Dialog, Input, Textarea};
use leptos::prelude::*;

/// Shown while [`App::open_dialog`] is set. Escape and the close button close it; focus goes back to where it was.
#[component]
pub fn OpenDialog(
    /// The page's signals.
    app: App,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    effect(move || {
        let is_wanted = app.dialog.with(|dialog| *dialog != state::Dialog::Closed);
        if let Some(dialog) = dialog.get()
            && dialog.open() != is_wanted
        {
            if is_wanted {
                let _ = dialog.show_modal();
            } else {
                dialog.close();
            }
        }
    });
    let news = move || match app.dialog.get() {
        state::Dialog::Failed(failure) => complaint(app, &failure).into_any(),
        state::Dialog::Busy(progress) => busy(app, progress).into_any(),
        state::Dialog::Open | state::Dialog::Closed => ().into_any(),
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby="open-title" on:close=move |_| app.dialog.set(state::Dialog::Closed)>
            {live(move || {
                let t = app.texts();
                view! {
                    <div class="sheet-head">
                        <h2 id="open-title">{t.open_title}</h2>
                        <button class="btn" type="button" on:click=move |_| app.dialog.set(state::Dialog::Closed)>{t.close}</button>
                    </div>
                    {live(news)}
                    <p class="quiet">{t.open_intro}</p>
                    <Choose app/>
                    <Paste app/>
                    {template().is_none().then(|| view! { <Address app/> })}
                }
                .into_any()
            })}
        </dialog>
    }
}

fn complaint(app: App, failure: &Failure) -> impl IntoView + use<> {
    let lang = app.lang.get();
    let t = lang.texts();
    view! {
        <div class="complaint" role="alert">
            <p><strong>{t.failed_title}</strong></p>
            <p class="prose-like">{failure.sentence(lang)}</p>
            <p class="quiet">{t.still_open}</p>
        </div>
    }
}

fn busy(app: App, progress: Progress) -> impl IntoView {
    let t = app.texts();
    view! {
        <div class="note" role="status">
            <p>{progress_words(t, progress)}</p>
            <button class="btn" type="button" on:click=move |_| stop_reading(app)>{t.cancel}</button>
        </div>
    }
}

#[component]
fn Choose(app: App) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let t = app.lang.get_untracked().texts();
    let choose = move |_| {
        if let Some(input) = input.get() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open_file(app, file);
            }
            // The same file may be chosen again after it was mended.
            input.set_value("");
        }
    };
    view! {
        <p>
            <label class="btn primary file">
                {t.choose_file}
                <input node_ref=input type="file" accept=".json,.html,application/json,text/html" on:change=choose/>
            </label>
        </p>
        <p class="quiet">{t.or_drop}</p>
    }
}

#[component]
fn Paste(app: App) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    let t = app.lang.get_untracked().texts();
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        open_pasted(app, area.get().map(|area| area.value()).unwrap_or_default());
    };
    view! {
        <form class="field" on:submit=open>
            <label for="paste">{t.paste_label}</label>
            <textarea id="paste" node_ref=area rows="3" spellcheck="false" autocomplete="off"></textarea>
            <button class="btn" type="submit">{t.paste_open}</button>
        </form>
    }
}

#[component]
fn Address(app: App) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let t = app.lang.get_untracked().texts();
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let address = input.get().map(|input| input.value().trim().to_owned()).unwrap_or_default();
        if crate::model::link_host(&address).is_some() && address.starts_with("https://") {
            app.dialog.set(state::Dialog::Closed);
            navigation::go(app, Route::Session { door: Door::Remote(address), place: Place::Overview, at: None });
        } else {
            app.dialog.set(state::Dialog::Failed(Failure::BadAddress { address }));
        }
    };
    view! {
        <form class="field" on:submit=open>
            <label for="address">{t.address_label}</label>
            <input id="address" node_ref=input type="text" inputmode="url" spellcheck="false" autocomplete="off" placeholder="https://"/>
            <button class="btn" type="submit">{t.address_open}</button>
        </form>
    }
}
