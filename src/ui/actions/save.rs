//! Saving bytes as a file of the reader's, with a word where that fails.

use crate::ui::state::App;
use crate::ui::web::download::save_bytes;
use leptos::prelude::*;

/// Saves `bytes` under a name; says so where the browser refuses.
pub fn save(app: App, name: &str, kind: &str, bytes: &[u8]) {
    if save_bytes(name, kind, bytes).is_err() {
        app.announce(app.lang.get_untracked().texts().save_failed);
    }
}
