//! Loading what the place needs, whenever the place changes.

use crate::route::{Route, SessionSource};
use crate::ui::actions::link;
use crate::ui::actions::open::{enter, stop};
use crate::ui::data::catalogue::{self, load_catalogue};
use crate::ui::state::{App, Load};
use leptos::prelude::*;

/// Loads what the place needs, whenever the place changes.
pub fn install(app: App) {
    let source = Memo::new(move |_| match app.route.get() {
        Route::Session { source, .. } => Some(source),
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => None,
    });
    let mut is_start = true;
    Effect::new(move |_| {
        let source = source.get();
        stop(app);
        if std::mem::take(&mut is_start) && link::enter(app) {
            return;
        }
        match source {
            Some(source) => enter(app, source),
            None => app.session.set(Load::Idle),
        }
    });
    link::install(app);
    // The catalogue is needed for the archive, and for the neighbors of a session from it.
    Effect::new(move |_| {
        if matches!(app.catalogue.get_untracked(), Load::Idle)
            && !matches!(source.get().as_ref().map(SessionSource::plain), Some(SessionSource::Remote(_)))
        {
            load_catalogue(app);
        }
    });
}

/// Tries again what failed.
pub fn retry(app: App) {
    if matches!(app.catalogue.get_untracked(), Load::Failed(_)) {
        load_catalogue(app);
    }
    catalogue::again(app);
    // Setting the same route again does nothing to the memo above, so the session is asked for here.
    if let Route::Session { source, .. } = app.route.get_untracked()
        && !matches!(app.session.get_untracked(), Load::Ready(_))
        && !link::enter(app)
    {
        enter(app, source);
    }
}
