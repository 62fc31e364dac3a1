//! Bills and suggestions: what is reported of all, the list with its filters, and one with what became of it.

mod filters;
use crate::digest::follow::{Answer, answer, chosen, day_of};
use crate::i18n::{fill, labels};
use crate::model::{Suggestion, SuggestionKind, Text};
use crate::route::{Chosen, Place, Route};
use crate::ui::components::common::{dotted, heading, one_column, person};
use crate::ui::components::elsewhere::handed_in;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, button, el, link, rebuilt, with_text};
use leptos::prelude::*;

pub mod one;
mod totals;

/// So many are listed at once; more when asked for.
const AT_ONCE: usize = 200;

/// Totals and list.
pub fn page(ctx: &Ctx) -> AnyView {
    let session = ctx.session();
    let mut content = vec![heading(ctx.t.suggestions)];
    content.extend(session.suggestion_totals.iter().map(|report| totals::totals_of(ctx, Some(report))));
    if session.suggestion_totals.is_empty() {
        content.push(totals::totals_of(ctx, None));
    }
    if !session.suggestions.is_empty() {
        let here = ctx.clone();
        content.push(filters::filters(ctx));
        let shown = RwSignal::new(AT_ONCE);
        content.push(rebuilt(Box::new(move || list(&here, shown))));
    }
    one_column(content)
}

/// What is chosen in the address; tracks it.
fn choice(ctx: &Ctx) -> Chosen {
    match ctx.app.route.get() {
        Route::Session { place: Place::Suggestions(chosen), .. } => *chosen,
        _ => Chosen::default(),
    }
}

/// The suggestions that fit, as many as are to be shown.
fn list(ctx: &Ctx, shown: RwSignal<usize>) -> Vec<El> {
    let most = shown.get();
    let (t, s, session) = (ctx.t, ctx.story(), ctx.session());
    let chosen_now = choice(ctx);
    let fit = chosen(session, &chosen_now);
    let said = fill(s.listed, &[&fit.len().to_string(), &session.suggestions.len().to_string()]);
    let mut parts = vec![with_text("p", "quiet count", &said).set("role", "status")];
    if fit.is_empty() {
        let all = link(&ctx.href(Place::Suggestions(Box::default())), t.clear_choice).class("btn");
        parts.push(el("div").class("state").add(with_text("p", "", s.none_fits)).add(el("p").add(all)));
        return parts;
    }
    let mut from = None;
    let mut rows = el("ul").class("rows").lang(&ctx.content_lang());
    for one in fit.iter().take(most).filter_map(|place| session.suggestions.get(*place)) {
        // Numbers begin anew with each session.
        if one.session != from {
            let group = std::mem::replace(&mut rows, el("ul").class("rows").lang(&ctx.content_lang()));
            parts.extend((group.element().child_element_count() > 0).then_some(group));
            from.clone_from(&one.session);
            parts.extend(one.session.as_ref().map(|from| el("p").class("sit").add(handed_in(ctx, from))));
            if from.is_none() {
                parts.push(el("p").class("sit").text(s.handed_in_here));
            }
        }
        rows = rows.add(row(ctx, one));
    }
    parts.push(rows);
    let left = fit.len().saturating_sub(most);
    if left > 0 {
        let more = move |_| shown.update(|shown| *shown += AT_ONCE * 5);
        parts.push(button("btn", &fill(s.show_more, &[&left.to_string()]), Box::new(more)).set("data-key", "more"));
    }
    parts
}

fn chips(ctx: &Ctx, one: &Suggestion) -> El {
    let (s, lang) = (ctx.story(), ctx.lang);
    let chip = |class: &str, text: &str| with_text("span", class, text).lang(lang.tag());
    let bill = one.kind.filter(|kind| *kind == SuggestionKind::Bill).map(|kind| labels::suggestion_kind(lang, kind));
    let state = match answer(one, day_of(ctx.session())) {
        Answer::Overdue => Some(s.overdue),
        Answer::Late => Some(s.late),
        Answer::Unknown | Answer::Waiting | Answer::Given => None,
    };
    let status = one.status.as_ref().map(|status| with_text("span", "chip", status));
    let outcome = one.outcome.value().map(|outcome| chip("chip done", labels::outcome(lang, *outcome)));
    el("span")
        .class("chips")
        .maybe(bill.map(|bill| chip("chip", bill)))
        .maybe(status)
        .maybe(outcome)
        .maybe(state.map(|state| chip("chip mark", state)))
}

fn row(ctx: &Ctx, one: &Suggestion) -> El {
    let number = one.number.as_ref().map(|number| with_text("span", "n", number).text(" "));
    let title = el("span").maybe(number).add(link(&ctx.href(Place::Suggestion(one.id.clone())), &one.title).class("t"));
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let others = (!one.cosigners.is_empty()).then(|| fill(ctx.story().and_others, &[&one.cosigners.len().to_string()]));
    let others = others.map(|others| with_text("span", "", " ").text(&others).lang(ctx.lang.tag()));
    let rest = dotted([words(&one.unit), words(&one.category)]);
    let dot = if rest.is_empty() || one.lead.is_none() { "" } else { " · " };
    let who = el("span").class("who").maybe(one.lead.as_ref().map(|id| person(ctx, id))).maybe(others).text(dot).text(&rest);
    el("li").add(title).add(chips(ctx, one)).add(who)
}
