//! The whole screen, where the browser gives it.

use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    /// What our own button or key asked for last and was not heard of yet: the whole screen (`true`), or to give it back.
    static ASKED: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether the browser gives the whole screen.
pub fn is_possible() -> bool {
    document().fullscreen_enabled()
}

/// Takes the whole screen, or gives it back.
pub fn toggle() {
    match (document().fullscreen_element(), document().document_element()) {
        (Some(_), _) => {
            ASKED.set(Some(false));
            document().exit_fullscreen();
        }
        (None, Some(root)) if is_possible() => {
            // Given back and taken again at once, the first change is heard after this.
            ASKED.set(Some(true));
            let _ = root.request_fullscreen();
        }
        _ => {}
    }
}

/// Gives the whole screen back, where it was taken.
pub fn end() {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    }
}

/// Escape gives the whole screen back before any key is heard; it is meant to leave all the same.
pub fn left_with_full_screen(leave: Callback<()>) {
    let listener = window_event_listener_untyped("fullscreenchange", move |_| {
        let is_whole = document().fullscreen_element().is_some();
        let asked = ASKED.get();
        if asked == Some(is_whole) {
            ASKED.set(None);
        } else if asked.is_none() && !is_whole {
            leave.run(());
        }
    });
    on_cleanup(move || listener.remove());
}
