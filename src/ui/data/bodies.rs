//! The sessions of a body, fetched when a page shows what goes on over several of them.
//!
//! Those of the last few bodies are kept, so that the next page that asks has them at once. A body may have hundreds: they come newest first,
//! a few at a time, and a page shows what is there.

use crate::archive::Entry;
use crate::digest::listing::oldest_first;
use crate::model::SessionId;
use crate::route::SessionSource;
use crate::ui::data::catalogue::{again, of_body};
use crate::ui::data::sessions;
use crate::ui::state::body_sessions::BodySessions;
use crate::ui::state::{App, Load, LoadedSession, Origin};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// So many are fetched at a time.
const AT_ONCE: usize = 6;
/// Of so many bodies, and pairs of sessions, what is known is kept: those that were asked for last.
const FEW: usize = 3;

/// So many times a fetching was begun.
static ROUNDS: AtomicU32 = AtomicU32::new(0);

/// The sessions of the body with this name; tracks them, and fetches them when it is asked the first time.
pub fn body_sessions(app: App, body: &str) -> BodySessions {
    let entries: Vec<Entry> = match of_body(app, body) {
        Load::Busy(_) => return BodySessions { left: 1, ..BodySessions::default() },
        // The list may still come, so nothing is kept of this. Without it there may be more sessions; a session from another host has none here.
        Load::Idle => return BodySessions { sessions: opened(app, body), ..BodySessions::default() },
        Load::Failed(_) => return BodySessions { sessions: opened(app, body), failed: 1, ..BodySessions::default() },
        Load::Ready(catalogue) => catalogue.sessions.iter().filter(|entry| entry.assembly.name.as_str() == body).cloned().collect(),
    };
    let known = known(app, body);
    if let Some(body_sessions) = known.as_ref().filter(|body_sessions| !body_sessions.is_old) {
        return body_sessions.clone();
    }
    let sessions = known.map_or_else(|| opened(app, body), |body_sessions| body_sessions.sessions);
    let mut wanted: Vec<SessionId> = entries.into_iter().map(|entry| entry.id).collect();
    wanted.retain(|id| sessions.iter().all(|opened| opened.session.id != *id));
    begin(app, body, sessions, wanted)
}

/// Two sessions by their ids, fetched as those of a body are; one that was opened in this visit stands for itself. What `key` names is no body.
pub fn two(app: App, key: &str, ids: [&SessionId; 2]) -> BodySessions {
    if let Some(body_sessions) = known(app, key).filter(|body_sessions| !body_sessions.is_old) {
        return body_sessions;
    }
    let mut sessions = Vec::new();
    let mut wanted = Vec::new();
    for id in ids {
        match app.kept(&SessionSource::Id(id.clone())) {
            Some(opened) => put(&mut sessions, opened),
            None if wanted.contains(id) => {}
            None => wanted.push(id.clone()),
        }
    }
    begin(app, key, sessions, wanted)
}

/// What is known under a name; tracks it. To ask for it is to use it.
fn known(app: App, key: &str) -> Option<BodySessions> {
    app.bodies.track();
    app.bodies.try_update_untracked(|all| all.get(&key.to_owned()).cloned()).flatten()
}

/// Notes which sessions are here already, and fetches the others.
fn begin(app: App, key: &str, sessions: Vec<Arc<LoadedSession>>, wanted: Vec<SessionId>) -> BodySessions {
    let round = ROUNDS.fetch_add(1, Ordering::Relaxed);
    let body_sessions = BodySessions { sessions, left: wanted.len(), round, ..BodySessions::default() };
    app.bodies.update_untracked(|all| {
        all.put(key.to_owned(), body_sessions.clone());
        all.shrink(FEW, 0, |_| Some(1));
    });
    fetch(app, key.to_owned(), round, wanted);
    body_sessions
}

/// Asks again for those under a name that failed, as soon as a page wants them; those that are there stay.
pub fn forget(app: App, key: &str) {
    again(app);
    change(app, key, |body_sessions| body_sessions.is_old = true);
}

/// Changes what is known under a name, if anything is.
fn change(app: App, key: &str, how: impl FnOnce(&mut BodySessions)) {
    let key = key.to_owned();
    app.bodies.update(|all| {
        if let Some((_, mut body_sessions)) = all.remove(&key) {
            how(&mut body_sessions);
            all.put(key, body_sessions);
        }
    });
}

/// Sessions of the body that were opened in this visit. Only those of the archive: what a file or another host says of a body is not to be taken
/// for what the archive says.
fn opened(app: App, body: &str) -> Vec<Arc<LoadedSession>> {
    let is_of_body = |opened: &&Arc<LoadedSession>| opened.origin == Origin::Archive && opened.session.assembly.name.as_str() == body;
    let sessions: Vec<_> = app.opened.with_value(|all| all.values().filter(is_of_body).cloned().collect());
    in_order(&sessions)
}

/// Fetches the first few, then the next; each few are added together.
fn fetch(app: App, key: String, round: u32, ids: Vec<SessionId>) {
    let mut now = ids;
    let later = now.split_off(now.len().min(AT_ONCE));
    let came: Rc<RefCell<Vec<Option<Arc<LoadedSession>>>>> = Rc::default();
    let count = now.len();
    for id in now {
        let (key, later, came) = (key.clone(), later.clone(), came.clone());
        spawn_local(async move {
            let one = sessions::fetch_cached(app, &id).await;
            came.borrow_mut().push(one);
            // Nobody waits for what was let go of meanwhile.
            if came.borrow().len() == count && add(app, &key, round, &came.take(), later.len()) {
                fetch(app, key, round, later);
            }
        });
    }
}

/// Adds the few that came, or did not; `left` are still to come. Says whether they are still wanted.
fn add(app: App, key: &str, round: u32, came: &[Option<Arc<LoadedSession>>], left: usize) -> bool {
    let mut is_wanted = false;
    change(app, key, |body_sessions| {
        if body_sessions.round != round {
            return;
        }
        is_wanted = true;
        for one in came {
            match one {
                Some(one) => put(&mut body_sessions.sessions, one.clone()),
                None => body_sessions.failed += 1,
            }
        }
        body_sessions.left = left;
    });
    is_wanted
}

fn in_order(sessions: &[Arc<LoadedSession>]) -> Vec<Arc<LoadedSession>> {
    oldest_first(sessions.iter().map(|opened| &opened.session)).into_iter().map(|at| sessions[at].clone()).collect()
}

/// A file of the reader's own with the id of a session stands for it, as everywhere.
fn put(sessions: &mut Vec<Arc<LoadedSession>>, one: Arc<LoadedSession>) {
    if sessions.iter().any(|known| known.session.id == one.session.id) {
        return;
    }
    sessions.push(one);
    *sessions = in_order(sessions);
}
