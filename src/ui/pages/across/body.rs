//! A body: its terms and sessions, and what they come to together.

use crate::archive::{Catalogue, Entry};
use crate::budget::grouped;
use crate::check::Contradiction;
use crate::digest::body::{Total, counted, of_body, projects, reported, totals};
use crate::digest::{listing, person, remarks};
use crate::i18n::{Beyond, Lang, Story, dates, fill, labels, money};
use crate::model::{Direction, Outcome, Person, Session};
use crate::order::ordered;
use crate::route::{Across, BudgetPlace, Place};
use crate::ui::components::around::{dots, href};
use crate::ui::components::decided::{Decisions, decided_count};
use crate::ui::components::layout::{Section, document_title};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::renewed::Renewed;
use crate::ui::components::session_list::counted as so_many;
use crate::ui::components::text::Phrases;
use crate::ui::data::bodies::body_sessions;
use crate::ui::pages::across::names::{last, names};
use crate::ui::pages::across::pieces::{
    Crumb, Progress, alike_note, as_they_come, ctx, is_worth_showing, name, name_and_days, sample_note, sessions, small, table, to, when,
};
use crate::ui::state::body_sessions::BodySessions;
use crate::ui::state::{App, Ctx, session_href};
use leptos::context::Provider;
use leptos::prelude::*;
use std::sync::Arc;

/// So many sessions show their decisions without a press.
const OPEN: usize = 3;

/// The page of a body.
#[component]
pub fn BodyPage(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The body's name, which some sessions of the list have.
    name: String,
    /// The list in which all its sessions are.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let b = Beyond::of(lang);
    document_title(lang, &[&name]);
    let own = of_body(&catalogue.sessions, &name);
    let facts = own.first().map(|entry| &entry.assembly).map(|body| {
        let place = body.place.as_deref().unwrap_or_default().replace(' ', " › ");
        let level = body.level.map_or("", |level| labels::level(lang, level));
        let whose = dots(&[body.short_name.as_deref().unwrap_or_default(), &place]);
        let dot = if whose.is_empty() { "" } else { " · " };
        view! { <p class="facts"><span><span lang="zh-Hans">{whose}</span>{dot}{dots(&[level, &so_many(lang, own.len())])}</span></p> }
            .into_any()
    });
    let of = name.clone();
    let all = Signal::derive(move || body_sessions(app, &of));
    let (shown, of) = (as_they_come(all), name.clone());
    let make = move || {
        shown.with(|body_sessions| if is_worth_showing(body_sessions) { arrived(app, lang, &of, body_sessions) } else { ().into_any() })
    };
    view! {
        <div class="head">
            <Crumb lang>{b.body_page}</Crumb>
            <h1 tabindex="-1" lang="zh-Hans"><Phrases title=name.clone()/></h1>
            {facts}
        </div>
        <div class="page one">
            <div>
                {sample_note(b, own.iter().any(|entry| entry.is_sample))}
                {alike_note(b, &catalogue.sessions, &name)}
                {timeline(lang, &own)}
                <Progress app lang key=name body_sessions=all/>
                <Renewed make/>
            </div>
        </div>
    }
    .into_any()
}

fn timeline(lang: Lang, own: &[&Entry]) -> AnyView {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    let terms = listing::grouped(own, |entry| entry.term).into_iter().map(|(term, entries)| {
        let term = term.map_or_else(|| t.term_unknown.to_owned(), |term| dates::term(lang, term));
        let rows = entries.into_iter().map(|entry| {
            let at = own.iter().position(|other| std::ptr::eq(*other, entry));
            row(lang, entry, at.and_then(|at| own.get(at + 1)).copied())
        });
        view! { <h3>{term}</h3><ol class="timeline">{rows.collect::<Vec<_>>()}</ol> }.into_any()
    });
    let terms = terms.collect::<Vec<_>>();
    view! { <Section heading=b.body_sessions>{terms}</Section> }.into_any()
}

/// A session and the way to compare it with the one before.
fn row(lang: Lang, entry: &Entry, before: Option<&Entry>) -> AnyView {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    let counts = &entry.counts;
    let counts = [
        (counts.agenda, t.agenda),
        (counts.suggestions, t.suggestions),
        (counts.projects, t.projects),
        (counts.resolutions, t.resolutions),
    ];
    let counts =
        counts.into_iter().filter(|(n, _)| *n > 0).fold(String::new(), |line, (n, label)| line + label + " " + &n.to_string() + " · ");
    let compare = before.map(|before| {
        let href = href(Across::Compare(before.id.clone(), entry.id.clone()));
        let label = dots(&[b.compare_previous, &entry.title]);
        view! { <a href=href aria-label=label>{b.compare_previous}</a> }.into_any()
    });
    let sample = entry.is_sample.then(|| view! { <span class="chip sample">{t.sample}</span> }.into_any());
    view! {
        <li>
            <span class="date">{when(lang, &entry.dates)}</span>
            <a class="t" href=session_href(&entry.id) lang="zh-Hans"><Phrases title=entry.title.to_string()/></a>
            {sample}
            <span class="who">{counts}{compare}</span>
        </li>
    }
    .into_any()
}

/// What the sessions that are there come to together.
fn arrived(app: App, lang: Lang, body: &str, body_sessions: &BodySessions) -> AnyView {
    let all: Vec<Ctx> = body_sessions.sessions.iter().map(|opened| ctx(app, lang, opened)).collect();
    let sessions = sessions(body_sessions);
    let mut people: Vec<(&Person, usize)> = Vec::new();
    for seen in person::people(&sessions) {
        people.extend(last(&sessions, &seen).map(|person| (person, seen.len())));
    }
    let key = |person: &Person| person.sort_name.as_deref().unwrap_or(&person.name).to_ascii_lowercase();
    people = ordered(&people, |a, b| key(a.0).cmp(&key(b.0)));
    let people = names(lang, body, &people);
    view! {
        {budgets(lang, &all, &sessions)}
        {over_sessions(lang, &all)}
        {decided(lang, &all)}
        <Section heading=Beyond::of(lang).body_people>{people}</Section>
    }
    .into_any()
}

/// What each session decided, the newest first.
fn decided(lang: Lang, all: &[Ctx]) -> AnyView {
    let parts = all.iter().rev().enumerate().filter_map(|(at, ctx)| {
        let count = decided_count(ctx.session());
        let summary = dots(&[&name_and_days(lang, ctx.session()), &count.to_string()]);
        let list = (count > 0).then(|| view! { <Provider value=ctx.clone()><Decisions/></Provider> }.into_any())?;
        Some(view! { <details open={at < OPEN}><summary>{summary}</summary>{list}</details> }.into_any())
    });
    view! { <section class="by-session"><h2>{lang.texts().decided}</h2>{parts.collect::<Vec<_>>()}</section> }.into_any()
}

/// The key figures of the budgets, the latest first.
fn budgets(lang: Lang, all: &[Ctx], sessions: &[&Session]) -> Option<AnyView> {
    let (t, b) = (lang.texts(), Beyond::of(lang));
    let totals = totals(sessions);
    let unit = totals.first()?.unit;
    // The unit that all are printed in is said once; English has words of its own for amounts.
    let is_one_unit = lang == Lang::Zh && totals.iter().all(|total| total.unit == unit);
    let amount = |total: &Total<'_>| {
        let ctx = all.get(total.session)?;
        let mut place = BudgetPlace::new(total.budget.clone());
        place.line = Some(total.line.clone());
        let href = ctx.href(Place::Budget(Box::new(place)));
        let amount = if is_one_unit { grouped(total.amount) } else { money::listed(lang, total.amount, total.unit) };
        let session = name(lang, ctx.session());
        Some(view! { <div><a class="t" href=href.clone() data-key=href title=session>{amount}</a></div> }.into_any())
    };
    let key = |total: &Total<'_>| (total.year, total.stage, total.is_part_of_year);
    let mut rows = Vec::new();
    for row in totals.chunk_by(|a, b| key(a) == key(b)).rev() {
        let Some(first) = row.first() else { continue };
        let part = if first.is_part_of_year { t.part_of_year } else { "" };
        let of = |direction| row.iter().filter(|total| total.direction == direction).filter_map(amount).collect::<Vec<_>>();
        let row = view! {
            <tr>
                <th scope="row">{first.year.to_string()}</th>
                <td class="words">{labels::column(lang, first.stage)}" "{small(part)}</td>
                <td>{of(Direction::Revenue)}</td>
                <td>{of(Direction::Expenditure)}</td>
            </tr>
        };
        rows.push(row.into_any());
    }
    let head = [t.year, t.stage, labels::direction(lang, Direction::Revenue), labels::direction(lang, Direction::Expenditure)];
    let unit = if is_one_unit { fill(t.amounts_in, &[labels::unit(lang, unit)]) } else { String::new() };
    let about = dots(&[&unit, b.body_budget_about]);
    let table = table("scroll", b.body_budget, &head, rows.into_any());
    Some(view! { <Section heading=b.body_budget><p class="quiet">{about}</p>{table}</Section> }.into_any())
}

/// A row of numbers of a session, with what they are in our words and the file's, and with what of them contradicts itself.
fn numbers(ctx: &Ctx, place: Place, note: (&str, &str), numbers: &[Option<usize>], found: &[Contradiction]) -> AnyView {
    let (words, own) = note;
    let own = (!own.is_empty()).then(|| view! { " · "<span lang=ctx.content_lang()>{own.to_owned()}</span> }.into_any());
    let note = view! { <small class="quiet">{words.to_owned()}{own}</small> }.into_any();
    let numbers = numbers.iter().map(|n| view! { <td>{n.map_or_else(|| "—".to_owned(), |n| n.to_string())}</td> }.into_any());
    view! {
        <tr>
            <th scope="row">{to(ctx.href(place), &name(ctx.lang, ctx.session()))}{note}{as_printed(ctx.lang, found)}</th>
            {numbers.collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}

/// Counts of suggestions and projects, newest session first.
fn over_sessions(lang: Lang, all: &[Ctx]) -> Vec<AnyView> {
    let (t, b, s) = (lang.texts(), Beyond::of(lang), Story::of(lang));
    let (mut suggestions, mut carried) = (Vec::new(), Vec::new());
    for ctx in all.iter().rev() {
        let session = ctx.session();
        let of_list = || Place::Suggestions(Box::default());
        for totals in &session.suggestion_totals {
            let note = (s.as_reported, totals.title.as_deref().unwrap_or_default());
            suggestions.push(numbers(ctx, of_list(), note, &reported(totals), &remarks::totals(totals)));
        }
        if !session.suggestions.is_empty() {
            suggestions.push(numbers(ctx, of_list(), (s.in_list, ""), &counted(session), &[]));
        }
        if !session.projects.is_empty() {
            carried.push(numbers(ctx, Place::Projects, ("", ""), &projects(session).map(Some), &[]));
        }
    }
    let [first, second, third, fourth] = [Outcome::A, Outcome::B, Outcome::C, Outcome::D].map(|outcome| labels::outcome(lang, outcome));
    let parts: [(&'static str, Vec<AnyView>, &[&str]); 2] = [
        (b.body_suggestions, suggestions, &[t.in_session, s.received, s.replied_count, first, second, third, fourth]),
        (b.body_projects, carried, &[t.in_session, t.projects, s.finished, b.projects_open, s.progress_unknown, t.not_selected]),
    ];
    let parts = parts.into_iter().filter(|(_, rows, _)| !rows.is_empty()).map(|(title, rows, head)| {
        let table = table("scroll", title, head, rows.into_any());
        view! { <Section heading=title>{table}<p class="quiet">{b.unstated_mark}</p></Section> }.into_any()
    });
    parts.collect()
}
