//! A catalogue that is too large for one file: what its main file tells of the whole, and where the rest is.
//!
//! The main file then has the newest sessions and [`Whole`]. Every session stands in two further catalogues: one of its year, so that the
//! archive can be listed year by year and place by place, and one of its body, so that a page of a body finds all of its sessions in one
//! file. Their names follow from what is looked for and from numbers in the main file; what came is filtered by whoever asked, so a file
//! may hold more than was looked for, never less.

#[cfg(feature = "cli")]
mod making;

#[cfg(feature = "cli")]
pub(super) use making::{make, whole_catalogue};

use crate::model::Text;
use crate::route::{Filter, LEVELS};

/// What the main file tells of all sessions, where it does not list them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// How many sessions there are.
    pub sessions: u32,
    /// Over how many files the bodies are spread.
    pub bodies: u32,
    /// First parts of places, by which the rows of [`Year::counts`] name them.
    pub places: Vec<Text>,
    /// Newest first; what has no date comes last, as year 0.
    pub years: Vec<Year>,
}

/// The sessions of one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// The year, or 0.
    pub year: u16,
    /// Places are spread over so many groups as there are numbers, and the sessions of a group over so many files as the number says.
    pub parts: Vec<u32>,
    /// A row a place: its number, counted from 1 (0 stands for all that [`Whole::places`] does not name), then how many sessions of each of
    /// [`LEVELS`] and of no level; zeros at the end are left out.
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
    pub fn count(&self, filter: &Filter) -> usize {
        self.years.iter().fold(0, |sum, year| sum.saturating_add(self.count_in(year, filter)))
    }

    /// The years that have sessions which a filter lets through, and how many, newest first.
    pub fn by_year(&self, filter: &Filter) -> Vec<(u16, usize)> {
        let counts = self.years.iter().map(|year| (year.year, self.count_in(year, filter)));
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// The places that have sessions which a filter lets through, and how many.
    pub fn by_place(&self, filter: &Filter) -> Vec<(&str, usize)> {
        let of = |place: &Text| self.count(&Filter { place: Some(place.to_string()), ..filter.clone() });
        self.places.iter().map(|place| (place.as_str(), of(place))).filter(|(_, count)| *count > 0).collect()
    }

    /// The files that hold what a filter lets through; whatever the main file says, no more than `most` are named.
    pub fn files(&self, filter: &Filter, most: usize) -> Wanted {
        let mut wanted = Wanted::default();
        for year in self.years.iter().filter(|year| self.count_in(year, filter) > 0) {
            let only = filter.place.as_deref().map(|place| group_of(Some(place), year.parts.len()));
            for (group, &parts) in year.parts.iter().enumerate().filter(|(group, _)| only.is_none_or(|only| only == *group)) {
                wanted.total = wanted.total.saturating_add(parts as usize);
                let left = u32::try_from(most.saturating_sub(wanted.files.len())).unwrap_or(u32::MAX);
                let newest = (parts.saturating_sub(left)..parts).rev();
                wanted.files.extend(newest.map(|part| year_file(year.year, year.parts.len(), group, part)));
            }
        }
        wanted
    }

    /// The file that holds all sessions of the body with this name.
    pub fn body_file(&self, name: &str) -> String {
        body_file(self.bodies, bucket_of(name, self.bodies))
    }

    fn count_in(&self, year: &Year, filter: &Filter) -> usize {
        if filter.year.is_some_and(|wanted| wanted != year.year) {
            return 0;
        }
        let place = filter.place.as_deref().map(|place| number_of(&self.places, Some(place)));
        let column = filter.level.map(|level| column_of(Some(level)));
        let mut sum = 0_usize;
        for row in year.counts.iter().filter(|row| place.is_none_or(|place| row.first() == Some(&place))) {
            for (_, count) in row.iter().enumerate().skip(1).filter(|(at, _)| column.is_none_or(|column| column == *at)) {
                sum = sum.saturating_add(*count as usize);
            }
        }
        sum
    }
}

/// The number of a place in [`Year::counts`].
fn number_of(places: &[Text], place: Option<&str>) -> u32 {
    let at = place.and_then(|place| places.iter().position(|known| known.as_str() == place));
    at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or_default()
}

/// The column of a level in [`Year::counts`].
fn column_of(level: Option<crate::model::Level>) -> usize {
    1 + LEVELS.iter().position(|(known, _)| Some(*known) == level).unwrap_or(LEVELS.len())
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
    let mut hash = 0x811c_9dc5_u32;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash ^ hash >> 16
}

/// Where the files are, beside the page.
const FOLDER: &str = "data/catalogue/";

/// Its name says what it was made for: a page that has an older main file finds nothing there, and never half of what it wants.
fn year_file(year: u16, groups: usize, group: usize, part: u32) -> String {
    let mut name = format!("{FOLDER}year/{year}");
    for number in [groups, group, part as usize] {
        name.push('-');
        name.push_str(&number.to_string());
    }
    name + ".json"
}

fn body_file(buckets: u32, bucket: u32) -> String {
    [FOLDER, "body/", &buckets.to_string(), "-", &bucket.to_string(), ".json"].concat()
}

#[cfg(test)]
mod tests;
