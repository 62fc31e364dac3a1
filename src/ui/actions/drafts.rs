//! What comes of a foreign file: a session of its own, or budgets of the one that is open.

use crate::drafting::{Drafted, joined};
use crate::i18n::{Foreign, fill};
use crate::ui::actions::local::open_bytes;
use crate::ui::data::originals::{self, KeptOriginal};
use crate::ui::state::{App, Dialog, LoadedSession, Origin};
use leptos::prelude::*;
use std::sync::Arc;

/// Opens the text of a session file that was made of the file `name`.
pub fn open_made(app: App, name: String, session: String) {
    app.dialog.set(Dialog::Closed);
    open_bytes(app, Origin::Local(name), session.into_bytes());
}

/// Opens a draft, whose text is kept beside it; the reader may want to check the one by the other at once.
pub fn open_draft(app: App, name: String, draft: Drafted, is_to_be_checked: bool) {
    let Drafted { id, session, original } = draft;
    originals::put(&id, KeptOriginal { original, session: session.clone() });
    if is_to_be_checked {
        originals::ask_to_check(&id);
    }
    open_made(app, name, session);
}

/// Adds the budgets of a draft to the session that is open, and opens that as a file of the reader's own.
pub fn join(app: App, name: String, opened: &Arc<LoadedSession>, draft: &str) {
    let lang = app.lang.get_untracked();
    match joined(&opened.bytes, draft) {
        Some((bytes, count)) => {
            app.dialog.set(Dialog::Closed);
            app.announce(&fill(Foreign::of(lang).foreign_joined, &[&count.to_string()]));
            open_bytes(app, Origin::Local(name), bytes);
        }
        None => app.announce(lang.texts().failed_title),
    }
}
