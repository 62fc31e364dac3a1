//! What is around every page: name, search, tools, footer, messages.

use crate::i18n::Lang;
use crate::route::Route;
use crate::ui::components::search_field::SearchField;
use crate::ui::components::toast::Toast;
use crate::ui::parts;
use crate::ui::state::prefs::{self, Choice};
use crate::ui::state::{App, Dialog};
use leptos::html::{Details, Summary};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

/// The page around the current place.
#[component]
pub fn Shell(
    /// The current place.
    children: Children,
) -> impl IntoView {
    let app = App::current();
    prefs::apply_saved();
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", app.lang.get().tag());
        }
    });
    let is_dialog_open = Memo::new(move |_| *app.dialog.read() != Dialog::Closed);
    view! {
        <Header/>
        <main id="main">{children()}</main>
        <footer class="foot"><p>{app.word(|t| t.footer)}</p></footer>
        {move || is_dialog_open.get().then(|| parts::open_dialog(app))}
        {parts::found_bar(app)}
        // In a dialog there is one of its own.
        {move || (app.modals.get() == 0).then(|| view! { <Toast/> }.into_any())}
        <div class="unseen" role="status">{app.arrived}</div>
        <div class="drop" aria-hidden="true"><p>{app.word(|t| t.drop_here)}</p></div>
    }
    .into_any()
}

/// The bar is built once and only its words change with the language, so that the language button keeps the focus.
#[component]
fn Header() -> impl IntoView {
    let app = App::current();
    let other = move || if app.lang.get() == Lang::Zh { Lang::En } else { Lang::Zh };
    // Words may come late: a dialog that was opened meanwhile keeps its own until it is closed.
    let chosen = RwSignal::new(None::<Lang>);
    Effect::new(move |_| {
        if let (Some(lang), 0) = (chosen.get(), app.modals.get()) {
            chosen.set(None);
            app.lang.set(lang);
        }
    });
    let switch = move |_| {
        let lang = untrack(other);
        spawn_local(async move {
            if parts::learn(lang).await {
                prefs::save_lang(lang);
                chosen.set(Some(lang));
            } else {
                app.announce(app.lang.get_untracked().texts().part_missing);
            }
        });
    };
    let switch_label = move || {
        let t = app.texts();
        format!("{} · {}", t.other_language, t.switch_language)
    };
    view! {
        <header class="bar">
            <a class="skip" href="#main">{app.word(|t| t.skip)}</a>
            <a class="brand" href=Route::home().href()><i aria-hidden="true">"议"</i><span>{app.word(|t| t.name)}</span></a>
            <SearchField/>
            <button class="tool" type="button" on:click=move |_| app.dialog.set(Dialog::Open)>{app.word(|t| t.open_file)}</button>
            <DisplayMenu/>
            <button class="tool" type="button" lang=move || other().tag() aria-label=switch_label on:click=switch>
                {app.word(|t| t.other_language)}
            </button>
        </header>
    }
    .into_any()
}

/// Theme and text size. A `<details>`, so that it opens by keyboard and needs no script to close.
#[component]
fn DisplayMenu() -> impl IntoView {
    let app = App::current();
    let (details, summary) = (NodeRef::<Details>::new(), NodeRef::<Summary>::new());
    let close = move |event: KeyboardEvent| {
        if let (Some(details), Some(summary), "Escape") = (details.get_untracked(), summary.get_untracked(), event.key().as_str()) {
            let _ = details.remove_attribute("open");
            let _ = summary.focus();
        }
    };
    let choices = move || {
        let t = app.texts();
        view! {
            <Choices choice=Choice::Theme name="theme" legend=t.theme labels=[t.theme_system, t.theme_light, t.theme_dark]/>
            <Choices choice=Choice::Size name="size" legend=t.text_size labels=[t.size_normal, t.size_large, t.size_huge]/>
        }
        .into_any()
    };
    view! {
        <details class="menu" node_ref=details on:keydown=close>
            <summary class="tool" node_ref=summary>
                <span aria-hidden="true">"Aa"</span>
                <span class="unseen">{app.word(|t| t.settings)}</span>
            </summary>
            <div class="menu-body">{choices}</div>
        </details>
    }
    .into_any()
}

/// The values of a preference, of which one is chosen.
#[component]
fn Choices(
    /// The preference.
    choice: Choice,
    /// The name of the field.
    name: &'static str,
    /// What is chosen.
    legend: &'static str,
    /// The names of the values.
    labels: [&'static str; 3],
) -> impl IntoView {
    let saved = choice.saved();
    let radios = choice.values().into_iter().zip(labels).map(|(value, label)| {
        view! {
            <label>
                <input type="radio" name=name value=value checked=value == saved on:change=move |_| choice.choose(value)/>
                {label}
            </label>
        }
        .into_any()
    });
    view! { <fieldset><legend>{legend}</legend>{radios.collect::<Vec<_>>()}</fieldset> }.into_any()
}
