//! What of the archive is shown: its front page, or a list.

use super::query::Pairs;
use crate::model::Level;

/// Which sessions of the archive are listed; `None` is all. By default it is the front page, which lists a few.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The first part of the place, for example 上海市.
    pub place: Option<String>,
    /// The year of the first day; 0 is that of sessions without a date.
    pub year: Option<u16>,
    /// The level of government.
    pub level: Option<Level>,
    /// Whether this is the list; it is wherever something is filtered.
    pub is_list: bool,
}

impl Filter {
    pub(super) fn parse(pairs: &Pairs) -> Self {
        let mut filter = Self {
            is_list: pairs.get("list").is_some(),
            place: pairs.words("place"),
            year: pairs.get("year").and_then(|year| year.parse().ok()),
            level: pairs.get("level").and_then(|name| LEVELS.iter().find(|(_, n)| *n == name).map(|(level, _)| *level)),
        };
        filter.is_list |= filter.is_any();
        filter
    }

    /// All sessions, as a list.
    pub fn all() -> Self {
        Self { is_list: true, ..Self::default() }
    }

    /// Whether anything is filtered.
    fn is_any(&self) -> bool {
        self.place.is_some() || self.year.is_some() || self.level.is_some()
    }

    pub(super) fn write(&self, pairs: &mut Pairs) {
        if self.is_list && !self.is_any() {
            pairs.push("list", "all");
        }
        if let Some(place) = &self.place {
            pairs.push_words("place", place);
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
