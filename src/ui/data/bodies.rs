//! The sessions of a body, fetched when a page wants to tell what goes on over several of them.
//!
//! They are kept for the visit, so that the next page that asks has them at once. A body may have hundreds: they come newest first, a few
//! at a time, and a page shows what is there.

use crate::archive::Entry;
use crate::digest::listing::place_in_time;
use crate::model::{Civil, SessionId};
use crate::order::ordered;
use crate::route::Door;
use crate::ui::data::catalogue::{again, of_body};
use crate::ui::data::sessions;
use crate::ui::state::family::Family;
use crate::ui::state::{App, Load, Opened, Origin};
use crate::ui::web::task::spawn;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// So many are fetched at a time.
const AT_ONCE: usize = 6;

/// The sessions of the body with this name; tracks them, and fetches them when it is asked the first time.
pub fn family(app: App, body: &str) -> Family {
    let entries: Vec<Entry> = match of_body(app, body) {
        Load::Busy(_) => return Family { left: 1, ..Family::default() },
        // The list may still come, so nothing is kept of this. Without it there may be more sessions; a session from another host has none here.
        Load::Idle => return Family { sessions: opened(app, body), ..Family::default() },
        Load::Failed(_) => return Family { sessions: opened(app, body), failed: 1, ..Family::default() },
        Load::Ready(catalogue) => catalogue.sessions.iter().filter(|entry| entry.assembly.name.as_str() == body).cloned().collect(),
    };
    if let Some(family) = app.families.with(|all| all.iter().find(|(name, _)| name == body).map(|(_, family)| family.clone())) {
        return family;
    }
    let family = Family { sessions: opened(app, body), left: entries.len(), failed: 0 };
    app.families.update_untracked(|all| all.push((body.to_owned(), family.clone())));
    fetch(app, body.to_owned(), entries.into_iter().map(|entry| entry.id).collect());
    family
}

/// Two sessions by their ids, fetched as those of a body are; one that was opened in this visit stands for itself. What `key` names is no body.
pub fn two(app: App, key: &str, ids: [&SessionId; 2]) -> Family {
    if let Some(family) = app.families.with(|all| all.iter().find(|(name, _)| name == key).map(|(_, family)| family.clone())) {
        return family;
    }
    let mut family = Family::default();
    let mut wanted = Vec::new();
    for id in ids {
        match app.kept(&Door::Id(id.clone())) {
            Some(opened) => put(&mut family.sessions, opened),
            None => wanted.push(id.clone()),
        }
    }
    family.left = wanted.len();
    app.families.update_untracked(|all| all.push((key.to_owned(), family.clone())));
    fetch(app, key.to_owned(), wanted);
    family
}

/// Lets go of what is known of the sessions under a name, so that those that failed are asked for again.
pub fn forget(app: App, key: &str) {
    again(app);
    app.families.update(|all| all.retain(|(name, _)| name != key));
}

/// Sessions of the body that were opened in this visit. Only those of the archive: what a file or another host says of a body is not to be taken
/// for what the archive says.
fn opened(app: App, body: &str) -> Vec<Arc<Opened>> {
    let is_of_body = |opened: &&Arc<Opened>| opened.origin == Origin::Archive && opened.session.assembly.name.as_str() == body;
    let sessions: Vec<_> = app.opened.with_value(|all| all.iter().map(|(_, opened)| opened).filter(is_of_body).cloned().collect());
    ordered(&sessions, |a, b| order(a).cmp(&order(b)))
}

/// Fetches the first few, then the next, and tells after each few.
fn fetch(app: App, body: String, ids: Vec<SessionId>) {
    let mut now = ids;
    let later = now.split_off(now.len().min(AT_ONCE));
    let came: Rc<RefCell<Vec<Option<Arc<Opened>>>>> = Rc::default();
    let count = now.len();
    for id in now {
        let (body, later, came) = (body.clone(), later.clone(), came.clone());
        spawn(async move {
            let one = sessions::also(app, &id).await;
            came.borrow_mut().push(one);
            if came.borrow().len() == count {
                tell(app, &body, &came.take(), later.len());
                fetch(app, body, later);
            }
        });
    }
}

fn tell(app: App, body: &str, came: &[Option<Arc<Opened>>], left: usize) {
    app.families.update(|all| {
        let Some((_, family)) = all.iter_mut().find(|(name, _)| name == body) else { return };
        for one in came {
            match one {
                Some(one) => put(&mut family.sessions, one.clone()),
                None => family.failed += 1,
            }
        }
        family.left = left;
    });
}

fn order(opened: &Opened) -> (Option<Civil>, Option<u32>, Option<u32>, &str) {
    let session = &opened.session;
    place_in_time(&session.dates, session.term, session.meeting, &session.id)
}

/// A file of the reader's own with the id of a session stands for it, as everywhere.
fn put(sessions: &mut Vec<Arc<Opened>>, one: Arc<Opened>) {
    if sessions.iter().any(|known| known.session.id == one.session.id) {
        return;
    }
    sessions.push(one);
    *sessions = ordered(sessions, |a, b| order(a).cmp(&order(b)));
}
