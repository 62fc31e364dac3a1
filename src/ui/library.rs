//! The reader's library: sessions that came from elsewhere than the archive are kept in this browser, so that they are there after a
//! reload and can be opened again from the home page.
//!
//! Nothing waits for it: a session is shown first and kept afterwards, and where it cannot be kept the page says so and goes on.

mod store;

pub use store::Trouble;

use super::dom::{El, bdi, button, with_text};
use super::doors::{self, Failure, Progress};
use super::live::spawn;
use super::save::save;
use super::state::{App, Opened, Origin};
use super::timing::next_task;
use crate::i18n::{Lang, fill};
use crate::model::{Dates, Stated};
use crate::order::ordered;
use crate::route::Door;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// What is known of the library.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// What is kept, the newest first.
    pub rows: Vec<Row>,
    /// Why it could not be listed.
    pub trouble: Option<Trouble>,
    /// What became of the sessions of this visit.
    pub visit: Vec<(String, Kept)>,
}

/// What became of a session of this visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept.
    Yes,
    /// It was taken from the library, because this is what its address answers.
    Instead(Failure),
    /// It is not kept.
    No(Trouble),
}

/// One session that is kept.
#[derive(Clone, Debug)]
pub struct Row {
    /// The session's id, or the address on another host: what its link says.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The name of the assembly.
    pub assembly: String,
    /// Its days.
    pub dates: Dates,
    /// Where it came from.
    pub origin: Origin,
    /// When it was opened last, in milliseconds since 1970.
    pub opened_at: f64,
    /// Bytes of the file.
    pub size: u64,
}

impl Row {
    fn new(key: String, opened: &Opened) -> Self {
        let session = &opened.session;
        Self {
            key,
            title: session.title.to_string(),
            assembly: session.assembly.name.to_string(),
            dates: session.dates.clone(),
            origin: opened.origin.clone(),
            opened_at: js_sys::Date::now(),
            size: opened.bytes.len() as u64,
        }
    }

    /// The door that leads to it.
    pub fn door(&self) -> Door {
        match self.origin {
            Origin::Remote(_) => Door::Remote(self.key.clone()),
            _ => Door::Id(self.key.as_str().into()),
        }
    }

    // Sizes of files are far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "a file size")]
    fn to_js(&self) -> Option<JsValue> {
        let (kind, name) = match &self.origin {
            Origin::Archive => return None,
            Origin::Remote(host) => ("remote", host.as_str()),
            Origin::Local(name) => ("local", name.as_str()),
            Origin::Pasted => ("pasted", ""),
        };
        let day = |date: Option<&crate::model::Date>| date.map_or(JsValue::NULL, |date| date.as_str().into());
        let row = Object::new();
        let fields: [(&str, JsValue); 9] = [
            ("key", self.key.as_str().into()),
            ("title", self.title.as_str().into()),
            ("assembly", self.assembly.as_str().into()),
            ("start", day(self.dates.start.as_ref())),
            ("end", day(self.dates.end.value())),
            ("kind", kind.into()),
            ("name", name.into()),
            ("opened_at", self.opened_at.into()),
            ("size", (self.size as f64).into()),
        ];
        for (name, value) in fields {
            let _ = Reflect::set(&row, &name.into(), &value);
        }
        Some(row.into())
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file size is a whole, non-negative number")]
    fn from_js(row: &JsValue) -> Option<Self> {
        let field = |name: &str| Reflect::get(row, &name.into()).unwrap_or_default();
        let text = |name: &str| field(name).as_string();
        let name = text("name").unwrap_or_default();
        Some(Self {
            key: text("key")?,
            title: text("title")?,
            assembly: text("assembly").unwrap_or_default(),
            dates: Dates {
                start: text("start").map(|day| day.as_str().into()),
                end: text("end").map_or(Stated::Unknown, |day| Stated::Value(day.as_str().into())),
            },
            origin: match text("kind").as_deref() {
                Some("remote") => Origin::Remote(name),
                Some("local") => Origin::Local(name),
                _ => Origin::Pasted,
            },
            opened_at: field("opened_at").as_f64().unwrap_or_default(),
            size: field("size").as_f64().unwrap_or_default() as u64,
        })
    }
}

impl Library {
    fn mark(&mut self, key: &str, kept: Kept) {
        self.visit.retain(|(of, _)| of != key);
        self.visit.push((key.to_owned(), kept));
    }

    /// What is kept no longer, of this visit's sessions.
    fn mark_gone(&mut self, is_gone: impl Fn(&str) -> bool) {
        for (key, kept) in &mut self.visit {
            if !matches!(kept, Kept::No(_)) && is_gone(key) {
                *kept = Kept::No(Trouble::Gone);
            }
        }
    }
}

impl Trouble {
    /// What is the matter, in the reader's language.
    pub fn sentence(&self, lang: Lang) -> String {
        let t = lang.texts();
        match self {
            Self::Refused => t.library_refused.to_owned(),
            Self::Blocked => t.library_blocked.to_owned(),
            Self::Full => t.library_full.to_owned(),
            Self::Gone => t.library_gone.to_owned(),
            Self::Other(name) => fill(t.library_failed, &[name]),
        }
    }
}

fn key(door: &Door) -> &str {
    match door {
        Door::Id(id) => id.as_str(),
        Door::Remote(url) => url,
    }
}

/// Keeps a session that was opened, once it is on screen. The archive's own need no keeping.
pub fn put(app: App, door: &Door, opened: &Arc<Opened>) {
    let (row, opened) = (Row::new(key(door).to_owned(), opened), opened.clone());
    let Some(listed) = row.to_js() else { return };
    spawn(async move {
        next_task().await;
        let result = store::put(&row.key, listed, &opened.bytes).await;
        app.library.update(|library| match result {
            Ok(()) => {
                library.mark(&row.key, Kept::Yes);
                library.rows.retain(|other| other.key != row.key);
                library.rows.insert(0, row);
            }
            Err(trouble) => library.mark(&row.key, Kept::No(trouble)),
        });
    });
}

/// The copy that is kept, in the place of an address that does not answer; else what that address answers.
pub async fn instead(app: App, door: &Door, failure: Failure, show: &impl Fn(Progress)) -> Result<Arc<Opened>, Failure> {
    let key = key(door);
    let found = store::find(key).await;
    app.library.update(|library| library.trouble = found.as_ref().err().cloned());
    let Ok(Some((row, bytes))) = found else { return Err(failure) };
    let Some(row) = Row::from_js(&row).filter(|row| row.door() == *door) else { return Err(failure) };
    let Ok(opened) = doors::open(bytes, row.origin, show).await else { return Err(failure) };
    // That the archive does not have the reader's own is no news.
    let is_own = matches!((door, &failure), (Door::Id(_), Failure::NotFound { .. }));
    app.library.update(|library| library.mark(key, if is_own { Kept::Yes } else { Kept::Instead(failure) }));
    Ok(opened)
}

/// Whether a session is kept, for the page that shows it.
pub fn said(app: App, door: &Door, opened: &Arc<Opened>) -> Vec<El> {
    let lang = app.lang.get();
    let t = lang.texts();
    let kept = app.library.with(|library| library.visit.iter().find(|(of, _)| of == key(door)).map(|(_, kept)| kept.clone()));
    match kept {
        None => Vec::new(),
        Some(Kept::Yes) => vec![with_text("span", "", t.library_kept)],
        Some(Kept::Instead(failure)) => vec![bdi(&failure.sentence(lang)), with_text("span", "", t.library_instead)],
        Some(Kept::No(trouble)) => {
            let (door, opened) = (door.clone(), opened.clone());
            let again = button("btn", t.library_keep, Box::new(move |_| put(app, &door, &opened)));
            vec![bdi(&fill(t.library_unkept, &[&trouble.sentence(lang)])).text(" "), again]
        }
    }
}

/// Reads anew what is kept.
pub fn refresh(app: App) {
    let kept: Vec<String> = app.library.with_untracked(|library| library.visit.iter().map(|(key, _)| key.clone()).collect());
    spawn(async move {
        let rows = store::rows().await;
        app.library.update(|library| match rows {
            Ok(rows) => {
                let rows: Vec<Row> = rows.iter().filter_map(Row::from_js).collect();
                let rows = ordered(&rows, |a, b| b.opened_at.total_cmp(&a.opened_at));
                library.mark_gone(|key| kept.iter().any(|of| of == key) && !rows.iter().any(|row| row.key == key));
                library.rows = rows;
                library.trouble = None;
            }
            Err(trouble) => library.trouble = Some(trouble),
        });
    });
}

/// Opens a copy that is kept, also where the archive has a session with that id.
pub fn open(app: App, row: &Row) {
    let door = row.door();
    if let Some(opened) = app.kept(&door).filter(|opened| opened.origin != Origin::Archive) {
        return doors::show(app, opened);
    }
    app.asked.update_value(|asked| *asked += 1);
    let asked = app.asked.get_value();
    let key = row.key.clone();
    spawn(async move {
        let Some((row, bytes)) = bytes(app, &key).await else { return };
        match doors::open(bytes, row.origin, &|_| ()).await {
            Ok(opened) if app.asked.get_value() == asked => {
                app.library.update(|library| library.mark(&key, Kept::Yes));
                doors::show(app, opened);
            }
            Ok(_) => {}
            Err(failure) => app.tell(&failure.sentence(app.lang.get_untracked())),
        }
    });
}

/// Saves a copy that is kept as a file, byte for byte.
pub fn export(app: App, key: &str) {
    let key = key.to_owned();
    spawn(async move {
        let Some((row, bytes)) = bytes(app, &key).await else { return };
        let name = match row.origin {
            Origin::Local(name) if name.ends_with(".json") => name,
            _ => format!("{}.json", crate::write::clean(&row.title)),
        };
        save(app, &name, "application/json", &bytes);
    });
}

/// The bytes of a copy; where there are none, the reader is told.
async fn bytes(app: App, key: &str) -> Option<(Row, Vec<u8>)> {
    let trouble = match store::find(key).await {
        Ok(Some((row, bytes))) => return Row::from_js(&row).map(|row| (row, bytes)),
        Ok(None) => Trouble::Gone,
        Err(trouble) => trouble,
    };
    app.tell(&trouble.sentence(app.lang.get_untracked()));
    refresh(app);
    None
}

/// Removes one, or all, then does what comes next.
pub fn remove(app: App, key: Option<String>, then: impl FnOnce() + 'static) {
    spawn(async move {
        let lang = app.lang.get_untracked();
        match store::remove(key.as_deref()).await {
            Ok(()) => {
                let is_removed = |of: &str| key.as_deref().is_none_or(|key| key == of);
                app.library.update(|library| {
                    library.rows.retain(|row| !is_removed(&row.key));
                    library.mark_gone(is_removed);
                });
                app.tell(lang.texts().library_removed);
            }
            Err(trouble) => app.tell(&trouble.sentence(lang)),
        }
        then();
    });
}
