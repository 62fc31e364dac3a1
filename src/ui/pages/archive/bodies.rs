//! The bodies that have met most often, each with a link to all of its sessions.

use crate::archive::Catalogue;
use crate::digest::front::{bodies, sides};
use crate::i18n::{Front as Words, Lang, fill};
use crate::route::{Across, Filter, Route};
use crate::ui::pages::archive::beyond::number;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are named.
const MOST: usize = 6;

/// Bodies with most sessions; nothing where there is none.
#[component]
pub fn Bodies(
    /// The language of the interface.
    lang: Lang,
    /// The main list of the archive.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let f = Words::of(lang);
    let (main, _) = sides(&catalogue.sessions);
    let (bodies, is_part) = (bodies(&main), catalogue.whole.is_some());
    // How many there are in all is known only where all sessions are listed.
    let all = (!is_part && bodies.len() > MOST).then(|| {
        let all = fill(f.recent_all, &[&number(bodies.len())]);
        view! { <a class="all" href=Route::Archive(Filter::all()).href()>{all}" ›"</a> }.into_any()
    });
    let chips = bodies.iter().take(MOST).map(|(body, sessions)| {
        let href = Route::Across(Across::Body(body.name.to_string())).href();
        let name = body.short_name.as_deref().unwrap_or(&body.name).to_owned();
        // Of a part it is not known how many sessions a body has in all.
        let many = (!is_part).then(|| view! { " "<small>{sessions.len().to_string()}</small> }.into_any());
        view! { <li><a href=href><span lang="zh-Hans">{name}</span>{many}</a></li> }.into_any()
    });
    let chips = chips.collect::<Vec<_>>();
    (!chips.is_empty()).then(|| view! { <section class="towns"><h2>{f.bodies_title}" "{all}</h2><ul>{chips}</ul></section> }.into_any())
}
