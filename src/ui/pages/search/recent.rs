//! Before anything is typed: what was searched for lately, and how to search.

use crate::i18n::{Find, Lang, fill};
use crate::route::Asked;
use crate::ui::state::place::search;
use crate::ui::state::{App, prefs};
use leptos::prelude::*;

/// What was searched for lately, which can be forgotten, and how to search.
#[component]
pub fn RecentSearches(
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let app = App::current();
    let f = Find::of(lang);
    let searches = RwSignal::new(prefs::searches());
    let forget = move |one: Option<&str>| {
        prefs::forget_searches(one);
        searches.set(prefs::searches());
    };
    let recent = move || {
        let searches = searches.get();
        if searches.is_empty() {
            return None;
        }
        let rows = searches.into_iter().map(|text| {
            let (href, label) = (search(app, Asked::new(&text)).href(), fill(f.find_forget, &[&text]));
            let name = text.clone();
            view! {
                <li>
                    <a href=href>{name}</a>
                    <button class="tool" type="button" aria-label=label on:click=move |_| forget(Some(&text))>"×"</button>
                </li>
            }
            .into_any()
        });
        let view = view! {
            <section>
                <h2>{f.find_recent}</h2>
                <ul class="recent">{rows.collect::<Vec<_>>()}</ul>
                <p class="row">
                    <button class="btn" type="button" on:click=move |_| forget(None)>{f.find_forget_all}</button>
                    <span class="quiet">{f.find_private}</span>
                </p>
            </section>
        };
        Some(view.into_any())
    };
    let how = [f.find_how_exact, f.find_how_pinyin, f.find_how_terms, f.find_how_number, f.find_how_keys];
    view! {
        <div lang=lang.tag()>{recent}</div>
        <section lang=lang.tag()>
            <h2>{f.find_how}</h2>
            <ul class="how">{how.map(|line| view! { <li>{line}</li> }.into_any()).into_iter().collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
