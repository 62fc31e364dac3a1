//! A message in passing.

use crate::ui::state::App;
use leptos::prelude::*;

/// What was just done, shown for a moment and announced to screen readers. A dialog has one of its own, for what is behind an open dialog
/// is neither seen nor read out.
#[component]
pub fn Toast() -> impl IntoView {
    let app = App::current();
    view! {
        <div role="status" class=move || if app.toast.read().is_empty() { "toast" } else { "toast show" }>{move || app.toast.get()}</div>
    }
    .into_any()
}
