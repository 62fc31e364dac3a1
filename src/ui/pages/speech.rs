//! One speech: who, the text with its numbered paragraphs, the outline, the terms.

use crate::digest::outline;
use crate::i18n::{dates, labels};
use crate::model::{Speech, SpeechId, TextStatus};
use crate::route::Place;
use crate::ui::components::behalf::on_behalf_of;
use crate::ui::components::person::PersonLink;
use crate::ui::components::prose::Prose;
use crate::ui::components::text::{Phrases, dotted};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// A speech with what belongs to it; nothing where the session has none of this id.
#[component]
pub fn SpeechPage(
    /// The speech.
    id: SpeechId,
    /// The block that the link names; none on paper.
    at: Option<Memo<Option<String>>>,
) -> impl IntoView {
    let ctx = use_ctx();
    let position = ctx.session().speeches.iter().position(|speech| speech.id == id);
    let page = |position: usize| {
        let speech = ctx.session().speeches.get(position)?;
        let text = if speech.blocks.is_empty() {
            view! { <p class="note">{ctx.t.text_absent}</p> }.into_any()
        } else {
            view! { <Prose position at/> }.into_any()
        };
        let kind = speech.kind.map(|kind| view! { <span class="chip">{labels::speech_kind(ctx.lang, kind)}</span> }.into_any());
        let page = view! {
            <div class="page">
                <article class="speech">
                    <h1 tabindex="-1" lang=ctx.content_lang()><Phrases title=speech.title.to_string()/></h1>
                    {by(&ctx, speech)}
                    <p class="row status">{kind}{status(&ctx, speech)}</p>
                    {text}
                    {beside(&ctx, position)}
                </article>
                <aside>{contents(&ctx, speech)}{item(&ctx, speech)}{terms(&ctx, speech)}</aside>
            </div>
        };
        Some(page.into_any())
    };
    position.and_then(page)
}

/// Who spoke, in which post, for whom, where and when. The attribution as printed stands for a person whom the file does not list.
fn by(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let session = ctx.session();
    let known = speech.speaker.as_ref().and_then(|id| ctx.opened.lookup.person(session, id));
    let who = match (known, &speech.attribution) {
        (Some(known), _) => Some((&known.name, view! { <PersonLink id=known.id.clone()/> }.into_any())),
        (None, Some(name)) => Some((name, view! { <bdi>{name.to_string()}</bdi> }.into_any())),
        (None, None) => None,
    };
    let sitting = speech.sitting.as_ref().and_then(|id| ctx.opened.lookup.sitting(session, id));
    let when = dotted([
        sitting.and_then(|sitting| sitting.name.as_ref()).map(ToString::to_string),
        speech.date.as_ref().map(|date| dates::date(ctx.lang, date)),
    ]);
    let post = speech.post.as_ref().map(|post| post.to_string().into_any());
    let parts = [post, on_behalf_of(&speech.on_behalf_of), (!when.is_empty()).then(|| when.into_any())];
    let parts = parts.into_iter().flatten().enumerate().map(|(at, part)| view! { {(at > 0).then_some(" · ")}{part} }.into_any());
    let parts: Vec<AnyView> = parts.collect();
    if who.is_none() && parts.is_empty() {
        return None;
    }
    let face = who.as_ref().and_then(|(name, _)| name.chars().next());
    let face = face.map(|face| view! { <span class="face" aria-hidden="true">{face.to_string()}</span> }.into_any());
    let who = who.map(|(_, who)| view! { <b>{who}</b><br/> }.into_any());
    Some(view! { <div class="by" lang=ctx.content_lang()>{face}<span>{who}<small>{parts}</small></span></div> }.into_any())
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
    let rows = outline(&speech.blocks).into_iter().map(|block| {
        let href = ctx.href_at(Place::Speech(speech.id.clone()), Some(block.id.as_str()));
        let text = block.text.as_deref().unwrap_or_default().to_owned();
        let class = (block.level.unwrap_or(1) > 1).then_some("deep");
        view! { <li class=class><a href=href>{text}</a></li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let title = ctx.t.outline;
    let contents = view! {
        <nav class="box" aria-label=title>
            <h2>{title}</h2>
            <ol class="outline" lang=ctx.content_lang()>{rows}</ol>
        </nav>
    };
    Some(contents.into_any())
}

fn item(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let session = ctx.session();
    let item = match &speech.agenda {
        Some(id) => ctx.opened.lookup.agenda(session, id.as_str()),
        None => session.agenda.iter().find(|item| item.speeches.contains(&speech.id)),
    }?;
    let href = ctx.href(Place::AgendaItem(item.id.clone()));
    let link = view! { <a href=href>{item.title.to_string()}</a> };
    Some(view! { <div><h2>{ctx.t.belongs_to}</h2><p lang=ctx.content_lang()>{link}</p></div> }.into_any())
}

fn terms(ctx: &Ctx, speech: &Speech) -> Option<AnyView> {
    let occurs = |term: &str| {
        let in_text = |text: &str| !term.is_empty() && text.contains(term);
        speech.blocks.iter().any(|block| block.text.as_deref().is_some_and(in_text) || block.items.iter().any(|item| in_text(item)))
    };
    let used = ctx.session().glossary.iter().filter(|term| occurs(&term.term));
    let used = used.map(|term| view! { <dt>{term.term.to_string()}</dt><dd>{term.definition.to_string()}</dd> }.into_any());
    let used: Vec<AnyView> = used.collect();
    let lang = ctx.content_lang();
    (!used.is_empty()).then(|| view! { <div><h2>{ctx.t.words_here}</h2><dl class="terms" lang=lang>{used}</dl></div> }.into_any())
}

/// The speeches before and after the one at a position.
fn beside(ctx: &Ctx, position: usize) -> Option<AnyView> {
    let all = &ctx.session().speeches;
    let link = |label: &'static str, other: &Speech| {
        let href = ctx.href(Place::Speech(other.id.clone()));
        view! { <a class="beside" href=href><small lang=ctx.lang.tag()>{label}</small>{other.title.to_string()}</a> }.into_any()
    };
    let before = position.checked_sub(1).and_then(|at| all.get(at)).map(|other| link(ctx.t.previous_speech, other));
    let after = all.get(position + 1).map(|other| link(ctx.t.next_speech, other));
    if before.is_none() && after.is_none() {
        return None;
    }
    Some(view! { <nav class="besides" aria-label=ctx.t.speeches lang=ctx.content_lang()>{before}{after}</nav> }.into_any())
}
