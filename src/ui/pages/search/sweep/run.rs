//! One search over all sessions, and how far it has come.

use crate::model::SessionId;
use crate::order::insert;
use crate::route::{Asked, SessionSource};
use crate::search::Query;
use crate::ui::data::index::Candidates;
use std::cell::{Cell, RefCell};
use web_sys::{AbortController, AbortSignal};

/// One search, from the question to its end.
pub struct Run {
    /// Which search of the page it is.
    pub number: u32,
    /// What was asked.
    pub asked: Asked,
    /// What that means, but for letters.
    pub query: Query,
    /// How far it has come.
    pub state: RefCell<State>,
    controller: Option<AbortController>,
    is_over: Cell<bool>,
}

/// How far a search has come.
#[derive(Default)]
pub struct State {
    /// Sessions that were looked at or could not be had, and files of the index that were looked through in vain.
    pub looked: usize,
    /// Sessions in which something was found.
    pub sessions: usize,
    /// What was found in them.
    pub hits: usize,
    /// Sessions that could not be had.
    pub failed: usize,
    /// Sessions that were looked at, by id or address.
    pub seen: Vec<String>,
    /// Neither the list of sessions nor the index is there.
    pub is_cut_off: bool,
    /// A part of the index is missing.
    pub is_incomplete: bool,
    /// The reader stopped it.
    pub is_stopped: bool,
    /// Where it goes on when the reader asks for that.
    pub candidates: Option<Candidates>,
}

impl Run {
    /// Begins a search.
    pub fn new(number: u32, asked: Asked) -> Self {
        let query = Query::parse(&asked.text);
        Self { number, asked, query, state: RefCell::default(), controller: AbortController::new().ok(), is_over: Cell::new(false) }
    }

    /// Ends it: its requests are aborted, and nothing more comes of it.
    pub fn end(&self) {
        self.is_over.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }

    /// Whether it has ended.
    pub fn is_over(&self) -> bool {
        self.is_over.get()
    }

    /// What ends its requests.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    /// Waits for something; nothing where the search has ended meanwhile.
    pub async fn held<T>(&self, wait: impl Future<Output = T>) -> Option<T> {
        let result = wait.await;
        (!self.is_over.get()).then_some(result)
    }

    /// Whether a session was not looked at before.
    pub fn is_new(&self, source: &SessionSource, id: &SessionId) -> bool {
        let key = match source.plain() {
            SessionSource::Remote(url) => url.clone(),
            SessionSource::Id(_) | SessionSource::Checked(..) => id.to_string(),
        };
        insert(&mut self.state.borrow_mut().seen, key)
    }
}
