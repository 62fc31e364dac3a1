//! The built program as a site has it: its files, its page, and that page with the text of a session in it.

use super::place::Place;
use super::{body_feed, language, marked, page_url};
use crate::hash::sha256;
use crate::i18n::{Lang, dates as words, published::WITHOUT_SCRIPTS};
use crate::model::Session;
use crate::publish::PublishError;
use crate::route::{SessionSource, Place as Here, Route};
use crate::write::event::event;
use crate::write::html::{escape, whole};
use std::fs;
use std::path::{Path, PathBuf};

/// Most characters of a description; chat apps and search engines show fewer.
const LONGEST: usize = 200;

/// Names at the top of a build that are not the program: its data, its page of examples, what a site has of its own.
const NOT_THE_PROGRAM: [&str; 7] = ["data", "s", "feeds", "yishi.html", "feed.xml", "sitemap.xml", "robots.txt"];

/// Where the page differs, in this order: what stands before and behind. Where the second is empty, something is put in.
const PLACES: [(&str, &str); 7] = [
    ("<html lang=\"", "\""),
    ("base-uri '", "'"),
    ("form-action 'none'\">", ""),
    ("<title>", "</title>"),
    ("<meta name=\"description\" content=\"", "\""),
    ("<noscript>", "</noscript>"),
    ("<div id=\"boot\" class=\"notice\"", ">"),
];

/// The built program.
pub(super) struct App {
    /// Stands for everything in it.
    pub hash: String,
    files: Vec<(PathBuf, Vec<u8>)>,
    page: String,
    worker: String,
    /// The page around [`PLACES`], and what stands behind the text of a session.
    pieces: Vec<String>,
    end: String,
}

impl App {
    /// Reads a build.
    pub fn read(folder: &Path) -> Result<Self, PublishError> {
        let unfit = || PublishError::NotABuild { path: folder.to_owned() };
        let mut files = Vec::new();
        collect(folder, Path::new(""), &mut files)?;
        files.sort_unstable();
        let mut all = String::new();
        for (path, bytes) in &files {
            all.extend([&path.to_string_lossy(), " ", sha256(bytes).as_str(), "\n"]);
        }
        let mut take = |name: &str| {
            let at = files.iter().position(|(path, _)| path == Path::new(name))?;
            String::from_utf8(files.remove(at).1).ok()
        };
        let (page, worker) = take("index.html").zip(take("sw.js")).ok_or_else(unfit)?;
        let (front, end) = page.rsplit_once("</body>").ok_or_else(unfit)?;
        let mut pieces = Vec::new();
        let mut rest = front;
        for (open, close) in PLACES {
            let (before, after) = rest.split_once(open).ok_or_else(unfit)?;
            pieces.push(format!("{before}{open}"));
            rest = &after[after.find(close).ok_or_else(unfit)?..];
        }
        pieces.push(rest.to_owned());
        // A site that was published is no build: its page is another one already.
        if page.contains("\"yishi-pages\"") || !worker.contains(&sha256(page.as_bytes())) {
            return Err(unfit());
        }
        let end = format!("</body>{end}");
        Ok(Self { hash: sha256(all.as_bytes()), files, pieces, end, page, worker })
    }

    /// Writes the files, the page of the whole archive, and the service worker that knows this page.
    pub fn write(&self, place: &Place, site: Option<&str>) -> Result<(), PublishError> {
        for (path, bytes) in &self.files {
            place.write(path, bytes)?;
        }
        let mut head = PAGES.to_owned();
        if site.is_some() {
            head.push_str(&alternate("feed.xml", Lang::Zh.texts().archive_title));
        }
        let page = self.page.replacen("</head>", &format!("{head}</head>"), 1);
        place.write(Path::new("index.html"), page.as_bytes())?;
        place.write(Path::new("sw.js"), worker(&self.worker, &self.page, &page).as_bytes())
    }

    /// The page of one session.
    pub fn page(&self, session: &Session, site: Option<&str>) -> String {
        let lang = language(session);
        let title = marked(lang, &session.title, session.is_sample);
        let description = description(lang, session);
        let start = Route::to(SessionSource::Id(session.id.clone()), Here::Overview).href();
        let url = site.map(|site| page_url(site, &session.id));
        let mut head = format!("\n<base href=\"../../\">\n{}{PAGES}", meta("name", "yishi-start", &start));
        let locale = if lang == Lang::Zh { "zh_CN" } else { "en_GB" };
        let named = lang.texts().name;
        for (property, content) in [
            ("og:title", title.as_str()),
            ("og:description", &description),
            ("og:type", "article"),
            ("og:site_name", named),
            ("og:locale", locale),
            ("og:url", url.as_deref().unwrap_or_default()),
        ] {
            if !content.is_empty() {
                head.push_str(&meta("property", property, content));
            }
        }
        if let Some(url) = &url {
            head.push_str(&linked("canonical", "", url, ""));
            head.push_str(&alternate(&body_feed(&session.assembly.name), &session.assembly.name));
            head.push_str(&alternate("feed.xml", lang.texts().archive_title));
        }
        if session.is_sample {
            head.push_str(&meta("name", "robots", "noindex"));
        }
        if let Some(event) = event(session, url.as_deref()) {
            head.extend(["<script type=\"application/ld+json\">", &event, "</script>\n"]);
        }
        let puts = [
            lang.tag().to_owned(),
            "self".to_owned(),
            head,
            escaped(&format!("{title} · {named}")),
            escaped(&description),
            format!("\n{WITHOUT_SCRIPTS}\n"),
            " hidden".to_owned(),
        ];
        let mut page = String::new();
        for (piece, put) in self.pieces.iter().zip(puts.iter().map(String::as_str).chain([""])) {
            page.extend([piece.as_str(), put]);
        }
        page.extend(["<main id=\"digest\">\n", &whole(session), "</main>\n", &self.end]);
        page
    }
}

/// Tells the program that sessions have pages of their own.
const PAGES: &str = "<meta name=\"yishi-pages\" content=\"s/\">\n";

/// The service worker with the new page in place of the old, and a version that follows from it as in `scripts/precache.mjs`.
fn worker(text: &str, old: &str, new: &str) -> String {
    let text = text.replace(&sha256(old.as_bytes()), &sha256(new.as_bytes()));
    let Some((before, after)) = text.split_once("VERSION = \"") else { return text };
    let after = after.split_once('"').map_or("", |(_, after)| after);
    let version = sha256(format!("{before}VERSION = \"__VERSION__\"{}", after.trim_end_matches('\n')).as_bytes());
    format!("{before}VERSION = \"{}\"{after}", &version[..16])
}

/// What the session is in a sentence or two: its summary, else who met and when.
fn description(lang: Lang, session: &Session) -> String {
    let t = lang.texts();
    let text = match &session.summary {
        Some(summary) => summary.to_string(),
        None => [Some(session.assembly.name.to_string()), words::span(lang, &session.days())].map(Option::unwrap_or_default).join(" "),
    };
    let text = if session.is_sample { format!("{}{text}", t.sample_note) } else { text };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST - 1).chain(['…']).collect() }
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    escape(&mut html, text);
    html
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">\n", escaped(content))
}

fn linked(rel: &str, kind: &str, href: &str, title: &str) -> String {
    let (kind, title) = (attribute("type", kind), attribute("title", title));
    format!("<link rel=\"{rel}\"{kind}{title} href=\"{}\">\n", escaped(href))
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(" {name}=\"{}\"", escaped(value)) }
}

fn alternate(href: &str, title: &str) -> String {
    linked("alternate", "application/atom+xml", href, title)
}

/// The files of a folder and below it. Hidden ones are not the program's.
fn collect(root: &Path, below: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> Result<(), PublishError> {
    let folder = root.join(below);
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| PublishError::Io { path, source }
    };
    for file in fs::read_dir(&folder).map_err(failed(&folder))? {
        let name = file.map_err(failed(&folder))?.file_name();
        let path = below.join(&name);
        let is_left_out = below == Path::new("") && NOT_THE_PROGRAM.iter().any(|other| name == *other);
        if is_left_out || name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let full = root.join(&path);
        if full.is_dir() {
            collect(root, &path, files)?;
        } else {
            let bytes = fs::read(&full).map_err(failed(&full))?;
            files.push((path, bytes));
        }
    }
    Ok(())
}
