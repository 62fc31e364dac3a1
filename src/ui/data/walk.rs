//! A walk through sessions of the archive, newest first and a few at a time, for those that have something: what is found is there as it comes.

use crate::model::SessionId;
use crate::ui::data::sessions;
use crate::ui::state::{App, LoadedSession};
use futures::future::join_all;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortController;

/// So many sessions are fetched at a time.
const AT_ONCE: usize = 6;
/// After so many sessions with something in them, or so many without, the reader is asked whether to go on.
const ENOUGH: usize = 10;
const LOOKED: usize = 60;

/// A walk, and what it has found.
#[derive(Clone, Copy)]
pub struct Walk {
    app: App,
    /// The sessions with something in them, in the order in which they came.
    pub found: RwSignal<Vec<Arc<LoadedSession>>>,
    /// How far it has come.
    pub far: RwSignal<Far>,
    way: StoredValue<Option<Rc<Way>>, LocalStorage>,
}

/// How far a walk has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Far {
    /// Sessions that were looked at.
    pub looked: usize,
    /// Sessions that could not be had.
    pub failed: usize,
    /// Sessions that are still to be looked at.
    pub left: usize,
    /// Whether it is under way.
    pub is_going: bool,
}

/// What a walk goes through.
struct Way {
    /// What is left, newest first, and what could not be had.
    left: RefCell<Vec<SessionId>>,
    failed: RefCell<Vec<SessionId>>,
    /// Whether a session has something.
    has: fn(&LoadedSession, (usize, u32)) -> bool,
    /// What is asked for: a subject, and of its topics those that are meant.
    wanted: (usize, u32),
    controller: Option<AbortController>,
}

impl Way {
    fn is_over(&self) -> bool {
        self.controller.as_ref().is_some_and(|controller| controller.signal().aborted())
    }
}

impl Walk {
    /// Nothing is looked for yet. What is under way ends with the component around.
    pub fn new(app: App) -> Self {
        let walk = Self { app, found: RwSignal::default(), far: RwSignal::default(), way: StoredValue::new_local(None) };
        on_cleanup(move || walk.end());
        walk
    }

    /// Ends what is under way.
    fn end(self) {
        if let Some(controller) = self.way.try_update_value(Option::take).flatten().and_then(|way| way.controller.clone()) {
            controller.abort();
        }
    }

    /// Ends what is under way and takes away what was found.
    pub fn clear(self) {
        self.end();
        self.found.set(Vec::new());
        self.far.set(Far::default());
    }

    /// Goes through these sessions for those that have what is wanted; what was found before is taken away.
    pub fn begin(self, ids: Vec<SessionId>, wanted: (usize, u32), has: fn(&LoadedSession, (usize, u32)) -> bool) {
        self.clear();
        self.far.set(Far { left: ids.len(), ..Far::default() });
        let (left, failed) = (RefCell::new(ids), RefCell::default());
        self.way.set_value(Some(Rc::new(Way { left, failed, has, wanted, controller: AbortController::new().ok() })));
        self.go_on();
    }

    /// Goes on with earlier sessions.
    pub fn go_on(self) {
        let Some(way) = self.way.get_value().filter(|_| !self.far.with_untracked(|far| far.is_going)) else { return };
        self.far.update(|far| far.is_going = true);
        spawn_local(async move { self.step(&way).await });
    }

    /// Asks once more for what could not be had.
    pub fn try_again(self) {
        let Some(way) = self.way.get_value() else { return };
        let failed = way.failed.take();
        self.far.update(|far| {
            far.left += failed.len();
            far.failed = 0;
        });
        way.left.borrow_mut().splice(0..0, failed);
        self.go_on();
    }

    /// Looks at the next sessions until enough is found.
    async fn step(self, way: &Way) {
        let (mut looked, mut found) = (0, 0);
        while looked < LOOKED && found < ENOUGH {
            let next: Vec<SessionId> = {
                let mut left = way.left.borrow_mut();
                let count = left.len().min(AT_ONCE);
                left.drain(..count).collect()
            };
            if next.is_empty() {
                break;
            }
            let fetch = |id: SessionId| {
                let (app, signal) = (self.app, way.controller.as_ref().map(AbortController::signal));
                async move { (sessions::fetch_cached_until(app, &id, signal).await, id) }
            };
            let count = next.len();
            let came = join_all(next.into_iter().map(fetch)).await;
            // The component around may be gone, and the signals with it.
            if way.is_over() {
                return;
            }
            let before = found;
            let mut new = Vec::new();
            for (opened, id) in came {
                looked += 1;
                match opened {
                    Some(opened) if (way.has)(&opened, way.wanted) => {
                        found += 1;
                        new.push(opened);
                    }
                    Some(_) => {}
                    None => way.failed.borrow_mut().push(id),
                }
            }
            if found > before {
                self.found.update(|all| all.extend(new));
            }
            let (left, failed) = (way.left.borrow().len(), way.failed.borrow().len());
            self.far.update(|far| *far = Far { looked: far.looked + count, failed, left, is_going: true });
        }
        self.far.update(|far| far.is_going = false);
    }
}
