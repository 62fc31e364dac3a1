//! One speech: who, the text with its numbered paragraphs, the outline, the terms.

use crate::digest::outline;
use crate::i18n::{dates, labels};
use crate::model::{Speech, TextStatus};
use crate::route::Place;
use crate::ui::parts::{Prose, on_behalf_of, person};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// The speech; `at` is the block that the link names.
pub fn page(ctx: &Ctx, speech: &Speech, at: Memo<Option<String>>) -> AnyView {
    let t = ctx.t;
    let text = if speech.blocks.is_empty() {
        view! { <p class="note">{t.text_absent}</p> }.into_any()
    } else {
        let position = ctx.session().speeches.iter().position(|other| other.id == speech.id).unwrap_or_default();
        view! { <Prose ctx=ctx.clone() position at/> }.into_any()
    };
    let kind = speech.kind.map(|kind| view! { <span class="chip">{labels::speech_kind(ctx.lang, kind)}</span> });
    view! {
        <div class="page">
            <article class="speech">
                <h1 tabindex="-1" lang=ctx.content_lang()>{speech.title.to_string()}</h1>
                {by(ctx, speech)}
                <p class="row status">{kind}{status(ctx, speech)}</p>
                {text}
                {beside(ctx, speech)}
            </article>
            <aside>{contents(ctx, speech)}{item(ctx, speech)}{terms(ctx, speech)}</aside>
        </div>
    }
    .into_any()
}

/// Who spoke, in which post, for whom, where and when. The attribution as printed stands for a person whom the file does not list.
fn by(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let session = ctx.session();
    let known = speech.speaker.as_ref().and_then(|id| ctx.opened.lookup.person(session, id));
    let who = match (known, &speech.attribution) {
        (Some(known), _) => Some((known.name.to_string(), person(ctx, &known.id))),
        (None, Some(name)) => Some((name.to_string(), view! { <bdi>{name.to_string()}</bdi> }.into_any())),
        (None, None) => None,
    };
    let face = who
        .as_ref()
        .and_then(|(name, _)| name.chars().next())
        .map(|face| view! { <span class="face" aria-hidden="true">{face.to_string()}</span> });
    let sitting = speech.sitting.as_ref().and_then(|id| ctx.opened.lookup.sitting(session, id));
    let sitting = sitting.and_then(|sitting| sitting.name.as_ref()).map(ToString::to_string);
    let date = speech.date.as_ref().map(|date| dates::date(ctx.lang, date));
    let post = speech.post.as_ref().map(ToString::to_string);
    let parts: Vec<AnyView> =
        [post.map(IntoAny::into_any), on_behalf_of(ctx, &speech.on_behalf_of), sitting.map(IntoAny::into_any), date.map(IntoAny::into_any)]
            .into_iter()
            .flatten()
            .collect();
    (who.is_some() || !parts.is_empty()).then(|| {
        let who = who.map(|(_, view)| view! { <b>{view}</b><br/> });
        let line = parts.into_iter().enumerate().map(|(at, part)| view! { {(at > 0).then_some(" · ")}{part} });
        view! { <div class="by" lang=ctx.content_lang()>{face}<span>{who}<small>{line.collect_view()}</small></span></div> }.into_any()
    })
}

fn status(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let (class, words) = match speech.text_status {
        _ if speech.blocks.is_empty() => return None,
        Some(status @ TextStatus::Verbatim) => ("chip", labels::text_status(ctx.lang, status)),
        Some(status) => ("chip mark", labels::text_status(ctx.lang, status)),
        None => ("chip", ctx.t.text_status_unknown),
    };
    Some(view! { <span class=class>{words}</span> }.into_any())
}

fn contents(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let headings = outline(&speech.blocks);
    (!headings.is_empty()).then(|| {
        let rows = headings.into_iter().map(|block| {
            let href = ctx.href_at(Place::Speech(speech.id.clone()), Some(block.id.as_str()));
            let class = if block.level.unwrap_or(1) > 1 { "deep" } else { "" };
            view! { <li class=class><a href=href>{block.text.as_deref().unwrap_or_default().to_owned()}</a></li> }
        });
        view! {
            <nav class="box" aria-label=ctx.t.outline><h2>{ctx.t.outline}</h2>
                <ol class="outline" lang=ctx.content_lang()>{rows.collect_view()}</ol>
            </nav>
        }
        .into_any()
    })
}

fn item(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let session = ctx.session();
    let item = match &speech.agenda {
        Some(id) => ctx.opened.lookup.agenda(session, id.as_str()),
        None => session.agenda.iter().find(|item| item.speeches.contains(&speech.id)),
    }?;
    let href = ctx.href(Place::AgendaItem(item.id.clone()));
    Some(
        view! {
            <div><h2>{ctx.t.belongs_to}</h2><p lang=ctx.content_lang()><a href=href>{item.title.to_string()}</a></p></div>
        }
        .into_any(),
    )
}

fn terms(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let occurs = |term: &str| {
        let in_text = |text: &str| !term.is_empty() && text.contains(term);
        speech.blocks.iter().any(|block| block.text.as_deref().is_some_and(in_text) || block.items.iter().any(|item| in_text(item)))
    };
    let used: Vec<_> = ctx.session().glossary.iter().filter(|term| occurs(&term.term)).collect();
    (!used.is_empty()).then(|| {
        let rows = used.into_iter().map(|term| view! { <dt>{term.term.to_string()}</dt><dd>{term.definition.to_string()}</dd> });
        view! { <div><h2>{ctx.t.words_here}</h2><dl class="terms" lang=ctx.content_lang()>{rows.collect_view()}</dl></div> }.into_any()
    })
}

/// The speeches before and after this one.
fn beside(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let all = &ctx.session().speeches;
    let at = all.iter().position(|other| other.id == speech.id)?;
    let link = |label: &'static str, other: Option<&Speech>| {
        other.map(|other| {
            let href = ctx.href(Place::Speech(other.id.clone()));
            view! { <a class="beside" href=href><small lang=ctx.lang.tag()>{label}</small>{other.title.to_string()}</a> }
        })
    };
    let before = link(ctx.t.previous_speech, at.checked_sub(1).and_then(|at| all.get(at)));
    let after = link(ctx.t.next_speech, all.get(at + 1));
    (before.is_some() || after.is_some())
        .then(|| view! { <nav class="besides" aria-label=ctx.t.speeches lang=ctx.content_lang()>{before}{after}</nav> }.into_any())
}
