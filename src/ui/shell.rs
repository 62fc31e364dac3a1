//! What is around every page: name, search, tools, footer, messages.

use super::dialog::OpenDialog;
use super::live::{effect, live, message, words};
use super::pages::Page;
use super::prefs::{self, Choice};
use super::state::{App, Dialog};
use crate::i18n::Lang;
use leptos::html::{Details, Summary};
use leptos::prelude::*;

/// The page around the current place.
#[component]
pub fn Shell(
    /// The page's signals.
    app: App,
) -> impl IntoView {
    prefs::apply_saved();
    effect(move || {
        let lang = app.lang.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
    });
    view! {
        <Header app/>
        <Page app/>
        <footer class="foot"><p>{words(app, |t| t.footer)}</p></footer>
        <OpenDialog app/>
        <div class="told" class:show=move || !app.told.read().is_empty() role="status">{message(app.told)}</div>
        <div class="unseen" role="status">{message(app.arrived)}</div>
        <div class="drop" aria-hidden="true"><p>{words(app, |t| t.drop_here)}</p></div>
    }
}

/// The bar is built once and only its words change with the language, so that the language button keeps the focus.
#[component]
fn Header(app: App) -> impl IntoView {
    let other = move || if app.lang.get() == Lang::Zh { Lang::En } else { Lang::Zh };
    let switch = move |_| {
        let lang = untrack(other);
        prefs::save_lang(lang);
        app.lang.set(lang);
    };
    view! {
        <header class="bar">
            <a class="skip" href="#main">{words(app, |t| t.skip)}</a>
            <a class="brand" href="?"><i aria-hidden="true">"议"</i>{words(app, |t| t.name)}</a>
            <input
                class="find" type="search" disabled
                placeholder=move || app.texts().search_soon
                aria-label=move || app.texts().search_soon
            />
            <button class="tool" type="button" on:click=move |_| app.dialog.set(Dialog::Open)>{words(app, |t| t.open_file)}</button>
            <Display app/>
            <button class="tool" type="button" lang=move || other().tag() aria-label=move || format!("{} · {}", app.texts().other_language, app.texts().switch_language) on:click=switch>
                {words(app, |t| t.other_language)}
            </button>
        </header>
    }
}

/// Theme and text size. A `<details>`, so that it opens by keyboard and needs no script to close.
#[component]
fn Display(app: App) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let summary = NodeRef::<Summary>::new();
    let close = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(details) = details.get()
        {
            details.set_open(false);
            if let Some(summary) = summary.get() {
                let _ = summary.focus();
            }
        }
    };
    view! {
        <details class="menu" node_ref=details on:keydown=close>
            <summary class="tool" node_ref=summary>{words(app, |t| t.settings)}</summary>
            <div class="menu-body">
                {live(move || {
                    let t = app.texts();
                    view! {
                        {choices(Choice::Theme, "theme", t.theme, [t.theme_system, t.theme_light, t.theme_dark])}
                        {choices(Choice::Size, "size", t.text_size, [t.size_normal, t.size_large, t.size_huge])}
                    }
                    .into_any()
                })}
            </div>
        </details>
    }
}

fn choices(choice: Choice, name: &'static str, legend: &'static str, labels: [&'static str; 3]) -> AnyView {
    let saved = choice.saved();
    let options = choice.values().into_iter().zip(labels).map(move |(value, label)| {
        view! {
            <label>
                <input type="radio" name=name value=value checked=value == saved on:change=move |_| choice.choose(value)/>
                {label}
            </label>
        }
    });
    view! { <fieldset><legend>{legend}</legend>{options.collect_view()}</fieldset> }.into_any()
}
