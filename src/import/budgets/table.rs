//! One table to tables of the model: one for each level and direction that it has.

use super::code::Codes;
use super::column::{self, Meaning, Slot};
use super::columns::{Columns, Figures, Group, Meanings, columns, meanings};
use super::line::{self, Named};
use super::{Question, Topic, sums, unit, whole};
use crate::drafting::{self, Choice, Reading};
use crate::import::document::{At, Cell};
use crate::import::tables::{BodyRow, Table};
use crate::model::{Amounts, Book, Decimal, Direction, Line, Printed, Role, Stage, Stated, Text, Unit};

/// A table of the model, without ids.
pub(super) struct Part {
    pub year: u16,
    pub stage: Stage,
    pub unit: Unit,
    pub title: Option<String>,
    pub book: Option<Book>,
    pub direction: Direction,
    pub scope: Option<String>,
    pub lines: Vec<Made>,
    /// Where the table begins.
    pub at: Option<At>,
}

/// A line with where it came from.
pub(super) struct Made {
    pub line: Line,
    /// The line that it is part of.
    pub parent: Option<usize>,
    /// The first cell of its row.
    pub at: Option<At>,
    /// Whether the file hides the row.
    pub is_hidden: bool,
    /// The columns of its values, by their JSON pointers within the line.
    pub cells: Vec<(&'static str, u32)>,
}

/// The tables of the model in a table, or why there are none; what the table was taken for is put into `reading`. A choice goes before what the table says.
pub(super) fn read(table: &Table, choice: &Choice, reading: &mut Reading, questions: &mut Vec<Question>) -> Result<Vec<Part>, Topic> {
    let heads: Vec<String> = table.columns.iter().map(column::joined).collect();
    let year = choice.year.or_else(|| whole::year(table, &heads));
    let told = choice.stage.or_else(|| whole::stage_of_titles(table));
    let mut asked = Vec::new();
    let Meanings { year, stage: told, all: meanings } = meanings(table, &heads, year, told, choice);
    *reading = Reading {
        columns: heads
            .iter()
            .zip(&meanings)
            .map(|(head, meaning)| drafting::Column { head: head.clone(), meaning: (*meaning).into() })
            .collect(),
        unit: choice.unit,
        stage: told,
        year,
        book: choice.book.or_else(|| whole::book(table)),
        direction: choice.direction,
    };
    if whole::is_other(table) && *choice == Choice::default() {
        return Err(Topic::NoBudget);
    }
    let is_of_both = choice.direction.is_none() && whole::titles(table).all(|title| whole::direction(title).is_none());
    let columns = columns(table, &heads, &meanings, is_of_both, &mut asked)?;
    let words = table.caption.iter().chain(&heads).chain(table.context.iter().rev());
    let printed =
        table.unit.as_ref().and_then(|words| unit::unit(words)).or_else(|| words.into_iter().find_map(|words| unit::within(words)));
    let printed = choice.unit.map(|unit| unit::Printed { unit, shift: 0 }).or(printed).ok_or(Topic::Unit)?;
    reading.unit = Some(printed.unit);
    let body = named(table, &columns, reading.book);
    let names: Vec<_> = body.iter().map(|(_, line)| (line.name.clone(), line.code.clone())).collect();
    let directions = match choice.direction {
        Some(direction) => vec![Some(direction); names.len()],
        None => whole::directions(table, columns.names.first().and_then(|at| heads.get(*at)).map_or("", String::as_str), &names),
    };
    let groups = columns.groups();
    let has = |wanted| directions.contains(&Some(wanted)) || groups.iter().any(|group| group.direction == Some(wanted));
    reading.direction = match (has(Direction::Revenue), has(Direction::Expenditure)) {
        (true, false) => Some(Direction::Revenue),
        (false, true) => Some(Direction::Expenditure),
        _ => None,
    };
    if directions.iter().all(Option::is_none) && groups.iter().all(|group| group.direction.is_none()) {
        return Err(Topic::Direction);
    }
    if year.is_none() {
        asked.push(question(Topic::Year, table.caption.clone(), table.at));
    }
    let slots: Vec<Slot> = columns.figures.iter().filter_map(Figures::slot).collect();
    let stage = told.unwrap_or_else(|| whole::stage_of_slots(&slots));
    reading.stage = Some(stage);
    let of_caption = table.caption.as_deref().and_then(whole::scope);
    let of_title = of_caption.clone().or_else(|| whole::titles(table).find_map(|title| whole::scope(title)));
    // Where columns are of one level only, the caption knows better.
    let has_levels = groups.iter().any(|group| group.scope != groups.first().and_then(|first| first.scope.clone()));
    let mut parts = Vec::new();
    for group in &groups {
        for direction in [Direction::Revenue, Direction::Expenditure] {
            // A column of one direction has it for all lines.
            let is_of = |line: Option<Direction>| group.direction.or(line) == Some(direction);
            let kept: Vec<_> = body.iter().zip(&directions).filter(|(_, found)| is_of(**found)).map(|(line, _)| line).collect();
            let mut alone: Vec<Named> = kept.iter().map(|(_, line)| line.clone()).collect();
            let parents = line::parents(&mut alone);
            let lines = kept
                .iter()
                .zip(alone.iter().zip(parents))
                .map(|((row, _), (name, parent))| Made { parent, ..one(table, row, name, &columns, group, printed.shift) });
            let mut lines: Vec<_> = lines.collect();
            sums::put_parts_below_heads(&mut lines);
            if lines.is_empty() {
                continue;
            }
            parts.push(Part {
                year: year.unwrap_or(0),
                stage,
                unit: printed.unit,
                title: table.caption.clone(),
                book: reading.book,
                direction,
                scope: of_caption.clone().filter(|_| !has_levels).or_else(|| group.scope.clone()).or_else(|| of_title.clone()),
                lines,
                at: table.at,
            });
        }
    }
    questions.append(&mut asked);
    Ok(parts)
}

fn named<'a>(table: &'a Table, columns: &Columns, book: Option<Book>) -> Vec<(&'a BodyRow, Named)> {
    let mut codes = Codes::default();
    let rows = table.rows.iter().filter(|row| !is_idle(row, columns)).filter_map(|row| {
        let cell = |at: &usize| row.cells.get(*at).and_then(Option::as_ref);
        let code = codes.next(columns.codes.iter().map(|at| cell(at).map(|code| code.value.as_deref().unwrap_or(&code.text))));
        let (level, name) = name_of(table, row, columns)?;
        Some((row, line::named(&name.text, code.as_deref(), name.indent.saturating_add(level))?))
    });
    let mut lines: Vec<(&BodyRow, Named)> = rows.collect();
    lines.iter_mut().skip(1).for_each(|(_, line)| line.set_total(book));
    lines
}

/// Whether the file hides a row of which no column of amounts holds more than nought: one of a form that an office keeps for all years.
fn is_idle(row: &BodyRow, columns: &Columns) -> bool {
    let amount = |figures: &Figures| unit::amount(row.cells.get(figures.at).and_then(Option::as_ref), 0);
    let is_nothing = |amount: &Stated<Decimal>| amount.value().is_none_or(|amount| amount.mantissa == 0);
    row.is_hidden && columns.figures.iter().filter(|figures| figures.slot().is_some()).all(|figures| is_nothing(&amount(figures)))
}

/// The name of a row, with how many columns of names are to the left of it: it stands in the first of them that holds one, or to the left of all where it is a total's or
/// the cell is merged.
fn name_of<'r>(table: &Table, row: &'r BodyRow, columns: &Columns) -> Option<(u8, &'r Cell)> {
    let first = columns.names.first().and_then(|at| table.columns.get(*at)).map_or(0, |column| column.number);
    let reaches = |cell: &&Cell| {
        let is_total = cell.text.trim_end().ends_with('计');
        cell.value.is_none() && cell.column < first && (is_total || cell.column.saturating_add(cell.columns) > first)
    };
    let own = (0..).zip(&columns.names).find_map(|(level, at)| Some((level, row.cells.get(*at)?.as_ref()?)));
    own.or_else(|| Some((0, row.cells.iter().flatten().find(reaches)?)))
}

fn one(table: &Table, row: &BodyRow, name: &Named, columns: &Columns, group: &Group, shift: usize) -> Made {
    let cell = |at: usize| row.cells.get(at).and_then(Option::as_ref);
    let (mut amounts, mut printed) = (Amounts::default(), Printed::default());
    let mut cells: Vec<(&'static str, u32)> = name_of(table, row, columns).map(|(_, cell)| ("name", cell.column)).into_iter().collect();
    let mut note_cell = |value: &'static str, at: usize| cells.extend(cell(at).map(|cell| (value, cell.column)));
    columns.codes.iter().rev().find(|at| cell(**at).is_some()).into_iter().for_each(|at| note_cell("code", *at));
    columns.note.into_iter().for_each(|at| note_cell("note", at));
    for Figures { at, meaning, .. } in columns.figures.iter().filter(|figures| figures.group == *group) {
        match meaning {
            Meaning::Amount(slot) => {
                *amount_of(&mut amounts, *slot) = unit::amount(cell(*at), shift);
                note_cell(pointer_of(*slot), *at);
            }
            Meaning::Completion => {
                printed.completion_percent = unit::percent(cell(*at));
                note_cell("printed/completion_percent", *at);
            }
            Meaning::Yoy(kind) => {
                note_cell("printed/yoy_percent", *at);
                printed.yoy_percent = unit::percent(cell(*at));
                printed.yoy_kind = printed.yoy_percent.value().map(|_| *kind);
            }
            _ => {}
        }
    }
    let note = columns.note.and_then(cell).map(|note| note.text.trim().to_owned()).filter(|note| !note.is_empty());
    let line = Line {
        code: name.code.clone(),
        name: Text::new(name.name.clone()),
        role: (name.role != Role::Item).then_some(name.role),
        amounts,
        printed: (printed != Printed::default()).then_some(printed),
        note: note.map(Text::new),
        ..Line::default()
    };
    Made { line, parent: None, at: row.at, is_hidden: row.is_hidden, cells }
}

const fn pointer_of(slot: Slot) -> &'static str {
    match slot {
        Slot::Prior => "amounts/prior_final",
        Slot::Initial => "amounts/initial",
        Slot::Adjusted => "amounts/adjusted",
        Slot::Executed => "amounts/executed",
        Slot::Final => "amounts/final",
        Slot::Next => "amounts/next",
    }
}

fn amount_of(amounts: &mut Amounts, slot: Slot) -> &mut Stated<Decimal> {
    match slot {
        Slot::Prior => &mut amounts.prior_final,
        Slot::Initial => &mut amounts.initial,
        Slot::Adjusted => &mut amounts.adjusted,
        Slot::Executed => &mut amounts.executed,
        Slot::Final => &mut amounts.final_accounts,
        Slot::Next => &mut amounts.next,
    }
}

const fn question(topic: Topic, words: Option<String>, at: Option<At>) -> Question {
    Question { topic, words, at }
}
