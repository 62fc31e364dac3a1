//! How a suggestion stands, in a few words.

use crate::digest::follow::{Answer, answer, day_of};
use crate::i18n::labels;
use crate::model::{Outcome, Stated, Suggestion, SuggestionKind, Text};
use crate::ui::components::chip::Chip;
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// Whether it is a bill, its status, what came of it, and whether an answer is late; `is_alone`: that it is no bill, too, which in a list goes without
/// saying.
pub fn chips(ctx: &Ctx, one: &Suggestion, is_alone: bool) -> AnyView {
    let (s, lang) = (ctx.story(), ctx.lang);
    let chip = |kind: &'static str, text: &'static str| view! { <Chip text kind/> }.into_any();
    let kind = one.kind.filter(|kind| is_alone || *kind == SuggestionKind::Bill).map(|kind| chip("", labels::suggestion_kind(lang, kind)));
    let (own, answer) = (ctx.content_lang(), answer(one, day_of(ctx.session())));
    // In a list it is said once that an answer is late.
    let is_said = |status: &&Text| !is_alone && answer == Answer::Overdue && status.starts_with("逾期");
    let status = one
        .status
        .as_ref()
        .filter(|status| !is_said(status))
        .map(|status| view! { <span class="chip" lang=own>{status.to_string()}</span> }.into_any());
    let outcome = match one.outcome {
        Stated::Value(outcome) => {
            let kind = match outcome {
                Outcome::A => "done",
                Outcome::B => "going",
                Outcome::C | Outcome::D => "",
            };
            Some(chip(kind, labels::outcome(lang, outcome)))
        }
        Stated::None if is_alone => Some(view! { <span class="chip">{s.outcome}" "{ctx.t.none}</span> }.into_any()),
        Stated::None | Stated::Unknown => None,
    };
    let state = match answer {
        Answer::Overdue => Some(chip("over", s.overdue)),
        Answer::Late => Some(chip("mark", s.late)),
        Answer::Unknown | Answer::Waiting | Answer::Given => None,
    };
    view! { <span class="chips">{kind}{status}{outcome}{state}</span> }.into_any()
}
