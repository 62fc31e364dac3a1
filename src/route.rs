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
mod place;
mod query;
mod tail;

use crate::model::{AgendaId, PersonId, ProjectId, ResolutionId, SessionId, SpeechId, SuggestionId, VoteId};
pub use asked::{Asked, KINDS, Kind};
pub use budget::{BudgetPlace, Picture};
pub use chosen::{Across, Chosen, OUTCOMES};
pub use filter::{Filter, LEVELS, level_name};
pub use nearest::nearest;
use query::Pairs;

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The archive: its front page, or its sessions as a list.
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
    /// One of the two, with the SHA-256 of the file that the link was made for, as 64 lower-case hexadecimal digits; fewer, or none, where the link
    /// lost some. The page says whether what came is that file, or that it cannot be checked.
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
    /// What the session has about a subject, by its id (`crate::subjects`); one that is not known is told as such by the page.
    Subject(String),
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
        let source = match (pairs.address("src"), pairs.get("s")) {
            (Some(url), _) => SessionSource::Remote(url),
            (None, Some(id)) => SessionSource::Id(SessionId(id)),
            (None, None) if pairs.words("q").is_some() || pairs.get("p").as_deref() == Some(SEARCH) => {
                return Self::Search(Box::new(Asked::parse(&pairs)));
            }
            (None, None) => return Across::parse(&pairs).map_or_else(|| Self::Archive(Filter::parse(&pairs)), Self::Across),
        };
        // Whatever stands behind the digits, they are checked.
        let digits = |text: String| text.chars().take_while(char::is_ascii_hexdigit).take(64).collect::<String>().to_ascii_lowercase();
        let source = if pairs.has("sha256") {
            SessionSource::Checked(Box::new(source), pairs.get("sha256").map(digits).unwrap_or_default())
        } else {
            source
        };
        let found = pairs.words("q");
        let mut place = match (pairs.as_it_stands("p"), pairs.get(SUBJECT)) {
            (Some(path), _) => Place::parse(path),
            (None, Some(subject)) => Place::Subject(subject),
            (None, None) => Place::parse(if found.is_some() { SEARCH } else { "" }),
        };
        match &mut place {
            Place::Budget(budget) => budget.read_view(&pairs),
            Place::Suggestions(chosen) => **chosen = Chosen::parse(&pairs),
            Place::Search(asked) => **asked = Asked::parse(&pairs),
            _ => {}
        }
        let find = found.filter(|_| !matches!(place, Place::Search(_) | Place::Budget(_)));
        Self::Session { source, place, at: pairs.get("at"), find }
    }

    /// The link in place of one that came with something in it that does not belong there: a full stop behind an id, `&amp;`, an escape too
    /// many. `None` for a link that says what is meant as it is, whatever parameters of others it has.
    ///
    /// ```
    /// use yishi::route::Route;
    /// assert_eq!(Route::mended("?s=huacao-6-6&amp;p=agenda/3。").as_deref(), Some("?s=huacao-6-6&p=agenda/3"));
    /// assert_eq!(Route::mended("?s=huacao-6-6&from=singlemessage"), None);
    /// ```
    pub fn mended(query: &str) -> Option<String> {
        let href = Self::parse(query).href();
        (!Pairs::are_all_in(&href, query)).then_some(href)
    }

    /// The link to this place, relative to the page: `?…`, or `?` for the front page of the archive.
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
                    SessionSource::Remote(url) => pairs.push_address("src", url),
                    SessionSource::Id(id) => pairs.push("s", id.as_str()),
                    SessionSource::Checked(..) => {}
                }
                match place {
                    // Without a place, what is searched for says that it is a search.
                    Place::Overview if find.is_some() => pairs.push("p", OVERVIEW),
                    Place::Overview => {}
                    Place::Search(asked) if !asked.text.is_empty() => {}
                    Place::Subject(subject) => pairs.push(SUBJECT, subject),
                    place => pairs.push_as_it_stands("p", place.path()),
                }
                match place {
                    Place::Budget(budget) => budget.write_view(&mut pairs),
                    Place::Suggestions(chosen) => chosen.write(&mut pairs),
                    Place::Search(asked) => asked.write(&mut pairs),
                    _ => {}
                }
                pairs.some(&[("at", at.as_deref())]);
                pairs.some_words(&[("q", find.as_deref())]);
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

    /// The front page of the archive.
    pub fn home() -> Self {
        Self::Archive(Filter::default())
    }
}

/// The name of a search in links; where `q` says what is searched for, it need not be there.
const SEARCH: &str = "search";
/// The name of a subject in links.
const SUBJECT: &str = "t";
/// The name of the overview, where it has to be said.
const OVERVIEW: &str = "overview";

impl Place {
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
