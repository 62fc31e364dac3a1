//! The package: opened, validated and read by programs that are not ours.

use super::{decimal, line, reread, session, value};
use serde_json::Value;
use std::io::{Cursor, Read as _};
use yishi::model::{Budget, Session, Stage, Unit};
use yishi::read::read;
use yishi::write::package::package;
use yishi::write::zip::{TooLarge, zip as stored};

/// The two files of a package, by an independent reader of ZIP files that checks the CRCs.
fn unpacked(bytes: &[u8]) -> (Value, String) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let mut text = |name: &str| {
        let mut file = archive.by_name(name).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        text
    };
    (serde_json::from_str(&text("datapackage.json")).unwrap(), text("data.csv"))
}

/// Everything that is promised of a package; returns its rows, the head first.
fn checked(session: &Session, budget: &Budget, table: Option<usize>) -> (Value, Vec<Vec<String>>) {
    let table = table.map(|at| &budget.tables[at]);
    let bytes = package(session, budget, table).unwrap();
    assert_eq!(bytes, package(session, budget, table).unwrap(), "the same bytes every time");
    let (descriptor, data) = unpacked(&bytes);

    let schema: Value = serde_json::from_str(include_str!("../../data/fiscal-data-package.json")).unwrap();
    let validator = jsonschema::draft4::new(&schema).unwrap();
    let problems: Vec<String> = validator.iter_errors(&descriptor).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(problems.is_empty(), "{}\n{descriptor:#}", problems.join("\n"));

    let resource = &descriptor["resources"][0];
    assert_eq!(resource["bytes"], data.len());
    assert!(!data.starts_with('\u{feff}'));
    let rows = reread(&data);
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(rows[0], names);
    for (at, row) in rows[1..].iter().enumerate() {
        assert_eq!(row.len(), fields.len());
        assert_eq!(row[0], (at + 1).to_string());
        for (field, cell) in fields.iter().zip(row) {
            check_cell(field, cell);
        }
    }
    for dimension in descriptor["model"]["dimensions"].as_object().unwrap().values() {
        for attribute in dimension["attributes"].as_object().unwrap().values() {
            assert!(names.contains(&attribute["source"].as_str().unwrap()), "{attribute}");
        }
        for key in dimension["primaryKey"].as_array().unwrap_or(&vec![dimension["primaryKey"].clone()]) {
            assert!(dimension["attributes"].get(key.as_str().unwrap()).is_some(), "{key}");
        }
    }
    (descriptor, rows)
}

/// A cell against its field of the Table Schema.
fn check_cell(field: &Value, cell: &str) {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        assert_ne!(constraints["required"], true, "{field}");
        return;
    }
    match field["type"].as_str().unwrap() {
        "integer" => assert!(cell.parse::<i64>().is_ok(), "{field}: {cell}"),
        "number" => assert!(cell.strip_prefix('-').unwrap_or(cell).chars().all(|c| c.is_ascii_digit() || c == '.'), "{field}: {cell}"),
        "boolean" => assert!(matches!(cell, "true" | "false"), "{field}: {cell}"),
        "string" => {}
        other => panic!("no check for {other}"),
    }
    if let Some(words) = constraints["enum"].as_array() {
        assert!(words.iter().any(|word| word == cell), "{field}: {cell}");
    }
}

/// The cells of some columns, row by row.
fn pick<'a>(rows: &'a [Vec<String>], names: &[&str]) -> Vec<Vec<&'a str>> {
    let at: Vec<usize> = names.iter().map(|name| rows[0].iter().position(|head| head == name).unwrap()).collect();
    rows[1..].iter().map(|row| at.iter().map(|at| row[*at].as_str()).collect()).collect()
}

#[test]
fn a_table_becomes_a_valid_package() {
    let session = session();
    let (descriptor, rows) = checked(&session, &session.budgets[0], Some(0));
    let names = ["line_id", "fiscal_year", "stage", "phase", "stated", "amount_yuan", "unit_printed", "amount_printed"];
    assert_eq!(
        pick(&rows, &names),
        [
            ["101", "2023", "prior_final", "executed", "amount", "3869000000", "yi_yuan", "38.69"],
            ["101", "2024", "executed", "executed", "amount", "100000000", "yi_yuan", "1.0000"],
            ["10101", "2023", "prior_final", "executed", "amount", "57378800", "wan_yuan", "5737.88"],
            ["10101", "2024", "executed", "executed", "amount", "-820000", "wan_yuan", "-82"],
            ["zero", "2024", "executed", "executed", "amount", "0", "wan_yuan", "0"],
            ["none", "2024", "executed", "executed", "none", "", "wan_yuan", ""],
            ["'=cmd", "2023", "prior_final", "executed", "amount", "0.1", "wan_yuan", "0.00001"],
            ["minus", "2024", "", "", "unknown", "", "wan_yuan", ""],
        ]
    );
    assert_eq!(pick(&rows, &["name"])[4..8], [["'=1+1"], ["'@SUM(A1)"], ["'+x"], ["'-x"]]);
    assert_eq!(descriptor["name"], "town-1-1-b-t");
    assert_eq!(descriptor["title"], "某镇第一届人民代表大会第一次会议 · 2024年预算执行 · 收入表");
    assert_eq!(descriptor["licenses"][0]["name"], "CC0-1.0");
    assert_eq!(descriptor["sources"][0]["path"], "https://www.example.gov.cn/a?b=c");
    assert_eq!(descriptor["model"]["measures"]["amount"]["currency"], "CNY");
    assert_eq!(descriptor["fiscalPeriod"]["end"], "2024-12-31");
    assert!(descriptor["model"]["dimensions"]["classification"].get("classificationType").is_none(), "revenue has no function");
}

#[test]
fn a_draft_proposes() {
    let mut session = session();
    let budget = &mut session.budgets[0];
    budget.stage = Stage::Draft;
    let mut draft = line("205", "教育支出");
    draft.amounts.initial = value("100");
    draft.amounts.next = value("120.5");
    draft.unit = Some(Unit::Yuan);
    budget.tables[0].lines = vec![draft];
    budget.tables[0].direction = yishi::model::Direction::Expenditure;
    let (descriptor, rows) = checked(&session, &session.budgets[0], None);
    assert_eq!(
        pick(&rows, &["stage", "phase", "fiscal_year", "budget_fiscal_year", "amount_yuan"]),
        [["initial", "proposed", "2024", "2024", "100"], ["next", "proposed", "2025", "2024", "120.5"]]
    );
    assert_eq!(descriptor["model"]["dimensions"]["classification"]["classificationType"], "functional");
}

#[test]
fn whatever_a_file_says_the_package_is_valid() {
    let hostile = [
        "",
        " ",
        "../../etc/passwd",
        "a\"b\\c\n\u{1}",
        "=1+1",
        "预算",
        "UPPER",
        "..",
        "a..b",
        &"x".repeat(500),
        "javascript:alert(1)",
        "https://a.example/../b",
        "http://a.example/\"x",
        "CC BY 4.0",
    ];
    for text in hostile {
        let mut session = session();
        session.id = if text.is_empty() { "s".into() } else { text.into() };
        session.title = text.into();
        session.license = Some(text.into());
        session.sources[0].title = text.into();
        session.sources[0].url = Some(text.into());
        session.is_sample = true;
        let budget = &mut session.budgets[0];
        budget.title = text.into();
        budget.id = text.into();
        budget.tables[0].id = text.into();
        budget.tables[0].lines[1].id = text.into();
        budget.fiscal_year = 65535;
        budget.tables[0].title = Some(text.into());
        budget.tables[0].lines[0].name = text.into();
        let (descriptor, rows) = checked(&session, &session.budgets[0], Some(0));
        let name = descriptor["name"].as_str().unwrap();
        assert!(!name.contains("..") && !name.contains('/') && !name.starts_with('.') && name.len() < 100, "{name}");
        assert!(descriptor["title"].as_str().unwrap().contains("示例"));
        assert!(pick(&rows, &["is_sample"]).iter().all(|cells| cells == &["true"]));
    }
    let mut session = session();
    session.id = "预算甲".into();
    let one = checked(&session, &session.budgets[0], None).0["name"].clone();
    session.id = "预算乙".into();
    assert_ne!(one, checked(&session, &session.budgets[0], None).0["name"], "different ids, different names");
}

#[test]
fn every_budget_of_the_archive_becomes_a_valid_package() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/sessions");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let session = read(&std::fs::read(&path).unwrap()).unwrap().session;
            for budget in &session.budgets {
                count += checked(&session, budget, None).1.len();
            }
        }
    }
    assert!(count > 0);
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let session = session();
    let (descriptor, _) = checked(&session, &session.budgets[0], None);
    let schema: Value = serde_json::from_str(include_str!("../../data/fiscal-data-package.json")).unwrap();
    let validator = jsonschema::draft4::new(&schema).unwrap();
    for (pointer, wrong) in [
        ("/profile", "fiscal-data-package"),
        ("/name", "预算"),
        ("/model/measures/amount/currency", "元"),
        ("/resources/0/schema/fields/0/type", "money"),
        ("/resources/0/name", "a b"),
    ] {
        let mut changed = descriptor.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong.into();
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
}

#[test]
fn the_largest_amount_is_exact() {
    let mut session = session();
    let largest = "999999999999999999999999";
    session.budgets[0].tables[0].lines[0].amounts.executed = value(largest);
    let (_, rows) = checked(&session, &session.budgets[0], Some(0));
    assert_eq!(pick(&rows, &["amount_yuan"])[1], [format!("{largest}00000000")]);
    assert_eq!(decimal(largest).to_string(), largest);
}

#[test]
fn what_a_zip_file_cannot_hold_is_an_error() {
    let name = |length| "n".repeat(length);
    let many = |count| vec![("n", &b""[..]); count];
    assert!(stored(&[(&name(65_535), b"")]).is_ok() && stored(&many(65_535)).is_ok());
    assert_eq!(stored(&[(&name(65_536), b"")]), Err(TooLarge));
    assert_eq!(stored(&many(65_536)), Err(TooLarge));
    // Never touched, so it takes no memory.
    let large = vec![0; 1 << 31];
    assert_eq!(stored(&[("a", &large), ("b", &large)]), Err(TooLarge));
}
