//! A session as one file holds it: what, where, when, who, and the lists of everything that happened.

use super::{
    AgendaItem, Attendance, Budget, Date, DeputyChange, PersonId, Project, Resolution, SessionId, Sitting, SourceId, Speech, Stated,
    Suggestion, SuggestionTotals, Text, Vote,
};
use serde::{Deserialize, Serialize};

/// One session (会议) of a people's congress: the whole file.
///
/// Only `format`, `id`, `title`, `assembly.name` and one date are required. Names follow Popolo, `OParl` 1.1 and Akoma Ntoso `debate`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Session {
    /// Always `yishi-session/1`; see [`super::FORMAT`].
    #[cfg_attr(feature = "cli", schemars(extend("const" = super::FORMAT)))]
    pub format: String,
    /// Unique in its archive; names the file.
    #[cfg_attr(feature = "cli", schemars(extend("pattern" = r"\S")))]
    pub id: SessionId,
    /// Full name, for example 上海市闵行区华漕镇第六届人民代表大会第六次会议.
    #[cfg_attr(feature = "cli", schemars(extend("pattern" = r"\S")))]
    pub title: Text,
    /// Language of the content as a BCP 47 tag; `zh-Hans` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whether this is made up to show or test features. The page says so wherever the session appears.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_sample: bool,
    /// Draft, published or corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The day this file's content describes the state of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Licence of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<Text>,
    /// A few sentences about the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// What the file was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What was corrected since the first publication.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// The congress that met.
    pub assembly: Assembly,
    /// 届, a plain integer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<u32>,
    /// 次, a plain integer, never packed into one number with the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<u32>,
    /// When it began and ended.
    #[serde(default)]
    pub dates: Dates,
    /// Where.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub venue: Stated<Text>,
    /// Regular or special.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SessionKind>,
    /// Attendance of the session as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// Sittings in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sittings: Vec<Sitting>,
    /// Everyone whom the other lists name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Agenda items in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// Speeches, reports and addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speeches: Vec<Speech>,
    /// Votes and elections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    /// Resolutions, decisions and announcements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolutions: Vec<Resolution>,
    /// Budgets and final accounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub budgets: Vec<Budget>,
    /// Deputies' bills and suggestions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
    /// What reports say of the suggestions as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestion_totals: Vec<SuggestionTotals>,
    /// Livelihood projects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// Changes among the deputies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deputy_changes: Vec<DeputyChange>,
    /// Documents of the session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<super::Document>,
    /// Terms explained in place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    /// How many of each list the source declares, to be checked against what is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<Declared>,
}

impl Session {
    /// When it was: what it says of itself, else the days of its sittings.
    pub fn days(&self) -> Dates {
        if self.dates.start.is_some() || self.dates.end.value().is_some() {
            return self.dates.clone();
        }
        let days = || self.sittings.iter().filter_map(|sitting| sitting.date.as_ref());
        Dates { start: days().min().cloned(), end: days().max().cloned().map_or(Stated::Unknown, Stated::Value) }
    }
}

/// How far the file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not final.
    Draft,
    /// Final as published.
    Published,
    /// Published and corrected since; see `corrections`.
    Corrected,
}

/// Regular or special session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// 例会
    Regular,
    /// 临时会议
    Special,
}

/// What the file was made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Source {
    /// Id.
    pub id: SourceId,
    /// Title as published.
    pub title: Text,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// Address; shown as a link only when it is http(s).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
    /// Publication date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// One correction.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Correction {
    /// When it was made.
    pub date: Date,
    /// The id of what was corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// What changed and why.
    pub note: Text,
}

/// The congress that met (Popolo: organization).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Assembly {
    /// Full name, for example 上海市闵行区华漕镇人民代表大会; sessions of one body share it.
    #[cfg_attr(feature = "cli", schemars(extend("pattern" = r"\S")))]
    pub name: Text,
    /// Short name, for example 华漕镇人大.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Text>,
    /// Level of government.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Administrative division code (GB/T 2260, 6 to 12 digits).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division_code: Option<String>,
    /// Place from large to small, for example 上海市 闵行区 华漕镇, parts separated by a space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Residents, for figures per head.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub population: Stated<u64>,
}

/// Level of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 乡、民族乡、镇
    Township,
    /// 县、市辖区、不设区的市
    County,
    /// 设区的市、自治州
    City,
    /// 省、自治区、直辖市
    Province,
    /// 全国
    National,
}

/// When the session began and ended; at least one is required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Dates {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// Last day; the same as `start` for a session of one day.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub end: Stated<Date>,
}

impl Dates {
    /// The last day, unless it is before the first, which a misprint may say: it is shown, and nothing is worked out of it.
    pub fn last(&self) -> Option<&Date> {
        let start = self.start.as_ref().and_then(Date::civil);
        self.end.value().filter(|end| !end.civil().zip(start).is_some_and(|(end, start)| end.is_before(start)))
    }
}

/// A person acting in public at the session (Popolo: person). There is no field for phone, address or identity number.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Person {
    /// Id, the same in every session of the body for the same person.
    pub id: PersonId,
    /// Name as printed.
    pub name: Text,
    /// Pinyin for sorting and searching, for example `zhou sheng chun`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort_name: Option<Text>,
    /// Posts at the time of the session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Post>,
}

/// A post that a person holds (Popolo: membership).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Post {
    /// Title as worded, for example 镇长.
    pub title: Text,
    /// Where, for example 华漕镇人民政府.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Text>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when; `null` for one still held.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub to: Stated<Date>,
}

/// A term explained in place.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Term {
    /// The term as it occurs in the text.
    pub term: Text,
    /// What it means.
    pub definition: Text,
    /// What the definition rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// What the definition of a term rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 来源所述
    Source,
    /// 据上下文推断
    Context,
    /// 通行解释
    General,
}

/// How many of each list the source says there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Declared {
    /// Agenda items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<u32>,
    /// Reports among the speeches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports: Option<u32>,
    /// Resolutions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolutions: Option<u32>,
    /// Suggestions and bills together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestions: Option<u32>,
    /// Selected projects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<u32>,
}
