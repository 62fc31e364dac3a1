//! Budgets: the list of them, and one with what it comes to, its tables, pictures, audit and files to take away.

mod audit;
mod buttons;
mod controls;
mod ctx;
mod detail;
mod names;
mod paper;
mod pictures;
mod said;
mod strip;
mod table;
mod take;

use crate::digest::remarks;
use crate::i18n::{fill, labels};
use crate::route::{BudgetPlace, Place};
use crate::ui::components::chip::Chip;
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::Phrases;
use crate::ui::pages::budget::audit::AuditView;
use crate::ui::pages::budget::audit::badge::{AuditBadge, ListedBadge};
use crate::ui::pages::budget::controls::{Adjust, PictureChoice, TableControls, TablesNav};
use crate::ui::pages::budget::ctx::{BudgetCtx, facts};
pub use crate::ui::pages::budget::paper::BudgetOnPaper;
use crate::ui::pages::budget::pictures::Pictures;
use crate::ui::pages::budget::said::{Say, listed};
use crate::ui::pages::budget::strip::Strip;
use crate::ui::pages::budget::table::BudgetTable;
use crate::ui::pages::budget::take::TakeAway;
use crate::ui::state::use_ctx;
use leptos::context::Provider;
use leptos::prelude::*;

/// All budgets of the session, each with the sentence that it opens with.
#[component]
pub fn BudgetsPage() -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let rows = ctx.session().budgets.iter().enumerate().map(|(position, budget)| {
        let href = ctx.href(Place::Budget(Box::new(BudgetPlace::new(budget.id.clone()))));
        let lines: usize = budget.tables.iter().map(|table| table.lines.len()).sum();
        let size = fill(t.tables_of, &[&budget.tables.len().to_string(), &lines.to_string()]);
        let about = format!("{} · {size}", facts(&ctx, budget).join(" · "));
        let say = listed(&ctx, budget).map(|say| view! { <span class="say">{say}</span> }.into_any());
        view! {
            <li>
                <a href=href class="t" lang=ctx.content_lang()>{budget.title.to_string()}</a>
                <span class="chips"><Chip text=labels::stage(ctx.lang, budget.stage)/><ListedBadge position/></span>
                {say}
                <span class="who">{about}</span>
            </li>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <OneColumn>
            <PageHeading text=t.budgets/>
            <ul class="rows">{rows}</ul>
        </OneColumn>
    }
    .into_any()
}

/// One budget.
#[component]
pub fn BudgetPage(
    /// Which budget of the session it is.
    position: usize,
) -> impl IntoView {
    let ctx = use_ctx();
    let budget = ctx.session().budgets.get(position)?;
    let t = ctx.t;
    let facts = facts(&ctx, budget).into_iter().map(|fact| view! { <span>{fact}</span> }.into_any()).collect::<Vec<_>>();
    let sample = ctx.session().is_sample.then(|| view! { <Chip text=t.sample kind="sample"/> }.into_any());
    let several =
        (ctx.session().budgets.len() > 1).then(|| view! { <a href=ctx.href(Place::Budgets) class="go">{t.all_budgets}</a> }.into_any());
    let (title, lang, stage) = (budget.title.to_string(), ctx.content_lang(), labels::stage(ctx.lang, budget.stage));
    let unit = fill(t.printed_in, &[labels::unit(ctx.lang, budget.unit)]);
    let remark = as_printed(ctx.lang, &remarks::budget(budget));
    let here = BudgetCtx::on_page(&ctx, position);
    let table = here.table;
    // Another table comes with controls and a picture of its own; what is chosen of one table changes within them.
    let of_table = move || {
        table.get().map(|index| {
            view! {
                <TableControls index/>
                <Strip index/>
                <PictureChoice/>
                <Pictures index/>
            }
            .into_any()
        })
    };
    let lines = move || table.get().map(|index| view! { <BudgetTable index/><TakeAway index/> }.into_any());
    let say = move || table.get().map(|index| view! { <Say index/> }.into_any());
    let view = view! {
        <Provider value=here>
            <div class="page one wide money">
                <div>
                    <div class="titled"><h1 tabindex="-1" lang=lang><Phrases title/></h1>" "<AuditBadge/></div>
                    {say}
                    <div class="tables-row"><TablesNav/><Adjust/></div>
                    {of_table}
                    <p class="facts">
                        {sample}
                        <Chip text=stage/>
                        {facts}
                        <span>{unit}</span>
                        {several}
                    </p>
                    {remark}
                    {lines}
                    <AuditView/>
                </div>
            </div>
        </Provider>
    };
    Some(view.into_any())
}
