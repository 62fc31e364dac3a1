//! Finding the sessions that may hold a query, without reading or waiting: a plan says which files it wants and is given them.
//!
//! Of all terms that a session must have, the two rarest are looked up, and more where these leave many sessions. That gives a superset; every session is searched itself before
//! it is shown. So a list that is missing makes the superset larger, or, where no list is left, the answer incomplete: never wrong.

use super::bytes::{Bytes, Damage, Kind, hash, path};
use super::grams::wanted;
use super::root::{Level, Root, parts};
use crate::order::ordered;
use std::rc::Rc;

/// Further terms are looked up where those so far leave more sessions than this: a list is smaller than the sessions it spares.
const MANY: usize = 32;
/// But not more terms than this.
const MOST_TERMS: usize = 8;

/// A session that may hold the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its number; [`Root::table_page`] says what it stands for.
    pub number: u32,
    /// Whether what was looked up is all in its headings.
    pub is_heading: bool,
}

/// What is known so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Newest first. Every session that holds the query is among them unless it is older than what was looked at or the answer incomplete.
    pub candidates: Vec<Candidate>,
    /// Whether there are older sessions that were not looked at: [`Plan::more`].
    pub is_more: bool,
    /// Whether sessions may be missing because files were missing or damaged.
    pub is_incomplete: bool,
}

/// The way to the sessions that may hold some texts.
#[derive(Debug)]
pub struct Plan {
    root: Rc<Root>,
    /// Rarest first.
    terms: Vec<u64>,
    searches: Vec<Search>,
    wants: Vec<Want>,
    damage: Option<Damage>,
}

/// The same in one level.
#[derive(Debug, Default)]
struct Search {
    /// The terms that were looked up, in the order of `Plan::terms`.
    picks: Vec<Pick>,
    /// The last range that is looked at.
    range: usize,
    /// How many sessions were left when a further term was looked up for that.
    left: usize,
}

/// What is known of one term.
#[derive(Debug, Default)]
struct Pick {
    /// Sessions that have it in a heading, then those that have it elsewhere only.
    lists: [Vec<u32>; 2],
    /// Whether the first list is that of all ranges.
    is_all_headings: bool,
    /// Whether there is nothing but what is in `lists`.
    is_whole: bool,
    /// By range, whether the lists have it.
    known: Vec<bool>,
}

/// A file that is waited for.
#[derive(Clone, Copy, Debug)]
struct Want {
    level: usize,
    pick: usize,
    area: usize,
    is_page: bool,
    /// The first term of the file.
    first: u64,
    hash: u64,
}

impl Plan {
    /// A plan for sessions that hold every one of `parts`, which are folded.
    pub fn new(root: &Rc<Root>, parts: &[String]) -> Self {
        let mut terms = Vec::new();
        for part in parts {
            for term in wanted(part) {
                crate::order::insert(&mut terms, term);
            }
        }
        let rarity = |term: &u64| root.levels[0].rarity(*term);
        let terms = ordered(&terms, |a, b| rarity(b).cmp(&rarity(a)));
        let searches = root.levels.iter().map(|_| Search::default()).collect();
        let mut plan = Self { root: Rc::clone(root), terms, searches, wants: Vec::new(), damage: None };
        plan.go_on();
        plan
    }

    /// The files that are waited for, in the folder of the index, each once. None: all that was asked for is known.
    pub fn wanted(&self) -> Vec<String> {
        let mut hashes = Vec::new();
        for want in &self.wants {
            crate::order::insert(&mut hashes, want.hash);
        }
        hashes.into_iter().map(path).collect()
    }

    /// Takes the unpacked content of a file, or `None` where it could not be had. A path that is not waited for changes nothing.
    pub fn give(&mut self, name: &str, bytes: Option<&[u8]>) {
        for want in std::mem::take(&mut self.wants) {
            if path(want.hash) != name {
                self.wants.push(want);
                continue;
            }
            let result = match bytes {
                Some(bytes) if want.is_page => self.page(want, bytes),
                Some(bytes) => self.chunk(want, bytes),
                None => continue,
            };
            if let Err(damage) = result {
                self.damage = Some(damage);
            }
        }
        self.go_on();
    }

    /// Looks at the next older range of sessions where there is one.
    pub fn more(&mut self) {
        for level in 0..self.searches.len() {
            let at = &self.root.levels[level];
            let search = &mut self.searches[level];
            if search.is_more(at) {
                search.range += 1;
                for pick in 0..search.picks.len() {
                    self.ask_range(level, pick, self.searches[level].range);
                }
            }
        }
        self.go_on();
    }

    /// What is known so far.
    pub fn found(&self) -> Found {
        let mut found = Found::default();
        let mut by_level = Vec::new();
        for (search, level) in self.searches.iter().zip(&self.root.levels) {
            by_level.push(search.candidates(level));
            found.is_more |= search.is_more(level);
            found.is_incomplete |= self.wants.is_empty() && !self.terms.is_empty() && search.unknown(level).is_some();
        }
        // The sessions of the small level go where they belong among those of the large one.
        let mut late = by_level.pop().unwrap_or_default().into_iter().peekable();
        for candidate in by_level.pop().unwrap_or_default() {
            while let Some(next) = late.next_if(|late| self.before(late.number) <= candidate.number) {
                found.candidates.push(next);
            }
            if self.root.superseded.binary_search(&candidate.number).is_err() {
                found.candidates.push(candidate);
            }
        }
        found.candidates.extend(late);
        found
    }

    /// What was wrong with a file, where one was damaged.
    pub const fn damage(&self) -> Option<Damage> {
        self.damage
    }

    fn before(&self, number: u32) -> u32 {
        let first = self.root.levels.last().map_or(0, |level| level.first);
        self.root.before.get(number.saturating_sub(first) as usize).copied().unwrap_or(u32::MAX)
    }

    /// Looks up a further term wherever one is needed and nothing is waited for.
    fn go_on(&mut self) {
        let root = Rc::clone(&self.root);
        for (level, at) in root.levels.iter().enumerate() {
            let search = &self.searches[level];
            if at.count == 0 || self.wants.iter().any(|want| want.level == level) {
                continue;
            }
            // Terms are taken in order of rarity; of a level that is small one is enough, of which a list is known.
            let tried = search.picks.len();
            let known = search.picks.iter().filter(|pick| pick.known[0]).count();
            let mut enough = if level == 0 { 2 } else { 1 };
            // What is frequent is found anyway, and a term that spared little is the last.
            if level == 0 && (2..MOST_TERMS).contains(&known) && self.terms.first().is_some_and(|term| !at.is_frequent(*term)) {
                let left = search.candidates(at).len();
                if left > MANY && (known == 2 || left < search.left - search.left / 8) {
                    enough = known + 1;
                }
                self.searches[level].left = left;
            }
            let search = &self.searches[level];
            let needed = if search.unknown(at).is_some() { enough.max(known + 1) } else { enough };
            for pick in tried..self.terms.len().min(tried + needed.saturating_sub(known)) {
                self.searches[level].picks.push(Pick { known: vec![false; at.ranges()], ..Pick::default() });
                self.ask(level, pick, usize::from(at.is_frequent(self.terms[pick])));
            }
            // What needs no file is known at once, and may not be enough.
            if self.searches[level].picks.len() > tried && !self.wants.iter().any(|want| want.level == level) {
                return self.go_on();
            }
        }
    }

    /// Asks for the list of a term in an area.
    fn ask(&mut self, level: usize, pick: usize, area: usize) {
        let at = &self.root.levels[level].areas[area];
        let place = at.parts.partition_point(|(first, _)| *first <= self.terms[pick]);
        match place.checked_sub(1).map(|place| at.parts[place]) {
            Some((first, hash)) => self.wants.push(Want { level, pick, area, is_page: at.is_paged, first, hash }),
            None => self.settle(level, pick, area, false),
        }
    }

    fn ask_range(&mut self, level: usize, pick: usize, range: usize) {
        let state = &self.searches[level].picks[pick];
        // A term whose first list was not to be had stays unknown.
        if state.known[0] && !state.known[range] {
            self.ask(level, pick, range + 1);
        }
    }

    /// The lists of a term in an area are known; those of the first area may be all there are.
    fn settle(&mut self, level: usize, pick: usize, area: usize, is_split: bool) {
        let range = self.searches[level].range;
        let state = &mut self.searches[level].picks[pick];
        if area > 1 {
            state.known[area - 1] = true;
            return;
        }
        state.known[0] = true;
        if !is_split {
            state.is_whole = true;
            state.known.fill(true);
        }
        for range in 1..=range {
            self.ask_range(level, pick, range);
        }
    }

    fn page(&mut self, want: Want, bytes: &[u8]) -> Result<(), Damage> {
        let parts = parts(&mut opened(bytes, Kind::Page, want)?)?;
        let place = parts.partition_point(|(first, _)| *first <= self.terms[want.pick]);
        let (first, hash) = place.checked_sub(1).map(|place| parts[place]).ok_or(Damage::Broken)?;
        self.wants.push(Want { is_page: false, first, hash, ..want });
        Ok(())
    }

    fn chunk(&mut self, want: Want, bytes: &[u8]) -> Result<(), Damage> {
        let mut bytes = opened(bytes, Kind::Lists, want)?;
        let mut term = want.first;
        let mut is_split = false;
        while !bytes.0.is_empty() {
            term = term.checked_add(bytes.number()?).ok_or(Damage::Broken)?;
            let head = bytes.number()?;
            let body = bytes.take(usize::try_from(head >> 2).map_err(|_| Damage::Broken)?)?;
            if term == self.terms[want.pick] {
                let area = &self.root.levels[want.level].areas[want.area];
                is_split = head & 1 != 0;
                let (lists, is_all_headings) = lists(body, head & 2 != 0, area.start)?;
                let state = &mut self.searches[want.level].picks[want.pick];
                for (list, new) in state.lists.iter_mut().zip(lists) {
                    // The files of several ranges come in any order.
                    let older = list.split_off(list.partition_point(|number| *number < area.start));
                    list.extend(new);
                    list.extend(older);
                }
                if want.area < 2 {
                    state.is_all_headings = is_all_headings;
                }
                break;
            }
            if term > self.terms[want.pick] {
                break;
            }
        }
        self.settle(want.level, want.pick, want.area, is_split);
        Ok(())
    }
}

/// The content of a file that must be the one that is waited for.
fn opened(bytes: &[u8], kind: Kind, want: Want) -> Result<Bytes<'_>, Damage> {
    let mut content = Bytes::open(bytes, kind)?;
    if hash(bytes) != want.hash || content.number()? != want.area as u64 || content.number()? != want.first {
        return Err(Damage::Broken);
    }
    Ok(content)
}

/// The sessions of an entry: those that have the term in headings, the others, and whether the first are those of all ranges.
fn lists(body: &[u8], has_headings: bool, start: u32) -> Result<([Vec<u32>; 2], bool), Damage> {
    let mut bytes = Bytes(body);
    let mut lists = [Vec::new(), Vec::new()];
    let head = if has_headings { bytes.number()? } else { 1 };
    let headings = usize::try_from(head >> 1).map_err(|_| Damage::Broken)?;
    for (place, list) in lists.iter_mut().enumerate() {
        let mut number = start;
        while !bytes.0.is_empty() && (place == 1 || list.len() < headings) {
            let step = bytes.small()?;
            // Each is there once: its terms are counted.
            if step == 0 && !list.is_empty() {
                return Err(Damage::Broken);
            }
            number = number.checked_add(step).ok_or(Damage::Broken)?;
            list.push(number);
        }
    }
    Ok((lists, head & 1 != 0))
}

impl Search {
    /// The first range that was looked at and of which nothing is known.
    fn unknown(&self, level: &Level) -> Option<usize> {
        if level.count == 0 {
            return None;
        }
        (0..=self.range).find(|range| !self.picks.iter().any(|pick| pick.known[*range]))
    }

    /// Whether there are older sessions that no list says anything of.
    fn is_more(&self, level: &Level) -> bool {
        self.range + 1 < level.ranges() && self.picks.iter().any(|pick| pick.known[0]) && !self.picks.iter().any(|pick| pick.is_whole)
    }

    /// The sessions that have every term that is known where they are; of ranges that were not looked at, those with headings that do.
    fn candidates(&self, level: &Level) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for range in 0..level.ranges() {
            let sessions = level.range(range);
            // How many terms each session has: in headings, anywhere.
            let mut counts = vec![[0_u8; 2]; sessions.len()];
            let mut asked = [0, 0];
            for pick in &self.picks {
                let is_known = pick.known[range];
                let has_headings = is_known || pick.is_all_headings && pick.known[0];
                asked[0] += u8::from(has_headings);
                asked[1] += u8::from(is_known);
                for (place, list) in pick.lists.iter().enumerate() {
                    let from = list.partition_point(|number| *number < sessions.start);
                    for number in list[from..].iter().take_while(|number| **number < sessions.end) {
                        let Some(count) = number.checked_sub(sessions.start).and_then(|at| counts.get_mut(at as usize)) else { continue };
                        count[0] += u8::from(place == 0 && has_headings);
                        count[1] += u8::from(is_known);
                    }
                }
            }
            for (number, count) in sessions.zip(&counts) {
                let is_heading = asked[0] > 0 && count[0] == asked[0];
                if if asked[1] > 0 { count[1] == asked[1] } else { is_heading } {
                    candidates.push(Candidate { number: level.first + number, is_heading });
                }
            }
        }
        candidates
    }
}
