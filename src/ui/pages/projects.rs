//! Livelihood projects: the ballot that chose them, how far they have come, and one of them.

mod ballot;
mod one;
mod progress;

use crate::check::Listed;
use crate::digest::projects::{Standing, ballot, carried, standing};
use crate::digest::remarks;
use crate::i18n::{Lists, dates};
use crate::model::Project;
use crate::route::Place;
use crate::ui::components::layout::{OneColumn, PageHeading, Section};
use crate::ui::components::remarks::{as_printed, declared};
use crate::ui::components::text::{Filled, dotted};
use crate::ui::state::{Ctx, use_ctx};
use ballot::BallotTable;
use leptos::prelude::*;
pub use one::ProjectPage;
use progress::progress;

/// The ballot, then all projects that are carried out.
#[component]
pub fn ProjectsPage() -> impl IntoView {
    let ctx = use_ctx();
    let (t, session) = (ctx.t, ctx.session());
    let choice = (!ballot(session).stood.is_empty()).then(|| view! { <BallotTable/> }.into_any());
    // Those that were not selected are in the ballot.
    let carried: Vec<&Project> = carried(session).collect();
    let out = (!carried.is_empty()).then(|| {
        let standing = standing(&carried);
        let rows = carried.iter().map(|project| row(&ctx, project, standing.alike.is_some())).collect::<Vec<_>>();
        let (states, lang) = (states(&ctx, &standing), ctx.content_lang());
        view! { <Section heading=ctx.story().carried_out>{states}<ul class="rows" lang=lang>{rows}</ul></Section> }.into_any()
    });
    let declared = declared(&ctx, Listed::Projects);
    view! { <OneColumn><PageHeading text=t.projects/>{declared}{choice}{out}</OneColumn> }.into_any()
}

/// How many have come how far, and how many are called what.
fn states(ctx: &Ctx, standing: &Standing<'_>) -> AnyView {
    let s = ctx.story();
    let number = |name: &str, count: usize| view! { <dt>{name.to_owned()}</dt><dd>{count.to_string()}</dd> }.into_any();
    let names = [s.finished, s.under_way, s.not_begun, s.progress_unknown];
    let counted = names.into_iter().zip(standing.far).filter(|(_, count)| *count > 0).map(|(name, count)| number(name, count));
    let by_status = (!standing.statuses.is_empty()).then(|| {
        let counted = standing.statuses.iter().map(|(word, count)| number(word, *count)).collect::<Vec<_>>();
        view! { <dl class="inline" lang=ctx.content_lang()>{counted}</dl> }.into_any()
    });
    let alike = standing.alike.map(|status| {
        let template = Lists::of(ctx.lang).all_alike;
        view! { <p class="quiet"><Filled template value=status/></p> }.into_any()
    });
    view! { <div><dl class="inline">{counted.collect::<Vec<_>>()}</dl>{by_status}{alike}</div> }.into_any()
}

/// A project; what all are called is not said of each.
fn row(ctx: &Ctx, project: &Project, is_alike: bool) -> AnyView {
    let number = project.number.as_ref().map(|number| view! { <span class="n">{number.to_string()}" "</span> }.into_any());
    let status =
        project.status.as_ref().filter(|_| !is_alike).map(|status| view! { <span class="chip">{status.to_string()}</span> }.into_any());
    let remark = as_printed(ctx.lang, &remarks::project(project));
    let bar = progress(ctx, project).map(|bar| view! { <span class="who">{bar}{remark}</span> }.into_any());
    let due = project.due.value().map(|due| format!("{} {}", ctx.story().finish_by, dates::date(ctx.lang, due)));
    let words = dotted([project.unit.as_ref().map(ToString::to_string), due]);
    let words = (!words.is_empty()).then(|| view! { <span class="who">{words}</span> }.into_any());
    view! {
        <li>
            <span>{number}<a class="t" href=ctx.href(Place::Project(project.id.clone()))>{project.title.to_string()}</a></span>
            {status}
            {bar}
            {words}
        </li>
    }
    .into_any()
}
