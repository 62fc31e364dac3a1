//! The readers of files that offices have (`src/import`), and the rules for text and tables behind them.
//!
//! Random bytes never get past a ZIP or a chain of sectors, so readers of packages are given parts which a package is made around here
//! ([`wrap`](super::wrap)), and [`file()`] is given whole files.

use super::wrap;
use std::collections::BTreeMap;
use yishi::drafting::{Choice, Meaning};
use yishi::i18n::imports::{import_error, import_note, kind_word, place};
use yishi::i18n::{Drafts, Lang, drafts};
use yishi::import::document::{At, Block, Cell, Document, Grid, Note, Paragraph, Row, Section};
use yishi::import::draft::{text, with_choices};
use yishi::import::{ImportError, Kind, article, docx, figures, html, ods, open, pdf, tables, xls, xlsb, xlsx, xml2003};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
/// How many cells a document may have, whatever it is made of.
const MOST_CELLS: usize = 500_000;

/// Any bytes: what they are is told by them alone.
pub fn file(bytes: &[u8]) -> bool {
    hold(open(bytes))
}

/// The parts of a workbook: a sheet, shared texts, styles, the workbook.
pub fn workbook(bytes: &[u8]) -> bool {
    hold(xlsx::read(&wrap::xlsx(bytes)))
}

/// `content.xml` of an `OpenDocument` workbook.
pub fn open_document(bytes: &[u8]) -> bool {
    hold(ods::read(&wrap::ods(bytes)))
}

/// Records of a binary workbook.
pub fn binary_workbook(bytes: &[u8]) -> bool {
    hold(xlsb::read(&wrap::xlsb(bytes)))
}

/// Records of an old workbook.
pub fn old_workbook(bytes: &[u8]) -> bool {
    hold(xls::read(&wrap::xls(bytes)))
}

/// A workbook in the XML of 2003.
pub fn xml_workbook(bytes: &[u8]) -> bool {
    hold(xml2003::read(bytes))
}

/// The parts of a Word document: its text, its numbering, its styles.
pub fn word(bytes: &[u8]) -> bool {
    hold(docx::read(&wrap::docx(bytes)))
}

/// A page.
pub fn web_page(bytes: &[u8]) -> bool {
    hold(Ok(html::read(&String::from_utf8_lossy(bytes))))
}

/// A PDF, also one whose objects have moved.
pub fn portable(bytes: &[u8]) -> bool {
    hold(pdf::read(bytes))
}

/// Bytes in whatever encoding, with or without separators.
pub fn characters(bytes: &[u8]) -> bool {
    hold(yishi::import::delimited::read(bytes)) | hold(yishi::import::text::read(bytes))
}

/// Running text: a report, or budget prose. Whatever is found stands in the text.
pub fn prose(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let figures = figures::read(&text);
    for (place, figure) in figures.iter().enumerate() {
        assert!(text.get(figure.span.start..figure.span.end).is_some_and(|words| !words.is_empty()), "{figure:?}");
        assert!(is_decimal(&figure.amount) && figure.parent.is_none_or(|parent| parent < place), "{figure:?}");
    }
    let report = article::read(&text);
    for span in spans(&report) {
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
    }
    let people = report.people.len();
    assert!(
        report.items.iter().filter_map(|item| item.by).chain(report.elected.iter().map(|one| one.person)).all(|person| person < people)
    );
    assert!(report.sittings.iter().all(|sitting| sitting.chair < people));
    let session = article::session(&report);
    hold(yishi::import::text::read(bytes)) && (!figures.is_empty() || !session.people.is_empty())
}

/// Tables: a line with tabs is a row, another one a paragraph, and what stands before `----` what a person decided. A cell that starts with
/// a control character takes so many columns, or rows.
pub fn grids(bytes: &[u8]) -> bool {
    let mut parts = super::split(bytes);
    let choices = parts.next().unwrap_or_default();
    let sections: Vec<Section> = parts.map(|part| section(&String::from_utf8_lossy(part))).collect();
    let document = Document { kind: Kind::Xlsx, sections, notes: Vec::new() };
    // What columns hold, table by table.
    let choices = choices.split(|byte| *byte == b'\n').map(|line| {
        let meanings =
            line.iter().enumerate().filter_map(|(column, byte)| Some((column, *Meaning::ALL.get(usize::from(byte.wrapping_sub(b'a')))?)));
        Choice { is_skipped: line.first() == Some(&b'!'), columns: meanings.collect(), ..Choice::default() }
    });
    drafted(&document, &choices.enumerate().collect())
}

/// What holds for every file: an error has its sentence, and a document is whole and can be drafted.
fn hold(found: Result<Document, ImportError>) -> bool {
    let document = match found {
        Ok(document) => document,
        Err(error) => {
            assert!(LANGS.iter().all(|lang| !import_error(*lang, &error).is_empty()));
            return false;
        }
    };
    let mut cells = 0;
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        let Block::Grid(grid) = block else { continue };
        assert!(grid.rows.is_sorted_by_key(|row| row.number) && grid.hidden_columns.is_sorted());
        for row in &grid.rows {
            assert!(row.number > 0 && !row.cells.is_empty() && row.cells.is_sorted_by(|a, b| a.column < b.column), "{row:?}");
            cells += row.cells.len();
            for cell in &row.cells {
                assert!(cell.columns > 0 && cell.rows > 0 && !cell.text.is_empty(), "{cell:?}");
                assert!(cell.value.as_deref().is_none_or(is_decimal), "{cell:?}");
            }
        }
    }
    assert!(cells <= MOST_CELLS);
    // As the worker of the page gets it from that of PDF; of a million repeated cells that takes longer than all else.
    if cells < 10_000 {
        assert_eq!(serde_json::from_slice::<Document>(&serde_json::to_vec(&document).unwrap()).unwrap(), document);
    }
    for note in &document.notes {
        assert!(LANGS.iter().all(|lang| !import_note(*lang, &document, note).is_empty()));
        if let Note::FormulasWithoutResult { first, .. } | Note::ErrorCells { first, .. } | Note::LongNumbers { first, .. } = note {
            assert!(first.section < document.sections.len());
        }
    }
    drafted(&document, &BTreeMap::new())
}

/// A draft of any document has a sentence for each question, a place for each line, and is the same session after it was written.
fn drafted(document: &Document, choices: &BTreeMap<usize, Choice>) -> bool {
    let lang = Lang::Zh;
    assert!(!kind_word(lang, document.kind).is_empty());
    let found = tables::find(document);
    let draft = with_choices(document, &found, choices, Drafts::of(lang).draft_unknown);
    assert_eq!(draft.outcomes.len(), found.len());
    assert!(draft.questions.iter().all(|question| LANGS.iter().all(|lang| !drafts::question(*lang, question).is_empty())));
    for at in draft.places.values() {
        assert!(is_there(document, at), "{at:?}");
        assert!(!place(lang, document, at).is_empty());
    }
    if draft.places.len() < 1_000 {
        let told = draft.sources.told(document, &text(document));
        assert!(told.iter().all(|one| one.pointer.starts_with('/')));
    }
    let written = serde_json::to_vec(&draft.session).unwrap();
    if let Ok(reading) = yishi::read::read(&written) {
        assert_eq!(reading.session, draft.session);
    }
    !draft.session.budgets.is_empty() || !draft.session.people.is_empty() || !document.sections.is_empty()
}

fn is_there(document: &Document, at: &At) -> bool {
    let block = document.sections.get(at.section).and_then(|section| section.blocks.get(at.block));
    matches!(block, Some(Block::Grid(grid)) if grid.rows.iter().any(|row| row.number == at.row))
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn section(text: &str) -> Section {
    let mut blocks: Vec<Block> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let row = row(number, line);
        match (line.contains('\t'), blocks.last_mut()) {
            (true, Some(Block::Grid(grid))) if !row.cells.is_empty() => grid.rows.push(row),
            (true, _) if !row.cells.is_empty() => blocks.push(Block::Grid(Grid { rows: vec![row], ..Grid::default() })),
            _ => blocks.push(Block::Paragraph(Paragraph { text: line.trim().to_owned(), ..Paragraph::default() })),
        }
    }
    Section { name: text.lines().next().map(str::to_owned), blocks, ..Section::default() }
}

fn row(number: u32, line: &str) -> Row {
    let cell = |(column, text): (u32, &str)| {
        let mark = text.bytes().next().filter(|byte| *byte < 0x20).map_or(0, u32::from);
        let body = text.trim_start_matches(|c: char| c < ' ');
        let shown = body.trim();
        let value = Some(shown).filter(|text| is_decimal(text)).map(str::to_owned);
        let indent = u8::try_from(body.len() - body.trim_start().len()).unwrap_or(u8::MAX);
        let (columns, rows) = if mark < 0x10 { (mark.max(1), 1) } else { (1, mark - 0xf) };
        (!shown.is_empty()).then(|| Cell { columns, rows, value, indent, ..Cell::text(column, shown) })
    };
    Row { number, is_hidden: line.ends_with('\t'), cells: (0..).zip(line.split('\t')).filter_map(cell).collect() }
}

fn spans(report: &article::Report) -> Vec<article::Span> {
    let texts = [&report.title, &report.address, &report.assembly, &report.start, &report.end];
    let texts = texts.into_iter().flatten().map(|found| &found.span);
    let numbers = [&report.term, &report.meeting].into_iter().flatten().map(|found| &found.span);
    let people = report.people.iter().flat_map(|person| [Some(&person.name), person.post.as_ref()]).flatten().map(|found| &found.span);
    let items = report.items.iter().flat_map(|item| [Some(&item.title), item.on_behalf_of.as_ref()]).flatten().map(|found| &found.span);
    let rest = report.sittings.iter().map(|sitting| &sitting.span).chain(report.elected.iter().map(|one| &one.post.span));
    texts.chain(numbers).chain(people).chain(items).chain(rest).cloned().collect()
}
