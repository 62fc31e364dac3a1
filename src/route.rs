//! A typed place and its link, `?s=…&p=…`: the link is the state.
//!
//! The place is in the query because chat apps cut what follows `#`, a query needs no server rule, and `pushState` with a query works
//! on `file://`. No window is touched here: text in, [`Route`] out, and back. Unknown parameters are ignored, never an error.

mod asked;
mod budget;
mod chosen;
mod filter;
mod nearest;
pub mod payload;
mod query;

use crate::model::{AgendaId, BudgetId, LineId, PersonId, ProjectId, ResolutionId, SessionId, SpeechId, SuggestionId, VoteId};
pub use asked::{Asked, KINDS, Kind};
pub use budget::{BudgetPlace, Picture};
pub use chosen::{Across, Chosen, OUTCOMES};
pub use filter::{Filter, LEVELS, level_name};
pub use nearest::nearest;
pub(crate) use query::encoded;
use query::{Pairs, decode_segment, encode_segment};

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The archive: bodies and sessions.
    Archive(Filter),
    /// Several sessions of the archive together.
    Across(Across),
    /// A search over the archive and the reader's own sessions.
    Search(Box<Asked>),
    /// One session, and a place in it.
    Session {
        /// Where the session comes from.
        source: SessionSource,
        /// The place in it.
        place: Place,
        /// The block to scroll to and mark.
        at: Option<String>,
        /// What was searched for and is marked in the text. A budget has a filter of its own in its place.
        find: Option<String>,
    },
}

/// Where a session comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SessionSource {
    /// By its id: opened from a file in this visit, else from the archive beside the page.
    Id(SessionId),
    /// From another host, by its address.
    Remote(String),
    /// One of the two, with the SHA-256 of the file that the link was made for, as 64 lower-case hexadecimal digits. The page says whether
    /// what came is that file.
    Checked(Box<SessionSource>, String),
}

impl SessionSource {
    /// The source without what is to be checked behind it.
    pub fn plain(&self) -> &Self {
        match self {
            Self::Checked(source, _) => source,
            source => source,
        }
    }
}

/// A place in a session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// What, where, when, who, what was decided, what there is to read.
    Overview,
    /// Sittings and agenda.
    Agenda,
    /// One agenda item, in context.
    AgendaItem(AgendaId),
    /// All speeches and reports.
    Speeches,
    /// One speech.
    Speech(SpeechId),
    /// Resolutions and votes.
    Decisions,
    /// One resolution, in context.
    Resolution(ResolutionId),
    /// One vote, in context.
    Vote(VoteId),
    /// Everyone named.
    People,
    /// One person, in context.
    Person(PersonId),
    /// All budgets.
    Budgets,
    /// One budget, perhaps one line of it.
    Budget(Box<BudgetPlace>),
    /// Suggestions and bills.
    Suggestions(Box<Chosen>),
    /// One suggestion.
    Suggestion(SuggestionId),
    /// Livelihood projects.
    Projects,
    /// One project.
    Project(ProjectId),
    /// Terms explained.
    Glossary,
    /// Documents, sources, corrections and findings.
    Documents,
    /// A search in the session.
    Search(Box<Asked>),
    /// The slides for the hall; one agenda item, by its id or the number of its slide.
    Slides(Option<AgendaId>),
    /// A place that this version does not know; the page says so and offers a way on.
    Unknown(String),
}

impl Route {
    /// Reads the query of an address, with or without the leading `?`.
    ///
    /// ```
    /// use yishi::route::{SessionSource, Place, Route};
    /// let route = Route::parse("?s=huacao-6-6&p=agenda/3&from=singlemessage&isappinstalled=0");
    /// assert_eq!(route, Route::Session { source: SessionSource::Id("huacao-6-6".into()), place: Place::AgendaItem("3".into()), at: None, find: None });
    /// ```
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let source = match (pairs.get("src"), pairs.get("s")) {
            (Some(url), _) => SessionSource::Remote(url.to_owned()),
            (None, Some(id)) => SessionSource::Id(id.into()),
            (None, None) if pairs.get("q").is_some() || pairs.get("p") == Some(SEARCH) => {
                return Self::Search(Box::new(Asked::parse(&pairs)));
            }
            (None, None) => return Across::parse(&pairs).map_or_else(|| Self::Archive(Filter::parse(&pairs)), Self::Across),
        };
        let source = match pairs.get("sha256").filter(|text| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            Some(sha256) => SessionSource::Checked(Box::new(source), sha256.to_ascii_lowercase()),
            None => source,
        };
        let found = pairs.get("q");
        let mut place = Place::parse(pairs.get("p").or(found.map(|_| SEARCH)).unwrap_or_default());
        match &mut place {
            Place::Budget(budget) => budget.read_view(&pairs),
            Place::Suggestions(chosen) => **chosen = Chosen::parse(&pairs),
            Place::Search(asked) => **asked = Asked::parse(&pairs),
            _ => {}
        }
        let find = found.filter(|_| !matches!(place, Place::Search(_) | Place::Budget(_))).map(ToOwned::to_owned);
        Self::Session { source, place, at: pairs.get("at").map(ToOwned::to_owned), find }
    }

    /// The link to this place, relative to the page: `?…`, or `?` for the whole archive.
    pub fn href(&self) -> String {
        let mut pairs = Pairs::default();
        match self {
            Self::Archive(filter) => filter.write(&mut pairs),
            Self::Across(across) => across.write(&mut pairs),
            Self::Search(asked) => {
                if asked.text.is_empty() {
                    pairs.push("p", SEARCH);
                }
                asked.write(&mut pairs);
            }
            Self::Session { source, place, at, find } => {
                match source.plain() {
                    SessionSource::Remote(url) => pairs.push("src", url),
                    SessionSource::Id(id) => pairs.push("s", id.as_str()),
                    SessionSource::Checked(..) => {}
                }
                match place {
                    // Without a place, what is searched for says that it is a search.
                    Place::Overview if find.is_some() => pairs.push("p", OVERVIEW),
                    Place::Overview => {}
                    Place::Search(asked) if !asked.text.is_empty() => {}
                    place => pairs.push("p", &place.path()),
                }
                match place {
                    Place::Budget(budget) => budget.write_view(&mut pairs),
                    Place::Suggestions(chosen) => chosen.write(&mut pairs),
                    Place::Search(asked) => asked.write(&mut pairs),
                    _ => {}
                }
                pairs.some(&[("at", at.as_deref()), ("q", find.as_deref())]);
                if let SessionSource::Checked(_, sha256) = source {
                    pairs.push("sha256", sha256);
                }
            }
        }
        pairs.to_query()
    }

    /// A place of a session as a whole, with nothing marked.
    pub fn to(source: SessionSource, place: Place) -> Self {
        Self::Session { source, place, at: None, find: None }
    }

    /// The whole archive.
    pub fn home() -> Self {
        Self::Archive(Filter::default())
    }
}

/// The name of a search in links; where `q` says what is searched for, it need not be there.
const SEARCH: &str = "search";
/// The name of the overview, where it has to be told.
const OVERVIEW: &str = "overview";

impl Place {
    fn parse(path: &str) -> Self {
        let path = path.trim_matches('/');
        let (section, rest) = path.split_once('/').map_or((path, None), |(section, rest)| (section, Some(rest)));
        if let ("budget" | "budgets", Some(rest)) = (section, rest) {
            let (budget, line) = rest.split_once('/').map_or((rest, None), |(budget, line)| (budget, Some(decode_segment(line))));
            let place = BudgetPlace::new(BudgetId(decode_segment(budget)));
            return Self::Budget(Box::new(BudgetPlace { line: line.map(LineId), ..place }));
        }
        match (section, rest.map(decode_segment)) {
            ("" | OVERVIEW, None) => Self::Overview,
            ("agenda", None) => Self::Agenda,
            ("agenda", Some(id)) => Self::AgendaItem(AgendaId(id)),
            ("speeches", None) => Self::Speeches,
            ("speeches", Some(id)) => Self::Speech(SpeechId(id)),
            ("decisions" | "resolutions" | "votes", None) => Self::Decisions,
            ("resolutions", Some(id)) => Self::Resolution(ResolutionId(id)),
            ("votes", Some(id)) => Self::Vote(VoteId(id)),
            ("people", None) => Self::People,
            ("people", Some(id)) => Self::Person(PersonId(id)),
            ("budget" | "budgets", None) => Self::Budgets,
            ("suggestions", None) => Self::Suggestions(Box::default()),
            ("suggestions", Some(id)) => Self::Suggestion(SuggestionId(id)),
            ("projects", None) => Self::Projects,
            ("projects", Some(id)) => Self::Project(ProjectId(id)),
            ("glossary", None) => Self::Glossary,
            ("documents" | "sources", None) => Self::Documents,
            (SEARCH, None) => Self::Search(Box::default()),
            ("slides", id) => Self::Slides(id.map(AgendaId)),
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The value of `p`, without the query's own escaping.
    pub fn path(&self) -> String {
        let one = |section: &str, id: &str| format!("{section}/{}", encode_segment(id));
        match self {
            Self::Overview => String::new(),
            Self::Agenda => "agenda".into(),
            Self::AgendaItem(id) => one("agenda", id.as_str()),
            Self::Speeches => "speeches".into(),
            Self::Speech(id) => one("speeches", id.as_str()),
            Self::Decisions => "decisions".into(),
            Self::Resolution(id) => one("resolutions", id.as_str()),
            Self::Vote(id) => one("votes", id.as_str()),
            Self::People => "people".into(),
            Self::Person(id) => one("people", id.as_str()),
            Self::Budgets => "budget".into(),
            Self::Budget(place) => match &place.line {
                Some(line) => format!("{}/{}", one("budget", place.budget.as_str()), encode_segment(line.as_str())),
                None => one("budget", place.budget.as_str()),
            },
            Self::Suggestions(_) => "suggestions".into(),
            Self::Suggestion(id) => one("suggestions", id.as_str()),
            Self::Projects => "projects".into(),
            Self::Project(id) => one("projects", id.as_str()),
            Self::Glossary => "glossary".into(),
            Self::Documents => "documents".into(),
            Self::Search(_) => SEARCH.into(),
            Self::Slides(None) => "slides".into(),
            Self::Slides(Some(id)) => one("slides", id.as_str()),
            Self::Unknown(path) => path.clone(),
        }
    }

    /// The section that a place belongs to: what the navigation marks as current.
    #[must_use]
    pub fn section(&self) -> Self {
        match self {
            Self::AgendaItem(_) => Self::Agenda,
            Self::Speech(_) => Self::Speeches,
            Self::Resolution(_) | Self::Vote(_) => Self::Decisions,
            Self::Person(_) => Self::People,
            Self::Budget(_) => Self::Budgets,
            Self::Suggestions(_) | Self::Suggestion(_) => Self::Suggestions(Box::default()),
            Self::Project(_) => Self::Projects,
            Self::Search(_) => Self::Search(Box::default()),
            other => other.clone(),
        }
    }

    /// The page of a place: the place without what is marked in it and how it is shown. Two places of one page are shown without building it anew.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Budget(place) => Self::Budget(Box::new(place.page())),
            Self::Slides(_) => Self::Slides(None),
            Self::Suggestions(_) => Self::Suggestions(Box::default()),
            Self::Search(_) => Self::Search(Box::default()),
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
