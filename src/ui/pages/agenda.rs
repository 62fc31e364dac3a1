//! Sittings and agenda; one item in context.

use crate::model::AgendaItem;
use crate::route::Place;
use crate::ui::components::agenda_list::{about, agenda_list, links, sitting_name};
use crate::ui::components::common::{filled, heading, one_column, outcome, section};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, with_text};
use leptos::prelude::*;

/// The whole agenda, or one item above it.
pub fn page(ctx: &Ctx, item: Option<&AgendaItem>) -> AnyView {
    let (head, list) = match item {
        None => (heading(ctx.t.agenda), el("section")),
        Some(item) => (single(ctx, item), section(ctx.t.agenda)),
    };
    one_column(vec![head, list.add(agenda_list(ctx, item))])
}

/// One item with everything that belongs to it.
fn single(ctx: &Ctx, item: &AgendaItem) -> El {
    let content_lang = ctx.content_lang();
    let title = match &item.number {
        Some(number) => el("h1").add(with_text("span", "n", number)).text(" "),
        None => el("h1"),
    };
    let parent = item.parent.as_ref().and_then(|id| ctx.opened.lookup.agenda(ctx.session(), id.as_str())).map(|parent| {
        let href = ctx.href(Place::AgendaItem(parent.id.clone()));
        el("p").class("quiet").add(el("a").set("href", &href).add(filled(ctx, ctx.t.part_of, &parent.title)))
    });
    let sitting = item.sitting.as_ref().and_then(|id| ctx.opened.lookup.sitting(ctx.session(), id));
    el("article")
        .class("item")
        .add(title.text(&item.title).set("tabindex", "-1").lang(&content_lang))
        .maybe(parent)
        .maybe(sitting.map(|sitting| with_text("p", "quiet", &sitting_name(ctx, sitting)).lang(&content_lang)))
        .add(about(ctx, item, el("div").class("item-body").maybe(outcome(ctx, item))))
        .maybe(links(ctx, item))
        .maybe(votes(ctx, item))
        .maybe(crate::ui::components::deeds::changes(ctx, Some(item)))
}

/// The votes taken on an item, in place.
fn votes(ctx: &Ctx, item: &AgendaItem) -> Option<El> {
    let votes = item.votes.iter().filter_map(|id| ctx.opened.lookup.vote(ctx.session(), id.as_str()));
    let cards: Vec<El> = votes.map(|vote| crate::ui::components::vote::vote(ctx, vote, false)).collect();
    (!cards.is_empty()).then(|| section(ctx.t.votes).all(cards))
}
