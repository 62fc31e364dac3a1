//! Which sessions of the archive may hold what is searched for: the index beside the page, fetched file by file as it is needed.

use crate::model::SessionId;
use crate::order::{insert, ordered};
use crate::route::Asked;
use crate::search::index::{Candidate, FOLDER, Names, Plan, ROOT, Root, TablePage};
use crate::search::{Query, fold};
use crate::ui::data::sessions;
use crate::ui::web::gzip::gunzip;
use crate::ui::web::task::{Task, all};
use std::cell::RefCell;
use std::rc::Rc;

/// No file of the index is larger, unpacked.
const LIMIT_BYTES: u64 = 16 << 20;
/// Of the names that letters stand for so many are looked up.
const NAMES: usize = 4;

thread_local! {
    /// The root and the files that were fetched in this visit. They are named by their content, so they stay what they are.
    static ROOTED: RefCell<Option<Rc<Root>>> = const { RefCell::new(None) };
    static FILES: RefCell<Vec<(String, Rc<Vec<u8>>)>> = const { RefCell::new(Vec::new()) };
}

/// The sessions that may hold a query, best first.
pub struct Candidates {
    /// The index, and the ways to what is asked for; without one every session of the list is a candidate.
    index: Option<(Rc<Root>, Vec<Plan>)>,
    /// What the sessions are limited to.
    body: Option<String>,
    year: Option<String>,
    /// Ids of the list that are still to be given, where there is no index or a part of it is missing.
    ids: Vec<SessionId>,
    /// Numbers of the index that are still to be given, and those that were found so far.
    numbers: Vec<u32>,
    found: Vec<u32>,
    /// Whether there are older sessions that were not looked at.
    is_more: bool,
    /// Whether files of the index were missing or damaged.
    pub is_incomplete: bool,
}

impl Candidates {
    /// Begins a search; `listed` are the sessions that the list has, for where there is no index.
    pub async fn new(query: &Query, asked: &Asked, listed: Vec<SessionId>) -> Self {
        let (body, year) = (asked.body.clone(), asked.year.map(|year| year.to_string()));
        let none =
            Self { index: None, body, year, ids: listed, numbers: Vec::new(), found: Vec::new(), is_more: false, is_incomplete: false };
        let root = match root().await {
            Ok(Some(root)) => root,
            Ok(None) => return none,
            Err(()) => return Self { is_incomplete: true, ..none },
        };
        // Letters may be a name. One of the terms is looked up so, for every session is searched itself anyway.
        let spelled = query.terms.iter().find(|term| term.is_spelled()).map(|term| term.text.clone());
        let mut meanings = vec![spelled.clone()];
        let mut is_incomplete = false;
        let han = spelled.as_ref().and_then(|term| term.split(|part: char| part.is_ascii()).find(|part| !part.is_empty()));
        if let Some(han) = han {
            // Of a mixture only the characters are looked up.
            meanings.push(Some(han.to_owned()));
        } else if let Some(letters) = &spelled {
            let mut names = Names::new(&root, letters);
            loop {
                let wanted = names.wanted();
                if wanted.is_empty() {
                    break;
                }
                for (path, bytes) in files(wanted).await {
                    names.give(&path, bytes.as_deref().map(Vec::as_slice));
                }
            }
            is_incomplete = names.is_incomplete;
            meanings.extend(names.found().into_iter().take(NAMES).map(|name| Some(name.name)));
        }
        // A session has the name of its body.
        let mut plain: Vec<String> = asked.body.iter().map(|body| fold(body)).collect();
        plain.extend(query.terms.iter().filter(|term| !term.is_spelled()).map(|term| term.text.clone()));
        let mut plans = Vec::new();
        for meaning in meanings {
            let mut parts = plain.clone();
            parts.extend(meaning);
            plans.push(Plan::new(&root, &parts));
        }
        Self { index: Some((root, plans)), is_more: true, is_incomplete, ..none }
    }

    /// Whether there is an index.
    pub fn has_index(&self) -> bool {
        self.index.is_some()
    }

    /// Whether there are further candidates, or may be.
    pub fn is_left(&self) -> bool {
        self.is_more || !self.numbers.is_empty() || self.goes_by_list() && !self.ids.is_empty()
    }

    fn goes_by_list(&self) -> bool {
        self.index.is_none() || self.is_incomplete
    }

    /// The next sessions, at most so many: those with titles that may fit, then the newest.
    pub async fn next(&mut self, most: usize) -> Vec<SessionId> {
        if self.goes_by_list() && self.numbers.is_empty() && !self.is_more {
            return self.ids.drain(..most.min(self.ids.len())).collect();
        }
        let Some((root, plans)) = &mut self.index else { return Vec::new() };
        if self.numbers.is_empty() && self.is_more {
            let is_start = self.found.is_empty();
            self.is_more = false;
            let mut candidates: Vec<Candidate> = Vec::new();
            for plan in plans {
                if !is_start {
                    plan.more();
                }
                loop {
                    let wanted = plan.wanted();
                    if wanted.is_empty() {
                        break;
                    }
                    for (path, bytes) in files(wanted).await {
                        plan.give(&path, bytes.as_deref().map(Vec::as_slice));
                    }
                }
                let found = plan.found();
                self.is_more |= found.is_more;
                self.is_incomplete |= found.is_incomplete;
                candidates.extend(found.candidates);
            }
            for candidate in ordered(&candidates, |a, b| b.is_heading.cmp(&a.is_heading)) {
                if insert(&mut self.found, candidate.number) {
                    self.numbers.push(candidate.number);
                }
            }
        }
        let numbers = self.numbers.drain(..most.min(self.numbers.len()));
        let pages: Vec<(u32, TablePage)> = numbers.filter_map(|number| Some((number, root.table_page(number)?))).collect();
        let mut wanted = Vec::new();
        for (_, page) in &pages {
            insert(&mut wanted, page.path.clone());
        }
        let files = files(wanted).await;
        let mut ids = Vec::new();
        for (number, page) in &pages {
            let file = files.iter().find(|(path, _)| *path == page.path).and_then(|(_, bytes)| bytes.as_deref());
            let line = file.and_then(|bytes| page.read(bytes).ok()?.into_iter().nth((number - page.first) as usize));
            match line {
                Some(line) if self.body.as_ref().is_some_and(|body| line.body != *body) => {}
                Some(line) if self.year.as_ref().is_some_and(|year| !line.day.starts_with(year)) => {}
                Some(line) => ids.push(SessionId(line.id)),
                None => self.is_incomplete = true,
            }
        }
        ids
    }
}

/// The root of the index; `None` where there is none, an error where it cannot be read.
async fn root() -> Result<Option<Rc<Root>>, ()> {
    if let Some(root) = ROOTED.with_borrow(Clone::clone) {
        return Ok(Some(root));
    }
    let Ok(packed) = sessions::beside(&format!("{FOLDER}{ROOT}")).await else { return Ok(None) };
    let bytes = gunzip(&packed, LIMIT_BYTES).await.map_err(drop)?;
    let root = Rc::new(Root::read(&bytes).map_err(drop)?);
    ROOTED.set(Some(root.clone()));
    Ok(Some(root))
}

type File = (String, Option<Rc<Vec<u8>>>);

/// Files of the index, unpacked, beside one another; what could not be had is `None`.
async fn files(paths: Vec<String>) -> Vec<File> {
    all(paths.into_iter().map(file).collect()).await
}

fn file(path: String) -> Task<File> {
    Box::pin(async move {
        if let Some(known) = FILES.with_borrow(|files| files.iter().find(|(known, _)| *known == path).map(|(_, bytes)| bytes.clone())) {
            return (path, Some(known));
        }
        let packed = sessions::beside(&format!("{FOLDER}{path}")).await.ok();
        let bytes = match &packed {
            Some(packed) => gunzip(packed, LIMIT_BYTES).await.ok().map(Rc::new),
            None => None,
        };
        if let Some(bytes) = &bytes {
            FILES.with_borrow_mut(|files| files.push((path.clone(), bytes.clone())));
        }
        (path, bytes)
    })
}
