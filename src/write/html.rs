//! A session as a page of plain HTML: its title, dates, agenda, decisions and sources, readable where no program runs.
//!
//! It is the first thing in a single file, because file managers and previews of phones show HTML without running its scripts, and because it
//! can be read while the program starts. Text from a file is escaped, always.

#[cfg(feature = "cli")]
mod whole;

use crate::check::Contradiction;
use crate::digest::facts::{self, Told};
use crate::digest::{Lookup, remarks};
use crate::i18n::{Lang, dates, findings, labels};
use crate::model::{Session, Status, Vote, link_host};
#[cfg(feature = "cli")]
pub use whole::whole;

/// With more sessions than this only their titles and dates are listed.
const WHOLE: usize = 40;

/// The digest of one session, or of several, as the content of a `<main>`; its words are in the language of the sessions.
pub fn digest(sessions: &[&Session]) -> String {
    let lang = language(sessions);
    let mut html = String::new();
    if let [session] = sessions {
        element(&mut html, "h1", &session.title);
        body(&mut html, lang, session, "h2");
        return html;
    }
    element(&mut html, "h1", lang.texts().archive_title);
    for session in sessions {
        element(&mut html, "h2", &session.title);
        if sessions.len() > WHOLE {
            when_and_where(&mut html, lang, session);
        } else {
            body(&mut html, lang, session, "h3");
        }
    }
    html
}

/// The language that all sessions are in, else 简体中文.
pub fn language(sessions: &[&Session]) -> Lang {
    let is_english = |session: &&Session| session.language.as_deref().and_then(Lang::from_tag) == Some(Lang::En);
    if !sessions.is_empty() && sessions.iter().all(is_english) { Lang::En } else { Lang::Zh }
}

/// Text as the content of an element or of a quoted attribute.
pub fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

fn element(html: &mut String, tag: &str, text: &str) {
    html.extend(["<", tag, ">"]);
    escape(html, text);
    html.extend(["</", tag, ">\n"]);
}

fn body(html: &mut String, lang: Lang, session: &Session, heading: &str) {
    let t = lang.texts();
    when_and_where(html, lang, session);
    if session.is_sample {
        element(html, "p", t.sample_note);
    }
    if let Some(summary) = &session.summary {
        element(html, "p", summary);
    }
    let told = Told { lang, session, lookup: &Lookup::new(session) };
    list(html, heading, t.agenda, agenda(&told));
    list(html, heading, t.decisions, decisions(&told));
    list(html, heading, t.sources, sources(lang, session));
}

fn sources(lang: Lang, session: &Session) -> impl Iterator<Item = String> + '_ {
    session.sources.iter().map(move |source| {
        let date = source.date.as_ref().map(|date| dates::date(lang, date));
        // An address is text here: what is not http(s) has no host and is left out.
        let url = source.url.as_deref().filter(|url| link_host(url).is_some()).map(ToOwned::to_owned);
        line([Some(source.title.to_string()), source.publisher.as_ref().map(ToString::to_string), date, url])
    })
}

/// When and where, and what kind of session it was.
fn when_and_where(html: &mut String, lang: Lang, session: &Session) {
    let kind = session.kind.map(|kind| labels::session_kind(lang, kind).to_owned());
    let status = session.status.filter(|status| *status != Status::Published).map(|status| labels::status(lang, status).to_owned());
    let remark = findings::as_printed(lang, &remarks::dates(&session.dates));
    let facts = line([dates::span(lang, &session.dates), session.venue.value().map(ToString::to_string), kind, status, remark]);
    if !facts.is_empty() {
        element(html, "p", &facts);
    }
}

fn list(html: &mut String, heading: &str, title: &str, items: impl Iterator<Item = String>) {
    let mut is_first = true;
    for item in items {
        if is_first {
            element(html, heading, title);
            html.push_str("<ul>\n");
            is_first = false;
        }
        element(html, "li", &item);
    }
    if !is_first {
        html.push_str("</ul>\n");
    }
}

fn agenda<'a>(told: &'a Told<'a>) -> impl Iterator<Item = String> + 'a {
    told.session.agenda.iter().map(|item| told.titled(item.number.as_ref(), &item.title, &facts::item(told.session, item)))
}

/// Resolutions, then votes that were taken on something named.
fn decisions<'a>(told: &'a Told<'a>) -> impl Iterator<Item = String> + 'a {
    let resolutions = told.session.resolutions.iter().map(|resolution| {
        let kind = resolution.kind.map(|kind| labels::resolution_kind(told.lang, kind).to_owned());
        let number = resolution.number.as_ref().map(ToString::to_string);
        let date = resolution.date.as_ref().map(|date| dates::date(told.lang, date));
        line([Some(resolution.title.to_string()), kind, number, date])
    });
    resolutions.chain(votes(told))
}

fn votes<'a>(told: &'a Told<'a>) -> impl Iterator<Item = String> + 'a {
    let title = |vote: &'a Vote| vote.motion.as_deref().unwrap_or(told.lang.texts().passed_by);
    told.session.votes.iter().map(move |vote| {
        let remark = [remarks::vote(vote), remarks::candidates(vote)].concat();
        remarked(told, told.titled(None, title(vote), &facts::vote(vote)), &remark)
    })
}

/// A line, and what of it contradicts itself.
fn remarked(told: &Told<'_>, line: String, found: &[Contradiction]) -> String {
    match findings::as_printed(told.lang, found) {
        Some(remark) if line.is_empty() => remark,
        Some(remark) => format!("{line} · {remark}"),
        None => line,
    }
}

fn line<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
