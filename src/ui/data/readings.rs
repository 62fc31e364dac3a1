//! How characters are read, and what letters that are typed stand for in a session.

use crate::search::pinyin::{Needle, Pinyin};
use crate::search::{Query, Term};
use crate::ui::data::sessions;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Load, LoadedSession, Progress};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where the table of readings is.
const PINYIN: &str = "pinyin.bin";
/// So many Chinese strings a spelled term may stand for; those that come later fit worse.
const SPELLED: usize = 12;

/// Whether letters are searched for, which may be pinyin.
pub fn is_spelled(query: &Query) -> bool {
    query.terms.iter().any(Term::is_spelled)
}

/// Fetches the table of readings where letters are searched for and it is not there. Each search calls this once, so one that could not be had
/// is asked for again by the next search, and not before. Tracks nothing.
pub fn fetch(app: App, typed: &str) {
    let is_there = app.pinyin.with_untracked(|pinyin| matches!(pinyin, Load::Busy(_) | Load::Ready(_)));
    if is_there || !is_spelled(&Query::parse(typed)) {
        return;
    }
    app.pinyin.set(Load::Busy(Progress::default()));
    spawn_local(async move {
        let table = sessions::beside(PINYIN).await.and_then(|bytes| Pinyin::read(&bytes).ok_or(Failure::Damaged));
        app.pinyin.set(table.map_or_else(Load::Failed, |table| Load::Ready(Arc::new(table))));
    });
}

/// What a typed query means in a session, and whether letters could not be read as pinyin. Tracks the table of readings where letters are
/// searched for; [`fetch`] gets it.
pub fn meant(app: App, opened: &LoadedSession, typed: &str) -> (Query, bool) {
    let mut query = Query::parse(typed);
    if !is_spelled(&query) {
        return (query, false);
    }
    let pinyin = match app.pinyin.get() {
        Load::Ready(pinyin) => pinyin,
        Load::Idle | Load::Busy(_) => return (query, false),
        Load::Failed(_) => return (query, true),
    };
    for term in query.terms.iter_mut().filter(|term| term.is_spelled()) {
        if let Some(needle) = Needle::parse(&term.text) {
            term.others = opened.dictionary().strings(&pinyin, &needle, SPELLED);
        }
    }
    (query, false)
}
