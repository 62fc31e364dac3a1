//! What is reported of the suggestions as a whole, beside what is listed.

use crate::digest::follow::{Measure, reported, totals};
use crate::i18n::{dates, fill, labels};
use crate::model::{AgendaKind, Stated, SuggestionTotals};
use crate::route::Place;
use crate::ui::components::common::{section, stated};
use crate::ui::components::elsewhere::handed_in;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, link, said, with_text};

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
pub(super) fn totals_of(ctx: &Ctx, report: Option<&SuggestionTotals>) -> El {
    let (t, s, lang) = (ctx.t, ctx.story(), ctx.lang);
    let session = ctx.session();
    let title = report.and_then(|report| report.title.as_deref()).unwrap_or(s.totals);
    let mut part = section(title);
    let Some(report) = report else {
        let counted = totals(session, None).into_iter().filter_map(|total| {
            Some(said(measure_word(ctx, total.measure), &total.counted?.to_string())).filter(|_| total.counted != Some(0))
        });
        return part.add(el("dl").class("inline").all(counted.flatten().collect()));
    };
    let item = reported(session, report.agenda.as_ref(), AgendaKind::SuggestionsReport);
    let item = item.map(|item| link(&ctx.href(Place::AgendaItem(item.id.clone())), &item.title).lang(&ctx.content_lang()));
    let date = report.as_of.as_ref().map(|date| format!("{} {}", t.as_of, dates::date(lang, date)));
    let from = report.session.as_ref().map(|from| handed_in(ctx, from));
    let parts = [date.map(|date| with_text("span", "", &date)), item, from];
    let about = el("p").class("quiet parts").all(parts.into_iter().flatten().collect());
    let all = totals(session, Some(report));
    let has_list = all.iter().any(|total| total.counted.is_some());
    let column = |label: &str| with_text("th", "", label).set("scope", "col");
    let head = el("tr").add(with_text("th", "words", s.what).set("scope", "col")).add(column(s.as_reported));
    let head = if has_list { head.add(column(s.in_list)).add(with_text("th", "words", s.difference).set("scope", "col")) } else { head };
    let mut rows = el("tbody");
    for total in all {
        let row = el("tr")
            .add(with_text("th", "words", measure_word(ctx, total.measure)).set("scope", "row"))
            .add(el("td").add(stated(t, &total.reported)));
        rows = rows.add(if has_list {
            let counted = total.counted.map_or_else(|| with_text("td", "quiet", t.not_stated), |n| with_text("td", "", &n.to_string()));
            let words = total.difference().map(|by| {
                let template = if by > 0 { s.report_has_more } else { s.list_has_more };
                fill(template, &[&by.unsigned_abs().to_string()])
            });
            row.add(counted).add(with_text("td", "words", words.as_deref().unwrap_or("")))
        } else {
            row
        });
    }
    for (label, percent) in [(s.replied_percent, &report.replied_percent), (s.satisfied_percent, &report.satisfied_percent)] {
        if let Stated::Value(percent) = percent {
            let row = el("tr").add(with_text("th", "words", label).set("scope", "row")).add(with_text("td", "", &format!("{percent}%")));
            rows = rows.add(if has_list { row.add(el("td")).add(el("td")) } else { row });
        }
    }
    let table = el("table").add(el("thead").add(head)).add(rows);
    part = part.add(about).add(el("div").class("scroll").set("tabindex", "0").set("role", "group").set("aria-label", title).add(table));
    part.maybe(report.note.as_ref().map(|note| with_text("p", "quiet", note).lang(&ctx.content_lang())))
}
