//! A search over the reader's own sessions and the archive: session by session, shown as they come.

use crate::archive::Entry;
use crate::digest::listing::{values, year};
use crate::i18n::{Find, Lang, dates, fill};
use crate::model::SessionId;
use crate::order::insert;
use crate::route::{Asked, Door, Filter, Place, Route};
use crate::search::{Group, Hit, Query, Rank, Term};
use crate::ui::actions::navigation;
use crate::ui::components::common::{chooser, dotted, heading, titled};
use crate::ui::data::index::Candidates;
use crate::ui::data::readings::{meant, readings};
use crate::ui::data::{library, sessions};
use crate::ui::pages::search::{nothing_asked, recent, rows, title};
use crate::ui::state::place::asked;
use crate::ui::state::{App, Ctx, Load, Opened, Origin};
use crate::ui::web::dom::{El, bdi, built, button, el, link, with_text};
use crate::ui::web::task::{Task, all, effect, spawn};
use crate::ui::web::timing::next_task;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// So many sessions are fetched at a time.
const AT_ONCE: usize = 6;
/// After so many sessions with something in them, or so many without, the reader is asked whether to go on.
const ENOUGH: usize = 10;
const LOOKED: usize = 60;
/// So many things are shown of a session.
const FEW: usize = 3;
/// With more bodies than this a choice among them is no help.
const BODIES: usize = 200;

/// The page.
pub fn page(app: App) -> AnyView {
    let place = el("div").class("live").follow(Box::new(move || {
        let lang = app.lang.get();
        vec![el("div").class("page one").add(el("div").add(content(app, lang)))]
    }));
    built(vec![place])
}

fn content(app: App, lang: Lang) -> El {
    let f = Find::of(lang);
    let sweep = Rc::new(Sweep {
        app,
        lang,
        f,
        status: el("p").class("count quiet").set("role", "status"),
        notes: el("div"),
        titles: el("div").class("answers").lang("zh-Hans"),
        texts: el("div").class("answers").lang("zh-Hans"),
        after: el("div"),
        current: Cell::default(),
        state: RefCell::default(),
    });
    let limits = el("div").class("live").follow(Box::new(move || limits(app, lang)));
    let all = [&sweep.status, &sweep.notes, &sweep.titles, &sweep.texts, &sweep.after].map(Clone::clone);
    effect(move || {
        let Some(asked) = asked(app) else { return };
        // Letters mean more once the table of readings is there, and sessions come from the list.
        app.pinyin.track();
        let is_ready = !matches!(app.catalogue.get(), Load::Idle | Load::Busy(_));
        title(app, f, &asked, "");
        sweep.clone().begin(asked, is_ready);
    });
    el("section").class("search").add(heading(f.find_everywhere)).add(limits).all(all.to_vec())
}

/// A year and a body, where there is something to choose from.
fn limits(app: App, lang: Lang) -> Vec<El> {
    let f = Find::of(lang);
    let Load::Ready(catalogue) = app.catalogue.get() else { return Vec::new() };
    let years: Vec<u16> = match &catalogue.whole {
        Some(whole) => whole.choices(&Filter::default(), false).into_iter().filter_map(|(filter, _)| filter.year).collect(),
        None => values(&catalogue.sessions, year).into_iter().rev().collect(),
    };
    let years: Vec<_> = years.into_iter().map(|year| (year.to_string(), year.to_string())).collect();
    let bodies = values(&catalogue.sessions, |entry: &Entry| Some(entry.assembly.name.as_str()));
    let bodies: Vec<_> = bodies.into_iter().map(|name| (name.to_owned(), name.to_owned())).collect();
    let go = move |change: &dyn Fn(&mut Asked)| {
        let mut next = untrack(|| asked(app)).unwrap_or_default();
        change(&mut next);
        navigation::go(app, Route::Search(Box::new(next)));
    };
    let by_year = chooser(
        lang.texts().all,
        f.find_year,
        &years,
        Box::new(move || asked(app)?.year.map(|year| year.to_string())),
        Box::new(move |value| go(&|asked| asked.year = value.as_ref().and_then(|year| year.parse().ok()))),
    );
    let by_body = chooser(
        lang.texts().all,
        f.find_body,
        // The newest sessions of a large archive do not name all of them.
        if bodies.len() > BODIES || catalogue.whole.is_some() { &[] } else { &bodies },
        Box::new(move || asked(app)?.body),
        Box::new(move |value| go(&|asked| asked.body.clone_from(&value))),
    );
    let form = el("form").class("filters").set("aria-label", f.find_limits).on("submit", Box::new(|event| event.prevent_default()));
    vec![form.maybe(by_year).maybe(by_body)]
}

/// A search that is under way, and its places on the page.
struct Sweep {
    app: App,
    lang: Lang,
    f: &'static Find,
    status: El,
    notes: El,
    /// Sessions in which a title fits, and the others.
    titles: El,
    texts: El,
    after: El,
    /// The number of the search; what an earlier one brings is not shown.
    current: Cell<u32>,
    state: RefCell<State>,
}

/// How far a search has come.
#[derive(Default)]
struct State {
    asked: Asked,
    looked: usize,
    sessions: usize,
    hits: usize,
    failed: usize,
    is_left: bool,
    is_incomplete: bool,
    /// What was searched already, by id or address.
    seen: Vec<String>,
}

impl Sweep {
    fn begin(self: Rc<Self>, asked: Asked, is_ready: bool) {
        self.current.set(self.current.get() + 1);
        for place in [&self.notes, &self.titles, &self.texts, &self.after] {
            place.renew(Vec::new());
        }
        let query = Query::parse(&asked.text);
        if asked.text.trim().is_empty() {
            self.status.say("");
            self.after.renew(recent::content(self.app, self.lang));
            return;
        }
        if query.terms.is_empty() {
            self.status.say(&nothing_asked(self.f, &asked, &query));
            return;
        }
        self.status.say(self.lang.texts().loading);
        self.state.replace(State { asked, ..State::default() });
        if is_ready {
            if query.terms.iter().any(Term::is_spelled) {
                untrack(|| readings(self.app));
            }
            let number = self.current.get();
            spawn(self.run(number, query));
        }
    }

    /// Searches what is open or kept in this browser, then the archive until enough is found.
    async fn run(self: Rc<Self>, number: u32, query: Query) {
        // Whoever types on has another question.
        next_task().await;
        let app = self.app;
        let opened = app.opened.with_value(Clone::clone);
        for (door, opened) in opened.into_iter().filter(|(_, opened)| opened.origin != Origin::Archive) {
            self.look(&door, &opened);
        }
        for row in untrack(|| library::look(app, |library| library.rows.clone())) {
            if self.current.get() != number {
                return;
            }
            // Where the archive has a session of that name, the link leads there, and the archive's own is searched.
            let door = row.door();
            let is_archived = app.catalogue.with_untracked(
                |list| matches!((list, &door), (Load::Ready(list), Door::Id(id)) if list.sessions.iter().any(|entry| entry.id == *id)),
            );
            if is_archived {
                continue;
            }
            if let Some(opened) = library::also(&row).await {
                self.look(&door, &opened);
            }
        }
        if self.current.get() != number {
            return;
        }
        let (asked, (listed, is_all)) = (self.state.borrow().asked.clone(), self.listed());
        let mut candidates = Candidates::new(&query, &asked, listed).await;
        candidates.is_incomplete |= !is_all && !candidates.has_index();
        if self.current.get() == number {
            self.go_on(number, candidates).await;
        }
    }

    /// The sessions of the list that the limits let through, and whether the list has all there are.
    fn listed(&self) -> (Vec<SessionId>, bool) {
        let state = self.state.borrow();
        let Load::Ready(catalogue) = self.app.catalogue.get_untracked() else { return (Vec::new(), true) };
        let fits = |entry: &&Entry| {
            state.asked.body.as_deref().is_none_or(|body| entry.assembly.name.as_str() == body)
                && state.asked.year.is_none_or(|wanted| year(entry) == Some(wanted))
        };
        (catalogue.sessions.iter().filter(fits).map(|entry| entry.id.clone()).collect(), catalogue.whole.is_none())
    }

    /// Searches the next sessions until enough is found, or the reader stops it.
    fn go_on(self: Rc<Self>, number: u32, mut candidates: Candidates) -> Task<()> {
        Box::pin(async move {
            let sweep = self.clone();
            let stop = move |_| {
                sweep.current.set(sweep.current.get() + 1);
                sweep.state.borrow_mut().is_left = true;
                sweep.end(None);
            };
            self.after.renew(vec![el("p").add(button("btn", self.f.find_stop, Box::new(stop)).set("data-key", "stop"))]);
            let (sessions, looked) = (self.state.borrow().sessions + ENOUGH, self.state.borrow().looked + LOOKED);
            while candidates.is_left() && self.state.borrow().sessions < sessions && self.state.borrow().looked < looked {
                let ids = candidates.next(AT_ONCE).await;
                let app = self.app;
                let fetch = |id: SessionId| -> Task<_> { Box::pin(async move { (sessions::also(app, &id).await, id) }) };
                let came = all(ids.into_iter().map(fetch).collect()).await;
                if self.current.get() != number {
                    return;
                }
                for (opened, id) in came {
                    match opened {
                        Some(opened) => self.look(&Door::Id(id), &opened),
                        None => self.state.borrow_mut().failed += 1,
                    }
                }
                self.status.say(&fill(self.f.find_looking, &[&self.state.borrow().looked.to_string()]));
            }
            let mut state = self.state.borrow_mut();
            state.is_left = candidates.is_left();
            state.is_incomplete = candidates.is_incomplete;
            drop(state);
            self.end(Some(candidates));
        })
    }

    /// Searches one session and shows what is found.
    fn look(&self, door: &Door, opened: &Arc<Opened>) {
        let session = &opened.session;
        let key = match door.plain() {
            Door::Remote(url) => url.clone(),
            _ => session.id.to_string(),
        };
        let asked = {
            let mut state = self.state.borrow_mut();
            if !insert(&mut state.seen, key) {
                return;
            }
            state.looked += 1;
            state.asked.clone()
        };
        let day = session.dates.start.as_ref().or(session.dates.end.value());
        let is_other = asked.body.as_deref().is_some_and(|body| session.assembly.name.as_str() != body)
            || asked.year.is_some_and(|wanted| day.and_then(crate::model::Date::year) != Some(wanted));
        if is_other {
            return;
        }
        let (query, _) = untrack(|| meant(self.app, opened, &asked.text));
        let groups: Vec<Group> =
            opened.corpus().find(&query).into_iter().filter(|group| asked.kind.is_none_or(|kind| kind == group.kind)).collect();
        let hits: Vec<Hit> = groups.iter().flat_map(|group| &group.hits).copied().collect();
        let Some(first) = hits.iter().map(|hit| hit.rank).min() else { return };
        let ctx = Ctx::new(self.app, opened.clone(), door.clone(), self.lang);
        let place = if first == Rank::Text { &self.texts } else { &self.titles };
        place.append(self.section(&ctx, &asked, &query, &hits));
        let mut state = self.state.borrow_mut();
        state.sessions += 1;
        state.hits += hits.len();
    }

    fn section(&self, ctx: &Ctx, asked: &Asked, query: &Query, hits: &[Hit]) -> El {
        let session = ctx.session();
        let lang = self.lang.tag();
        let head = el("h2").add(el("a").set("href", &ctx.href(Place::Overview)).add(titled(&session.title)));
        let own = (ctx.opened.origin != Origin::Archive).then(|| self.f.find_own.to_owned());
        let day = dotted([dates::span(self.lang, &session.days()), own]);
        let sample = session.is_sample.then(|| with_text("span", "chip sample", ctx.t.sample));
        let only = asked.body.is_none().then(|| {
            let asked = Asked { body: Some(session.assembly.name.to_string()), ..asked.clone() };
            link(&Route::Search(Box::new(asked)).href(), self.f.find_only_body)
        });
        let about = el("p").class("row quiet").lang(lang).maybe((!day.is_empty()).then(|| bdi(&day))).maybe(sample).maybe(only);
        let section = el("section").add(head).add(about);
        let all = Asked { text: asked.text.clone(), kind: asked.kind, ..Asked::default() };
        let all = (hits.len() > FEW).then(|| {
            let label = fill(self.f.find_in_session, &[&hits.len().to_string()]);
            el("p").add(link(&ctx.href(Place::Search(Box::new(all))), &label).class("all")).lang(lang)
        });
        section.add(rows::rows(ctx, query, hits, FEW, &asked.text)).maybe(all)
    }

    /// Says what was found and what was not searched; goes on with the candidates that are left when asked to. Without them it was stopped.
    fn end(self: &Rc<Self>, candidates: Option<Candidates>) {
        let (f, state) = (self.f, self.state.borrow());
        let text = state.asked.text.trim();
        let counts = [state.sessions.to_string(), state.hits.to_string()];
        let counts = counts.each_ref().map(String::as_str);
        let mut said = match () {
            () if state.is_left => fill(f.find_sessions_more, &counts),
            () if state.sessions == 0 => fill(f.find_none, &[text]),
            () => fill(f.find_sessions, &counts),
        };
        if candidates.is_none() {
            said.insert_str(0, f.find_stopped);
        }
        self.status.say(&said);
        let failed = (state.failed > 0).then(|| {
            if window().navigator().on_line() { fill(f.find_unreached, &[&state.failed.to_string()]) } else { f.find_offline.to_owned() }
        });
        let is_unread = matches!(self.app.pinyin.get_untracked(), Load::Failed(_)) && Query::parse(text).terms.iter().any(Term::is_spelled);
        let notes = [failed, state.is_incomplete.then(|| f.find_incomplete.to_owned()), is_unread.then(|| f.find_unread.to_owned())];
        self.notes.renew(notes.into_iter().flatten().map(|note| with_text("p", "note", &note)).collect());
        let mut after = Vec::new();
        if state.is_left {
            let (sweep, candidates) = (self.clone(), Cell::new(candidates));
            let press = move |_| {
                let number = sweep.current.get() + 1;
                sweep.current.set(number);
                match candidates.take() {
                    Some(candidates) => spawn(sweep.clone().go_on(number, candidates)),
                    // It was stopped: from the beginning, for what was under way is lost.
                    None => sweep.clone().begin(untrack(|| asked(sweep.app)).unwrap_or_default(), true),
                }
            };
            after.push(el("p").add(button("btn primary", f.find_earlier, Box::new(press)).set("data-key", "earlier")));
        } else if state.sessions == 0 {
            let mut ways = el("ul").class("ways");
            let mut way = |asked: Asked, label: &str| {
                ways = ways.clone().add(el("li").add(link(&Route::Search(Box::new(asked)).href(), label)));
            };
            if state.asked != Asked::new(&state.asked.text) {
                way(Asked::new(text), &fill(f.find_way_everywhere, &[text]));
            }
            for text in looser(text) {
                way(Asked { text: text.clone(), ..state.asked.clone() }, &fill(f.find_title, &[&text]));
            }
            after.push(el("section").add(with_text("h2", "", f.find_ways)).add(ways.add(with_text("li", "", f.find_check))));
        }
        self.after.renew(after);
    }
}

/// Queries that ask for less: each of several terms, or the halves of the only one.
fn looser(typed: &str) -> Vec<String> {
    let query = Query::parse(typed);
    match &query.terms[..] {
        [term] => {
            let characters: Vec<char> = term.text.chars().take(24).collect();
            let (first, second) = characters.split_at(characters.len() / 2);
            [first, second].into_iter().filter(|half| half.len() > 1).map(|half| half.iter().collect()).collect()
        }
        terms => terms.iter().map(|term| term.text.clone()).collect(),
    }
}
