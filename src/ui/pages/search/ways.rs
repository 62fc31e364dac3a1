//! The ways on where nothing was found.

use crate::i18n::fill;
use crate::route::{Asked, Route};
use crate::search::Query;
use crate::ui::pages::search::{found, has_limits, href};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, link, with_text};
use leptos::prelude::*;
use std::time::Duration;

/// Looser queries are looked for when the reader rests; each takes as long as a search.
const REST: Duration = Duration::from_millis(400);

pub(super) fn ways(ctx: &Ctx, asked: &Asked, query: &Query) -> El {
    let f = ctx.find();
    let everywhere = Route::Search(Box::new(Asked::new(&asked.text))).href();
    let always = [el("li").add(link(&everywhere, &fill(f.find_way_everywhere, &[asked.text.trim()]))), with_text("li", "", f.find_check)];
    let ways = el("ul").class("ways").all(always.to_vec());
    let (place, ctx, asked, query) = (ways.clone(), ctx.clone(), asked.clone(), query.clone());
    let look = move || {
        if place.element().is_connected() {
            let looser = looser(&ctx, &asked, &query).into_iter().chain(always.iter().cloned());
            place.renew(looser.collect());
        }
    };
    set_timeout(look, REST);
    el("section").add(with_text("h2", "", f.find_ways)).add(ways)
}

/// Queries that ask for less and find something: without the limits; each of several terms; the longest beginning and end of the only one.
fn looser(ctx: &Ctx, asked: &Asked, query: &Query) -> Vec<El> {
    let f = ctx.find();
    let mut ways = Vec::new();
    let mut offer = |asked: Asked, query: &Query, label: &dyn Fn(&str) -> String| {
        let count = found(ctx, &asked, query).iter().map(|group| group.hits.len()).sum::<usize>();
        if count > 0 {
            ways.push(el("li").add(link(&href(ctx, asked), &label(&count.to_string()))));
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
