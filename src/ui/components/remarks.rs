//! What contradicts itself in the source, beside the figures or dates that it is of.

use crate::check::{Contradiction, Listed};
use crate::digest::remarks;
use crate::i18n::{Lang, findings};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// Contradictions with both their numbers, calmly; nothing where there are none. It may stand wherever a phrase may.
pub fn as_printed(lang: Lang, found: &[Contradiction]) -> Option<AnyView> {
    let words = findings::as_printed(lang, found)?;
    Some(view! { <span class="as-printed" lang=lang.tag()>{words}</span> }.into_any())
}

/// That the file does not list as many as the source declares.
pub fn declared(ctx: &Ctx, list: Listed) -> Option<AnyView> {
    let found = remarks::declared(ctx.session(), list)?;
    Some(view! { <p class="quiet">{findings::remark(ctx.lang, &found)}</p> }.into_any())
}
