//! How characters are read, and what letters that are typed stand for in a session.

use crate::search::Query;
use crate::search::pinyin::{Needle, Pinyin};
use crate::ui::data::sessions;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Load, Opened, Progress};
use crate::ui::web::task::spawn;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the table of readings is.
const PINYIN: &str = "pinyin.bin";
/// So many Chinese strings a spelled term may stand for; those that come later fit worse.
const SPELLED: usize = 12;

/// What a typed query means in a session, and whether letters could not be read as pinyin. Tracks the table of readings, and fetches it when
/// letters are asked for the first time.
pub fn meant(app: App, opened: &Opened, typed: &str) -> (Query, bool) {
    let mut query = Query::parse(typed);
    if !query.terms.iter().any(crate::search::Term::is_spelled) {
        return (query, false);
    }
    let Some(pinyin) = readings(app) else { return (query, matches!(app.pinyin.get_untracked(), Load::Failed(_))) };
    for term in query.terms.iter_mut().filter(|term| term.is_spelled()) {
        if let Some(needle) = Needle::parse(&term.text) {
            term.others = opened.dictionary().strings(&pinyin, &needle, SPELLED);
        }
    }
    (query, false)
}

/// The table of readings, once it is there; tracks it.
pub fn readings(app: App) -> Option<Arc<Pinyin>> {
    match app.pinyin.get() {
        Load::Ready(pinyin) => Some(pinyin),
        Load::Idle => {
            app.pinyin.update_untracked(|pinyin| *pinyin = Load::Busy(Progress::default()));
            spawn(async move {
                let table = sessions::beside(PINYIN).await.and_then(|bytes| Pinyin::read(&bytes).ok_or(Failure::Damaged));
                app.pinyin.set(table.map_or_else(Load::Failed, |table| Load::Ready(Arc::new(table))));
            });
            None
        }
        Load::Busy(_) | Load::Failed(_) => None,
    }
}
