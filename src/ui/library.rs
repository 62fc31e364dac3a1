//! The reader's library: sessions that came from elsewhere than the archive are kept in this browser, so that they are there after a
//! reload and can be opened again from the home page.
//!
//! Nothing waits for it: a session is shown first and kept afterwards, and where it cannot be kept the page says so and goes on.

mod row;
mod store;

pub use row::Row;
pub use store::Trouble;

use super::dom::{El, bdi, button, with_text};
use super::doors::{self, Failure, Show};
use super::live::spawn;
use super::save::save;
use super::state::{App, Opened, Origin};
use super::timing::next_task;
use crate::i18n::{Lang, fill};
use crate::route::Door;
use crate::write::clean;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;

thread_local! {
    static LIBRARY: RefCell<Library> = RefCell::default();
}

/// What is known of the library. It is kept beside the signals; [`App::library`] tells when it changed.
#[derive(Debug, Default)]
pub struct Library {
    /// What is kept, the newest first.
    pub rows: Vec<Rc<Row>>,
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

impl Library {
    fn mark(&mut self, key: &str, kept: Kept) {
        self.visit.retain(|(of, _)| of != key);
        self.visit.push((key.to_owned(), kept));
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
        Door::Checked(door, _) => key(door),
    }
}

/// Looks at what is known now; tracks it.
pub fn look<T>(app: App, at: impl FnOnce(&Library) -> T) -> T {
    app.library.track();
    LIBRARY.with_borrow(at)
}

fn update(app: App, change: &mut dyn FnMut(&mut Library)) {
    LIBRARY.with_borrow_mut(change);
    app.library.notify();
}

/// Keeps a session that was opened, once it is on screen. The archive's own need no keeping.
pub fn put(app: App, door: &Door, opened: &Arc<Opened>) {
    let Some(row) = Row::listed(key(door), opened) else { return };
    let (door, opened) = (door.clone(), opened.clone());
    spawn(async move {
        next_task().await;
        let kept = match aside(key(&door), &row, &opened.bytes).await {
            Ok(()) => store::put(key(&door), row, &opened.bytes).await,
            Err(trouble) => Err(trouble),
        };
        let kept = kept.map_or_else(Kept::No, |()| Kept::Yes);
        update(app, &mut |library| library.mark(key(&door), kept.clone()));
    });
}

/// Puts another file of the same id aside, under a key of its own: a link that holds a session must not take the place of the reader's file.
/// What came from where this one comes from is a former version of it, and gives way.
async fn aside(key: &str, row: &JsValue, bytes: &[u8]) -> Result<(), Trouble> {
    let Some((former_row, former_bytes)) = store::find(key).await? else { return Ok(()) };
    let (former, row) = (Row::read(&former_row), Row::read(row));
    if former_bytes == bytes || former.origin() == row.origin() {
        return Ok(());
    }
    let key = format!("{key} {}", former.opened_at);
    store::put(&key, Row::under(&former_row, &key), &former_bytes).await
}

/// The copy that is kept, in the place of an address that does not answer; else what that address answers.
pub async fn instead(app: App, door: &Door, failure: Failure, show: Show) -> Result<Arc<Opened>, Failure> {
    let key = key(door);
    let (row, bytes) = match store::find(key).await {
        Ok(Some((row, bytes))) => (Row::read(&row), bytes),
        Ok(None) => return Err(failure),
        Err(trouble) => {
            update(app, &mut |library| library.trouble = Some(trouble.clone()));
            return Err(failure);
        }
    };
    // A copy from elsewhere by chance under the same name is not what the address asks for.
    let opened = if row.door() == *door.plain() { doors::open(bytes, row.origin(), None, show).await.ok() } else { None };
    let Some(opened) = opened else { return Err(failure) };
    // That the archive does not have the reader's own is no news.
    let is_own = matches!((door.plain(), &failure), (Door::Id(_), Failure::NotFound { .. }));
    let kept = if is_own { Kept::Yes } else { Kept::Instead(failure) };
    update(app, &mut |library| library.mark(key, kept.clone()));
    Ok(opened)
}

/// Whether a session is kept, for the page that shows it.
pub fn said(app: App, door: &Door, opened: &Arc<Opened>) -> Vec<El> {
    let lang = app.lang.get();
    let t = lang.texts();
    match look(app, |library| library.visit.iter().find(|(of, _)| of == key(door)).map(|(_, kept)| kept.clone())) {
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
    let before = LIBRARY.with_borrow(|library| library.visit.len());
    spawn(async move {
        let result = store::rows().await;
        update(app, &mut |library| match &result {
            Ok(listed) => {
                library.rows.clear();
                for row in listed.iter().map(Row::read) {
                    let at = library.rows.iter().position(|other| other.opened_at < row.opened_at);
                    library.rows.insert(at.unwrap_or(library.rows.len()), row);
                }
                library.trouble = None;
                // What came while it was read is not missing.
                for (key, kept) in library.visit.iter_mut().take(before) {
                    if !matches!(kept, Kept::No(_)) && !library.rows.iter().any(|row| row.key == *key) {
                        *kept = Kept::No(Trouble::Gone);
                    }
                }
            }
            Err(trouble) => library.trouble = Some(trouble.clone()),
        });
    });
}

thread_local! {
    /// Copies that were searched in this visit. They are not what is open: an address keeps its meaning.
    static SEARCHED: RefCell<Vec<(String, Arc<Opened>)>> = const { RefCell::new(Vec::new()) };
}

/// A copy that is kept, without going to it.
pub async fn also(row: &Row) -> Option<Arc<Opened>> {
    // Whatever is opened anew has a time of its own.
    let key = format!("{} {}", row.opened_at, row.key);
    if let Some(opened) = SEARCHED.with_borrow(|all| all.iter().find(|(known, _)| *known == key).map(|(_, opened)| opened.clone())) {
        return Some(opened);
    }
    let (_, bytes) = store::find(&row.key).await.ok()??;
    let opened = doors::open(bytes, row.origin(), None, Rc::new(|_| ())).await.ok()?;
    SEARCHED.with_borrow_mut(|all| all.push((key, opened.clone())));
    Some(opened)
}

/// Opens a copy that is kept, also where the archive has a session with that id.
pub fn open(app: App, row: &Rc<Row>) {
    app.asked.update_value(|asked| *asked += 1);
    let asked = app.asked.get_value();
    bytes(
        app,
        row,
        Box::new(move |row, bytes| {
            spawn(async move {
                match doors::open(bytes, row.origin(), None, Rc::new(|_| ())).await {
                    Ok(opened) if app.asked.get_value() == asked => {
                        update(app, &mut |library| library.mark(&row.key, Kept::Yes));
                        doors::show(app, opened);
                    }
                    Ok(_) => {}
                    Err(failure) => app.tell(&failure.sentence(app.lang.get_untracked())),
                }
            });
        }),
    );
}

/// Saves a copy that is kept as a file, byte for byte.
pub fn export(app: App, row: &Rc<Row>) {
    bytes(
        app,
        row,
        Box::new(move |row, bytes| {
            // The session of a page that held several has the page's name.
            let name = match row.origin() {
                Origin::Local(name) if name.rsplit_once('.').is_some_and(|(_, kind)| kind == "json") => name,
                _ => format!("{}.json", clean(&row.title)),
            };
            save(app, &name, "application/json", &bytes);
        }),
    );
}

/// Does something with the bytes of a copy; where there are none, the reader is told.
fn bytes(app: App, row: &Rc<Row>, run: Box<dyn FnOnce(Rc<Row>, Vec<u8>)>) {
    let row = row.clone();
    spawn(async move {
        let trouble = match store::find(&row.key).await {
            Ok(Some((_, bytes))) => return run(row, bytes),
            Ok(None) => Trouble::Gone,
            Err(trouble) => trouble,
        };
        app.tell(&trouble.sentence(app.lang.get_untracked()));
        refresh(app);
    });
}

/// Removes one, or all.
pub fn remove(app: App, key: Option<String>) {
    spawn(async move {
        let lang = app.lang.get_untracked();
        match store::remove(key.as_deref()).await {
            Ok(()) => app.tell(lang.texts().library_removed),
            Err(trouble) => app.tell(&trouble.sentence(lang)),
        }
        refresh(app);
    });
}
