//! One HTML file that holds the program and sessions, and opens by double-click without a network.
//!
//! The program comes as a page of its own, `yishi-app.html`, which the build makes (`scripts/seal.mjs`); any file made here is such a page too.
//! Here its digest, title, start and data are put in the places of others. Data are blocks of base64, of gzip where the writer had it, of at
//! most [`BLOCK_CHARS`]: one large block takes `WebKit` 12 seconds to read, small ones a fraction of one.

use super::html::{digest, escape, language};
use crate::model::Session;
use crate::route::{Place, Route, SessionSource};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// Characters of one block.
pub const BLOCK_CHARS: usize = 256 * 1024;

/// How a page of some size will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It opens everywhere.
    Fine,
    /// Above 50 MB it opens slowly on a phone; the maker is warned.
    Large,
    /// Above 100 MB browsers fail on it; it is not made.
    TooLarge,
}

impl Weight {
    /// Of a page of so many bytes.
    pub const fn of(bytes: usize) -> Self {
        match bytes {
            0..=50_000_000 => Self::Fine,
            50_000_001..=100_000_000 => Self::Large,
            _ => Self::TooLarge,
        }
    }
}

const DIGEST: (&str, &str) = ("<!--digest-->", "<!--/digest-->");
const DATA: (&str, &str) = ("<!--data-->", "<!--/data-->");
const TITLE: (&str, &str) = ("<title>", "</title>");
const SITE: (&str, &str) = ("<meta name=\"yishi-site\" content=\"", "\"");
const START: (&str, &str) = ("<meta name=\"yishi-start\" content=\"", "\"");

/// A file inside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its address beside a served page, such as `data/sessions/huacao-6-6.json`.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether the bytes are gzip.
    pub is_gzip: bool,
}

/// The page with these sessions, of which `parts` are the files, or nothing where `app` is no such page.
///
/// With one session it opens with that, with several with their list. `site` is the address of the site they are from, which links lead to;
/// empty where there is none.
pub fn single(app: &str, sessions: &[&Session], parts: &[Part], site: &str) -> Option<String> {
    let mut data = String::from("\n");
    for part in parts {
        let text = BASE64_STANDARD.encode(&part.bytes);
        let mut rest = text.as_str();
        loop {
            let (block, after) = rest.split_at(rest.len().min(BLOCK_CHARS));
            data.push_str("<script type=\"application/octet-stream\" data-file=\"");
            escape(&mut data, &part.name);
            data.push_str(if part.is_gzip { "\" data-gzip=\"\">" } else { "\">" });
            data.push_str(block);
            data.push_str("</script>\n");
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
    }
    let escaped = |text: &str| {
        let mut html = String::new();
        escape(&mut html, text);
        html
    };
    let t = language(sessions).texts();
    let (title, start) = match sessions {
        [session] => {
            let route = Route::to(SessionSource::Id(session.id.clone()), Place::Overview);
            (format!("{} · {}", session.title, t.name), route.href())
        }
        _ => (format!("{} · {}", t.name, t.archive_title), String::new()),
    };
    let digest = format!("\n<div lang=\"{}\">\n{}</div>\n", language(sessions).tag(), digest(sessions));
    let places = [(TITLE, escaped(&title)), (START, escaped(&start)), (SITE, escaped(site)), (DIGEST, digest), (DATA, data)];
    let mut page = String::with_capacity(app.len());
    // The places stand in this order, so that what was put in is never searched.
    let mut rest = app;
    for ((open, close), content) in places {
        let (before, after) = rest.split_once(open)?;
        let end = after.find(close)?;
        page.extend([before, open, &content]);
        rest = &after[end..];
    }
    page.push_str(rest);
    Some(page)
}

/// The files inside a page of ours, in order, or nothing where `page` is no such page.
pub fn parts(page: &str) -> Option<Vec<Part>> {
    // The marks stand at the end: a digest cannot hold them, for its text is escaped.
    let (_, after) = page.split_once(DIGEST.1)?;
    let (_, after) = after.split_once(DATA.0)?;
    let (data, _) = after.split_once(DATA.1)?;
    let mut found: Vec<(String, String, bool)> = Vec::new();
    for block in data.split("<script ").skip(1) {
        let (attributes, after) = block.split_once('>')?;
        let (text, _) = after.split_once("</script>")?;
        let (_, name) = attributes.split_once("data-file=\"")?;
        let (name, others) = name.split_once('"')?;
        let name = unescape(name);
        match found.last_mut() {
            Some((last, joined, _)) if *last == name => joined.push_str(text),
            _ => found.push((name, text.to_owned(), others.contains("data-gzip"))),
        }
    }
    let part = |(name, text, is_gzip): (String, String, bool)| Some(Part { name, bytes: decoded(&text)?, is_gzip });
    found.into_iter().map(part).collect()
}

/// Whether bytes look like a page of ours, so that a session is sought in it.
pub fn is_single(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    head.windows(SITE.0.len()).any(|window| window == SITE.0.as_bytes())
}

/// The bytes of what stands in a block; an editor may have broken its lines.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let text: String = text.split_ascii_whitespace().collect();
    BASE64_STANDARD.decode(text).ok()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "<!DOCTYPE html><html><head><title>t</title><meta name=\"yishi-start\" content=\"\"><meta name=\"yishi-site\" content=\"\">\
        </head><body><main><!--digest--><!--/digest--></main><!--data--><!--/data--><script>run()</script></body></html>";
    const SITE_URL: &str = "https://a.example/x/?a=1&b";

    fn session(id: &str) -> Session {
        Session { id: id.into(), title: "<会议> & \"x\"".into(), ..Session::default() }
    }

    fn part(name: &str, bytes: Vec<u8>) -> Part {
        Part { name: name.to_owned(), bytes, is_gzip: bytes_are_odd(name) }
    }

    fn bytes_are_odd(name: &str) -> bool {
        name.len() % 2 == 1
    }

    #[test]
    fn what_is_put_in_comes_out_and_can_be_replaced() {
        let large: Vec<u8> = (0_u32..600_000).map(|n| (n % 251) as u8).collect();
        let parts_in = vec![
            part("data/catalogue.json", Vec::new()),
            part("data/sessions/a\"b<c>&amp;", large),
            part("data/sessions/x", b"\0\xff".to_vec()),
            // Not packed, whatever it is called.
            part("data/sessions/data-gzip.json", Vec::new()),
        ];
        let (one, two) = (session("a&\"b"), session("c"));
        let page = single(APP, &[&one], &parts_in, SITE_URL).unwrap_or_default();
        assert_eq!(parts(&page), Some(parts_in));
        for shown in [
            "<title>&lt;会议&gt; &amp; &quot;x&quot; · 议事</title>",
            "content=\"?s=a%26%22b~\"",
            "content=\"https://a.example/x/?a=1&amp;b\"",
        ] {
            assert!(page.contains(shown), "{shown} is not in {}", &page[..600]);
        }
        assert!(page.split("</script>").all(|block| block.len() < BLOCK_CHARS + 500));
        let other = vec![part("data/sessions/y", b"y".to_vec())];
        let again = single(&page, &[&one, &two], &other, "");
        assert_eq!(again, single(APP, &[&one, &two], &other, ""));
        assert!(again.is_some_and(|page| page.contains("yishi-start\" content=\"\"")));
    }

    #[test]
    fn large_pages_are_warned_of_and_larger_ones_refused() {
        let of = [50_000_000, 50_000_001, 100_000_000, 100_000_001].map(Weight::of);
        assert_eq!(of, [Weight::Fine, Weight::Large, Weight::Large, Weight::TooLarge]);
    }

    #[test]
    fn other_pages_are_refused() {
        for page in ["", "<title></title>", "<!doctype html><title>登录</title><!--data-->"] {
            assert_eq!((single(page, &[], &[], ""), parts(page), is_single(page.as_bytes())), (None, None, false));
        }
        let page = single(APP, &[], &[part("data/sessions/x", b"x".to_vec())], "").unwrap_or_default();
        assert!(is_single(page.as_bytes()));
        assert_eq!(parts(&page[..page.len() - 80]), None);
        assert_eq!(parts(&page.replace("eA==", "e*==")), None);
    }
}
