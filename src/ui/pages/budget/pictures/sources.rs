//! What goes into each picture, from the lines of the table.

use crate::budget::{Column, Sheet, approximate, change as change_of, completion as completion_of, difference, sum, trimmed, year_gone};
use crate::i18n::{fill, labels};
use crate::model::{Book, Decimal, Direction, Line, Unit};
use crate::order::ordered;
use crate::picture;
use crate::picture::{ChangeItem, CompletionItem, Flow, ShareItem};
use crate::ui::pages::budget::Here;
use crate::ui::pages::budget::pictures::{Drawn, about, nothing, stage_of};
use crate::ui::pages::budget::table::{percentage, signed};
use crate::ui::web::dom::{El, el, link, with_text};
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
    let shown: Vec<usize> = candidates.into_iter().filter(|row| all.binary_search(row).is_ok()).collect();
    // Where none of the lines at the top has it, the first of all lines that do.
    if shown.is_empty() { all } else { shown }
}

/// The completion as printed, else as the amounts come to.
fn completion_shown(line: &Line) -> Option<Decimal> {
    let printed = line.printed.as_ref().and_then(|printed| printed.completion_percent.value().copied());
    printed.or_else(|| completion_of(line, 1))
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
    let Some(budget) = here.budget() else { return nothing(t.picture_empty) };
    // Lines of another stage than most are not compared with the others.
    let stages: Vec<Column> = sheet.table.lines.iter().filter_map(|line| difference(budget, line)).map(|(column, _)| column).collect();
    let count = |column: Column| stages.iter().filter(|other| **other == column).count();
    let Some(stage) = Column::ALL.into_iter().filter(|column| count(*column) > 0).max_by_key(|column| count(*column)) else {
        return nothing(t.picture_empty);
    };
    let of_stage = |line: &Line| difference(budget, line).filter(|(column, _)| *column == stage).map(|(_, difference)| difference);
    let items: Vec<ChangeItem<'_>> = lines(here, index, &sheet, |line| of_stage(line).is_some())
        .into_iter()
        .filter_map(|row| {
            let line = sheet.line(row)?;
            let difference = of_stage(line)?;
            let plus = if difference.mantissa > 0 { "+" } else { "" };
            let percent = change_of(budget, line, 1).map(|percent| format!(" ({})", signed(percent))).unwrap_or_default();
            let (text, _) = here.amount(difference, sheet.unit(line), unit);
            Some(ChangeItem {
                row,
                name: &line.name,
                amount: approximate(difference, sheet.unit(line))?,
                figure: format!("{plus}{text}{percent}"),
            })
        })
        .take(MOST)
        .collect();
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
    // The same base as in the table: the line gone into, else the whole; else what is drawn.
    let drawn = || sum(rows.iter().map(|row| sheet.amount(*row, main, Unit::Yuan)).filter(|a| a.is_some_and(|a| a.mantissa > 0)));
    let head = branch.and_then(|row| sheet.amount(row, main, Unit::Yuan)).or_else(|| sheet.whole(main));
    let whole = head.filter(|head| head.mantissa > 0).or_else(drawn);
    let negative: Vec<String> = rows
        .iter()
        .filter_map(|row| Some((sheet.line(*row)?, sheet.amount(*row, main, Unit::Yuan)?)))
        .filter(|(_, amount)| amount.mantissa < 0)
        .map(|(line, amount)| format!("{} {}", line.name, here.amount(amount, Unit::Yuan, unit).0))
        .collect();
    let part = |amount: Decimal| whole.and_then(|whole| crate::budget::percent(amount, whole, 1)).map(percentage).unwrap_or_default();
    let mut items: Vec<ShareItem<'_>> = rows
        .iter()
        .filter_map(|&row| {
            let line = sheet.line(row)?;
            let amount = sheet.amount(row, main, Unit::Yuan)?;
            let (text, _) = here.amount(*main.of(&line.amounts).value()?, sheet.unit(line), unit);
            let part = part(amount);
            let has_parts = !sheet.tree.children(row).is_empty();
            let amount = approximate(amount, Unit::Yuan).filter(|amount| *amount > 0)?;
            Some(ShareItem { row: Some(row), name: &line.name, amount, figure: format!("{part} {text}"), has_parts })
        })
        .take(200)
        .collect();
    if items.is_empty() {
        return nothing(t.picture_empty);
    }
    if let Some(left) = left {
        let figure = format!("{} {}", part(left), here.amount(left, Unit::Yuan, unit).0);
        items.extend(approximate(left, Unit::Yuan).map(|amount| ShareItem {
            row: None,
            name: t.not_listed,
            amount,
            figure,
            has_parts: false,
        }));
    }
    let height = if width < 600 { 420 } else { 380 };
    let mut said = format!("{} {}", about(t.share_about, stage_of(here, main)), fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)]));
    say_negative(here, &negative, &mut said);
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
    let of = |direction: Direction| budget.tables.iter().any(|table| table.direction == direction && !table.lines.is_empty());
    if !of(Direction::Revenue) || !of(Direction::Expenditure) {
        return nothing(t.flow_both_needed);
    }
    // Both sides at one stage: the budget's own where both have it.
    let own = budget.tables.iter().enumerate().find_map(|(index, _)| here.sheet(index)?.main_column());
    let stages = own.into_iter().chain(Column::ALL.into_iter().rev());
    let Some((stage, sheets)) = stages.map(|stage| (stage, sheets(here, stage))).find(|(_, sheets)| both_ways(sheets)) else {
        return nothing(t.flow_no_total);
    };
    let unit = here.place.get().unit.unwrap_or(budget.unit);
    let mut books: Vec<Option<Book>> = Vec::new();
    let mut flows = [Vec::new(), Vec::new()];
    let mut negative: Vec<String> = Vec::new();
    for sheet in &sheets {
        let book = books.iter().position(|book| *book == sheet.table.book).unwrap_or_else(|| {
            books.push(sheet.table.book);
            books.len() - 1
        });
        let into = &mut flows[usize::from(sheet.table.direction == Direction::Expenditure)];
        of_table(here, sheet, stage, unit, book, into, &mut negative);
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
    let scene = picture::flow(width, &revenue, &named, &expenditure);
    let mut said = format!("{} {}", about(t.flow_about, stage_of(here, stage)), fill(t.amounts_in, &[labels::unit(here.ctx.lang, unit)]));
    say_negative(here, &negative, &mut said);
    Drawn { scene, about: said, above: Vec::new(), below: Vec::new() }
}

/// The tables to draw at a stage: of each book and direction the first whose lines come to a whole; a second one details it. Where some tables
/// name their book, those that do not are of several books and left out.
fn sheets(here: &Here, stage: Column) -> Vec<Sheet<'_>> {
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

fn say_negative(here: &Here, negative: &[String], said: &mut String) {
    if !negative.is_empty() {
        said.push(' ');
        said.push_str(&fill(here.ctx.t.flow_negative, &[&negative.join("、")]));
    }
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
        let Some(printed) = main.of(&line.amounts).value() else { continue };
        let Some(amount) = approximate(*printed, sheet.unit(line)) else { continue };
        let (figure, _) = here.amount(*printed, sheet.unit(line), unit);
        if amount < 0 {
            negative.push(format!("{} {figure}", line.name));
        } else if amount > 0 {
            flows.push(Flow { name: line.name.to_string(), figure, book, amount, is_made: false });
        }
    }
    let mut flows = ordered(&flows, |a, b| b.amount.cmp(&a.amount));
    let small: Vec<Flow> = if flows.len() > FLOWS + 1 { flows.split_off(FLOWS) } else { Vec::new() };
    let rest = (!small.is_empty()).then(|| (fill(here.ctx.t.flow_small, &[&small.len().to_string()]), picture::total(small.iter())));
    let left = left.and_then(|left| approximate(left, Unit::Yuan)).map(|left| (here.ctx.t.not_listed.to_owned(), left));
    for (name, amount) in rest.into_iter().chain(left) {
        flows.push(Flow { name, figure: made(here, amount, unit), book, amount, is_made: true });
    }
    into.append(&mut flows);
}

/// A figure that no source prints, from ten-thousandths of a yuan, in the unit shown.
fn made(here: &Here, amount: i128, unit: Unit) -> String {
    here.amount(trimmed(Decimal { mantissa: amount, scale: 4 }), Unit::Yuan, unit).0
}
