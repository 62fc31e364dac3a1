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
use crate::ui::state::{App, Dialog, LoadedSession, Origin, Progress};
use crate::ui::web::task::{Task, spawn};
use crate::write::single::is_single;
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::File;

/// Takes files that are dropped anywhere, and pasted sessions where the reader is not typing.
pub fn install(app: App) {
    window_event_listener(ev::dragover, |event| {
        if holds_files(&event) {
            event.prevent_default();
            set_dropping(true);
        }
    });
    window_event_listener(ev::dragleave, |event| {
        if event.related_target().is_none() {
            set_dropping(false);
        }
    });
    window_event_listener(ev::drop, move |event| {
        set_dropping(false);
        if !holds_files(&event) {
            return;
        }
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        match files.and_then(|files| files.get(0)) {
            Some(file) => open_file(app, file),
            None => app.dialog.set(Dialog::Failed(Failure::NotAFile)),
        }
    });
    window_event_listener(ev::paste, move |event| {
        let is_typing = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| element.closest("input, textarea, select").ok().flatten().is_some());
        let Some(data) = event.clipboard_data().filter(|_| !is_typing) else { return };
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            open_file(app, file);
        } else if let Ok(text) = data.get_data("text")
            && text.trim_start().starts_with('{')
        {
            open_pasted(app, text);
        }
    });
}

/// Whether files are dragged; selected text and links are left to the browser.
fn holds_files(event: &web_sys::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

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

/// Stops reading a file and leaves everything as it was.
pub fn stop_reading(app: App) {
    stop(app);
}

/// Shows the session, or says in the dialog what is wrong and leaves everything else as it was. Whatever the reader asks for in the
/// meantime counts more.
fn start(app: App, origin: Origin, bytes: Task<Result<Vec<u8>, Failure>>) {
    app.asked.update_value(|asked| *asked += 1);
    let asked = app.asked.get_value();
    spawn(async move {
        let told = move |progress| show_progress(app, asked, progress);
        let result = match bytes.await {
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

/// A file that takes longer than a moment is told in the dialog, with a way to cancel.
fn show_progress(app: App, asked: u32, progress: Progress) {
    if app.asked.get_value() == asked && (progress.is_reading || progress.received < progress.total.unwrap_or_default()) {
        app.dialog.set(Dialog::Busy(progress));
    }
}

fn set_dropping(is_dropping: bool) {
    if let Some(root) = document().document_element() {
        let _ = if is_dropping { root.set_attribute("data-dropping", "") } else { root.remove_attribute("data-dropping") };
    }
}
