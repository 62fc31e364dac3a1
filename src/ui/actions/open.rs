//! The sources through which a session comes: the archive beside the page, another host, a file, pasted text, the link itself.
//!
//! Every source ends in the same call: bytes in, a session and its findings out. What goes wrong is a [`Failure`], shown in place;
//! what was open stays open.

use crate::archive::session_path;
use crate::route::{Place, Route, SessionSource};
use crate::ui::actions::navigation;
use crate::ui::data::fetch::{self, Show};
use crate::ui::data::library;
use crate::ui::data::sessions::open;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog, Load, LoadedSession, Origin, Progress};
use crate::ui::web::address::host;
use crate::ui::web::bridge::sha256;
use crate::ui::web::embedded::template;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortController;

/// Cancels what is on its way, and says so.
pub fn cancel(app: App) {
    stop(app);
    app.session.set(Load::Failed(Failure::Canceled));
}

/// Ends what is on its way; whatever is opened next is what the reader asked for last.
pub fn stop(app: App) {
    app.asked.update_value(|asked| *asked += 1);
    if app.dialog.with_untracked(|dialog| matches!(dialog, Dialog::Busy(_))) {
        app.dialog.set(Dialog::Closed);
    }
    if let Some(controller) = app.running.try_update_value(Option::take).flatten() {
        controller.abort();
    }
}

/// Leaves a file that has the id of a session of the archive, and shows the archive's own.
pub fn show_archived(app: App, source: SessionSource) {
    app.forget(&source);
    // It was perhaps the link that held the file.
    navigation::replace(app, app.route.get_untracked());
    enter(app, source);
}

/// Shows the session of a source: at once where it was opened before, else when it has arrived.
pub fn enter(app: App, source: SessionSource) {
    let here = app.kept(&source).or_else(|| if let SessionSource::Id(id) = &source { app.archived(id) } else { None });
    if let Some(opened) = here {
        app.keep(source, opened.clone());
        app.session.set(Load::Ready(opened));
        return;
    }
    let (url, origin, name) = match source.plain() {
        SessionSource::Id(id) => (session_path(id), Origin::Archive, id.to_string()),
        SessionSource::Remote(_) if template().is_some() => {
            app.session.set(Load::Failed(Failure::NoRequests));
            return;
        }
        SessionSource::Remote(url) => {
            let Some(host) = host(url).filter(|_| url.starts_with("https://")) else {
                app.session.set(Load::Failed(Failure::BadAddress { address: url.clone() }));
                return;
            };
            (url.clone(), Origin::Remote(host), url.clone())
        }
        SessionSource::Checked(..) => return,
    };
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    app.running.set_value(controller);
    app.session.set(Load::Busy(Progress::default()));
    spawn_local(async move {
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
        let mut result = match fetch::get(url, name, signal, show.clone()).await {
            Ok(answer) => open(answer.bytes, answered_by(origin, &answer.url), answer.kept_on, show.clone()).await,
            Err(failure) => Err(failure),
        };
        if !canceled() {
            result = match result {
                Ok(opened) => {
                    library::put(app, &source, &opened);
                    Ok(opened)
                }
                Err(failure) => library::fallback_copy(app, &source, failure, show).await,
            };
        }
        if let (SessionSource::Checked(..), Ok(opened)) = (&source, &result) {
            let _ = opened.sha256.set(sha256(&opened.bytes).await);
        }
        if canceled() {
            return;
        }
        app.session.set(match result {
            Ok(opened) => {
                app.keep(source, opened.clone());
                Load::Ready(opened)
            }
            Err(failure) => Load::Failed(failure),
        });
    });
}

/// Goes to a session that did not come through the address.
pub(super) fn show(app: App, opened: Arc<LoadedSession>) {
    stop(app);
    app.dialog.set(Dialog::Closed);
    let source = SessionSource::Id(opened.session.id.clone());
    // The source may be the current one: then the place does not change and the session is shown here.
    app.keep(source.clone(), opened.clone());
    app.session.set(Load::Ready(opened));
    navigation::go(app, Route::to(source, Place::Overview));
}

/// The host that really answered: a redirect may have led to another one.
fn answered_by(origin: Origin, url: &str) -> Origin {
    match origin {
        Origin::Remote(asked) => Origin::Remote(host(url).unwrap_or(asked)),
        origin => origin,
    }
}
