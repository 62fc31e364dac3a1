//! Files that are dropped anywhere on the page, and pasted sessions. What is done with them is in a part of the program.

use crate::ui::parts::{open_file, open_pasted};
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Dialog};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

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

fn set_dropping(is_dropping: bool) {
    if let Some(root) = document().document_element() {
        let _ = if is_dropping { root.set_attribute("data-dropping", "") } else { root.remove_attribute("data-dropping") };
    }
}
