//! A person in the sessions of a body.

use crate::check::rules;
use crate::digest;
use crate::digest::activities;
use crate::digest::person::{Seen, namesakes, people, position, posts, raised};
use crate::i18n::{Beyond, Lang, dates, fill, labels};
use crate::model::{Person, PersonId, Session, Stated};
use crate::route::{Across, Place};
use crate::ui::components::activities::{ActivityLine, activity};
use crate::ui::components::around::{dots, href};
use crate::ui::components::layout::{Section, document_title};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::renewed::Renewed;
use crate::ui::data::bodies::body_sessions;
use crate::ui::pages::across::names::{last, names};
use crate::ui::pages::across::pieces::{
    Crumb, Progress, as_they_come, ctx, is_worth_showing, lost, name_and_days, numbered, sample_note, sessions, to, to_in, when,
};
use crate::ui::state::body_sessions::BodySessions;
use crate::ui::state::{App, Ctx};
use leptos::context::Provider;
use leptos::prelude::*;

/// The page of the person whom a session of the body gives this id.
#[component]
pub fn PersonAcrossPage(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The body's name.
    body: String,
    /// The id.
    id: PersonId,
) -> impl IntoView {
    let b = Beyond::of(lang);
    let of = body.clone();
    let all = Signal::derive(move || body_sessions(app, &of));
    let (shown, wanted) = (as_they_come(all), id.clone());
    let found = Memo::new_with_compare(move |_| shown.with(|body_sessions| Found::new(body_sessions, &wanted)), |_, _| true);
    // The heading stays while the sessions come, so that it keeps the focus.
    let wanted = id.clone();
    let name = move || {
        found.with(|found| match found.person() {
            Some(person) => person.name.to_string(),
            None if found.body_sessions.left > 0 => wanted.to_string(),
            None => b.person_unknown_title.to_owned(),
        })
    };
    let (of, called) = (body.clone(), name.clone());
    Effect::new(move || {
        let is_found = found.with(|found| found.person().is_some());
        document_title(lang, &[&called(), if is_found { &of } else { "" }]);
    });
    let of = body.clone();
    let make = move || found.with(|found| content(app, lang, &of, &id, found));
    let place = href(Across::Body(body.clone()));
    let of = body.clone();
    view! {
        <div class="head">
            <Crumb lang><a href=place lang="zh-Hans">{of}</a></Crumb>
            <h1 tabindex="-1" lang="zh-Hans">{name}</h1>
        </div>
        <div class="page one">
            <div><Progress app lang key=body body_sessions=all/><Renewed make/></div>
        </div>
    }
    .into_any()
}

/// The people of the sessions that are there, and which of them is meant.
struct Found {
    body_sessions: BodySessions,
    people: Vec<Vec<Seen>>,
    this: Option<usize>,
}

impl Found {
    fn new(body_sessions: &BodySessions, id: &PersonId) -> Self {
        let sessions = sessions(body_sessions);
        let people = people(&sessions);
        let this = position(&sessions, &people, id);
        Self { body_sessions: body_sessions.clone(), people, this }
    }

    /// The person as the last session has them.
    fn person(&self) -> Option<&Person> {
        self.people.get(self.this?)?.last()?.of(&sessions(&self.body_sessions))
    }
}

/// What the sessions that are there say of the person.
fn content(app: App, lang: Lang, body: &str, id: &PersonId, found: &Found) -> AnyView {
    let b = Beyond::of(lang);
    let Found { body_sessions, people, this } = found;
    if !is_worth_showing(body_sessions) {
        return ().into_any();
    }
    let (Some(this), Some(person)) = (this, found.person()) else {
        let unknown = || view! { <p>{fill(b.person_unknown, &[id.as_str()])}</p>{lost(lang)} }.into_any();
        return (body_sessions.left == 0).then(unknown).into_any();
    };
    let sessions = sessions(body_sessions);
    let all: Vec<Ctx> = body_sessions.sessions.iter().map(|opened| ctx(app, lang, opened)).collect();
    let seen = &people[*this];
    let others: Vec<(&Person, usize)> =
        namesakes(&sessions, people, *this).into_iter().filter_map(|at| Some((last(&sessions, &people[at])?, people[at].len()))).collect();
    let others = (!others.is_empty()).then(|| {
        let names = names(lang, body, &others);
        view! { <Section heading=b.person_namesakes><p class="quiet">{b.person_namesakes_about}</p>{names}</Section> }.into_any()
    });
    // Here, not in the head: there it would push the page down when it comes.
    view! {
        <p class="facts" lang="zh-Hans">{digest::posts(person)}</p>
        {sample_note(b, seen.iter().any(|seen| sessions[seen.session].is_sample))}
        {basis(lang, id, &sessions, seen)}
        {held(lang, &all, &sessions, seen)}
        {suggestions(lang, &all, &sessions, seen)}
        {attended(lang, &all, &sessions, seen)}
        {others}
    }
    .into_any()
}

/// What it rests on that these are one person.
fn basis(lang: Lang, id: &PersonId, sessions: &[&Session], seen: &[Seen]) -> AnyView {
    let b = Beyond::of(lang);
    let mut names: Vec<&str> = Vec::new();
    let mut by_id = 0;
    for person in seen.iter().rev().filter_map(|seen| seen.of(sessions)) {
        by_id += usize::from(person.id == *id);
        if !names.contains(&person.name.as_str()) {
            names.push(&person.name);
        }
    }
    let mut said = vec![fill(b.person_rests, &[id.as_str(), &by_id.to_string()])];
    if by_id < seen.len() {
        said.push(numbered(b.person_rests_post, seen.len() - by_id));
    }
    if names.len() > 1 {
        said.push(fill(b.person_other_names, &[&names.join("、")]));
    }
    view! { <p class="quiet status">{said.join(" ")}</p> }.into_any()
}

fn held(lang: Lang, all: &[Ctx], sessions: &[&Session], seen: &[Seen]) -> AnyView {
    let b = Beyond::of(lang);
    let rows = posts(sessions, seen).into_iter().rev().map(|held| {
        let date = |template: &str, date| fill(template, &[&dates::date(lang, date)]);
        let from = held.from.map(|from| date(b.post_since, from)).unwrap_or_default();
        let until = match held.to {
            Some(Stated::Value(until)) => date(b.post_until, until),
            _ => String::new(),
        };
        let remark = as_printed(lang, rules::days(held.from, held.to.and_then(Stated::value)).as_slice());
        let remark = remark.map(|remark| view! { <span class="who">{remark}</span> }.into_any());
        let links = held.sessions.iter().filter_map(|at| all.get(*at)).filter_map(|ctx| {
            let person = seen.iter().find_map(|seen| seen.of(sessions).filter(|_| std::ptr::eq(sessions[seen.session], ctx.session())))?;
            let href = ctx.href(Place::Person(person.id.clone()));
            Some(view! { " "{to(href, &when(lang, &ctx.session().dates))} }.into_any())
        });
        let links = links.collect::<Vec<_>>();
        let organization = held.organization.filter(|organization| !held.title.contains(organization.as_str()));
        view! {
            <li>
                <span class="date">{dots(&[&from, &until])}</span>
                <b lang="zh-Hans">{organization.map(ToString::to_string)}<bdi>{held.title.to_string()}</bdi></b>
                <span class="who">{b.seen_in}{links}</span>
                {remark}
            </li>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <Section heading=b.person_posts><ol class="timeline">{rows}</ol></Section> }.into_any()
}

fn suggestions(lang: Lang, all: &[Ctx], sessions: &[&Session], seen: &[Seen]) -> AnyView {
    let (b, t) = (Beyond::of(lang), lang.texts());
    let raised = raised(sessions, seen);
    let rows = raised.iter().filter_map(|one| {
        let ctx = all.get(one.session)?;
        let suggestion = ctx.session().suggestions.get(one.at)?;
        let of = |place: Option<(usize, usize)>| place.and_then(|(session, at)| sessions.get(session)?.suggestions.get(at));
        let outcome = of(one.outcome).and_then(|one| one.outcome.value()).map_or("", |outcome| labels::outcome(lang, *outcome));
        let status = of(one.status).and_then(|one| one.status.as_deref()).unwrap_or_default();
        let template = if one.led { t.led } else { b.joined };
        let state = dots(&[status, outcome]);
        let state = if state.is_empty() { t.not_stated.to_owned() } else { state };
        let row = view! {
            <li>
                {to(ctx.href(Place::Suggestion(suggestion.id.clone())), &fill(template, &[&suggestion.title]))}
                <span class="chip">{state}</span>
                <span class="who">{name_and_days(lang, ctx.session())}</span>
            </li>
        };
        Some(row.into_any())
    });
    let rows = rows.collect::<Vec<_>>();
    let content = if raised.is_empty() {
        view! { <p class="quiet">{t.none}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <Section heading=b.person_suggestions>{content}</Section> }.into_any()
}

/// The sessions and what the person did in each, newest first.
fn attended(lang: Lang, all: &[Ctx], sessions: &[&Session], seen: &[Seen]) -> AnyView {
    let b = Beyond::of(lang);
    let rows = seen.iter().rev().filter_map(|here| {
        let (ctx, person) = (all.get(here.session)?, here.of(sessions)?);
        let lines: Vec<_> = activities(ctx.session()).of(&person.id).filter_map(|done| activity(ctx, done)).collect();
        let lines = if lines.is_empty() {
            view! { <li class="quiet">{ctx.t.nothing_recorded}</li> }.into_any()
        } else {
            let line = |activity| view! { <Provider value=ctx.clone()><ActivityLine activity/></Provider> }.into_any();
            lines.into_iter().map(line).collect::<Vec<_>>().into_any()
        };
        let row = view! {
            <li>
                <span class="date">{when(lang, &ctx.session().dates)}</span>
                {to_in(ctx.content_lang(), ctx.href(Place::Person(person.id.clone())), &ctx.session().title)}
                <ul class="activities who" lang=lang.tag()>{lines}</ul>
            </li>
        };
        Some(row.into_any())
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <Section heading=b.person_sessions><ol class="timeline">{rows}</ol></Section> }.into_any()
}
