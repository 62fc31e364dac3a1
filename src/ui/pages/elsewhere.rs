//! The other sessions of a body that tell of the same suggestion or project.

use crate::i18n::{dates, fill};
use crate::model::{Session, SessionId};
use crate::route::{Door, Place, Route};
use crate::ui::dom::{El, el, link, rebuilt, with_text};
use crate::ui::family::family;
use crate::ui::parts::section;
use crate::ui::state::{Ctx, Origin};

/// What another session says: the place there, and how it stands.
pub(super) type Tell = Box<dyn Fn(&Session) -> Option<(Place, String)>>;

/// The other sessions of the body that tell of the same thing, with how it stood there; `from` is where it is said to begin.
pub(super) fn elsewhere(ctx: &Ctx, from: Option<&SessionId>, tell: Tell) -> El {
    if ctx.opened.origin != Origin::Archive {
        return el("div");
    }
    let (here, from) = (ctx.clone(), from.cloned());
    rebuilt(Box::new(move || {
        let (t, s) = (here.t, here.story());
        let family = family(here.app, &here.session().assembly.name);
        let mut rows = el("ul").class("decided").lang(&here.content_lang());
        let (mut others, mut knows_from) = (0, from.is_none());
        for opened in &family.sessions {
            let session = &opened.session;
            knows_from |= Some(&session.id) == from.as_ref();
            let Some((place, state)) = tell(session) else { continue };
            let is_here = session.id == here.session().id;
            others += usize::from(!is_here);
            let href = Route::Session { door: Door::Id(session.id.clone()), place, at: None }.href();
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
