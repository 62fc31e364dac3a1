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

/// Most addresses of one sitemap, and most bytes: the protocol's own limits.
const SITEMAP: (usize, usize) = (50_000, 50 << 20);

/// The sitemap of pages with the day they were last changed on, as files by their names: `sitemap.xml`, and where one would be too large
/// `sitemap-1.xml` and so on, of which the first then is the list. `site` is the address of the site.
pub fn sitemaps<'a>(site: &str, pages: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let (mut count, mut xml) = (0, String::new());
    for (url, updated) in pages {
        let mut page = String::from("<url>");
        element(&mut page, "loc", url);
        if let Some(updated) = updated {
            element(&mut page, "lastmod", updated);
        }
        page.push_str("</url>\n");
        // A little is left for what stands around them.
        if count == SITEMAP.0 || xml.len() + page.len() + 200 > SITEMAP.1 {
            files.push(around("urlset", &xml));
            (count, xml) = (0, String::new());
        }
        count += 1;
        xml.push_str(&page);
    }
    files.push(around("urlset", &xml));
    if let [only] = &mut files[..] {
        return vec![("sitemap.xml".to_owned(), std::mem::take(only))];
    }
    let mut files: Vec<_> = (1..).zip(files).map(|(n, xml)| (format!("sitemap-{n}.xml"), xml)).collect();
    let mut list = String::new();
    for (name, _) in &files {
        list.push_str("<sitemap>");
        element(&mut list, "loc", &format!("{site}{name}"));
        list.push_str("</sitemap>\n");
    }
    files.push(("sitemap.xml".to_owned(), around("sitemapindex", &list)));
    files
}

fn around(name: &str, content: &str) -> String {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    format!("{head}<{name} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{content}</{name}>\n")
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
