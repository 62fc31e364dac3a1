//! One speech: who, the text with its numbered paragraphs, the outline, the terms.

use crate::digest::outline;
use crate::i18n::{dates, labels};
use crate::model::{Speech, TextStatus};
use crate::route::Place;
use crate::ui::components::common::{dotted, heading, on_behalf_of, person, prose};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, built, el, link, said, with_text};
use leptos::prelude::*;

/// The speech; `at` is the block that the link names, `None` on paper.
pub fn page(ctx: &Ctx, speech: &Speech, at: Option<Memo<Option<String>>>) -> AnyView {
    let text = if speech.blocks.is_empty() {
        vec![with_text("p", "note", ctx.t.text_absent)]
    } else {
        let position = ctx.session().speeches.iter().position(|other| other.id == speech.id).unwrap_or_default();
        prose(ctx, position, at)
    };
    let kind = speech.kind.map(|kind| with_text("span", "chip", labels::speech_kind(ctx.lang, kind)));
    let article = el("article")
        .class("speech")
        .add(heading(&speech.title).lang(&ctx.content_lang()))
        .maybe(by(ctx, speech))
        .add(el("p").class("row status").maybe(kind).maybe(status(ctx, speech)))
        .all(text)
        .maybe(beside(ctx, speech));
    let aside = el("aside").maybe(contents(ctx, speech)).maybe(item(ctx, speech)).maybe(terms(ctx, speech));
    built(vec![el("div").class("page").add(article).add(aside)])
}

/// Who spoke, in which post, for whom, where and when. The attribution as printed stands for a person whom the file does not list.
fn by(ctx: &Ctx, speech: &Speech) -> Option<El> {
    let session = ctx.session();
    let known = speech.speaker.as_ref().and_then(|id| ctx.opened.lookup.person(session, id));
    let who = match (known, &speech.attribution) {
        (Some(known), _) => Some((&known.name, person(ctx, &known.id))),
        (None, Some(name)) => Some((name, bdi(name))),
        (None, None) => None,
    };
    let sitting = speech.sitting.as_ref().and_then(|id| ctx.opened.lookup.sitting(session, id));
    let after = [
        sitting.and_then(|sitting| sitting.name.as_ref()).map(ToString::to_string),
        speech.date.as_ref().map(|date| dates::date(ctx.lang, date)),
    ];
    let after = dotted(after);
    let mut line = el("small");
    let mut is_empty = true;
    if let Some(post) = &speech.post {
        line = line.text(post);
        is_empty = false;
    }
    if let Some(behalf) = on_behalf_of(ctx, &speech.on_behalf_of) {
        line = if is_empty { line } else { line.text(" · ") }.add(behalf);
        is_empty = false;
    }
    if !after.is_empty() {
        line = if is_empty { line } else { line.text(" · ") }.text(&after);
        is_empty = false;
    }
    if who.is_none() && is_empty {
        return None;
    }
    let mut by = el("div").class("by").lang(&ctx.content_lang());
    let mut words = el("span");
    if let Some((name, who)) = who {
        if let Some(face) = name.chars().next() {
            by = by.add(with_text("span", "face", &face.to_string()).set("aria-hidden", "true"));
        }
        words = words.add(el("b").add(who)).add(el("br"));
    }
    Some(by.add(words.add(line)))
}

fn status(ctx: &Ctx, speech: &Speech) -> Option<El> {
    let (class, words) = match speech.text_status {
        _ if speech.blocks.is_empty() => return None,
        Some(status @ TextStatus::Verbatim) => ("chip", labels::text_status(ctx.lang, status)),
        Some(status) => ("chip mark", labels::text_status(ctx.lang, status)),
        None => ("chip", ctx.t.text_status_unknown),
    };
    Some(with_text("span", class, words))
}

fn contents(ctx: &Ctx, speech: &Speech) -> Option<El> {
    let headings = outline(&speech.blocks);
    if headings.is_empty() {
        return None;
    }
    let mut rows = el("ol").class("outline").lang(&ctx.content_lang());
    for block in headings {
        let href = ctx.href_at(Place::Speech(speech.id.clone()), Some(block.id.as_str()));
        let row = if block.level.unwrap_or(1) > 1 { el("li").class("deep") } else { el("li") };
        rows = rows.add(row.add(link(&href, block.text.as_deref().unwrap_or_default())));
    }
    let title = ctx.t.outline;
    Some(el("nav").class("box").set("aria-label", title).add(with_text("h2", "", title)).add(rows))
}

fn item(ctx: &Ctx, speech: &Speech) -> Option<El> {
    let session = ctx.session();
    let item = match &speech.agenda {
        Some(id) => ctx.opened.lookup.agenda(session, id.as_str()),
        None => session.agenda.iter().find(|item| item.speeches.contains(&speech.id)),
    }?;
    let link = link(&ctx.href(Place::AgendaItem(item.id.clone())), &item.title);
    Some(el("div").add(with_text("h2", "", ctx.t.belongs_to)).add(el("p").lang(&ctx.content_lang()).add(link)))
}

fn terms(ctx: &Ctx, speech: &Speech) -> Option<El> {
    let occurs = |term: &str| {
        let in_text = |text: &str| !term.is_empty() && text.contains(term);
        speech.blocks.iter().any(|block| block.text.as_deref().is_some_and(in_text) || block.items.iter().any(|item| in_text(item)))
    };
    let mut used = Vec::new();
    for term in ctx.session().glossary.iter().filter(|term| occurs(&term.term)) {
        used.extend(said(&term.term, &term.definition));
    }
    if used.is_empty() {
        return None;
    }
    Some(el("div").add(with_text("h2", "", ctx.t.words_here)).add(el("dl").class("terms").lang(&ctx.content_lang()).all(used)))
}

/// The speeches before and after this one.
fn beside(ctx: &Ctx, speech: &Speech) -> Option<El> {
    let all = &ctx.session().speeches;
    let at = all.iter().position(|other| other.id == speech.id)?;
    let link = |label: &str, other: &Speech| {
        let href = ctx.href(Place::Speech(other.id.clone()));
        el("a").class("beside").set("href", &href).add(with_text("small", "", label).lang(ctx.lang.tag())).text(&other.title)
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at)).map(|other| link(ctx.t.previous_speech, other));
    let after = all.get(at + 1).map(|other| link(ctx.t.next_speech, other));
    if before.is_none() && after.is_none() {
        return None;
    }
    let besides = el("nav").class("besides").set("aria-label", ctx.t.speeches).lang(&ctx.content_lang());
    Some(besides.maybe(before).maybe(after))
}
