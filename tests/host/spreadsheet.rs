//! What Excel and WPS make of our tables when they are opened by a double-click.

use regex::Regex;
use yishi::digest::Lookup;
use yishi::i18n::Lang;
use yishi::model::Session;
use yishi::write::budget::table_csv;
use yishi::write::csv::{Cell, csv, plain_csv};
use yishi::write::spreadsheet::{Change, changed, is_changed};
use yishi::write::tables::{List, list_csv};

/// What Excel in Chinese and English is known to change, from the help pages and from what people complain of.
const CHANGED: [&str; 58] = [
    "1-2",
    "3/5",
    "007",
    "001",
    "2025-3",
    "1.10",
    "2025-01",
    "2022-07",
    "6E5",
    "6e5",
    "1.5E-3",
    "202501080000000123",
    "1-1",
    "1.0",
    "11.",
    ".5",
    "00",
    "0123.5",
    "1234567890123456",
    "310112106000",
    "1,234",
    "5%",
    "5％",
    "(1)",
    "（1）",
    "$5",
    "¥5",
    "￥5",
    "12:30",
    "1:2",
    "9:00 AM",
    "9 pm",
    "1/2",
    "0 1/2",
    "1 1/2",
    "2025/1/8",
    "2025.1.8",
    "25-1-8",
    "2025年1月",
    "3月5日",
    "2025年1月8日",
    "10时",
    "MAR1",
    "mar 5",
    "1-Mar",
    "5 sept",
    "March 2024",
    "DEC-12",
    "TRUE",
    "false",
    "#N/A",
    "#1",
    "１２",
    "０１",
    "１－２",
    " 12",
    "12 ",
    "1 000",
];

/// What it leaves as it is, or shows as the same day.
const LEFT: [&str; 27] = [
    "0",
    "7",
    "12",
    "2025",
    "20250108",
    "12345678901",
    "0.5",
    "12.25",
    "2025-01-08",
    "一",
    "（一）",
    "二之一",
    "第3项",
    "1-2号",
    "沪府〔2025〕3号",
    "b2024",
    "s-1",
    "huacao-6-6",
    "e5",
    "6E",
    "x6E5",
    "p1; p2",
    "1; 2",
    "may be",
    "am",
    "3件",
    "中",
];

#[test]
fn what_would_change_is_known() {
    for text in CHANGED {
        assert!(is_changed(text), "{text}");
    }
    for text in LEFT {
        assert!(!is_changed(text), "{text}");
    }
}

#[test]
fn what_would_change_is_marked_for_spreadsheets_and_left_for_programs() {
    for text in CHANGED {
        let rows = [vec![Cell::Text(text), Cell::Text("end")]];
        let read = |csv: &str| {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
            reader.records().next().unwrap().unwrap()[0].to_owned()
        };
        assert_eq!(read(&csv(&rows)), format!("'{text}"));
        assert_eq!(read(&plain_csv(&rows)), text);
    }
}

fn session() -> Session {
    let made = serde_json::json!({
        "format": "yishi-session/1", "id": "case13", "title": "第六届人民代表大会第五次会议", "assembly": { "name": "青溪镇人大" }, "dates": { "start": "2025-01-08" },
        "sittings": [{ "id": "one", "date": "2025-01-08" }],
        "agenda": [
            { "id": "1", "number": "1-2", "title": "第一项之二", "sitting": "one" },
            { "id": "2", "number": "3/5", "title": "第三项（共五项）", "presenters": ["6E5"] },
            { "id": "202501080000000123", "number": "007", "title": "长编号", "parent": "2" },
        ],
        "people": [{ "id": "6E5", "name": "周宁", "posts": [{ "title": "镇长", "from": "2022-07" }] }],
        "suggestions": [
            { "id": "g1", "number": "001", "title": "建议一", "submitted": "2025-01", "timeline": [{ "date": "2025-03", "event": "交办" }] },
            { "id": "g2", "number": "2025-3", "title": "建议二" },
        ],
        "projects": [{ "id": "m1", "number": "1.10", "title": "项目", "due": "2025-12" }],
    });
    let text = made.to_string().trim_end_matches('}').to_owned()
        + r#","budgets":[{"id":"b","title":"预算","fiscal_year":2025,"stage":"draft","unit":"wan_yuan","tables":[{"id":"t","direction":"expenditure",
            "lines":[{"id":"1-1","code":"2010101","name":"行政运行","amounts":{"initial":12.50,"prior_final":12345678.5}},
                {"id":"2","name":"合计","amounts":{"initial":1234567890123.4567}}]}]}]}"#;
    yishi::read::read(text.as_bytes()).unwrap().session
}

/// All tables of a session.
fn tables(session: &Session, lang: Lang) -> Vec<String> {
    let lists = [List::Agenda, List::People, List::Votes, List::Suggestions, List::Projects];
    let mut all: Vec<String> = lists.map(|list| list_csv(lang, session, &Lookup::new(session), list)).into();
    for budget in &session.budgets {
        all.extend(budget.tables.iter().map(|table| table_csv(lang, session, budget, table)));
    }
    all
}

#[test]
fn no_unmarked_cell_of_a_table_becomes_something_else() {
    let danger = Regex::new(r"^0[0-9]+$|^[0-9]{16,}$|^[0-9]+[eE][0-9]+$|^[0-9]{1,4}[-/.][0-9]{1,2}$").unwrap();
    let mut seen = Vec::new();
    for table in tables(&session(), Lang::Zh) {
        let mut reader = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let heads = reader.headers().unwrap().clone();
        for record in reader.records().map(Result::unwrap) {
            for (head, cell) in heads.iter().zip(&record) {
                // Figures are numbers and stay numbers.
                let is_figure = head.ends_with("（元）") || head.ends_with("（原文）");
                assert!(is_figure || !danger.is_match(cell), "{head}: {cell}");
                seen.extend(cell.strip_prefix('\'').map(ToOwned::to_owned));
            }
        }
    }
    for text in ["1-2", "3/5", "007", "001", "2025-3", "1.10", "2025-01", "2025-12", "2022-07", "6E5", "202501080000000123", "1-1"] {
        assert!(seen.iter().any(|cell| cell == text), "{text} is there and marked: {seen:?}");
    }
}

#[test]
fn a_reader_is_told_what_becomes_of_which_columns() {
    let session = session();
    let all = tables(&session, Lang::Zh);
    let told = |table: &str| -> Vec<(String, Change, String)> {
        changed(table).into_iter().map(|one| (one.column, one.change, one.example)).collect()
    };
    let of = |column: &str, change, example: &str| (column.to_owned(), change, example.to_owned());
    assert_eq!(
        told(&all[0]),
        [
            of("编号", Change::Marked, "'202501080000000123"),
            of("序号", Change::Marked, "'1-2"),
            of("日期", Change::Days, "2025-01-08"),
            of("提出人编号", Change::Marked, "'6E5"),
        ]
    );
    assert_eq!(told(&all[1]), [of("编号", Change::Marked, "'6E5"), of("自", Change::Marked, "'2022-07")]);
    assert_eq!(told(&all[2]), []);
    assert_eq!(
        told(&all[5]),
        [
            of("行号", Change::Marked, "'1-1"),
            of("年初预算（原文）", Change::Zeros, "12.50"),
            of("年初预算（原文）", Change::Digits, "1234567890123.4567"),
            of("上年决算（元）", Change::Powers, "123456785000"),
            of("年初预算（元）", Change::Digits, "12345678901234567"),
        ]
    );
    let first = &changed(&all[0])[1];
    assert_eq!(first.sentence(Lang::Zh), "“序号”列：会被改成日期或数字的内容（如 '1-2），前面加了一个撇号，看得见；程序读取时去掉它。");
    assert!(first.sentence(Lang::En).starts_with("Column “序号”: what would become a date or a number ('1-2) has an apostrophe"));
    // A quotation and a line break within a cell are no border of cells.
    assert_eq!(changed("a,b\r\n\"x,\"\"1-2\"\"\n2025-01-08\",'1\r\n").len(), 1);
}
