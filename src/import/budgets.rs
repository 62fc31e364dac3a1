//! Budgets out of tables, the questions that are left to people, and where each line was found.

mod code;
mod column;
mod columns;
mod line;
mod sums;
mod table;
#[cfg(test)]
mod tests;
mod unit;
mod whole;

use crate::drafting::{Choice, Reading};
use crate::import::document::At;
use crate::import::tables::Table;
use crate::model::{Budget, BudgetId, BudgetTable, LineId, Stage, TableId, Text, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// The budgets that tables hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// A budget of each year and stage.
    pub budgets: Vec<Budget>,
    /// What people have to decide.
    pub questions: Vec<Question>,
    /// Where each line was found, by the ids of its budget and of itself with a `/` between them.
    pub places: BTreeMap<String, At>,
    /// Where tables, lines and their values were found.
    pub cells: Vec<Place>,
    /// How many rows that the file hides are in the budgets, too.
    pub hidden_rows: usize,
    /// How many rows that the file hides are not, as they hold no amount but nought.
    pub left_out: usize,
    /// What became of each table, in their order.
    pub outcomes: Vec<Outcome>,
}

/// Where a budget, a table or a line of one stands. It holds for all in it that has no place of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The place of the budget among all that were found.
    pub budget: usize,
    /// The table in it.
    pub table: Option<usize>,
    /// The line in that.
    pub line: Option<usize>,
    /// The cell.
    pub at: At,
    /// The columns of the values of a line, by their JSON pointers within it.
    pub values: Vec<(&'static str, u32)>,
}

impl Place {
    /// Every value with its cell, by JSON pointers into the list of budgets.
    pub fn pointers(&self) -> impl Iterator<Item = (String, At)> {
        let step = |name: &str, place: Option<usize>| place.map(|place| format!("/{name}/{place}")).unwrap_or_default();
        let whole = format!("/{}{}{}", self.budget, step("tables", self.table), step("lines", self.line));
        let of_value = |(value, column): &(&str, u32)| (format!("{whole}/{value}"), At { column: *column, ..self.at });
        let values: Vec<_> = self.values.iter().map(of_value).collect();
        std::iter::once((whole, self.at)).chain(values)
    }
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What it was taken for, as far as that is known.
    pub reading: Reading,
    /// How many lines were made of it.
    pub lines: usize,
    /// Why it became no budget; none where it did, or where a person left it out.
    pub why_not: Option<Topic>,
}

/// What people have to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// The caption or the head that it is about, as printed.
    pub words: Option<String>,
    /// Where that stands.
    pub at: Option<At>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The table is no budget.
    NoBudget,
    /// No column holds the names of lines.
    Names,
    /// No column is known to hold amounts.
    Amounts,
    /// The unit is not said.
    Unit,
    /// Nothing says whether it is revenue or expenditure.
    Direction,
    /// The fiscal year is not said.
    Year,
    /// A column whose meaning is not known was left out.
    Column,
    /// Two columns have the same meaning, and the later one was left out.
    SameColumn,
}

/// Makes budgets of tables, with what a person decided of them by their places.
pub fn read(tables: &[Table], choices: &BTreeMap<usize, Choice>) -> Found {
    let (mut found, none) = (Found::default(), Choice::default());
    for (at, table) in tables.iter().enumerate() {
        let choice = choices.get(&at).unwrap_or(&none);
        let (mut outcome, mut asked) = (Outcome::default(), Vec::new());
        match table::read(table, choice, &mut outcome.reading, &mut asked) {
            _ if choice.is_skipped => asked.clear(),
            Ok(parts) => {
                let lines = || parts.iter().flat_map(|part| &part.lines);
                let seen: BTreeSet<_> = lines().filter(|made| made.is_hidden).map(|made| (made.at, made.line.name.as_str())).collect();
                let hidden = table.rows.iter().filter(|row| row.is_hidden && row.cells.iter().flatten().count() > 1).count();
                found.hidden_rows += seen.len();
                found.left_out += hidden.saturating_sub(seen.len());
                outcome.lines = parts.iter().map(|part| part.lines.len()).sum();
                for part in parts {
                    add(&mut found, part);
                }
            }
            Err(topic) => {
                outcome.why_not = Some(topic);
                asked.push(Question { topic, words: table.caption.clone(), at: table.at });
            }
        }
        found.questions.append(&mut asked);
        found.outcomes.push(outcome);
    }
    found
}

/// Puts a table into the budget of its year and stage.
fn add(found: &mut Found, part: table::Part) {
    let id = format!("budget-{}-{}", part.year, word(part.stage));
    let place = found.budgets.iter().position(|budget| budget.id.as_str() == id).unwrap_or_else(|| {
        found.budgets.push(new_budget(&id, part.year, part.stage, part.unit));
        let budget = found.budgets.len() - 1;
        found.cells.extend(part.at.map(|at| Place { budget, table: None, line: None, at, values: Vec::new() }));
        budget
    });
    let Some(budget) = found.budgets.get_mut(place) else { return };
    let number = budget.tables.len();
    let table = format!("t{}", budget.tables.len() + 1);
    found.cells.extend(part.at.map(|at| Place { budget: place, table: Some(number), line: None, at, values: Vec::new() }));
    let line_id = |line: usize| LineId(format!("{table}-l{}", line + 1));
    let mut lines = Vec::with_capacity(part.lines.len());
    for (at, table::Made { mut line, parent, at: row, cells, .. }) in part.lines.into_iter().enumerate() {
        line.id = line_id(at);
        line.parent = parent.map(line_id);
        if let Some(cell) = row {
            found.places.insert(format!("{id}/{}", line.id.as_str()), cell);
            found.cells.push(Place { budget: place, table: Some(number), line: Some(at), at: cell, values: cells });
        }
        lines.push(line);
    }
    budget.tables.push(BudgetTable {
        id: TableId(table),
        title: part.title.map(Text::new),
        book: part.book,
        direction: part.direction,
        scope: part.scope.map(Text::new),
        unit: (part.unit != budget.unit).then_some(part.unit),
        lines,
    });
}

fn new_budget(id: &str, year: u16, stage: Stage, unit: Unit) -> Budget {
    let words = match stage {
        Stage::Draft => "预算（草案）",
        Stage::Approved => "预算",
        Stage::Adjusted => "调整预算",
        Stage::Execution => "预算执行情况",
        Stage::FinalAccounts => "决算",
    };
    let title = if year == 0 { words.to_owned() } else { format!("{year}年{words}") };
    Budget { id: BudgetId(id.to_owned()), title: Text::new(title), fiscal_year: year, stage, unit, ..Budget::default() }
}

const fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "draft",
        Stage::Approved => "approved",
        Stage::Adjusted => "adjusted",
        Stage::Execution => "execution",
        Stage::FinalAccounts => "final",
    }
}
