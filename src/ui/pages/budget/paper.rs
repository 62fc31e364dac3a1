//! A budget on paper: all tables with all lines, as printed in the source.

use crate::digest::remarks;
use crate::i18n::{fill, labels};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::Phrases;
use crate::ui::pages::budget::ctx::{BudgetCtx, facts};
use crate::ui::pages::budget::table::TableOnPaper;
use crate::ui::state::use_ctx;
use leptos::context::Provider;
use leptos::prelude::*;

/// One budget on paper.
#[component]
pub fn BudgetOnPaper(
    /// Which budget of the session it is.
    position: usize,
) -> impl IntoView {
    let ctx = use_ctx();
    let budget = ctx.session().budgets.get(position)?;
    let stage = labels::stage(ctx.lang, budget.stage).to_owned();
    let unit = fill(ctx.t.printed_in, &[labels::unit(ctx.lang, budget.unit)]);
    let about = [vec![stage], facts(&ctx, budget), vec![unit]].concat().join(" · ");
    let tables = budget.tables.len();
    let view = view! {
        <h1 lang=ctx.content_lang()><Phrases title=budget.title.to_string()/></h1>
        <p class="quiet">{about}</p>
        {as_printed(ctx.lang, &remarks::budget(budget))}
        <Provider value=BudgetCtx::on_paper(&ctx, position)>
            {(0..tables).map(|index| view! { <TableOnPaper index/> }.into_any()).collect::<Vec<_>>()}
        </Provider>
    };
    Some(view.into_any())
}
