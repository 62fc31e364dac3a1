//! A draft session of what a foreign file says, and what is still to be asked.
//!
//! Nothing is made up: what the file does not say stays absent, or is a word that says so where a session must have something, and is a question.

mod meeting;

use crate::drafting::Choice;
use crate::import::document::{At, Block, Document};
use crate::import::figures::{self, Figure};
use crate::import::{article, budgets, tables};
use crate::model::{Date, Dates, Session, Text};
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
    /// Which year figures are of.
    FiscalYear {
        /// How many figures.
        count: usize,
    },
    /// What a table does not tell.
    Table(budgets::Question),
}

/// Drafts a session of a document. `unknown` stands where a session must have a name and the file gives none, in the language of the reader.
pub fn draft(document: &Document, unknown: &str) -> Draft {
    with_choices(document, &tables::find(document), &BTreeMap::new(), unknown)
}

/// The same of a document whose tables were found already, with what a person decided of them by their places.
pub fn with_choices(document: &Document, found: &[tables::Table], choices: &BTreeMap<usize, Choice>, unknown: &str) -> Draft {
    let blocks = || document.sections.iter().filter(|section| !section.is_hidden).flat_map(|section| &section.blocks);
    let lines: Vec<&str> = blocks()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            Block::Grid(_) => None,
        })
        .collect();
    let text = lines.join("\n");
    let all = figures::read(&text);
    let dated = of_a_year(&all);
    let undated = all.len() - dated.len();
    let tables = budgets::read(found, choices);
    let mut session = article::session(&article::read(&text));
    if session.assembly.name.is_empty()
        && let Some(meeting) = meeting::find(&text)
    {
        session.title = Text::from(meeting.title.as_str());
        session.assembly.name = Text::from(meeting.assembly.as_str());
        (session.term, session.meeting) = (Some(meeting.term), Some(meeting.meeting));
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
    if undated > 0 {
        questions.push(Question::FiscalYear { count: undated });
    }
    questions.extend(tables.questions.into_iter().map(Question::Table));
    if session.title.is_empty() {
        session.title = Text::from(lines.iter().find(|line| !line.trim().is_empty()).copied().unwrap_or(unknown));
    }
    // Those of prose are called `budget-2031`, those of tables by their stage, too: no id stands twice.
    session.budgets = [tables.budgets, figures::budgets(&dated)].concat();
    Draft { session, questions, outcomes: tables.outcomes, places: tables.places, figures: dated.len() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Kind;
    use crate::import::document::{Grid, Paragraph, Section};

    fn document(blocks: Vec<Block>) -> Document {
        Document { kind: Kind::Text, sections: vec![Section { blocks, ..Section::default() }], notes: Vec::new() }
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(Paragraph { text: text.to_owned(), ..Paragraph::default() })
    }

    #[test]
    fn a_report_is_a_session_with_its_budget() {
        let blocks = vec![
            paragraph("关于青溪市2030年预算执行情况和2031年预算草案的报告"),
            paragraph("——2031年1月9日在青溪市第三届人民代表大会第二次会议上"),
            paragraph("2030年，全市一般公共预算收入完成12.5亿元，为预算的101.2%，增长3.4%。"),
        ];
        let draft = draft(&document(blocks), "未载明");
        let session = &draft.session;
        assert_eq!(session.title.as_str(), "青溪市第三届人民代表大会第二次会议");
        assert_eq!((session.assembly.name.as_str(), session.term, session.meeting), ("青溪市人民代表大会", Some(3), Some(2)));
        assert_eq!(session.dates.start.as_ref().map(Date::as_str), Some("2031-01-09"));
        assert_eq!(session.budgets.len(), 1);
        assert_eq!(draft.questions, []);
        assert!(crate::read::read(&serde_json::to_vec(session).unwrap_or_default()).is_ok());
    }

    #[test]
    fn what_is_not_said_is_asked() {
        let draft = draft(&document(vec![paragraph("今天天气很好。"), Block::Grid(Grid::default())]), "未载明");
        assert_eq!(draft.session.assembly.name.as_str(), "未载明");
        assert_eq!(draft.session.dates, Dates::default());
        assert_eq!(draft.questions, [Question::Nothing, Question::Assembly, Question::Date]);
    }
}
