//! Sittings and agenda; one item in context.

use super::overview::attendance_facts;
use crate::check::short;
use crate::digest::{agenda_by_sitting, posts};
use crate::i18n::{dates, labels};
use crate::model::{AgendaItem, Sitting};
use crate::route::{BudgetPlace, Place};
use crate::ui::parts::{dotted, filled, on_behalf_of, outcome, persons};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// The whole agenda, or one item above it.
pub fn page(ctx: &Ctx, item: Option<&AgendaItem>) -> AnyView {
    let list = view! { <section>{item.map(|_| view! { <h2>{ctx.t.agenda}</h2> })}{agenda_list(ctx, item)}</section> };
    match item {
        None => view! { <div class="page one"><div><h1 tabindex="-1">{ctx.t.agenda}</h1>{list}</div></div> }.into_any(),
        Some(item) => view! { <div class="page one"><div>{single(ctx, item)}{list}</div></div> }.into_any(),
    }
}

/// One item with everything that belongs to it.
fn single(ctx: &Ctx, item: &AgendaItem) -> AnyView {
    let sitting = item.sitting.as_ref().and_then(|id| ctx.opened.lookup.sitting(ctx.session(), id));
    let number = item.number.as_ref().map(|number| view! { <span class="n">{number.to_string()}</span>" " });
    let parent = item.parent.as_ref().and_then(|id| ctx.opened.lookup.agenda(ctx.session(), id.as_str())).map(|parent| {
        let href = ctx.href(Place::AgendaItem(parent.id.clone()));
        view! { <p class="quiet"><a href=href>{filled(ctx, ctx.t.part_of, &parent.title)}</a></p> }
    });
    view! {
        <article class="item">
            <h1 tabindex="-1" lang=ctx.content_lang()>{number}{item.title.to_string()}</h1>
            {parent}
            {sitting.map(|sitting| view! { <p class="quiet" lang=ctx.content_lang()>{sitting_name(ctx, sitting)}</p> })}
            <div class="item-body">{outcome(ctx, item)}{about(ctx, item)}</div>
            {links(ctx, item)}
        </article>
    }
    .into_any()
}

/// The agenda by sitting; `current` is marked.
pub fn agenda_list(ctx: &Ctx, current: Option<&AgendaItem>) -> AnyView {
    let session = ctx.session();
    let has_sittings = !session.sittings.is_empty();
    let is_split = session.agenda.iter().all(|item| item.sitting.is_some());
    let groups = agenda_by_sitting(session).into_iter().map(|(sitting, items)| {
        let head = match sitting.and_then(|at| session.sittings.get(at)) {
            Some(sitting) => Some(sitting_head(ctx, sitting)),
            None => has_sittings.then(|| view! { <p class="sit" lang=ctx.lang.tag()><b>{ctx.t.no_sitting}</b></p> }.into_any()),
        };
        let rows = if items.is_empty() {
            // Where no item names a sitting, saying so under each sitting would only be noise.
            is_split.then(|| view! { <p class="quiet none" lang=ctx.lang.tag()>{ctx.t.sitting_no_items}</p> }).into_any()
        } else {
            let rows = items.into_iter().map(|item| row(ctx, item, current.is_some_and(|current| current.id == item.id)));
            view! { <ol class="agenda">{rows.collect_view()}</ol> }.into_any()
        };
        view! { {head}{rows} }
    });
    view! { <div lang=ctx.content_lang()>{groups.collect_view()}</div> }.into_any()
}

fn sitting_name(ctx: &Ctx, sitting: &Sitting) -> String {
    match (&sitting.name, sitting.kind) {
        (Some(name), _) => name.to_string(),
        (None, Some(kind)) => labels::sitting_kind(ctx.lang, kind).to_owned(),
        (None, None) => short(sitting.id.as_str()),
    }
}

fn sitting_head(ctx: &Ctx, sitting: &Sitting) -> AnyView {
    let session = ctx.session();
    // The day is said only where it is not the session's only day.
    let date = sitting
        .date
        .as_ref()
        .filter(|date| Some(*date) != session.dates.start.as_ref() || session.dates.end.value() != session.dates.start.as_ref());
    let time = sitting.start.as_ref().map(|start| match &sitting.end {
        Some(end) => format!("{}–{}", start.as_str(), end.as_str()),
        None => start.as_str().to_owned(),
    });
    let when = dotted([date.map(|date| dates::date(ctx.lang, date)), time]);
    let chairs = (!sitting.chairs.is_empty())
        .then(|| view! { <span><span lang=ctx.lang.tag()>{ctx.t.presided_by}</span>" "{persons(ctx, &sitting.chairs)}</span> });
    let attendance = sitting
        .attendance
        .as_ref()
        .map(|attendance| view! { <dl class="inline" lang=ctx.lang.tag()>{attendance_facts(ctx, attendance)}</dl> });
    view! {
        <div class="sit"><b>{sitting_name(ctx, sitting)}</b>{(!when.is_empty()).then_some(when)}{chairs}</div>
        {attendance}
    }
    .into_any()
}

fn row(ctx: &Ctx, item: &AgendaItem, is_current: bool) -> impl IntoView + use<> {
    let href = ctx.href(Place::AgendaItem(item.id.clone()));
    let class = match (is_current, item.parent.is_some()) {
        (true, _) => "hit",
        (false, true) => "part",
        (false, false) => "",
    };
    view! {
        <li class=class>
            <span class="n">{item.number.as_ref().map(ToString::to_string)}</span>
            <a class="t" href=href aria-current=is_current.then_some("true")>{item.title.to_string()}</a>
            {outcome(ctx, item)}
            <div class="who">{about(ctx, item)}{links(ctx, item)}</div>
        </li>
    }
}

/// Kind, what was to be done, who presented it and in which post.
fn about(ctx: &Ctx, item: &AgendaItem) -> AnyView {
    let kind = item.kind.map(|kind| labels::agenda_kind(ctx.lang, kind).to_owned());
    let action = item.action.map(|action| labels::action(ctx.lang, action).to_owned());
    let words = dotted([kind.clone(), action.filter(|action| Some(action) != kind.as_ref())]);
    let presenters = item.presenters.iter().map(|id| {
        let posts = ctx.opened.lookup.person(ctx.session(), id).map(posts);
        let posts = posts.filter(|posts| !posts.is_empty()).map(|posts| view! { <span>" · "{posts}</span> });
        view! { <span class="presenter">{crate::ui::parts::person(ctx, id)}{posts}</span> }
    });
    let behalf = on_behalf_of(ctx, &item.on_behalf_of).map(|behalf| view! { <span>" · "{behalf}</span> });
    let note = item.note.as_ref().map(|note| view! { <span class="remark" lang=ctx.content_lang()>{note.to_string()}</span> });
    view! {
        {(!item.presenters.is_empty()).then(|| view! { <span class="presenters" lang=ctx.content_lang()>{presenters.collect_view()}{behalf}</span> })}
        <span class="quiet kind" lang=ctx.lang.tag()>{words}</span>
        {note}
    }
    .into_any()
}

/// Links to the report, the vote and the resolution.
fn links(ctx: &Ctx, item: &AgendaItem) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let lookup = &ctx.opened.lookup;
    let mut speeches: Vec<_> = item.speeches.iter().filter_map(|id| lookup.speech(session, id.as_str())).collect();
    for speech in session.speeches.iter().filter(|speech| speech.agenda.as_ref() == Some(&item.id)) {
        if !speeches.iter().any(|known| known.id == speech.id) {
            speeches.push(speech);
        }
    }
    let mut links: Vec<(String, &'static str)> = Vec::new();
    for speech in speeches.iter().filter(|speech| !speech.blocks.is_empty()) {
        let label = if speech.kind == Some(crate::model::SpeechKind::Report) { t.read_report } else { t.read_speech };
        links.push((ctx.href(Place::Speech(speech.id.clone())), label));
    }
    let votes = item.votes.iter().filter_map(|id| lookup.vote(session, id.as_str()));
    links.extend(votes.map(|vote| (ctx.href(Place::Vote(vote.id.clone())), t.see_vote)));
    let resolutions = item.resolutions.iter().filter_map(|id| lookup.resolution(session, id.as_str()));
    links.extend(resolutions.map(|resolution| (ctx.href(Place::Resolution(resolution.id.clone())), t.see_resolution)));
    let budgets = item.budgets.iter().filter(|id| session.budgets.iter().any(|budget| budget.id == **id));
    links.extend(budgets.map(|id| (ctx.href(Place::Budget(Box::new(BudgetPlace::new(id.clone())))), t.see_budget)));
    if links.is_empty() {
        return ().into_any();
    }
    let title = item.title.to_string();
    let views = links.into_iter().map(|(href, label)| {
        let full = format!("{label}: {title}");
        view! { <a class="go" href=href aria-label=full>{label}</a> }
    });
    view! { <span class="links" lang=ctx.lang.tag()>{views.collect_view()}</span> }.into_any()
}
