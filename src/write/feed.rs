//! What a site tells other machines: Atom feeds (RFC 4287), the sitemap, robots.txt. The same bytes for the same sessions; no clock.

use super::html::escape;
use crate::i18n::Lang;

/// Most entries of one feed; the newest are kept. A reader that asks every hour must not fetch a whole archive.
pub const MOST_ENTRIES: usize = 200;

/// What stands for a day that is not known: Atom wants one.
pub const NO_DAY: &str = "1970-01-01";

/// The time of day and zone of a date: China's, of midnight.
const MIDNIGHT: &str = "T00:00:00+08:00";

/// A feed.
#[derive(Clone, Copy, Debug)]
pub struct Feed<'a> {
    /// Its own absolute address.
    pub url: &'a str,
    /// The absolute address of the page it is about.
    pub page: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its language.
    pub lang: Lang,
}

/// One session in a feed.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The absolute address of its page, which is also its id.
    pub url: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The congress that met.
    pub body: &'a str,
    /// A few sentences.
    pub summary: Option<&'a str>,
    /// The day that its content was last changed on, as `2024-07-18`.
    pub updated: &'a str,
}

/// A feed of `items`, newest first.
pub fn atom(feed: &Feed<'_>, items: &[Item<'_>]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    xml.extend([feed.lang.tag(), "\">\n"]);
    element(&mut xml, "title", feed.title);
    element(&mut xml, "id", feed.url);
    link(&mut xml, "self", "application/atom+xml", feed.url);
    link(&mut xml, "alternate", "text/html", feed.page);
    let latest = items.iter().map(|item| item.updated).max().unwrap_or(NO_DAY);
    element(&mut xml, "updated", &format!("{latest}{MIDNIGHT}"));
    xml.push_str("<generator>yishi</generator>\n");
    for item in items.iter().take(MOST_ENTRIES) {
        xml.push_str("<entry>\n");
        element(&mut xml, "title", item.title);
        element(&mut xml, "id", item.url);
        link(&mut xml, "alternate", "text/html", item.url);
        element(&mut xml, "updated", &format!("{}{MIDNIGHT}", item.updated));
        xml.push_str("<author>");
        element(&mut xml, "name", item.body);
        xml.push_str("</author>\n");
        if let Some(summary) = item.summary {
            element(&mut xml, "summary", summary);
        }
        xml.push_str("</entry>\n");
    }
    xml.push_str("</feed>\n");
    xml
}

/// The sitemap of pages with the day they were last changed on.
pub fn sitemap<'a>(pages: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (url, updated) in pages {
        xml.push_str("<url>");
        element(&mut xml, "loc", url);
        if let Some(updated) = updated {
            element(&mut xml, "lastmod", updated);
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// What search engines may read: everything, and where the sitemap is.
pub fn robots(sitemap: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

fn element(xml: &mut String, name: &str, text: &str) {
    xml.extend(["<", name, ">"]);
    // The two code points that text may hold and XML may not.
    escape(xml, &text.replace(['\u{fffe}', '\u{ffff}'], ""));
    xml.extend(["</", name, ">\n"]);
}

fn link(xml: &mut String, rel: &str, kind: &str, url: &str) {
    xml.extend(["<link rel=\"", rel, "\" type=\"", kind, "\" href=\""]);
    escape(xml, url);
    xml.push_str("\"/>\n");
}
