//! An index of more ranges than any archive here has: made by hand, byte by byte as `docs/search-index.md` says.

use std::collections::BTreeMap;
use std::rc::Rc;
use yishi::hash::fnv1a_64;
use yishi::search::index::{Plan, Root, path};

/// Three ranges of ten sessions; every session holds these neighbours.
const TERMS: [&str; 3] = ["丁甲", "甲乙", "乙丙"];
const RANGES: [u64; 3] = [0, 10, 20];

#[test]
fn ranges_are_joined_in_order_however_their_files_come() {
    let mut terms = TERMS.map(term);
    terms.sort_unstable();
    // Which file is of which term and range, and its content.
    let mut files = BTreeMap::new();
    let mut areas = Vec::new();
    for (range, start) in RANGES.into_iter().enumerate() {
        let area = if range == 0 { 0 } else { range as u64 + 1 };
        let parts: Vec<(u64, u64)> = terms
            .iter()
            .map(|term| {
                let bytes = chunk(area, *term, range == 0);
                let hash = fnv1a_64(&bytes);
                files.insert(path(hash), (range, bytes));
                (*term, hash)
            })
            .collect();
        areas.push((start, parts));
    }
    let root = Rc::new(Root::read(&root(&areas)).unwrap());
    let mut plan = Plan::new(&root, &["丁甲乙丙".to_owned()]);
    // The files of the oldest range are not to be had for the two terms that are looked up first, so the third one is asked for all ranges at once.
    let mut missing = 2;
    for _ in 0..RANGES.len() {
        while let Some(name) = plan.wanted().into_iter().max_by_key(|name| files[name].0) {
            let (range, bytes) = &files[&name];
            let is_missing = *range == 2 && missing > 0;
            missing -= usize::from(is_missing);
            plan.give(&name, (!is_missing).then_some(bytes));
        }
        plan.more();
    }
    let found = plan.found();
    let numbers: Vec<u32> = found.candidates.iter().map(|candidate| candidate.number).collect();
    assert_eq!((numbers, found.is_incomplete, found.is_more), ((0..30).collect(), false, false));
}

fn term(two: &str) -> u64 {
    two.chars().fold(0, |term, c| term << 21 | u64::from(c))
}

/// A file of lists with one term, which ten sessions hold in their texts.
fn chunk(area: u64, term: u64, is_split: bool) -> Vec<u8> {
    let mut bytes = b"YSI\x01L".to_vec();
    number(&mut bytes, area);
    number(&mut bytes, term);
    number(&mut bytes, 0);
    // No headings, and none in other ranges; then the first session and each one more.
    let body = [1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    number(&mut bytes, (body.len() as u64) << 2 | 1 << 1 | u64::from(is_split));
    bytes.extend(body);
    bytes
}

fn root(areas: &[(u64, Vec<(u64, u64)>)]) -> Vec<u8> {
    let mut level = vec![30];
    level.extend([0; 8]); // the table
    level.push(0); // no frequent terms
    level.push(4);
    let (first, further) = areas.split_first().unwrap();
    let of_frequent = (0, Vec::new());
    let mut put = |(start, parts): &(u64, Vec<(u64, u64)>), end: u64| {
        for value in [*start, end, 0, parts.len() as u64] {
            number(&mut level, value);
        }
        let mut before = 0;
        for (first, hash) in parts {
            number(&mut level, first - before);
            level.extend(hash.to_le_bytes());
            before = *first;
        }
    };
    put(first, 30);
    put(&of_frequent, 10);
    for area in further {
        put(area, area.0 + 10);
    }
    level.extend([0; 8]); // no names
    let mut bytes = b"YSI\x01R".to_vec();
    number(&mut bytes, level.len() as u64);
    bytes.extend(level);
    bytes.extend([0, 0, 2]); // a small level without sessions
    bytes.extend([0; 16]);
    bytes.push(0); // nothing is superseded
    let sum = fnv1a_64(&bytes);
    bytes.extend(sum.to_le_bytes());
    bytes
}

fn number(bytes: &mut Vec<u8>, mut value: u64) {
    while value > 127 {
        bytes.push(u8::try_from(value & 127).unwrap() | 128);
        value >>= 7;
    }
    bytes.push(u8::try_from(value).unwrap());
}
