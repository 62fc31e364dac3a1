//! The overview: what, where, when, who, what was decided, what there is to read.

use crate::digest::glance::{self, glance};
use crate::digest::listing::neighbors;
use crate::digest::{length_chars, minutes_to_read, presiding, remarks};
use crate::i18n::{dates, fill, labels};
use crate::model::TextStatus;
use crate::route::{BudgetPlace, Place};
use crate::ui::components::agenda_list::AgendaList;
use crate::ui::components::around::{CompareLink, number};
use crate::ui::components::chip::Chip;
use crate::ui::components::decided::{AttendanceFacts, DecidedList, DecidedRow, decisions};
use crate::ui::components::layout::{Fact, Section};
use crate::ui::components::person::{PersonLink, PersonList};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::{dotted, stated};
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Ctx, Load, Origin, session_href, use_ctx};
use leptos::prelude::*;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let session = ctx.session();
    let has_agenda = !session.agenda.is_empty() || !session.sittings.is_empty();
    let agenda = has_agenda.then(|| view! { <Section heading=t.agenda><AgendaList/></Section> }.into_any());
    let facts = facts(&ctx);
    view! {
        <div class="page">
            <div>{at_a_glance(&ctx)}{summary(&ctx)}{decided(&ctx)}{agenda}{to_read(&ctx)}{budgets(&ctx)}</div>
            <aside>
                <Beside heading=t.about_session>{facts}</Beside>
                {same_body(&ctx)}
                {sources(&ctx)}
            </aside>
        </div>
    }
    .into_any()
}

/// A part of what stands beside the page.
#[component]
fn Beside(
    /// The words of its heading.
    heading: &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! { <div><h3>{heading}</h3>{children()}</div> }.into_any()
}

fn summary(ctx: &Ctx) -> Option<AnyView> {
    let summary = ctx.session().summary.as_ref()?;
    let lines = summary.split('\n').filter(|line| !line.is_empty()).map(|line| view! { <p>{line.to_owned()}</p> }.into_any());
    let (lines, lang) = (lines.collect::<Vec<_>>(), ctx.content_lang());
    Some(view! { <Section heading=ctx.story().summary><div class="glance" lang=lang>{lines}</div></Section> }.into_any())
}

/// Sentences from data only, each with a link to its place.
fn at_a_glance(ctx: &Ctx) -> Option<AnyView> {
    let facts = glance(ctx.session()).into_iter();
    let rows = facts.map(|(fact, place)| {
        let remark = as_printed(ctx.lang, fact.remark().as_slice());
        view! { <li><a href=ctx.href(place)>{sentence(ctx, &fact)}</a>{remark}</li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    (!rows.is_empty()).then(|| view! { <Section heading=ctx.t.at_a_glance><ul class="glance facts-list">{rows}</ul></Section> }.into_any())
}

/// The words of a sentence; what is from the file is marked as such.
fn sentence(ctx: &Ctx, fact: &glance::Fact) -> AnyView {
    use glance::Fact;
    let s = ctx.story();
    let n = |n: usize| n.to_string();
    let (template, values) = match fact {
        Fact::Attended(expected, present) => (s.g_attended, vec![expected.to_string(), present.to_string()]),
        Fact::Reports(reports) => (s.g_reports, vec![n(*reports)]),
        Fact::AdoptedOne(title) => (s.g_adopted_one, vec![title.to_string()]),
        Fact::Adopted(adopted, title) => (s.g_adopted, vec![n(*adopted), title.to_string()]),
        Fact::Rejected(title) => (s.g_rejected, vec![title.to_string()]),
        Fact::Elected(people) => {
            let mut names = String::new();
            for (at, (id, post)) in people.iter().enumerate() {
                let name = ctx.opened.lookup.person(ctx.session(), id).map_or(id.as_str(), |person| person.name.as_str());
                let post = post.as_ref().map(|post| format!("（{post}）")).unwrap_or_default();
                names.extend([if at == 0 { "" } else { "、" }, name, &post]);
            }
            (s.g_elected, vec![names])
        }
        Fact::Answered(received, replied) => (s.g_answered, vec![received.to_string(), replied.to_string()]),
        Fact::HandedIn(received) => (s.g_handed_in, vec![received.to_string()]),
        Fact::Selected(Some(stood), selected) => (s.g_selected, vec![n(*stood), n(*selected)]),
        Fact::Selected(None, selected) => (s.g_selected_only, vec![n(*selected)]),
        Fact::Projects(all, done) => (s.g_projects, vec![n(*all), n(*done)]),
    };
    let mut values = values.into_iter();
    let parts = template.split("{}").enumerate().map(|(at, part)| {
        let value = if at > 0 { values.next() } else { None };
        let value = value.map(|value| view! { <bdi lang=ctx.content_lang()>{value}</bdi> }.into_any());
        view! { {value}{part} }.into_any()
    });
    parts.collect::<Vec<_>>().into_any()
}

fn decided(ctx: &Ctx) -> AnyView {
    let (t, rows) = (ctx.t, decisions());
    let list = if rows.is_empty() {
        view! { <p class="quiet">{t.nothing_decided}</p> }.into_any()
    } else {
        view! { <DecidedList rows/> }.into_any()
    };
    view! { <Section heading=t.decided>{list}</Section> }.into_any()
}

fn to_read(ctx: &Ctx) -> Option<AnyView> {
    let rows = ctx.session().speeches.iter().filter(|speech| !speech.blocks.is_empty()).map(|speech| {
        let minutes = minutes_to_read(length_chars(&speech.blocks)).to_string();
        let text = fill(ctx.t.about_minutes, &[&minutes]);
        let who = speech.speaker.as_ref().map(|id| view! { <PersonLink id=id.clone()/> }.into_any());
        let (place, title) = (Place::Speech(speech.id.clone()), speech.title.to_string());
        view! { <DecidedRow place title><Chip text/><span class="who">{who}</span></DecidedRow> }.into_any()
    });
    listed(ctx.t.to_read, rows.collect())
}

fn budgets(ctx: &Ctx) -> Option<AnyView> {
    let rows = ctx.session().budgets.iter().map(|budget| {
        let place = Place::Budget(Box::new(BudgetPlace::new(budget.id.clone())));
        let stage = labels::stage(ctx.lang, budget.stage);
        view! { <DecidedRow place title=budget.title.to_string()><Chip text=stage/></DecidedRow> }.into_any()
    });
    listed(ctx.t.budgets, rows.collect())
}

/// A section with a list, where there is something in it.
fn listed(heading: &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| view! { <Section heading><DecidedList rows/></Section> }.into_any())
}

fn facts(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let remark = as_printed(ctx.lang, &remarks::dates(&session.dates));
    let when = dates::span(ctx.lang, &session.dates).map(|when| view! { <Fact term=t.when>{when}{remark}</Fact> }.into_any());
    let venue = stated(&session.venue);
    let kind = session.kind.map(|kind| labels::session_kind(ctx.lang, kind));
    let kind = kind.map(|kind| view! { <Fact term=t.kind>{kind}</Fact> }.into_any());
    let ids: Vec<_> = presiding(session).into_iter().cloned().collect();
    let chairs = (!ids.is_empty()).then(|| view! { <Fact term=t.presided_by><PersonList ids/></Fact> }.into_any());
    let attendance = match session.attendance.clone() {
        Some(attendance) => view! { <AttendanceFacts attendance/> }.into_any(),
        None => view! { <Fact term=t.attendance><span class="quiet">{t.not_stated}</span></Fact> }.into_any(),
    };
    view! { <dl class="pairs">{when}<Fact term=t.place>{venue}</Fact>{kind}{chairs}{attendance}</dl> }.into_any()
}

/// The session before and after this one of the same body, as soon as the archive is known; only for sessions of the archive.
fn same_body(ctx: &Ctx) -> Option<AnyView> {
    let is_archived = ctx.opened.origin == Origin::Archive;
    let (ctx, t, lang) = (ctx.clone(), ctx.t, ctx.lang);
    let part = move || {
        let Load::Ready(catalogue) = of_body(ctx.app, &ctx.session().assembly.name) else { return None };
        let (before, after) = neighbors(&catalogue.sessions, ctx.session().id.as_str());
        let rows = [(t.previous, before), (t.next, after)].into_iter().filter_map(|(label, entry)| {
            let entry = entry?;
            let name = number(lang, entry.term, entry.meeting, &entry.title);
            let dates = dates::span(lang, &entry.dates).unwrap_or_default();
            let compare = (label == t.previous).then(|| view! { <div><CompareLink before=entry.id.clone()/></div> }.into_any());
            let href = session_href(&entry.id);
            Some(view! { <Fact term=label><a href=href>{name}</a><br/><small class="quiet">{dates}</small>{compare}</Fact> }.into_any())
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <Beside heading=t.same_body><dl class="pairs">{rows}</dl></Beside> }.into_any())
    };
    is_archived.then(|| part.into_any())
}

fn sources(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let rows = session.sources.iter().map(|source| {
        let date = source.date.as_ref().map(|date| dates::date(ctx.lang, date));
        let line = dotted([source.publisher.as_ref().map(ToString::to_string), date]);
        view! { <li><bdi>{source.title.to_string()}</bdi><br/><small class="quiet">{line}</small></li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let is_summarized = session.speeches.iter().any(|speech| !speech.blocks.is_empty() && speech.text_status == Some(TextStatus::Summary));
    let note = is_summarized.then(|| view! { <p>{t.paraphrase_note}</p> }.into_any());
    let as_of = session.as_of.as_ref().map(|date| view! { <p class="quiet">{t.as_of}" "{dates::date(ctx.lang, date)}</p> }.into_any());
    let (lang, href) = (ctx.content_lang(), ctx.href(Place::Documents));
    view! {
        <Beside heading=t.sources>
            <ul class="plain" lang=lang>{rows}</ul>
            {note}
            {as_of}
            <p><a href=href>{t.documents}</a></p>
        </Beside>
    }
    .into_any()
}
