//! A catalogue that is too large for one file: what its main file tells of the whole, and where the rest is.
//!
//! The main file then has the newest sessions and [`Whole`]. Every session stands in two further catalogues: one of its year, so that the
//! archive can be listed year by year and place by place, and one of its body, so that a page of a body finds all of its sessions in one
//! file. One file more has the names of all bodies, for whoever looks for a town. Their names follow from what is looked for and from numbers in the main file; what came is filtered by whoever asked, so a file
//! may hold more than was looked for, never less.

#[cfg(feature = "cli")]
mod making;

#[cfg(feature = "cli")]
pub(crate) use making::{make, whole_catalogue};

use crate::hash::fnv1a_32;
use crate::model::Text;
use crate::route::{Filter, LEVELS};

/// What the main file tells of all sessions, where it does not list them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// How many sessions there are.
    pub sessions: u32,
    /// Over how many files the bodies are spread.
    pub bodies: u32,
    /// First parts of places, by which the rows of `counts` name them.
    pub places: Vec<Text>,
    /// A row a year, newest first: the year, then a number for each group that its places are spread over: over so many files its sessions are.
    /// What has no date comes last, as year 0.
    pub years: Vec<Vec<u32>>,
    /// A row for every place of a year: the year, the number of the place, counted from 1 (0 stands for all that `places` does not name), then
    /// how many sessions of each of [`LEVELS`] and of no level; zeros at the end are left out.
    pub counts: Vec<Vec<u32>>,
}

/// The files that hold what a filter lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Their addresses beside the page, newest first; at most as many as were asked for.
    pub files: Vec<String>,
    /// How many there are in all.
    pub total: usize,
}

impl Whole {
    /// How many sessions a filter lets through. For a place that the main file does not name this is how many there are of all such places.
    #[inline(never)]
    pub fn count(&self, filter: &Filter) -> usize {
        let place = filter.place.as_deref().map(|place| number_of(&self.places, Some(place)));
        let column = filter.level.map(|level| column_of(Some(level)));
        let mut sum = 0_usize;
        for row in &self.counts {
            let [year, of, counts @ ..] = &row[..] else { continue };
            if filter.year.is_some_and(|wanted| u32::from(wanted) != *year) || place.is_some_and(|place| place != *of) {
                continue;
            }
            for (at, count) in counts.iter().enumerate() {
                if column.is_none_or(|column| column == at) {
                    sum = sum.saturating_add(*count as usize);
                }
            }
        }
        sum
    }

    /// The filter once for every year, newest first, or for every place, and how many sessions it then lets through; those that let none
    /// through are left out.
    pub fn choices(&self, filter: &Filter, is_by_place: bool) -> Vec<(Filter, usize)> {
        let mut found = Vec::new();
        for at in 0..if is_by_place { self.places.len() } else { self.years.len() } {
            let mut filter = filter.clone();
            if is_by_place {
                filter.place = self.places.get(at).map(ToString::to_string);
            } else {
                let Some(year) = self.years.get(at).and_then(|row| year_of(row)) else { continue };
                filter.year = Some(year);
            }
            let count = self.count(&filter);
            if count > 0 {
                found.push((filter, count));
            }
        }
        found
    }

    /// The files that hold what a filter lets through; whatever the main file says, no more than `most` are named.
    pub fn files(&self, filter: &Filter, most: usize) -> Wanted {
        let mut wanted = Wanted::default();
        for row in &self.years {
            let (Some(year), groups) = (year_of(row), row.get(1..).unwrap_or_default()) else { continue };
            if filter.year.is_some_and(|wanted| wanted != year) || self.count(&Filter { year: Some(year), ..filter.clone() }) == 0 {
                continue;
            }
            let only = filter.place.as_deref().map(|place| group_of(Some(place), groups.len()));
            for (group, &parts) in groups.iter().enumerate() {
                if only.is_some_and(|only| only != group) {
                    continue;
                }
                wanted.total = wanted.total.saturating_add(parts as usize);
                let mut part = parts;
                while part > 0 && wanted.files.len() < most {
                    part -= 1;
                    wanted.files.push(year_file(year, groups.len(), group, part));
                }
            }
        }
        wanted
    }

    /// The file that holds all sessions of the body with this name.
    pub fn body_file(&self, name: &str) -> String {
        body_file(self.bodies, bucket_of(name, self.bodies))
    }

    /// The file that has the names of all bodies, and no sessions.
    pub fn names_file(&self) -> String {
        names_file(self.bodies)
    }
}

/// The year of a row of [`Whole::years`].
fn year_of(row: &[u32]) -> Option<u16> {
    u16::try_from(*row.first()?).ok()
}

/// The number of a place in [`Whole::counts`].
fn number_of(places: &[Text], place: Option<&str>) -> u32 {
    let at = place.and_then(|place| places.iter().position(|known| known.as_str() == place));
    at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or_default()
}

/// The place of a level among the counts of a row of [`Whole::counts`].
fn column_of(level: Option<crate::model::Level>) -> usize {
    LEVELS.iter().position(|(known, _)| Some(*known) == level).unwrap_or(LEVELS.len())
}

/// The group of a place, of so many.
fn group_of(place: Option<&str>, groups: usize) -> usize {
    hash(place.unwrap_or_default()) as usize % groups.max(1)
}

/// The bucket of a body, of so many. Names that differ in blanks only share one, so that they are found to be alike.
fn bucket_of(name: &str, buckets: u32) -> u32 {
    hash(name) % buckets.max(1)
}

/// FNV-1a of the text without blanks, folded once, for the low bits decide. The same everywhere and for ever: names of files follow from it.
fn hash(text: &str) -> u32 {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let hash = fnv1a_32(text.as_bytes());
    hash ^ hash >> 16
}

fn year_file(year: u16, groups: usize, group: usize, part: u32) -> String {
    file("year/", &[usize::from(year), groups, group, part as usize])
}

fn body_file(buckets: u32, bucket: u32) -> String {
    file("body/", &[buckets as usize, bucket as usize])
}

fn names_file(buckets: u32) -> String {
    file("body/", &[buckets as usize])
}

/// The address of a file beside the page. Its name says what it was made for: a page that has an older main file finds nothing there, and never
/// half of what it wants.
fn file(folder: &str, numbers: &[usize]) -> String {
    let mut name = String::from("data/catalogue/");
    name.push_str(folder);
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            name.push('-');
        }
        name.push_str(&number.to_string());
    }
    name.push_str(".json");
    name
}

#[cfg(test)]
mod tests;
