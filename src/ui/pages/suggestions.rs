//! Bills and suggestions: how they stand, the list with its filters, what is reported of all, and one with what became of it.

mod chips;
mod choice;
mod filters;
mod one;
mod standing;
mod totals;

use crate::check::Listed;
use crate::digest::follow::chosen;
use crate::i18n::{Lists, fill};
use crate::model::{Suggestion, Text};
use crate::route::{Chosen, Place};
use crate::ui::components::elsewhere::HandedIn;
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::components::person::PersonLink;
use crate::ui::components::remarks::declared;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use chips::chips;
use choice::choice;
use filters::Filters;
use leptos::prelude::*;
pub use one::SuggestionPage;
use standing::StandingRow;
use totals::Totals;

/// So many are listed at once; more when asked for.
const AT_ONCE: usize = 200;

/// How they stand, the list, and below it the totals as reported; without a list the totals are what there is.
#[component]
pub fn SuggestionsPage() -> impl IntoView {
    let ctx = use_ctx();
    let (t, session) = (ctx.t, ctx.session());
    // Without a report there is what the list itself comes to.
    let reports: Vec<_> =
        if session.suggestion_totals.is_empty() { vec![None] } else { (0..session.suggestion_totals.len()).map(Some).collect() };
    let totals = reports.into_iter().map(|report| view! { <Totals report/> }.into_any()).collect::<Vec<_>>();
    let declared = declared(&ctx, Listed::Suggestions);
    if session.suggestions.is_empty() {
        return view! { <OneColumn><PageHeading text=t.suggestions/>{declared}<StandingRow/>{totals}</OneColumn> }.into_any();
    }
    let is_reported = !session.suggestion_totals.is_empty();
    let words = if is_reported { Lists::of(ctx.lang).reconciliation } else { ctx.story().totals };
    view! {
        <OneColumn>
            <PageHeading text=t.suggestions/>
            {declared}
            <StandingRow/>
            <Filters/>
            <List/>
            <details class="fold"><summary>{words}</summary>{totals}</details>
        </OneColumn>
    }
    .into_any()
}

/// The suggestions that fit, as many as are to be shown.
#[component]
fn List() -> impl IntoView {
    let ctx = use_ctx();
    let shown = RwSignal::new(AT_ONCE);
    let list = move || {
        let (t, s, session) = (ctx.t, ctx.story(), ctx.session());
        let choice = choice(&ctx);
        let fit = chosen(session, &choice);
        // How many there are in all stands above.
        let is_all = choice == Chosen::default();
        let said = (!is_all).then(|| fill(s.listed, &[&fit.len().to_string(), &session.suggestions.len().to_string()]));
        let most = shown.get();
        let none = fit.is_empty().then(|| {
            let all = ctx.href(Place::Suggestions(Box::default()));
            view! { <div class="state"><p>{s.none_fits}</p><p><a class="btn" href=all>{t.clear_choice}</a></p></div> }.into_any()
        });
        let left = fit.len().saturating_sub(most);
        let more = (left > 0).then(|| {
            let press = move |_| shown.update(|shown| *shown += AT_ONCE * 5);
            view! { <button class="btn" type="button" data-key="more" on:click=press>{fill(s.show_more, &[&left.to_string()])}</button> }
                .into_any()
        });
        let fit: Vec<&Suggestion> = fit.iter().take(most).filter_map(|place| session.suggestions.get(*place)).collect();
        // One shape whatever is in it: what stays is kept, with the focus, and only what is new is made.
        view! { <p class="quiet count" role="status">{said}</p>{none}{groups(&ctx, &fit)}{more} }.into_any()
    };
    view! { {list} }.into_any()
}

/// Those that follow one another and come from the same session, under its name: numbers begin anew with each session.
fn groups(ctx: &Ctx, fit: &[&Suggestion]) -> Vec<AnyView> {
    let mut groups = Vec::new();
    for group in fit.chunk_by(|a, b| a.session == b.session) {
        let from = group.first().and_then(|first| first.session.clone());
        let sit = match from {
            Some(from) => Some(view! { <p class="sit"><HandedIn from/></p> }.into_any()),
            // That something was handed in here is said only after what was not.
            None => (!groups.is_empty()).then(|| view! { <p class="sit">{ctx.story().handed_in_here}</p> }.into_any()),
        };
        let rows = group.iter().map(|one| row(ctx, one)).collect::<Vec<_>>();
        groups.push(view! { {sit}<ul class="rows" lang=ctx.content_lang()>{rows}</ul> }.into_any());
    }
    groups
}

fn row(ctx: &Ctx, one: &Suggestion) -> AnyView {
    let number = one.number.as_ref().map(|number| view! { <span class="n">{number.to_string()}" "</span> }.into_any());
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let others = (!one.cosigners.is_empty()).then(|| {
        let others = fill(ctx.story().and_others, &[&one.cosigners.len().to_string()]);
        view! { <span lang=ctx.lang.tag()>" "{others}</span> }.into_any()
    });
    let rest = dotted([words(&one.unit), words(&one.category)]);
    let dot = if rest.is_empty() || one.lead.is_none() { "" } else { " · " };
    let lead = one.lead.clone().map(|id| view! { <PersonLink id/> }.into_any());
    view! {
        <li>
            <span>{number}<a class="t" href=ctx.href(Place::Suggestion(one.id.clone()))>{one.title.to_string()}</a></span>
            {chips(ctx, one, false)}
            <span class="who">{lead}{others}{dot}{rest}</span>
        </li>
    }
    .into_any()
}
