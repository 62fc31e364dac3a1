//! What there is to know, as types and signals. Nothing here fetches or navigates.

pub mod ctx;
pub mod failure;
pub mod family;
pub mod place;
pub mod prefs;
mod session;

use crate::archive::Catalogue;
use crate::i18n::{Lang, Texts};
use crate::route::{Door, Place, Route};
use crate::search::pinyin::Pinyin;
pub use ctx::{Ctx, session_href, use_ctx};
use failure::Failure;
use family::Family;
use leptos::prelude::*;
pub use session::{Opened, Origin};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

/// How long a message in passing is shown: long enough to read twice.
const TOLD_FOR: Duration = Duration::from_secs(4);

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
    pub session: RwSignal<Load<Arc<Opened>>>,
    /// Everything opened in this visit, so that going back is immediate and a local file stays open.
    pub opened: StoredValue<Vec<(Door, Arc<Opened>)>>,
    /// Tells when what is known of the sessions kept in this browser has changed.
    pub library: Trigger,
    /// How many modal dialogs are open.
    pub modals: RwSignal<u32>,
    /// The dialog that opens a file.
    pub dialog: RwSignal<Dialog>,
    /// What was just done, shown for a moment and told to screen readers.
    pub toast: RwSignal<String>,
    /// How many messages were told so far: the end of one does not end a later one, even of the same words.
    pub messages: StoredValue<u32>,
    /// The place that was just reached, told to screen readers only.
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
    pub families: RwSignal<Vec<(String, Family)>>,
    /// How characters are read; fetched when letters are searched for.
    pub pinyin: RwSignal<Load<Arc<Pinyin>>>,
    /// The sections that are to be printed; the page takes them, prints them and empties it.
    pub printed: RwSignal<Vec<Place>>,
    /// The fetch that is under way, so that it can be canceled.
    pub running: StoredValue<Option<web_sys::AbortController>, LocalStorage>,
}

/// The dialog that opens a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Dialog {
    /// Not shown.
    #[default]
    Closed,
    /// Shown.
    Open,
    /// Shown, while a file is read.
    Busy(Progress),
    /// Shown, with what went wrong.
    Failed(Failure),
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
        Self(Box::leak(Box::new(Signals {
            route: RwSignal::new(place::start()),
            lang: RwSignal::new(prefs::lang()),
            catalogue: RwSignal::new(Load::Idle),
            session: RwSignal::new(Load::Idle),
            opened: StoredValue::new(Vec::new()),
            library: Trigger::new(),
            modals: RwSignal::new(0),
            dialog: RwSignal::new(Dialog::Closed),
            toast: RwSignal::new(String::new()),
            messages: StoredValue::new(0),
            arrived: RwSignal::new(String::new()),
            asked: StoredValue::new(0),
            owes_arrival: StoredValue::new(false),
            scrolled_to: StoredValue::new(None),
            stored: RwSignal::new(String::new()),
            shards: Trigger::new(),
            families: RwSignal::new(Vec::new()),
            pinyin: RwSignal::new(Load::Idle),
            printed: RwSignal::new(Vec::new()),
            running: StoredValue::new_local(None),
        })))
    }

    /// The state of the page around a component.
    pub fn current() -> Self {
        expect_context()
    }

    /// The strings of the reader's language; tracks it.
    pub fn texts(self) -> &'static Texts {
        self.lang.get().texts()
    }

    /// Whether `opened` is what the door leads to; the place changes a moment before the session does.
    pub fn holds(self, door: &Door, opened: &Arc<Opened>) -> bool {
        self.kept(door).is_some_and(|kept| Arc::ptr_eq(&kept, opened))
    }

    /// Shows `text` for a moment and tells it to screen readers, even when the same was told just before.
    pub fn tell(self, text: &str) {
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
    pub fn keep(self, door: Door, opened: Arc<Opened>) {
        self.forget(&door);
        self.opened.update_value(|all| all.push((door, opened)));
    }

    /// A session already opened in this visit.
    pub fn kept(self, door: &Door) -> Option<Arc<Opened>> {
        self.opened.with_value(|all| all.iter().find(|(of, _)| of == door).map(|(_, opened)| opened.clone()))
    }

    /// Lets go of what was opened through a door.
    pub fn forget(self, door: &Door) {
        self.opened.update_value(|all| all.retain(|(of, _)| of != door));
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
