//! What goes into each picture, from the lines of the table.

use crate::budget::{Column, Sheet, approximate, change as change_of, completion as completion_of, difference, sum, year_gone};
use crate::i18n::fill;
use crate::model::{Decimal, Line, Unit};
use crate::picture;
use crate::picture::{ChangeItem, CompletionItem, ShareItem};
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::names::{percentage, signed};
use crate::ui::pages::budget::pictures::drawn::{Drawn, about, say_negative};
use leptos::prelude::*;

/// More lines than this make a picture that nobody reads; the table has them all.
const MOST: usize = 40;

/// A picture of no more lines than this shows them all.
const ALL: usize = 24;

/// The lines that a picture is of, of those that `has` what it shows: the parts of the line that the link names, where it has parts; all, where
/// they are few; else those at the top.
fn lines(here: &BudgetCtx, index: usize, sheet: &Sheet<'_>, has: impl Fn(&Line) -> bool) -> Vec<usize> {
    let within = here.wanted.get().filter(|(table, row)| *table == index && !sheet.tree.children(*row).is_empty()).map(|(_, row)| row);
    let all: Vec<usize> = (0..modal.table.lines.len()).filter(|row| sheet.line(*row).is_some_and(&has)).collect();
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

/// How far each line has come.
pub(super) fn completion(here: &BudgetCtx, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return Drawn::nothing(t.picture_empty) };
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
        return Drawn::nothing(t.picture_empty);
    }
    let gone = sheet.budget.period.as_ref().and_then(year_gone);
    let gone = gone.map(|gone| (gone, fill(t.time_gone, &[&gone.to_string()])));
    Drawn::new(picture::completion(width, &items, gone), t.completion_about.to_owned())
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
    Drawn::new(picture::change(width, &items), about(here, t.change_about, stage, unit))
}

/// The share of each line in the whole.
pub(super) fn share(here: &BudgetCtx, index: usize, width: i32) -> Drawn {
    let t = here.ctx.t;
    let Some((sheet, main)) = here.sheet(index).and_then(|sheet| sheet.main_column().map(|main| (sheet, main))) else {
        return Drawn::nothing(t.picture_empty);
    };
    let unit = here.unit(&sheet);
    let within = here.wanted.get().filter(|(table, _)| *table == index).map(|(_, row)| row);
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
    Drawn { branch, ..Drawn::new(picture::share(width, height, &items), said) }
}
