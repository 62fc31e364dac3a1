//! Learning what can be read without a network.

use crate::route::Route;
use crate::ui::state::{App, Load};
use crate::ui::web::worker::ask;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Learns what is stored whenever the list of sessions is shown or the network comes and goes.
pub fn install(app: App) {
    Effect::new(move |_| {
        if matches!(app.route.get(), Route::Archive(_)) && app.catalogue.with(|catalogue| matches!(catalogue, Load::Ready(_))) {
            refresh(app);
        }
    });
    for event in ["online", "offline"] {
        window_event_listener_untyped(event, move |_| refresh(app));
    }
}

/// Asks again what is stored.
pub fn refresh(app: App) {
    spawn_local(async move {
        // What stays the same is not shown anew.
        if let Ok(answer) = ask("state", "").await
            && app.stored.with_untracked(|stored| *stored != answer)
        {
            app.stored.set(answer);
        }
    });
}
