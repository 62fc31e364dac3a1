//! What was found, line by line, with the words around and what was asked for marked.

use crate::i18n::fill;
use crate::order::insert;
use crate::route::{Place, Route};
use crate::search::excerpt::{Snip, excerpts, marked};
use crate::search::{Hit, Item, Query};
use crate::ui::components::common::dotted;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, el, with_text};

/// The first of the hits. Things that belong to one place are told under its name, once.
pub(super) fn rows(ctx: &Ctx, query: &Query, hits: &[Hit], most: usize, typed: &str) -> El {
    let mut list = el("ul").class("hits");
    let mut told: Vec<String> = Vec::new();
    for hit in hits.iter().take(most) {
        if let Some(item) = Item::of(ctx.session(), &ctx.opened.lookup, hit.spot) {
            list = list.add(row(ctx, query, &item, hit, typed, &mut told));
        }
    }
    list
}

fn row(ctx: &Ctx, query: &Query, item: &Item<'_>, hit: &Hit, typed: &str, told: &mut Vec<String>) -> El {
    let href = href(ctx, item, typed);
    let places = (hit.count > 1)
        .then(|| with_text("small", "places", &fill(ctx.find().find_places, &[&hit.count.to_string()])).lang(ctx.lang.tag()));
    let within = dotted(item.within.iter().map(|text| Some((*text).to_owned())));
    let is_new = !within.is_empty() && insert(told, within.clone());
    let row = el("li").maybe(is_new.then(|| with_text("p", "within", &within)));
    let mut excerpts = excerpts(item, query).into_iter();
    let link = el("a").set("href", &href).set("data-hit", "");
    if item.head.is_empty() {
        let first = excerpts.next().unwrap_or_default();
        return row.add(snips(link.class("snip"), &first)).maybe(places);
    }
    let mut row = row.add(snips(link.class("t"), &marked(&item.head, query))).maybe(places);
    for excerpt in excerpts {
        row = row.add(snips(el("p").class("snip"), &excerpt));
    }
    row
}

/// The link to something found, with what was searched for, so that it is marked there. A budget marks the line by itself.
fn href(ctx: &Ctx, item: &Item<'_>, typed: &str) -> String {
    let find = (!matches!(item.place, Place::Budget(_))).then(|| typed.trim().to_owned());
    Route::Session { door: ctx.door.clone(), place: item.place.clone(), at: item.at.map(ToOwned::to_owned), find }.href()
}

fn snips(mut place: El, snips: &[Snip]) -> El {
    for snip in snips {
        place = if snip.is_marked { place.add(with_text("mark", "", &snip.text)) } else { place.add(bdi(&snip.text)) };
    }
    place
}
