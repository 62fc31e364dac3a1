//! Files that broke other readers, from their bytes to the draft, where they are at hand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::import::document::{Block, Document, Note};
use crate::import::draft::{Draft, Question, draft};
use crate::import::{budgets::Topic, open};
use crate::model::{Book, BudgetTable, Line, Role, Text, Unit};
use std::path::Path;

/// The file, read; none where it is absent, as the material stands beside the project.
fn read(name: &str) -> Option<Document> {
    let Ok(bytes) = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases").join(name)) else {
        eprintln!("skipped: {name} is not here");
        return None;
    };
    Some(open(&bytes).unwrap())
}

fn drafted(name: &str) -> Option<(Document, Draft)> {
    let document = read(name)?;
    let draft = draft(&document, "未载明");
    Some((document, draft))
}

fn tables(draft: &Draft) -> Vec<&BudgetTable> {
    draft.session.budgets.iter().flat_map(|budget| &budget.tables).collect()
}

fn line<'t>(table: &'t BudgetTable, name: &str) -> &'t Line {
    table.lines.iter().find(|line| line.name.as_str() == name).unwrap()
}

/// The initial and the executed amount.
fn amounts(line: &Line) -> [String; 2] {
    [&line.amounts.initial, &line.amounts.executed].map(|amount| amount.value().map(ToString::to_string).unwrap_or_default())
}

fn texts(document: &Document) -> Vec<String> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let paragraphs = blocks.filter_map(|block| if let Block::Paragraph(paragraph) = block { Some(paragraph) } else { None });
    paragraphs.map(|paragraph| format!("{}{}", paragraph.number.as_deref().unwrap_or_default(), paragraph.text)).collect()
}

#[test]
fn digits_that_nobody_sees_are_not_in_a_draft() {
    let Some((document, draft)) = drafted("14-xlsx-17-digits/budget.xlsx") else { return };
    let lines = &tables(&draft)[0].lines;
    let all: Vec<_> = lines.iter().flat_map(|line| [&line.amounts.prior_final, &line.amounts.final_accounts]).collect();
    let all: Vec<_> = all.iter().filter_map(|amount| amount.value().map(ToString::to_string)).collect();
    assert_eq!(all, ["7604.62", "0.29", "88.43", "1234567890.12346", "0.0001", "0.0007", "12345678901234600", "0.1"]);
    assert!(matches!(document.notes[..], [Note::LongNumbers { count: 1, .. }]));
    let dated = crate::model::Session {
        dates: crate::model::Dates { start: Some(crate::model::Date(Text::from("2025-01-01"))), ..Default::default() },
        ..draft.session
    };
    assert!(crate::read::read(&serde_json::to_vec(&dated).unwrap()).is_ok());
}

#[test]
fn what_an_office_keeps_for_itself_is_no_column_and_no_line() {
    let Some((_, draft)) = drafted("15-xlsx-budget-workbook/budget.xlsx") else { return };
    let found = tables(&draft);
    assert_eq!((found.len(), draft.session.budgets[0].unit), (2, Unit::WanYuan));
    assert_eq!(found.iter().map(|table| table.lines.len()).collect::<Vec<_>>(), [8, 6]);
    let first = line(found[0], "税收收入");
    assert_eq!((first.code.as_deref(), amounts(first)), (Some("101"), ["2600".to_owned(), "2550".to_owned()]));
    let printed = first.printed.as_ref().unwrap();
    assert_eq!(printed.yoy_percent.value().unwrap().to_string(), "6.3");
    assert_eq!(printed.completion_percent.value().unwrap().to_string(), "98.1");
    assert!(line(found[0], "其他收入").printed.is_none());
    assert_eq!(line(found[0], "全县一般公共预算收入").role, Some(Role::Total));
    let hidden = line(found[1], "人大会议");
    assert_eq!((hidden.code.as_deref(), &hidden.parent), (Some("2010104"), &Some(line(found[1], "人大事务").id.clone())));
    assert_eq!(line(found[1], "人大事务").printed.as_ref().unwrap().completion_percent.value().unwrap().to_string(), "103.2");
    assert!(draft.questions.contains(&Question::HiddenRows { count: 2, left_out: 1 }));
    assert!(!draft.questions.iter().any(|question| matches!(question, Question::Table(_))), "{:?}", draft.questions);
}

#[test]
fn numbers_that_word_counts_are_read() {
    let Some(document) = read("17-docx-auto-numbers/议程.docx") else { return };
    let found = texts(&document).concat();
    for number in ["一、", "二、", "（一）", "（二）", "1.", "2.", "①", "四、", "十一、"] {
        assert!(found.contains(number), "{number}");
    }
    assert_eq!((found.matches("三、").count(), found.matches("四、").count(), found.matches("十五、").count()), (2, 2, 1));
}

#[test]
fn tables_below_each_other_in_one_of_word_are_told_apart() {
    let Some((document, draft)) = drafted("18-docx-tables-in-one/报告附表.docx") else { return };
    let found = tables(&draft);
    assert_eq!(found.len(), 2);
    assert_eq!(
        found[0].lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(),
        ["收入合计", "税收收入", "增值税", "企业所得税", "非税收入"]
    );
    assert_eq!(amounts(&found[0].lines[2]), ["11000", "10800"]);
    assert_eq!(found[0].lines[2].printed.as_ref().unwrap().yoy_percent.value().unwrap().to_string(), "-0.9");
    assert_eq!((found[1].book, found[1].unit), (Some(Book::StateCapital), Some(Unit::Yuan)));
    assert_eq!(found[1].lines[0].amounts.adjusted.value().unwrap().to_string(), "4100");
    assert_eq!(found[1].lines[0].printed.as_ref().unwrap().completion_percent.value().unwrap().to_string(), "74.4");
    assert_eq!(line(found[1], "国有企业政策性补贴").amounts, crate::model::Amounts::default());
    let grids: Vec<_> =
        document.sections[0].blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None }).collect();
    assert_eq!(grids[1].rows[1].cells[0].rows, 2);
    assert_eq!(grids[1].rows[2].cells.iter().map(|cell| cell.column).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn formulas_without_results_are_no_figures() {
    let Some((document, draft)) = drafted("20-xlsx-no-cached-values/budget.xlsx") else { return };
    let found = tables(&draft);
    assert_eq!(line(found[0], "合计").amounts, crate::model::Amounts::default());
    assert!(line(found[0], "错误").amounts.initial.is_unknown());
    assert!(matches!(document.notes[..], [Note::FormulasWithoutResult { count: 5, .. }, Note::ErrorCells { count: 2, .. }]));
}

#[test]
fn text_of_word_is_read_as_if_all_changes_were_accepted() {
    let Some(document) = read("22-docx-tracked-textbox/决议.docx") else { return };
    let found = texts(&document).join("\n");
    for text in ["会议批准了王岚所作的政府工作报告，赞成62票。", "会议号召全镇人民共同努力。", "移来的一句。", "青溪镇人大公告第3号"]
    {
        assert_eq!(found.matches(text).count(), 1, "{text}\n{found}");
    }
    assert!(!["李明", "61", "移走的一句", "PAGE"].iter().any(|text| found.contains(text)), "{found}");
    assert!(matches!(document.notes[..], [Note::TrackedChanges { .. }]));
}

#[test]
fn guides_to_pronunciation_are_no_names() {
    let Some((_, draft)) = drafted("27-xlsx-phonetic/budget.xlsx") else { return };
    let names: Vec<_> = tables(&draft)[0].lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["税收收入", "非税收入", "南屏街"]);
    assert!(draft.questions.iter().any(|question| matches!(question, Question::Table(question) if question.topic == Topic::Year)));
}
