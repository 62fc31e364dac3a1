//! Which sessions of the archive may hold what is searched for: the index beside the page, fetched file by file as it is needed.

use super::doors;
use super::gzip::gunzip;
use super::live::{Task, all};
use crate::model::SessionId;
use crate::order::{insert, ordered};
use crate::search::{Query, Term};
use crate::search::index::{Candidate, FOLDER, Names, Plan, ROOT, Root, TablePage};
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

/// The sessions that may hold a query, and the way to older ones.
pub struct Candidates {
    root: Rc<Root>,
    plans: Vec<Plan>,
    /// The numbers that were given already.
    given: Vec<u32>,
    /// Whether there are older ones that were not looked at.
    pub is_more: bool,
    /// Whether files of the index were missing or damaged.
    pub is_incomplete: bool,
}

impl Candidates {
    /// Begins a search; `None` where there is no index that can be read.
    pub async fn new(query: &Query) -> Option<Self> {
        let root = root().await?;
        let mut is_incomplete = false;
        // Letters may be a name; one of the terms is looked up so, for every session is searched itself anyway.
        let spelled = query.terms.iter().position(Term::is_spelled);
        let mut meanings: Vec<Option<String>> = vec![spelled.map(|at| query.terms[at].text.clone())];
        if let Some(at) = spelled {
            let mut names = Names::new(&root, &query.terms[at].text);
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
        let plain: Vec<String> = query.terms.iter().filter(|term| !term.is_spelled()).map(|term| term.text.clone()).collect();
        let parts = |meaning: Option<String>| plain.iter().cloned().chain(meaning).collect::<Vec<_>>();
        let plans = meanings.into_iter().map(|meaning| Plan::new(&root, &parts(meaning))).collect();
        Some(Self { root, plans, given: Vec::new(), is_more: false, is_incomplete })
    }

    /// The numbers of the next sessions, those with titles that may fit first, then the newest; again after [`Candidates::older`].
    pub async fn next(&mut self) -> Vec<u32> {
        let mut found: Vec<Candidate> = Vec::new();
        self.is_more = false;
        for plan in &mut self.plans {
            loop {
                let wanted = plan.wanted();
                if wanted.is_empty() {
                    break;
                }
                for (path, bytes) in files(wanted).await {
                    plan.give(&path, bytes.as_deref().map(Vec::as_slice));
                }
            }
            let some = plan.found();
            self.is_more |= some.is_more;
            self.is_incomplete |= some.is_incomplete;
            found.extend(some.candidates);
        }
        let found = ordered(&found, |a, b| b.is_heading.cmp(&a.is_heading));
        found.into_iter().map(|candidate| candidate.number).filter(|number| insert(&mut self.given, *number)).collect()
    }

    /// Looks further back.
    pub fn older(&mut self) {
        self.plans.iter_mut().for_each(Plan::more);
    }

    /// The ids of sessions by their numbers, in their order. One of which nothing can be had is left out and makes the answer incomplete.
    pub async fn ids(&mut self, numbers: &[u32]) -> Vec<SessionId> {
        let pages: Vec<_> = numbers.iter().filter_map(|number| Some((*number, self.root.table_page(*number)?))).collect();
        let mut wanted = Vec::new();
        for (_, page) in &pages {
            insert(&mut wanted, page.path.clone());
        }
        let files = files(wanted).await;
        let id = |(number, page): &(u32, TablePage)| {
            let (_, bytes) = files.iter().find(|(path, _)| *path == page.path)?;
            let line = page.read(bytes.as_deref()?).ok()?.into_iter().nth((number - page.first) as usize)?;
            Some(SessionId(line.id))
        };
        let ids: Vec<SessionId> = pages.iter().filter_map(id).collect();
        self.is_incomplete |= ids.len() < numbers.len();
        ids
    }
}

async fn root() -> Option<Rc<Root>> {
    if let Some(root) = ROOTED.with_borrow(Clone::clone) {
        return Some(root);
    }
    let (_, bytes) = file(ROOT.to_owned()).await;
    let root = Rc::new(Root::read(&bytes?).ok()?);
    ROOTED.set(Some(root.clone()));
    Some(root)
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
        let packed = doors::beside(&format!("{FOLDER}{path}")).await.ok();
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
