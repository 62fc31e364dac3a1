//! Makes the files of a catalogue, and reads them all again. Host only. They hold the same bytes for the same sessions.

use super::{Whole, bucket_of, column_of, group_of, number_of, year_file};
use crate::catalogue::writing::{body, line, lines};
use crate::catalogue::{Body, CATALOGUE, Catalogue, Entry, read_catalogue, text};
use crate::catalogue::{region, year};
use crate::json::{Object, list, quoted};
use crate::model::Text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A catalogue of more sessions is more than one file.
const MOST_WHOLE: usize = 400;
/// The newest sessions in the main file: so many at most, and so many bytes.
const NEWEST: (usize, usize) = (200, 80 << 10);
/// A file of a year holds so many sessions at most, and so many bytes unless a single session has more.
const PART: (usize, usize) = (400, 192 << 10);
/// A year is parted by place until a part has so many sessions on average, and so many bytes.
const GROUP: (usize, usize) = (300, 144 << 10);
/// China has 34 provinces; more groups would only be empty.
const MOST_GROUPS: usize = 64;
/// Bodies are spread over a power of two of files, so that the names of files change when an archive has doubled, so that none has more bytes on
/// average.
const BODIES_BYTES: usize = 64 << 10;
/// So many places are counted by themselves.
const MOST_PLACES: usize = 100;

/// Gives every file of a catalogue to `put`, its address beside the page and its text; the main file comes last. One is held at a time.
pub(crate) fn make<E>(catalogue: &Catalogue, put: &mut dyn FnMut(&str, &str) -> Result<(), E>) -> Result<(), E> {
    let entries = &catalogue.sessions;
    if entries.len() <= MOST_WHOLE {
        return put(CATALOGUE, &text(catalogue));
    }
    let sizes: Vec<usize> = entries.iter().map(|entry| line(entry).len() + 2).collect();
    let bodies = u32::try_from(sizes.iter().sum::<usize>().div_ceil(BODIES_BYTES).next_power_of_two()).unwrap_or(1 << 31);
    let sessions = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let mut whole = Whole { sessions, bodies, places: places(entries), ..Whole::default() };
    let mut buckets: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut years: BTreeMap<Reverse<u16>, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        buckets.entry(bucket_of(&entry.assembly.name, bodies)).or_default().push(at);
        years.entry(Reverse(year(entry).unwrap_or_default())).or_default().push(at);
    }
    let shard = |places: &[usize]| lines("", places.iter().filter_map(|at| entries.get(*at)));
    for bucket in 0..bodies {
        let places = buckets.get(&bucket).map(Vec::as_slice).unwrap_or_default();
        put(&super::body_file(bodies, bucket), &shard(places))?;
    }
    put(&super::names_file(bodies), &lines(&format!("\"names\":{},\n", names(entries)), std::iter::empty()))?;
    for (Reverse(year), places) in years {
        let groups = grouped(&places, entries, &sizes);
        let mut row = vec![u32::from(year)];
        for (group, places) in groups.iter().enumerate() {
            let cut = cut(places, &sizes);
            for (part, places) in (0..).zip(&cut) {
                put(&year_file(year, groups.len(), group, part), &shard(places))?;
            }
            row.push(u32::try_from(cut.len()).unwrap_or(u32::MAX));
        }
        whole.years.push(row);
        whole.counts.append(&mut counts(year, &places, entries, &whole.places));
    }
    let mut newest = 0;
    let mut left = NEWEST.1;
    while let Some(rest) = sizes.get(newest).filter(|_| newest < NEWEST.0).and_then(|size| left.checked_sub(*size)) {
        (newest, left) = (newest + 1, rest);
    }
    put(CATALOGUE, &lines(&format!("\"whole\":{},\n", told(&whole)), entries.iter().take(newest)))
}

/// The bodies by name, each as its newest session has it: one more session of a body that is known leaves the file as it is.
fn names(entries: &[Entry]) -> String {
    let mut bodies: BTreeMap<&str, &Body> = BTreeMap::new();
    for entry in entries {
        bodies.entry(&entry.assembly.name).or_insert(&entry.assembly);
    }
    list(&bodies.into_values().map(body).collect::<Vec<_>>())
}

/// The places with most sessions, by name.
fn places(entries: &[Entry]) -> Vec<Text> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for place in entries.iter().filter_map(region) {
        *counts.entry(place).or_default() += 1;
    }
    let mut places: Vec<_> = counts.into_iter().collect();
    places.sort_by_key(|(_, count)| Reverse(*count));
    places.truncate(MOST_PLACES);
    places.sort_unstable();
    places.into_iter().map(|(place, _)| Text::from(place)).collect()
}

/// The sessions of a year in groups by place, a power of two of them.
fn grouped(places: &[usize], entries: &[Entry], sizes: &[usize]) -> Vec<Vec<usize>> {
    let bytes: usize = places.iter().filter_map(|at| sizes.get(*at)).sum();
    let wanted = places.len().div_ceil(GROUP.0).max(bytes.div_ceil(GROUP.1));
    let mut groups = vec![Vec::new(); wanted.next_power_of_two().min(MOST_GROUPS)];
    let count = groups.len();
    for at in places {
        if let Some(group) = entries.get(*at).and_then(|entry| groups.get_mut(group_of(region(entry), count))) {
            group.push(*at);
        }
    }
    groups
}

/// Files of a group, the oldest first: a session that is added is in the last one. Each file is newest first.
fn cut(places: &[usize], sizes: &[usize]) -> Vec<Vec<usize>> {
    let mut cut: Vec<Vec<usize>> = Vec::new();
    let mut bytes = 0;
    for &at in places.iter().rev() {
        let size = sizes.get(at).copied().unwrap_or_default();
        if let Some(part) = cut.last_mut().filter(|part| part.len() < PART.0 && bytes + size <= PART.1) {
            part.push(at);
        } else {
            cut.push(vec![at]);
            bytes = 0;
        }
        bytes += size;
    }
    for part in &mut cut {
        part.reverse();
    }
    cut
}

/// The rows of a year in [`Whole::counts`].
fn counts(year: u16, places: &[usize], entries: &[Entry], names: &[Text]) -> Vec<Vec<u32>> {
    let mut rows: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in places.iter().filter_map(|at| entries.get(*at)) {
        let number = number_of(names, region(entry));
        let row = rows.entry(number).or_insert_with(|| vec![u32::from(year), number]);
        let column = 2 + column_of(entry.assembly.level);
        row.resize(row.len().max(column + 1), 0);
        row[column] += 1;
    }
    rows.into_values().collect()
}

/// As JSON, with a line for every row, so that a change of the archive reads well.
fn told(whole: &Whole) -> String {
    let rows = |rows: &[Vec<u32>]| {
        let row = |row: &Vec<u32>| format!("[{}]", row.iter().map(u32::to_string).collect::<Vec<_>>().join(","));
        list(&rows.iter().map(row).collect::<Vec<_>>())
    };
    let mut told = Object::new();
    told.raw("sessions", &whole.sessions.to_string());
    told.raw("bodies", &whole.bodies.to_string());
    told.raw("places", &list(&whole.places.iter().map(|place| quoted(place)).collect::<Vec<_>>()));
    told.raw("years", &rows(&whole.years));
    told.raw("counts", &rows(&whole.counts));
    told.end()
}

/// The catalogue with all sessions, from whatever files it is made of; `None` where `get` gives nothing for one of them.
pub(crate) fn whole_catalogue(get: &dyn Fn(&str) -> Option<Vec<u8>>) -> Option<Catalogue> {
    let read = |path: &str| get(path).and_then(|bytes| read_catalogue(&bytes).ok());
    let main = read(CATALOGUE)?;
    let Some(whole) = &main.whole else { return Some(main) };
    let mut sessions = Vec::new();
    for bucket in 0..whole.bodies {
        sessions.append(&mut read(&super::body_file(whole.bodies, bucket))?.sessions);
    }
    Some(Catalogue { sessions, ..main })
}
