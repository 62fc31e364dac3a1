//! Reports of sessions in prose: facts with the places where they stand, and a draft session made of them.
//!
//! Rules of the genre and nothing else: no list of places, no model. What the text does not say stays absent.

mod agenda;
mod ballots;
mod clean;
mod counts;
mod dates;
mod debates;
mod draft;
mod elections;
mod gathering;
mod given;
mod headline;
mod identity;
mod items;
mod names;
mod people;
mod projects;
mod rules;
mod sittings;
mod spans;
mod speeches;
mod texts;
mod titles;
mod wording;

pub use counts::{Counts, Rival};
pub use draft::{session, session_with_spans};
pub use projects::Project;

pub use texts::{Part, Said};

use crate::model::Action;
use clean::Clean;
use gathering::Gathering;

/// Where a value stands in the text as given, and which rule took it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Byte of its first character.
    pub start: usize,
    /// Byte after its last character.
    pub end: usize,
    /// Name of the rule.
    pub rule: &'static str,
}

/// A value and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// What a text is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// One session that was held.
    Session,
    /// A session that is still to come.
    Preview,
    /// A programme or a timetable.
    Timetable,
    /// A meeting of the presidium.
    Presidium,
    /// The preparatory meeting.
    Preparatory,
    /// Sessions of several congresses.
    Several,
    /// Something else.
    #[default]
    Other,
}

/// Someone named with a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name without gaps.
    pub name: Found<String>,
    /// Post as worded; of somebody elected the one elected to.
    pub post: Option<Found<String>>,
}

/// What kind of item it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A report heard.
    Report,
    /// A report or plan read only.
    WrittenReport,
    /// A debate, a survey of satisfaction.
    Deliberation,
    /// A resolution, decision, list or rule put to the vote.
    Resolution,
    /// Projects put to the ballot.
    Ballot,
    /// An election.
    Election,
    /// An address or remarks.
    Speech,
    /// What an agenda calls 其他.
    Other,
}

/// Something that happened at the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its kind.
    pub kind: ItemKind,
    /// Its title as worded, or a plain one of ours where the text has a verb only.
    pub title: Found<String>,
    /// Who presented it: an index into the people.
    pub by: Option<usize>,
    /// On whose behalf.
    pub on_behalf_of: Option<Found<String>>,
    /// Whether the text says that it was adopted.
    pub is_adopted: bool,
    /// Whether the text only says that it is to be done.
    pub is_planned: bool,
    /// What is done about it, where that does not follow from the kind.
    pub action: Option<Action>,
}

/// Somebody elected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elected {
    /// An index into the people.
    pub person: usize,
    /// The post.
    pub post: Found<String>,
}

/// A sitting and who presided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its name, for example 第一次全体会议, where the text has one.
    pub name: Option<String>,
    /// Who presided: an index into the people.
    pub chair: usize,
    /// Where it says so.
    pub span: Span,
}

/// Everything found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What it is about.
    pub subject: Subject,
    /// Title of the text.
    pub title: Option<Found<String>>,
    /// Address in the head of the text.
    pub address: Option<Found<String>>,
    /// Full name of the congress.
    pub assembly: Option<Found<String>>,
    /// 届.
    pub term: Option<Found<u32>>,
    /// 次.
    pub meeting: Option<Found<u32>>,
    /// First day, ISO 8601.
    pub start: Option<Found<String>>,
    /// Last day.
    pub end: Option<Found<String>>,
    /// Attendance, suggestions and projects counted.
    pub counts: Counts,
    /// Who presided over what.
    pub sittings: Vec<Sitting>,
    /// People, each once.
    pub people: Vec<Person>,
    /// Items in the order of the text.
    pub items: Vec<Item>,
    /// Who was elected to what.
    pub elected: Vec<Elected>,
    /// What reports and speeches said, as far as the text repeats it.
    pub texts: Vec<Said>,
    /// Projects listed as chosen.
    pub projects: Vec<Project>,
}

/// How much of a text is read, in bytes: ten times the longest report of a session. Rules look back and ahead, so a text without end takes time
/// without end.
pub const MOST_BYTES: usize = 200_000;

/// Reads a report; two lines `title:` and `address:` in front of it are its head. Of a long text only the beginning is read ([`MOST_BYTES`]).
pub fn read(text: &str) -> Report {
    let mut report = Report::default();
    let body = head(text, &mut report);
    let end = text.floor_char_boundary(body.saturating_add(MOST_BYTES));
    let mut clean = Clean::new(text.get(body..end).unwrap_or_default(), body);
    identity::read(&clean, &mut report);
    counts::read(&clean, &mut report);
    if matches!(report.subject, Subject::Other | Subject::Several) {
        return report;
    }
    if given::read(&clean, &mut report) {
        report.counts = Counts::default();
        return report;
    }
    let mut whole = report.clone();
    let has_headline = headline::stop(&mut clean);
    gather(&mut clean, &mut report);
    if has_headline && report.items.is_empty() {
        clean = Clean::new(text.get(body..end).unwrap_or_default(), body);
        gather(&mut clean, &mut whole);
        return whole;
    }
    report
}

/// Adds people, sittings, items and texts.
fn gather(clean: &mut Clean, report: &mut Report) {
    let planned = agenda::read(clean, report);
    projects::read(clean, report);
    let mentions = people::mentions(clean);
    let planned = planned.iter().map(|part| clean.origin(part)).collect();
    let mut gathering = Gathering { clean, mentions, planned, report };
    elections::read(&mut gathering);
    gathering.add_people();
    sittings::read(&mut gathering);
    items::read(&mut gathering);
    speeches::read(&mut gathering);
    gathering.report.items.sort_by_key(|item| item.title.span.start);
    texts::read(&mut gathering);
}

/// Takes the head off and tells where the body begins.
fn head(text: &str, report: &mut Report) -> usize {
    let mut at = 0;
    for key in ["title:", "address:"] {
        let Some(rest) = text.get(at..) else { break };
        let line = rest.split('\n').next().unwrap_or_default();
        let Some(value) = line.strip_prefix(key) else { break };
        let trimmed = value.trim();
        let start = at + key.len() + (value.len() - value.trim_start().len());
        let found = (!trimmed.is_empty())
            .then(|| Found { value: trimmed.to_owned(), span: Span { start, end: start + trimmed.len(), rule: "head" } });
        if key == "title:" {
            report.title = found;
        } else {
            report.address = found.filter(|found| found.value.starts_with("http"));
        }
        at = (at + line.len() + 1).min(text.len());
    }
    at
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
