//! Saving bytes as a file of the reader's; where nothing can be saved, what to do instead.

use crate::ui::state::{App, Dialog, Unsaved};
use crate::ui::web::download::{can_save, save_bytes};
use leptos::prelude::*;
use std::sync::Arc;

/// Saves `bytes` under a name, or opens the dialog that says what to do instead.
pub fn save(app: App, name: &str, kind: &'static str, bytes: &[u8]) {
    let _ = is_saved(app, name, kind, bytes);
}

/// The same; whether it was saved.
pub fn is_saved(app: App, name: &str, kind: &'static str, bytes: &[u8]) -> bool {
    let is_saved = can_save() && save_bytes(name, kind, bytes).is_ok();
    if !is_saved {
        app.dialog.set(Dialog::Unsaved(Arc::new(Unsaved { name: name.to_owned(), kind, bytes: bytes.to_vec() })));
    }
    is_saved
}
