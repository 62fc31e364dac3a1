//! Which sessions of the archive may hold what is searched for: the index beside the page, fetched file by file as it is needed.

use crate::model::SessionId;
use crate::order::{insert, ordered};
use crate::recent::Recent;
use crate::route::Asked;
use crate::search::index::{Candidate, FOLDER, Line, Names, Plan, ROOT, Root, TablePage};
use crate::search::{Query, fold};
use crate::ui::data::sessions;
use crate::ui::state::failure::Failure;
use crate::ui::web::gzip::gunzip;
use futures::future::LocalBoxFuture;
use futures::future::join_all;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::AbortSignal;

/// No file of the index is larger, unpacked.
const LIMIT_BYTES: u64 = 16 << 20;
/// Of the names that letters stand for so many are looked up.
const NAMES: usize = 4;
/// So many files stay unpacked: what a few searches go through.
const FILES_KEPT: usize = 128;

thread_local! {
    /// The root and the files that were fetched in this visit. They are named by their content, so they stay what they are.
    static ROOTED: RefCell<Option<Rc<Root>>> = const { RefCell::new(None) };
    static FILES: RefCell<Recent<String, Rc<Vec<u8>>>> = RefCell::default();
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
    /// Numbers of the index that are still to be looked up in its table, and all that were found so far.
    numbers: Vec<u32>,
    found: Vec<u32>,
    /// Sessions of the index that are still to be given.
    ready: Vec<SessionId>,
    /// Whether there are older sessions that were not looked at.
    is_more: bool,
    /// Whether files of the index were missing or damaged.
    pub is_incomplete: bool,
    /// Ends its requests.
    signal: Option<AbortSignal>,
}

/// The next sessions that may hold a query.
#[derive(Debug, Default)]
pub struct Batch {
    /// Their ids.
    pub ids: Vec<SessionId>,
    /// Where there are none: so many files were looked through in which nothing fits the limits.
    pub in_vain: usize,
}

impl Candidates {
    /// Begins a search, of which `signal` ends the requests; `listed` are the sessions that the list has, for where there is no index.
    pub async fn new(query: &Query, asked: &Asked, listed: Vec<SessionId>, signal: Option<AbortSignal>) -> Self {
        let none = Self {
            index: None,
            body: asked.body.clone(),
            year: asked.year.map(|year| year.to_string()),
            ids: listed,
            numbers: Vec::new(),
            found: Vec::new(),
            ready: Vec::new(),
            is_more: false,
            is_incomplete: false,
            signal: signal.clone(),
        };
        let root = match root(signal.clone()).await {
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
                for (path, bytes) in files(wanted, signal.as_ref()).await {
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
        self.is_more || !self.ready.is_empty() || !self.numbers.is_empty() || self.goes_by_list() && !self.ids.is_empty()
    }

    fn goes_by_list(&self) -> bool {
        self.index.is_none() || self.is_incomplete
    }

    /// The next sessions, at most so many: those with titles that may fit, then the newest. One call asks for few files, so that the reader
    /// can be asked whether to go on even where none of many sessions fits the limits.
    pub async fn next(&mut self, most: usize) -> Batch {
        let mut in_vain = 0;
        if self.ready.is_empty() {
            if self.numbers.is_empty() && self.is_more {
                self.look_up().await;
                in_vain += 1;
            }
            if !self.numbers.is_empty() {
                in_vain += self.read_table(most).await;
            } else if !self.is_more && self.goes_by_list() {
                return Batch { ids: self.ids.drain(..most.min(self.ids.len())).collect(), in_vain: 0 };
            }
        }
        let ids: Vec<SessionId> = self.ready.drain(..most.min(self.ready.len())).collect();
        Batch { in_vain: if ids.is_empty() { in_vain } else { 0 }, ids }
    }

    /// Looks up what is asked for in the next range of sessions.
    async fn look_up(&mut self) {
        let Some((_, plans)) = &mut self.index else { return };
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
                for (path, bytes) in files(wanted, self.signal.as_ref()).await {
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

    /// Looks up the next numbers in the table, and all that follow on the same pages of it; says how many pages that were. What the limits
    /// do not let through is passed over.
    async fn read_table(&mut self, most: usize) -> usize {
        let Some((root, _)) = &self.index else { return 0 };
        let mut pages: Vec<TablePage> = Vec::new();
        for page in self.numbers.iter().take(most).filter_map(|number| root.table_page(*number)) {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        // A number that no page has, in a damaged index, stands for nothing.
        let numbers: Vec<(u32, Option<usize>)> = (self.numbers.iter())
            .map_while(|number| match root.table_page(*number) {
                Some(page) => Some((*number, Some(pages.iter().position(|known| *known == page)?))),
                None => Some((*number, None)),
            })
            .collect();
        self.numbers.drain(..numbers.len());
        let files = files(pages.iter().map(|page| page.path.clone()).collect(), self.signal.as_ref()).await;
        let tables: Vec<Vec<Line>> =
            pages.iter().zip(files).map(|(page, (_, bytes))| bytes.and_then(|bytes| page.read(&bytes).ok()).unwrap_or_default()).collect();
        for (number, page) in numbers {
            let Some(page) = page else { continue };
            match tables[page].get((number - pages[page].first) as usize) {
                Some(line) if self.body.as_ref().is_some_and(|body| line.body != *body) => {}
                Some(line) if self.year.as_ref().is_some_and(|year| !line.day.starts_with(year)) => {}
                Some(line) => self.ready.push(SessionId(line.id.clone())),
                None => self.is_incomplete = true,
            }
        }
        pages.len()
    }
}

/// The root of the index; `None` where the archive has none, an error where it cannot be had or read.
async fn root(signal: Option<AbortSignal>) -> Result<Option<Rc<Root>>, ()> {
    if let Some(root) = ROOTED.with_borrow(Clone::clone) {
        return Ok(Some(root));
    }
    let packed = match sessions::beside_until(&format!("{FOLDER}{ROOT}"), signal).await {
        Ok(packed) => packed,
        Err(Failure::NotFound { .. }) => return Ok(None),
        Err(_) => return Err(()),
    };
    let bytes = gunzip(&packed, LIMIT_BYTES).await.map_err(drop)?;
    let root = Rc::new(Root::read(&bytes).map_err(drop)?);
    ROOTED.set(Some(root.clone()));
    Ok(Some(root))
}

type File = (String, Option<Rc<Vec<u8>>>);

/// Files of the index, unpacked, beside one another; what could not be had is `None`.
async fn files(paths: Vec<String>, signal: Option<&AbortSignal>) -> Vec<File> {
    join_all(paths.into_iter().map(|path| file(path, signal.cloned()))).await
}

fn file(path: String, signal: Option<AbortSignal>) -> LocalBoxFuture<'static, File> {
    Box::pin(async move {
        if let Some(known) = FILES.with_borrow_mut(|files| files.get(&path).cloned()) {
            return (path, Some(known));
        }
        let packed = sessions::beside_until(&format!("{FOLDER}{path}"), signal).await.ok();
        let bytes = match &packed {
            Some(packed) => gunzip(packed, LIMIT_BYTES).await.ok().map(Rc::new),
            None => None,
        };
        if let Some(bytes) = &bytes {
            FILES.with_borrow_mut(|files| {
                files.put(path.clone(), bytes.clone());
                files.shrink(FILES_KEPT, 0, |_| Some(1));
            });
        }
        (path, bytes)
    })
}
