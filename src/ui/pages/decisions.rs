//! Resolutions, votes and elections.

use crate::i18n::{dates, labels};
use crate::model::{BlockKind, Resolution};
use crate::route::Place;
use crate::ui::components::common::{dotted, heading, one_column, section};
use crate::ui::components::vote::{card, vote};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, link, with_text};
use leptos::prelude::*;

/// All of them; the one with the id `current` is marked and scrolled to.
pub fn page(ctx: &Ctx, current: Option<&str>) -> AnyView {
    let session = ctx.session();
    let t = ctx.t;
    let mut content = vec![heading(t.decisions)];
    if !session.resolutions.is_empty() {
        let mut rows = section(t.resolutions);
        for one in &session.resolutions {
            rows = rows.add(resolution(ctx, one, current == Some(one.id.as_str())));
        }
        content.push(rows);
    }
    if !session.votes.is_empty() {
        let mut rows = section(t.votes);
        for one in &session.votes {
            rows = rows.add(vote(ctx, one, current == Some(one.id.as_str())));
        }
        content.push(rows);
    }
    if current.is_some() {
        crate::ui::components::deeds::scroll_to_current(ctx.app);
    }
    one_column(content)
}

fn resolution(ctx: &Ctx, resolution: &Resolution, is_current: bool) -> El {
    let kind = resolution.kind.map(|kind| labels::resolution_kind(ctx.lang, kind).to_owned());
    let date = resolution.date.as_ref().map(|date| dates::date(ctx.lang, date));
    let line = dotted([kind, resolution.number.as_ref().map(ToString::to_string), date]);
    let vote = resolution.vote.as_ref().map(|id| link(&ctx.href(Place::Vote(id.clone())), ctx.t.see_vote).class("go"));
    let content_lang = ctx.content_lang();
    let mut body = el("div").class("text").lang(&content_lang);
    for block in &resolution.blocks {
        let text = block.text.as_deref().unwrap_or_default();
        body = body.add(with_text(if block.kind == BlockKind::Heading { "h4" } else { "p" }, "", text));
        if matches!(block.kind, BlockKind::List | BlockKind::Table) {
            let mut items = el("ul");
            for item in &block.items {
                items = items.add(with_text("li", "", item));
            }
            body = body.add(items);
        }
    }
    let status = resolution.text_status.filter(|_| !resolution.blocks.is_empty());
    let status = status.map(|status| with_text("span", "chip mark", labels::text_status(ctx.lang, status)));
    let href = ctx.href(Place::Resolution(resolution.id.clone()));
    card(is_current)
        .add(el("h3").lang(&content_lang).add(link(&href, &resolution.title)))
        .add(with_text("p", "quiet", &line).text(" ").maybe(status).text(" ").maybe(vote))
        .add(body)
}
