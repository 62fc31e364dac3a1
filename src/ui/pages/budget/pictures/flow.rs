//! Where the money comes from and where it goes, book by book.

use crate::budget::{Column, Sheet, approximate, trimmed};
use crate::i18n::{Money, fill, labels, money};
use crate::model::{Book, Decimal, Direction, Unit};
use crate::order::ordered;
use crate::picture;
use crate::picture::Flow;
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::pictures::drawn::{Drawn, List, about, say_negative};
use leptos::prelude::*;

/// So many lines of a book and direction are drawn on their own on a narrow screen and on a wide one; the smaller ones go together, and are listed below.
const FLOWS: [usize; 2] = [8, 16];
/// A picture of this width is a wide one.
const WIDE: i32 = 640;

/// Tracks the unit.
pub(super) fn draw(here: &BudgetCtx, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(budget) = here.budget() else { return Drawn::nothing(t.picture_empty) };
    let of = |direction: Direction| budget.tables.iter().any(|table| table.direction == direction && !table.lines.is_empty());
    if !of(Direction::Revenue) || !of(Direction::Expenditure) {
        return Drawn::nothing(t.flow_both_needed);
    }
    // Both sides at one stage: the budget's own where both have it.
    let own = budget.tables.iter().enumerate().find_map(|(index, _)| here.sheet(index)?.main_column());
    let stages = own.into_iter().chain(Column::ALL.into_iter().rev());
    let Some((stage, sheets)) = stages.map(|stage| (stage, sheets(here, stage))).find(|(_, sheets)| both_ways(sheets)) else {
        return Drawn::nothing(t.flow_no_total);
    };
    let unit = here.place.with(|place| place.unit).unwrap_or(budget.unit);
    let mut books: Vec<Option<Book>> = Vec::new();
    let mut flows = [Vec::new(), Vec::new()];
    let mut negative: Vec<String> = Vec::new();
    let mut lists: Vec<List> = Vec::new();
    let most = FLOWS[usize::from(width >= WIDE)];
    for sheet in &sheets {
        let book = books.iter().position(|book| *book == sheet.table.book).unwrap_or_else(|| {
            books.push(sheet.table.book);
            books.len() - 1
        });
        let into = &mut flows[usize::from(sheet.table.direction == Direction::Expenditure)];
        lists.extend(of_table(here, sheet, (stage, unit, most), book, into, &mut negative));
    }
    let [mut revenue, mut expenditure] = flows;
    let mut named = Vec::new();
    for (at, book) in books.iter().enumerate() {
        let total = |flows: &[Flow]| picture::total(flows.iter().filter(|flow| flow.book == at));
        let (came, went) = (total(&revenue), total(&expenditure));
        let (name, figure) = (book.map_or(t.book_unknown, |book| labels::book(here.ctx.lang, book)), made(here, came.max(went), unit));
        named.push((name.to_owned(), figure));
        // What is on one side only is drawn as a difference, so that both sides are of one height; rounding is none.
        let difference = came.saturating_sub(went);
        if came > 0 && went > 0 && difference.unsigned_abs() > came.max(went).unsigned_abs() / 1000 {
            let (side, name) = if difference < 0 { (&mut revenue, t.flow_left_over) } else { (&mut expenditure, t.flow_not_spent) };
            let amount = difference.saturating_abs();
            side.push(Flow { name: name.to_owned(), figure: made(here, amount, unit), book: at, amount, is_made: true });
        }
    }
    let finding = finding(here, [&revenue, &expenditure], &named);
    let scene = picture::flow(width, &revenue, &named, &expenditure);
    let mut said = about(here, t.flow_about, stage, unit);
    say_negative(here, &negative, &mut said);
    Drawn { lists, ..Drawn::new(scene, said).finding(finding) }
}

/// The largest line of each side, where one alone is the largest, with its book where there are several: two books may have a line of one name.
fn finding(here: &BudgetCtx, sides: [&[Flow]; 2], books: &[(String, String)]) -> Option<String> {
    let m = Money::of(here.ctx.lang);
    let said = |(flows, template): (&[Flow], &str)| {
        let lines = || flows.iter().filter(|flow| !flow.is_made);
        let most = lines().map(|flow| flow.amount).max()?;
        let mut largest = lines().filter(|flow| flow.amount == most);
        let only = largest.next().filter(|_| largest.next().is_none())?;
        let amount = money::amount(here.ctx.lang, trimmed(Decimal { mantissa: most, scale: 4 }), Unit::Yuan);
        let book = books.get(only.book).filter(|_| books.len() > 1).map(|(name, _)| format!("{name} · ")).unwrap_or_default();
        Some(fill(template, &[&only.name, &format!("{book}{amount}")]))
    };
    let said: Vec<String> = sides.into_iter().zip([m.cap_from, m.cap_to]).filter_map(said).collect();
    (!said.is_empty()).then(|| said.join(m.cap_join))
}

/// The tables to draw at a stage: of each book and direction the first whose lines come to a whole; a second one details it. Where some tables
/// name their book, those that do not are of several books and left out.
fn sheets(here: &BudgetCtx, stage: Column) -> Vec<Sheet<'_>> {
    let count = here.budget().map_or(0, |budget| budget.tables.len());
    let all: Vec<Sheet<'_>> = (0..count).filter_map(|index| here.sheet(index)).collect();
    let has_books = all.iter().any(|sheet| sheet.table.book.is_some());
    let mut drawn: Vec<Sheet<'_>> = Vec::new();
    for sheet in all {
        let is_known = drawn.iter().any(|other| other.table.book == sheet.table.book && other.table.direction == sheet.table.direction);
        if !is_known && (sheet.table.book.is_some() || !has_books) && sheet.whole(stage).is_some() {
            drawn.push(sheet);
        }
    }
    drawn
}

fn both_ways(sheets: &[Sheet<'_>]) -> bool {
    let of = |direction: Direction| sheets.iter().any(|sheet| sheet.table.direction == direction);
    of(Direction::Revenue) && of(Direction::Expenditure)
}

/// The lines at the top of a table, or the parts of the only one there, from the largest down: at a stage, in a unit, so many on their own. Gives back
/// the others, which are drawn as one.
fn of_table(
    here: &BudgetCtx,
    sheet: &Sheet<'_>,
    (main, unit, most): (Column, Unit, usize),
    book: usize,
    into: &mut Vec<Flow>,
    negative: &mut Vec<String>,
) -> Option<List> {
    let top = sheet.top();
    let (rows, left) = match top[..] {
        [only] => match sheet.made_of(only, main) {
            (parts, _) if parts.is_empty() => (top, None),
            made => made,
        },
        _ => (top, None),
    };
    let mut flows: Vec<(usize, Flow)> = Vec::new();
    for row in rows {
        let Some(line) = sheet.line(row) else { continue };
        let Some(printed) = main.of(&line.amounts).value() else { continue };
        let Some(amount) = approximate(*printed, sheet.unit(line)) else { continue };
        let (figure, _) = here.amount(*printed, sheet.unit(line), unit);
        if amount < 0 {
            negative.push(format!("{} {figure}", line.name));
        } else if amount > 0 {
            flows.push((row, Flow { name: line.name.to_string(), figure, book, amount, is_made: false }));
        }
    }
    let mut flows = ordered(&flows, |a, b| b.1.amount.cmp(&a.1.amount));
    let small = if flows.len() > most + 1 { flows.split_off(most) } else { Vec::new() };
    let mut flows: Vec<Flow> = flows.into_iter().map(|(_, flow)| flow).collect();
    let rest = (!small.is_empty())
        .then(|| (fill(here.ctx.t.flow_small, &[&small.len().to_string()]), picture::total(small.iter().map(|(_, flow)| flow))));
    let left = left.and_then(|left| approximate(left, Unit::Yuan)).map(|left| (here.ctx.t.not_listed.to_owned(), left));
    for (name, amount) in rest.into_iter().chain(left) {
        flows.push(Flow { name, figure: made(here, amount, unit), book, amount, is_made: true });
    }
    into.append(&mut flows);
    let table = here.budget()?.tables.iter().position(|table| std::ptr::eq(table, sheet.table))?;
    let name = here.table_name(sheet.table);
    let heading = fill(Money::of(here.ctx.lang).flow_rest, &[&name, &small.len().to_string()]);
    let lines: Vec<_> = small.into_iter().map(|(row, flow)| (Some((table, row)), flow.name, flow.figure)).collect();
    (!lines.is_empty()).then_some(List { heading, is_folded: true, lines })
}

/// A figure that no source prints, from ten-thousandths of a yuan, in the unit shown.
fn made(here: &BudgetCtx, amount: i128, unit: Unit) -> String {
    here.amount(trimmed(Decimal { mantissa: amount, scale: 4 }), Unit::Yuan, unit).0
}
