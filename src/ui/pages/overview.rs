//! The overview: what, where, when, who, what was decided, what there is to read.

use super::agenda::agenda_list;
use crate::digest::listing::neighbors;
use crate::digest::{decided, length_chars, minutes_to_read, presiding};
use crate::i18n::{dates, fill, labels};
use crate::model::{Attendance, Speech, Stated, TextStatus};
use crate::route::{BudgetPlace, Place};
use crate::ui::live::live;
use crate::ui::parts::{dotted, fact, outcome, person, persons, stated};
use crate::ui::state::{Ctx, Load, Origin, session_href};
use leptos::prelude::*;

/// The overview.
pub fn page(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let summary = session.summary.as_ref().map(|summary| {
        let lines = summary.split('\n').filter(|line| !line.is_empty()).map(|line| view! { <p>{line.to_owned()}</p> });
        view! { <section><h2>{t.at_a_glance}</h2><div class="glance" lang=ctx.content_lang()>{lines.collect_view()}</div></section> }
    });
    let agenda = (!session.agenda.is_empty() || !session.sittings.is_empty()).then(|| {
        view! { <section><h2>{t.agenda}</h2>{agenda_list(ctx, None)}</section> }
    });
    view! {
        <div class="page">
            <div>
                {summary}
                {decisions(ctx)}
                {agenda}
                {to_read(ctx)}
                {budgets(ctx)}
            </div>
            <aside>
                <div><h3>{t.about_session}</h3>{facts(ctx)}</div>
                {same_body(ctx)}
                <div><h3>{t.sources}</h3>{sources(ctx)}</div>
            </aside>
        </div>
    }
    .into_any()
}

fn decisions(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let items: Vec<_> = decided(session).collect();
    // A resolution that an item already leads to is not said twice.
    let alone = session.resolutions.iter().filter(|resolution| !items.iter().any(|item| item.resolutions.contains(&resolution.id)));
    let rows: Vec<AnyView> = items
        .iter()
        .map(|item| {
            let href = ctx.href(Place::AgendaItem(item.id.clone()));
            view! { <li><a class="t" href=href>{item.title.to_string()}</a>{outcome(ctx, item)}</li> }.into_any()
        })
        .chain(alone.map(|resolution| {
            let kind = resolution
                .kind
                .map(|kind| view! { <span class="chip" lang=ctx.lang.tag()>{labels::resolution_kind(ctx.lang, kind)}</span> });
            let href = ctx.href(Place::Resolution(resolution.id.clone()));
            view! { <li><a class="t" href=href>{resolution.title.to_string()}</a>{kind}</li> }.into_any()
        }))
        .collect();
    let body = if rows.is_empty() {
        view! { <p class="quiet">{t.nothing_decided}</p> }.into_any()
    } else {
        view! { <ul class="decided" lang=ctx.content_lang()>{rows}</ul> }.into_any()
    };
    view! { <section><h2>{t.decided}</h2>{body}</section> }.into_any()
}

fn to_read(ctx: &Ctx) -> Option<AnyView> {
    let readable: Vec<&Speech> = ctx.session().speeches.iter().filter(|speech| !speech.blocks.is_empty()).collect();
    (!readable.is_empty()).then(|| {
        let rows = readable.into_iter().map(|speech| {
            let minutes = minutes_to_read(length_chars(&speech.blocks)).to_string();
            let length = view! { <span class="chip" lang=ctx.lang.tag()>{fill(ctx.t.about_minutes, &[&minutes])}</span> };
            let who = speech.speaker.as_ref().map(|id| person(ctx, id));
            view! {
                <li>
                    <a class="t" href=ctx.href(Place::Speech(speech.id.clone()))>{speech.title.to_string()}</a>{length}
                    <span class="who">{who}</span>
                </li>
            }
        });
        view! { <section><h2>{ctx.t.to_read}</h2><ul class="decided" lang=ctx.content_lang()>{rows.collect_view()}</ul></section> }
            .into_any()
    })
}

fn budgets(ctx: &Ctx) -> Option<AnyView> {
    let budgets = &ctx.session().budgets;
    (!budgets.is_empty()).then(|| {
        let rows = budgets.iter().map(|budget| {
            let href = ctx.href(Place::Budget(Box::new(BudgetPlace::new(budget.id.clone()))));
            let stage = labels::stage(ctx.lang, budget.stage);
            view! { <li><a class="t" href=href>{budget.title.to_string()}</a><span class="chip" lang=ctx.lang.tag()>{stage}</span></li> }
        });
        let rows = rows.collect_view();
        view! { <section><h2>{ctx.t.budgets}</h2><ul class="decided" lang=ctx.content_lang()>{rows}</ul></section> }.into_any()
    })
}

fn facts(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let chairs: Vec<_> = presiding(session).into_iter().cloned().collect();
    let kind = session.kind.map(|kind| fact(t.kind, labels::session_kind(ctx.lang, kind)));
    let when = dates::span(ctx.lang, &session.dates).map(|when| fact(t.when, when));
    let chairs = (!chairs.is_empty()).then(|| fact(t.presided_by, persons(ctx, &chairs)));
    view! {
        <dl class="pairs">
            {when}
            {fact(t.place, stated(t, &session.venue))}
            {kind}
            {chairs}
            {match &session.attendance {
                Some(attendance) => attendance_facts(ctx, attendance),
                None => fact(t.attendance, view! { <span class="quiet">{t.not_stated}</span> }),
            }}
        </dl>
    }
    .into_any()
}

/// The counts that the source gives, the share of those expected, and whether it says that there was a quorum.
pub(super) fn attendance_facts(ctx: &Ctx, attendance: &Attendance) -> AnyView {
    let t = ctx.t;
    let counts = [
        (t.seats, &attendance.seats),
        (t.expected, &attendance.expected),
        (t.present, &attendance.present),
        (t.on_leave, &attendance.on_leave),
        (t.observers, &attendance.observers),
    ];
    let rows = counts.into_iter().filter(|(_, value)| !value.is_unknown()).map(|(label, value)| fact(label, stated(t, value)));
    let share = attendance
        .present
        .value()
        .zip(attendance.expected.value())
        .filter(|(present, expected)| **expected > 0 && present <= expected)
        .map(|(present, expected)| fill(t.share_present, &[&(u64::from(*present) * 100 / u64::from(*expected)).to_string()]));
    let quorum = match attendance.quorum_met {
        Stated::Value(true) => Some(t.quorum_met.to_owned()),
        Stated::Value(false) => Some(t.quorum_not_met.to_owned()),
        Stated::Unknown | Stated::None => None,
    };
    let label = if quorum.is_some() { t.quorum } else { t.attendance };
    let line = dotted([quorum, share]);
    let summary = (!line.is_empty()).then(|| fact(label, line));
    view! { {rows.collect_view()}{summary} }.into_any()
}

/// The session before and after this one of the same body; only for sessions of the archive beside the page.
fn same_body(ctx: &Ctx) -> Option<AnyView> {
    if ctx.opened.origin != Origin::Archive {
        return None;
    }
    let app = ctx.app;
    let (id, t, lang) = (ctx.session().id.clone(), ctx.t, ctx.lang);
    Some(live(move || {
        let Load::Ready(catalogue) = app.catalogue.get() else { return ().into_any() };
        let (before, after) = neighbors(&catalogue.sessions, id.as_str());
        let link = |label: &'static str, entry: &crate::archive::Entry| {
            let number = entry.term.zip(entry.meeting).map(|(term, meeting)| {
                format!(
                    "{}{}{}",
                    dates::term(lang, term),
                    if lang == crate::i18n::Lang::En { ", " } else { "" },
                    dates::meeting(lang, meeting)
                )
            });
            let name = number.unwrap_or_else(|| entry.title.to_string());
            let href = session_href(&entry.id);
            fact(label, view! { <a href=href>{name}</a><br/><small class="quiet">{dates::span(lang, &entry.dates)}</small> })
        };
        let rows = [before.map(|entry| link(t.previous, entry)), after.map(|entry| link(t.next, entry))];
        rows.iter()
            .any(Option::is_some)
            .then(|| {
                view! { <div><h3>{t.same_body}</h3><dl class="pairs">{rows.into_iter().flatten().collect_view()}</dl></div> }
            })
            .into_any()
    }))
}

fn sources(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let rows = ctx.session().sources.iter().map(|source| {
        let date = source.date.as_ref().map(|date| dates::date(ctx.lang, date));
        let line = dotted([source.publisher.as_ref().map(ToString::to_string), date]);
        view! { <li><bdi>{source.title.to_string()}</bdi><br/><small class="quiet">{line}</small></li> }
    });
    let summarized =
        ctx.session().speeches.iter().any(|speech| !speech.blocks.is_empty() && speech.text_status == Some(TextStatus::Summary));
    let as_of = ctx.session().as_of.as_ref().map(|date| view! { <p class="quiet">{t.as_of}" "{dates::date(ctx.lang, date)}</p> });
    view! {
        <ul class="plain" lang=ctx.content_lang()>{rows.collect_view()}</ul>
        {summarized.then(|| view! { <p>{t.paraphrase_note}</p> })}
        {as_of}
        <p><a href=ctx.href(Place::Documents)>{t.documents}</a></p>
    }
    .into_any()
}
