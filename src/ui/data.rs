//! Getting and keeping what is shown: one request for one thing, however many ask. Nothing here navigates, renders or speaks.

pub mod bodies;
pub mod catalogue;
pub mod edits;
pub mod embedded;
pub mod fetch;
pub mod index;
pub mod library;
pub mod originals;
pub mod readings;
pub mod sessions;
pub mod walk;

use crate::route::{Across, Route};
use crate::ui::state::{App, Load};
use catalogue::of_body;
use leptos::prelude::*;

/// Whether what the place needs is still on its way.
pub fn is_waiting(app: App) -> bool {
    if app.parts_awaited.get() > 0 {
        return true;
    }
    match app.route.get() {
        // A search shows what it has.
        Route::Search(_) => false,
        Route::Across(Across::Body(body) | Across::Person { body, .. } | Across::Subject { body: Some(body), .. }) => {
            matches!(of_body(app, &body), Load::Idle | Load::Busy(_))
        }
        Route::Archive(_) | Route::Across(_) => matches!(app.catalogue.get(), Load::Idle | Load::Busy(_)),
        Route::Session { source, .. } => match app.session.get() {
            Load::Ready(opened) => !app.holds(&source, &opened),
            Load::Idle | Load::Busy(_) => true,
            Load::Failed(_) => false,
        },
    }
}
