//! A query over an archive on this machine: the plan, with files in place of requests, and every candidate looked at. Host only.

use super::write::unpacked;
use super::{Line, Plan, ROOT, Root};
use crate::digest::Lookup;
use crate::model::Session;
use crate::publish::PublishError;
use crate::search::{fold, items};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::rc::Rc;

/// What was found, and what it took.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Newest first; but of ranges that were not looked at, those with headings come before.
    pub hits: Vec<Hit>,
    /// Sessions that were looked at.
    pub candidates: usize,
    /// Files of the index that were read.
    pub requests: usize,
    /// Their bytes, packed.
    pub bytes: usize,
    /// Whether there may be older ones.
    pub is_more: bool,
    /// Whether sessions may be missing because files of the index are.
    pub is_incomplete: bool,
}

/// A session that holds the query.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The session.
    pub line: Line,
    /// How many things in it hold the query.
    pub count: usize,
}

/// Searches the archive in `data_dir` until `most` sessions are found that hold all of `terms` in one thing, and none of `without` there; both
/// folded.
pub fn search(data_dir: &Path, terms: &[String], without: &[String], most: usize) -> Result<Outcome, PublishError> {
    let folder = data_dir.join("search");
    let mut outcome = Outcome::default();
    let mut read = |path: &str| -> Option<Vec<u8>> {
        let path = folder.join(path);
        outcome.requests += 1;
        outcome.bytes += usize::try_from(std::fs::metadata(&path).ok()?.len()).ok()?;
        unpacked(&path).ok()
    };
    let path = folder.join(ROOT);
    let damaged = |error| PublishError::Io { path: path.clone(), source: io::Error::new(io::ErrorKind::InvalidData, error) };
    let root = read(ROOT).ok_or_else(|| PublishError::Io { path: path.clone(), source: io::ErrorKind::NotFound.into() })?;
    let root = Rc::new(Root::read(&root).map_err(|damage| damaged(damage.to_string()))?);
    let mut plan = Plan::new(&root, terms);
    let mut pages = BTreeMap::new();
    let mut seen = std::collections::BTreeSet::new();
    let mut hits = Vec::new();
    let mut candidates = 0;
    loop {
        while let Some(path) = plan.wanted().first() {
            plan.give(path, read(path).as_deref());
        }
        let found = plan.found();
        for candidate in found.candidates {
            if hits.len() >= most || !seen.insert(candidate.number) {
                continue;
            }
            candidates += 1;
            let Some(page) = root.table_page(candidate.number) else { continue };
            let lines =
                pages.entry(page.first).or_insert_with(|| read(&page.path).and_then(|bytes| page.read(&bytes).ok()).unwrap_or_default());
            let Some(line) = lines.get((candidate.number - page.first) as usize) else { continue };
            let path = data_dir.join("sessions").join(format!("{}.json", line.id));
            let bytes = std::fs::read(&path).map_err(|source| PublishError::Io { path, source })?;
            let count = crate::read::read(&bytes).map_or(0, |reading| count(&reading.session, terms, without));
            if count > 0 {
                hits.push(Hit { line: line.clone(), count });
            }
        }
        if hits.len() >= most || !found.is_more {
            outcome.is_more = found.is_more;
            outcome.is_incomplete = found.is_incomplete;
            break;
        }
        plan.more();
    }
    outcome.candidates = candidates;
    outcome.hits = hits;
    Ok(outcome)
}

/// How many things of a session hold all terms, and none of what they must not hold.
fn count(session: &Session, terms: &[String], without: &[String]) -> usize {
    let holds = |texts: &[String], part: &str| texts.iter().any(|text| text.contains(part));
    let texts = items(session, &Lookup::new(session));
    let texts = texts.iter().map(|item| item.body.iter().chain([&item.head]).map(|text| fold(text)).collect::<Vec<_>>());
    let is_hit = |texts: &Vec<String>| terms.iter().all(|term| holds(texts, term)) && !without.iter().any(|part| holds(texts, part));
    texts.filter(is_hit).count()
}
