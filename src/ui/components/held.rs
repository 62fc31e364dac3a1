//! The reports that would hold what the text at hand does not print.

use crate::digest::answers::{Gap, Held, held};
use crate::i18n::Answers;
use crate::ui::components::chip::Chip;
use crate::ui::components::decided::{DecidedList, DecidedRow};
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// The reports by title, each with whether its text is there; that there are none, where the agenda names none.
#[component]
pub fn HeldList(
    /// What is missing.
    gap: Gap,
) -> impl IntoView {
    let ctx = use_ctx();
    let a = Answers::of(ctx.lang);
    let found = held(ctx.session(), gap);
    if found.is_empty() {
        return view! { <p class="quiet">{a.absent_none_held}</p> }.into_any();
    }
    let rows = found.into_iter().map(|Held { title, place, has_text }| {
        let (text, kind) = if has_text { (a.absent_read, "done") } else { (a.absent_title, "") };
        view! { <DecidedRow place title=title.to_string()><Chip text kind/></DecidedRow> }.into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <p>{a.absent_held}</p><DecidedList rows/> }.into_any()
}
