//! How much was spent: one sentence, the largest lines, and what the audit came to.

use super::answer::{Answer, said, sentence};
use crate::budget::{Column, grouped};
use crate::digest::answers::{Money, Part, money};
use crate::i18n::money::{amount, exact as exact_amount, listed};
use crate::i18n::{Answers, dates, fill, labels};
use crate::model::{Decimal, Line};
use crate::route::{BudgetPlace, Place};
use crate::ui::components::audit_badge::AuditBadge;
use crate::ui::components::chip::Chip;
use crate::ui::components::decided::{DecidedList, DecidedRow};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The answer of a session with budgets.
#[component]
pub fn MoneyAnswer() -> impl IntoView {
    let ctx = use_ctx();
    let (session, a) = (ctx.session(), Answers::of(ctx.lang));
    let Some(money) = money(session) else {
        let all = budgets(&ctx);
        return view! { <Answer question=a.q_money>{all}</Answer> }.into_any();
    };
    let way = match &session.budgets[..] {
        [only] => (ctx.t.see_budget, place(only.id.clone())),
        _ => (ctx.t.all_budgets, Place::Budgets),
    };
    let question = if money.is_spent() { a.q_money } else { a.q_plan };
    let (spoken, largest, exact, at) = (spoken(&ctx, &money), largest(&ctx, &money), exact(&ctx, &money), money.at);
    view! {
        <Answer question ways=vec![way]>
            <p class="say">{spoken}</p>
            {largest}
            <p class="exact">{exact}</p>
            <p class="badges"><AuditBadge at/></p>
        </Answer>
    }
    .into_any()
}

fn place(budget: crate::model::BudgetId) -> Place {
    Place::Budget(Box::new(BudgetPlace::new(budget)))
}

fn line_href(ctx: &Ctx, money: &Money<'_>, line: &Line) -> String {
    ctx.href(Place::Budget(Box::new(BudgetPlace { line: Some(line.id.clone()), ..BudgetPlace::new(money.budget.id.clone()) })))
}

/// 2024年支出2.10亿元，完成调整预算的95.9%，比上年多0.7%，平均每人4,326元。
fn spoken(ctx: &Ctx, money: &Money<'_>) -> AnyView {
    let a = Answers::of(ctx.lang);
    let amount = amount(ctx.lang, money.amount, money.unit);
    let year = money.budget.fiscal_year.to_string();
    let period = money.budget.period.as_ref().filter(|_| money.year_gone.is_some());
    let (template, when) = match (money.is_spent(), period) {
        (true, Some(period)) => (a.m_part, dates::date(ctx.lang, &period.to)),
        (true, None) => (a.m_spent, year),
        (false, _) if money.column == Column::Adjusted => (a.m_adjusted, year),
        (false, _) => (a.m_planned, year),
    };
    let mut parts = vec![said(&fill(template, &[&when, "{}"]), &[&amount])];
    if let Some((percent, of)) = money.completion {
        let template = match of {
            Some(Column::Adjusted) => a.m_of_adjusted,
            Some(_) => a.m_of_initial,
            None => a.m_of_budget,
        };
        parts.push(said(template, &[&percentage(percent)]));
    }
    parts.extend(money.year_gone.map(|gone| said(a.m_year_gone, &[&percentage(gone)])));
    if let Some(change) = money.change {
        let is_adjusted = money.column == Column::Adjusted;
        let template = match (change.mantissa.signum(), is_adjusted) {
            (0, _) => a.m_same,
            (1, false) => a.m_more,
            (_, false) => a.m_less,
            (1, true) => a.m_more_initial,
            (_, true) => a.m_less_initial,
        };
        parts.push(said(template, &[&percentage(Decimal { mantissa: change.mantissa.abs(), ..change })]));
    }
    parts.extend(money.per_head.map(|heads| said(a.m_per_head, &[&grouped(heads)])));
    sentence(parts, a.p_comma, a.p_stop)
}

/// What the sentence rests on: the book, and the line with its amount as printed.
fn exact(ctx: &Ctx, money: &Money<'_>) -> AnyView {
    let book = money.table.book.map(|book| view! { <span>{labels::book(ctx.lang, book)}</span>" · " }.into_any());
    let amount = exact_amount(ctx.lang, money.amount, money.unit);
    let (href, name, lang) = (line_href(ctx, money, money.total), money.total.name.to_string(), ctx.content_lang());
    let own = money.own.map(|(line, own)| {
        let (before, after) = Answers::of(ctx.lang).m_own.split_once("{}").unwrap_or_default();
        let own = format!("{} {}", line.name, exact_amount(ctx.lang, own, money.unit));
        view! { {before}<bdi lang=ctx.content_lang()>{own}</bdi>{after} }.into_any()
    });
    view! { {book}<a href=href lang=lang>{name}</a>" "<span class="num">{amount}</span>{own} }.into_any()
}

/// The largest lines, each with its amount, with a bar and its change on the year before.
fn largest(ctx: &Ctx, money: &Money<'_>) -> Option<AnyView> {
    let rows = money.largest.iter().map(|part| row(ctx, money, part)).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="largest">{rows}</ul> }.into_any())
}

fn row(ctx: &Ctx, money: &Money<'_>, part: &Part<'_>) -> AnyView {
    let a = Answers::of(ctx.lang);
    let change = part.change.map(|change| {
        let plus = if change.mantissa > 0 { "+" } else { "" };
        let template = if part.grew_most { a.m_grew_most } else { a.m_on_last };
        view! { <small>{fill(template, &[&format!("{plus}{}", percentage(change))])}</small> }.into_any()
    });
    let amount = listed(ctx.lang, part.amount, part.unit);
    let (href, name, lang) = (line_href(ctx, money, part.line), part.line.name.to_string(), ctx.content_lang());
    let width = format!("{}.{}%", part.permille / 10, part.permille % 10);
    view! {
        <li>
            <span><a class="t" href=href lang=lang>{name}</a>" "{change}</span>
            <span class="num">{amount}</span>
            <span class="length" aria-hidden="true"><i style:width=width></i></span>
        </li>
    }
    .into_any()
}

/// The budgets by title, where none has a total of expenditure.
fn budgets(ctx: &Ctx) -> AnyView {
    let rows = ctx.session().budgets.iter().map(|budget| {
        let (place, title, text) = (place(budget.id.clone()), budget.title.to_string(), labels::stage(ctx.lang, budget.stage));
        view! { <DecidedRow place title><Chip text/></DecidedRow> }.into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <DecidedList rows/> }.into_any()
}

fn percentage(percent: Decimal) -> String {
    format!("{}%", grouped(percent))
}
