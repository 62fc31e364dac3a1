//! Parts of the list of sessions, fetched when they are wanted, where the archive is too large for one file (`archive::Whole`).

use super::doors::{self, Failure, Progress};
use super::state::{App, Load};
use crate::archive::Catalogue;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// A list of sessions, or how far it has come.
pub type List = Load<Arc<Catalogue>>;

thread_local! {
    /// What was asked for, by its address. It is kept beside the signals; [`App::shards`](super::state::Signals::shards) tells when it changed.
    static SHARDS: RefCell<Vec<(String, List)>> = RefCell::default();
}

/// The list in which all sessions of the body with this name are, beside others; tracks it, and fetches it when it is asked for the first time.
#[inline(never)]
pub fn of_body(app: App, name: &str) -> List {
    let all = app.catalogue.get();
    match &all {
        Load::Ready(catalogue) => match &catalogue.whole {
            Some(whole) => shard(app, &whole.body_file(name), true),
            None => all,
        },
        _ => all,
    }
}

/// The part with this address; tracks it. It is asked for where it was not yet and `is_wanted`.
#[inline(never)]
pub fn shard(app: App, file: &str, is_wanted: bool) -> List {
    app.shards.track();
    let known = SHARDS.with_borrow(|all| all.iter().find(|(known, _)| known == file).map(|(_, load)| load.clone()));
    if known.is_some() || !is_wanted {
        return known.unwrap_or_default();
    }
    SHARDS.with_borrow_mut(|all| all.push((file.to_owned(), Load::Busy(Progress::default()))));
    doors::load_list(app, file.to_owned());
    Load::Busy(Progress::default())
}

/// Keeps a part that came, or why it did not.
pub fn put(app: App, file: &str, load: List) {
    SHARDS.with_borrow_mut(|all| {
        if let Some((_, known)) = all.iter_mut().find(|(known, _)| *known == file) {
            *known = load;
        }
    });
    app.shards.notify();
}

/// Asks again for the parts that could not be had, and for the main file, too, where it may be older than its parts.
pub fn again(app: App) {
    let (mut is_failed, mut is_old) = (false, false);
    SHARDS.with_borrow_mut(|all| {
        all.retain(|(_, load)| {
            let Load::Failed(failure) = load else { return true };
            is_failed = true;
            is_old |= *failure == Failure::PartGone;
            false
        });
    });
    if is_old {
        doors::load_catalogue(app);
    }
    if is_failed {
        app.shards.notify();
    }
}
