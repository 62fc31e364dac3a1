//! Places beyond one session: a body, a person across sessions, two sessions side by side.

mod around;
mod body;
mod compare;
mod person;

pub(super) use around::{around, body_link, compare_link, person_link};

use super::states;
use crate::archive::{self, Entry};
use crate::i18n::{Beyond, Lang, Texts, dates, fill};
use crate::model::{Dates, Session};
use crate::route::{Across, Door, Place, Route};
use crate::ui::dom::{El, built, button, el, link, with_text};
use crate::ui::family::{Family, forget};
use crate::ui::live::{effect, live};
use crate::ui::parts::{heading, section};
use crate::ui::state::{App, Ctx, Load, Opened};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of such a place.
pub fn page(app: App, across: Across) -> AnyView {
    live(move || {
        let lang = app.lang.get();
        if let Across::Compare(a, b) = &across {
            return built(compare::page(app, lang, a, b));
        }
        let catalogue = match app.catalogue.get() {
            Load::Idle | Load::Busy(_) => {
                return built(vec![with_text("p", "state", lang.texts().loading).set("aria-busy", "true")]);
            }
            Load::Failed(failure) => return states::failed(app, &failure),
            Load::Ready(catalogue) => catalogue,
        };
        let (Across::Body(name) | Across::Person { body: name, .. }) = &across else { return ().into_any() };
        let entries = with_opened(app, &catalogue.sessions, name);
        if !entries.iter().any(|entry| entry.assembly.name.as_str() == name) {
            return built(unknown_body(lang, &entries, name));
        }
        built(match &across {
            Across::Person { person, .. } => person::page(app, lang, name, person),
            _ => body::page(app, lang, name, &entries),
        })
    })
}

/// The sessions of the archive, and those of the body that were opened in this visit from elsewhere.
fn with_opened(app: App, entries: &[Entry], body: &str) -> Vec<Entry> {
    let mut all = entries.to_vec();
    app.opened.with_value(|opened| {
        for (_, opened) in opened.iter().filter(|(_, opened)| opened.session.assembly.name.as_str() == body) {
            if !all.iter().any(|entry| entry.id == opened.session.id) {
                all.push(archive::entry(&opened.session, opened.bytes.len() as u64));
            }
        }
    });
    all
}

fn unknown_body(lang: Lang, entries: &[Entry], name: &str) -> Vec<El> {
    let b = Beyond::of(lang);
    title(lang, b.body_unknown_title);
    vec![lost(lang, b.body_unknown_title, &fill(b.body_unknown, &[name])).maybe(body::alike_note(b, entries, name))]
}

/// Something that is not there: what it is, and the way to everything.
fn lost(lang: Lang, title: &str, sentence: &str) -> El {
    let back = link(&Route::home().href(), lang.texts().back_home).class("btn primary");
    el("div").class("state").add(heading(title)).add(with_text("p", "", sentence)).add(el("p").class("row").add(back))
}

fn title(lang: Lang, text: &str) {
    document().set_title(&format!("{text} · {}", lang.texts().name));
}

fn href(across: Across) -> String {
    Route::Across(across).href()
}

/// The way back home, and to the body where there is one.
fn crumb(t: &'static Texts, body: Option<&str>) -> El {
    let nav = el("nav").class("crumb").set("aria-label", t.back_home).add(link(&Route::home().href(), t.name));
    match body {
        Some(body) => nav.text(" › ").add(link(&href(Across::Body(body.to_owned())), body).lang("zh-Hans")),
        None => nav,
    }
}

/// What is known of some sessions by now; tracks it.
type Asked = Box<dyn Fn() -> Family>;
/// What is shown of them.
type Make = Box<dyn Fn(&Family) -> Vec<El>>;

/// How many sessions are on their way or could not be had, with a way to try again; told to screen readers when it changes.
fn progress(app: App, lang: Lang, key: &str, get: Asked) -> El {
    let (b, key) = (Beyond::of(lang), key.to_owned());
    el("div").set("role", "status").follow(Box::new(move || {
        let family = get();
        let mut said = Vec::new();
        if family.left > 0 {
            said.push(with_text("p", "quiet", &fill(b.across_loading, &[&family.left.to_string()])));
        } else if family.failed > 0 {
            let key = key.clone();
            let again = button("btn", lang.texts().retry, Box::new(move |_| forget(app, &key)));
            said.push(with_text("p", "note", &fill(b.across_failed, &[&family.failed.to_string()])).text(" ").add(again));
        }
        said
    }))
}

/// Parts that follow the sessions as they come. With hundreds of sessions they are made anew only when those that are there have doubled, and at
/// the end.
fn as_they_come(get: Asked, make: Make) -> El {
    let place = el("div").class("live");
    let (shown, mut last) = (place.clone(), None);
    effect(move || {
        let family = get();
        let now = (family.sessions.len(), family.left == 0);
        if last.is_none_or(|last: (usize, bool)| if now.1 { last != now } else { now.0 >= last.0 * 2 && now.0 > 0 }) {
            last = Some(now);
            shown.renew(make(&family));
        }
    });
    place
}

/// The sessions of a family, to be asked together.
fn sessions(family: &Family) -> Vec<&Session> {
    family.sessions.iter().map(|opened| &opened.session).collect()
}

/// What the pages of a session of a family need.
fn ctx(app: App, lang: Lang, opened: &Arc<Opened>) -> Ctx {
    Ctx::new(app, opened.clone(), Door::Id(opened.session.id.clone()), lang)
}

/// What a session of a body is called there.
fn number(lang: Lang, term: Option<u32>, meeting: Option<u32>, title: &str) -> String {
    match (term, meeting) {
        (Some(term), Some(meeting)) => {
            let comma = if lang == Lang::En { ", " } else { "" };
            format!("{}{comma}{}", dates::term(lang, term), dates::meeting(lang, meeting))
        }
        _ => title.to_owned(),
    }
}

fn name(lang: Lang, session: &Session) -> String {
    number(lang, session.term, session.meeting, &session.title)
}

fn when(lang: Lang, dates: &Dates) -> String {
    dates::span(lang, dates).unwrap_or_else(|| lang.texts().date_unknown.to_owned())
}

/// A row of a list: a link to a place of a session, what came of it, and which session it is.
fn row(ctx: &Ctx, place: Place, title: &str, chip: Option<&str>) -> El {
    let href = ctx.href(place);
    let link = link(&href, title).class("t").set("data-key", &href).lang(&ctx.content_lang());
    let session = ctx.session();
    let told = format!("{} · {}", name(ctx.lang, session), when(ctx.lang, &session.dates));
    el("li").add(link).maybe(chip.map(|chip| with_text("span", "chip", chip))).add(with_text("span", "who", &told))
}

fn list(title: &str, rows: Vec<El>) -> Option<El> {
    (!rows.is_empty()).then(|| section(title).add(el("ul").class("rows").all(rows)))
}

/// A table that scrolls by itself where it is too wide.
fn table(label: &str, head: &[&str], rows: Vec<El>) -> El {
    let head = head.iter().map(|label| with_text("th", "", label).set("scope", "col")).collect();
    let table = el("table").add(el("thead").add(el("tr").all(head))).add(el("tbody").all(rows));
    el("div").class("scroll").set("tabindex", "0").set("role", "group").set("aria-label", label).add(table)
}

fn sample_note(b: &Beyond, is_sample: bool) -> Option<El> {
    is_sample.then(|| with_text("p", "note", b.across_sample))
}
