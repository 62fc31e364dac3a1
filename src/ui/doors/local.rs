//! Files from the reader's device: picked, dropped anywhere on the page, or pasted.

use super::{Failure, Progress, bytes, open};
use crate::read::fits;
use crate::route::{Door, Place, Route};
use crate::ui::navigation;
use crate::ui::state::{App, Dialog, Origin};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::File;

/// Takes files that are dropped anywhere, and pasted sessions where the reader is not typing.
pub(super) fn install(app: App) {
    window_event_listener(ev::dragover, |event| {
        event.prevent_default();
        set_dropping(true);
    });
    window_event_listener(ev::dragleave, |event| {
        if event.related_target().is_none() {
            set_dropping(false);
        }
    });
    window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        set_dropping(false);
        let files = event.data_transfer().and_then(|data| data.files());
        match files.and_then(|files| files.get(0)) {
            Some(file) => open_file(app, file),
            None => fail(app, Failure::NotAFile),
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

/// Opens a file of the reader's device.
pub fn open_file(app: App, file: File) {
    leptos::task::spawn_local(async move {
        let result = read_file(app, &file).await;
        finish(app, result, Origin::Local(file.name())).await;
    });
}

/// Opens a session from pasted text.
pub fn open_pasted(app: App, text: String) {
    if text.trim().is_empty() {
        fail(app, Failure::NothingPasted);
        return;
    }
    leptos::task::spawn_local(async move { finish(app, Ok(text.into_bytes()), Origin::Pasted).await });
}

async fn read_file(app: App, file: &File) -> Result<Vec<u8>, Failure> {
    // A file's size is a whole number of bytes, far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file size is a whole, non-negative number")]
    let size = file.size() as u64;
    fits(size).map_err(Failure::Unreadable)?;
    let show = |progress| tell_progress(app, progress);
    bytes::drain(&file.stream(), Some(size), &show)
        .await
        .map_err(|failure| failure.unwrap_or_else(|| Failure::UnreadableFile { name: file.name() }))
}

/// Shows the session, or says in the dialog what is wrong and leaves everything else as it was.
async fn finish(app: App, bytes: Result<Vec<u8>, Failure>, origin: Origin) {
    let show = |progress| tell_progress(app, progress);
    let result = match bytes {
        Ok(bytes) => open(&bytes, origin, &show).await,
        Err(failure) => Err(failure),
    };
    match result {
        Ok(opened) => {
            app.dialog.set(Dialog::Closed);
            let door = Door::Id(opened.session.id.clone());
            // The door may be the current one: then the place does not change and the session is shown here.
            app.session.set(super::Load::Ready(opened.clone()));
            app.keep(door.clone(), opened);
            navigation::go(app, Route::Session { door, place: Place::Overview, at: None });
        }
        Err(failure) => fail(app, failure),
    }
}

fn fail(app: App, failure: Failure) {
    app.dialog.set(Dialog::Failed(failure));
}

fn tell_progress(app: App, progress: Progress) {
    if progress.is_reading {
        app.tell(app.lang.get_untracked().texts().reading);
    }
}

fn set_dropping(is_dropping: bool) {
    if let Some(root) = document().document_element() {
        let _ = if is_dropping { root.set_attribute("data-dropping", "") } else { root.remove_attribute("data-dropping") };
    }
}
