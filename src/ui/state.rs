//! What there is to know, as types and signals. Nothing here fetches or navigates.

pub mod body_sessions;
pub mod ctx;
pub mod failure;
pub mod place;
pub mod prefs;
mod session;

use crate::archive::Catalogue;
use crate::i18n::{Lang, Texts};
use crate::model::SessionId;
use crate::recent::Recent;
use crate::route::{Place, Route, SessionSource};
use crate::search::pinyin::Pinyin;
use crate::ui::web::steps::returns;
use body_sessions::BodySessions;
pub use ctx::{Ctx, session_href, use_ctx};
use failure::Failure;
use leptos::prelude::*;
pub use session::{LoadedSession, Origin};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

/// How long a message in passing is shown: long enough to read twice.
const TOLD_FOR: Duration = Duration::from_secs(4);

/// So many of the sessions that were opened in this visit are kept whatever they weigh, those that were used last.
const FEW_SESSIONS: usize = 12;
/// More are kept as long as their files come to no more bytes than this: a search that goes on reads many small ones again and again.
const SESSION_BYTES: usize = 16 << 20;

/// The state of the page. Copied freely; there is one, and it lasts as long as the page.
#[derive(Clone, Copy)]
pub struct App(&'static Signals);

impl Deref for App {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals of the page.
pub struct Signals {
    /// Where the reader is; always what the address bar says.
    pub route: RwSignal<Route>,
    /// The language of the interface.
    pub lang: RwSignal<Lang>,
    /// The list of sessions beside the page.
    pub catalogue: RwSignal<Load<Arc<Catalogue>>>,
    /// The session of the current place.
    pub session: RwSignal<Load<Arc<LoadedSession>>>,
    /// What was opened in this visit, so that going back is immediate and a local file stays open. What can be had again is let go of when
    /// it was not used for longest (see [`App::keep`]).
    pub opened: StoredValue<Recent<SessionSource, Arc<LoadedSession>>>,
    /// Tells when what is known of the sessions kept in this browser has changed.
    pub library: Trigger,
    /// How many modal dialogs are open.
    pub modals: RwSignal<u32>,
    /// What the reader has pasted or typed in the dialog that opens a file; it is there again when the dialog is.
    pub pasted: RwSignal<String>,
    /// The address in that dialog.
    pub address: RwSignal<String>,
    /// The dialog above every place.
    pub dialog: RwSignal<Dialog>,
    /// What was just done, shown for a moment and announced to screen readers.
    pub toast: RwSignal<String>,
    /// How many messages were shown so far: the end of one does not end a later one, even of the same words.
    pub messages: StoredValue<u32>,
    /// The place that was just reached, announced to screen readers only.
    pub arrived: RwSignal<String>,
    /// How many things were asked for so far; what was asked for earlier does not replace what was asked for later.
    pub asked: StoredValue<u32>,
    /// Whether the reader has come to a new place whose heading is still to get the focus.
    pub owes_arrival: StoredValue<bool>,
    /// The place that was last scrolled to, so that a change of language does not scroll again.
    pub scrolled_to: StoredValue<Option<Route>>,
    /// What can be read without a network, as [`crate::digest::Stored`] reads it.
    pub stored: RwSignal<String>,
    /// Tells when what is known of further parts of the list of sessions has changed.
    pub shards: Trigger,
    /// What is known of the sessions of bodies, by their names.
    pub bodies: RwSignal<Recent<String, BodySessions>>,
    /// How characters are read; fetched when letters are searched for.
    pub pinyin: RwSignal<Load<Arc<Pinyin>>>,
    /// The sections that are to be printed; the page takes them, prints them and empties it.
    pub printed: RwSignal<Vec<Place>>,
    /// Tells when a part of the program has come, or could not be had.
    pub parts: Trigger,
    /// How many parts of the program the place waits for.
    pub parts_awaited: RwSignal<u32>,
    /// The fetch that is under way, so that it can be canceled.
    pub running: StoredValue<Option<web_sys::AbortController>, LocalStorage>,
}

/// The dialog above every place: that which opens a file, or that of a file which could not be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Dialog {
    /// Not shown.
    #[default]
    Closed,
    /// That which opens a file.
    Open,
    /// The same, while a file is read.
    Busy(Progress),
    /// The same, with what went wrong.
    Failed(Failure),
    /// That of a file which could not be saved.
    Unsaved(Arc<Unsaved>),
    /// That of a file which is no session, but may hold what one is made of.
    Foreign(Arc<ForeignFile>),
}

/// A file that is no session: a workbook, a document, a page, a text.
#[derive(PartialEq, Eq)]
pub struct ForeignFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for ForeignFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

/// A file that the browser does not save.
#[derive(Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Something that takes a while and may fail.
#[derive(Clone, Debug, Default)]
pub enum Load<T> {
    /// Not asked for yet.
    #[default]
    Idle,
    /// On its way.
    Busy(Progress),
    /// There.
    Ready(T),
    /// Not to be had, and why.
    Failed(Failure),
}

impl App {
    /// Reads the address bar and the reader's preferences.
    pub fn start() -> Self {
        let route = place::start();
        // After a reload the reader stands where they stood, not where the link had led them.
        let scrolled_to = returns().then(|| route.clone());
        Self(Box::leak(Box::new(Signals {
            route: RwSignal::new(route),
            lang: RwSignal::new(prefs::lang()),
            catalogue: RwSignal::new(Load::Idle),
            session: RwSignal::new(Load::Idle),
            opened: StoredValue::new(Recent::default()),
            library: Trigger::new(),
            modals: RwSignal::new(0),
            pasted: RwSignal::new(String::new()),
            address: RwSignal::new(String::new()),
            dialog: RwSignal::new(Dialog::Closed),
            toast: RwSignal::new(String::new()),
            messages: StoredValue::new(0),
            arrived: RwSignal::new(String::new()),
            asked: StoredValue::new(0),
            owes_arrival: StoredValue::new(false),
            scrolled_to: StoredValue::new(scrolled_to),
            stored: RwSignal::new(String::new()),
            shards: Trigger::new(),
            bodies: RwSignal::new(Recent::default()),
            pinyin: RwSignal::new(Load::Idle),
            printed: RwSignal::new(Vec::new()),
            parts: Trigger::new(),
            parts_awaited: RwSignal::new(0),
            running: StoredValue::new_local(None),
        })))
    }

    /// The state of the page around a component.
    pub fn current() -> Self {
        expect_context()
    }

    /// A word of the interface that follows the reader's language. One kind of signal for all of them: a closure in a view is compiled for itself.
    pub fn word(self, pick: fn(&'static Texts) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.texts()))
    }

    /// The strings of the reader's language; tracks it.
    pub fn texts(self) -> &'static Texts {
        self.lang.get().texts()
    }

    /// Whether `opened` is what the source leads to; the place changes a moment before the session does.
    pub fn holds(self, source: &SessionSource, opened: &Arc<LoadedSession>) -> bool {
        self.kept(source).is_some_and(|kept| Arc::ptr_eq(&kept, opened))
    }

    /// Shows `text` for a moment and announces it to screen readers, even when the same was announced just before.
    pub fn announce(self, text: &str) {
        let text = text.to_owned();
        self.messages.update_value(|messages| *messages += 1);
        let message = self.messages.get_value();
        let is_last = move || self.messages.get_value() == message;
        self.toast.set(String::new());
        let clear = move || {
            if is_last() {
                self.toast.set(String::new());
            }
        };
        let show = move || {
            if is_last() {
                self.toast.set(text);
                set_timeout(clear, TOLD_FOR);
            }
        };
        set_timeout(show, Duration::from_millis(50));
    }

    /// Keeps a session that was just opened, so that links to it find it.
    pub fn keep(self, source: SessionSource, opened: Arc<LoadedSession>) {
        self.opened.update_value(|all| all.put(source, opened));
        self.let_go();
    }

    /// Keeps a session that was fetched without going to it. What was opened through its source meanwhile stays: it may be on screen. It is let
    /// go of before anything that the reader went to.
    pub fn keep_fetched(self, source: SessionSource, opened: Arc<LoadedSession>) {
        self.opened.update_value(|all| all.put_behind(source, opened));
        self.let_go();
    }

    /// Lets go of what was not used for longest: never of what is shown, nor of what cannot be had again, as a file, a pasted text or a link
    /// payload.
    fn let_go(self) {
        let shown = self.session.with_untracked(|session| if let Load::Ready(opened) = session { Some(opened.clone()) } else { None });
        let weight = |opened: &Arc<LoadedSession>| {
            let can_be_had_again = matches!(opened.origin, Origin::Archive | Origin::Remote(_));
            let is_shown = shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, opened));
            (can_be_had_again && !is_shown).then_some(opened.bytes.len())
        };
        self.opened.update_value(|all| all.shrink(FEW_SESSIONS, SESSION_BYTES, weight));
    }

    /// A session already opened in this visit; to ask for it is to use it.
    pub fn kept(self, source: &SessionSource) -> Option<Arc<LoadedSession>> {
        self.opened.try_update_value(|all| all.get(source).cloned()).flatten()
    }

    /// The archive's own session with this id, where it is here already: opened in this visit, or one of a body's.
    pub fn archived(self, id: &SessionId) -> Option<Arc<LoadedSession>> {
        let kept = self.kept(&SessionSource::Id(id.clone()));
        kept.filter(|opened| opened.origin == Origin::Archive).or_else(|| {
            let is_it = |opened: &&Arc<LoadedSession>| opened.origin == Origin::Archive && opened.session.id == *id;
            self.bodies.with_untracked(|all| all.values().flat_map(|body_sessions| &body_sessions.sessions).find(is_it).cloned())
        })
    }

    /// Lets go of what was opened through a source.
    pub fn forget(self, source: &SessionSource) {
        self.opened.update_value(|all| {
            all.remove(source);
        });
    }
}

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
