//! The other sessions of a body that say something of the same suggestion or project.

use crate::i18n::{dates, fill};
use crate::model::{Session, SessionId};
use crate::route::{Place, Route, SessionSource};
use crate::ui::components::layout::Section;
use crate::ui::data::bodies::body_sessions;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Load, Origin, session_href, use_ctx};
use leptos::prelude::*;

/// The session at which something was handed in or chosen, by its title once the list of sessions is there.
#[component]
pub fn HandedIn(
    /// The session's id.
    from: SessionId,
) -> impl IntoView {
    view! { <span>{use_ctx().story().handed_in_at}" "<SessionLink id=from/></span> }.into_any()
}

/// The link to another session of the body, by its title once the list of sessions is there.
#[component]
pub fn SessionLink(
    /// The session's id.
    id: SessionId,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, body) = (ctx.app, ctx.session().assembly.name.clone());
    let href = session_href(&id);
    let name = move || {
        let title = match of_body(app, &body) {
            Load::Ready(catalogue) => catalogue.sessions.iter().find(|entry| entry.id == id).map(|entry| entry.title.to_string()),
            _ => None,
        };
        title.unwrap_or_else(|| id.to_string())
    };
    view! { <a href=href lang=ctx.content_lang()>{name}</a> }.into_any()
}

/// How a thing stands in a session that has it: the place there, and the words.
pub type Standing = Box<dyn Fn(&Session) -> Option<(Place, String)> + Send>;

/// The other sessions of the body that have the same thing, with how it stood there; nothing for a session that is not of the archive.
#[component]
pub fn Elsewhere(
    /// The session where it is said to begin.
    from: Option<SessionId>,
    /// How it stands in a session.
    standing: Standing,
) -> impl IntoView {
    let ctx = use_ctx();
    if ctx.opened.origin != Origin::Archive {
        return ().into_any();
    }
    let sessions = move || {
        let (app, t, s) = (ctx.app, ctx.t, ctx.story());
        let (here, body) = (ctx.session(), &ctx.session().assembly.name);
        let body_sessions = body_sessions(app, body);
        if body_sessions.left > 0 {
            return view! { <p class="quiet">{t.years_loading}</p> }.into_any();
        }
        let mut others = 0;
        let mut rows = Vec::new();
        for opened in &body_sessions.sessions {
            let session = &opened.session;
            let Some((place, state)) = standing(session) else { continue };
            let is_here = session.id == here.id;
            others += usize::from(!is_here);
            let href = Route::to(SessionSource::Id(session.id.clone()), place).href();
            let when = dates::span(ctx.lang, &session.dates).unwrap_or_default();
            let row = view! {
                <li>
                    <a class="t" href=href aria-current=is_here.then_some("true")>{session.title.to_string()}</a>
                    <span class="chip">{state}</span>
                    <span class="who">{when}</span>
                </li>
            };
            rows.push(row.into_any());
        }
        let lang = ctx.content_lang();
        let over =
            (others > 0).then(|| view! { <Section heading=s.over_sessions><ul class="decided" lang=lang>{rows}</ul></Section> }.into_any());
        // Only the list of sessions can say that one is not there.
        let lacks = |from: &SessionId| matches!(of_body(app, body), Load::Ready(catalogue) if catalogue.sessions.iter().all(|entry| entry.id != *from));
        let unknown = from
            .as_ref()
            .filter(|from| lacks(from))
            .map(|from| view! { <p class="quiet">{fill(s.from_unknown, &[from.as_str()])}</p> }.into_any());
        let failed = (body_sessions.failed > 0)
            .then(|| view! { <p class="quiet">{fill(t.years_failed, &[&body_sessions.failed.to_string()])}</p> }.into_any());
        view! { {over}{unknown}{failed} }.into_any()
    };
    view! { {sessions} }.into_any()
}
