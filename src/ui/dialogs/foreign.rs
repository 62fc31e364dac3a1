//! The dialog of a file that is no session: what was found in it, what a person decides of it, and how it goes on as a draft.

mod about;
mod adjust;
mod desk;
mod tables;

use crate::drafting::{Offer, Told};
use crate::i18n::{Foreign, fill};
use crate::ui::actions::drafts::open_made;
use crate::ui::components::modal::Modal;
use crate::ui::dialogs::foreign::about::AboutForm;
use crate::ui::dialogs::foreign::desk::{Desk, Said};
use crate::ui::dialogs::foreign::tables::TableList;
use crate::ui::state::{App, Dialog, ForeignFile};
use leptos::prelude::*;
use std::sync::Arc;

/// Reads the file in a program of its own, and shows what it found.
#[component]
pub fn ForeignDialog(
    /// The file.
    file: Arc<ForeignFile>,
) -> impl IntoView {
    let app = App::current();
    let words = Foreign::of(app.lang.get_untracked());
    let desk = Desk::provide(app, file.clone());
    let own = file.clone();
    Effect::new(move |_| {
        if let Some(Err(Said::Session(session))) = desk.offer.get() {
            open_made(app, own.name.clone(), session);
        }
    });
    // What is shown changes with what came, not with every answer.
    let came = Memo::new(move |_| desk.offer.get().map(|said| said.map(|_| ())));
    let content = move || match came.get() {
        None => view! { <Reading name=file.name.clone()/> }.into_any(),
        // It is opened, and the dialog closes.
        Some(Err(Said::Session(_))) => ().into_any(),
        Some(Err(said)) => view! { <Refusal said/> }.into_any(),
        Some(Ok(())) => view! { <Found name=file.name.clone()/> }.into_any(),
    };
    view! {
        <Modal title=words.foreign_title class="modal wide" on_close=move |()| app.dialog.set(Dialog::Closed)>
            <div class="foreign">{content}</div>
        </Modal>
    }
    .into_any()
}

/// The file is being read. Closing the dialog ends that.
#[component]
fn Reading(
    /// The name of the file.
    name: String,
) -> impl IntoView {
    let app = App::current();
    let lang = app.lang.get_untracked();
    let words = Foreign::of(lang);
    view! {
        <div class="note" role="status">
            <p>{fill(words.foreign_reading, &[&name])}</p>
            <progress aria-label=lang.texts().reading></progress>
            <p class="quiet">{words.foreign_stay}</p>
            <button class="btn" type="button" on:click=move |_| app.dialog.set(Dialog::Closed)>{lang.texts().cancel}</button>
        </div>
    }
    .into_any()
}

/// Why nothing was read. What was open is still there.
#[component]
fn Refusal(
    /// What went wrong.
    said: Said,
) -> impl IntoView {
    let app = App::current();
    let desk = Desk::current();
    let lang = app.lang.get_untracked();
    let (t, words) = (lang.texts(), Foreign::of(lang));
    let again = said.is_worth_another_try().then(|| {
        let again = move |_| desk.offer.refetch();
        view! { <button class="btn" type="button" on:click=again>{words.foreign_again}</button> }
    });
    view! {
        <div class="complaint">
            <div role="alert">
                <p><strong>{t.failed_title}</strong></p>
                <p class="prose-like">{said.sentence(lang)}</p>
            </div>
            <p class="quiet">{t.still_open}</p>
            <p class="row">
                {again}
                <button class="btn" type="button" on:click=move |_| app.dialog.set(Dialog::Open)>{t.choose_file}</button>
            </p>
        </div>
    }
    .into_any()
}

/// What was found, and how to go on.
#[component]
fn Found(
    /// The name of the file.
    name: String,
) -> impl IntoView {
    let app = App::current();
    let words = Foreign::of(app.lang.get_untracked());
    let desk = Desk::current();
    let is = fill(words.foreign_is, &[&name, &desk.look(|offer| offer.kind.clone())]);
    let told = desk.look(|offer| offer.told);
    let told = (told.items + told.people + told.figures > 0)
        .then(|| fill(words.foreign_told, &[&told.items.to_string(), &told.people.to_string(), &told.figures.to_string()]));
    let notes = desk.look(|offer| offer.notes.clone());
    view! {
        <p role="status"><bdi>{is}</bdi>" "{told}</p>
        {(!notes.is_empty()).then(|| view! { <ul class="note">{sentences(notes)}</ul> })}
        <TableList/>
        <Questions/>
        <AboutForm name/>
    }
    .into_any()
}

/// What a person has to decide; it follows what they decide.
#[component]
fn Questions() -> impl IntoView {
    let app = App::current();
    let words = Foreign::of(app.lang.get_untracked());
    let desk = Desk::current();
    let questions = Memo::new(move |_| desk.seen(|offer: &Offer| offer.questions.clone()));
    // Where nothing was read, what is to be decided is all that there is.
    let is_bare = desk.look(|offer| offer.told == Told::default() && offer.tables.iter().all(|table| table.lines == 0));
    let list = move || {
        let questions = questions.get();
        (!questions.is_empty()).then(|| {
            let title = fill(words.foreign_questions, &[&questions.len().to_string()]);
            view! { <details class="asked" open=is_bare><summary>{title}</summary><ul>{sentences(questions)}</ul></details> }
        })
    };
    view! { <div aria-live="polite">{list}</div> }.into_any()
}

fn sentences(sentences: Vec<String>) -> Vec<AnyView> {
    sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any()).collect()
}
