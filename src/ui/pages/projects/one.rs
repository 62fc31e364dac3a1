//! One livelihood project.

use crate::digest::facts::{self, What};
use crate::digest::remarks;
use crate::i18n::dates;
use crate::model::{Project, ProjectId, Stated};
use crate::route::Place;
use crate::ui::components::elsewhere::{Elsewhere, Standing};
use crate::ui::components::facts::rows;
use crate::ui::components::layout::{Fact, Section};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::{Phrases, dotted};
use crate::ui::pages::projects::progress::progress;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// One project: how far it has come, what is to be done, and how it stood in other sessions.
#[component]
pub fn ProjectPage(
    /// The project's id in the session around.
    id: ProjectId,
) -> impl IntoView {
    let ctx = use_ctx();
    let Some(project) = ctx.opened.lookup.project(ctx.session(), &id) else { return ().into_any() };
    let (t, s) = (ctx.t, ctx.story());
    let content_lang = ctx.content_lang();
    let result = project.selection.as_ref().and_then(|choice| match choice.selected {
        Stated::Value(true) => Some(view! { <span class="chip done">{t.selected}</span> }.into_any()),
        Stated::Value(false) => Some(view! { <span class="chip mark">{t.not_selected}</span> }.into_any()),
        Stated::None | Stated::Unknown => None,
    });
    let lang = &content_lang;
    let status =
        project.status.as_ref().map(|status| view! { <span class="chip" lang=lang.clone()>{status.to_string()}</span> }.into_any());
    let bar = progress(&ctx, project).map(|bar| view! { <p>{bar}</p> }.into_any());
    let content = project.content.as_ref().map(|content| {
        let (content, lang) = (content.to_string(), lang.clone());
        view! { <Section heading=s.to_be_done><p lang=lang>{content}</p></Section> }.into_any()
    });
    let standing: Standing = Box::new(move |session| {
        let project = session.projects.iter().find(|project| project.id == id)?;
        let percent = project.progress_percent.value().map(|percent| format!("{percent}%"));
        Some((Place::Project(id.clone()), dotted([project.status.as_ref().map(ToString::to_string), percent])))
    });
    view! {
        <div class="page">
            <div>
                <h1 tabindex="-1" lang=content_lang.clone()><Phrases title=project.title.to_string()/></h1>
                <p><span class="chips">{result}{status}</span></p>
                {bar}
                {as_printed(ctx.lang, &remarks::project(project))}
                {content}
                {milestones(&ctx, project)}
                <Elsewhere from=project.session.clone() standing/>
            </div>
            <aside>
                <h3>{s.about}</h3>
                <dl class="pairs">{facts(&ctx, project)}</dl>
                <p><a class="go" href=ctx.href(Place::Projects)>{s.all_projects}</a></p>
            </aside>
        </div>
    }
    .into_any()
}

/// What else is known of it, row by row.
fn facts(ctx: &Ctx, project: &Project) -> Vec<AnyView> {
    let (term, lang) = (ctx.story().number, ctx.content_lang());
    let number = project.number.as_ref().map(ToString::to_string);
    let number = number.map(|number| view! { <Fact term><bdi lang=lang>{number}</bdi></Fact> }.into_any());
    number.into_iter().chain(rows(ctx, &facts::project(ctx.session(), project), &elsewhere(project))).collect()
}

/// What the chips and the bar say, where they say it, and what has a section of its own.
fn elsewhere(project: &Project) -> Vec<What> {
    let mut whats = vec![What::Status, What::Content, What::Step];
    let has_chip = project.selection.as_ref().is_some_and(|choice| choice.selected.value().is_some());
    whats.extend(has_chip.then_some(What::Chosen));
    whats.extend(project.progress_percent.value().map(|_| What::Progress));
    whats
}

fn milestones(ctx: &Ctx, project: &Project) -> Option<AnyView> {
    let steps = project.milestones.iter().map(|step| {
        let percent = step.percent.value().map(|percent| format!("{percent}%"));
        let words = dotted([percent, step.note.as_ref().map(ToString::to_string)]);
        let date = dates::date(ctx.lang, &step.date);
        view! { <li><span class="date" lang=ctx.lang.tag()>{date}</span><span>{words}</span></li> }.into_any()
    });
    let steps: Vec<_> = steps.collect();
    let lang = ctx.content_lang();
    (!steps.is_empty())
        .then(|| view! { <Section heading=ctx.story().milestones><ol class="timeline" lang=lang>{steps}</ol></Section> }.into_any())
}
