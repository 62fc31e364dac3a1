//! Where the reader is, as the address bar and the state have it.

use crate::route::{Asked, Place, Route, payload};
use crate::ui::state::{App, Origin};
use crate::ui::web::address::query;
use crate::ui::web::steps;
use leptos::prelude::*;

/// Where a visit begins: what the address says, else the place that a single file opens with.
pub fn start() -> Route {
    let query = query();
    let meta = document().query_selector("meta[name=yishi-start]").ok().flatten();
    let Some(start) = meta.and_then(|meta| meta.get_attribute("content")).filter(|start| query.is_empty() && !start.is_empty()) else {
        // A link that a chat app put something into opens what was meant, and the address says so from then on.
        if let Some(mended) = Route::mended(&query) {
            replace_address(&mended);
        }
        return Route::parse(&query);
    };
    replace_address(&start);
    Route::parse(&start)
}

/// Another query in the address bar, with the fragment that is there.
fn replace_address(query: &str) {
    let fragment = window().location().hash().unwrap_or_default();
    steps::replace(&format!("{query}{fragment}"));
}

/// What the link holds, where the session of a place came from a link that holds it.
pub fn link_payload(app: App, route: &Route) -> Option<String> {
    let Route::Session { source, .. } = route else { return None };
    match &app.kept(source)?.origin {
        // One that is opened from the library comes without its link.
        Origin::Link(packed) if !packed.is_empty() => Some(packed.clone()),
        _ => None,
    }
}

/// The link to a place as the address bar has it: a session that the link holds stays in it, so that a reload and a copied address work.
pub fn address(app: App, route: &Route) -> String {
    let mut href = route.href();
    if let Some(packed) = link_payload(app, route) {
        href.push_str(payload::MARK);
        href.push_str(&packed);
    }
    href
}

/// The search that the place is, if it is one; tracks the place.
pub fn asked(app: App) -> Option<Asked> {
    match app.route.get() {
        Route::Search(asked) | Route::Session { place: Place::Search(asked), .. } => Some(*asked),
        _ => None,
    }
}

/// The place of a search from where the reader is: the session that is open, else all of them.
pub fn search(app: App, asked: Asked) -> Route {
    match app.route.get_untracked() {
        Route::Session { source, .. } => Route::to(source, Place::Search(Box::new(asked))),
        _ => Route::Search(Box::new(asked)),
    }
}
