//! Parts of the list of sessions, fetched when they are wanted, where the archive is too large for one file (`archive::Whole`).

use super::doors;
use super::doors::Progress;
use super::state::{App, Load};
use crate::archive::Catalogue;
use leptos::prelude::*;
use std::sync::Arc;

/// The list in which all sessions of the body with this name are, beside others; tracks it, and fetches it when it is asked for the first time.
pub fn of_body(app: App, name: &str) -> Load<Arc<Catalogue>> {
    let all = app.catalogue.get();
    match &all {
        Load::Ready(catalogue) => match &catalogue.whole {
            Some(whole) => shard(app, &whole.body_file(name)),
            None => all,
        },
        _ => all,
    }
}

/// The part with this address; tracks it, and fetches it when it is asked for the first time.
pub fn shard(app: App, file: &str) -> Load<Arc<Catalogue>> {
    if let Some(known) = known(app, file) {
        return known;
    }
    app.shards.update_untracked(|all| all.push((file.to_owned(), Load::Busy(Progress::default()))));
    let name = file.to_owned();
    let show = move |load: Load<Arc<Catalogue>>| {
        app.shards.update(|all| {
            if let Some((_, known)) = all.iter_mut().find(|(known, _)| *known == name) {
                *known = load;
            }
        });
    };
    doors::list(file.to_owned(), Box::new(show));
    Load::Busy(Progress::default())
}

/// What is known of a part; tracks it, and fetches nothing.
pub fn known(app: App, file: &str) -> Option<Load<Arc<Catalogue>>> {
    app.shards.with(|all| all.iter().find(|(known, _)| known == file).map(|(_, load)| load.clone()))
}

/// Asks again for the parts that could not be had; for the main file, too, where it may be older than its parts.
pub fn again(app: App) {
    let is_failed = |load: &Load<Arc<Catalogue>>| matches!(load, Load::Failed(_));
    let is_old = |load: &Load<Arc<Catalogue>>| matches!(load, Load::Failed(doors::Failure::PartGone));
    let is_any = |is: fn(&Load<Arc<Catalogue>>) -> bool| app.shards.with_untracked(|all| all.iter().any(|(_, load)| is(load)));
    if is_any(is_old) {
        doors::load_catalogue(app);
    }
    if is_any(is_failed) {
        app.shards.update(|all| all.retain(|(_, load)| !is_failed(load)));
    }
}
