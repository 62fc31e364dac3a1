//! What the page rests on, and what it does not have.

use super::answer::Answer;
use crate::digest::answers::{Gap, gaps};
use crate::i18n::{Answers, Lang, dates};
use crate::model::TextStatus;
use crate::route::Place;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The sources, the day they describe, and what readers look for and they do not have.
#[component]
pub(super) fn SourcesAnswer() -> impl IntoView {
    let ctx = use_ctx();
    let (t, session) = (ctx.t, ctx.session());
    let rows = session.sources.iter().map(|source| {
        let date = source.date.as_ref().map(|date| dates::date(ctx.lang, date));
        let line = dotted([source.publisher.as_ref().map(ToString::to_string), date]);
        view! { <li><bdi>{source.title.to_string()}</bdi>" "<small class="quiet">{line}</small></li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let is_summarized = session.speeches.iter().any(|speech| !speech.blocks.is_empty() && speech.text_status == Some(TextStatus::Summary));
    let note = is_summarized.then(|| view! { <p>{t.paraphrase_note}</p> }.into_any());
    let as_of = session.as_of.as_ref().map(|date| view! { <p class="quiet">{t.as_of}" "{dates::date(ctx.lang, date)}</p> }.into_any());
    view! {
        <Answer question=Answers::of(ctx.lang).q_sources ways=vec![(t.documents, Place::Documents)]>
            {missing(&ctx)}
            <ul class="plain" lang=ctx.content_lang()>{rows}</ul>
            {note}
            {as_of}
        </Answer>
    }
    .into_any()
}

/// What is missing, each with the way to what is known of it.
fn missing(ctx: &Ctx) -> Option<AnyView> {
    let a = Answers::of(ctx.lang);
    let (comma, stop) = if ctx.lang == Lang::Zh { ("、", "。") } else { (", ", ".") };
    let all = gaps(ctx.session()).into_iter().enumerate().map(|(at, gap)| {
        let name = match gap {
            Gap::Budget => a.gap_budget,
            Gap::Projects => a.gap_projects,
            Gap::Suggestions => a.gap_suggestions,
            Gap::Texts => a.gap_texts,
            Gap::Decisions => a.gap_decisions,
        };
        let comma = (at > 0).then_some(comma);
        view! { {comma}<a href=ctx.href(gap.place())>{name}</a> }.into_any()
    });
    let all = all.collect::<Vec<_>>();
    (!all.is_empty()).then(|| view! { <p class="gaps">{a.s_gaps}{all}{stop}</p> }.into_any())
}
