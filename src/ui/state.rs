//! The state of the page, all in one place.

use super::doors::{Failure, Progress};
use super::family::Family;
use super::shards::of_body;
use super::{clipboard, navigation, prefs};
use crate::archive::Catalogue;
use crate::check::Finding;
use crate::digest::Lookup;
use crate::i18n::{Find, Lang, Story, Texts};
use crate::model::{Session, SessionId};
use crate::route::{Across, Door, Place, Route};
use crate::search::pinyin::{Dictionary, Pinyin};
use crate::search::{Corpus, names};
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
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
    /// The dialog that opens a file.
    pub dialog: RwSignal<Dialog>,
    /// What was just done, shown for a moment and told to screen readers.
    pub told: RwSignal<String>,
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

/// A session that is open.
pub struct Opened {
    /// The file as it came: what is passed on is this, byte for byte.
    pub bytes: Vec<u8>,
    /// The session.
    pub session: Session,
    /// What reading and checking found.
    pub findings: Vec<Finding>,
    /// Finding objects by id.
    pub lookup: Lookup,
    /// All text for the search, made when it is first searched.
    pub corpus: OnceLock<Corpus>,
    /// What pinyin is held against, made when letters are first searched for.
    pub dictionary: OnceLock<Dictionary>,
    /// Where it came from.
    pub origin: Origin,
    /// The SHA-256 of the bytes, where the link asked to check it; `Some(None)` where the browser makes no digests.
    pub sha256: OnceLock<Option<String>>,
    /// When this copy was stored on the device, as the service worker wrote it down, where there was no answer from the network.
    pub kept_on: Option<String>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.session.id.as_str())
    }
}

impl Opened {
    /// A session that was read.
    pub fn new(bytes: Vec<u8>, session: Session, findings: Vec<Finding>, origin: Origin, kept_on: Option<String>) -> Self {
        let lookup = Lookup::new(&session);
        let (corpus, dictionary, sha256) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { bytes, session, findings, lookup, corpus, dictionary, origin, sha256, kept_on }
    }

    /// All text for the search.
    pub fn corpus(&self) -> &Corpus {
        self.corpus.get_or_init(|| Corpus::new(&self.session, &self.lookup))
    }

    /// What pinyin is held against.
    pub fn dictionary(&self) -> &Dictionary {
        self.dictionary.get_or_init(|| {
            let mut dictionary = Dictionary::new(&names(&self.session));
            self.corpus().texts().for_each(|text| dictionary.text(text));
            dictionary.finish();
            dictionary
        })
    }
}

/// Where a session came from, as the page tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The archive beside the page.
    Archive,
    /// Another host.
    Remote(String),
    /// A file on the reader's device, by its name.
    Local(String),
    /// Pasted text.
    Pasted,
    /// The link itself, which holds this payload (see [`crate::route::held`]).
    Link(String),
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
            route: RwSignal::new(navigation::start()),
            lang: RwSignal::new(prefs::lang()),
            catalogue: RwSignal::new(Load::Idle),
            session: RwSignal::new(Load::Idle),
            opened: StoredValue::new(Vec::new()),
            library: Trigger::new(),
            dialog: RwSignal::new(Dialog::Closed),
            told: RwSignal::new(String::new()),
            messages: StoredValue::new(0),
            arrived: RwSignal::new(String::new()),
            asked: StoredValue::new(0),
            owes_arrival: StoredValue::new(false),
            scrolled_to: StoredValue::new(None),
            stored: RwSignal::new(String::new()),
            shards: Trigger::new(),
            families: RwSignal::new(Vec::new()),
            pinyin: RwSignal::new(Load::Idle),
            running: StoredValue::new_local(None),
        })))
    }

    /// The strings of the reader's language; tracks it.
    pub fn texts(self) -> &'static Texts {
        self.lang.get().texts()
    }

    /// Whether what the place needs is still on its way.
    pub fn is_waiting(self) -> bool {
        match self.route.get() {
            // A search shows what it has.
            Route::Search(_) => false,
            Route::Across(Across::Body(body) | Across::Person { body, .. }) => matches!(of_body(self, &body), Load::Idle | Load::Busy(_)),
            Route::Archive(_) | Route::Across(_) => matches!(self.catalogue.get(), Load::Idle | Load::Busy(_)),
            Route::Session { door, .. } => match self.session.get() {
                Load::Ready(opened) => !self.holds(&door, &opened),
                Load::Idle | Load::Busy(_) => true,
                Load::Failed(_) => false,
            },
        }
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
        self.told.set(String::new());
        let clear = move || {
            if is_last() {
                self.told.set(String::new());
            }
        };
        let show = move || {
            if is_last() {
                self.told.set(text);
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

/// What every page of a session needs; shared, for every part that does something keeps it.
#[derive(Clone)]
pub struct Ctx(Arc<Shown>);

impl Deref for Ctx {
    type Target = Shown;

    fn deref(&self) -> &Shown {
        &self.0
    }
}

/// The session that is shown, its door and the language.
pub struct Shown {
    /// The page's signals.
    pub app: App,
    /// The session.
    pub opened: Arc<Opened>,
    /// The door it came through; links within the session keep it.
    pub door: Door,
    /// The language of the interface.
    pub lang: Lang,
    /// Its strings.
    pub t: &'static Texts,
}

impl Ctx {
    /// What the pages of a session need.
    pub fn new(app: App, opened: Arc<Opened>, door: Door, lang: Lang) -> Self {
        Self(Arc::new(Shown { app, opened, door, lang, t: lang.texts() }))
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.opened.session
    }

    /// The strings of what goes on over several sessions.
    pub fn story(&self) -> &'static Story {
        Story::of(self.lang)
    }

    /// The strings of the search.
    pub fn find(&self) -> &'static Find {
        Find::of(self.lang)
    }

    /// The link to a place in this session.
    pub fn href(&self, place: Place) -> String {
        self.href_at(place, None)
    }

    /// The link to a block of a place.
    pub fn href_at(&self, place: Place, at: Option<&str>) -> String {
        Route::Session { door: self.door.clone(), place, at: at.map(ToOwned::to_owned), find: None }.href()
    }

    /// Whether a link to this session leads others to it too.
    pub fn is_public(&self) -> bool {
        !matches!(self.opened.origin, Origin::Local(_) | Origin::Pasted | Origin::Link(_)) && clipboard::resolved("").is_some()
    }

    /// A link within this session in full, as it is passed on: to the page of the session, where the site has such pages.
    pub fn absolute(&self, href: &str) -> String {
        let page = match (&self.opened.origin, self.door.plain()) {
            (Origin::Archive, Door::Id(id)) => clipboard::page(id, href),
            _ => None,
        };
        clipboard::absolute(page.as_deref().unwrap_or(href))
    }

    /// What to say when a link is copied. One that holds the session leads others to it although no site does.
    pub fn link_copied(&self) -> &'static str {
        if self.is_public() || matches!(&self.opened.origin, Origin::Link(packed) if !packed.is_empty()) {
            self.t.copied_link
        } else {
            self.t.copied_local_link
        }
    }

    /// The language of the content.
    pub fn content_lang(&self) -> String {
        self.session().language.clone().unwrap_or_else(|| Lang::Zh.tag().to_owned())
    }
}

/// The link to another session of the archive.
pub fn session_href(id: &SessionId) -> String {
    Route::to(Door::Id(id.clone()), Place::Overview).href()
}
