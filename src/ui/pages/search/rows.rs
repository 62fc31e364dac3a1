//! What was found, line by line, with the words around and what was asked for marked.

use crate::i18n::fill;
use crate::order::insert;
use crate::route::{Place, Route};
use crate::search::excerpt::{Snip, excerpts, marked};
use crate::search::{Hit, Item, Query};
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;
use std::sync::Arc;

/// What was found in the session around, the first of it. A row stays the same element when more are shown.
#[component]
pub fn SearchRows(
    /// What was found, best first.
    hits: Vec<Hit>,
    /// What was searched for.
    query: Arc<Query>,
    /// As it was typed; where it is nothing, nothing is marked where a row leads.
    typed: String,
    /// So many are shown.
    #[prop(into)]
    most: Signal<usize>,
) -> impl IntoView {
    let ctx = use_ctx();
    let rows = move || {
        let mut named = Vec::new();
        let rows = hits.iter().take(most.get()).map(|hit| {
            let within = Item::of(ctx.session(), &ctx.opened.lookup, hit.spot).map(|item| within(&item)).unwrap_or_default();
            // What belongs to one place is shown under its name, once.
            (*hit, Some(within).filter(|within| !within.is_empty() && insert(&mut named, within.clone())))
        });
        rows.collect::<Vec<_>>()
    };
    let row = move |(hit, within)| view! { <SearchRow hit within query=query.clone() typed=typed.clone()/> }.into_any();
    view! {
        <ul class="hits">
            <For each=rows key=|(hit, _)| hit.spot children=row/>
        </ul>
    }
    .into_any()
}

/// One thing that was found.
#[component]
fn SearchRow(
    /// Where it is in the session around.
    hit: Hit,
    /// The name of what it belongs to, where that was not shown before.
    within: Option<String>,
    /// What was searched for.
    query: Arc<Query>,
    /// As it was typed.
    typed: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let item = Item::of(ctx.session(), &ctx.opened.lookup, hit.spot)?;
    let href = href(&ctx, &item, &typed);
    let places = (hit.count > 1).then(|| {
        view! { <small class="places" lang=ctx.lang.tag()>{fill(ctx.find().find_places, &[&hit.count.to_string()])}</small> }.into_any()
    });
    let within = within.map(|within| view! { <p class="within">{within}</p> }.into_any());
    let mut excerpts = excerpts(&item, &query).into_iter();
    let (class, first) =
        if item.head.is_empty() { ("snip", excerpts.next().unwrap_or_default()) } else { ("t", marked(&item.head, &query)) };
    // Of what has no title the first words are the link, and there are no others.
    let others = excerpts.filter(|_| !item.head.is_empty());
    let others = others.map(|excerpt| view! { <p class="snip">{snips(excerpt)}</p> }.into_any());
    let view = view! {
        <li>
            {within}
            <a href=href data-hit="" class=class>{snips(first)}</a>
            {places}
            {others.collect::<Vec<_>>()}
        </li>
    };
    Some(view.into_any())
}

/// What a thing belongs to, in a line.
fn within(item: &Item<'_>) -> String {
    dotted(item.within.iter().map(|text| Some((*text).to_owned())))
}

/// The link to something found, with what was searched for, so that it is marked there. A budget marks the line by itself.
fn href(ctx: &Ctx, item: &Item<'_>, typed: &str) -> String {
    let find = Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty() && !matches!(item.place, Place::Budget(_)));
    Route::Session { source: ctx.source.clone(), place: item.place.clone(), at: item.at.map(ToOwned::to_owned), find }.href()
}

/// A text with its marks.
pub fn snips(snips: Vec<Snip>) -> Vec<AnyView> {
    let view = |snip: Snip| {
        if snip.is_marked { view! { <mark>{snip.text}</mark> }.into_any() } else { view! { <bdi>{snip.text}</bdi> }.into_any() }
    };
    snips.into_iter().map(view).collect()
}
