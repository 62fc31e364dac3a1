//! The bodies of what is listed, with their terms and sessions.

use crate::archive::Entry;
use crate::digest::listing::grouped;
use crate::i18n::{Lang, dates};
use crate::route::{Across, Route};
use crate::ui::components::layout::Fact;
use crate::ui::state::session_href;
use leptos::prelude::*;

/// The bodies of what is listed, which is a part of their sessions where `is_part`.
pub fn bodies(lang: Lang, entries: &[&Entry], is_part: bool) -> AnyView {
    let t = lang.texts();
    let part = is_part.then(|| view! { <p class="quiet small">{t.bodies_listed}</p> }.into_any());
    let bodies = grouped(entries, |entry| entry.assembly.name.as_str()).into_iter().map(|(name, sessions)| {
        let href = Route::Across(Across::Body(name.to_owned())).href();
        let short = sessions.first().and_then(|entry| entry.assembly.short_name.as_deref()).unwrap_or(name).to_owned();
        let terms = grouped(&sessions, |entry| entry.term).into_iter().map(|(of, sessions)| {
            let term = of.map_or_else(|| t.term_unknown.to_owned(), |term| dates::term(lang, term));
            let links = sessions.into_iter().map(|entry| link(lang, entry)).collect::<Vec<_>>();
            view! { <Fact term><ul>{links}</ul></Fact> }.into_any()
        });
        let terms = terms.collect::<Vec<_>>();
        view! { <div class="body"><h3 lang="zh-Hans"><a class="t" href=href>{short}</a></h3><dl>{terms}</dl></div> }.into_any()
    });
    view! { <h2 class="aside-title">{t.bodies}</h2>{part}{bodies.collect::<Vec<_>>()} }.into_any()
}

/// A session by its number within the term, else by its days.
fn link(lang: Lang, entry: &Entry) -> AnyView {
    let label = entry.meeting.map(|meeting| dates::meeting(lang, meeting)).or_else(|| dates::span(lang, &entry.dates));
    let label = label.unwrap_or_else(|| entry.title.to_string());
    view! { <li><a href=session_href(&entry.id)>{label}</a></li> }.into_any()
}
