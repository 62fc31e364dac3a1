//! What the pages of a session show of the places beyond it: the sessions before and after, the body, the person.

use crate::digest::listing::neighbors;
use crate::i18n::{Beyond, Lang, dates};
use crate::model::{PersonId, SessionId};
use crate::route::{Across, Route};
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Load, Origin, session_href, use_ctx};
use leptos::prelude::*;

/// The session before and the one after, in one line; only for sessions of the archive, as soon as it is known.
#[component]
pub fn NeighborSessions() -> impl IntoView {
    let ctx = use_ctx();
    let is_archived = ctx.opened.origin == Origin::Archive;
    let nav = move || {
        // Below a place that is on its way it would jump when that is there.
        if ctx.app.parts_awaited.get() > 0 {
            return None;
        }
        let Load::Ready(catalogue) = of_body(ctx.app, &ctx.session().assembly.name) else { return None };
        let (before, after) = neighbors(&catalogue.sessions, ctx.session().id.as_str());
        let links = [(ctx.t.previous, before), (ctx.t.next, after)].map(|(label, entry)| {
            let entry = entry?;
            let name = number(ctx.lang, entry.term, entry.meeting, &entry.title);
            Some(view! { <span>{label}" "<a href=session_href(&entry.id)>{name}</a></span> }.into_any())
        });
        let is_any = before.is_some() || after.is_some();
        is_any.then(|| view! { <nav class="around" aria-label=ctx.t.same_body>{links.into_iter().collect::<Vec<_>>()}</nav> }.into_any())
    };
    is_archived.then(|| nav.into_any())
}

/// The name of the session's body; for sessions of the archive a link to the page of the body.
#[component]
pub fn BodyLink(
    /// What the body is called here.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let lang = ctx.content_lang();
    if ctx.opened.origin != Origin::Archive {
        return view! { <bdi lang=lang>{name}</bdi> }.into_any();
    }
    let body = Across::Body(ctx.session().assembly.name.to_string());
    view! { <a href=href(body) lang=lang>{name}</a> }.into_any()
}

/// The link that compares the session around with the one before.
#[component]
pub fn CompareLink(
    /// The session before.
    before: SessionId,
) -> impl IntoView {
    let ctx = use_ctx();
    let across = Across::Compare(before, ctx.session().id.clone());
    view! { <a href=href(across)>{Beyond::of(ctx.lang).compare_previous}</a> }.into_any()
}

/// The link to a person's page across sessions; nothing where the session is not of the archive.
#[component]
pub fn PersonAcrossLink(
    /// The person's id in the session around.
    id: PersonId,
    /// The person's name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let across = Across::Person { body: ctx.session().assembly.name.to_string(), person: id };
    let words = Beyond::of(ctx.lang).person_link;
    let label = dots(&[words, &name]);
    let link = || view! { <a href=href(across) class="go" lang=ctx.lang.tag() aria-label=label>{words}</a> }.into_any();
    (ctx.opened.origin == Origin::Archive).then(link)
}

/// What there is, with a dot between.
#[inline(never)]
pub fn dots(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text.push_str(" · ");
        }
        text.push_str(part);
    }
    text
}

/// The address of a page across sessions.
#[inline(never)]
pub fn href(across: Across) -> String {
    Route::Across(across).href()
}

/// What a session of a body is called there.
#[inline(never)]
pub fn number(lang: Lang, term: Option<u32>, meeting: Option<u32>, title: &str) -> String {
    match (term, meeting) {
        (Some(term), Some(meeting)) => {
            let comma = if lang == Lang::En { ", " } else { "" };
            format!("{}{comma}{}", dates::term(lang, term), dates::meeting(lang, meeting))
        }
        _ => title.to_owned(),
    }
}
