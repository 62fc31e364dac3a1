//! Places beyond one session: a body, a person across sessions, two sessions side by side.

mod body;
mod compare;
mod person;

use crate::archive::Entry;
use crate::i18n::{Beyond, Lang, Texts, dates, fill};
use crate::model::{Dates, Session};
use crate::route::{Across, Door, Route};
use crate::ui::components::around::{dots, href, number};
use crate::ui::components::common::heading;
use crate::ui::components::states;
use crate::ui::data::bodies::forget;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::family::Family;
use crate::ui::state::{App, Ctx, Load, Opened};
use crate::ui::web::dom::{El, built, button, el, link, with_text};
use crate::ui::web::task::{effect, live};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of such a place.
pub fn page(app: App, across: Across) -> AnyView {
    live(move || {
        let lang = app.lang.get();
        if let Across::Compare(a, b) = &across {
            return built(compare::page(app, lang, a, b));
        }
        let (Across::Body(name) | Across::Person { body: name, .. }) = &across else { return ().into_any() };
        let catalogue = match of_body(app, name) {
            Load::Idle | Load::Busy(_) => {
                return built(vec![with_text("p", "state", lang.texts().loading).set("aria-busy", "true")]);
            }
            Load::Failed(failure) => return view! { <states::Failed failure/> }.into_any(),
            Load::Ready(catalogue) => catalogue,
        };
        if !catalogue.sessions.iter().any(|entry| entry.assembly.name.as_str() == name) {
            return built(unknown_body(lang, &catalogue.sessions, name));
        }
        built(match &across {
            Across::Person { person, .. } => person::page(app, lang, name, person),
            _ => body::page(app, lang, name, &catalogue.sessions),
        })
    })
}

fn unknown_body(lang: Lang, entries: &[Entry], name: &str) -> Vec<El> {
    let b = Beyond::of(lang);
    title(lang, b.body_unknown_title);
    let state = el("div").class("state").add(heading(b.body_unknown_title)).add(with_text("p", "", &fill(b.body_unknown, &[name])));
    vec![state.maybe(body::alike_note(b, entries, name)).add(lost(lang))]
}

/// The way on from what is not there.
fn lost(lang: Lang) -> El {
    el("p").add(link(&Route::home().href(), lang.texts().back_home).class("btn primary"))
}

#[inline(never)]
fn title(lang: Lang, text: &str) {
    document().set_title(&format!("{text} · {}", lang.texts().name));
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
            said.push(with_text("p", "quiet", &numbered(b.across_loading, family.left)));
        } else if family.failed > 0 {
            let key = key.clone();
            let again = button("btn", lang.texts().retry, Box::new(move |_| forget(app, &key)));
            said.push(with_text("p", "note", &numbered(b.across_failed, family.failed)).text(" ").add(again));
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
#[inline(never)]
fn sessions(family: &Family) -> Vec<&Session> {
    family.sessions.iter().map(|opened| &opened.session).collect()
}

/// What the pages of a session of a family need.
#[inline(never)]
fn ctx(app: App, lang: Lang, opened: &Arc<Opened>) -> Ctx {
    Ctx::new(app, opened.clone(), Door::Id(opened.session.id.clone()), lang)
}

#[inline(never)]
fn name(lang: Lang, session: &Session) -> String {
    number(lang, session.term, session.meeting, &session.title)
}

#[inline(never)]
fn when(lang: Lang, dates: &Dates) -> String {
    dates::span(lang, dates).unwrap_or_else(|| lang.texts().date_unknown.to_owned())
}

/// A template with a number in it.
#[inline(never)]
fn numbered(template: &str, n: usize) -> String {
    fill(template, &[&n.to_string()])
}

/// A link that keeps the focus when what it stands in is made anew.
#[inline(never)]
fn to(href: &str, text: &str) -> El {
    link(href, text).class("t").set("data-key", href)
}

#[inline(never)]
fn small(text: &str) -> El {
    with_text("small", "quiet", text)
}

/// A session's name and days.
#[inline(never)]
fn told(lang: Lang, session: &Session) -> String {
    dots(&[&name(lang, session), &when(lang, &session.dates)])
}

/// A table that scrolls by itself where it is too wide.
#[inline(never)]
fn table(label: &str, head: &[&str], rows: Vec<El>) -> El {
    let head = head.iter().map(|label| with_text("th", "", label).set("scope", "col")).collect();
    let table = el("table").add(el("thead").add(el("tr").all(head))).add(el("tbody").all(rows));
    el("div").class("scroll").set("tabindex", "0").set("role", "group").set("aria-label", label).add(table)
}

fn sample_note(b: &Beyond, is_sample: bool) -> Option<El> {
    is_sample.then(|| with_text("p", "note", b.across_sample))
}
