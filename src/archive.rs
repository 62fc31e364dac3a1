//! The catalogue of an archive: one entry a session, newest first, small enough to be fetched with the page.

#[cfg(feature = "cli")]
pub mod publish;
mod reading;

pub use reading::read_catalogue;

use crate::model::{CATALOGUE_FORMAT, Civil, Date, Dates, Level, Session, SessionId, SpeechKind, Stated, Text};
use serde::Serialize;

/// All sessions of an archive.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Catalogue {
    /// Always `yishi-catalogue/1`.
    pub format: String,
    /// Newest first.
    pub sessions: Vec<Entry>,
}

/// What the archive shows of one session without opening it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Entry {
    /// Id; the session is in `sessions/<id>.json` beside the catalogue.
    pub id: SessionId,
    /// Full name.
    pub title: Text,
    /// The congress that met.
    pub assembly: Body,
    /// 届
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<u32>,
    /// 次
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<u32>,
    /// When; the days of its sittings where the session itself has no date.
    #[serde(default)]
    pub dates: Dates,
    /// Whether it is made up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_sample: bool,
    /// A few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// How many of each list.
    #[serde(default)]
    pub counts: EntryCounts,
    /// Size of the session's file.
    #[serde(default)]
    pub bytes: u64,
}

/// What the catalogue holds of a congress.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Body {
    /// Full name; sessions of one body share it.
    pub name: Text,
    /// Short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Text>,
    /// Level of government.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Place from large to small, parts separated by a space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
}

macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// How many of each list a session has; what it has none of is left out.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
        #[serde(default)]
        pub struct EntryCounts {
            $($(#[$doc])* #[serde(skip_serializing_if = "is_zero")] pub $name: u32,)+
        }
    };
}

counts! {
    /// Agenda items.
    agenda,
    /// Speeches, reports and addresses together.
    speeches,
    /// Reports among the speeches.
    reports,
    /// People.
    people,
    /// Votes and elections.
    votes,
    /// Resolutions, decisions and announcements.
    resolutions,
    /// Budgets and final accounts.
    budgets,
    /// Bills and suggestions.
    suggestions,
    /// Livelihood projects.
    projects,
    /// Documents.
    documents,
}

/// The entry of a session whose file has `bytes` bytes.
pub fn entry(session: &Session, bytes: u64) -> Entry {
    let assembly = &session.assembly;
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Entry {
        id: session.id.clone(),
        title: session.title.clone(),
        assembly: Body {
            name: assembly.name.clone(),
            short_name: assembly.short_name.clone(),
            level: assembly.level,
            place: assembly.place.clone(),
        },
        term: session.term,
        meeting: session.meeting,
        dates: dates(session),
        is_sample: session.is_sample,
        summary: session.summary.clone(),
        counts: EntryCounts {
            agenda: count(session.agenda.len()),
            speeches: count(session.speeches.len()),
            reports: count(session.speeches.iter().filter(|speech| speech.kind == Some(SpeechKind::Report)).count()),
            people: count(session.people.len()),
            votes: count(session.votes.len()),
            resolutions: count(session.resolutions.len()),
            budgets: count(session.budgets.len()),
            suggestions: count(session.suggestions.len()),
            projects: count(session.projects.len()),
            documents: count(session.documents.len()),
        },
        bytes,
    }
}

/// A catalogue of `entries`: newest first, then by id.
pub fn catalogue(mut entries: Vec<Entry>) -> Catalogue {
    entries.sort_by(|a, b| day(b).cmp(&day(a)).then_with(|| a.id.cmp(&b.id)));
    Catalogue { format: CATALOGUE_FORMAT.to_owned(), sessions: entries }
}

fn day(entry: &Entry) -> Option<Civil> {
    entry.dates.start.as_ref().or(entry.dates.end.value()).and_then(Date::civil)
}

fn dates(session: &Session) -> Dates {
    if session.dates.start.is_some() || session.dates.end.value().is_some() {
        return session.dates.clone();
    }
    let days = || session.sittings.iter().filter_map(|sitting| sitting.date.as_ref());
    Dates { start: days().min().cloned(), end: days().max().cloned().map_or(Stated::Unknown, Stated::Value) }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(count: &u32) -> bool {
    *count == 0
}
