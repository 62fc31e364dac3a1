//! What the page asks of the program that reads foreign files, and what that answers: plain data, known to both.
//!
//! The program itself (`src/bin/reader`, over [`crate::import`]) is a worker of its own, so that long runs, memory and faults stay outside the page. It keeps the file
//! that it has read; the page keeps only what is here.

use crate::model::{Book, Date, Direction, Stage, Text, Unit};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A question of the page; each has one [`Answer`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Reads the bytes that come with it. The words of the answer are in the language.
    Open {
        /// The language tag, `zh-Hans` or `en`.
        lang: String,
    },
    /// Takes what another program has read of a file, instead of bytes.
    Take {
        /// The language tag.
        lang: String,
        /// What [`Answer::Document`] holds.
        document: String,
    },
    /// Drafts the file that was opened last once more, with what a person decided of its tables.
    Draft {
        /// By the place of the table in [`Offer::tables`].
        choices: BTreeMap<usize, Choice>,
    },
    /// Takes what was drafted last as a session.
    Finish {
        /// Which session it is; what is empty stays as the file says.
        about: About,
    },
    /// Writes a workbook.
    Workbook {
        /// The language tag.
        lang: String,
        /// The text of a session file; none for the empty workbook.
        session: Option<String>,
    },
    /// Writes a table as a workbook of one sheet, with typed cells.
    Table {
        /// What the sheet is called.
        name: String,
        /// Its rows from top to bottom, the first of them its head.
        rows: Vec<Vec<TableCell>>,
    },
    /// A table of the file that was opened last, cell by cell, and what was made of it.
    Look {
        /// Its place in [`Offer::tables`].
        table: usize,
    },
}

/// A cell of a table that is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableCell {
    /// Text, which stays text.
    Text(String),
    /// A figure in plain digits.
    Number(String),
    /// Nothing; never zero.
    Blank,
}

/// What the program answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// What was found, of [`Ask::Open`] and [`Ask::Draft`].
    Offer(Box<Offer>),
    /// The table, of [`Ask::Look`].
    Sheet(Sheet),
    /// What was drafted, of [`Ask::Finish`].
    Draft(Box<Drafted>),
    /// The file is a session of ours in another form; nothing of it is a draft. The text of a session file.
    Session(String),
    /// The file is a PDF, which another program reads; this one then opens what that gives.
    Pdf,
    /// What was read of a PDF, for [`Ask::Take`].
    Document(String),
    /// The bytes of a workbook in base64, of [`Ask::Workbook`] and [`Ask::Table`].
    File(String),
    /// Why the file cannot be read, in a sentence.
    Refused(String),
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What the bytes are, in words.
    pub kind: String,
    /// The tables, in the order of the file.
    pub tables: Vec<Table>,
    /// Which session it is, as far as the file tells.
    pub about: About,
    /// How many agenda items, people and texts were found in the text.
    pub told: Told,
    /// What should be known of the file, sentence by sentence.
    pub notes: Vec<String>,
    /// What a person has to decide, sentence by sentence.
    pub questions: Vec<String>,
}

/// A draft, once it was said which session it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafted {
    /// The text of the session file; its status is draft.
    pub session: String,
    /// The id of that session.
    pub id: String,
    /// What is kept beside it: the running text, where each value stands in it, and what is doubtful; see [`Original::take`](crate::edit::Original::take).
    pub original: String,
}

/// Which session something belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The name of the congress.
    pub assembly: String,
    /// The title of the session.
    pub title: String,
    /// Its first day, month or year, such as `2031-01-09` or `2031`; a session file must have one.
    pub date: String,
}

/// How much a text told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Agenda items.
    pub items: usize,
    /// People.
    pub people: usize,
    /// Budget figures in running text.
    pub figures: usize,
}

/// A table of the file, without its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What stands above it as its title.
    pub caption: Option<String>,
    /// Where it stands, in words.
    pub place: String,
    /// How many rows its body has.
    pub rows: usize,
    /// How many lines were made of it; 0 where it is no budget.
    pub lines: usize,
    /// Why it is no budget, in a sentence.
    pub why_not: Option<String>,
    /// What it was taken for.
    pub reading: Reading,
}

/// What a table was taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Its columns from left to right.
    pub columns: Vec<Column>,
    /// The unit of its amounts.
    pub unit: Option<Unit>,
    /// Its stage.
    pub stage: Option<Stage>,
    /// The fiscal year of its main figures.
    pub year: Option<u16>,
    /// Which of the four budgets it belongs to.
    pub book: Option<Book>,
    /// Revenue or expenditure; none where it holds both.
    pub direction: Option<Direction>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What its head says.
    pub head: String,
    /// What it was taken for.
    pub meaning: Meaning,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Names of lines.
    Name,
    /// Codes of the budget classification.
    Code,
    /// Amounts of the year before.
    PriorFinal,
    /// Amounts of the budget as first approved.
    Initial,
    /// Amounts of the adjusted budget.
    Adjusted,
    /// Amounts carried out.
    Executed,
    /// Amounts of the final accounts.
    FinalAccounts,
    /// Amounts planned for the year after.
    Next,
    /// Completion in percent.
    Completion,
    /// Change against the year before in percent.
    YoyChange,
    /// Percent of the year before.
    YoyRatio,
    /// Remarks.
    Note,
    /// Nothing that a budget keeps.
    #[default]
    Nothing,
}

impl Meaning {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::Nothing,
        Self::Name,
        Self::Code,
        Self::PriorFinal,
        Self::Initial,
        Self::Adjusted,
        Self::Executed,
        Self::FinalAccounts,
        Self::Next,
        Self::Completion,
        Self::YoyChange,
        Self::YoyRatio,
        Self::Note,
    ];
}

/// What a person decided of a table; what is `None` stays as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Whether it is left out.
    pub is_skipped: bool,
    /// What columns hold, by their place in [`Reading::columns`].
    pub columns: BTreeMap<usize, Meaning>,
    /// The unit of its amounts.
    pub unit: Option<Unit>,
    /// Its stage.
    pub stage: Option<Stage>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// Which of the four budgets.
    pub book: Option<Book>,
    /// Revenue or expenditure.
    pub direction: Option<Direction>,
}

/// A table cell by cell, with what was made of each row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its rows from top to bottom, at most [`MOST_ROWS`].
    pub rows: Vec<Row>,
}

/// How many characters of the running text are kept beside a draft.
pub const MOST_CHARACTERS: usize = 400_000;

/// How many rows of a table are shown.
pub const MOST_ROWS: usize = 400;

/// A row of a table as the file has it, and the line that it became.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The number of the row in its sheet, from 1.
    pub number: u32,
    /// What each column holds, as people see it.
    pub cells: Vec<String>,
    /// The name of the line that it became; none where it became none.
    pub line: Option<String>,
}

impl About {
    /// Whether the date is a day, a month or a year.
    pub fn is_dated(&self) -> bool {
        Date(Text::from(self.date.trim())).civil().is_some()
    }
}

/// A session file with the budgets of a draft added, and how many those are; none where either is no session file. Everything else stays as it was, but for the status: somebody
/// has still to look through it.
pub fn joined(open: &[u8], draft: &str) -> Option<(Vec<u8>, usize)> {
    let (mut open, mut draft) = (serde_json::from_slice::<Value>(open).ok()?, serde_json::from_str::<Value>(draft).ok()?);
    let added = std::mem::take(draft.get_mut("budgets")?.as_array_mut()?);
    let count = added.len();
    let session = open.as_object_mut()?;
    session.insert("status".to_owned(), "draft".into());
    let budgets = session.entry("budgets").or_insert_with(|| Value::Array(Vec::new())).as_array_mut()?;
    for mut budget in added {
        let id = budget.get("id")?.as_str()?.to_owned();
        let is_free = |id: &str| !budgets.iter().any(|other| other.get("id").and_then(Value::as_str) == Some(id));
        let free = std::iter::once(id.clone()).chain((2..=budgets.len() + 2).map(|n| format!("{id}-{n}"))).find(|id| is_free(id))?;
        budget.as_object_mut()?.insert("id".to_owned(), free.into());
        budgets.push(budget);
    }
    Some((serde_json::to_vec(&open).ok()?, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_are_added_under_ids_of_their_own() {
        let open = br#"{"id":"a","x_own":1,"budgets":[{"id":"b"}]}"#;
        let draft = r#"{"id":"d","budgets":[{"id":"b"},{"id":"c"}]}"#;
        let (bytes, count) = joined(open, draft).unwrap_or_default();
        let text = r#"{"budgets":[{"id":"b"},{"id":"b-2"},{"id":"c"}],"id":"a","status":"draft","x_own":1}"#;
        assert_eq!((String::from_utf8(bytes).as_deref(), count), (Ok(text), 2));
        assert_eq!(joined(b"{", draft), None);
        assert_eq!(joined(open, r#"{"budgets":[{}]}"#), None);
    }

    #[test]
    fn a_year_is_a_date_and_a_word_is_none() {
        let is_dated = |date: &str| About { date: date.to_owned(), ..About::default() }.is_dated();
        assert!(is_dated("2031") && is_dated(" 2031-01-09 "));
        assert!(!is_dated("") && !is_dated("一月") && !is_dated("2031-13-01"));
    }
}
