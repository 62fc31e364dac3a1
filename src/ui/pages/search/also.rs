//! What was also looked for: what a plain word means beside its letters. It stands by itself, for a search finds what was typed as it stands.

use crate::archive::Entry;
use crate::budget::classes::Class;
use crate::digest::listing::year;
use crate::i18n::{Find, Lang, Subjects, dates, fill, labels};
use crate::model::SessionId;
use crate::route::{Across, Asked, Kind, Place, Route, SessionSource};
use crate::search::excerpt::{marked, shortened};
use crate::search::{Hit, Item, Query, Rank, Spot};
use crate::subjects::{Meant, Related};
use crate::ui::components::text::Phrases;
use crate::ui::data::walk::Walk;
use crate::ui::pages::search::rows::{SearchRows, snips};
use crate::ui::state::{App, Ctx, Load, LoadedSession, use_ctx};
use leptos::context::Provider;
use leptos::prelude::*;
use std::sync::Arc;

/// So many things are shown of a kind, and of a session.
const FEW: usize = 5;
const FIRST: usize = 20;

/// What was also found in the session around, by kind, with what was looked for.
#[component]
pub fn AlsoFound(
    /// What the word means.
    meant: Meant,
    /// What was found.
    related: Related,
    /// The kind that the results are limited to.
    kind: Option<Kind>,
) -> impl IntoView {
    let ctx = use_ctx();
    let lang = ctx.lang;
    let query = Arc::new(meant.marks());
    let place = |id: &str| ctx.href(Place::Subject(id.to_owned()));
    let head = head(lang, &meant, &place);
    let is_one = kind.is_some();
    let groups = related.groups.into_iter().filter(|(one, _)| kind.is_none_or(|kind| kind == *one));
    let groups = groups.map(|(kind, spots)| {
        let most = RwSignal::new(if is_one { FIRST } else { FEW });
        let count = spots.len();
        let is_left = Memo::new(move |_| most.get() < count);
        let press = move |_| most.set(usize::MAX);
        let label = fill(Find::of(lang).find_all_of, &[&count.to_string()]);
        let more = move || view! { <p><button class="btn" type="button" on:click=press>{label.clone()}</button></p> }.into_any();
        view! {
            <h3 lang=lang.tag()>{labels::found_kind(lang, kind)}" "<small class="quiet">{count}</small></h3>
            <SearchRows hits=hits(&spots) query=query.clone() typed=String::new() most/>
            {move || is_left.get().then(more.clone())}
        }
        .into_any()
    });
    let groups: Vec<AnyView> = groups.collect();
    let explained = kind.is_none_or(|kind| kind == Kind::Budget).then(|| explained(&ctx, &related.explained, &query));
    view! { <section class="also">{head}{groups}{explained}</section> }.into_any()
}

/// Budget lines with the explanation that has the word.
fn explained(ctx: &Ctx, all: &[(Spot, &'static Class)], query: &Query) -> Option<AnyView> {
    let rows = all.iter().filter_map(|(spot, class)| {
        let item = Item::of(ctx.session(), &ctx.opened.lookup, *spot)?;
        let about = snips(shortened(marked(class.about(ctx.lang), query)));
        let href = ctx.href(item.place.clone());
        Some(view! { <li><a href=href class="t" data-hit="">{item.head.to_string()}</a><p class="snip" lang=ctx.lang.tag()>{about}</p></li> }.into_any())
    });
    let rows: Vec<AnyView> = rows.collect();
    let heading = Subjects::of(ctx.lang).also_explained;
    (!rows.is_empty()).then(|| view! { <h3 lang=ctx.lang.tag()>{heading}</h3><ul class="hits">{rows}</ul> }.into_any())
}

/// The heading, what was looked for, and the ways to all of it.
fn head(lang: Lang, meant: &Meant, place: &dyn Fn(&str) -> String) -> AnyView {
    let s = Subjects::of(lang);
    let all = [meant.words(), meant.codes()].concat();
    let words = (!all.is_empty()).then(|| view! { <p class="quiet words"><span lang="zh-Hans">{all.join("、")}</span></p> }.into_any());
    let ways = meant.subjects().map(|subject| {
        let label = fill(s.also_subject, &[subject.name(lang)]);
        view! { <a href=place(subject.id)>{label}</a> }.into_any()
    });
    let ways: Vec<AnyView> = ways.collect();
    let ways = (!ways.is_empty()).then(|| view! { <p class="onward">{ways}</p> }.into_any());
    view! { <h2 lang=lang.tag()>{s.also_found}</h2>{words}{ways} }.into_any()
}

fn hits(spots: &[Spot]) -> Vec<Hit> {
    spots.iter().map(|spot| Hit { spot: *spot, rank: Rank::Text, count: 1 }).collect()
}

/// What was also found over the archive: the sessions of which the list says that they have the subject, the newest first.
#[component]
pub fn AlsoEverywhere(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The search whose own results are there.
    #[prop(into)]
    asked: Signal<Option<Asked>>,
) -> impl IntoView {
    let walk = Walk::new(app);
    let meant =
        Memo::new(move |_| asked.with(|asked| asked.as_ref().map(|asked| Meant::of(&Query::parse(&asked.text)))).unwrap_or_default());
    Effect::new(move |_| {
        let Some(asked) = asked.get() else { return walk.clear() };
        match meant.with_untracked(|meant| meant.topics.first().copied()) {
            Some(wanted) => walk.begin(listed(app, &asked, &meant.get_untracked()), wanted, has),
            None => walk.clear(),
        }
    });
    let session = move |opened: Arc<LoadedSession>| {
        let ctx = Ctx::new(app, opened.clone(), SessionSource::Id(opened.session.id.clone()), lang);
        let (asked, meant) = (asked.get_untracked().unwrap_or_default(), meant.get_untracked());
        view! { <Provider value=ctx.clone()><AlsoIn ctx asked meant/></Provider> }.into_any()
    };
    let is_there = Memo::new(move |_| walk.found.with(|found| !found.is_empty()));
    let over = move || {
        let body = asked.get_untracked().and_then(|asked| asked.body);
        let place = |id: &str| Route::Across(Across::Subject { body: body.clone(), subject: id.to_owned() }).href();
        let head = head(lang, &meant.get_untracked(), &place);
        view! { <section class="also">{head}<For each=move || walk.found.get() key=|opened| opened.session.id.clone() children=session/></section> }
            .into_any()
    };
    view! { <div>{move || is_there.get().then(over)}</div> }.into_any()
}

fn has(opened: &LoadedSession, (subject, topics): (usize, u32)) -> bool {
    opened.about().iter().any(|one| one.subject == subject && one.topics & topics != 0)
}

/// The sessions of the list that the limits let through and that may have what is meant, newest first.
fn listed(app: App, asked: &Asked, meant: &Meant) -> Vec<SessionId> {
    let Load::Ready(catalogue) = app.catalogue.get_untracked() else { return Vec::new() };
    let may_have =
        |entry: &Entry| entry.subjects.as_ref().is_none_or(|all| meant.subjects().any(|subject| all.iter().any(|id| id == subject.id)));
    let fits = |entry: &&Entry| {
        asked.body.as_deref().is_none_or(|body| entry.assembly.name.as_str() == body)
            && asked.year.is_none_or(|wanted| year(entry) == Some(wanted))
            && may_have(entry)
    };
    catalogue.sessions.iter().filter(fits).map(|entry| entry.id.clone()).collect()
}

/// What was also found in one session, the first of it.
#[component]
fn AlsoIn(
    /// The session.
    ctx: Ctx,
    /// What was searched for.
    asked: Asked,
    /// What it means.
    meant: Meant,
) -> impl IntoView {
    let exact: Vec<Spot> =
        ctx.opened.corpus().find(&Query::parse(&asked.text)).iter().flat_map(|group| &group.hits).map(|hit| hit.spot).collect();
    let related = Related::of(ctx.session(), ctx.opened.about(), &meant, &exact);
    let spots = related.groups.into_iter().filter(|(kind, _)| asked.kind.is_none_or(|wanted| wanted == *kind)).flat_map(|(_, spots)| spots);
    let spots: Vec<Spot> = spots.collect();
    if spots.is_empty() {
        return ().into_any();
    }
    let session = ctx.session();
    let day = dates::span(ctx.lang, &session.days()).map(|day| view! { <bdi>{day}</bdi> }.into_any());
    let sample = session.is_sample.then(|| view! { <span class="chip sample">{ctx.t.sample}</span> }.into_any());
    let all = (spots.len() > FEW).then(|| {
        let label = fill(ctx.find().find_in_session, &[&spots.len().to_string()]);
        let href = ctx.href(Place::Search(Box::new(Asked { text: asked.text.clone(), kind: asked.kind, ..Asked::default() })));
        view! { <p lang=ctx.lang.tag()><a href=href class="all">{label}</a></p> }.into_any()
    });
    view! {
        <section lang=ctx.content_lang()>
            <h3><a href=ctx.href(Place::Overview)><Phrases title=session.title.to_string()/></a></h3>
            <p class="row quiet" lang=ctx.lang.tag()>{day}{sample}</p>
            <SearchRows hits=hits(&spots) query=Arc::new(meant.marks()) typed=String::new() most=FEW/>
            {all}
        </section>
    }
    .into_any()
}
