//! What a query finds in the session around, within its limits, and where that is shown.

use crate::i18n::{Find, fill};
use crate::route::{Asked, Place};
use crate::search::{Group, Only, Query, only};
use crate::ui::state::Ctx;

/// Everything that a query finds, by kind, but for the limit to a kind.
pub fn found(ctx: &Ctx, asked: &Asked, query: &Query) -> Vec<Group> {
    let limits = Only { who: asked.who.clone(), sitting: asked.sitting.clone() };
    only(ctx.opened.corpus().find(query), ctx.session(), &ctx.opened.lookup, &limits)
}

/// Whether only a part of the session is searched.
pub fn has_limits(asked: &Asked) -> bool {
    asked.kind.is_some() || asked.who.is_some() || asked.sitting.is_some()
}

/// The link to a search in the session.
pub fn search_href(ctx: &Ctx, asked: Asked) -> String {
    ctx.href(Place::Search(Box::new(asked)))
}

/// Why a query asks for nothing.
pub fn nothing_asked(f: &Find, asked: &Asked, query: &Query) -> String {
    if query.without.is_empty() { fill(f.find_nothing, &[asked.text.trim()]) } else { f.find_only_without.to_owned() }
}
