//! One session in the list.

use crate::archive::Entry;
use crate::digest::Stored;
use crate::i18n::{Lang, count, dates, labels};
use crate::ui::components::text::Phrases;
use crate::ui::state::{App, session_href};
use leptos::prelude::*;
use std::sync::Arc;

/// A session: its days, title, place and level, what it holds, and whether it can be read offline.
#[component]
pub fn SessionRow(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// What the list says of it.
    entry: Arc<Entry>,
) -> impl IntoView {
    let t = lang.texts();
    let place = entry.assembly.place.as_deref().unwrap_or_default().replace(' ', " › ");
    let level = entry.assembly.level.map(|level| view! { <span class="level">{labels::level(lang, level)}</span> }.into_any());
    let sample = entry.is_sample.then(|| view! { <span class="chip sample">{t.sample}</span> }.into_any());
    let counts = &entry.counts;
    let mut facts = vec![];
    if counts.agenda > 0 {
        facts.push(count(lang, counts.agenda as usize, "项议程", "agenda item", "agenda items"));
    }
    if counts.speeches > 0 {
        facts.push(count(lang, counts.speeches as usize, "篇发言与报告", "speech or report", "speeches and reports"));
    }
    if counts.resolutions > 0 {
        facts.push(count(lang, counts.resolutions as usize, "项决议", "resolution", "resolutions"));
    }
    let id = entry.id.clone();
    let stored = move || {
        let is_stored = Stored(&app.stored.read()).has(id.as_str());
        is_stored.then(|| view! { <span class="level">{t.can_read_offline}</span> }.into_any())
    };
    view! {
        <li>
            <span class="date">{dates::span(lang, &entry.dates)}</span>
            <a class="t" href=session_href(&entry.id) data-key=entry.id.to_string() lang="zh-Hans">
                <Phrases title=entry.title.to_string()/>
            </a>
            {sample}
            <span class="who"><bdi lang="zh-Hans">{place}</bdi>{level}</span>
            <span class="who">{facts.join(" · ")}{stored}</span>
        </li>
    }
    .into_any()
}
