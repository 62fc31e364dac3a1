//! What the archive has beyond the newest sessions, where it is too large for one list: fetched for a year or a place, and told.

use crate::archive::{Catalogue, Entry};
use crate::budget::grouped;
use crate::digest::listing::{filtered, newest_first};
use crate::i18n::{Lang, fill};
use crate::model::Decimal;
use crate::route::{Filter, Route};
use crate::ui::components::common::section;
use crate::ui::components::session_list::counted;
use crate::ui::data::catalogue::{again, shard};
use crate::ui::pages::archive::year_name;
use crate::ui::state::{App, Load};
use crate::ui::web::dom::{El, button, el, link, with_text};
use leptos::prelude::*;
use std::sync::Arc;

/// So many parts are fetched without being asked for, and at a press.
const AT_ONCE: usize = 4;
/// So many are shown in one page at most.
const MOST: usize = 64;

/// What a page shows of an archive that is too large for one list.
pub(super) struct Beyond {
    /// The lists that are there: the newest sessions, and what was fetched.
    pub(super) lists: Vec<Arc<Catalogue>>,
    /// What is on its way, or why not.
    pub(super) news: Option<El>,
    /// The ways to what is not listed.
    pub(super) ways: Vec<El>,
}

/// What there is for a filter; tracks it, and fetches what is wanted: all parts where they are few, of one place in one year the newest, and
/// without a year or a place none.
pub(super) fn beyond(app: App, lang: Lang, newest: &Arc<Catalogue>, filter: &Filter) -> Beyond {
    let mut made = Beyond { lists: vec![newest.clone()], news: None, ways: Vec::new() };
    let Some(whole) = &newest.whole else { return made };
    let t = lang.texts();
    let (is_any, is_one) = (filter.year.is_some() || filter.place.is_some(), filter.year.is_some() && filter.place.is_some());
    let wanted = whole.files(filter, if is_any { MOST } else { 0 });
    let is_few = is_any && wanted.total <= AT_ONCE;
    let mut next = Vec::new();
    for (at, file) in wanted.files.into_iter().enumerate() {
        match shard(app, &file, at < AT_ONCE && (is_few || is_one)) {
            Load::Ready(list) => made.lists.push(list),
            // One is told of, for they fail alike.
            Load::Failed(failure) => {
                let retry = button("btn", t.retry, Box::new(move |_| again(app)));
                made.news = Some(with_text("p", "note", &failure.sentence(lang)).text(" ").add(retry));
            }
            Load::Busy(_) if made.news.is_none() => made.news = Some(with_text("p", "quiet", t.loading).set("aria-busy", "true")),
            Load::Busy(_) => {}
            Load::Idle => next.push(file),
        }
    }
    if !is_few && !is_one {
        let is_by_place = filter.year.is_some();
        let mut list = el("ul").class("ways");
        let choices = whole.choices(filter, is_by_place);
        let title = (!choices.is_empty()).then_some(t.more_listed);
        for (way, count) in choices {
            let name = if is_by_place { way.place.clone().unwrap_or_default() } else { year_name(lang, way.year) };
            let way = link(&Route::Archive(way).href(), &name).class("t");
            list = list.add(el("li").add(way).text(" ").add(with_text("span", "quiet", &number(count))));
        }
        made.ways.extend(title.map(|title| section(title).add(list)));
    }
    if !next.is_empty() {
        let press = move |_| {
            for file in next.iter().take(AT_ONCE) {
                let _ = untrack(|| shard(app, file, true));
            }
            app.shards.notify();
        };
        made.ways.push(button("btn", t.more_listed, Box::new(press)).set("data-key", "more"));
    }
    made
}

/// The sessions in `lists` that a filter lets through, each once, newest first.
pub(super) fn listed<'a>(lists: &'a [Arc<Catalogue>], filter: &Filter) -> Vec<&'a Entry> {
    let mut entries = Vec::new();
    for list in lists {
        entries.append(&mut filtered(&list.sessions, filter));
    }
    if lists.len() > 1 { newest_first(&entries) } else { entries }
}

/// How many sessions are listed, of how many.
pub(super) fn said(lang: Lang, listed: usize, total: usize) -> String {
    if listed >= total { counted(lang, listed) } else { fill(lang.texts().listed_of, &[&number(listed), &number(total)]) }
}

/// A number as people read it.
pub(super) fn number(n: usize) -> String {
    Decimal::parse(&n.to_string()).map(grouped).unwrap_or_default()
}
