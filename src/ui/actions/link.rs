//! A session that the link itself holds (`#z=…`): unpacked here, with a limit, and read as through any other source.

use crate::read::LIMIT_BYTES;
use crate::route::{Place, Route, SessionSource, payload};
use crate::ui::actions::navigation;
use crate::ui::actions::open::stop;
use crate::ui::data::library;
use crate::ui::data::sessions::open;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog, Load, LoadedSession, Origin, Progress, place};
use crate::ui::web::gzip::gunzip;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// Opens what the fragment holds whenever the reader puts another one into the address bar.
pub fn install(app: App) {
    window_event_listener(ev::hashchange, move |_| {
        if !enter(app) {
            // A fragment of the browser's own, such as that of “skip to content”, must not push the session out of the address.
            navigation::keep_held(app);
        }
    });
}

/// Opens what the address bar's link holds; `false` where it holds nothing, or what is open already.
pub fn enter(app: App) -> bool {
    let fragment = window().location().hash().unwrap_or_default();
    let Some(packed) = payload::in_fragment(&fragment).map(ToOwned::to_owned) else { return false };
    let route = app.route.get_untracked();
    if place::link_payload(app, &route).is_some_and(|open| open == packed) {
        return false;
    }
    stop(app);
    let asked = app.asked.get_value();
    let is_open = matches!(app.session.get_untracked(), Load::Ready(_));
    let stays = is_open || !matches!(route, Route::Session { .. });
    if !stays {
        app.session.set(Load::Busy(Progress::default()));
    }
    spawn_local(async move {
        let result = match unpack(&packed).await {
            Ok(bytes) => open(bytes, Origin::Link(packed), None, Rc::new(|_| ())).await,
            Err(failure) => Err(failure),
        };
        if app.asked.get_value() != asked {
            return;
        }
        match result {
            Ok(opened) => show(app, opened),
            Err(failure) if stays => {
                app.dialog.set(Dialog::Failed(failure));
                // The address is again that of what is shown.
                if is_open {
                    navigation::replace(app, app.route.get_untracked());
                }
            }
            Err(failure) => app.session.set(Load::Failed(failure)),
        }
    });
    true
}

/// Shows the session at the place of the link where that is a place in it, else its overview.
fn show(app: App, opened: Arc<LoadedSession>) {
    let source = SessionSource::Id(opened.session.id.clone());
    let route = match app.route.get_untracked() {
        route @ Route::Session { .. } if matches!(&route, Route::Session { source: asked, .. } if *asked == source) => route,
        _ => Route::to(source.clone(), Place::Overview),
    };
    app.dialog.set(Dialog::Closed);
    library::put(app, &source, &opened);
    app.keep(source, opened.clone());
    app.session.set(Load::Ready(opened));
    navigation::replace(app, route);
}

async fn unpack(packed: &str) -> Result<Vec<u8>, Failure> {
    // What gzip begins with; fewer bytes than its frame has are a link that was cut.
    let bytes = payload::decode(packed).filter(|bytes| bytes.starts_with(&[0x1f, 0x8b])).ok_or(Failure::LinkGarbled)?;
    gunzip(&bytes, LIMIT_BYTES).await.map_err(|error| Failure::unpacking(error, Failure::LinkBroken))
}
