//! The other sessions of a body that tell of the same suggestion or project.

use crate::i18n::{dates, fill};
use crate::model::{Session, SessionId};
use crate::route::{Door, Place, Route};
use crate::ui::components::common::section;
use crate::ui::data::bodies::family;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Ctx, Load, Origin, session_href};
use crate::ui::web::dom::{El, el, link, rebuilt, with_text};
use crate::ui::web::task::effect;

/// The session at which something was handed in or chosen, by its title once the list of sessions is there.
pub fn handed_in(ctx: &Ctx, from: &SessionId) -> El {
    let (app, from, body) = (ctx.app, from.clone(), ctx.session().assembly.name.clone());
    let name = link(&session_href(&from), "").lang(&ctx.content_lang());
    let shown = name.clone();
    effect(move || {
        let title = match of_body(app, &body) {
            Load::Ready(catalogue) => catalogue.sessions.iter().find(|entry| entry.id == from).map(|entry| entry.title.to_string()),
            _ => None,
        };
        shown.say(title.as_deref().unwrap_or(from.as_str()));
    });
    with_text("span", "", ctx.story().handed_in_at).text(" ").add(name)
}

/// What another session says: the place there, and how it stands.
pub type Tell = Box<dyn Fn(&Session) -> Option<(Place, String)>>;

/// The other sessions of the body that tell of the same thing, with how it stood there; `from` is where it is said to begin.
pub fn elsewhere(ctx: &Ctx, from: Option<&SessionId>, tell: Tell) -> El {
    if ctx.opened.origin != Origin::Archive {
        return el("div");
    }
    let (here, from) = (ctx.clone(), from.cloned());
    rebuilt(Box::new(move || {
        let (t, s) = (here.t, here.story());
        let family = family(here.app, &here.session().assembly.name);
        let mut rows = el("ul").class("decided").lang(&here.content_lang());
        let mut others = 0;
        // Only the list of sessions can say that one is not there.
        let lacks = |from: &SessionId| matches!(of_body(here.app, &here.session().assembly.name), Load::Ready(catalogue) if catalogue.sessions.iter().all(|entry| entry.id != *from));
        let knows_from = !from.as_ref().is_some_and(lacks);
        for opened in &family.sessions {
            let session = &opened.session;
            let Some((place, state)) = tell(session) else { continue };
            let is_here = session.id == here.session().id;
            others += usize::from(!is_here);
            let href = Route::to(Door::Id(session.id.clone()), place).href();
            let title = link(&href, &session.title).class("t").set_some("aria-current", is_here.then_some("true"));
            let when = dates::span(here.lang, &session.dates).unwrap_or_default();
            rows = rows.add(el("li").add(title).add(with_text("span", "chip", &state)).add(with_text("span", "who", &when)));
        }
        if family.left > 0 {
            return vec![with_text("p", "quiet", t.years_loading)];
        }
        let mut parts = Vec::new();
        if others > 0 {
            parts.push(section(s.over_sessions).add(rows));
        }
        if !knows_from {
            parts.push(with_text("p", "quiet", &fill(s.from_unknown, &[from.as_ref().map_or("", SessionId::as_str)])));
        }
        if family.failed > 0 {
            parts.push(with_text("p", "quiet", &fill(t.years_failed, &[&family.failed.to_string()])));
        }
        parts
    }))
}
