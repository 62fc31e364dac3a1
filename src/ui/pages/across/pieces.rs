//! What the pages beyond one session share.

use crate::archive::Entry;
use crate::digest::body::alike;
use crate::i18n::{Beyond, Lang, dates, fill};
use crate::model::{Dates, Session};
use crate::route::{Across, Route, SessionSource};
use crate::ui::components::around::{dots, href, number};
use crate::ui::data::bodies::forget;
use crate::ui::state::body_sessions::BodySessions;
use crate::ui::state::{App, Ctx, LoadedSession};
use leptos::prelude::*;
use std::sync::Arc;

/// So many sessions are no longer waited for.
const FEW: usize = 24;

/// The way on from what is not there.
pub fn lost(lang: Lang) -> AnyView {
    view! { <p><a class="btn primary" href=Route::home().href()>{lang.texts().back_home}</a></p> }.into_any()
}

/// The way back home, and what follows it.
#[component]
pub fn Crumb(
    /// The language of the interface.
    lang: Lang,
    /// What follows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let t = lang.texts();
    let rest = children.map(|children| view! { " › "{children()} }.into_any());
    view! { <nav class="crumb" aria-label=t.back_home><a href=Route::home().href()>{t.name}</a>{rest}</nav> }.into_any()
}

/// Names that may mean the same body.
pub fn alike_note(b: &'static Beyond, entries: &[Entry], name: &str) -> Option<AnyView> {
    let names = alike(entries, name);
    let links = names.iter().map(|name| {
        let href = href(Across::Body((*name).to_owned()));
        view! { " "<a href=href lang="zh-Hans">{(*name).to_owned()}</a> }.into_any()
    });
    (!names.is_empty()).then(|| view! { <p class="note">{b.body_alike}{links.collect::<Vec<_>>()}</p> }.into_any())
}

/// How many sessions are on their way or could not be had, with a way to try again; screen readers hear of it when it changes.
#[component]
pub fn Progress(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// What the sessions are kept under.
    key: String,
    /// What is known of them by now.
    body_sessions: Signal<BodySessions>,
) -> impl IntoView {
    let b = Beyond::of(lang);
    let said = move || {
        let BodySessions { left, failed, .. } = body_sessions.get();
        if left > 0 {
            return view! { <p class="quiet">{numbered(b.across_loading, left)}</p> }.into_any();
        }
        let key = key.clone();
        (failed > 0)
            .then(|| {
                let again = move |_| forget(app, &key);
                view! {
                    <p class="note">
                        {numbered(b.across_failed, failed)}" "
                        <button class="btn" type="button" on:click=again>{lang.texts().retry}</button>
                    </p>
                }
                .into_any()
            })
            .into_any()
    };
    view! { <div role="status">{said}</div> }.into_any()
}

/// What is shown of sessions as they come: with hundreds of them a page is made anew only when those that are there have doubled, and at the
/// end.
pub fn as_they_come(body_sessions: Signal<BodySessions>) -> Memo<BodySessions> {
    let next = move |shown: Option<&BodySessions>| {
        let now = body_sessions.get();
        let Some(shown) = shown else { return now };
        let (before, after) = (state(shown), state(&now));
        let is_due = if after.1 { before != after } else { after.0 >= before.0 * 2 && after.0 > 0 };
        if is_due { now } else { shown.clone() }
    };
    Memo::new_with_compare(next, |before, after| before.map(state) != after.map(state))
}

/// Whether what is there of the sessions is to be shown: of a few nothing is before all have come, for the next one would push it away.
pub fn is_worth_showing(body_sessions: &BodySessions) -> bool {
    body_sessions.left == 0 || body_sessions.sessions.len() >= FEW
}

/// How many are there, and whether these are all.
fn state(body_sessions: &BodySessions) -> (usize, bool) {
    (body_sessions.sessions.len(), body_sessions.left == 0)
}

/// The sessions of a body, to be asked together.
pub fn sessions(body_sessions: &BodySessions) -> Vec<&Session> {
    body_sessions.sessions.iter().map(|opened| &opened.session).collect()
}

/// What the pages of a session of a body need.
pub fn ctx(app: App, lang: Lang, opened: &Arc<LoadedSession>) -> Ctx {
    Ctx::new(app, opened.clone(), SessionSource::Id(opened.session.id.clone()), lang)
}

/// What a session is called among those of its body.
pub fn name(lang: Lang, session: &Session) -> String {
    number(lang, session.term, session.meeting, &session.title)
}

/// The days of a session.
pub fn when(lang: Lang, dates: &Dates) -> String {
    dates::span(lang, dates).unwrap_or_else(|| lang.texts().date_unknown.to_owned())
}

/// A session's name and days.
pub fn name_and_days(lang: Lang, session: &Session) -> String {
    dots(&[&name(lang, session), &when(lang, &session.dates)])
}

/// A template with a number in it.
pub fn numbered(template: &str, n: usize) -> String {
    fill(template, &[&n.to_string()])
}

/// A link that keeps the focus when what it stands in is made anew.
pub fn to(href: String, text: &str) -> AnyView {
    view! { <a class="t" href=href.clone() data-key=href>{text.to_owned()}</a> }.into_any()
}

/// The same, where the text is in a language of its own.
pub fn to_in(lang: String, href: String, text: &str) -> AnyView {
    view! { <a class="t" href=href.clone() data-key=href lang=lang>{text.to_owned()}</a> }.into_any()
}

/// A word beside something.
pub fn small(text: &str) -> AnyView {
    view! { <small class="quiet">{text.to_owned()}</small> }.into_any()
}

/// A table that scrolls by itself where it is too wide; `class` is that of what scrolls.
pub fn table(class: &'static str, label: &str, head: &[&str], rows: AnyView) -> AnyView {
    let head = head.iter().map(|label| view! { <th scope="col">{(*label).to_owned()}</th> }.into_any()).collect::<Vec<_>>();
    view! {
        <div class=class tabindex="0" role="group" aria-label=label.to_owned()>
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// What is shown is made up, at least in part.
pub fn sample_note(b: &'static Beyond, is_sample: bool) -> Option<AnyView> {
    is_sample.then(|| view! { <p class="note">{b.across_sample}</p> }.into_any())
}
