//! A typed place and its link, `?s=…&p=…`: the link is the state.
//!
//! The place is in the query because chat apps cut what follows `#`, a query needs no server rule, and `pushState` with a query works
//! on `file://`. No window is touched here: text in, [`Route`] out, and back. Unknown parameters are ignored, never an error.

mod budget;
mod nearest;
mod query;

pub use budget::{BudgetPlace, Picture};
pub use nearest::nearest;

use crate::model::{AgendaId, BudgetId, Level, LineId, PersonId, ResolutionId, SessionId, SpeechId, VoteId};
use query::{Pairs, decode_segment, encode_segment};

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The archive: bodies and sessions.
    Archive(Filter),
    /// One session, and a place in it.
    Session {
        /// Where the session comes from.
        door: Door,
        /// The place in it.
        place: Place,
        /// The block to scroll to and mark.
        at: Option<String>,
    },
}

/// Which sessions of the archive are listed; `None` is all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The first part of the place, for example 上海市.
    pub place: Option<String>,
    /// The year of the first day.
    pub year: Option<u16>,
    /// The level of government.
    pub level: Option<Level>,
}

/// Where a session comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// By its id: opened from a file in this visit, else from the archive beside the page.
    Id(SessionId),
    /// From another host, by its address.
    Remote(String),
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
    /// Terms explained.
    Glossary,
    /// Documents, sources, corrections and findings.
    Documents,
    /// A place that this version does not know; the page says so and offers a way on.
    Unknown(String),
}

impl Route {
    /// Reads the query of an address, with or without the leading `?`.
    ///
    /// ```
    /// use yishi::route::{Door, Place, Route};
    /// let route = Route::parse("?s=huacao-6-6&p=agenda/3&from=singlemessage&isappinstalled=0");
    /// assert_eq!(route, Route::Session { door: Door::Id("huacao-6-6".into()), place: Place::AgendaItem("3".into()), at: None });
    /// ```
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let door = match (pairs.get("src"), pairs.get("s")) {
            (Some(url), _) => Door::Remote(url.to_owned()),
            (None, Some(id)) => Door::Id(id.into()),
            (None, None) => return Self::Archive(Filter::parse(&pairs)),
        };
        let mut place = Place::parse(pairs.get("p").unwrap_or_default());
        if let Place::Budget(budget) = &mut place {
            budget.read_view(&pairs);
        }
        Self::Session { door, place, at: pairs.get("at").map(ToOwned::to_owned) }
    }

    /// The link to this place, relative to the page: `?…`, or `?` for the whole archive.
    pub fn href(&self) -> String {
        let mut pairs = Pairs::default();
        match self {
            Self::Archive(filter) => filter.write(&mut pairs),
            Self::Session { door, place, at } => {
                match door {
                    Door::Id(id) => pairs.push("s", id.as_str()),
                    Door::Remote(url) => pairs.push("src", url),
                }
                if *place != Place::Overview {
                    pairs.push("p", &place.path());
                }
                if let Place::Budget(budget) = place {
                    budget.write_view(&mut pairs);
                }
                if let Some(at) = at {
                    pairs.push("at", at);
                }
            }
        }
        pairs.to_query()
    }

    /// The whole archive.
    pub fn home() -> Self {
        Self::Archive(Filter::default())
    }
}

impl Filter {
    fn parse(pairs: &Pairs) -> Self {
        Self {
            place: pairs.get("place").map(ToOwned::to_owned),
            year: pairs.get("year").and_then(|year| year.parse().ok()),
            level: pairs.get("level").and_then(|name| LEVELS.iter().find(|(_, n)| *n == name).map(|(level, _)| *level)),
        }
    }

    fn write(&self, pairs: &mut Pairs) {
        if let Some(place) = &self.place {
            pairs.push("place", place);
        }
        if let Some(year) = self.year {
            pairs.push("year", &year.to_string());
        }
        if let Some(level) = self.level {
            pairs.push("level", level_name(level));
        }
    }
}

/// The levels and their names in links and session files, from the township up.
pub const LEVELS: [(Level, &str); 5] = [
    (Level::Township, "township"),
    (Level::County, "county"),
    (Level::City, "city"),
    (Level::Province, "province"),
    (Level::National, "national"),
];

/// The name of a level in links.
pub fn level_name(level: Level) -> &'static str {
    LEVELS.iter().find(|(l, _)| *l == level).map_or("", |(_, name)| name)
}

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
            ("", None) => Self::Overview,
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
            ("glossary", None) => Self::Glossary,
            ("documents" | "sources", None) => Self::Documents,
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
            Self::Glossary => "glossary".into(),
            Self::Documents => "documents".into(),
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
            other => other.clone(),
        }
    }

    /// The page of a place: the place without what is marked in it and how it is shown. Two places of one page are shown without building it anew.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Budget(place) => Self::Budget(Box::new(place.page())),
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn junk_of_chat_apps_is_ignored() {
        let plain = Route::parse("?s=huacao-6-6&p=speeches/zhou-closing&at=p4");
        for junk in ["&from=groupmessage&isappinstalled=0", "&nsukey=a%2Bb", "&shareTo=weixin", "?from=timeline", "&&=&x", "&at2"] {
            assert_eq!(Route::parse(&format!("?s=huacao-6-6&p=speeches/zhou-closing&at=p4{junk}")), plain, "{junk}");
        }
        assert_eq!(Route::parse("?from=singlemessage"), Route::home());
    }

    #[test]
    fn links_read_well() {
        let route = Route::Session { door: Door::Id("huacao-6-6".into()), place: Place::Speech("closing".into()), at: Some("p4".into()) };
        assert_eq!(route.href(), "?s=huacao-6-6&p=speeches/closing&at=p4");
        assert_eq!(Route::home().href(), "?");
        let route = Route::parse("?s=a&p=budget/b2024/rev-3&unit=yi&cols=initial,completion&sort=-initial&pic=flow&q=税&over=10000");
        assert_eq!(route.href(), "?s=a&p=budget/b2024/rev-3&unit=yi&cols=initial,completion&sort=-initial&pic=flow&q=%E7%A8%8E&over=10000");
        let remote = Route::Session { door: Door::Remote("https://a.example/x.json?v=1&w".into()), place: Place::Overview, at: None };
        assert_eq!(remote.href(), "?src=https://a.example/x.json%3Fv%3D1%26w");
    }

    #[test]
    fn unknown_places_are_kept() {
        let Route::Session { place, .. } = Route::parse("?s=a&p=nonsense/1/2") else { panic!("a session") };
        assert_eq!(place, Place::Unknown("nonsense/1/2".into()));
    }

    fn any_place() -> impl Strategy<Value = Place> {
        let id = "\\PC{1,12}";
        prop_oneof![
            Just(Place::Overview),
            Just(Place::Agenda),
            Just(Place::Speeches),
            Just(Place::Decisions),
            Just(Place::People),
            Just(Place::Budgets),
            any_budget().prop_map(|place| Place::Budget(Box::new(place))),
            Just(Place::Glossary),
            Just(Place::Documents),
            id.prop_map(|id| Place::AgendaItem(AgendaId(id))),
            id.prop_map(|id| Place::Speech(SpeechId(id))),
            id.prop_map(|id| Place::Resolution(ResolutionId(id))),
            id.prop_map(|id| Place::Vote(VoteId(id))),
            id.prop_map(|id| Place::Person(PersonId(id))),
        ]
    }

    fn any_budget() -> impl Strategy<Value = BudgetPlace> {
        use crate::budget::{Field, Sort, SortKey};
        use crate::model::{Decimal, TableId, Unit};
        use proptest::option::of;
        use proptest::sample::{select, subsequence};
        let id = "\\PC{1,12}";
        let fields: Vec<Field> = Field::all().collect();
        let key = prop_oneof![Just(SortKey::Code), Just(SortKey::Name), select(fields.clone()).prop_map(SortKey::Field)];
        let sort = of((key, any::<bool>()).prop_map(|(by, descending)| Sort { by, descending }));
        let unit = of(select(vec![Unit::Yuan, Unit::WanYuan, Unit::YiYuan]));
        let over = of((1..1_000_000_i128, 0..4_u32).prop_map(|(mantissa, scale)| Decimal { mantissa, scale }));
        let chosen = (unit, subsequence(fields, 0..5), sort, of(select(Picture::ALL.to_vec())), of(id), over);
        (id, of(id), of(id), chosen).prop_map(|(budget, line, table, (unit, columns, sort, picture, find, over))| BudgetPlace {
            budget: BudgetId(budget),
            line: line.map(LineId),
            table: table.map(TableId),
            unit,
            columns,
            sort,
            picture,
            find,
            over,
        })
    }

    fn any_route() -> impl Strategy<Value = Route> {
        let door = prop_oneof![
            "\\PC{1,20}".prop_map(|id| Door::Id(SessionId(id))),
            "https://[a-z]{1,8}\\.example/\\PC{0,20}".prop_map(Door::Remote),
        ];
        let level = proptest::option::of(proptest::sample::select(LEVELS.map(|(level, _)| level).to_vec()));
        let filter = (proptest::option::of("\\PC{1,10}"), proptest::option::of(1000_u16..3000), level);
        prop_oneof![
            filter.prop_map(|(place, year, level)| Route::Archive(Filter { place, year, level })),
            (door, any_place(), proptest::option::of("\\PC{1,12}")).prop_map(|(door, place, at)| Route::Session { door, place, at }),
        ]
    }

    proptest! {
        #[test]
        fn every_route_survives_its_link(route in any_route()) {
            prop_assert_eq!(Route::parse(&route.href()), route);
        }

        #[test]
        fn any_text_is_a_route(query in "\\PC*") {
            let route = Route::parse(&query);
            prop_assert_eq!(Route::parse(&route.href()), route);
        }
    }
}
