use super::provenance::{Place, Provenance};
use super::*;
use crate::import::Kind;
use crate::import::document::{Cell, Grid, Paragraph, Row, Section};

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

/// What a draft says without saying where it came from.
fn without_source(draft: &Draft, told: &[Provenance]) -> Vec<String> {
    fn leaves(value: &serde_json::Value, pointer: &str, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                // What ids and the state of the file are is ours.
                let told = fields.iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "format" | "status"));
                told.for_each(|(name, value)| leaves(value, &format!("{pointer}/{name}"), found));
            }
            serde_json::Value::Array(entries) => {
                entries.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{pointer}/{at}"), found));
            }
            _ => found.push(pointer.to_owned()),
        }
    }
    let mut found = Vec::new();
    leaves(&serde_json::to_value(&draft.session).unwrap_or_default(), "", &mut found);
    found.retain(|pointer| provenance::of(told, pointer).is_none());
    found
}

#[test]
fn every_value_of_an_article_knows_where_it_stands() {
    let lines = [
        "青石镇召开第五届人民代表大会第二次会议",
        "2031年3月4日，青石镇第五届人民代表大会第二次会议召开。会议应到代表51名，实到48名，符合法定人数。",
        "镇人大主席王芳主持会议。镇长李明代表镇人民政府作《政府工作报告》。",
        "会议票决出6个民生实事项目，收到建议18件，表决通过了《关于政府工作报告的决议》。",
        "2030年，全镇一般公共预算收入完成12.5亿元，为预算的101.2%，增长3.4%。",
    ];
    let document = document(lines.into_iter().map(paragraph).collect());
    let draft = draft(&document, "未载明");
    let told = draft.sources.told(&document, &text(&document));
    assert_eq!(without_source(&draft, &told), [] as [String; 0]);
    let quote = |pointer: &str| provenance::of(&told, pointer).map(|found| found.quote.as_str());
    assert_eq!(quote("/attendance/present").map(|quote| quote.contains("48")), Some(true));
    assert_eq!(quote("/people/0/name"), Some("王芳"));
    assert_eq!(quote("/budgets/0/tables/0/lines/0/printed/yoy_percent").map(|quote| quote.contains("3.4%")), Some(true));
    assert_eq!(quote("/budgets/0/fiscal_year"), Some("2030年"));
    let text: Vec<char> = lines.join("\n").chars().collect();
    for one in &told {
        let Place::Text { start, end } = &one.place else { continue };
        assert_eq!(
            text.get(*start..*end).map(|part| part.iter().collect::<String>()).as_deref(),
            Some(one.quote.as_str()),
            "{}",
            one.pointer
        );
    }
}

#[test]
fn every_value_of_a_sheet_knows_its_cell() {
    let row = |number: u32, cells: &[&str]| Row {
        number,
        is_hidden: false,
        cells: (1..)
            .zip(cells)
            .map(|(column, text)| Cell { value: text.parse::<u32>().ok().map(|_| (*text).to_owned()), ..Cell::text(column, *text) })
            .collect(),
    };
    let rows = vec![
        row(2, &["2031年全市一般公共预算收入表（单位：万元）"]),
        row(4, &["项目", "预算数", "执行数"]),
        row(5, &["税收收入", "120", "100"]),
        row(7, &["非税收入", "30", "40"]),
    ];
    let section = Section {
        name: Some("收入".to_owned()),
        blocks: vec![Block::Grid(Grid { rows, hidden_columns: Vec::new() })],
        ..Section::default()
    };
    let document = Document { kind: Kind::Xlsx, sections: vec![section], notes: Vec::new() };
    let draft = draft(&document, "未载明");
    let told = draft.sources.told(&document, "");
    let cell = |pointer: &str| match provenance::of(&told, pointer) {
        Some(Provenance { place: Place::Cell { cell, .. }, quote, .. }) => format!("{cell} {quote}"),
        other => format!("{other:?}"),
    };
    assert_eq!(cell("/budgets/0/tables/0/lines/1/amounts/executed"), "收入!D7 40");
    assert_eq!(cell("/budgets/0/tables/0/lines/0/name"), "收入!B5 税收收入");
    let missing = without_source(&draft, &told);
    assert!(missing.iter().all(|pointer| matches!(pointer.as_str(), "/title" | "/assembly/name")), "{missing:?}");
}
