//! The ways on where nothing was found.

use crate::i18n::fill;
use crate::route::{Asked, Route};
use crate::search::Query;
use crate::ui::components::text::Mixed;
use crate::ui::pages::search::matching::{found, has_limits, search_href};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Looser queries are looked for when the reader rests; each takes as long as a search.
const REST: Duration = Duration::from_millis(400);

/// A link and its words.
type Way = (String, String);

/// What could be tried where nothing was found in the session around.
#[component]
pub fn SearchWays(
    /// What was searched for.
    asked: Asked,
    /// What it means.
    query: Arc<Query>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (f, lang) = (ctx.find(), ctx.lang.tag());
    let everywhere = Route::Search(Box::new(Asked::new(&asked.text))).href();
    let everywhere_label = fill(f.find_way_everywhere, &[asked.text.trim()]);
    let ways = RwSignal::new(Vec::<Way>::new());
    let rest = set_timeout_with_handle(move || ways.set(looser(&ctx, &asked, &query)), REST);
    on_cleanup(move || {
        if let Ok(rest) = rest {
            rest.clear();
        }
    });
    let row = |(href, label): Way| view! { <li><a href=href><Mixed text=label/></a></li> }.into_any();
    view! {
        <section lang=lang>
            <h2>{f.find_ways}</h2>
            <ul class="ways">
                {move || ways.get().into_iter().map(row).collect::<Vec<_>>()}
                <li><a href=everywhere><Mixed text=everywhere_label/></a></li>
                <li>{f.find_check}</li>
            </ul>
        </section>
    }
    .into_any()
}

/// Queries that ask for less and find something: without the limits; each of several terms; the longest beginning and end of the only one.
fn looser(ctx: &Ctx, asked: &Asked, query: &Query) -> Vec<Way> {
    let f = ctx.find();
    let mut ways = Vec::new();
    let mut offer = |asked: Asked, query: &Query, label: &dyn Fn(&str) -> String| {
        let count = found(ctx, &asked, query).iter().map(|group| group.hits.len()).sum::<usize>();
        if count > 0 {
            ways.push((search_href(ctx, asked), label(&count.to_string())));
        }
    };
    if has_limits(asked) {
        offer(Asked::new(&asked.text), query, &|count| fill(f.find_unlimited, &[count]));
    }
    let texts = match &query.terms[..] {
        [term] => {
            let corpus = ctx.opened.corpus();
            // What holds a text holds its beginning, so the longest is found by halving.
            let cuts: Vec<usize> = term.text.char_indices().map(|(at, _)| at).skip(2).collect();
            let beginning = cuts.partition_point(|cut| corpus.holds(&term.text[..*cut]));
            let ends: Vec<usize> = term.text.char_indices().map(|(at, _)| at).skip(1).collect();
            let ends = &ends[..ends.len().saturating_sub(1)];
            let end = ends.partition_point(|cut| !corpus.holds(&term.text[*cut..]));
            let beginning = beginning.checked_sub(1).map(|at| term.text[..cuts[at]].to_owned());
            let end = ends.get(end).map(|cut| term.text[*cut..].to_owned());
            beginning.into_iter().chain(end).collect()
        }
        terms => terms.iter().map(|term| term.text.clone()).collect::<Vec<_>>(),
    };
    for text in texts {
        offer(Asked::new(&text), &Query::parse(&text), &|count| fill(f.find_looser, &[&text, count]));
    }
    ways
}
