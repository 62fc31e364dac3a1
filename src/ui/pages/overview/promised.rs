//! What was promised: how far the projects are, what became of the suggestions, and each that is late.

use super::answer::{Answer, said, sentence};
use crate::check::rules;
use crate::digest::answers::{Late, Promised, Since, counted, lateness, promised};
use crate::i18n::{Answers, Lang, dates, fill};
use crate::model::{Date, Project, Stated, Suggestion};
use crate::route::Place;
use crate::ui::components::decided::{DecidedList, DecidedRow};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// So many late ones of each kind are in sight.
const SHOWN: usize = 3;

/// The answer; nothing where the file tells of no projects and no suggestions.
#[component]
pub fn PromisedAnswer() -> impl IntoView {
    let ctx = use_ctx();
    let a = Answers::of(ctx.lang);
    let all = promised(ctx.session());
    let mut ways = Vec::new();
    if all.has_projects() {
        ways.push((a.tab_projects, Place::Projects));
    }
    if all.has_suggestions() {
        ways.push((ctx.t.suggestions, Place::Suggestions(Box::default())));
    }
    if ways.is_empty() {
        return ().into_any();
    }
    let mut rows: Vec<AnyView> = all.late.iter().take(SHOWN).map(|late| project(&ctx, late)).collect();
    rows.extend(all.overdue.iter().take(SHOWN).map(|late| suggestion(&ctx, late)));
    let rows = (!rows.is_empty()).then(|| view! { <DecidedList rows/> }.into_any());
    let (projects, suggestions) = (of_projects(ctx.lang, &all), of_suggestions(&ctx, &all));
    view! { <Answer question=a.q_promised ways><p class="say">{projects}{suggestions}</p>{rows}</Answer> }.into_any()
}

fn of_projects(lang: Lang, all: &Promised<'_>) -> AnyView {
    let a = Answers::of(lang);
    let number = |template: &'static str, count: usize| (count > 0).then(|| said(template, &[&count.to_string()]));
    let carried = number(a.p_projects, all.carried()).map(|before| {
        let parts = counted(lang, all).into_iter().enumerate().map(|(at, (template, count))| {
            let words = said(&template, &[&count]);
            let is_late = at == 0 && !all.late.is_empty();
            if is_late { view! { <span class="late">{words}</span> }.into_any() } else { words }
        });
        let parts = sentence(parts.collect(), a.p_comma, a.p_stop);
        view! { {before}{parts}" " }.into_any()
    });
    let chosen = number(a.p_chosen, all.chosen);
    view! { {carried}{chosen}" " }.into_any()
}

fn of_suggestions(ctx: &Ctx, all: &Promised<'_>) -> AnyView {
    let a = Answers::of(ctx.lang);
    let answered = all.answered.map(|(all, answered)| said(a.p_answered, &[&all.to_string(), &answered.to_string()]));
    let overdue = (!all.overdue.is_empty()).then(|| {
        let words = said(a.p_overdue, &[&all.overdue.len().to_string()]);
        view! { <span class="late">{words}</span> }.into_any()
    });
    let parts: Vec<AnyView> = [answered, overdue].into_iter().flatten().collect();
    let told = (!parts.is_empty()).then(|| sentence(parts, a.p_comma, a.p_stop));
    let handed_in = (all.handed_in > 0).then(|| said(a.p_handed_in, &[&all.handed_in.to_string()]));
    let more_than_all = all.answered.and_then(|(all, answered)| rules::answers(Stated::Value(answered), Stated::Value(all)));
    let remark = as_printed(ctx.lang, more_than_all.as_slice());
    view! { {told}" "{handed_in}{remark} }.into_any()
}

fn project(ctx: &Ctx, late: &Late<'_, Project>) -> AnyView {
    let (a, one) = (Answers::of(ctx.lang), late.what);
    let now = match &one.progress_percent {
        Stated::Value(percent) => Some(fill(a.p_now, &[&percent.to_string()])),
        Stated::None | Stated::Unknown => None,
    };
    let words = dotted([due(ctx, a.p_due, one.due.value()), now, one.unit.as_ref().map(ToString::to_string)]);
    row(ctx, Place::Project(one.id.clone()), one.title.to_string(), late.since, words)
}

fn suggestion(ctx: &Ctx, late: &Late<'_, Suggestion>) -> AnyView {
    let (a, one) = (Answers::of(ctx.lang), late.what);
    let words = dotted([due(ctx, a.p_reply_due, one.due.value()), one.unit.as_ref().map(ToString::to_string)]);
    row(ctx, Place::Suggestion(one.id.clone()), one.title.to_string(), late.since, words)
}

fn due(ctx: &Ctx, template: &'static str, due: Option<&Date>) -> Option<String> {
    due.map(|due| fill(template, &[&dates::date(ctx.lang, due)]))
}

fn row(ctx: &Ctx, place: Place, title: String, since: Option<Since>, words: String) -> AnyView {
    let late = lateness(ctx.lang, since);
    let tag = ctx.lang.tag();
    view! {
        <DecidedRow place title>
            <span class="late" lang=tag>{late}</span>
            <span class="who">{words}</span>
        </DecidedRow>
    }
    .into_any()
}
