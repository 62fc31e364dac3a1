//! A modal dialog.

use crate::ui::components::toast::Toast;
use crate::ui::state::App;
use leptos::html::Dialog;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// Headings of dialogs have ids of their own.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A modal dialog, open as long as it is there. Escape and its button close it; the browser gives the focus back to where it was.
#[component]
pub fn Modal(
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Runs when the reader has closed it; it should take the dialog away.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its class: `modal wide` for what holds tables and takes the room they need, `modal wide full` for what takes all there is.
    #[prop(default = "modal")]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let app = App::current();
    let dialog = NodeRef::<Dialog>::new();
    let id = format!("modal-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    app.modals.update(|open| *open += 1);
    on_cleanup(move || {
        app.modals.update(|open| *open -= 1);
        // Taken away while it is open it would not give the focus back.
        if let Some(dialog) = dialog.try_get_untracked().flatten() {
            dialog.close();
        }
    });
    // The browser reports a moment later that it was closed; by then another one may have taken its place.
    let closed = move |_| {
        if dialog.try_get_untracked().flatten().is_some_and(|dialog| dialog.is_connected() && !dialog.open()) {
            on_close.run(());
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog class=class node_ref=dialog aria-labelledby=id.clone() on:close=closed>
            <div class="modal-head">
                <h2 id=id.clone()>{title}</h2>
                <button class="btn" type="button" on:click=close>{app.word(|t| t.close)}</button>
            </div>
            {children()}
            <Toast/>
        </dialog>
    }
    .into_any()
}
