//! The way of a search over the reader's own sessions and the archive: session by session, what is found is shown as it comes.
//!
//! A search is one [`Run`]. When the question changes or the page is left the run ends: its requests are aborted, and what still comes of it
//! is dropped where it waits for that ([`Run::held`]).

mod conclusion;
mod run;

use crate::archive::Entry;
use crate::digest::listing::year;
use crate::i18n::{Find, Lang, fill};
use crate::model::SessionId;
use crate::route::{Asked, SessionSource};
use crate::search::{Hit, Query, Rank};
use crate::ui::data::index::{Batch, Candidates};
use crate::ui::data::{library, readings, sessions};
use crate::ui::pages::search::matching::nothing_asked;
use crate::ui::state::{App, Ctx, Load, LoadedSession, Origin};
use crate::ui::web::timing::next_task;
use conclusion::Conclusion;
pub use conclusion::Next;
use futures::future::join_all;
use leptos::prelude::*;
use leptos::task::spawn_local;
use run::Run;
use std::rc::Rc;
use std::sync::Arc;

/// So many sessions are fetched at a time.
const AT_ONCE: usize = 6;
/// After so many sessions with something in them, or so many without, the reader is asked whether to go on.
const ENOUGH: usize = 10;
const LOOKED: usize = 60;

/// What the search of the page shows.
#[derive(Clone, Copy)]
pub struct Sweep {
    app: App,
    lang: Lang,
    /// How far it has come, or what came of it, in words.
    pub status: RwSignal<String>,
    /// What the reader must know besides.
    pub notes: RwSignal<Vec<String>>,
    /// Sessions in which a title fits.
    pub titles: RwSignal<Vec<FoundIn>>,
    /// The other sessions.
    pub texts: RwSignal<Vec<FoundIn>>,
    /// What the reader can do now.
    pub next: RwSignal<Next>,
    /// The search that has come to rest.
    pub rested: RwSignal<Option<Asked>>,
    run: StoredValue<Option<Rc<Run>>, LocalStorage>,
    /// How many searches there were; what one found is not taken for what another one did.
    count: StoredValue<u32>,
}

/// What was found in a session.
#[derive(Clone)]
pub struct FoundIn {
    /// The search, and the session's id or address.
    pub key: (u32, String),
    /// The session.
    pub ctx: Ctx,
    /// What was found.
    pub hits: Vec<Hit>,
    /// What was searched for.
    pub asked: Asked,
    /// What that means in this session.
    pub query: Arc<Query>,
}

impl Sweep {
    /// Nothing is searched for yet. What is under way ends with the component around.
    pub fn new(app: App, lang: Lang) -> Self {
        let sweep = Self {
            app,
            lang,
            status: RwSignal::default(),
            notes: RwSignal::default(),
            titles: RwSignal::default(),
            texts: RwSignal::default(),
            next: RwSignal::default(),
            rested: RwSignal::default(),
            run: StoredValue::new_local(None),
            count: StoredValue::new(0),
        };
        on_cleanup(move || sweep.abandon());
        sweep
    }

    /// Ends the search that is under way, if one is.
    fn abandon(self) {
        if let Some(run) = self.run.try_update_value(Option::take).flatten() {
            run.end();
        }
    }

    /// Ends the search before and takes away what it found. Says whether there is something to search for.
    pub fn clear(self, asked: &Asked) -> bool {
        self.abandon();
        for found in [self.titles, self.texts] {
            found.set(Vec::new());
        }
        self.notes.set(Vec::new());
        self.rested.set(None);
        let query = Query::parse(&asked.text);
        let (status, next) = match () {
            () if asked.text.trim().is_empty() => (String::new(), Next::Recent),
            () if query.terms.is_empty() => (nothing_asked(Find::of(self.lang), asked, &query), Next::Wait),
            () => (self.lang.texts().loading.to_owned(), Next::Wait),
        };
        self.status.set(status);
        self.next.set(next);
        !query.terms.is_empty()
    }

    /// Begins a search.
    pub fn begin(self, asked: Asked) {
        if !self.clear(&asked) {
            return;
        }
        self.count.update_value(|count| *count += 1);
        let run = Rc::new(Run::new(self.count.get_value(), asked));
        self.run.set_value(Some(run.clone()));
        spawn_local(async move {
            let _ = self.search(&run).await;
        });
    }

    /// Ends the search at the reader's wish.
    pub fn stop(self) {
        if let Some(run) = self.run.get_value() {
            run.end();
            run.state.borrow_mut().is_stopped = true;
            self.conclude(&run);
        }
    }

    /// Goes on with earlier sessions; from the beginning where it was stopped, for what was under way is lost.
    pub fn go_on(self) {
        let Some(run) = self.run.get_value() else { return };
        let candidates = run.state.borrow_mut().candidates.take();
        match candidates {
            Some(candidates) if !run.is_over() => spawn_local(async move {
                let _ = self.look_on(&run, candidates).await;
            }),
            _ => self.begin_again(),
        }
    }

    /// Searches for the same once more.
    pub fn begin_again(self) {
        if let Some(run) = self.run.get_value() {
            self.begin(run.asked.clone());
        }
    }

    /// Searches what is open or kept in this browser, then the archive until enough is found.
    async fn search(self, run: &Run) -> Option<()> {
        run.held(next_task()).await?;
        let app = self.app;
        let opened = app.opened.with_value(Clone::clone);
        for (source, opened) in opened.into_iter().filter(|(_, opened)| opened.origin != Origin::Archive) {
            self.look(run, &source, &opened);
        }
        run.held(library::read_anew(app)).await?;
        for row in untrack(|| library::look(app, |library| library.rows.clone())) {
            // Where the archive has a session of that name, the link leads there, and the archive's own is searched.
            let source = row.source();
            let is_archived = app.catalogue.with_untracked(
                |list| matches!((list, &source), (Load::Ready(list), SessionSource::Id(id)) if list.sessions.iter().any(|entry| entry.id == *id)),
            );
            // What is open was looked at above.
            let is_open = app.kept(&source).is_some_and(|opened| opened.origin != Origin::Archive);
            if is_archived || is_open {
                continue;
            }
            if let Some(opened) = run.held(library::fetch_cached(&row)).await? {
                self.look(run, &source, &opened);
            }
        }
        let list = self.listed(&run.asked);
        let (has_list, is_all) = list.as_ref().map_or((false, false), |(_, is_all)| (true, *is_all));
        let listed = list.map(|(ids, _)| ids).unwrap_or_default();
        let mut candidates = run.held(Candidates::new(&run.query, &run.asked, listed, run.signal())).await?;
        candidates.is_incomplete |= has_list && !is_all && !candidates.has_index();
        run.state.borrow_mut().is_cut_off = !has_list;
        self.look_on(run, candidates).await
    }

    /// The sessions of the list that the limits let through, and whether the list has all there are; `None` where it could not be had.
    fn listed(self, asked: &Asked) -> Option<(Vec<SessionId>, bool)> {
        let Load::Ready(catalogue) = self.app.catalogue.get_untracked() else { return None };
        let fits = |entry: &&Entry| {
            asked.body.as_deref().is_none_or(|body| entry.assembly.name.as_str() == body)
                && asked.year.is_none_or(|wanted| year(entry) == Some(wanted))
        };
        Some((catalogue.sessions.iter().filter(fits).map(|entry| entry.id.clone()).collect(), catalogue.whole.is_none()))
    }

    /// Searches the next sessions until enough is found.
    async fn look_on(self, run: &Run, mut candidates: Candidates) -> Option<()> {
        let app = self.app;
        self.next.set(Next::Stop);
        let (sessions, looked) = (run.state.borrow().sessions + ENOUGH, run.state.borrow().looked + LOOKED);
        while candidates.is_left() && run.state.borrow().sessions < sessions && run.state.borrow().looked < looked {
            let Batch { ids, in_vain } = run.held(candidates.next(AT_ONCE)).await?;
            run.state.borrow_mut().looked += in_vain;
            let fetch = |id: SessionId| {
                let signal = run.signal();
                async move { (sessions::fetch_cached_until(app, &id, signal).await, id) }
            };
            let came = run.held(join_all(ids.into_iter().map(fetch))).await?;
            for (opened, id) in came {
                if let Some(opened) = opened {
                    self.look(run, &SessionSource::Id(id), &opened);
                } else {
                    let mut state = run.state.borrow_mut();
                    state.failed += 1;
                    state.looked += 1;
                }
            }
            self.status.set(fill(Find::of(self.lang).find_looking, &[&run.state.borrow().looked.to_string()]));
        }
        {
            let mut state = run.state.borrow_mut();
            state.is_incomplete = candidates.is_incomplete;
            // An index that is whole says more than the list.
            state.is_cut_off &= candidates.is_incomplete || !candidates.has_index();
            state.candidates = Some(candidates).filter(Candidates::is_left);
        }
        self.conclude(run);
        Some(())
    }

    /// Searches one session and shows what is found.
    fn look(self, run: &Run, source: &SessionSource, opened: &Arc<LoadedSession>) {
        let (session, asked) = (&opened.session, &run.asked);
        if !run.is_new(source, &session.id) {
            return;
        }
        run.state.borrow_mut().looked += 1;
        let day = session.dates.start.as_ref().or(session.dates.end.value());
        let is_other = asked.body.as_deref().is_some_and(|body| session.assembly.name.as_str() != body)
            || asked.year.is_some_and(|wanted| day.and_then(crate::model::Date::year) != Some(wanted));
        if is_other {
            return;
        }
        let (query, _) = untrack(|| readings::meant(self.app, opened, &asked.text));
        let groups = opened.corpus().find(&query);
        let groups = groups.iter().filter(|group| asked.kind.is_none_or(|kind| kind == group.kind));
        let hits: Vec<Hit> = groups.flat_map(|group| &group.hits).copied().collect();
        let Some(first) = hits.iter().map(|hit| hit.rank).min() else { return };
        {
            let mut state = run.state.borrow_mut();
            state.sessions += 1;
            state.hits += hits.len();
        }
        let key = (run.number, format!("{source:?}"));
        let ctx = Ctx::new(self.app, opened.clone(), source.clone(), self.lang);
        let found = FoundIn { key, ctx, hits, asked: asked.clone(), query: Arc::new(query) };
        let place = if first == Rank::Text { self.texts } else { self.titles };
        place.update(|all| all.push(found));
    }

    /// Says what was found and what was not searched, and what the reader can do now.
    fn conclude(self, run: &Run) {
        let is_unread = matches!(*self.app.pinyin.read_untracked(), Load::Failed(_)) && readings::is_spelled(&run.query);
        let Conclusion { says, notes, next } = Conclusion::of(self.lang, &run.asked, &run.state.borrow(), is_unread);
        self.status.set(says);
        self.notes.set(notes);
        self.next.set(next);
        // What is earlier is the same search.
        if self.rested.with_untracked(Option::is_none) {
            self.rested.set(Some(run.asked.clone()));
        }
    }
}
