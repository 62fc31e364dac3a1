//! One table to tables of the model: one for each level and direction that it has.

use super::column::{self, Meaning, Slot};
use super::line::{self, Named};
use super::{Question, Topic, unit, whole};
use crate::drafting::{self, Choice, Reading};
use crate::import::document::At;
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
    /// Each line, the line that it is part of, and where it stands.
    pub lines: Vec<(Line, Option<usize>, Option<At>)>,
}

/// What the columns hold.
struct Columns {
    name: usize,
    code: Option<usize>,
    note: Option<usize>,
    /// The figures, each with the level that its head names.
    figures: Vec<(usize, Meaning, Option<String>)>,
}

/// The tables of the model in a table, or why there are none; what the table was taken for is put into `reading`. A choice goes before what the table says.
pub(super) fn read(table: &Table, choice: &Choice, reading: &mut Reading, questions: &mut Vec<Question>) -> Result<Vec<Part>, Topic> {
    let heads: Vec<String> = table.columns.iter().map(column::joined).collect();
    let year = choice.year.or_else(|| whole::year(table, &heads));
    let told = choice.stage.or_else(|| whole::stage_of_titles(table));
    let mut asked = Vec::new();
    let (year, told, meanings) =
        columns_of_two_years(&heads, year, told, choice).unwrap_or_else(|| (year, told, meanings(&heads, year, told, choice)));
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
    let columns = columns(table, &heads, &meanings, &mut asked)?;
    let words = table.unit.iter().chain(table.caption.as_ref()).chain(&heads).chain(table.context.iter().rev());
    // A bare 万 or 元 in a caption is no unit; the line of the unit may be as short as that.
    let printed = words
        .filter(|words| table.unit.as_ref() == Some(*words) || words.contains("万元") || words.contains("亿元") || words.contains("(元)"))
        .find_map(|words| unit::unit(words));
    let printed = choice.unit.map(|unit| unit::Printed { unit, shift: 0 }).or(printed).ok_or(Topic::Unit)?;
    reading.unit = Some(printed.unit);
    let body = named(table, &columns);
    let names: Vec<_> = body.iter().map(|(_, line)| (line.name.clone(), line.code.clone())).collect();
    let directions = match choice.direction {
        Some(direction) => vec![Some(direction); names.len()],
        None => whole::directions(table, heads.get(columns.name).map_or("", String::as_str), &names),
    };
    let has = |wanted| directions.contains(&Some(wanted));
    reading.direction = match (has(Direction::Revenue), has(Direction::Expenditure)) {
        (true, false) => Some(Direction::Revenue),
        (false, true) => Some(Direction::Expenditure),
        _ => None,
    };
    if directions.iter().all(Option::is_none) {
        return Err(Topic::Direction);
    }
    if year.is_none() {
        asked.push(question(Topic::Year, table.caption.clone(), table.at));
    }
    let slots: Vec<Slot> = columns.figures.iter().filter_map(|(_, meaning, _)| slot(*meaning)).collect();
    let stage = told.unwrap_or_else(|| whole::stage_of_slots(&slots));
    reading.stage = Some(stage);
    let of_title = whole::titles(table).find_map(|title| whole::scope(title));
    let mut parts = Vec::new();
    for scope in scopes(&columns) {
        for direction in [Direction::Revenue, Direction::Expenditure] {
            let kept: Vec<_> = body.iter().zip(&directions).filter(|(_, found)| **found == Some(direction)).map(|(line, _)| line).collect();
            let alone: Vec<Named> = kept.iter().map(|(_, line)| line.clone()).collect();
            let lines = kept
                .iter()
                .zip(line::parents(&alone))
                .map(|((row, name), parent)| (one(row, name, &columns, scope.as_ref(), printed.shift), parent, row.at));
            let lines: Vec<_> = lines.collect();
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
                scope: scope.clone().or_else(|| of_title.clone()),
                lines,
            });
        }
    }
    questions.append(&mut asked);
    Ok(parts)
}

/// What the columns hold where they plan a year beside the budget of the year before: a line keeps all of that only as one of the year before, with what is planned for the
/// next. The percentages are of the plan then, and a line has no place for them. A person who chose a year or a stage has decided otherwise.
fn columns_of_two_years(
    heads: &[String],
    year: Option<u16>,
    told: Option<Stage>,
    choice: &Choice,
) -> Option<(Option<u16>, Option<Stage>, Vec<Meaning>)> {
    let year = year
        .filter(|year| choice.year.is_none() && choice.stage.is_none() && heads.iter().any(|head| column::is_budget_before(head, *year)))?;
    let before = year.checked_sub(1)?;
    let mut found = meanings(heads, Some(before), None, choice);
    let has = |slot| found.contains(&Meaning::Amount(slot));
    if !has(Slot::Initial) || !has(Slot::Next) || has(Slot::Prior) || has(Slot::Final) || told == Some(Stage::FinalAccounts) {
        return None;
    }
    let stage = if has(Slot::Executed) { Stage::Execution } else { Stage::Approved };
    for meaning in &mut found {
        if matches!(meaning, Meaning::Completion | Meaning::Yoy(_)) {
            *meaning = Meaning::Difference;
        }
    }
    Some((Some(before), Some(stage), found))
}

/// What each column holds, by its head and by what a person chose.
fn meanings(heads: &[String], year: Option<u16>, told: Option<Stage>, choice: &Choice) -> Vec<Meaning> {
    let read = |head| main(column::meaning(head, year), head, year, told);
    heads.iter().enumerate().map(|(at, head)| choice.columns.get(&at).map_or_else(|| read(head), |chosen| (*chosen).into())).collect()
}

fn columns(table: &Table, heads: &[String], meanings: &[Meaning], asked: &mut Vec<Question>) -> Result<Columns, Topic> {
    let find = |wanted: Meaning| meanings.iter().position(|meaning| *meaning == wanted);
    let holds_words = |at: usize| {
        table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(at)?.as_ref())
            .any(|cell| cell.value.is_none() && unit::digits(&cell.text).is_none())
    };
    let name = find(Meaning::Name)
        .or_else(|| {
            (0..meanings.len()).find(|at| matches!(meanings.get(*at), Some(Meaning::Unknown | Meaning::Helper)) && holds_words(*at))
        })
        .ok_or(Topic::Names)?;
    let mut found = Columns { name, code: find(Meaning::Code), note: find(Meaning::Note), figures: Vec::new() };
    // What people see goes before what the file hides.
    let mut order: Vec<usize> = (0..meanings.len()).filter(|at| *at != name).collect();
    order.sort_by_key(|at| table.columns.get(*at).is_some_and(|column| column.is_hidden));
    for at in order {
        let (Some(meaning), Some(head)) = (meanings.get(at).copied(), heads.get(at)) else { continue };
        let place = table.at.map(|place| At { column: table.columns.get(at).map_or(0, |column| column.number), ..place });
        match meaning {
            Meaning::Amount(_) | Meaning::Completion | Meaning::Yoy(_) => {
                let scope = whole::scope(head);
                let is_same = |other: &Meaning| *other == meaning || matches!((other, meaning), (Meaning::Yoy(_), Meaning::Yoy(_)));
                if found.figures.iter().any(|(_, other, level)| is_same(other) && *level == scope) {
                    asked.push(question(Topic::SameColumn, Some(head.clone()), place));
                } else {
                    found.figures.push((at, meaning, scope));
                }
            }
            Meaning::Unknown => asked.push(question(Topic::Column, Some(head.clone()), place)),
            _ => {}
        }
    }
    if found.figures.iter().all(|(_, meaning, _)| slot(*meaning).is_none()) {
        return Err(Topic::Amounts);
    }
    Ok(found)
}

/// A column whose head says only that it holds amounts, or of which year, is of the stage of the table.
fn main(meaning: Meaning, head: &str, year: Option<u16>, told: Option<Stage>) -> Meaning {
    let named = column::years(head).first().copied();
    let is_plain = matches!(head.trim_end_matches(|sign| "()万亿千元".contains(sign)), "金额" | "数额" | "合计" | "本年" | "本年数");
    let is_year = named.is_some() && head.chars().all(|sign| sign.is_ascii_digit() || "年度数".contains(sign));
    match (meaning, told) {
        (Meaning::Unknown, Some(stage)) if is_plain || (is_year && named == year) => Meaning::Amount(whole::main_slot(stage)),
        _ => meaning,
    }
}

/// The levels that heads name, each of which is a table; one without a level where they name none.
fn scopes(columns: &Columns) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = Vec::new();
    for (_, meaning, scope) in &columns.figures {
        if slot(*meaning).is_some() && !found.contains(scope) {
            found.push(scope.clone());
        }
    }
    // Of several levels, what names none stands beside them as a table of its own.
    found
}

fn named<'a>(table: &'a Table, columns: &Columns) -> Vec<(&'a BodyRow, Named)> {
    let cell = |row: &'a BodyRow, at: usize| row.cells.get(at).and_then(Option::as_ref);
    let rows = table.rows.iter().filter_map(|row| {
        let name = cell(row, columns.name)?;
        let code = columns.code.and_then(|at| cell(row, at)).map(|code| code.value.as_deref().unwrap_or(&code.text));
        Some((row, line::named(&name.text, code, name.indent)?))
    });
    rows.collect()
}

fn one(row: &BodyRow, name: &Named, columns: &Columns, scope: Option<&String>, shift: usize) -> Line {
    let cell = |at: usize| row.cells.get(at).and_then(Option::as_ref);
    let (mut amounts, mut printed) = (Amounts::default(), Printed::default());
    for (at, meaning, _) in columns.figures.iter().filter(|(_, _, level)| level.as_ref() == scope) {
        match meaning {
            Meaning::Amount(slot) => *amount_of(&mut amounts, *slot) = unit::amount(cell(*at), shift),
            Meaning::Completion => printed.completion_percent = unit::percent(cell(*at)),
            Meaning::Yoy(kind) => {
                printed.yoy_percent = unit::percent(cell(*at));
                printed.yoy_kind = printed.yoy_percent.value().map(|_| *kind);
            }
            _ => {}
        }
    }
    let note = columns.note.and_then(cell).map(|note| note.text.trim().to_owned()).filter(|note| !note.is_empty());
    Line {
        code: name.code.clone(),
        name: Text::new(name.name.clone()),
        role: (name.role != Role::Item).then_some(name.role),
        amounts,
        printed: (printed != Printed::default()).then_some(printed),
        note: note.map(Text::new),
        ..Line::default()
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

const fn slot(meaning: Meaning) -> Option<Slot> {
    if let Meaning::Amount(slot) = meaning { Some(slot) } else { None }
}

const fn question(topic: Topic, words: Option<String>, at: Option<At>) -> Question {
    Question { topic, words, at }
}
