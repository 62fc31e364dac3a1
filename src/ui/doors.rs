//! The doors through which a session comes: the archive beside the page, another host, a file, pasted text, the link itself.
//!
//! Every door ends in the same call: bytes in, a session and its findings out. What goes wrong is a [`Failure`], told in place;
//! what was open stays open.

mod bytes;
mod embedded;
mod failure;
mod link;
mod local;

pub use embedded::template;
pub use failure::Failure;
pub use local::{open_file, open_pasted, stop_reading};

use super::bridge::sha256;
use super::library;
use super::links::host;
use super::live::{Task, effect, spawn};
use super::navigation;
use super::shards;
use super::state::{App, Dialog, Load, Opened, Origin};
use super::timing::next_task;
use crate::archive::{CATALOGUE, read_catalogue, session_path};
use crate::model::SessionId;
use crate::read::{Reading, read};
use crate::route::{Door, Place, Route};
use leptos::prelude::*;
use std::rc::Rc;
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

/// Tells the reader how much has arrived.
pub(super) type Show = Rc<dyn Fn(Progress)>;

/// Above this many bytes the page is painted before they are read, so that the reader sees what is going on.
const LONG_READ_BYTES: usize = 1 << 20;

/// Loads what the place needs, whenever the place changes, and takes files that are dropped or pasted.
pub fn install(app: App) {
    let door = Memo::new(move |_| match app.route.get() {
        Route::Session { door, .. } => Some(door),
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => None,
    });
    let mut is_start = true;
    effect(move || {
        let door = door.get();
        stop(app);
        if std::mem::take(&mut is_start) && link::enter(app) {
            return;
        }
        match door {
            Some(door) => enter(app, door),
            None => app.session.set(Load::Idle),
        }
    });
    link::install(app);
    // The catalogue is needed for the archive, and for the neighbors of a session from it.
    effect(move || {
        if matches!(app.catalogue.get_untracked(), Load::Idle) && !matches!(door.get().as_ref().map(Door::plain), Some(Door::Remote(_))) {
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
    // It was perhaps the link that held the file.
    navigation::replace(app, app.route.get_untracked());
    enter(app, door);
}

/// Tries again what failed.
pub fn retry(app: App) {
    if matches!(app.catalogue.get_untracked(), Load::Failed(_)) {
        load_catalogue(app);
    }
    shards::again(app);
    // Setting the same route again does nothing to the memo above, so the session is asked for here.
    if let Route::Session { door, .. } = app.route.get_untracked()
        && !matches!(app.session.get_untracked(), Load::Ready(_))
        && !link::enter(app)
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
    let (url, origin, name) = match door.plain() {
        Door::Id(id) => (session_path(id), Origin::Archive, id.to_string()),
        Door::Remote(_) if template().is_some() => {
            app.session.set(Load::Failed(Failure::NoRequests));
            return;
        }
        Door::Remote(url) => {
            let Some(host) = host(url).filter(|_| url.starts_with("https://")) else {
                app.session.set(Load::Failed(Failure::BadAddress { address: url.clone() }));
                return;
            };
            (url.clone(), Origin::Remote(host), url.clone())
        }
        Door::Checked(..) => return,
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
        let show: Show = Rc::new(show);
        let mut result = match bytes::get(url, name, signal, show.clone()).await {
            Ok(answer) => open(answer.bytes, answered_by(origin, &answer.url), answer.kept_on, show.clone()).await,
            Err(failure) => Err(failure),
        };
        if !canceled() {
            result = match result {
                Ok(opened) => {
                    library::put(app, &door, &opened);
                    Ok(opened)
                }
                Err(failure) => library::instead(app, &door, failure, show).await,
            };
        }
        if let (Door::Checked(..), Ok(opened)) = (&door, &result) {
            let _ = opened.sha256.set(sha256(&opened.bytes).await);
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
    navigation::go(app, Route::to(door, Place::Overview));
}

/// Fetches a session of the archive without going to it, and keeps it for when the reader does. `None` where it cannot be had. A file of the
/// reader's with that id stays what the reader has open.
pub async fn also(app: App, id: &SessionId) -> Option<Arc<Opened>> {
    let door = Door::Id(id.clone());
    let kept = app.kept(&door);
    if let Some(opened) = kept.as_ref().filter(|opened| opened.origin == Origin::Archive) {
        return Some(opened.clone());
    }
    let answer = bytes::get(session_path(id), id.to_string(), None, Rc::new(|_| ())).await.ok()?;
    let opened = open(answer.bytes, Origin::Archive, answer.kept_on, Rc::new(|_| ())).await.ok()?;
    if kept.is_none() {
        app.keep(door, opened.clone());
    }
    Some(opened)
}

const PROGRAM: &str = "yishi-app.html";

/// The page that is a program without data, from this site.
pub async fn program() -> Result<String, Failure> {
    String::from_utf8(beside(PROGRAM).await?).map_err(|_| Failure::Damaged)
}

/// A file beside the page, or inside it where it is a single file.
pub async fn beside(path: &str) -> Result<Vec<u8>, Failure> {
    Ok(bytes::get(path.to_owned(), path.to_owned(), None, Rc::new(|_| ())).await?.bytes)
}

/// The host that really answered: a redirect may have led to another one.
fn answered_by(origin: Origin, url: &str) -> Origin {
    match origin {
        Origin::Remote(asked) => Origin::Remote(host(url).unwrap_or(asked)),
        origin => origin,
    }
}

/// Reads and checks the bytes of a session.
pub(super) fn open(bytes: Vec<u8>, origin: Origin, kept_on: Option<String>, show: Show) -> Task<Result<Arc<Opened>, Failure>> {
    Box::pin(async move {
        if bytes.len() > LONG_READ_BYTES {
            let received = bytes.len() as u64;
            show(Progress { received, total: Some(received), is_reading: true });
            next_task().await;
        }
        let Reading { session, findings } = read(&bytes).map_err(Failure::Unreadable)?;
        if bytes.len() > LONG_READ_BYTES {
            next_task().await;
        }
        Ok(Arc::new(Opened::new(bytes, session, findings, origin, kept_on)))
    })
}

/// Fetches the list of sessions.
pub(super) fn load_catalogue(app: App) {
    app.catalogue.set(Load::Busy(Progress::default()));
    load_list(app, CATALOGUE.to_owned());
}

/// Fetches a list of sessions, the main one or a part of it, and tells whether it is there.
pub(super) fn load_list(app: App, file: String) {
    spawn(async move {
        let bytes = bytes::get(file.clone(), file.clone(), None, Rc::new(|_| ())).await;
        let result = bytes.and_then(|answer| read_catalogue(&answer.bytes).map_err(Failure::Unreadable));
        let is_main = file == CATALOGUE;
        let load = match result {
            Ok(catalogue) => Load::Ready(Arc::new(catalogue)),
            Err(Failure::NotFound { .. }) if !is_main => Load::Failed(Failure::PartGone),
            Err(failure) => Load::Failed(failure),
        };
        if is_main { app.catalogue.set(load) } else { shards::put(app, &file, load) }
    });
}
