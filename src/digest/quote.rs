//! A quotation that carries its source: text, speaker, session, date and link.

use crate::i18n::Lang;
use crate::i18n::dates;
use crate::model::{Session, Speech, TextStatus};

use super::Lookup;

/// What is quoted.
#[derive(Clone, Copy, Debug)]
pub struct Quote<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its lookups.
    pub lookup: &'a Lookup,
    /// The speech.
    pub speech: &'a Speech,
    /// The text of the paragraph.
    pub text: &'a str,
    /// The absolute link to the paragraph.
    pub link: &'a str,
}

/// The quotation as plain text on three lines: the text, its attribution, the link.
///
/// A text that is not verbatim says so: nobody should take our summary for the speaker's words.
pub fn quotation(lang: Lang, quote: &Quote<'_>) -> String {
    let Quote { session, lookup, speech, text, link } = *quote;
    let name = speech
        .speaker
        .as_ref()
        .and_then(|id| lookup.person(session, id))
        .map(|person| person.name.as_str())
        .or(speech.attribution.as_deref())
        .unwrap_or_default();
    let post = speech.post.as_deref().unwrap_or_default();
    let date = speech.date.as_ref().or(session.dates.start.as_ref()).map(|date| dates::date(lang, date)).unwrap_or_default();
    let verbatim = matches!(speech.text_status, Some(TextStatus::Verbatim));
    match lang {
        Lang::Zh => {
            let who = join(&[name, if post.is_empty() { "" } else { "（" }, post, if post.is_empty() { "" } else { "）" }]);
            let note = if verbatim { "" } else { "（转述，非原文）" };
            let (open, close) = if verbatim { ("“", "”") } else { ("", "") };
            format!("{open}{text}{close}\n——{who}，《{}》，{}，{date}{note}\n{link}", speech.title, session.title)
        }
        Lang::En => {
            let who = if post.is_empty() { name.to_owned() } else { format!("{name} ({post})") };
            let note = if verbatim { "" } else { " (summary, not verbatim)" };
            let (open, close) = if verbatim { ("“", "”") } else { ("", "") };
            format!("{open}{text}{close}\n— {who}, “{}”, {}, {date}{note}\n{link}", speech.title, session.title)
        }
    }
}

fn join(parts: &[&str]) -> String {
    parts.concat()
}
