//! What goes into each picture, from the lines of the table.

use crate::budget::{
    Column, Parts, Sheet, approximate, change as change_of, completion_told, difference, largest, movers, pace, year_gone,
};
use crate::i18n::{Money, fill, money};
use crate::model::{Decimal, Line, Unit};
use crate::picture;
use crate::picture::{ChangeItem, CompletionItem, ShareItem};
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::names::{percentage, signed};
use crate::ui::pages::budget::pictures::drawn::{Drawn, List, about, say_negative};
use leptos::prelude::*;

/// More lines than this make a picture that nobody reads; the table has them all.
const MOST: usize = 40;

/// A picture of no more lines than this shows them all.
const ALL: usize = 24;

/// The lines that a picture is of, of those that `has` what it shows: the parts of the line that the link names, where it has parts; all, where
/// they are few; else those at the top.
fn lines(here: &BudgetCtx, index: usize, sheet: &Sheet<'_>, has: impl Fn(&Line) -> bool) -> Vec<usize> {
    let within = here.wanted.get().filter(|(table, row)| *table == index && !sheet.tree.children(*row).is_empty()).map(|(_, row)| row);
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

/// How far each line has come.
pub(super) fn completion(here: &BudgetCtx, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return Drawn::nothing(t.picture_empty) };
    let items: Vec<CompletionItem<'_>> = lines(here, index, &sheet, |line| completion_told(line).is_some())
        .into_iter()
        .filter_map(|row| {
            let line = sheet.line(row)?;
            let told = completion_told(line)?;
            let (percent, is_computed) = (told.percent, !told.is_printed);
            Some(CompletionItem { row, name: &line.name, percent, is_computed, figure: percentage(percent) })
        })
        .take(MOST)
        .collect();
    if items.is_empty() {
        return Drawn::nothing(t.picture_empty);
    }
    let gone = sheet.budget.period.as_ref().and_then(year_gone);
    let gone = gone.map(|gone| (gone, fill(t.time_gone, &[&gone.to_string()])));
    let rows: Vec<usize> = items.iter().map(|item| item.row).collect();
    let finding = money::pace(here.ctx.lang, &sheet, &pace(&sheet, &rows));
    Drawn::new(picture::completion(width, &items, gone), t.completion_about.to_owned()).finding(finding)
}

/// The change of each line against the year before.
pub(super) fn change(here: &BudgetCtx, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return Drawn::nothing(t.picture_empty) };
    let unit = here.unit(&sheet);
    let Some(budget) = here.budget() else { return Drawn::nothing(t.picture_empty) };
    // Lines of another stage than most are not compared with the others.
    let stages: Vec<Column> = sheet.table.lines.iter().filter_map(|line| difference(budget, line)).map(|(column, _)| column).collect();
    let count = |column: Column| stages.iter().filter(|other| **other == column).count();
    let Some(stage) = Column::ALL.into_iter().filter(|column| count(*column) > 0).max_by_key(|column| count(*column)) else {
        return Drawn::nothing(t.picture_empty);
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
    let rows: Vec<usize> = items.iter().map(|item| item.row).collect();
    let finding = money::movers(here.ctx.lang, &sheet, &movers(&sheet, budget, stage, &rows));
    Drawn::new(picture::change(width, &items), about(here, t.change_about, stage, unit)).finding(finding)
}

/// The share of each line in the whole.
pub(super) fn share(here: &BudgetCtx, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let within = here.wanted.get().filter(|(table, _)| *table == index).map(|(_, row)| row);
    let Some((sheet, parts)) = here.sheet(index).and_then(|sheet| sheet.parts(within).map(|parts| (sheet, parts))) else {
        return Drawn::nothing(t.picture_empty);
    };
    let unit = here.unit(&sheet);
    let finding = largest(&sheet, &parts).map(|found| money::largest(here.ctx.lang, &sheet, &found));
    let Parts { branch, column: main, rows, left, base, .. } = parts;
    let negative: Vec<String> = rows
        .iter()
        .filter_map(|row| Some((sheet.line(*row)?, sheet.amount(*row, main, Unit::Yuan)?)))
        .filter(|(_, amount)| amount.mantissa < 0)
        .map(|(line, amount)| format!("{} {}", line.name, here.amount(amount, Unit::Yuan, unit).0))
        .collect();
    let part = |amount: Decimal| base.and_then(|base| crate::budget::percent(amount, base, 1)).map(percentage).unwrap_or_default();
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
        return Drawn::nothing(t.picture_empty);
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
    let mut said = about(here, t.share_about, main, unit);
    say_negative(here, &negative, &mut said);
    let (scene, unnamed) = picture::share(width, height, &items);
    let line = |at: usize| items.get(at).map(|item| (item.row.map(|row| (index, row)), item.name.to_owned(), item.figure.clone()));
    let lines: Vec<_> = unnamed.into_iter().filter_map(line).collect();
    let list = List { heading: Money::of(here.ctx.lang).not_named.to_owned(), is_folded: false, lines };
    let lists = if list.lines.is_empty() { Vec::new() } else { vec![list] };
    Drawn { lists, branch, ..Drawn::new(scene, said).finding(finding) }
}
