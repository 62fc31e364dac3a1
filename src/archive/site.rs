//! Publishing an archive as a site: session files and the built program in, a folder for any static host out. Host only.
//!
//! Beside the program and the data, every session has a page of its own that can be read without scripts, and the site has feeds and a sitemap.
//! The same input gives the same bytes. A build is made in a folder beside the site, which takes the site's place in one step; what is
//! unchanged since the last build, by the hashes that it left in [`LEDGER`], is taken over as it is. The site before stays beside the new one
//! and becomes the next, so that a change costs what it changes: linking and removing thousands of files takes longer than reading them.

mod cross_session;
mod frame;
mod ledger;
mod lists;
mod ours;
mod place;

pub use ledger::LEDGER;

use super::told::entry;
use crate::catalogue::{Entry, SESSIONS, catalogue, make, page_path, whole_catalogue};
use crate::check::Severity;
use crate::hash::sha256;
use crate::model::Session;
use crate::parallel::in_parallel;
use crate::publish::{CrossSessionIssue, Problem, PublishError, checked_to, session_files};
use crate::read::fits;
use crate::search::index::FOLDER;
use crate::search::index::write::{self as search, Input, Job};
use frame::App;
use ledger::{Ledger, Record};
use place::Place;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a site is made of.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The folder whose `sessions/*.json` are published.
    pub data: &'a Path,
    /// The folder of the site; it must be absent, empty, or an earlier build.
    pub out: &'a Path,
    /// The folder of the built program.
    pub app: &'a Path,
    /// The address that the site will have, ending in a slash. Without it there are no feeds, no sitemap and no absolute links.
    pub site: Option<&'a str>,
    /// Which program this is: another one makes every page anew.
    pub program: &'a str,
    /// What to do about sessions that are not as they should be.
    pub mode: Mode,
}

/// What a build does about sessions that are not as they should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is published where one has an error; warnings are told.
    #[default]
    Whole,
    /// Nor is it where one has a warning, or sessions do not fit together.
    Strict,
    /// Those with errors are left out and told.
    KeepGoing,
}

/// What a build did.
#[derive(Debug)]
pub struct Report {
    /// Sessions of the site.
    pub sessions: usize,
    /// How many of them were read and written again.
    pub changed: usize,
    /// What does not fit between sessions. It does not keep them from being published.
    pub cross_session_issues: Vec<CrossSessionIssue>,
    /// The files whose sessions have warnings, which does not keep them from being published either.
    pub warned: Vec<PathBuf>,
    /// What was left out, and why; only where it was asked to keep going.
    pub left_out: Vec<(PathBuf, Problem)>,
}

/// Makes the site. Where this fails the site that was there is as it was.
pub fn build(plan: &Plan<'_>) -> Result<Report, PublishError> {
    place::apart(plan)?;
    let app = App::read(plan.app)?;
    let made_by = sha256([plan.program, &app.hash, plan.site.unwrap_or_default()].join("\n").as_bytes());
    let place = Place::claim(plan.out, &made_by)?;
    let before = Before::read(&place, &made_by);
    match fill(plan, &app, &place, &before, &made_by) {
        Ok(report) => place.exchange(&made_by).map(|()| report),
        Err(error) => {
            place.discard();
            Err(error)
        }
    }
}

/// What an earlier build left, where this one can use it.
#[derive(Default)]
struct Before {
    records: BTreeMap<String, Record>,
    entries: BTreeMap<String, Entry>,
}

/// A session of an earlier build that is in the new site already.
struct Kept {
    id: String,
    entry: Entry,
    record: Record,
}

impl Before {
    fn read(place: &Place, made_by: &str) -> Self {
        let Some(ledger) = place.ledger.as_ref().filter(|ledger| ledger.made_by == made_by) else { return Self::default() };
        // A catalogue that is not as it was written must not come back with the entries that are taken from it.
        let is_sound = |path: &str, bytes: &[u8]| ledger.files.as_ref().is_some_and(|files| files.get(path) == Some(&sha256(bytes)));
        let read = |path: &str| fs::read(place.out.join(path)).ok().filter(|bytes| is_sound(path, bytes));
        let entries = whole_catalogue(&read).unwrap_or_default().sessions.into_iter().map(|entry| (entry.id.to_string(), entry));
        Self { records: ledger.sessions.clone(), entries: entries.collect() }
    }

    /// Puts a session whose file has not changed into the new site as it is.
    fn keep(&self, mode: Mode, place: &Place, path: &Path) -> Option<Kept> {
        let id = path.file_stem()?.to_str()?;
        let (record, entry) = (self.records.get(id)?, self.entries.get(id)?);
        if mode == Mode::Strict && record.warnings > 0 {
            return None;
        }
        // What cannot be read is told when it is its turn.
        fits(fs::metadata(path).ok()?.len()).ok()?;
        let is_same = sha256(&fs::read(path).ok()?) == record.sha256;
        let is_kept = is_same && place.take_over(id, record, [&data_of(id), &page_of(id)]);
        is_kept.then(|| Kept { id: id.to_owned(), entry: entry.clone(), record: record.clone() })
    }
}

/// Writes everything into the new folder.
fn fill(plan: &Plan<'_>, app: &App, place: &Place, before: &Before, made_by: &str) -> Result<Report, PublishError> {
    let mut found = Found::default();
    let mut problems = Vec::new();
    for folder in [SESSIONS, "s"] {
        place.folder(Path::new(folder))?;
    }
    let files = session_files(&plan.data.join("sessions"))?;
    let kept = if before.records.is_empty() { Vec::new() } else { in_parallel(&files, |path| before.keep(plan.mode, place, path)) };
    for (path, kept) in files.into_iter().zip(kept.into_iter().chain(std::iter::repeat_with(|| None))) {
        let result = match kept {
            Some(kept) => found.keep(kept, &path),
            None => one(plan, app, place, &path, &mut found),
        };
        match result {
            Ok(()) => {}
            Err(Stop::Problem(problem)) => {
                if plan.mode == Mode::KeepGoing {
                    // Another file may rightly have the id that this one claims.
                    found.files.retain(|_, of| *of != path);
                }
                problems.push((path, problem));
            }
            Err(Stop::Fail(error)) => return Err(error),
        }
    }
    // To keep going with nothing would only take the site away.
    if !problems.is_empty() && (plan.mode != Mode::KeepGoing || found.entries.is_empty()) {
        return Err(PublishError::Problems(problems));
    }
    let Found { entries, records, changed, files: files_of } = found;
    place.sweep(|id| records.contains_key(id), |id| [data_of(id), page_of(id)]);
    let catalogue = catalogue(&entries);
    make(&catalogue, &mut |path, text| place.write(Path::new(path), text.as_bytes()))?;
    app.write(place, plan.site)?;
    if let Some(site) = plan.site {
        lists::write(place, site, &catalogue, &records)?;
    }
    let index = index(plan, place, &files_of, &records)?;
    let cross_session_issues = cross_session::cross_session_issues(&catalogue, &records);
    if plan.mode == Mode::Strict && !cross_session_issues.is_empty() {
        return Err(PublishError::Crossings(cross_session_issues));
    }
    let warned = records.iter().filter(|(_, record)| record.warnings > 0).filter_map(|(id, _)| files_of.get(id).cloned()).collect();
    let top = place.top()?;
    let files = Some(place.written());
    let ledger = Ledger { made_by: made_by.to_owned(), top, files, index, sessions: records, ..Ledger::default() };
    place.write(Path::new(LEDGER), ledger.text().as_bytes())?;
    Ok(Report { sessions: catalogue.sessions.len(), changed, cross_session_issues, warned, left_out: problems })
}

/// The index for search: that of the site before, where the sessions are still the same. Gives the paths of its files.
fn index(
    plan: &Plan<'_>,
    place: &Place,
    files: &BTreeMap<String, PathBuf>,
    records: &BTreeMap<String, Record>,
) -> Result<Vec<String>, PublishError> {
    let input = |(id, record): (&String, &Record)| {
        files.get(id).map(|path| Input { id: id.clone(), sha256: record.sha256.clone(), path: path.clone() })
    };
    let inputs: Vec<Input> = records.iter().filter_map(input).collect();
    let [folder, previous] = place.both(Path::new(FOLDER));
    search::write(&Job { inputs: &inputs, folder: &folder, previous: &previous, program: plan.program })?;
    Ok(search::files(&folder).into_iter().map(|path| format!("{FOLDER}{path}")).collect())
}

#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    records: BTreeMap<String, Record>,
    files: BTreeMap<String, PathBuf>,
    changed: usize,
}

impl Found {
    fn keep(&mut self, kept: Kept, path: &Path) -> Result<(), Stop> {
        let Kept { id, entry, record } = kept;
        if let Some(other) = self.files.get(&id) {
            return Err(Stop::Problem(Problem::SameId { id, other: other.clone() }));
        }
        self.files.insert(id.clone(), path.to_owned());
        self.records.insert(id, record);
        self.entries.push(entry);
        Ok(())
    }
}

/// Why a session is not written: it must not be, which is reported with the others, or nothing can be.
enum Stop {
    Problem(Problem),
    Fail(PublishError),
}

impl From<PublishError> for Stop {
    fn from(error: PublishError) -> Self {
        Self::Fail(error)
    }
}

/// Writes one session; only one at a time is held in memory.
fn one(plan: &Plan<'_>, app: &App, place: &Place, path: &Path, found: &mut Found) -> Result<(), Stop> {
    let failed = |source| Stop::Problem(Problem::Io(source));
    fits(fs::metadata(path).map_err(failed)?.len()).map_err(|error| Stop::Problem(Problem::Unreadable(error)))?;
    let bytes = fs::read(path).map_err(failed)?;
    let worst = if plan.mode == Mode::Strict { Severity::Warning } else { Severity::Error };
    let (session, warnings) = checked_to(worst, &bytes).map_err(Stop::Problem)?;
    let id = session.id.to_string();
    if let Some(other) = found.files.get(&id) {
        return Err(Stop::Problem(Problem::SameId { id, other: other.clone() }));
    }
    found.files.insert(id.clone(), path.to_owned());
    if !is_folder_name(&id) {
        return Err(Stop::Problem(Problem::Folder { id }));
    }
    if path.file_stem().and_then(|stem| stem.to_str()) != Some(id.as_str()) {
        return Err(Stop::Problem(Problem::FileName { id }));
    }
    let page = app.page(&session, plan.site);
    place.put(&data_of(&id), &bytes)?;
    place.put(&page_of(&id), page.as_bytes())?;
    found.records.insert(id, Record { warnings, ..Record::of(&session, sha256(&bytes), sha256(page.as_bytes())) });
    found.entries.push(entry(&session, bytes.len() as u64));
    found.changed += 1;
    Ok(())
}

/// Where the file of a session is in a site.
fn data_of(id: &str) -> PathBuf {
    Path::new(SESSIONS).join(format!("{id}.json"))
}

/// Where the page of a session is.
fn page_of(id: &str) -> PathBuf {
    Path::new("s").join(id).join("index.html")
}

/// Whether an id can name a folder on every system and leaves no folder.
fn is_folder_name(id: &str) -> bool {
    let is_refused = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    !id.is_empty() && id.len() <= 200 && !id.starts_with('.') && !id.ends_with(['.', ' ']) && !id.contains(is_refused)
}

/// The absolute address of a session's page.
fn page_url(site: &str, id: &crate::model::SessionId) -> String {
    format!("{site}{}", page_path(id))
}

/// The feed of one congress, relative to the site: named by a hash, for names hold what addresses and file names must not.
fn body_feed(name: &str) -> String {
    format!("feeds/{}.xml", &sha256(name.as_bytes())[..16])
}

/// The title, which says so where the session is made up.
fn marked(lang: crate::i18n::Lang, title: &str, is_sample: bool) -> String {
    if is_sample && !title.contains(lang.texts().sample) { format!("{} · {title}", lang.texts().sample) } else { title.to_owned() }
}

/// The language that most of a page is in.
fn language(session: &Session) -> crate::i18n::Lang {
    crate::write::html::language(&[session])
}
