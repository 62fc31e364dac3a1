//! A search over the reader's own sessions and the archive.

use crate::archive::Entry;
use crate::digest::listing::{values, year};
use crate::i18n::{Find, Lang, dates, fill};
use crate::route::{Asked, Filter, Place, Route};
use crate::search::Query;
use crate::ui::actions::{navigation, visit};
use crate::ui::components::chooser::Chooser;
use crate::ui::components::layout::{OneColumn, PageHeading, document_title};
use crate::ui::components::search_field;
use crate::ui::components::text::{Mixed, Phrases, dotted};
use crate::ui::data::readings;
use crate::ui::pages::search::also::AlsoEverywhere;
use crate::ui::pages::search::recent::RecentSearches;
use crate::ui::pages::search::rows::SearchRows;
use crate::ui::pages::search::sweep::{FoundIn, Next, Sweep};
use crate::ui::state::place::asked;
use crate::ui::state::{App, Load, Origin};
use leptos::context::Provider;
use leptos::prelude::*;
use std::time::Duration;

/// So many things are shown of a session.
const FEW: usize = 3;
/// With more bodies than this a choice among them is no help.
const BODIES: usize = 200;
/// A reader who types has another question with every key: the archive is searched when they rest.
const REST: Duration = Duration::from_millis(200);

/// The search over all sessions, in the language of the moment.
#[component]
pub fn SearchEverywhere() -> impl IntoView {
    let app = App::current();
    move || view! { <Everywhere lang=app.lang.get()/> }.into_any()
}

/// What decides when a search begins.
#[derive(Clone, PartialEq, Eq)]
struct Question {
    asked: Asked,
    /// Sessions come from the list, and letters mean more with the table of readings: neither is on its way.
    is_ready: bool,
}

/// The search over all sessions in one language.
#[component]
fn Everywhere(
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let app = App::current();
    let f = Find::of(lang);
    let sweep = Sweep::new(app, lang);
    // The place is no search any longer just before the page goes.
    let asked = Memo::new(move |before: Option<&Asked>| asked(app).or_else(|| before.cloned()).unwrap_or_default());
    Effect::new(move |_| readings::fetch(app, &asked.read().text));
    Effect::new(move |_| {
        let asked = asked.read();
        let text = asked.text.trim();
        let first = if text.is_empty() { f.find.to_owned() } else { fill(f.find_title, &[text]) };
        document_title(lang, &[&first]);
    });
    let question = Memo::new(move |_| {
        let asked = asked.get();
        let is_settled = !matches!(*app.catalogue.read(), Load::Idle | Load::Busy(_));
        let is_read = !readings::is_spelled(&Query::parse(&asked.text)) || !matches!(*app.pinyin.read(), Load::Idle | Load::Busy(_));
        Question { is_ready: is_settled && is_read, asked }
    });
    Effect::new(move |_| {
        let Question { asked, is_ready } = question.get();
        if !sweep.clear(&asked) || !is_ready {
            return;
        }
        if !search_field::is_focused() {
            sweep.begin(asked);
        } else if let Ok(rest) = set_timeout_with_handle(move || sweep.begin(asked), REST) {
            on_cleanup(move || rest.clear());
        }
    });
    let limits = move || {
        // A component's body follows nothing; the choices follow the list.
        app.catalogue.track();
        view! { <ArchiveLimits lang/> }.into_any()
    };
    let notes = move || sweep.notes.get().into_iter().map(|note| view! { <p class="note">{note}</p> }.into_any()).collect::<Vec<_>>();
    view! {
        <OneColumn>
            <section class="search">
                <PageHeading text=f.find_everywhere/>
                {limits}
                <p class="count quiet said" role="status">{move || sweep.status.get()}</p>
                <div>{notes}</div>
                <Sessions all=sweep.titles/>
                <Sessions all=sweep.texts/>
                <div><NextStep sweep lang/></div>
                <AlsoEverywhere app lang asked=sweep.rested/>
            </section>
        </OneColumn>
    }
    .into_any()
}

/// Choices of a year and a body, where there is something to choose from.
#[component]
fn ArchiveLimits(
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let app = App::current();
    let (f, all) = (Find::of(lang), lang.texts().all);
    let Load::Ready(catalogue) = app.catalogue.get_untracked() else { return ().into_any() };
    let years: Vec<u16> = match &catalogue.whole {
        Some(whole) => whole.choices(&Filter::default(), false).into_iter().filter_map(|(filter, _)| filter.year).collect(),
        None => values(&catalogue.sessions, year).into_iter().rev().collect(),
    };
    let years: Vec<_> = years.into_iter().map(|year| (year.to_string(), year.to_string())).collect();
    let bodies = values(&catalogue.sessions, |entry: &Entry| Some(entry.assembly.name.as_str()));
    let mut bodies: Vec<_> = bodies.into_iter().map(|name| (name.to_owned(), name.to_owned())).collect();
    // The newest sessions of a large archive do not name all of them.
    if bodies.len() > BODIES || catalogue.whole.is_some() {
        bodies.clear();
    }
    let go = move |change: &dyn Fn(&mut Asked)| {
        let mut next = untrack(|| asked(app)).unwrap_or_default();
        change(&mut next);
        navigation::go(app, Route::Search(Box::new(next)));
    };
    let by_year = Signal::derive(move || asked(app)?.year.map(|year| year.to_string()));
    let by_body = Signal::derive(move || asked(app)?.body);
    let choose_year = move |value: Option<String>| go(&|asked| asked.year = value.as_ref().and_then(|year| year.parse().ok()));
    let choose_body = move |value: Option<String>| go(&|asked| asked.body.clone_from(&value));
    view! {
        <form class="filters" aria-label=f.find_limits on:submit=|event| event.prevent_default()>
            <Chooser all label=f.find_year options=years current=by_year choose=choose_year/>
            <Chooser all label=f.find_body options=bodies current=by_body choose=choose_body/>
        </form>
    }
    .into_any()
}

/// Sessions in which something was found. They come while the reader moves among them, so each stays the same element.
#[component]
fn Sessions(
    /// The sessions, in the order in which they came.
    all: RwSignal<Vec<FoundIn>>,
) -> impl IntoView {
    let session = |found: FoundIn| view! { <Provider value=found.ctx.clone()><FoundSession found/></Provider> }.into_any();
    view! {
        <div class="answers" lang="zh-Hans">
            <For each=move || all.get() key=|found| found.key.clone() children=session/>
        </div>
    }
    .into_any()
}

/// One session, and the first of what was found in it.
#[component]
fn FoundSession(
    /// What was found.
    found: FoundIn,
) -> impl IntoView {
    let FoundIn { ctx, hits, asked, query, .. } = found;
    let (f, session, lang) = (ctx.find(), ctx.session(), ctx.lang.tag());
    let own = (ctx.opened.origin != Origin::Archive).then(|| f.find_own.to_owned());
    let day = dotted([dates::span(ctx.lang, &session.days()), own]);
    let day = (!day.is_empty()).then(|| view! { <bdi>{day}</bdi> }.into_any());
    let sample = session.is_sample.then(|| view! { <span class="chip sample">{ctx.t.sample}</span> }.into_any());
    let only = asked.body.is_none().then(|| {
        let asked = Asked { body: Some(session.assembly.name.to_string()), ..asked.clone() };
        view! { <a href=Route::Search(Box::new(asked)).href()>{f.find_only_body}</a> }.into_any()
    });
    let all = (hits.len() > FEW).then(|| {
        let all = Asked { text: asked.text.clone(), kind: asked.kind, ..Asked::default() };
        let label = fill(f.find_in_session, &[&hits.len().to_string()]);
        view! { <p lang=lang><a href=ctx.href(Place::Search(Box::new(all))) class="all">{label}</a></p> }.into_any()
    });
    view! {
        <section>
            <h2><a href=ctx.href(Place::Overview)><Phrases title=session.title.to_string()/></a></h2>
            <p class="row quiet" lang=lang>{day}{sample}{only}</p>
            <SearchRows hits query typed=asked.text most=FEW/>
            {all}
        </section>
    }
    .into_any()
}

/// What the reader can do: stop, go on, try again, choose another search.
#[component]
fn NextStep(
    /// The search.
    sweep: Sweep,
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let app = App::current();
    let f = Find::of(lang);
    // To stop and to go on is one button, so that it keeps the focus.
    let is_running = Memo::new(move |_| *sweep.next.read() == Next::Stop);
    let can_press = Memo::new(move |_| matches!(*sweep.next.read(), Next::Stop | Next::Earlier));
    let button = move || {
        let class = move || if is_running.get() { "btn" } else { "btn primary" };
        let key = move || if is_running.get() { "stop" } else { "earlier" };
        let label = move || if is_running.get() { f.find_stop } else { f.find_earlier };
        let press = move |_| if is_running.get_untracked() { sweep.stop() } else { sweep.go_on() };
        view! { <p><button class=class type="button" data-key=key on:click=press>{label}</button></p> }.into_any()
    };
    let again = move |_| {
        // The list is asked for once more where it is missing, and the search begins when it is there.
        if matches!(*app.catalogue.read_untracked(), Load::Failed(_)) {
            visit::retry(app);
        } else {
            sweep.begin_again();
        }
    };
    let other = move || match sweep.next.get() {
        Next::Wait | Next::Stop | Next::Earlier => ().into_any(),
        Next::Recent => view! { <RecentSearches lang/> }.into_any(),
        Next::Again => {
            let label = lang.texts().retry;
            view! { <p><button class="btn primary" type="button" data-key="again" on:click=again>{label}</button></p> }.into_any()
        }
        Next::Ways(ways) => {
            let ways = ways.into_iter().map(|(href, label)| view! { <li><a href=href><Mixed text=label/></a></li> }.into_any());
            view! {
                <section>
                    <h2>{f.find_ways}</h2>
                    <ul class="ways">{ways.collect::<Vec<_>>()}<li>{f.find_check}</li></ul>
                </section>
            }
            .into_any()
        }
    };
    view! { {move || can_press.get().then(button)}{other} }.into_any()
}
