//! Whether a session that is shown is kept in this browser.

use crate::i18n::fill;
use crate::route::Door;
use crate::ui::data::library::{Kept, key, look, put};
use crate::ui::state::{App, Opened};
use crate::ui::web::dom::{El, bdi, button, with_text};
use leptos::prelude::*;
use std::sync::Arc;

/// Whether a session is kept, for the page that shows it.
pub fn said(app: App, door: &Door, opened: &Arc<Opened>) -> Vec<El> {
    let lang = app.lang.get();
    let t = lang.texts();
    match look(app, |library| library.visit.iter().find(|(of, _)| of == key(door)).map(|(_, kept)| kept.clone())) {
        None => Vec::new(),
        Some(Kept::Yes) => vec![with_text("span", "", t.library_kept)],
        Some(Kept::Instead(failure)) => vec![bdi(&failure.sentence(lang)), with_text("span", "", t.library_instead)],
        Some(Kept::No(trouble)) => {
            let (door, opened) = (door.clone(), opened.clone());
            let again = button("btn", t.library_keep, Box::new(move |_| put(app, &door, &opened)));
            vec![bdi(&fill(t.library_unkept, &[&trouble.sentence(lang)])).text(" "), again]
        }
    }
}
