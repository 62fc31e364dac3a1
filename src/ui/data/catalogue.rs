//! Parts of the list of sessions, fetched when they are wanted, where the archive is too large for one file (`archive::Whole`).

use crate::archive::{CATALOGUE, Catalogue, read_catalogue};
use crate::ui::data::fetch;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Load, Progress};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// A list of sessions, or how far it has come.
pub type List = Load<Arc<Catalogue>>;

thread_local! {
    /// What was asked for, by its address. It is kept beside the signals; [`App::shards`](crate::ui::state::Signals::shards) tells when it changed.
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
    load_list(app, file.to_owned());
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
        load_catalogue(app);
    }
    if is_failed {
        app.shards.notify();
    }
}

/// Fetches the list of sessions.
pub fn load_catalogue(app: App) {
    app.catalogue.set(Load::Busy(Progress::default()));
    load_list(app, CATALOGUE.to_owned());
}

/// Fetches a list of sessions, the main one or a part of it, and tells whether it is there.
fn load_list(app: App, file: String) {
    spawn_local(async move {
        let bytes = fetch::get(file.clone(), file.clone(), None, Rc::new(|_| ())).await;
        let result = bytes.and_then(|answer| read_catalogue(&answer.bytes).map_err(Failure::Unreadable));
        let is_main = file == CATALOGUE;
        let load = match result {
            Ok(catalogue) => Load::Ready(Arc::new(catalogue)),
            Err(Failure::NotFound { .. }) if !is_main => Load::Failed(Failure::PartGone),
            Err(failure) => Load::Failed(failure),
        };
        if is_main { app.catalogue.set(load) } else { put(app, &file, load) }
    });
}
