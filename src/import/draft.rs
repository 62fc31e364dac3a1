//! A draft session of what a foreign file says, and what is still to be asked.
//!
//! Nothing is made up: what the file does not say stays absent, or is a word that says so where a session must have something, and is a question.

pub mod doubts;
mod meeting;
pub mod provenance;
#[cfg(test)]
mod tests;

use crate::drafting::Choice;
use crate::import::document::{At, Block, Document};
use crate::import::figures::{self, Figure};
use crate::import::{article, budgets, tables};
use crate::model::{Date, Dates, Session, Text};
use doubts::Doubt;
use provenance::Sources;
use std::collections::BTreeMap;

/// A session that somebody has still to look through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// What was understood; its status is draft.
    pub session: Session,
    /// What was not.
    pub questions: Vec<Question>,
    /// What became of each table, in their order.
    pub outcomes: Vec<budgets::Outcome>,
    /// Where each line of a table was found, by the ids of its budget and of itself with a `/` between them.
    pub places: BTreeMap<String, At>,
    /// How many figures of running text are in the draft.
    pub figures: usize,
    /// Where the values came from: [`Sources::told`] says it, which takes as much room as everything else.
    pub sources: Sources,
    /// What somebody should look at first.
    pub doubts: Vec<Doubt>,
}

/// What a draft cannot tell, and a person can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which congress it is.
    Assembly,
    /// When the session was: no day or year is given with it.
    Date,
    /// What the file is about: neither figures nor a session were found.
    Nothing,
    /// What is further down: the text is too long to be read to its end.
    Long,
    /// Which year figures are of.
    FiscalYear {
        /// How many figures.
        count: usize,
    },
    /// Whether rows that the file hides belong to it: they are in the budgets as parts of what is seen.
    HiddenRows {
        /// How many rows.
        count: usize,
        /// How many more were left out, as they hold no amount but nought.
        left_out: usize,
    },
    /// What a table does not tell.
    Table(budgets::Question),
}

/// The running text of a document, a paragraph a line: what provenance counts the characters of.
pub fn text(document: &Document) -> String {
    let shown = document.sections.iter().filter(|section| !section.is_hidden).flat_map(|section| &section.blocks);
    let lines = shown.filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        Block::Grid(_) => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Drafts a session of a document. `unknown` stands where a session must have a name and the file gives none, in the language of the reader.
pub fn draft(document: &Document, unknown: &str) -> Draft {
    with_choices(document, &tables::find(document), &BTreeMap::new(), unknown)
}

/// The same of a document whose tables were found already, with what a person decided of them by their places.
pub fn with_choices(document: &Document, found: &[tables::Table], choices: &BTreeMap<usize, Choice>, unknown: &str) -> Draft {
    let text = text(document);
    let mut sources = Sources::default();
    let all = figures::read(&text);
    let dated = of_a_year(&all);
    let undated = all.len() - dated.len();
    let tables = budgets::read(found, choices);
    let report = article::read(&text);
    let (mut session, spans) = article::session_with_spans(&report);
    for (pointer, span) in spans {
        sources.add(pointer, span.start..span.end, span.rule);
    }
    if session.assembly.name.is_empty()
        && let Some(meeting) = meeting::find(&text)
    {
        session.title = Text::from(meeting.title.as_str());
        session.assembly.name = Text::from(meeting.assembly.as_str());
        (session.term, session.meeting) = (Some(meeting.term), Some(meeting.meeting));
        for pointer in ["/title", "/assembly/name", "/term", "/meeting", "/dates/start"] {
            sources.add(pointer.to_owned(), meeting.span.clone(), "line under the title");
        }
        session.dates.start = meeting.date.map(|date| Date(Text::new(date)));
    }

    let mut questions = Vec::new();
    let is_known = !session.assembly.name.is_empty();
    if !is_known && all.is_empty() && tables.budgets.is_empty() {
        questions.push(Question::Nothing);
    }
    if !is_known {
        questions.push(Question::Assembly);
        session.assembly.name = Text::from(unknown);
    }
    if session.days() == Dates::default() {
        questions.push(Question::Date);
    }
    if text.len() > article::MOST_BYTES && is_known || all.len() >= figures::MOST || text.len() > figures::MOST_BYTES {
        questions.push(Question::Long);
    }
    if undated > 0 {
        questions.push(Question::FiscalYear { count: undated });
    }
    if tables.hidden_rows + tables.left_out > 0 {
        questions.push(Question::HiddenRows { count: tables.hidden_rows, left_out: tables.left_out });
    }
    questions.extend(tables.questions.into_iter().map(Question::Table));
    if session.title.is_empty() {
        let first = text.split('\n').find(|line| !line.trim().is_empty());
        session.title = Text::from(first.unwrap_or(unknown));
        if let Some(first) = first {
            let start = text.len() - text.trim_start().len();
            sources.add("/title".to_owned(), start..start + first.trim().len(), "first line");
        }
    }
    // Those of prose are called `budget-2031`, those of tables by their stage, too: no id stands twice.
    let (of_text, places) = figures::budgets_with_places(&dated);
    sources.years(&text, &of_text, &places, tables.budgets.len());
    for place in places {
        sources.add(provenance::moved(&place.pointer, tables.budgets.len()), place.span.start..place.span.end, place.rule);
    }
    session.budgets = [tables.budgets, of_text].concat();
    sources.cells = tables.cells;
    let (outcomes, places) = (tables.outcomes, tables.places);
    let mut draft = Draft { session, questions, outcomes, places, figures: dated.len(), sources, doubts: Vec::new() };
    draft.doubts = doubts::find(&draft, &report, &text);
    draft
}

/// The figures that say their year, their parents found again by their new places.
fn of_a_year(all: &[Figure]) -> Vec<Figure> {
    let mut places = vec![None; all.len()];
    let mut dated: Vec<Figure> = Vec::new();
    for (at, figure) in all.iter().enumerate().filter(|(_, figure)| figure.year.is_some()) {
        places[at] = Some(dated.len());
        let parent = figure.parent.and_then(|parent| places.get(parent).copied().flatten());
        dated.push(Figure { parent, ..figure.clone() });
    }
    dated
}
