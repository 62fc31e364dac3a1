//! A word or two in a rounded frame: a kind, a state, a result.

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

/// What came of an agenda item, or how far it has come; nothing where the file says neither.
pub fn outcome(item: &AgendaItem) -> Option<AnyView> {
    let lang = use_ctx().lang;
    let (kind, text) = match (item.result, item.state) {
        (Some(result), _) => {
            let kind = match result {
                AgendaResult::Adopted | AgendaResult::Elected => "done",
                AgendaResult::Rejected => "mark",
                AgendaResult::Noted | AgendaResult::None => "",
            };
            (kind, labels::agenda_result(lang, result))
        }
        (None, Some(state @ (AgendaState::Withdrawn | AgendaState::Postponed))) => ("mark", labels::agenda_state(lang, state)),
        (None, Some(state)) => ("", labels::agenda_state(lang, state)),
        (None, None) => return None,
    };
    Some(view! { <Chip text kind/> }.into_any())
}
