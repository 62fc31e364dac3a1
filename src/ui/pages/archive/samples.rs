//! What the made-up sessions show, in a line of its own: nobody takes them for real ones.

use crate::archive::Catalogue;
use crate::digest::front::{Shown, shown, sides, town};
use crate::i18n::{Front as Words, Lang, fill};
use crate::ui::components::session_list::counted;
use leptos::prelude::*;
use std::sync::Arc;

/// The samples of the archive; nothing where it has none.
#[component]
pub fn Samples(
    /// The language of the interface.
    lang: Lang,
    /// The main list of the archive.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let f = Words::of(lang);
    let (_, samples) = sides(&catalogue.sessions);
    let Some(first) = samples.first() else { return ().into_any() };
    let about = fill(f.try_about, &[town(&first.assembly), &counted(lang, samples.len())]);
    let all = shown(&samples);
    let last = all.len().saturating_sub(1);
    let links = all.into_iter().enumerate().map(|(at, (what, route))| {
        let after = if at < last { f.try_join } else { f.try_end };
        view! { <a href=route.href()>{word(lang, what)}</a>{after} }.into_any()
    });
    view! { <section class="try"><h2>{f.try_title}</h2><p class="quiet"><span lang="zh-Hans">{about}</span>{links.collect::<Vec<_>>()}</p></section> }.into_any()
}

fn word(lang: Lang, what: Shown) -> &'static str {
    let f = Words::of(lang);
    match what {
        Shown::Budgets => f.try_budgets,
        Shown::Suggestions => f.try_suggestions,
        Shown::Ballot => f.try_ballot,
        Shown::Refused => f.try_refused,
        Shown::Compare => f.try_compare,
    }
}
