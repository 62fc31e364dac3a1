//! The terms of the session, explained.

use crate::ui::state::Ctx;
use leptos::prelude::*;

/// All terms.
pub fn page(ctx: &Ctx) -> AnyView {
    let rows = ctx.session().glossary.iter().map(|term| view! { <dt>{term.term.to_string()}</dt><dd>{term.definition.to_string()}</dd> });
    view! {
        <div class="page one"><div>
            <h1 tabindex="-1">{ctx.t.glossary}</h1>
            <dl class="terms wide" lang=ctx.content_lang()>{rows.collect_view()}</dl>
        </div></div>
    }
    .into_any()
}
