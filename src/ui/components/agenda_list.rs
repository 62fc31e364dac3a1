//! The agenda as a list, and what is said of an item.

use crate::check::short;
use crate::digest::facts::{Usual, usual};
use crate::digest::{agenda_by_sitting, posts, remarks};
use crate::i18n::{Lists, dates, fill, labels};
use crate::model::{AgendaId, AgendaItem, Sitting};
use crate::route::{BudgetPlace, Place};
use crate::ui::components::behalf::on_behalf_of;
use crate::ui::components::chip::outcome;
use crate::ui::components::decided::AttendanceFacts;
use crate::ui::components::person::{PersonLink, PersonList};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The agenda by sitting.
#[component]
pub fn AgendaList(
    /// The item that is marked.
    #[prop(optional_no_strip)]
    current: Option<AgendaId>,
) -> impl IntoView {
    let ctx = use_ctx();
    let session = ctx.session();
    let has_sittings = !session.sittings.is_empty();
    let usual = usual(session);
    let is_split = session.agenda.iter().all(|item| item.sitting.is_some());
    let groups = agenda_by_sitting(session).into_iter().map(|(sitting, items)| {
        let head = match sitting.and_then(|at| session.sittings.get(at)) {
            Some(sitting) => Some(sitting_head(&ctx, sitting)),
            None => has_sittings.then(|| view! { <p class="sit" lang=ctx.lang.tag()><b>{ctx.t.no_sitting}</b></p> }.into_any()),
        };
        let rows = if items.is_empty() {
            // Where no item names a sitting, saying so under each sitting would only be noise.
            is_split.then(|| view! { <p class="quiet none" lang=ctx.lang.tag()>{ctx.t.sitting_no_items}</p> }.into_any())
        } else {
            let rows = items.into_iter().map(|item| row(&ctx, item, usual, current.as_ref() == Some(&item.id)));
            Some(view! { <ol class="agenda">{rows.collect::<Vec<_>>()}</ol> }.into_any())
        };
        view! { {head}{rows} }.into_any()
    });
    let said = usual.map(|usual| said_once(&ctx, usual));
    view! { <div lang=ctx.content_lang()>{said}{groups.collect::<Vec<_>>()}</div> }.into_any()
}

/// How the items stand that do not say it themselves.
fn said_once(ctx: &Ctx, usual: Usual) -> AnyView {
    let (lang, l) = (ctx.lang, Lists::of(ctx.lang));
    let (template, state, result) = match usual {
        Usual::All(state, result) => (l.all_alike, state, result),
        Usual::Rest(state) => (l.rest_alike, Some(state), None),
    };
    let state = state.map(|state| labels::agenda_state(lang, state).to_owned());
    let result = result.map(|result| labels::agenda_result(lang, result).to_owned());
    view! { <p class="quiet" lang=lang.tag()>{fill(template, &[&dotted([state, result])])}</p> }.into_any()
}

/// What a sitting is called.
pub fn sitting_name(ctx: &Ctx, sitting: &Sitting) -> String {
    match (&sitting.name, sitting.kind) {
        (Some(name), _) => name.to_string(),
        (None, Some(kind)) => labels::sitting_kind(ctx.lang, kind).to_owned(),
        (None, None) => short(sitting.id.as_str()),
    }
}

/// The head of a sitting: its name, when it was, who presided, how many came.
fn sitting_head(ctx: &Ctx, sitting: &Sitting) -> AnyView {
    let session = ctx.session();
    // The day is said only where it is not the session's only day.
    let date = sitting
        .date
        .as_ref()
        .filter(|date| Some(*date) != session.dates.start.as_ref() || session.dates.end.value() != session.dates.start.as_ref());
    let time = dates::clock(ctx.lang, sitting);
    let when = dotted([date.map(|date| dates::date(ctx.lang, date)), time]);
    let when = (!when.is_empty()).then_some(when);
    let tag = ctx.lang.tag();
    let chairs = (!sitting.chairs.is_empty()).then(|| {
        let ids = sitting.chairs.clone();
        view! { <span><span lang=tag>{ctx.t.presided_by}</span>" "<PersonList ids/></span> }.into_any()
    });
    let attendance = sitting.attendance.clone();
    let attendance = attendance.map(|attendance| view! { <dl class="inline" lang=tag><AttendanceFacts attendance/></dl> }.into_any());
    let remark = as_printed(ctx.lang, &remarks::sitting(session, sitting));
    view! { <div class="sit"><b>{sitting_name(ctx, sitting)}</b>{when}{chairs}{remark}</div>{attendance} }.into_any()
}

fn row(ctx: &Ctx, item: &AgendaItem, usual: Option<Usual>, is_current: bool) -> AnyView {
    let class = match (is_current, item.parent.is_some()) {
        (true, _) => "hit",
        (false, true) => "part",
        (false, false) => "",
    };
    let number = item.number.as_deref().unwrap_or_default().to_owned();
    let href = ctx.href(Place::AgendaItem(item.id.clone()));
    let outcome = if usual.is_some_and(|usual| usual.is_of(item)) { None } else { outcome(item) };
    view! {
        <li class=class>
            <span class="n">{number}</span>
            <a href=href class="t" aria-current=is_current.then_some("true")>{item.title.to_string()}</a>
            {outcome}
            <div class="who">{about(ctx, item)}{links(ctx, item)}</div>
        </li>
    }
    .into_any()
}

/// Who presented an item and in which post, its kind, what was to be done.
pub fn about(ctx: &Ctx, item: &AgendaItem) -> AnyView {
    let kind = item.kind.map(|kind| labels::agenda_kind(ctx.lang, kind).to_owned());
    let action = item.action.map(|action| labels::action(ctx.lang, action).to_owned());
    let words = dotted([kind.clone(), action.filter(|action| Some(action) != kind.as_ref())]);
    let has_presenters = !item.presenters.is_empty() || item.on_behalf_of.value().is_some();
    let presenters = has_presenters.then(|| presenters(ctx, item));
    let note = item.note.as_ref().map(|note| view! { <span class="remark" lang=ctx.content_lang()>{note.to_string()}</span> }.into_any());
    view! { {presenters}<span class="quiet kind" lang=ctx.lang.tag()>{words}</span>{note} }.into_any()
}

fn presenters(ctx: &Ctx, item: &AgendaItem) -> AnyView {
    let presenters = item.presenters.iter().map(|id| {
        let posts = ctx.opened.lookup.person(ctx.session(), id).map(posts).filter(|posts| !posts.is_empty());
        let posts = posts.map(|posts| view! { <span>" · "{posts}</span> }.into_any());
        view! { <span class="presenter"><PersonLink id=id.clone()/>{posts}</span> }.into_any()
    });
    let presenters = presenters.collect::<Vec<_>>();
    let dot = if presenters.is_empty() { "" } else { " · " };
    let behalf = on_behalf_of(&item.on_behalf_of).map(|behalf| view! { <span>{dot}{behalf}</span> }.into_any());
    view! { <span class="presenters" lang=ctx.content_lang()>{presenters}{behalf}</span> }.into_any()
}

/// Links to the report, the vote and the resolution.
pub fn links(ctx: &Ctx, item: &AgendaItem) -> Option<AnyView> {
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
        return None;
    }
    let links = links.into_iter().map(|(href, label)| {
        let name = format!("{label}: {}", item.title);
        view! { <a href=href class="go" aria-label=name>{label}</a> }.into_any()
    });
    Some(view! { <span class="links" lang=ctx.lang.tag()>{links.collect::<Vec<_>>()}</span> }.into_any())
}
