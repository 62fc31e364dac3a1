//! What a reader takes away is read again by programs that are not ours.

mod package;

use yishi::i18n::Lang;
use yishi::model::{Book, Budget, BudgetTable, Decimal, Direction, Line, Printed, Role, Session, Source, Stage, Stated, Unit, YoyKind};
use yishi::write::budget::table_csv;
use yishi::write::csv::{Cell, csv, plain_csv};
use yishi::write::file_name;

fn decimal(digits: &str) -> Decimal {
    Decimal::parse(digits).unwrap()
}

fn value(digits: &str) -> Stated<Decimal> {
    Stated::Value(decimal(digits))
}

fn line(id: &str, name: &str) -> Line {
    Line { id: id.into(), name: name.into(), ..Line::default() }
}

/// One table with everything in it: names that are formulas, mixed units, zero, none and unknown.
fn session() -> Session {
    let mut tax = line("101", "税收收入");
    tax.code = Some("101".to_owned());
    tax.unit = Some(Unit::YiYuan);
    tax.amounts.prior_final = value("38.69");
    tax.amounts.executed = value("1.0000");
    tax.printed = Some(Printed { completion_percent: value("45.03"), yoy_percent: value("-12.5"), yoy_kind: Some(YoyKind::Change) });
    let mut vat = line("10101", "其中：增值税, \"国内\"");
    vat.parent = Some("101".into());
    vat.role = Some(Role::OfWhich);
    vat.amounts.prior_final = value("5737.88");
    vat.amounts.executed = value("-82");
    vat.note = Some("第一行\n第二行".into());
    let mut zero = line("zero", "=1+1");
    zero.amounts.executed = value("0");
    let mut none = line("none", "@SUM(A1)");
    none.amounts.executed = Stated::None;
    let mut unknown = line("=cmd", "+x");
    unknown.amounts.prior_final = value("0.00001");
    let minus = line("minus", "-x");
    let table = BudgetTable {
        id: "t".into(),
        title: Some("收入表".into()),
        book: Some(Book::GeneralPublic),
        direction: Direction::Revenue,
        scope: Some("全镇".into()),
        lines: vec![tax, vat, zero, none, unknown, minus],
        ..BudgetTable::default()
    };
    let budget = Budget {
        id: "b".into(),
        title: "2024年预算执行".into(),
        fiscal_year: 2024,
        stage: Stage::Execution,
        unit: Unit::WanYuan,
        tables: vec![table],
        ..Budget::default()
    };
    let source = Source { title: "预算报告".into(), url: Some("https://www.example.gov.cn/a?b=c".into()), ..Source::default() };
    Session {
        id: "town-1-1".into(),
        title: "某镇第一届人民代表大会第一次会议".into(),
        license: Some("CC0-1.0".into()),
        sources: vec![source],
        budgets: vec![budget],
        ..Session::default()
    }
}

/// The rows that an independent reader finds, the head first.
fn reread(text: &str) -> Vec<Vec<String>> {
    let reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn table_rows(lang: Lang, session: &Session) -> Vec<Vec<String>> {
    let budget = &session.budgets[0];
    let text = table_csv(lang, session, budget, &budget.tables[0]);
    reread(text.strip_prefix('\u{feff}').expect("a byte order mark"))
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("{name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn cells_are_quoted_and_lines_end_as_the_standard_says() {
    let rows = vec![
        vec![Cell::Text("a"), Cell::Text("b,c"), Cell::Text("say \"hi\""), Cell::Text("1\n2"), Cell::Text(" x")],
        vec![Cell::Number(decimal("-82")), Cell::Number(decimal("1.50")), Cell::Number(decimal("0")), Cell::Blank, Cell::Text("")],
    ];
    assert_eq!(csv(&rows), "\u{feff}a,\"b,c\",\"say \"\"hi\"\"\",\"1\n2\",\" x\"\r\n-82,1.50,0,,\r\n");
    assert_eq!(plain_csv(&rows), csv(&rows)[3..]);
}

#[test]
fn text_never_runs_as_a_formula() {
    for text in ["=1+1", "+x", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "=a,\"b\"", "'", "'=1"] {
        let rows = reread(&plain_csv(&[vec![Cell::Text(text), Cell::Text("end")]]));
        assert_eq!(rows[0], [format!("'{text}"), "end".to_owned()], "{text:?}");
    }
    for text in ["a=b", "1-2", "001", "其中", "−82", "—", "·"] {
        assert_eq!(reread(&plain_csv(&[vec![Cell::Text(text), Cell::Text("end")]]))[0][0], text);
    }
}

#[test]
fn a_table_is_a_rectangle_and_exact() {
    let session = session();
    for lang in [Lang::Zh, Lang::En] {
        let rows = table_rows(lang, &session);
        assert_eq!(rows.len(), 7);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        assert!(rows[0].iter().all(|head| !head.is_empty()));
    }
    let rows = table_rows(Lang::Zh, &session);
    assert_eq!(column(&rows, "项目"), ["税收收入", "其中：增值税, \"国内\"", "'=1+1", "'@SUM(A1)", "'+x", "'-x"]);
    assert_eq!(column(&rows, "行号")[4], "'=cmd");
    assert_eq!(column(&rows, "原文单位"), ["亿元", "万元", "万元", "万元", "万元", "万元"]);
    assert_eq!(column(&rows, "上年决算（原文）"), ["38.69", "5737.88", "", "", "0.00001", ""]);
    assert_eq!(column(&rows, "上年决算（元）"), ["3869000000", "57378800", "", "", "0.1", ""]);
    assert_eq!(column(&rows, "执行（原文）"), ["1.0000", "-82", "0", "无", "", ""], "zero, none and unknown differ");
    assert_eq!(column(&rows, "执行（元）"), ["100000000", "-820000", "0", "", "", ""]);
    assert_eq!(column(&rows, "层级")[..2], ["0", "1"]);
    assert_eq!(column(&rows, "性质")[1], "其中");
    assert_eq!(column(&rows, "比上年%（原文）")[0], "-12.5");
    assert_eq!(column(&rows, "比上年口径")[0], "增减");
    assert_eq!(column(&rows, "备注")[1], "第一行\n第二行");
    assert_eq!(column(&rows, "来源网址"), vec!["https://www.example.gov.cn/a?b=c"; 6]);
    assert!(!rows[0].iter().any(|head| head.starts_with("调整预算") || head == "示例"), "only what there is has a column");
    let rows = table_rows(Lang::En, &session);
    assert_eq!(column(&rows, "Executed, as printed")[3], "none");
}

#[test]
fn a_sample_says_so_in_every_row() {
    let mut session = session();
    session.is_sample = true;
    let rows = table_rows(Lang::Zh, &session);
    assert_eq!(rows[0][0], "示例");
    assert!(rows[1..].iter().all(|row| row[0] == "示例，数字为虚构" && row.len() == rows[0].len()));
    assert!(name_of(&session).starts_with("示例_"));
}

#[test]
fn a_circle_of_parents_is_cut_as_on_the_page() {
    let mut session = session();
    let lines = &mut session.budgets[0].tables[0].lines;
    lines[0].parent = Some("10101".into());
    lines[2].parent = Some("nobody".into());
    assert_eq!(column(&table_rows(Lang::Zh, &session), "层级"), ["0", "1", "0", "0", "0", "0"]);
}

#[test]
fn an_empty_table_is_a_head() {
    let mut session = session();
    session.budgets[0].tables[0].lines.clear();
    assert_eq!(table_rows(Lang::Zh, &session).len(), 1);
}

fn name_of(session: &Session) -> String {
    let budget = &session.budgets[0];
    file_name(session, budget, budget.tables.first(), "csv")
}

#[test]
fn file_names_are_readable_and_safe() {
    let mut session = session();
    assert_eq!(name_of(&session), "某镇第一届人民代表大会第一次会议_2024年预算执行_收入表.csv");
    session.assembly.short_name = Some("某镇人大".into());
    session.budgets[0].title = "预算".into();
    session.budgets[0].tables[0].title = None;
    assert_eq!(name_of(&session), "某镇人大_预算_2024_一般公共预算收入.csv");
    assert_eq!(file_name(&session, &session.budgets[0], None, "zip"), "某镇人大_预算_2024.zip");

    let hostile = ["../../etc/passwd", "a:b*c?\"<>|\\", "...", "CON", "nul.txt", "\u{202e}gpj", "一\t二\n三", "", " . ", &"长".repeat(300)];
    for text in hostile {
        session.title = text.into();
        session.assembly.short_name = None;
        for title in hostile {
            session.budgets[0].title = title.into();
            session.budgets[0].tables[0].title = Some(title.into());
            for is_sample in [false, true] {
                session.is_sample = is_sample;
                let name = name_of(&session);
                assert!(name.chars().count() <= 80 && name.strip_suffix(".csv").is_some(), "{name}");
                assert!(!name.contains(|c: char| c.is_control() || "\\/:*?\"<>|\u{202e}".contains(c)), "{name}");
                assert!(!name.starts_with(['.', ' ']) && name.len() > ".csv".len(), "{name}");
                let stem = name.split('.').next().unwrap().to_uppercase();
                assert!(!["CON", "NUL"].contains(&stem.as_str()), "{name}");
            }
        }
    }
}

#[test]
fn a_line_that_does_not_fit_takes_what_the_audit_says_along() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/sessions/sample-1-5.json");
    let session = yishi::read::read(&std::fs::read(path).unwrap()).unwrap().session;
    let budget = &session.budgets[0];
    let table = budget.tables.iter().find(|table| table.id.as_str() == "g-exp").unwrap();
    let off = |lang: Lang, id: &str, head: &str| {
        let rows = reread(table_csv(lang, &session, budget, table).trim_start_matches('\u{feff}'));
        column(&rows, id).into_iter().zip(column(&rows, head)).filter(|(_, off)| !off.is_empty()).collect::<Vec<_>>()
    };
    let of = |id: &str, words: &str| (id.to_owned(), words.to_owned());
    let mut expected = vec![
        of("g-205", "核对：完成率按金额算得96.52%"),
        of("g-21203", "核对：各项之和638.47，差3.60（执行）"),
        of("g-213", "核对：比上年按金额算得99.58%"),
    ];
    let mut found = off(Lang::Zh, "行号", "核对");
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    let of_sum = of("g-21203", "Audit: the parts come to 638.47, a difference of 3.60 (Executed)");
    assert!(off(Lang::En, "Line id", "Audit").contains(&of_sum));
}
