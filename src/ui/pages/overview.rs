//! The overview: the questions that a reader comes with, each with its answer, in one column.

mod answer;
mod decided;
pub mod money;
pub mod promised;
mod sources;
mod texts;

use crate::digest::answers::{Gap, held};
use crate::digest::listing::neighbors;
use crate::digest::{presiding, remarks};
use crate::i18n::{Answers, dates, fill, labels};
use crate::ui::components::around::{CompareLink, number};
use crate::ui::components::decided::AttendanceFacts;
use crate::ui::components::held::HeldList;
use crate::ui::components::layout::Fact;
use crate::ui::components::person::PersonList;
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::stated;
use crate::ui::data::catalogue::of_body;
use crate::ui::pages::overview::answer::Answer;
use crate::ui::pages::overview::decided::DecidedAnswer;
use crate::ui::pages::overview::sources::SourcesAnswer;
use crate::ui::pages::overview::texts::TextsAnswer;
use crate::ui::state::{App, Ctx, Load, Origin, session_href, use_ctx};
use leptos::prelude::*;

/// The overview. What belongs to other parts of the program is given: rooms below this one name no part.
#[component]
pub fn Overview(
    /// What was spent, by the budgets of the session.
    money: fn(&Ctx) -> AnyView,
    /// What was promised.
    promised: fn(&Ctx) -> AnyView,
    /// The subjects that something is said of.
    subjects: fn(App) -> AnyView,
    /// The agenda as a list.
    agenda: fn(&Ctx) -> AnyView,
) -> impl IntoView {
    let ctx = use_ctx();
    let (heading, facts, session) = (ctx.t.about_session, facts(&ctx), ctx.session());
    let money = if session.budgets.is_empty() { no_money(&ctx) } else { Some(money(&ctx)) };
    let has_promises = !session.projects.is_empty() || !session.suggestions.is_empty() || !session.suggestion_totals.is_empty();
    let promised = has_promises.then(|| promised(&ctx));
    view! {
        <div class="page">
            <div class="questions">
                {money}
                <DecidedAnswer/>
                {promised}
                {subjects(ctx.app)}
                {summary(&ctx)}
                <TextsAnswer/>
                <SourcesAnswer/>
                {agenda_fold(&ctx, agenda)}
            </div>
            <aside>
                <Beside heading>{facts}</Beside>
                {same_body(&ctx)}
            </aside>
        </div>
    }
    .into_any()
}

/// Which report would have the figures; nothing where no such report is known.
fn no_money(ctx: &Ctx) -> Option<AnyView> {
    let a = Answers::of(ctx.lang);
    let is_told = !held(ctx.session(), Gap::Budget).is_empty();
    is_told
        .then(|| view! { <Answer question=a.q_money><p class="say">{a.absent_budget}</p><HeldList gap=Gap::Budget/></Answer> }.into_any())
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
    Some(view! { <Answer question=ctx.story().summary><div class="glance" lang=lang>{lines}</div></Answer> }.into_any())
}

/// The agenda, built when it is opened.
fn agenda_fold(ctx: &Ctx, agenda: fn(&Ctx) -> AnyView) -> Option<AnyView> {
    let (items, sittings) = (ctx.session().agenda.len(), ctx.session().sittings.len());
    let a = Answers::of(ctx.lang);
    let label = match (items, sittings) {
        (0, 0) => return None,
        (items, 0 | 1) => fill(a.s_agenda, &[&items.to_string()]),
        (items, sittings) => fill(a.s_agenda_sittings, &[&items.to_string(), &sittings.to_string()]),
    };
    let is_wanted = RwSignal::new(false);
    let of = ctx.clone();
    let list = move || is_wanted.get().then(|| agenda(&of));
    Some(
        view! {
            <details class="fold" on:toggle=move |_| is_wanted.set(true)>
                <summary>{label}</summary>
                <div class="live">{list}</div>
            </details>
        }
        .into_any(),
    )
}

fn facts(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let remark = as_printed(ctx.lang, &remarks::dates(&session.dates));
    let when = dates::span(ctx.lang, &session.dates).map(|when| view! { <Fact term=t.when>{when}{remark}</Fact> }.into_any());
    let (venue, lang) = (stated(&session.venue), session.venue.value().map(|_| ctx.content_lang()));
    let kind = session.kind.map(|kind| labels::session_kind(ctx.lang, kind));
    let kind = kind.map(|kind| view! { <Fact term=t.kind>{kind}</Fact> }.into_any());
    let ids: Vec<_> = presiding(session).into_iter().cloned().collect();
    let chairs = (!ids.is_empty()).then(|| view! { <Fact term=t.presided_by><PersonList ids/></Fact> }.into_any());
    let attendance = match session.attendance.clone() {
        Some(attendance) => view! { <AttendanceFacts attendance/> }.into_any(),
        None => view! { <Fact term=t.attendance><span class="quiet">{t.not_stated}</span></Fact> }.into_any(),
    };
    view! { <dl class="pairs">{when}<Fact term=t.place><span lang=lang>{venue}</span></Fact>{kind}{chairs}{attendance}</dl> }.into_any()
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
