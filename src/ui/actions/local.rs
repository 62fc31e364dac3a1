//! Files from the reader's device: picked, dropped anywhere on the page, or pasted.

use crate::check::short;
use crate::i18n::fill;
use crate::read::fits;
use crate::route::SessionSource;
use crate::ui::actions::open::{show, stop};
use crate::ui::data::fetch::Show;
use crate::ui::data::sessions::open;
use crate::ui::data::{embedded, fetch, library};
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog, ForeignFile, LoadedSession, Origin, Progress};
use crate::write::single::is_single;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::File;

/// Opens a file of the reader's device.
pub fn open_file(app: App, file: File) {
    let name = short(&file.name());
    let bytes = async move {
        // A file's size is a whole number of bytes, far below 2^53.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file size is a whole, non-negative number")]
        let size = file.size() as u64;
        fits(size).map_err(Failure::Unreadable)?;
        let asked = app.asked.get_value();
        let show = |progress| show_progress(app, asked, progress);
        let read = fetch::drain(&file.stream(), Some(size), &show).await;
        read.map_err(|failure| failure.unwrap_or_else(|| Failure::UnreadableFile { name: short(&file.name()) }))
    };
    start(app, Origin::Local(name), Box::pin(bytes));
}

/// Opens a session from pasted text.
pub fn open_pasted(app: App, text: String) {
    let bytes = if text.trim().is_empty() { Err(Failure::NothingPasted) } else { Ok(text.into_bytes()) };
    start(app, Origin::Pasted, Box::pin(std::future::ready(bytes)));
}

/// Opens the bytes of a session file that was made here.
pub fn open_bytes(app: App, origin: Origin, bytes: Vec<u8>) {
    start(app, origin, Box::pin(std::future::ready(Ok(bytes))));
}

/// Stops reading a file and leaves everything as it was.
pub fn stop_reading(app: App) {
    stop(app);
}

/// Shows the session, or says in the dialog what is wrong and leaves everything else as it was. Whatever the reader asks for in the
/// meantime counts more.
fn start(app: App, origin: Origin, bytes: LocalBoxFuture<'static, Result<Vec<u8>, Failure>>) {
    app.asked.update_value(|asked| *asked += 1);
    let asked = app.asked.get_value();
    spawn_local(async move {
        let told = move |progress| show_progress(app, asked, progress);
        let result = match bytes.await {
            Ok(bytes) if app.asked.get_value() == asked && is_foreign(&origin, &bytes) => {
                let name = match origin {
                    Origin::Local(name) => name,
                    _ => app.lang.get_untracked().texts().from_paste.to_owned(),
                };
                return app.dialog.set(Dialog::Foreign(Arc::new(ForeignFile { name, bytes })));
            }
            Ok(bytes) if app.asked.get_value() == asked => open_all(bytes, origin, Rc::new(told)).await,
            Ok(_) => return,
            Err(failure) => Err(failure),
        };
        if app.asked.get_value() != asked {
            return;
        }
        match result {
            Ok((opened, others)) => {
                if !others.is_empty() {
                    let count = (others.len() + 1).to_string();
                    app.announce(&fill(app.lang.get_untracked().texts().single_several, &[&count]));
                }
                for other in others {
                    let source = SessionSource::Id(other.session.id.clone());
                    library::put(app, &source, &other);
                    app.keep(source, other);
                }
                library::put(app, &SessionSource::Id(opened.session.id.clone()), &opened);
                show(app, opened);
            }
            Err(failure) => app.dialog.set(Dialog::Failed(failure)),
        }
    });
}

/// Whether bytes are neither a session file nor a single file of ours, so that a session may be drafted of them. What looks like JSON or is called so is not: its faults are
/// told line by line.
fn is_foreign(origin: &Origin, bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_json = match text {
        [] | [b'{' | b'[' | b'"', ..] | [0xff, 0xfe, b'{', 0, ..] | [0xfe, 0xff, 0, b'{', ..] => true,
        _ => matches!(origin, Origin::Local(name) if name.to_ascii_lowercase().ends_with(".json")),
    };
    !is_json && !is_single(bytes)
}

/// The session in a file, and the others where it is a single file with several.
async fn open_all(bytes: Vec<u8>, origin: Origin, show: Show) -> Result<(Arc<LoadedSession>, Vec<Arc<LoadedSession>>), Failure> {
    if !is_single(&bytes) {
        return Ok((open(bytes, origin, None, show).await?, Vec::new()));
    }
    let mut all = Vec::new();
    for bytes in embedded::sessions(&bytes).await? {
        all.push(open(bytes, origin.clone(), None, show.clone()).await?);
    }
    let first = all.remove(0);
    Ok((first, all))
}

/// A file that takes longer than a moment is shown in the dialog, with a way to cancel.
fn show_progress(app: App, asked: u32, progress: Progress) {
    if app.asked.get_value() == asked && (progress.is_reading || progress.received < progress.total.unwrap_or_default()) {
        app.dialog.set(Dialog::Busy(progress));
    }
}
