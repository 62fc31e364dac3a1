//! What a session holds, as short words that lead to it.

use crate::archive::Entry;
use crate::digest::front::{Tag, tags};
use crate::i18n::{Front as Words, Lang};
use crate::route::{Route, SessionSource};
use leptos::prelude::*;
use std::sync::Arc;

/// The tags of a session; nothing where it holds none of these things.
#[component]
pub fn Tags(
    /// The language of the interface.
    lang: Lang,
    /// What the catalogue says of it.
    entry: Arc<Entry>,
) -> impl IntoView {
    let links = tags(&entry).into_iter().map(|(tag, place)| {
        let href = Route::to(SessionSource::Id(entry.id.clone()), place).href();
        view! { <a href=href>{word(lang, tag)}</a> }.into_any()
    });
    let links = links.collect::<Vec<_>>();
    (!links.is_empty()).then(|| view! { <span class="tags">{links}</span> }.into_any())
}

fn word(lang: Lang, tag: Tag) -> &'static str {
    let f = Words::of(lang);
    match tag {
        Tag::Budgets => f.tag_budgets,
        Tag::Projects => f.tag_projects,
        Tag::Suggestions => f.tag_suggestions,
        Tag::Verbatim => f.tag_verbatim,
        Tag::Summaries => f.tag_summaries,
        Tag::Votes => f.tag_votes,
    }
}
