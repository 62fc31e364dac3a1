//! Sessions: bytes in, a session and its findings out, whatever they come from.

use crate::archive::session_path;
use crate::model::SessionId;
use crate::read::{Reading, unchecked};
use crate::route::SessionSource;
use crate::ui::data::fetch;
use crate::ui::data::fetch::Show;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, LoadedSession, Origin, Progress};
use crate::ui::web::timing::next_task;
use futures::future::LocalBoxFuture;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortSignal;

/// Above this many bytes the page is painted before they are read, so that the reader sees what is going on.
const LONG_READ_BYTES: usize = 1 << 20;

/// Reads the bytes of a session.
pub fn open(
    bytes: Vec<u8>,
    origin: Origin,
    kept_on: Option<String>,
    show: Show,
) -> LocalBoxFuture<'static, Result<Arc<LoadedSession>, Failure>> {
    Box::pin(async move {
        if bytes.len() > LONG_READ_BYTES {
            let received = bytes.len() as u64;
            show(Progress { received, total: Some(received), is_reading: true });
            next_task().await;
        }
        let Reading { session, findings } = unchecked(&bytes).map_err(Failure::Unreadable)?;
        if bytes.len() > LONG_READ_BYTES {
            next_task().await;
        }
        Ok(Arc::new(LoadedSession::new(bytes, session, findings, origin, kept_on)))
    })
}

/// Fetches a session of the archive without going to it, and keeps it for when the reader does. `None` where it cannot be had. A file of the
/// reader's with that id stays what the reader has open, also one that was opened while the archive's own was on its way.
pub async fn fetch_cached(app: App, id: &SessionId) -> Option<Arc<LoadedSession>> {
    fetch_cached_until(app, id, None).await
}

/// The same, which `signal` ends.
pub async fn fetch_cached_until(app: App, id: &SessionId, signal: Option<AbortSignal>) -> Option<Arc<LoadedSession>> {
    if let Some(opened) = app.archived(id) {
        return Some(opened);
    }
    let answer = fetch::get(session_path(id), id.to_string(), signal, Rc::new(|_| ())).await.ok()?;
    let opened = open(answer.bytes, Origin::Archive, answer.kept_on, Rc::new(|_| ())).await.ok()?;
    app.keep_fetched(SessionSource::Id(id.clone()), opened.clone());
    // Where the reader went to it meanwhile, the session that is open is the one to go on with.
    app.archived(id).or(Some(opened))
}

const PROGRAM: &str = "yishi-empty.html";

/// The page that is a program without data, from this site.
pub async fn program() -> Result<String, Failure> {
    String::from_utf8(beside(PROGRAM).await?).map_err(|_| Failure::Damaged)
}

/// A file beside the page, or inside it where it is a single file.
pub async fn beside(path: &str) -> Result<Vec<u8>, Failure> {
    beside_until(path, None).await
}

/// The same, which `signal` ends.
pub async fn beside_until(path: &str, signal: Option<AbortSignal>) -> Result<Vec<u8>, Failure> {
    Ok(fetch::get(path.to_owned(), path.to_owned(), signal, Rc::new(|_| ())).await?.bytes)
}
