//! The program that reads foreign files, without the worker around it (`src/bin/yishi-reader.rs`): it keeps the file that was opened last and answers the page.

use crate::drafting::{About, Answer, Ask, Choice, Drafted, MOST_CHARACTERS, MOST_ROWS, Offer, Row, Sheet, Table, Told};
use crate::edit::Doubt;
use crate::hash::fnv1a_32;
use crate::i18n::imports::{import_error, import_note, kind_word, place};
use crate::i18n::workbook::workbook_finding;
use crate::i18n::{Drafts, Lang, drafts};
use crate::import::document::{At, Document};
use crate::import::draft::provenance::{Place, Record};
use crate::import::draft::{Draft, Question, text, with_choices};
use crate::import::tables::{self, BodyRow};
use crate::import::{self, Kind, budgets};
use crate::model::{Date, Session, SessionId, Text};
use crate::workbook;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many findings of a workbook are told at once.
const MOST_FINDINGS: usize = 20;

/// A file that was opened, and what was made of it.
#[derive(Debug, Default)]
pub struct Reader {
    lang: Lang,
    file: Option<File>,
}

#[derive(Debug)]
struct File {
    document: Document,
    tables: Vec<tables::Table>,
    draft: Draft,
}

impl Reader {
    /// Answers the page; `bytes` are those of the file that is to be opened.
    pub fn answer(&mut self, ask: Ask, bytes: &[u8]) -> Answer {
        match ask {
            Ask::Open { lang } => {
                self.lang = Lang::from_tag(&lang).unwrap_or_default();
                match import::kind(bytes) {
                    Ok(Kind::Pdf) => Answer::Pdf,
                    Ok(_) => match import::open(bytes) {
                        Ok(document) => self.take(document),
                        Err(error) => self.refuse(&error),
                    },
                    Err(error) => self.refuse(&error),
                }
            }
            Ask::Take { lang, document } => {
                self.lang = Lang::from_tag(&lang).unwrap_or_default();
                match serde_json::from_str(&document) {
                    Ok(document) => self.take(document),
                    Err(error) => self.refuse(&import::ImportError::Broken { part: "PDF".into(), detail: error.to_string() }),
                }
            }
            Ask::Draft { choices } => {
                if let Some(file) = &mut self.file {
                    file.draft = drafted(self.lang, &file.document, &file.tables, &choices);
                }
                self.offer()
            }
            Ask::Finish { about } => Answer::Draft(Box::new(self.file.as_mut().map_or_else(Drafted::default, |file| {
                call(&mut file.draft, about);
                let session = &file.draft.session;
                Drafted {
                    session: serde_json::to_string(session).unwrap_or_default(),
                    id: session.id.to_string(),
                    original: original(self.lang, file),
                }
            }))),
            // Another program writes.
            Ask::Workbook { .. } | Ask::Table { .. } => Answer::Refused(String::new()),
            Ask::Look { table } => Answer::Sheet(self.file.as_ref().map_or_else(Sheet::default, |file| sheet(file, table))),
        }
    }

    fn take(&mut self, document: Document) -> Answer {
        if workbook::is_ours(&document) {
            return self.of_workbook(&document);
        }
        let tables = tables::find(&document);
        let draft = drafted(self.lang, &document, &tables, &BTreeMap::new());
        self.file = Some(File { document, tables, draft });
        self.offer()
    }

    /// A workbook of ours says all that there is to say; what keeps it from being a session is told by cell.
    fn of_workbook(&self, document: &Document) -> Answer {
        match workbook::read(document) {
            Ok(reading) => Answer::Session(serde_json::to_string(&reading.session).unwrap_or_default()),
            Err(findings) => {
                let said: Vec<_> = findings.iter().take(MOST_FINDINGS).map(|finding| workbook_finding(self.lang, finding)).collect();
                Answer::Refused(said.join("\n"))
            }
        }
    }

    fn refuse(&self, error: &import::ImportError) -> Answer {
        Answer::Refused(import_error(self.lang, error))
    }

    fn offer(&self) -> Answer {
        let offer = self.file.as_ref().map_or_else(Offer::default, |file| offer(self.lang, file));
        Answer::Offer(Box::new(offer))
    }
}

fn drafted(lang: Lang, document: &Document, tables: &[tables::Table], choices: &BTreeMap<usize, Choice>) -> Draft {
    with_choices(document, tables, choices, Drafts::of(lang).draft_unknown)
}

/// Says which session it is.
fn call(draft: &mut Draft, about: About) {
    let session = &mut draft.session;
    let said =
        |text: String, before: Option<&str>| Some(text.trim().to_owned()).filter(|text| !text.is_empty() && Some(text.as_str()) != before);
    // What a person says is neither doubtful nor from the text.
    let mut told = Vec::new();
    if let Some(assembly) = said(about.assembly, Some(session.assembly.name.as_str())) {
        session.assembly.name = Text::new(assembly);
        told.push("/assembly/name");
    }
    if let Some(title) = said(about.title, Some(session.title.as_str())) {
        session.title = Text::new(title);
        told.push("/title");
    }
    if let Some(date) = said(about.date, session.dates.start.as_ref().map(Date::as_str)) {
        session.dates.start = Some(Date(Text::new(date)));
        told.push("/dates/start");
    }
    draft.sources.forget(&told);
    draft.doubts.retain(|doubt| !told.contains(&doubt.pointer.as_str()));
    // Drafts of several sessions stay apart in the library.
    let told = format!("{}\n{}\n{:?}", session.assembly.name, session.title, session.dates.start);
    session.id = SessionId::from(format!("draft-{:08x}", fnv1a_32(told.as_bytes())).as_str());
}

fn about(lang: Lang, session: &Session) -> About {
    let known = |text: &Text| if text.as_str() == Drafts::of(lang).draft_unknown { String::new() } else { text.as_str().to_owned() };
    About {
        assembly: known(&session.assembly.name),
        title: known(&session.title),
        date: session.dates.start.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default(),
    }
}

fn offer(lang: Lang, file: &File) -> Offer {
    let File { document, tables, draft } = file;
    let session = &draft.session;
    // Of a table that is no budget the list of tables tells.
    let is_asked = |question: &&Question| !matches!(question, Question::Table(budgets::Question { topic: budgets::Topic::NoBudget, .. }));
    Offer {
        kind: kind_word(lang, document.kind).to_owned(),
        tables: tables.iter().zip(&draft.outcomes).map(|(table, outcome)| listed(lang, document, table, outcome)).collect(),
        about: about(lang, session),
        told: Told { items: session.agenda.len(), people: session.people.len(), figures: draft.figures },
        notes: document.notes.iter().map(|note| import_note(lang, document, note)).collect(),
        questions: draft.questions.iter().filter(is_asked).map(|question| drafts::question(lang, question)).collect(),
    }
}

/// What is kept beside a draft.
#[derive(Serialize)]
struct Beside<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    doubts: Vec<Doubt>,
}

fn original(lang: Lang, file: &File) -> String {
    let mut text = text(&file.document);
    let is_kept = |place: &Place| !matches!(place, Place::Text { end, .. } if *end > MOST_CHARACTERS);
    let mut provenance = file.draft.sources.told(&file.document, &text);
    provenance.retain(|one| is_kept(&one.place));
    if let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS) {
        text.truncate(end);
    }
    let doubts =
        file.draft.doubts.iter().map(|doubt| Doubt { at: doubt.pointer.clone(), reason: drafts::doubt(lang, &doubt.why) }).collect();
    serde_json::to_string(&Beside { record: Record { text: &text, provenance: &provenance }, doubts }).unwrap_or_default()
}

fn listed(lang: Lang, document: &Document, table: &tables::Table, outcome: &budgets::Outcome) -> Table {
    let question = |topic| drafts::of_table(lang, topic, table.caption.as_deref());
    Table {
        caption: table.caption.clone(),
        place: table.at.map(|at| place(lang, document, &at)).unwrap_or_default(),
        rows: table.rows.len(),
        lines: outcome.lines,
        why_not: outcome.why_not.map(question),
        reading: outcome.reading.clone(),
    }
}

fn sheet(file: &File, number: usize) -> Sheet {
    let Some(table) = file.tables.get(number) else { return Sheet::default() };
    let lines = lines_by_place(&file.draft.session, &file.draft.places);
    let row = |row: &BodyRow| Row {
        number: row.at.map_or(0, |at| at.row),
        cells: row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.text.clone()).unwrap_or_default()).collect(),
        line: row.at.and_then(|at| lines.get(&at).map(|name| (*name).to_owned())),
    };
    Sheet { rows: table.rows.iter().take(MOST_ROWS).map(row).collect() }
}

/// The names of lines by where they were found.
fn lines_by_place<'a>(session: &'a Session, places: &BTreeMap<String, At>) -> BTreeMap<At, &'a str> {
    let mut found = BTreeMap::new();
    for budget in &session.budgets {
        for line in budget.tables.iter().flat_map(|table| &table.lines) {
            if let Some(at) = places.get(&format!("{}/{}", budget.id.as_str(), line.id.as_str())) {
                found.insert(*at, line.name.as_str());
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::drafting::Meaning;

    const FILE: &str =
        "2031年一般公共预算支出预算表,,,\n单位：万元,,,\n科目编码,科目名称,预算数,数字\n205,教育支出,30,7\n206,科学技术支出,12,8\n";

    fn offered(answer: Answer) -> Offer {
        let Answer::Offer(offer) = answer else { panic!("{answer:?}") };
        *offer
    }

    #[test]
    fn a_table_is_offered_shown_and_read_anew_as_a_person_decides() {
        let mut reader = Reader::default();
        let offer = offered(reader.answer(Ask::Open { lang: "zh-Hans".into() }, FILE.as_bytes()));
        assert_eq!((offer.tables.len(), offer.tables[0].lines), (1, 2));
        assert_eq!(offer.tables[0].reading.columns[2].meaning, Meaning::Initial);
        let Answer::Sheet(sheet) = reader.answer(Ask::Look { table: 0 }, &[]) else { panic!() };
        assert_eq!(sheet.rows[0].cells, ["205", "教育支出", "30", "7"]);
        assert_eq!(sheet.rows[0].line.as_deref(), Some("教育支出"));
        let choice = Choice { columns: BTreeMap::from([(2, Meaning::Nothing), (3, Meaning::Initial)]), ..Choice::default() };
        offered(reader.answer(Ask::Draft { choices: BTreeMap::from([(0, choice)]) }, &[]));
        let about = About { assembly: "青溪县人民代表大会".into(), date: "2031".into(), ..About::default() };
        let Answer::Draft(draft) = reader.answer(Ask::Finish { about }, &[]) else { panic!() };
        let session: Session = crate::read::read(draft.session.as_bytes()).map(|read| read.session).unwrap();
        assert_eq!(session.budgets[0].tables[0].lines[0].amounts.initial.value().unwrap().to_string(), "7");
    }

    #[test]
    fn a_draft_takes_its_text_and_its_doubts_along() {
        const ARTICLE: &str = "青溪镇召开第五届人民代表大会第二次会议\n发布日期：2031-01-12\n1月9日至10日，青溪镇第五届人民代表大会第二次会议召开。大会应到代表51名，实到48名。林见山主持会议，\
            镇长周远作政府工作报告。\n第二次全体会议应到代表51名，实到49名。\n";
        let mut reader = Reader::default();
        let found = offered(reader.answer(Ask::Open { lang: "zh-Hans".into() }, ARTICLE.as_bytes()));
        let about = About { title: "青溪镇人代会".into(), ..found.about };
        let Answer::Draft(draft) = reader.answer(Ask::Finish { about }, &[]) else { panic!() };
        let session = crate::read::read(draft.session.as_bytes()).map(|read| read.session).unwrap();
        assert_eq!(session.id.as_str(), draft.id);
        let editor = crate::edit::Editor::open(&session, Vec::new()).unwrap();
        let original = crate::edit::Original::take(&draft.original, &draft.session, editor.base()).unwrap();
        let doubtful: Vec<_> = original.doubts().iter().map(|doubt| doubt.at.as_str()).collect();
        assert!(["/dates/start", "/attendance/present"].iter().all(|at| doubtful.contains(at)), "{doubtful:?}");
        // The title is the person's own.
        assert_eq!(original.place(&editor, "/title"), None);
        let Some(crate::edit::original::Place::Text(words)) = original.place(&editor, "/attendance/present") else { panic!() };
        assert!(original.words(&words).contains("48"), "{words:?}");
    }

    #[test]
    fn what_cannot_be_read_is_said_and_nothing_is_lost() {
        let mut reader = Reader::default();
        offered(reader.answer(Ask::Open { lang: "en".into() }, FILE.as_bytes()));
        let Answer::Refused(sentence) = reader.answer(Ask::Open { lang: "en".into() }, b"") else { panic!() };
        assert!(sentence.starts_with("This file is empty"), "{sentence}");
        assert_eq!(offered(reader.answer(Ask::Draft { choices: BTreeMap::new() }, &[])).tables.len(), 1);
        assert_eq!(reader.answer(Ask::Open { lang: "en".into() }, b"%PDF-1.7\n"), Answer::Pdf);
    }
}
