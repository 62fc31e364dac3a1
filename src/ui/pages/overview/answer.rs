//! What an answer is made of.

use crate::route::Place;
use crate::ui::components::text::Phrases;
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// A question with its answer, and the ways to all there is of it.
#[component]
pub(super) fn Answer(
    /// The question.
    question: &'static str,
    /// The places that have it all, each with its name.
    #[prop(optional)]
    ways: Vec<(&'static str, Place)>,
    /// The answer.
    children: Children,
) -> impl IntoView {
    let ctx = use_ctx();
    let ways = ways.into_iter().map(|(label, place)| view! { <a class="go" href=ctx.href(place)>{label}</a> }.into_any());
    let ways = ways.collect::<Vec<_>>();
    view! {
        <section class="answer">
            <div class="answer-head"><h2><Phrases title=question/></h2>{ways}</div>
            {children()}
        </section>
    }
    .into_any()
}

/// A part of a sentence: a template with its values in bold.
pub(super) fn said(template: &str, values: &[&str]) -> AnyView {
    let mut values = values.iter();
    let parts = template.split("{}").enumerate().map(|(at, words)| {
        let value = if at > 0 { values.next() } else { None };
        let value = value.map(|value| view! { <b>{(*value).to_owned()}</b> }.into_any());
        view! { {value}{words.to_owned()} }.into_any()
    });
    parts.collect::<Vec<_>>().into_any()
}

/// The parts of a sentence with what stands between them, and with its full stop.
pub(super) fn sentence(parts: Vec<AnyView>, comma: &'static str, stop: &'static str) -> AnyView {
    let parts = parts.into_iter().enumerate().map(|(at, part)| {
        let comma = (at > 0).then_some(comma);
        view! { {comma}{part} }.into_any()
    });
    let parts = parts.collect::<Vec<_>>();
    view! { {parts}{stop} }.into_any()
}
