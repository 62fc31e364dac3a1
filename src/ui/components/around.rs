//! What the pages of a session show of the places beyond it: the sessions before and after, the body, the person.

use crate::digest::listing::neighbors;
use crate::i18n::{Beyond, Lang, dates};
use crate::model::{Person, SessionId};
use crate::route::{Across, Route};
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Ctx, Load, Origin, session_href};
use crate::ui::web::dom::{El, el, link};

/// The session before and the one after, in one line; only for sessions of the archive, as soon as it is known.
pub fn around(ctx: &Ctx) -> Option<El> {
    if ctx.opened.origin != Origin::Archive {
        return None;
    }
    let (app, lang, t, id) = (ctx.app, ctx.lang, ctx.t, ctx.session().id.clone());
    let body = ctx.session().assembly.name.clone();
    Some(el("div").class("live").follow(Box::new(move || {
        let Load::Ready(catalogue) = of_body(app, &body) else { return Vec::new() };
        let (before, after) = neighbors(&catalogue.sessions, id.as_str());
        let mut nav = el("nav").class("around").set("aria-label", t.same_body);
        for (label, entry) in [(t.previous, before), (t.next, after)] {
            if let Some(entry) = entry {
                let name = number(lang, entry.term, entry.meeting, &entry.title);
                nav = nav.add(el("span").text(label).text(" ").add(link(&session_href(&entry.id), &name)));
            }
        }
        if before.is_some() || after.is_some() { vec![nav] } else { Vec::new() }
    })))
}

/// The link to the page of the session's body, with the words `name`; for sessions of the archive.
pub fn body_link(ctx: &Ctx, name: &str) -> Option<El> {
    let body = ctx.session().assembly.name.to_string();
    (ctx.opened.origin == Origin::Archive).then(|| link(&href(Across::Body(body)), name))
}

/// The link that compares a session with the one before.
pub fn compare_link(ctx: &Ctx, before: &SessionId) -> El {
    let across = Across::Compare(before.clone(), ctx.session().id.clone());
    link(&href(across), Beyond::of(ctx.lang).compare_previous)
}

/// The link to a person's page across sessions; for sessions of the archive.
pub fn person_link(ctx: &Ctx, person: &Person) -> Option<El> {
    let across = Across::Person { body: ctx.session().assembly.name.to_string(), person: person.id.clone() };
    let words = Beyond::of(ctx.lang).person_link;
    let label = dots(&[words, &person.name]);
    let link = || link(&href(across), words).class("go").lang(ctx.lang.tag()).set("aria-label", &label);
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
