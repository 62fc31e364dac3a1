//! A quotation that carries its source: text, speaker, session, date and link.

use super::Lookup;
use crate::i18n::{Lang, dates, labels};
use crate::model::{Session, Speech, TextStatus};

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
    /// The absolute link to the paragraph; `None` for a file that only this device has.
    pub link: Option<&'a str>,
}

/// Whose words a speech has: the person, else the attribution as printed, which stands for one whom the file does not list.
pub fn speaker_name<'a>(session: &'a Session, lookup: &Lookup, speech: &'a Speech) -> Option<&'a str> {
    let known = speech.speaker.as_ref().and_then(|id| lookup.person(session, id));
    known.map(|person| person.name.as_str()).or(speech.attribution.as_deref())
}

/// The quotation as plain text on three lines: the text, its attribution, the link.
pub fn quotation(lang: Lang, quote: &Quote<'_>) -> String {
    let Quote { session, lookup, speech, text, link } = *quote;
    let name = speaker_name(session, lookup, speech).unwrap_or_default();
    let post = speech.post.as_deref().unwrap_or_default();
    let date = speech.date.as_ref().or(session.dates.start.as_ref()).map(|date| dates::date(lang, date)).unwrap_or_default();
    // What is not verbatim says so: nobody should take a summary for the speaker's words.
    let (open, close, note) = match speech.text_status {
        Some(TextStatus::Verbatim) => ("“", "”", None),
        Some(status) => ("", "", Some(labels::text_status(lang, status))),
        None => ("", "", Some(lang.texts().text_status_unknown)),
    };
    let link = link.unwrap_or(lang.texts().only_here);
    match lang {
        Lang::Zh => {
            let post = if post.is_empty() { String::new() } else { format!("（{post}）") };
            let note = note.map(|note| format!("（{note}）")).unwrap_or_default();
            format!("{open}{text}{close}\n——{name}{post}，《{}》，{}，{date}{note}\n{link}", speech.title, session.title)
        }
        Lang::En => {
            let post = if post.is_empty() { String::new() } else { format!(" ({post})") };
            let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
            format!("{open}{text}{close}\n— {name}{post}, “{}”, {}, {date}{note}\n{link}", speech.title, session.title)
        }
    }
}
