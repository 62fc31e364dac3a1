//! The catalogue of an archive: one entry a session, newest first, small enough to be fetched with the page.

mod counts;
mod reading;
mod shards;
mod writing;

pub use counts::{EntryCounts, Told};
pub use reading::read_catalogue;
pub use shards::{Wanted, Whole};
#[cfg(feature = "cli")]
pub(crate) use shards::{make, whole_catalogue};
pub use writing::text;

use crate::age::{Age, newest_first};
use crate::model::{BudgetId, CATALOGUE_FORMAT, Dates, Level, Session, SessionId, SpeechKind, Text};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All sessions of an archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// Always `yishi-catalogue/1`.
    pub format: String,
    /// Newest first; all of them, or where there is a `whole` only the newest.
    pub sessions: Vec<Entry>,
    /// What there is beside them, where they would be too many for one file.
    pub whole: Option<Whole>,
    /// Every body by its name, in the file of names ([`Whole::names_file`]) only.
    pub names: Vec<Body>,
}

/// What the archive shows of one session without opening it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Id; the session is in `sessions/<id>.json` beside the catalogue.
    pub id: SessionId,
    /// Full name.
    pub title: Text,
    /// The congress that met.
    pub assembly: Body,
    /// 届
    pub term: Option<u32>,
    /// 次
    pub meeting: Option<u32>,
    /// When; the days of its sittings where the session itself has no date.
    pub dates: Dates,
    /// Whether it is made up.
    pub is_sample: bool,
    /// A few sentences.
    pub summary: Option<Text>,
    /// How many of each list.
    pub counts: EntryCounts,
    /// The ids of the subjects that it says something of (`crate::subjects`), for a page that looks for one; `None` where that was not looked at.
    pub subjects: Option<Vec<String>>,
    /// What it has to tell beyond that. The command line works it out; one that an older one or the page has written has none.
    pub told: Told,
    /// What was decided, in the words of the first resolution, else of the first item that was adopted.
    pub decided: Option<Text>,
    /// The budget that [`Told::differing`] is about, of several the one with most.
    pub audited: Option<BudgetId>,
    /// Size of the session's file.
    pub bytes: u64,
}

/// What the catalogue holds of a congress.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Full name; sessions of one body share it.
    pub name: Text,
    /// Short name.
    pub short_name: Option<Text>,
    /// Level of government.
    pub level: Option<Level>,
    /// Place from large to small, parts separated by a space.
    pub place: Option<Text>,
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
        dates: session.days(),
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
        subjects: None,
        bytes,
        ..Entry::default()
    }
}

/// A catalogue of `entries`: newest first.
pub fn catalogue(entries: &[Entry]) -> Catalogue {
    let ages: Vec<Age<'_>> = entries.iter().map(age).collect();
    let sessions = newest_first(&ages).into_iter().map(|at| entries[at].clone()).collect();
    Catalogue { format: CATALOGUE_FORMAT.to_owned(), sessions, ..Catalogue::default() }
}

/// What decides the place of an entry in a list.
pub fn age(entry: &Entry) -> Age<'_> {
    Age::new(&entry.dates, &entry.assembly.name, (entry.term, entry.meeting), entry.id.as_str()).weighing(weight(entry))
}

/// Of how many kinds a session has something to tell.
fn weight(entry: &Entry) -> u8 {
    let EntryCounts { reports, votes, resolutions, budgets, suggestions, projects, .. } = entry.counts;
    [reports, votes, resolutions, budgets, suggestions, projects].map(|count| u8::from(count > 0)).iter().sum()
}

/// What stays as it is in a segment of a path, as `encodeURIComponent` has it.
const IN_PATH: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'!').remove(b'~').remove(b'*').remove(b'\'').remove(b'(').remove(b')');

/// The address of a session's file beside the page, relative to it.
///
/// ```
/// assert_eq!(yishi::catalogue::session_path(&"a/次".into()), "data/sessions/a%2F%E6%AC%A1.json");
/// ```
pub fn session_path(id: &SessionId) -> String {
    format!("{SESSIONS}{}.json", utf8_percent_encode(id.as_str(), &IN_PATH))
}

/// The address of a session's own page, on a site that `yishi build` made, relative to the program's.
///
/// ```
/// assert_eq!(yishi::catalogue::page_path(&"a 次".into()), "s/a%20%E6%AC%A1/");
/// ```
pub fn page_path(id: &SessionId) -> String {
    format!("s/{}/", utf8_percent_encode(id.as_str(), &IN_PATH))
}

/// Where the sessions are, beside the page.
pub const SESSIONS: &str = "data/sessions/";
/// Where the catalogue is.
pub const CATALOGUE: &str = "data/catalogue.json";

/// The first part of a session's place, for example 上海市: what the archive is filtered by.
pub fn region(entry: &Entry) -> Option<&str> {
    entry.assembly.place.as_deref()?.split_whitespace().next()
}

/// The year of a session, where its date is a possible one.
pub fn year(entry: &Entry) -> Option<u16> {
    entry.dates.start.as_ref().or(entry.dates.end.value())?.year()
}
