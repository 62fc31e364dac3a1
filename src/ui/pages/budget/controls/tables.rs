//! Which table is shown: first which way the money goes, then of which book, then, where that leaves several, by their titles.

use crate::i18n::{Money, labels};
use crate::model::{Book, BudgetTable, Direction};
use crate::ui::components::renewed::Renewed;
use crate::ui::components::text::Mixed;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use leptos::prelude::*;

/// The tables to choose from; nothing where there is only one. Made anew for each table: what there is to choose depends on the one shown.
#[component]
pub fn TablesNav() -> impl IntoView {
    let here = use_budget();
    let (t, m) = (here.ctx.t, Money::of(here.ctx.lang));
    if here.budget()?.tables.len() < 2 {
        return None;
    }
    let make = move || {
        let shown = here.table.get().unwrap_or_default();
        let groups = [(m.directions, directions(&here, shown)), (m.books, books(&here, shown)), (t.tables, titles(&here, shown))];
        let groups = groups.into_iter().filter(|(_, choices)| choices.len() > 1).map(|(label, choices)| {
            let links = choices.into_iter().map(|choice| link(&here, choice)).collect_view();
            view! { <span class="seg" role="group" aria-label=label>{links}</span> }.into_any()
        });
        view! { <nav class="tables" aria-label=t.tables>{groups.collect_view()}</nav> }.into_any()
    };
    Some(view! { <Renewed make/> })
}

/// One of several to choose from: its words, and the table that it leads to.
struct Choice {
    text: String,
    leads_to: usize,
    is_current: bool,
}

fn link(here: &BudgetCtx, choice: Choice) -> AnyView {
    let id = tables(here).get(choice.leads_to).map(|table| table.id.clone());
    let href = here.href(|place| {
        place.table = id;
        place.line = None;
        place.sort = None;
        place.find = None;
    });
    let key = format!("table-{}", choice.text);
    view! { <a href=href data-key=key aria-current=choice.is_current.then_some("true")><Mixed text=choice.text/></a> }.into_any()
}

fn tables(here: &BudgetCtx) -> &[BudgetTable] {
    here.budget().map(|budget| &budget.tables[..]).unwrap_or_default()
}

/// The first table with lines that fits, else the first that does.
fn first(tables: &[BudgetTable], fits: &dyn Fn(&BudgetTable) -> bool) -> Option<usize> {
    tables.iter().position(|table| !table.lines.is_empty() && fits(table)).or_else(|| tables.iter().position(fits))
}

/// Expenditure and revenue, of the same book where it has both.
fn directions(here: &BudgetCtx, shown: usize) -> Vec<Choice> {
    let tables = tables(here);
    let Some(now) = tables.get(shown) else { return Vec::new() };
    let to = |direction: Direction| {
        let is_current = now.direction == direction;
        let same_book = || first(tables, &|table| table.direction == direction && table.book == now.book);
        let leads_to = if is_current { Some(shown) } else { same_book().or_else(|| first(tables, &|table| table.direction == direction)) };
        Some(Choice { text: labels::direction(here.ctx.lang, direction).to_owned(), leads_to: leads_to?, is_current })
    };
    [Direction::Expenditure, Direction::Revenue].into_iter().filter_map(to).collect()
}

/// The books, with the same direction where they have it.
fn books(here: &BudgetCtx, shown: usize) -> Vec<Choice> {
    let tables = tables(here);
    let Some(now) = tables.get(shown) else { return Vec::new() };
    let mut all: Vec<Option<Book>> = Vec::new();
    for table in tables {
        if !all.contains(&table.book) {
            all.push(table.book);
        }
    }
    let to = |book: Option<Book>| {
        let is_current = now.book == book;
        let same_way = || first(tables, &|table| table.book == book && table.direction == now.direction);
        let leads_to = if is_current { Some(shown) } else { same_way().or_else(|| first(tables, &|table| table.book == book)) };
        Some(Choice { text: book_name(here, book).to_owned(), leads_to: leads_to?, is_current })
    };
    all.into_iter().filter_map(to).collect()
}

/// The tables of the same book and direction, by their titles.
fn titles(here: &BudgetCtx, shown: usize) -> Vec<Choice> {
    let tables = tables(here);
    let Some(now) = tables.get(shown) else { return Vec::new() };
    let same = tables.iter().enumerate().filter(|(_, table)| table.book == now.book && table.direction == now.direction);
    same.map(|(leads_to, table)| Choice { text: here.table_name(table), leads_to, is_current: leads_to == shown }).collect()
}

/// A book in a word or two.
fn book_name(here: &BudgetCtx, book: Option<Book>) -> &'static str {
    let m = Money::of(here.ctx.lang);
    match book {
        Some(Book::GeneralPublic) => m.book_general,
        Some(Book::GovernmentFund) => m.book_fund,
        Some(Book::StateCapital) => m.book_capital,
        Some(Book::SocialInsurance) => m.book_insurance,
        None => here.ctx.t.book_unknown,
    }
}
