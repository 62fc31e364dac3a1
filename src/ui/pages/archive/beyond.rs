//! What the archive has beyond the newest sessions, where it is too large for one list: fetched for a year or a place, and told.

use super::counted;
use crate::archive::{Catalogue, Entry, Whole};
use crate::budget::grouped;
use crate::digest::listing::{filtered, newest_first};
use crate::i18n::{Lang, fill};
use crate::model::Decimal;
use crate::route::{Filter, Route};
use crate::ui::dom::{El, button, el, link, with_text};
use crate::ui::parts::section;
use crate::ui::shards::{again, known, shard};
use crate::ui::state::{App, Load};
use leptos::prelude::*;
use std::sync::Arc;

/// So many parts are fetched without being asked for, and at a press.
const AT_ONCE: usize = 4;
/// More parts of one list are not shown in one page.
const MOST: usize = 64;

/// The lists that have what a filter lets through, and that are there: the newest sessions, and what was fetched. Tracks them.
pub(super) fn sources(app: App, newest: &Arc<Catalogue>, filter: &Filter) -> Vec<Arc<Catalogue>> {
    let mut sources = vec![newest.clone()];
    if let Some(whole) = &newest.whole {
        for file in parts(whole, filter).0 {
            if let Some(Load::Ready(part)) = known(app, &file) {
                sources.push(part);
            }
        }
    }
    sources
}

/// The sessions in `sources` that a filter lets through, each once, newest first.
pub(super) fn listed<'a>(sources: &'a [Arc<Catalogue>], filter: &Filter) -> Vec<&'a Entry> {
    let mut entries = Vec::new();
    for source in sources {
        entries.append(&mut filtered(&source.sessions, filter));
    }
    if sources.len() > 1 { newest_first(&entries) } else { entries }
}

/// How many sessions are listed, of how many.
pub(super) fn said(lang: Lang, catalogue: &Catalogue, filter: &Filter, listed: usize) -> String {
    let total = total(catalogue, filter);
    if listed >= total {
        return counted(lang, listed);
    }
    let t = lang.texts();
    let template = if *filter == Filter::default() { t.newest_of } else { t.listed_of };
    fill(template, &[&number(listed), &number(total)])
}

/// How many sessions a filter lets through, as far as the main file says.
pub(super) fn total(catalogue: &Catalogue, filter: &Filter) -> usize {
    catalogue.whole.as_ref().map_or(0, |whole| whole.count(filter))
}

/// The parts that are fetched for a filter, and whether there are so few that all are, unasked. Without a year or a place none is.
fn parts(whole: &Whole, filter: &Filter) -> (Vec<String>, bool) {
    if filter.place.is_none() && filter.year.is_none() {
        return (Vec::new(), false);
    }
    let wanted = whole.files(filter, MOST);
    (wanted.files, wanted.total <= AT_ONCE)
}

/// The state of what is fetched: on its way, or why not; told to screen readers.
pub(super) fn progress(app: App, lang: Lang, newest: &Arc<Catalogue>, filter: &Filter) -> Vec<El> {
    let Some(whole) = &newest.whole else { return Vec::new() };
    let t = lang.texts();
    let (files, is_few) = parts(whole, filter);
    // Of one place in one year the newest are fetched in any case.
    let is_one = filter.place.is_some() && filter.year.is_some();
    for file in files.iter().take(if is_few || is_one { AT_ONCE } else { 0 }) {
        let _ = shard(app, file);
    }
    let (mut is_busy, mut trouble) = (false, None);
    for file in &files {
        match known(app, file) {
            Some(Load::Failed(failure)) => trouble = Some(failure),
            Some(Load::Busy(_)) => is_busy = true,
            _ => {}
        }
    }
    if let Some(failure) = trouble {
        let retry = button("btn", t.retry, Box::new(move |_| again(app)));
        return vec![with_text("p", "note", &fill(t.part_failed, &[&failure.sentence(lang)])).text(" ").add(retry)];
    }
    if is_busy { vec![with_text("p", "quiet", t.loading).set("aria-busy", "true")] } else { Vec::new() }
}

/// The ways to what is not listed: years, or places, or more of the same.
pub(super) fn ways(app: App, lang: Lang, newest: &Arc<Catalogue>, filter: &Filter) -> Vec<El> {
    let Some(whole) = &newest.whole else { return Vec::new() };
    let t = lang.texts();
    let (files, is_few) = parts(whole, filter);
    if is_few {
        return Vec::new();
    }
    let list = el("ul").class("ways");
    let add = |filter: Filter, name: &str, count: usize| {
        let way = link(&Route::Archive(filter).href(), name).class("t");
        list.append(el("li").add(way).text(" ").add(with_text("span", "quiet", &number(count))));
    };
    let title = if filter.year.is_none() {
        for (year, count) in whole.by_year(filter) {
            add(Filter { year: Some(year), ..filter.clone() }, &super::year_name(lang, Some(year)), count);
        }
        Some(t.more_years)
    } else if filter.place.is_none() {
        for (place, count) in whole.by_place(filter) {
            add(Filter { place: Some(place.to_owned()), ..filter.clone() }, place, count);
        }
        Some(t.more_places)
    } else {
        None
    };
    let mut ways: Vec<El> = title.map(|title| section(title).add(list)).into_iter().collect();
    let next: Vec<String> = files.into_iter().filter(|file| known(app, file).is_none()).take(AT_ONCE).collect();
    if !next.is_empty() {
        let press = move |_| next.iter().for_each(|file| drop(untrack(|| shard(app, file))));
        ways.push(el("p").add(button("btn", t.more_listed, Box::new(press)).set("data-key", "more")));
    }
    ways
}

/// A number as people read it.
pub(super) fn number(n: usize) -> String {
    Decimal::parse(&n.to_string()).map(grouped).unwrap_or_default()
}
