//! Which session a draft is of, and the ways on: a session of its own, or budgets of the one that is open.

use crate::drafting::{About, Drafted};
use crate::i18n::{Foreign, fill};
use crate::ui::actions::drafts::{join, open_draft};
use crate::ui::dialogs::foreign::desk::{Desk, Said};
use crate::ui::state::{App, Load};
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;

/// What a session file must say of itself, as far as the file tells; and the buttons that go on with it.
#[component]
pub fn AboutForm(
    /// The name of the file.
    name: String,
) -> impl IntoView {
    let app = App::current();
    let lang = app.lang.get_untracked();
    let words = Foreign::of(lang);
    let desk = Desk::current();
    let found = desk.look(|offer| offer.about.clone());
    let (assembly, title, date) = (RwSignal::new(found.assembly), RwSignal::new(found.title), RwSignal::new(found.date));
    let wrong = RwSignal::new(None::<String>);
    let has_budgets =
        Memo::new(move |_| desk.seen(|offer| offer.told.figures + offer.tables.iter().map(|table| table.lines).sum::<usize>()) > 0);
    let opened = match app.session.get_untracked() {
        Load::Ready(opened) => Some(opened),
        _ => None,
    };
    // What the program makes of it comes a moment later; a closed dialog does not wait for it.
    let go = move |about: About, then: Box<dyn FnOnce(Drafted)>| {
        spawn_local_scoped_with_cancellation(async move {
            match desk.finish(about).await {
                Ok(draft) => then(draft),
                Err(said) => wrong.set(Some(Said::sentence(&said, lang))),
            }
        });
    };
    let own = StoredValue::new(name.clone());
    let draft = move |is_to_be_checked: bool| {
        let about = About { assembly: assembly.get_untracked(), title: title.get_untracked(), date: date.get_untracked() };
        if let Some(missing) = missing(words, &about) {
            wrong.set(Some(missing.to_owned()));
            return;
        }
        go(about, Box::new(move |draft| open_draft(app, own.get_value(), draft, is_to_be_checked)));
    };
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        draft(false);
    };
    let owner = Owner::current();
    let check = move |_| {
        if let Some(owner) = &owner {
            owner.with(|| draft(true));
        }
    };
    let join = opened.map(|opened| {
        let label = fill(words.foreign_join, &[opened.session.title.as_str()]);
        let owner = Owner::current();
        let add = move |_| {
            let (name, opened) = (name.clone(), opened.clone());
            let add = move || go(About::default(), Box::new(move |draft| join(app, name, &opened, &draft.session)));
            if let Some(owner) = &owner {
                owner.with(add);
            }
        };
        view! { <button class="btn" type="button" disabled=move || !has_budgets.get() on:click=add>{label}</button> }
    });
    view! {
        <form class="field" on:submit=open>
            <h3>{words.foreign_about}</h3>
            <TextField id="foreign-assembly" label=words.foreign_assembly value=assembly/>
            <TextField id="foreign-session" label=words.foreign_session value=title/>
            <TextField id="foreign-date" label=words.foreign_date value=date/>
            <p class="wrong" role="alert">{move || wrong.get()}</p>
            <p class="row">
                <button class="btn primary" type="submit">{words.foreign_open}</button>
                <button class="btn" type="button" on:click=check>{words.foreign_check}</button>
                {join}
            </p>
        </form>
    }
    .into_any()
}

/// A field of one line.
#[component]
fn TextField(
    /// Its id.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What is in it.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label for=id>{label}</label>
        <input id=id type="text" autocomplete="off" bind:value=value/>
    }
    .into_any()
}

/// What a session file cannot do without.
fn missing(words: &'static Foreign, about: &About) -> Option<&'static str> {
    if about.assembly.trim().is_empty() {
        return Some(words.foreign_needs_assembly);
    }
    (!about.is_dated()).then_some(words.foreign_needs_date)
}
