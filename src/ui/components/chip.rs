//! A word or two in a rounded frame: a kind, a state, a result.

use crate::digest::facts::state;
use crate::i18n::labels;
use crate::model::{AgendaItem, AgendaResult, AgendaState};
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// Words of the interface in a frame.
#[component]
pub fn Chip(
    /// The words.
    #[prop(into)]
    text: String,
    /// What else it is: `done`, `going`, `mark`, `over` or `sample`.
    #[prop(optional)]
    kind: &'static str,
) -> impl IntoView {
    let class = if kind.is_empty() { "chip".to_owned() } else { format!("chip {kind}") };
    view! { <span class=class lang=use_ctx().lang.tag()>{text}</span> }.into_any()
}

/// How far an agenda item has come and what came of it; nothing where the file says neither.
pub fn outcome(item: &AgendaItem) -> Option<AnyView> {
    let lang = use_ctx().lang;
    let state = state(item).map(|state| {
        let kind = if matches!(state, AgendaState::Withdrawn | AgendaState::Postponed) { "mark" } else { "" };
        view! { <Chip text=labels::agenda_state(lang, state) kind/> }.into_any()
    });
    let result = item.result.map(|result| {
        let kind = match result {
            AgendaResult::Adopted | AgendaResult::Elected => "done",
            AgendaResult::Rejected => "mark",
            AgendaResult::Noted | AgendaResult::None => "",
        };
        view! { <Chip text=labels::agenda_result(lang, result) kind/> }.into_any()
    });
    match (state, result) {
        (Some(state), Some(result)) => Some(view! { <span class="chips">{state}{result}</span> }.into_any()),
        (state, result) => state.or(result),
    }
}
