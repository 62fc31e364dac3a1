//! Which table is shown: first which way the money goes, then of which book, then, where that leaves several, by their titles.

use crate::i18n::{Money, labels};
use crate::model::{Book, BudgetTable, Direction};
use crate::ui::pages::budget::buttons::ChoiceLink;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use leptos::prelude::*;

/// One of several to choose from: its words, and the table that it leads to.
#[derive(Clone, PartialEq)]
struct Choice {
    text: String,
    leads_to: usize,
    is_current: bool,
}

/// Choices between tables, and what they are called together.
type Group = (&'static str, Vec<Choice>);

/// The tables to choose from; nothing where there is only one. What there is to choose depends on the one shown.
#[component]
pub fn TablesNav() -> impl IntoView {
    let here = use_budget();
    let (t, m) = (here.ctx.t, Money::of(here.ctx.lang));
    if here.budget()?.tables.len() < 2 {
        return None;
    }
    let groups = Memo::new(move |_| {
        let shown = here.table.get().unwrap_or_default();
        let groups = [(m.directions, directions(&here, shown)), (m.books, books(&here, shown)), (t.tables, titles(&here, shown))];
        groups.into_iter().filter(|(_, choices)| choices.len() > 1).collect::<Vec<Group>>()
    });
    Some(view! {
        <nav class="tables" aria-label=t.tables>
            <For each=move || groups.get() key=|(label, _)| *label let((label, _))>
                <span class="seg" role="group" aria-label=label>
                    <For each=move || of_label(&groups.read(), label).to_vec() key=|choice| choice.text.clone() let:choice>
                        <TableLink groups label text=choice.text/>
                    </For>
                </span>
            </For>
        </nav>
    })
}

fn of_label<'a>(groups: &'a [Group], label: &str) -> &'a [Choice] {
    groups.iter().find(|(of, _)| *of == label).map(|(_, choices)| &choices[..]).unwrap_or_default()
}

/// A link to a table; it stays, with the focus, when another one is shown.
#[component]
fn TableLink(
    /// All choices.
    groups: Memo<Vec<Group>>,
    /// What the choices around are called together.
    label: &'static str,
    /// The words of this one.
    text: String,
) -> impl IntoView {
    let here = use_budget();
    let words = text.clone();
    let choice = Memo::new(move |_| of_label(&groups.read(), label).iter().find(|choice| choice.text == words).cloned());
    let href = Signal::derive(move || {
        let id = choice.get().and_then(|choice| Some(tables(&here).get(choice.leads_to)?.id.clone()));
        here.href(|place| {
            place.table = id;
            place.line = None;
            place.sort = None;
            place.find = None;
        })
    });
    let is_current = Signal::derive(move || choice.read().as_ref().is_some_and(|choice| choice.is_current));
    view! { <ChoiceLink href key=format!("table-{text}") text is_current/> }
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
