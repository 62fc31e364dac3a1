//! What is reported of the suggestions as a whole, beside what is listed.

use crate::digest::follow::{Measure, Total, reported, totals};
use crate::digest::remarks;
use crate::i18n::{dates, fill, labels};
use crate::model::{AgendaKind, Stated, SuggestionTotals};
use crate::route::Place;
use crate::ui::components::elsewhere::HandedIn;
use crate::ui::components::layout::Section;
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::{Phrases, stated};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

fn measure_word(ctx: &Ctx, measure: Measure) -> &'static str {
    let s = ctx.story();
    match measure {
        Measure::Received => s.received,
        Measure::Kind(kind) => labels::suggestion_kind(ctx.lang, kind),
        Measure::Replied => s.replied_count,
        Measure::Outcome(outcome) => labels::outcome(ctx.lang, outcome),
        Measure::Satisfaction(satisfaction) => labels::satisfaction(ctx.lang, satisfaction),
    }
}

/// A report's totals beside what the list comes to; where they differ that is said in words.
#[component]
pub fn Totals(
    /// Which of the session's reports; without one the list alone is counted.
    report: Option<usize>,
) -> impl IntoView {
    let ctx = use_ctx();
    let s = ctx.story();
    let session = ctx.session();
    let Some(report) = report.and_then(|at| session.suggestion_totals.get(at)) else {
        let counted = totals(session, None).into_iter().filter_map(|total| {
            let count = total.counted.filter(|count| *count != 0)?;
            Some(view! { <dt>{measure_word(&ctx, total.measure)}</dt><dd>{count.to_string()}</dd> }.into_any())
        });
        let counted = counted.collect::<Vec<_>>();
        return view! { <Section heading=s.totals><dl class="inline">{counted}</dl></Section> }.into_any();
    };
    let title = report.title.as_deref().unwrap_or(s.totals).to_owned();
    let of_title = report.title.as_ref().map(|_| ctx.content_lang());
    let all = totals(session, Some(report));
    let has_list = all.iter().any(|total| total.counted.is_some());
    let columns = has_list.then(|| view! { <th scope="col">{s.in_list}</th><th class="words" scope="col">{s.difference}</th> }.into_any());
    let mut rows: Vec<_> = all.iter().map(|total| row(&ctx, total, has_list)).collect();
    for (label, percent) in [(s.replied_percent, &report.replied_percent), (s.satisfied_percent, &report.satisfied_percent)] {
        if let Stated::Value(percent) = percent {
            let rest = has_list.then(|| view! { <td></td><td></td> }.into_any());
            rows.push(view! { <tr><th class="words" scope="row">{label}</th><td>{format!("{percent}%")}</td>{rest}</tr> }.into_any());
        }
    }
    let about = about(&ctx, report);
    let remark = as_printed(ctx.lang, &remarks::totals(report));
    let lang = ctx.content_lang();
    let note = report.note.as_ref().map(|note| view! { <p class="quiet" lang=lang>{note.to_string()}</p> }.into_any());
    view! {
        <section>
            <h2 lang=of_title><Phrases title=title.clone()/></h2>
            {about}
            <div class="scroll" tabindex="0" role="group" aria-label=title>
                <table>
                    <thead>
                        <tr><th class="words" scope="col">{s.what}</th><th scope="col">{s.as_reported}</th>{columns}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {remark}
            {note}
        </section>
    }
    .into_any()
}

/// The day of a report, the item of the agenda that it belongs to, and the session whose suggestions it counts.
fn about(ctx: &Ctx, report: &SuggestionTotals) -> AnyView {
    let date =
        report.as_of.as_ref().map(|date| view! { <span>{format!("{} {}", ctx.t.as_of, dates::date(ctx.lang, date))}</span> }.into_any());
    let item = reported(ctx.session(), report.agenda.as_ref(), AgendaKind::SuggestionsReport).map(|item| {
        let href = ctx.href(Place::AgendaItem(item.id.clone()));
        view! { <a href=href lang=ctx.content_lang()>{item.title.to_string()}</a> }.into_any()
    });
    let from = report.session.clone().map(|from| view! { <HandedIn from/> }.into_any());
    view! { <p class="quiet parts">{date}{item}{from}</p> }.into_any()
}

fn row(ctx: &Ctx, total: &Total, has_list: bool) -> AnyView {
    let (t, s) = (ctx.t, ctx.story());
    let listed = has_list.then(|| {
        let counted = match total.counted {
            Some(n) => view! { <td>{n.to_string()}</td> }.into_any(),
            None => view! { <td class="quiet">{t.not_stated}</td> }.into_any(),
        };
        let words = total.difference().map(|by| {
            let template = if by > 0 { s.report_has_more } else { s.list_has_more };
            fill(template, &[&by.unsigned_abs().to_string()])
        });
        view! { {counted}<td class="words">{words}</td> }.into_any()
    });
    view! { <tr><th class="words" scope="row">{measure_word(ctx, total.measure)}</th><td>{stated(&total.reported)}</td>{listed}</tr> }
        .into_any()
}
