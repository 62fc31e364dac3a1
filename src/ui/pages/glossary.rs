//! The terms of the session, explained.

use crate::ui::components::common::{heading, one_column};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{el, said};
use leptos::prelude::*;

/// All terms.
pub fn page(ctx: &Ctx) -> AnyView {
    let mut terms = el("dl").class("terms wide").lang(&ctx.content_lang());
    for term in &ctx.session().glossary {
        terms = terms.all(said(&term.term, &term.definition).into());
    }
    one_column(vec![heading(ctx.t.glossary), terms])
}
