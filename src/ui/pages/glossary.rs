//! The terms of the session, explained.

use crate::i18n::labels;
use crate::model::Basis;
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// All terms.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let ctx = use_ctx();
    let terms = ctx.session().glossary.iter();
    // What the definition rests on, where the file says so: general knowledge is not what the source says.
    let basis = |basis: Basis| view! { " "<small class="quiet" lang=ctx.lang.tag()>{labels::basis(ctx.lang, basis)}</small> }.into_any();
    let terms = terms
        .map(|term| view! { <dt>{term.term.to_string()}</dt><dd>{term.definition.to_string()}{term.basis.map(basis)}</dd> }.into_any());
    let terms = terms.collect::<Vec<_>>();
    view! {
        <OneColumn>
            <PageHeading text=ctx.t.glossary/>
            <dl class="terms wide" lang=ctx.content_lang()>{terms}</dl>
        </OneColumn>
    }
    .into_any()
}
