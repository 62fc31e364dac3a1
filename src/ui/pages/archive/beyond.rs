//! What the archive has beyond the newest sessions, where it is too large for one list: fetched for a year or a place.

use crate::archive::{Catalogue, Entry};
use crate::budget::grouped;
use crate::digest::listing::{filtered, newest_first};
use crate::i18n::{Lang, fill};
use crate::model::Decimal;
use crate::route::Filter;
use crate::ui::components::session_list::counted;
use crate::ui::data::catalogue::shard;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Load};
use leptos::prelude::*;
use std::sync::Arc;

/// So many parts are fetched without being asked for, and at a press.
const AT_ONCE: usize = 4;
/// So many are shown in one page at most.
const MOST: usize = 64;

/// What there is of an archive for a filter.
pub struct Beyond {
    /// The lists that are there: the newest sessions, and what was fetched.
    lists: Vec<Arc<Catalogue>>,
    /// A part is on its way.
    pub is_busy: bool,
    /// Why a part could not be had; one reason is enough, for they fail alike.
    pub failure: Option<Failure>,
    /// The ways to what is not listed, each with its name and how many sessions it leads to.
    pub ways: Vec<(Filter, String, usize)>,
    /// Parts that are fetched when the reader asks for more.
    next: Vec<String>,
}

impl Beyond {
    /// What there is for a filter; tracks it, and fetches what is wanted: all parts where they are few, of one place in one year the newest,
    /// and without a year or a place none.
    pub fn new(app: App, lang: Lang, newest: &Arc<Catalogue>, filter: &Filter) -> Self {
        let mut made = Self { lists: vec![newest.clone()], is_busy: false, failure: None, ways: Vec::new(), next: Vec::new() };
        let Some(whole) = &newest.whole else { return made };
        let (is_any, is_one) = (filter.year.is_some() || filter.place.is_some(), filter.year.is_some() && filter.place.is_some());
        let wanted = whole.files(filter, if is_any { MOST } else { 0 });
        let is_few = is_any && wanted.total <= AT_ONCE;
        for (at, file) in wanted.files.into_iter().enumerate() {
            match shard(app, &file, at < AT_ONCE && (is_few || is_one)) {
                Load::Ready(list) => made.lists.push(list),
                Load::Failed(failure) => made.failure = Some(failure),
                Load::Busy(_) => made.is_busy = true,
                Load::Idle => made.next.push(file),
            }
        }
        if !is_few && !is_one {
            let is_by_place = filter.year.is_some();
            made.ways.extend(whole.choices(filter, is_by_place).into_iter().map(|(way, count)| {
                let name = if is_by_place { way.place.clone().unwrap_or_default() } else { year_name(lang, way.year) };
                (way, name, count)
            }));
        }
        made
    }

    /// The sessions that a filter lets through, each once, newest first.
    pub fn listed(&self, filter: &Filter) -> Vec<&Entry> {
        let mut entries = Vec::new();
        for list in &self.lists {
            entries.append(&mut filtered(&list.sessions, filter));
        }
        if self.lists.len() > 1 { newest_first(&entries) } else { entries }
    }

    /// Whether there are parts to be fetched.
    pub fn has_more(&self) -> bool {
        !self.next.is_empty()
    }

    /// Fetches the next parts.
    pub fn fetch_more(&self, app: App) {
        for file in self.next.iter().take(AT_ONCE) {
            let _ = untrack(|| shard(app, file, true));
        }
        app.shards.notify();
    }
}

/// How many sessions are listed, of how many.
pub fn said(lang: Lang, listed: usize, total: usize) -> String {
    if listed >= total { counted(lang, listed) } else { fill(lang.texts().listed_of, &[&number(listed), &number(total)]) }
}

/// A number as people read it.
pub fn number(n: usize) -> String {
    Decimal::parse(&n.to_string()).map(grouped).unwrap_or_default()
}

/// What a year is called; 0 is that of sessions without a date.
pub fn year_name(lang: Lang, year: Option<u16>) -> String {
    match (year, lang) {
        (None | Some(0), _) => lang.texts().date_unknown.to_owned(),
        (Some(year), Lang::Zh) => format!("{year}年"),
        (Some(year), Lang::En) => year.to_string(),
    }
}
