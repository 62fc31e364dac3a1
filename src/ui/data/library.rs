//! The reader's library: sessions that came from elsewhere than the archive are kept in this browser, so that they are there after a
//! reload and can be opened again from the home page.
//!
//! Nothing waits for it: a session is shown first and kept afterwards, and where it cannot be kept the page says so and goes on.

mod row;

use crate::recent::Recent;
use crate::route::SessionSource;
use crate::ui::data::fetch::Show;
pub use crate::ui::data::library::row::Row;
use crate::ui::data::sessions;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, LoadedSession};
use crate::ui::web::database;
pub use crate::ui::web::database::Trouble;
use crate::ui::web::timing::next_task;
use leptos::prelude::*;
use leptos::task::spawn_local;
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
    Fallback(Failure),
    /// It is not kept.
    No(Trouble),
}

impl Library {
    fn mark(&mut self, key: &str, kept: Kept) {
        self.visit.retain(|(of, _)| of != key);
        self.visit.push((key.to_owned(), kept));
    }
}

pub fn key(source: &SessionSource) -> &str {
    match source {
        SessionSource::Id(id) => id.as_str(),
        SessionSource::Remote(url) => url,
        SessionSource::Checked(source, _) => key(source),
    }
}

/// Looks at what is known now; tracks it.
pub fn look<T>(app: App, at: impl FnOnce(&Library) -> T) -> T {
    app.library.track();
    LIBRARY.with_borrow(at)
}

/// Notes what became of a session of this visit.
pub fn mark(app: App, key: &str, kept: &Kept) {
    update(app, &mut |library| library.mark(key, kept.clone()));
}

fn update(app: App, change: &mut dyn FnMut(&mut Library)) {
    LIBRARY.with_borrow_mut(change);
    app.library.notify();
}

/// Keeps a session that was opened, once it is on screen. The archive's own need no keeping.
pub fn put(app: App, source: &SessionSource, opened: &Arc<LoadedSession>) {
    let Some(row) = Row::listed(key(source), opened) else { return };
    let (source, opened) = (source.clone(), opened.clone());
    spawn_local(async move {
        next_task().await;
        let kept = keep(key(&source), row, &opened.bytes).await.map_or_else(Kept::No, |()| Kept::Yes);
        update(app, &mut |library| library.mark(key(&source), kept.clone()));
    });
}

/// Keeps a file. Another one of the same id is put aside, under a key of its own: a link that holds a session must not take the place of the reader's
/// file. What came from where this one comes from is a former version of it, and gives way.
async fn keep(key: &str, row: JsValue, bytes: &[u8]) -> Result<(), Trouble> {
    let mut kept = Vec::new();
    if let Some((former_row, former_bytes)) = database::find(key).await? {
        let former = Row::read(&former_row);
        if former.origin() != Row::read(&row).origin() && former_bytes != bytes {
            let aside = format!("{key} {}", former.opened_at);
            kept.push((aside.clone(), Row::under(&former_row, &aside), former_bytes));
        }
    }
    kept.push((key.to_owned(), row, bytes.to_vec()));
    database::put(kept).await
}

/// The copy that is kept, in the place of an address that does not answer; else what that address answers.
pub async fn fallback_copy(app: App, source: &SessionSource, failure: Failure, show: Show) -> Result<Arc<LoadedSession>, Failure> {
    let key = key(source);
    let (row, bytes) = match database::find(key).await {
        Ok(Some((row, bytes))) => (Row::read(&row), bytes),
        Ok(None) => return Err(failure),
        Err(trouble) => {
            update(app, &mut |library| library.trouble = Some(trouble.clone()));
            return Err(failure);
        }
    };
    // A copy from elsewhere by chance under the same name is not what the address asks for.
    let opened = if row.source() == *source.plain() { sessions::open(bytes, row.origin(), None, show).await.ok() } else { None };
    let Some(opened) = opened else { return Err(failure) };
    // That the archive does not have the reader's own is no news.
    let is_own = matches!((source.plain(), &failure), (SessionSource::Id(_), Failure::NotFound { .. }));
    let kept = if is_own { Kept::Yes } else { Kept::Fallback(failure) };
    update(app, &mut |library| library.mark(key, kept.clone()));
    Ok(opened)
}

/// Reads anew what is kept.
pub fn refresh(app: App) {
    spawn_local(read_anew(app));
}

/// Comes back when what is kept is listed anew.
pub async fn read_anew(app: App) {
    let before = LIBRARY.with_borrow(|library| library.visit.len());
    let result = database::rows().await;
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
}

/// So many of the copies that were searched stay read; of the others only the bytes are in the database.
const SEARCHED_COPIES: usize = 16;

thread_local! {
    /// Copies that were searched in this visit. They are not what is open: an address keeps its meaning.
    static SEARCHED: RefCell<Recent<String, Arc<LoadedSession>>> = RefCell::default();
}

/// A copy that is kept, without going to it.
pub async fn fetch_cached(row: &Row) -> Option<Arc<LoadedSession>> {
    // Whatever is opened anew has a time of its own.
    let key = format!("{} {}", row.opened_at, row.key);
    if let Some(opened) = SEARCHED.with_borrow_mut(|all| all.get(&key).cloned()) {
        return Some(opened);
    }
    let (_, bytes) = database::find(&row.key).await.ok()??;
    let opened = sessions::open(bytes, row.origin(), None, Rc::new(|_| ())).await.ok()?;
    SEARCHED.with_borrow_mut(|all| {
        all.put(key, opened.clone());
        all.shrink(SEARCHED_COPIES, 0, |_| Some(1));
    });
    Some(opened)
}
