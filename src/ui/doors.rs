//! The doors through which a session comes: the archive beside the page, another host, a file, pasted text.
//!
//! Every door ends in the same call: bytes in, a session and its findings out. What goes wrong is a [`Failure`], told in place;
//! what was open stays open.

mod bytes;
mod failure;
mod local;

pub use failure::Failure;
pub use local::{open_file, open_pasted, stop_reading};

use super::library;
use super::links::host;
use super::live::{effect, spawn};
use super::navigation;
use super::state::{App, Dialog, Load, Opened, Origin};
use super::timing::next_task;
use crate::archive::read_catalogue;
use crate::digest::Lookup;
use crate::model::SessionId;
use crate::read::{Reading, read};
use crate::route::{Door, Place, Route};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::AbortController;

/// How much has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes received.
    pub received: u64,
    /// Bytes in all, where known.
    pub total: Option<u64>,
    /// Everything is there and being read.
    pub is_reading: bool,
}

/// Above this many bytes the page is painted before they are read, so that the reader sees what is going on.
const LONG_READ_BYTES: usize = 1 << 20;

/// Loads what the place needs, whenever the place changes, and takes files that are dropped or pasted.
pub fn install(app: App) {
    let door = Memo::new(move |_| match app.route.get() {
        Route::Session { door, .. } => Some(door),
        Route::Archive(_) => None,
    });
    effect(move || {
        stop(app);
        match door.get() {
            Some(door) => enter(app, door),
            None => app.session.set(Load::Idle),
        }
    });
    // The catalogue is needed for the archive, and for the neighbors of a session from it.
    effect(move || {
        if matches!(app.catalogue.get_untracked(), Load::Idle) && !matches!(door.get(), Some(Door::Remote(_))) {
            load_catalogue(app);
        }
    });
    local::install(app);
}

/// Cancels what is on its way, and says so.
pub fn cancel(app: App) {
    stop(app);
    app.session.set(Load::Failed(Failure::Canceled));
}

/// Ends what is on its way; whatever is opened next is what the reader asked for last.
fn stop(app: App) {
    app.asked.update_value(|asked| *asked += 1);
    if app.dialog.with_untracked(|dialog| matches!(dialog, Dialog::Busy(_))) {
        app.dialog.set(Dialog::Closed);
    }
    if let Some(controller) = app.running.try_update_value(Option::take).flatten() {
        controller.abort();
    }
}

/// Leaves a file that has the id of a session of the archive, and shows the archive's own.
pub fn show_archived(app: App, door: Door) {
    app.forget(&door);
    enter(app, door);
}

/// Tries again what failed.
pub fn retry(app: App) {
    if matches!(app.catalogue.get_untracked(), Load::Failed(_)) {
        load_catalogue(app);
    }
    // Setting the same route again does nothing to the memo above, so the session is asked for here.
    if let Route::Session { door, .. } = app.route.get_untracked()
        && !matches!(app.session.get_untracked(), Load::Ready(_))
    {
        enter(app, door);
    }
}

/// Shows the session of a door: at once where it was opened before, else when it has arrived.
fn enter(app: App, door: Door) {
    if let Some(opened) = app.kept(&door) {
        app.session.set(Load::Ready(opened));
        return;
    }
    let (url, origin, name) = match &door {
        Door::Id(id) => (archive_url(id), Origin::Archive, id.to_string()),
        Door::Remote(url) => {
            let Some(host) = host(url).filter(|_| url.starts_with("https://")) else {
                app.session.set(Load::Failed(Failure::BadAddress { address: url.clone() }));
                return;
            };
            (url.clone(), Origin::Remote(host), url.clone())
        }
    };
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    app.running.set_value(controller);
    app.session.set(Load::Busy(Progress::default()));
    spawn(async move {
        let canceled = {
            let signal = signal.clone();
            move || signal.as_ref().is_some_and(web_sys::AbortSignal::aborted)
        };
        let show = {
            let canceled = canceled.clone();
            move |progress| {
                if !canceled() {
                    app.session.set(Load::Busy(progress));
                }
            }
        };
        let mut result = match bytes::fetch(&url, &name, signal.as_ref(), &show).await {
            Ok(answer) => open(answer.bytes, answered_by(origin, &answer.url), &show).await,
            Err(failure) => Err(failure),
        };
        if !canceled() {
            result = match result {
                Ok(opened) => {
                    library::put(app, &door, &opened);
                    Ok(opened)
                }
                Err(failure) => library::instead(app, &door, failure, &show).await,
            };
        }
        if canceled() {
            return;
        }
        app.session.set(match result {
            Ok(opened) => {
                app.keep(door, opened.clone());
                Load::Ready(opened)
            }
            Err(failure) => Load::Failed(failure),
        });
    });
}

/// Goes to a session that did not come through the address.
pub(super) fn show(app: App, opened: Arc<Opened>) {
    stop(app);
    app.dialog.set(Dialog::Closed);
    let door = Door::Id(opened.session.id.clone());
    // The door may be the current one: then the place does not change and the session is shown here.
    app.keep(door.clone(), opened.clone());
    app.session.set(Load::Ready(opened));
    navigation::go(app, Route::Session { door, place: Place::Overview, at: None });
}

/// Fetches a session of the archive without going to it, and keeps it for when the reader does. `None` where it cannot be had.
pub async fn also(app: App, id: &SessionId) -> Option<Arc<Opened>> {
    let door = Door::Id(id.clone());
    if let Some(opened) = app.kept(&door) {
        return Some(opened);
    }
    let answer = bytes::fetch(&archive_url(id), id.as_str(), None, &|_| ()).await.ok()?;
    let opened = open(answer.bytes, Origin::Archive, &|_| ()).await.ok()?;
    app.keep(door, opened.clone());
    Some(opened)
}

/// The host that really answered: a redirect may have led to another one.
fn answered_by(origin: Origin, url: &str) -> Origin {
    match origin {
        Origin::Remote(asked) => Origin::Remote(host(url).unwrap_or(asked)),
        origin => origin,
    }
}

/// Reads and checks the bytes of a session.
pub(super) async fn open(bytes: Vec<u8>, origin: Origin, show: &dyn Fn(Progress)) -> Result<Arc<Opened>, Failure> {
    if bytes.len() > LONG_READ_BYTES {
        let received = bytes.len() as u64;
        show(Progress { received, total: Some(received), is_reading: true });
        next_task().await;
    }
    let Reading { session, findings } = read(&bytes).map_err(Failure::Unreadable)?;
    if bytes.len() > LONG_READ_BYTES {
        next_task().await;
    }
    let lookup = Lookup::new(&session);
    Ok(Arc::new(Opened { bytes, session, findings, lookup, origin }))
}

fn load_catalogue(app: App) {
    app.catalogue.set(Load::Busy(Progress::default()));
    spawn(async move {
        let result = match bytes::fetch("data/catalogue.json", "catalogue.json", None, &|_| ()).await {
            Ok(answer) => read_catalogue(&answer.bytes).map_err(Failure::Unreadable),
            Err(failure) => Err(failure),
        };
        app.catalogue.set(result.map_or_else(Load::Failed, |catalogue| Load::Ready(Arc::new(catalogue))));
    });
}

/// The address of a session of the archive, relative to the page.
fn archive_url(id: &SessionId) -> String {
    let name = js_sys::encode_uri_component(id.as_str());
    format!("data/sessions/{name}.json")
}
