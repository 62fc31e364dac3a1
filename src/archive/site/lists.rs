//! What needs the address of the site: feeds, sitemap, robots.txt.

use super::ledger::Record;
use super::place::Place;
use super::{body_feed, marked, page_url};
use crate::catalogue::{Catalogue, Entry};
use crate::i18n::Lang;
use crate::publish::PublishError;
use crate::write::feed::{Feed, Item, atom, robots, sitemaps};
use std::collections::BTreeMap;
use std::path::Path;

/// A session as the lists have it.
struct Row<'a> {
    entry: &'a Entry,
    record: &'a Record,
    url: String,
    title: String,
}

/// Writes them; `site` is the address of the site, `catalogue` newest first.
pub(super) fn write<'a>(
    place: &Place,
    site: &str,
    catalogue: &'a Catalogue,
    records: &'a BTreeMap<String, Record>,
) -> Result<(), PublishError> {
    let known = catalogue.sessions.iter().filter_map(|entry| Some((entry, records.get(entry.id.as_str())?)));
    let row = |(entry, record): (&'a Entry, &'a Record)| Row {
        entry,
        record,
        url: page_url(site, &entry.id),
        title: marked(record.lang(), &entry.title, entry.is_sample),
    };
    let rows: Vec<Row<'_>> = known.map(row).collect();
    let is_english = !rows.is_empty() && rows.iter().all(|row| row.record.lang() == Lang::En);
    let t = if is_english { Lang::En } else { Lang::Zh }.texts();
    let all: Vec<&Row<'_>> = rows.iter().collect();
    feed(place, site, "feed.xml", &format!("{} · {}", t.name, t.archive_title), &all)?;
    let mut bodies: BTreeMap<&str, Vec<&Row<'_>>> = BTreeMap::new();
    for row in &rows {
        bodies.entry(&row.entry.assembly.name).or_default().push(row);
    }
    place.folder(Path::new("feeds"))?;
    for (name, rows) in &bodies {
        feed(place, site, &body_feed(name), name, rows)?;
    }
    // What is made up is no news for a search engine.
    let real = rows.iter().filter(|row| !row.entry.is_sample).map(|row| (row.url.as_str(), Some(row.record.updated.as_str())));
    for (name, xml) in sitemaps(site, [(site, None)].into_iter().chain(real)) {
        place.write(Path::new(&name), xml.as_bytes())?;
    }
    place.write(Path::new("robots.txt"), robots(&format!("{site}sitemap.xml")).as_bytes())
}

fn feed(place: &Place, site: &str, path: &str, title: &str, rows: &[&Row<'_>]) -> Result<(), PublishError> {
    let items: Vec<Item<'_>> = rows
        .iter()
        .map(|row| Item {
            url: &row.url,
            title: &row.title,
            body: &row.entry.assembly.name,
            summary: row.entry.summary.as_deref(),
            updated: &row.record.updated,
        })
        .collect();
    let lang = if rows.iter().all(|row| row.record.lang() == Lang::En) { Lang::En } else { Lang::Zh };
    let text = atom(&Feed { url: &format!("{site}{path}"), page: site, title, lang }, &items);
    place.write(Path::new(path), text.as_bytes())
}
