//! The sentence that says what a table comes to.

use crate::budget::{Sheet, Tree, opening};
use crate::i18n::money::{Piece, sentence};
use crate::model::Budget;
use crate::ui::components::text::Mixed;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// The sentence of the table that is shown; its amount leads to the line, where it stands exactly. Nothing where no line sums the table up.
#[component]
pub(super) fn Say(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let sheet = here.sheet(index)?;
    let summary = sheet.summary()?;
    let exact = here.exact(summary.amount, summary.unit);
    let mut pieces = sentence(here.ctx.lang, &sheet, &summary).into_iter();
    let Piece { before, figure, after } = pieces.next()?;
    let rest = pieces
        .map(|Piece { before, figure, after }| view! { <Mixed text=before/><b>{figure}</b><Mixed text=after/> }.into_any())
        .collect::<Vec<_>>();
    let of = here.clone();
    let href = move || of.line(index, summary.row).map(|line| of.line_href(line));
    let view = view! { <p class="say"><Mixed text=before/><a href=href title=exact data-key="total"><b>{figure}</b></a><Mixed text=after/>{rest}</p> };
    Some(view.into_any())
}

/// The sentence that a budget opens with, for a list.
pub(super) fn listed(ctx: &Ctx, budget: &Budget) -> Option<String> {
    let table = budget.tables.get(opening(budget)?)?;
    let tree = Tree::new(table);
    let population = ctx.session().assembly.population.value().copied();
    let sheet = Sheet { budget, table, tree: &tree, population };
    let pieces = sentence(ctx.lang, &sheet, &sheet.summary()?);
    Some(pieces.iter().map(Piece::text).collect::<Vec<_>>().concat())
}
