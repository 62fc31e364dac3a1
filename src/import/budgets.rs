//! Budgets out of tables and prose: a draft session, the questions that are left to people, and where each line was found.

mod column;
mod line;
mod table;
#[cfg(test)]
mod tests;
mod unit;
mod whole;

use crate::import::document::{At, Block, Document};
use crate::import::{figures, tables::Table};
use crate::model::{Budget, BudgetId, BudgetTable, Date, FORMAT, LineId, Session, SessionId, Stage, Status, TableId, Text, Unit};
use std::collections::BTreeMap;

/// A draft session out of a foreign file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The session: a draft with budgets, and placeholders where the format requires what the file does not say.
    pub session: Session,
    /// What people have to decide or fill in.
    pub questions: Vec<Question>,
    /// Where each line was found, by the ids of its budget and of itself with a `/` between them.
    pub places: BTreeMap<String, At>,
    /// Tables that became no budget.
    pub plain: Vec<Table>,
}

/// What people have to decide or fill in.
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
    /// The title of the session is a placeholder.
    Title,
    /// The name of the congress is a placeholder.
    Assembly,
    /// The date is a placeholder.
    Dates,
}

/// What stands where the format requires words that the file does not say.
const TO_FILL: &str = "待填";

/// The year that stands where nothing says one.
const NO_YEAR: &str = "2000";

/// Makes a draft of a document, in which `tables` were found.
pub fn draft(document: &Document, tables: Vec<Table>) -> Draft {
    let mut draft = Draft::default();
    for table in tables {
        match table::read(&table, &mut draft.questions) {
            Ok(parts) => parts.into_iter().for_each(|part| add(&mut draft, part)),
            Err(topic) => {
                draft.questions.push(Question { topic, words: table.caption.clone(), at: table.at });
                draft.plain.push(table);
            }
        }
    }
    let text = text(document);
    if !text.is_empty() {
        for mut budget in figures::budgets(&figures::read(&text)) {
            let id = free(&draft.session.budgets, budget.id.as_str());
            budget.id = BudgetId(id);
            draft.session.budgets.push(budget);
        }
    }
    frame(&mut draft);
    draft
}

/// Puts a table into the budget of its year and stage.
fn add(draft: &mut Draft, part: table::Part) {
    let id = format!("budget-{}-{}", part.year, word(part.stage));
    let place = draft.session.budgets.iter().position(|budget| budget.id.as_str() == id).unwrap_or_else(|| {
        draft.session.budgets.push(new_budget(&id, part.year, part.stage, part.unit));
        draft.session.budgets.len() - 1
    });
    let Some(budget) = draft.session.budgets.get_mut(place) else { return };
    let table = format!("t{}", budget.tables.len() + 1);
    let line_id = |line: usize| LineId(format!("{table}-l{}", line + 1));
    let mut lines = Vec::with_capacity(part.lines.len());
    for (at, (mut line, parent, found)) in part.lines.into_iter().enumerate() {
        line.id = line_id(at);
        line.parent = parent.map(line_id);
        if let Some(found) = found {
            draft.places.insert(format!("{id}/{}", line.id.as_str()), found);
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

/// An id that no budget has yet.
fn free(budgets: &[Budget], id: &str) -> String {
    let is_free = |id: &str| budgets.iter().all(|budget| budget.id.as_str() != id);
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| is_free(id)).unwrap_or_default()
}

/// What the format requires of every session.
fn frame(draft: &mut Draft) {
    let year = draft.session.budgets.iter().map(|budget| budget.fiscal_year).max().filter(|year| *year > 0);
    let session = &mut draft.session;
    session.format = FORMAT.to_owned();
    session.id = SessionId("draft".to_owned());
    session.title = Text::from(TO_FILL);
    session.status = Some(Status::Draft);
    session.assembly.name = Text::from(TO_FILL);
    session.dates.start = Some(Date::from(year.map_or_else(|| NO_YEAR.to_owned(), |year| year.to_string()).as_str()));
    for topic in [Topic::Title, Topic::Assembly, Topic::Dates] {
        draft.questions.push(Question { topic, words: None, at: None });
    }
}

/// The paragraphs of a document, one a line.
fn text(document: &Document) -> String {
    let mut text = String::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Paragraph(paragraph) = block {
            text.push_str(paragraph.number.as_deref().unwrap_or_default());
            text.push_str(&paragraph.text);
            text.push('\n');
        }
    }
    text
}
