//! What every page of a session needs.

use crate::i18n::{Find, Lang, Story, Texts};
use crate::model::{Session, SessionId};
use crate::route::{Place, Route, SessionSource};
use crate::ui::state::{App, LoadedSession, Origin};
use crate::ui::web::address;
use leptos::prelude::expect_context;
use std::ops::Deref;
use std::sync::Arc;

/// What every page of a session needs; shared, for every part that does something keeps it.
#[derive(Clone)]
pub struct Ctx(Arc<Shown>);

impl Deref for Ctx {
    type Target = Shown;

    fn deref(&self) -> &Shown {
        &self.0
    }
}

/// The session that is shown, its source and the language.
pub struct Shown {
    /// The page's signals.
    pub app: App,
    /// The session.
    pub opened: Arc<LoadedSession>,
    /// The source it came through; links within the session keep it.
    pub source: SessionSource,
    /// The language of the interface.
    pub lang: Lang,
    /// Its strings.
    pub t: &'static Texts,
}

impl Ctx {
    /// What the pages of a session need.
    pub fn new(app: App, opened: Arc<LoadedSession>, source: SessionSource, lang: Lang) -> Self {
        Self(Arc::new(Shown { app, opened, source, lang, t: lang.texts() }))
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
        Route::Session { source: self.source.clone(), place, at: at.map(ToOwned::to_owned), find: None }.href()
    }

    /// Whether a link to this session leads others to it too.
    pub fn is_public(&self) -> bool {
        !matches!(self.opened.origin, Origin::Local(_) | Origin::Pasted | Origin::Link(_)) && address::resolved("").is_some()
    }

    /// A link within this session in full, as it is passed on: to the page of the session, where the site has such pages.
    pub fn absolute(&self, href: &str) -> String {
        let page = match (&self.opened.origin, self.source.plain()) {
            (Origin::Archive, SessionSource::Id(id)) => address::page(id, href),
            _ => None,
        };
        address::absolute(page.as_deref().unwrap_or(href))
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
    Route::to(SessionSource::Id(id.clone()), Place::Overview).href()
}

/// The session around a component: pages and what they are made of take it from the context (`app::session` provides it).
pub fn use_ctx() -> Ctx {
    expect_context()
}
