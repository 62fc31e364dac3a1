//! The ways on where nothing was found.

use super::{found, has_limits, href};
use crate::i18n::fill;
use crate::route::{Asked, Route};
use crate::search::Query;
use crate::ui::dom::{El, el, link, with_text};
use crate::ui::state::Ctx;

/// So many looser queries are offered.
const LOOSER: usize = 3;
/// Of so many characters of a term parts are tried; longer ones were pasted, and their beginning will do.
const TRIED: usize = 24;

pub(super) fn ways(ctx: &Ctx, asked: &Asked, query: &Query) -> El {
    let f = ctx.find();
    let mut ways = el("ul").class("ways");
    if has_limits(asked) {
        let all = Asked::new(&asked.text);
        let count = count(ctx, &all, query);
        if count > 0 {
            ways = ways.add(el("li").add(link(&href(ctx, all), &fill(f.find_unlimited, &[&count.to_string()]))));
        }
    }
    for (text, count) in looser(ctx, query) {
        ways = ways.add(el("li").add(link(&href(ctx, Asked::new(&text)), &fill(f.find_looser, &[&text, &count.to_string()]))));
    }
    let everywhere = Route::Search(Box::new(Asked::new(&asked.text))).href();
    ways = ways.add(el("li").add(link(&everywhere, &fill(f.find_way_everywhere, &[asked.text.trim()]))));
    el("section").add(with_text("h2", "", f.find_ways)).add(ways.add(with_text("li", "", f.find_check)))
}

fn count(ctx: &Ctx, asked: &Asked, query: &Query) -> usize {
    found(ctx, asked, query).iter().map(|group| group.hits.len()).sum()
}

/// Queries that ask for less and find something: each term by itself, else the longest parts of the only one.
fn looser(ctx: &Ctx, query: &Query) -> Vec<(String, usize)> {
    let mut offered: Vec<(String, usize)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut offer = |text: String| {
        let fits = seen.iter().all(|known: &String| !known.contains(&text));
        if fits {
            let count = count(ctx, &Asked::default(), &Query::parse(&text));
            if count > 0 {
                seen.push(text.clone());
                offered.push((text, count));
            }
        }
        offered.len() >= LOOSER
    };
    if let [term] = &query.terms[..] {
        let ends: Vec<usize> = term.text.char_indices().map(|(at, _)| at).chain([term.text.len()]).take(TRIED + 1).collect();
        for length in (2..ends.len() - 1).rev() {
            for at in 0..ends.len() - length {
                if offer(term.text[ends[at]..ends[at + length]].to_owned()) {
                    return offered;
                }
            }
        }
    } else {
        for term in &query.terms {
            if offer(term.text.clone()) {
                break;
            }
        }
    }
    offered
}
