//! What goes into each picture, from the lines of the table.

use super::super::Here;
use super::super::table::{percentage, signed};
use super::{Drawn, about, nothing, stage_of};
use crate::budget::{Column, Sheet, change as change_of, completion as completion_of, sum, this_year, year_gone};
use crate::i18n::{fill, labels};
use crate::model::{Decimal, Direction, Line, Unit};
use crate::order::ordered;
use crate::picture::{self, ChangeItem, CompletionItem, Flow, ShareItem};
use crate::ui::dom::{El, el, link, with_text};
use leptos::prelude::*;

/// More lines than this make a picture that nobody reads; the table has them all.
const MOST: usize = 40;

/// A picture of no more lines than this shows them all.
const ALL: usize = 24;

/// The lines that a picture is of, of those that `has` what it shows: the parts of the line that the link names, where it has parts; all, where
/// they are few; else those at the top.
fn lines(here: &Here, index: usize, sheet: &Sheet<'_>, has: impl Fn(&Line) -> bool) -> Vec<usize> {
    let within = here.wanted().filter(|(table, row)| *table == index && !sheet.tree.children(*row).is_empty()).map(|(_, row)| row);
    let all: Vec<usize> = (0..sheet.table.lines.len()).filter(|row| sheet.line(*row).is_some_and(&has)).collect();
    let candidates = match (within, sheet.tree.roots()) {
        (Some(row), _) => std::iter::once(row).chain(sheet.tree.children(row).iter().copied()).collect(),
        (None, _) if all.len() <= ALL => return all,
        // A single line at the top is only the name of the whole.
        (None, roots) if roots.len() <= 2 => {
            roots.iter().flat_map(|root| std::iter::once(*root).chain(sheet.tree.children(*root).iter().copied())).collect()
        }
        (None, roots) => roots.to_vec(),
    };
    let shown: Vec<usize> = candidates.into_iter().filter(|row| all.contains(row)).collect();
    // Where none of the lines at the top has it, the first of all lines that do.
    if shown.is_empty() { all } else { shown }
}

/// The completion as printed, else as the amounts come to.
fn completion_shown(line: &Line) -> Option<Decimal> {
    let printed = line.printed.as_ref().and_then(|printed| printed.completion_percent.value().copied());
    printed.or_else(|| completion_of(line, 1))
}

fn difference(line: &Line) -> Option<(Column, Decimal)> {
    let (column, this) = this_year(line)?;
    Some((column, sum([Some(this), line.amounts.prior_final.value()?.negated()])?))
}

pub(super) fn completion(here: &Here, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return nothing(t.picture_empty) };
    let items: Vec<CompletionItem<'_>> = lines(here, index, &sheet, |line| completion_shown(line).is_some())
        .into_iter()
        .filter_map(|row| {
            let line = sheet.line(row)?;
            let percent = completion_shown(line)?;
            Some(CompletionItem { row, name: &line.name, percent, figure: percentage(percent) })
        })
        .take(MOST)
        .collect();
    if items.is_empty() {
        return nothing(t.picture_empty);
    }
    let gone = sheet.budget.period.as_ref().and_then(year_gone);
    let gone = gone.map(|gone| (gone, fill(t.time_gone, &[&gone.to_string()])));
    Drawn { scene: picture::completion(width, &items, gone), about: t.completion_about.to_owned(), above: Vec::new(), below: Vec::new() }
}

pub(super) fn change(here: &Here, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return nothing(t.picture_empty) };
    let unit = here.unit(&sheet);
    let mut stage = None;
    let items: Vec<ChangeItem<'_>> = lines(here, index, &sheet, |line| difference(line).is_some())
        .into_iter()
        .filter_map(|row| {
            let line = sheet.line(row)?;
            let (column, difference) = difference(line)?;
            stage = stage.or(Some(column));
            let plus = if difference.mantissa > 0 { "+" } else { "" };
            let percent = change_of(line, 1).map(|percent| format!(" ({})", signed(percent))).unwrap_or_default();
            let (text, _) = here.amount(difference, sheet.unit(line), unit);
            Some(ChangeItem {
                row,
                name: &line.name,
                amount: difference.in_ten_thousandths(sheet.unit(line))?,
                figure: format!("{plus}{text}{percent}"),
            })
        })
        .take(MOST)
        .collect();
    let Some(stage) = stage.filter(|_| !items.is_empty()) else { return nothing(t.picture_empty) };
    let said = format!("{} {}", about(t.change_about, stage_of(here, stage)), fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)]));
    Drawn { scene: picture::change(width, &items), about: said, above: Vec::new(), below: Vec::new() }
}

pub(super) fn share(here: &Here, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some((sheet, main)) = here.sheet(index).and_then(|sheet| sheet.main_column().map(|main| (sheet, main))) else {
        return nothing(t.picture_empty);
    };
    let unit = here.unit(&sheet);
    let within = here.wanted().filter(|(table, _)| *table == index).map(|(_, row)| row);
    // A line without parts is shown among its neighbours.
    let branch = within.and_then(|row| if sheet.tree.children(row).is_empty() { sheet.tree.parent(row) } else { Some(row) });
    let (rows, left) = match (branch, &sheet.top()[..]) {
        (Some(row), _) => sheet.made_of(row, main),
        (None, [only]) if !sheet.tree.children(*only).is_empty() => sheet.made_of(*only, main),
        (None, top) => (top.to_vec(), None),
    };
    let given = rows.iter().map(|row| sheet.amount(*row, main, Unit::Yuan)).chain([left]);
    let whole = sum(given.filter(|amount| amount.is_some_and(|amount| amount.mantissa > 0)));
    let part = |amount: Decimal| whole.and_then(|whole| crate::budget::percent(amount, whole, 1)).map(percentage).unwrap_or_default();
    let mut items: Vec<ShareItem<'_>> = rows
        .iter()
        .filter_map(|&row| {
            let line = sheet.line(row)?;
            let amount = sheet.amount(row, main, Unit::Yuan)?;
            let (text, _) = here.amount(*main.of(&line.amounts).value()?, sheet.unit(line), unit);
            let part = part(amount);
            let has_parts = !sheet.tree.children(row).is_empty();
            let amount = amount.in_ten_thousandths(Unit::Yuan).filter(|amount| *amount > 0)?;
            Some(ShareItem { row: Some(row), name: &line.name, amount, figure: format!("{part} {text}"), has_parts })
        })
        .take(200)
        .collect();
    if items.is_empty() {
        return nothing(t.picture_empty);
    }
    if let Some(left) = left {
        let figure = format!("{} {}", part(left), here.amount(left, Unit::Yuan, unit).0);
        items.extend(left.in_ten_thousandths(Unit::Yuan).map(|amount| ShareItem {
            row: None,
            name: t.not_listed,
            amount,
            figure,
            has_parts: false,
        }));
    }
    let height = if width < 600 { 420 } else { 380 };
    let said = format!("{} {}", about(t.share_about, stage_of(here, main)), fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)]));
    Drawn { scene: picture::share(width, height, &items), about: said, above: path(here, &sheet, branch), below: Vec::new() }
}

/// Where in the tree the treemap is, and the way up.
fn path(here: &Here, sheet: &Sheet<'_>, branch: Option<usize>) -> Vec<El> {
    let Some(branch) = branch else { return Vec::new() };
    let mut above: Vec<usize> = sheet.tree.ancestors(branch).collect();
    above.reverse();
    let whole = here.href(|place| {
        place.line = None;
        place.table = Some(sheet.table.id.clone());
    });
    let mut nav = el("nav").class("crumb").set("aria-label", here.ctx.t.share_up).add(link(&whole, here.ctx.t.share_whole));
    for line in above.into_iter().filter_map(|row| sheet.line(row)) {
        nav = nav.text(" › ").add(link(&here.line_href(line), &line.name));
    }
    let last = sheet.line(branch).map(|line| with_text("b", "", &line.name));
    vec![nav.text(" › ").all(last.into_iter().collect())]
}

/// So many lines of a book and direction are drawn on their own; the smaller ones go together.
const FLOWS: usize = 8;

pub(super) fn flow(here: &Here, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(budget) = here.budget() else { return nothing(t.picture_empty) };
    let unit = here.place.get().unit.unwrap_or(budget.unit);
    let mut books: Vec<Option<crate::model::Book>> = Vec::new();
    let mut flows = [Vec::new(), Vec::new()];
    let mut negative: Vec<String> = Vec::new();
    let mut stage = None;
    for direction in [Direction::Revenue, Direction::Expenditure] {
        let mut done: Vec<Option<crate::model::Book>> = Vec::new();
        for (index, table) in budget.tables.iter().enumerate() {
            // A second table of a book and direction details the first.
            if table.direction != direction || done.contains(&table.book) {
                continue;
            }
            let Some((sheet, main)) =
                here.sheet(index).and_then(|sheet| Some((sheet.main_column()?, sheet))).map(|(main, sheet)| (sheet, main))
            else {
                continue;
            };
            stage = stage.or(Some(main));
            done.push(table.book);
            let book = books.iter().position(|book| *book == table.book).unwrap_or_else(|| {
                books.push(table.book);
                books.len() - 1
            });
            let into = &mut flows[usize::from(direction == Direction::Expenditure)];
            of_table(here, &sheet, main, unit, book, into, &mut negative);
        }
    }
    let [mut revenue, mut expenditure] = flows;
    if revenue.is_empty() || expenditure.is_empty() {
        return nothing(t.flow_both_needed);
    }
    let mut named = Vec::new();
    for (at, book) in books.iter().enumerate() {
        let total = |flows: &[Flow]| picture::total(flows.iter().filter(|flow| flow.book == at));
        let (came, went) = (total(&revenue), total(&expenditure));
        let (name, figure) = (book.map_or(t.book_unknown, |book| labels::book(here.ctx.lang, book)), written(here, came.max(went), unit));
        named.push((name.to_owned(), figure));
        // What is on one side only is drawn as a difference, so that both sides are of one height.
        if came > 0 && went > 0 && came != went {
            let (side, name) = if came < went { (&mut revenue, t.flow_left_over) } else { (&mut expenditure, t.flow_not_spent) };
            let amount = (came - went).abs();
            side.push(Flow { name: name.to_owned(), figure: written(here, amount, unit), book: at, amount, is_made: true });
        }
    }
    let scene = picture::flow(width, &revenue, &named, &expenditure);
    let mut said = format!(
        "{} {}",
        about(t.flow_about, stage.map_or("", |stage| stage_of(here, stage))),
        fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)])
    );
    if !negative.is_empty() {
        said.push(' ');
        said.push_str(&fill(t.flow_negative, &[&negative.join("、")]));
    }
    Drawn { scene, about: said, above: Vec::new(), below: Vec::new() }
}

/// The lines at the top of a table, or the parts of the only one there, from the largest down.
fn of_table(here: &Here, sheet: &Sheet<'_>, main: Column, unit: Unit, book: usize, into: &mut Vec<Flow>, negative: &mut Vec<String>) {
    let top = sheet.top();
    let (rows, left) = match top[..] {
        [only] => match sheet.made_of(only, main) {
            (parts, _) if parts.is_empty() => (top, None),
            made => made,
        },
        _ => (top, None),
    };
    let mut flows: Vec<Flow> = Vec::new();
    for row in rows {
        let Some(line) = sheet.line(row) else { continue };
        let Some(amount) = sheet.amount(row, main, Unit::Yuan).and_then(|amount| amount.in_ten_thousandths(Unit::Yuan)) else { continue };
        if amount < 0 {
            negative.push(format!("{} {}", line.name, written(here, amount, unit)));
        } else if amount > 0 {
            flows.push(Flow { name: line.name.to_string(), figure: written(here, amount, unit), book, amount, is_made: false });
        }
    }
    let mut flows = ordered(&flows, |a, b| b.amount.cmp(&a.amount));
    let small: Vec<Flow> = if flows.len() > FLOWS + 1 { flows.split_off(FLOWS) } else { Vec::new() };
    if !small.is_empty() {
        let amount = picture::total(small.iter());
        let name = fill(here.ctx.t.flow_small, &[&small.len().to_string()]);
        flows.push(Flow { name, figure: written(here, amount, unit), book, amount, is_made: true });
    }
    if let Some(amount) = left.and_then(|left| left.in_ten_thousandths(Unit::Yuan)) {
        flows.push(Flow { name: here.ctx.t.not_listed.to_owned(), figure: written(here, amount, unit), book, amount, is_made: true });
    }
    into.append(&mut flows);
}

/// Ten-thousandths of a yuan in the unit shown.
fn written(here: &Here, amount: i128, unit: Unit) -> String {
    here.amount(crate::model::Decimal { mantissa: amount, scale: 4 }, Unit::Yuan, unit).0
}
