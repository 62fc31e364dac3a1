//! What was found about a subject, one row each: budget lines with their money, projects and suggestions with how they stand, paragraphs with
//! the words around. Each row leads to its place.

use crate::budget::{change, completion, grouped, this_year, unit};
use crate::digest::follow::{Answer, answer, day_of};
use crate::i18n::{Subjects, fill, labels, money};
use crate::model::{Direction, Stated};
use crate::order::insert;
use crate::search::excerpt::{Snip, cut, shortened};
use crate::search::{Item, Spot};
use crate::subjects::About;
use crate::ui::components::chip::{Chip, outcome};
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// Things of one kind that the session around has about a subject. A row stays the same element when more are shown.
#[component]
pub fn Rows(
    /// What was found, in the order of the session; a budget line is followed by those within it.
    all: Vec<About>,
    /// So many rows are shown.
    #[prop(into)]
    most: Signal<usize>,
) -> impl IntoView {
    let ctx = use_ctx();
    let rows = StoredValue::new(with_parts(&all));
    let shown = move || {
        let mut named = Vec::new();
        let with_names = |(one, parts): (About, Vec<About>)| {
            let within = Item::of(ctx.session(), &ctx.opened.lookup, one.spot).map(|item| within(&item)).unwrap_or_default();
            // What belongs to one place is shown under its name, once.
            let within = Some(within).filter(|within| !within.is_empty() && insert(&mut named, within.clone()));
            (one, parts, within)
        };
        rows.with_value(|rows| rows.iter().take(most.get()).cloned().map(with_names).collect::<Vec<_>>())
    };
    let row = |(one, parts, within): (About, Vec<About>, Option<String>)| view! { <Row one parts within/> }.into_any();
    let lang = use_ctx().content_lang();
    view! { <ul class="found" lang=lang><For each=shown key=|(one, ..)| one.spot children=row/></ul> }.into_any()
}

/// Each thing with the budget lines within it.
fn with_parts(all: &[About]) -> Vec<(About, Vec<About>)> {
    let mut rows: Vec<(About, Vec<About>)> = Vec::new();
    for one in all {
        match rows.last_mut() {
            Some((_, parts)) if one.is_part => parts.push(*one),
            _ => rows.push((*one, Vec::new())),
        }
    }
    rows
}

/// One thing.
#[component]
fn Row(
    /// Where it is.
    one: About,
    /// The budget lines within it.
    parts: Vec<About>,
    /// The name of what it belongs to, where that was not shown before.
    within: Option<String>,
) -> impl IntoView {
    let ctx = use_ctx();
    let row = row(&ctx, one)?;
    let within = within.map(|within| view! { <p class="within">{within}</p> }.into_any());
    let s = Subjects::of(ctx.lang);
    let parts = (!parts.is_empty()).then(|| {
        let label = fill(s.subject_parts, &[&parts.len().to_string()]);
        let rows: Vec<AnyView> = parts.into_iter().filter_map(|part| row_of_part(&ctx, part)).collect();
        view! { <details class="parts-of"><summary lang=ctx.lang.tag()>{label}</summary><ul>{rows}</ul></details> }.into_any()
    });
    Some(view! { <li>{within}{row}{parts}</li> }.into_any())
}

fn row_of_part(ctx: &Ctx, part: About) -> Option<AnyView> {
    let row = row(ctx, part)?;
    Some(view! { <li>{row}</li> }.into_any())
}

/// The title with its link, what is said beside it, and the words around what was found in its text.
fn row(ctx: &Ctx, one: About) -> Option<AnyView> {
    let item = Item::of(ctx.session(), &ctx.opened.lookup, one.spot)?;
    let href = ctx.href_at(item.place.clone(), item.at);
    let mark = |text: &str| cut(text, &one.marks(text));
    let texts = item.body.iter().map(|text| mark(text)).filter(|snips| snips.iter().any(|snip| snip.is_marked)).map(shortened);
    if item.head.is_empty() {
        let first = texts.into_iter().next().or_else(|| item.body.first().map(|text| shortened(mark(text)))).unwrap_or_default();
        return Some(view! { <a href=href class="snip">{snips(first)}</a> }.into_any());
    }
    let title = snips(mark(&item.head));
    // A title that says it needs no proof from the text.
    let is_said = one.marks(&item.head).is_empty();
    let texts: Vec<AnyView> =
        if is_said { texts.take(2).map(|text| view! { <p class="snip">{snips(text)}</p> }.into_any()).collect() } else { Vec::new() };
    let (amount, beside, note) = beside(ctx, one.spot);
    let amount = amount.map(|amount| view! { <b class="v" lang=ctx.lang.tag()>{amount}</b> }.into_any());
    let note = note.map(|note| view! { <p class="sub quiet" lang=ctx.lang.tag()>{note}</p> }.into_any());
    Some(view! { <div class="top"><a class="t" href=href>{title}</a>{amount}{beside}</div>{note}{texts} }.into_any())
}

/// What is said beside a title: an amount, a chip, and words.
type Beside = (Option<String>, Option<AnyView>, Option<AnyView>);

fn beside(ctx: &Ctx, spot: Spot) -> Beside {
    let money = money(ctx, spot).map(|(amount, note)| (Some(amount), None, Some(note.into_any())));
    money.or_else(|| standing(ctx, spot)).unwrap_or_default()
}

/// The money of a budget line, of this year as far as the source tells of it; with the stage, the completion and the change that come of it.
fn money(ctx: &Ctx, spot: Spot) -> Option<(String, String)> {
    let Spot::Line(budget, table, line) = spot else { return None };
    let budget = ctx.session().budgets.get(budget as usize)?;
    let table = budget.tables.get(table as usize)?;
    let line = table.lines.get(line as usize)?;
    let (t, lang) = (ctx.t, ctx.lang);
    let code = line.code.clone();
    let income = (table.direction == Direction::Revenue).then(|| labels::direction(lang, table.direction).to_owned());
    let percent = |label: &str, value| Some(format!("{label} {}%", grouped(value)));
    let Some((column, amount)) = this_year(line) else {
        // Some tables have only next year's figure.
        let next = line.amounts.next.value()?;
        let stage = labels::column(lang, crate::budget::Column::Next).to_owned();
        return Some((money::listed(lang, *next, unit(budget, table, line)), dotted([income, Some(stage), code])));
    };
    let stage = format!("{} {}", budget.fiscal_year, labels::column(lang, column));
    let done = completion(line, 1).and_then(|value| percent(t.completion, value));
    let change = change(budget, line, 1).and_then(|value| percent(t.change, value));
    Some((money::listed(lang, amount, unit(budget, table, line)), dotted([income, Some(stage), done, change, code])))
}

/// How a project, a suggestion, an agenda item or a vote stands.
fn standing(ctx: &Ctx, spot: Spot) -> Option<Beside> {
    let (session, s, lang) = (ctx.session(), ctx.story(), ctx.lang);
    let chip = |text: &str, kind: &'static str| view! { <Chip text kind/> }.into_any();
    // The file's own words, in its language.
    let own = |text: &str| view! { <span class="chip">{text.to_owned()}</span> }.into_any();
    Some(match spot {
        Spot::Project(at) => {
            let one = session.projects.get(at as usize)?;
            let status = one.status.as_ref().map(|status| own(status));
            let percent = one.progress_percent.value().map(|percent| format!("{}%", grouped(*percent)));
            let rejected = one.selection.as_ref().is_some_and(|selection| selection.selected == Stated::Value(false));
            (percent, status, rejected.then(|| ctx.t.not_selected.into_any()))
        }
        Spot::Suggestion(at) => {
            let one = session.suggestions.get(at as usize)?;
            let late = match answer(one, day_of(session)) {
                Answer::Overdue => Some(chip(s.overdue, "mark")),
                Answer::Late => Some(chip(s.late, "mark")),
                Answer::Unknown | Answer::Waiting | Answer::Given => None,
            };
            let result = one.outcome.value().map(|outcome| chip(labels::outcome(lang, *outcome), "done"));
            let status = one.status.as_ref().map(|status| own(status));
            let label = one.category.as_ref().map(|_| format!("{} ", Subjects::of(lang).subject_field));
            let said = dotted([&one.category, &one.unit].map(|text| text.as_ref().map(ToString::to_string)));
            let note = view! { {label}<bdi lang=ctx.content_lang()>{said.clone()}</bdi> }.into_any();
            (None, late.or(result).or(status), (!said.is_empty()).then_some(note))
        }
        Spot::Agenda(at) => (None, outcome(session.agenda.get(at as usize)?), None),
        Spot::Vote(at) => {
            let one = session.votes.get(at as usize)?;
            let rejected = one.result == Some(crate::model::VoteResult::Rejected);
            let result = one.result.map(|result| chip(labels::vote_result(lang, result), if rejected { "mark" } else { "done" }));
            (None, result, None)
        }
        _ => return None,
    })
}

/// What a thing belongs to, in a line.
fn within(item: &Item<'_>) -> String {
    dotted(item.within.iter().map(|text| Some((*text).to_owned())))
}

fn snips(snips: Vec<Snip>) -> Vec<AnyView> {
    let view = |snip: Snip| {
        if snip.is_marked { view! { <mark>{snip.text}</mark> }.into_any() } else { view! { <bdi>{snip.text}</bdi> }.into_any() }
    };
    snips.into_iter().map(view).collect()
}
