//! No bytes make the reader panic, overflow its stack or take more than its limit; what it refuses, it explains.

use proptest::prelude::*;
use std::fs;
use std::path::Path;
use yishi::archive::read_catalogue;
use yishi::check::{FindingKind, Severity};
use yishi::i18n::Lang;
use yishi::i18n::findings::{read_error, read_fault, sentence};
use yishi::model::{Decimal, DecimalError};
use yishi::read::{LIMIT_BYTES, OtherFile, ReadErrorKind as Kind, Syntax, fits, locate, read};

const START: &str = r#"{"format": "yishi-session/1", "id": "x", "title": "会议", "assembly": {"name": "人大"}, "dates": {"start": "2024"}"#;

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_parsed() {
    let bytes = 200 * 1024 * 1024;
    assert_eq!(fits(bytes).unwrap_err().kind, Kind::TooLarge { bytes, limit_bytes: LIMIT_BYTES });
    assert_eq!(fits(LIMIT_BYTES), Ok(()));
    let file = vec![b'['; usize::try_from(bytes).unwrap()];
    check(&file, &Kind::TooLarge { bytes, limit_bytes: LIMIT_BYTES }, 0, "");
}

#[test]
fn deep_nesting_is_refused_without_a_deep_stack() {
    const DEPTH: usize = 100_000;
    let lists = "[".repeat(DEPTH) + &"]".repeat(DEPTH);
    let objects = "{\"a\":".repeat(DEPTH) + "1" + &"}".repeat(DEPTH);
    // A small stack: recursion as deep as this would end it at once.
    let run = move || {
        check(lists.as_bytes(), &Kind::NotASession { says: None }, 1, "$");
        check(objects.as_bytes(), &Kind::NotASession { says: None }, 1, "$");
        for deep in [&lists, &objects] {
            check(format!("{START},\n\"x\": {deep}}}").as_bytes(), &Kind::TooDeep, 2, "$.x");
            check(format!("{START},\n\"x\": {{\"y\": {deep}").as_bytes(), &Kind::Truncated, 2, "$.x.y");
        }
        let broken = read(format!("{START},\n\"x\": {}!", "[".repeat(DEPTH)).as_bytes()).unwrap_err();
        assert_eq!(broken.kind, Kind::NotJson(Syntax::Value));
        assert!(broken.path.starts_with("$.x[0][0]") && broken.path.len() < 1000, "{}", broken.path);
    };
    std::thread::Builder::new().stack_size(256 * 1024).spawn(run).unwrap().join().unwrap();
}

#[test]
fn what_is_refused_says_where() {
    for (json, kind, line, path) in [
        ("", Kind::Empty, 0, ""),
        ("\u{feff} ", Kind::Empty, 0, ""),
        ("各位代表", Kind::Other(OtherFile::Text), 0, ""),
        ("<html>", Kind::Other(OtherFile::Html), 0, ""),
        ("{", Kind::Truncated, 1, "$"),
        ("{\n\"format\": \"yishi-session/1\",\n\"agenda\": [{\"id\": \"1\"}, {\"id\"", Kind::Truncated, 3, "$.agenda[1].id"),
        ("{}", Kind::NotASession { says: None }, 1, "$"),
        ("{\"format\": \"yishi-session/01\"}", Kind::NotASession { says: Some("yishi-session/01".to_owned()) }, 1, "$.format"),
        ("{\"format\": \"yishi-session/12\"}", Kind::Newer { says: "yishi-session/12".to_owned() }, 1, "$.format"),
        ("{\"format\": \"yishi-session/1\u{200b}\"}", Kind::NotASession { says: Some("yishi-session/1".to_owned()) }, 1, "$.format"),
        ("{\"format\": \"yishi-session/1.1-draft\"}", Kind::Newer { says: "yishi-session/1.1-draft".to_owned() }, 1, "$.format"),
        ("{\"format\": [\"yishi-session/1\"]}", Kind::NotASession { says: Some("[".to_owned()) }, 1, "$.format"),
        ("{\"format\": \"yishi-session/1\"}", Kind::Missing { field: "id".to_owned() }, 1, "$"),
    ] {
        check(json.as_bytes(), &kind, line, path);
    }
    check(b"{\n\"title\": \"\xff\"}", &Kind::NotUtf8 { offset: 12 }, 2, "");
    let amount = r#""projects": [{"id": "m", "title": "t", "investment": "#;
    check(format!("{START}, {amount}\"1\"}}]}}").as_bytes(), &Kind::BadAmount(DecimalError::NotANumber), 1, "$.projects[0].investment");
    check(format!("{START}, {amount}1e-13}}]}}").as_bytes(), &Kind::BadAmount(DecimalError::Overflow), 1, "$.projects[0].investment");
    check(format!("{START}, {amount}1e99\n}}]}}").as_bytes(), &Kind::BadAmount(DecimalError::Overflow), 1, "$.projects[0].investment");
}

#[test]
fn a_catalogue_is_read_or_explained() {
    let fails = |json: &str| read_catalogue(json.as_bytes()).unwrap_err().kind;
    let catalogue = r#"{"format": "yishi-catalogue/1", "later": [1], "sessions": [{"id": "x", "title": "t", "assembly": {"name": "n"}}]}"#;
    assert_eq!(read_catalogue(catalogue.as_bytes()).unwrap().sessions.len(), 1);
    assert_eq!(fails(&format!("{START}}}")), Kind::SessionInstead);
    assert_eq!(fails(&catalogue.replace("/1", "/2")), Kind::Newer { says: "yishi-catalogue/2".to_owned() });
    assert_eq!(fails("{}"), Kind::NotACatalogue { says: None });
    assert_eq!(fails(r#"{"format": "x"}"#), Kind::NotACatalogue { says: Some("x".to_owned()) });
    assert_eq!(fails("<html>"), Kind::Other(OtherFile::Html));
    assert_eq!(fails(&catalogue[..30]), Kind::Truncated);
    assert_eq!(fails(r#"{"format": "yishi-catalogue/1"}"#), Kind::Missing { field: "sessions".to_owned() });
}

#[test]
fn findings_beyond_the_limit_are_counted() {
    let items: Vec<String> = (0..1500).map(|n| format!(r#"{{"id": "{n}", "title": "t", "parent": "none"}}"#)).collect();
    let reading = read(format!("{START}, \"agenda\": [{}]}}", items.join(",")).as_bytes()).unwrap();
    assert_eq!(reading.findings.len(), 1001);
    let last = reading.findings.last().unwrap();
    assert_eq!((last.severity, &last.kind), (Severity::Error, &FindingKind::More { count: 500 }));
}

#[test]
fn ten_thousand_lines_that_are_all_wrong_are_told_to_the_limit() {
    let told = |line: &dyn Fn(usize) -> String| {
        let lines: Vec<String> = (0..10_000).map(line).collect();
        let json = format!(
            r#"{START}, "budgets": [{{ "id": "b", "title": "预算", "fiscal_year": 2024, "stage": "draft", "unit": "wan_yuan",
            "tables": [{{ "id": "t", "direction": "expenditure", "lines": [{}] }}] }}]}}"#,
            lines.join(",")
        );
        let findings = read(json.as_bytes()).unwrap().findings;
        let mut codes: Vec<_> = findings.iter().map(|finding| finding.kind.code()).collect();
        codes.dedup();
        (findings.len(), codes)
    };
    let amounts = |n: usize| format!(r#""name": "支出", "amounts": {{ "initial": {n}, "final": {} }}"#, n * n);
    // Each line the whole of the next one; one circle of all; one code for all; no parent there; figures at the limit.
    assert_eq!(told(&|n| format!(r#"{{ "id": "{n}", "parent": "{}", {} }}"#, n.wrapping_sub(1), amounts(n))).0, 1001);
    assert_eq!(told(&|n| format!(r#"{{ "id": "{n}", "parent": "{}", "name": "支出" }}"#, (n + 1) % 10_000)), (1, vec!["cycle"]));
    assert_eq!(told(&|n| format!(r#"{{ "id": "{n}", "code": "205", {} }}"#, amounts(n))), (1001, vec!["duplicate_code", "more"]));
    assert_eq!(told(&|n| format!(r#"{{ "id": "{n}", "parent": "x{n}", {} }}"#, amounts(n))), (1001, vec!["unresolved", "more"]));
    let large =
        |n: usize| format!(r#"{{ "id": "{n}", "role": "total", "unit": "yi_yuan", "name": "支出", "amounts": {{ "final": 1e23 }} }}"#);
    assert_eq!(told(&large), (1001, vec!["figures_too_large", "more"]));
}

#[test]
fn digits_survive_reading_and_writing() {
    let session = read(&fixture("full.json")).unwrap().session;
    let amounts = &session.budgets[0].tables[0].lines[0].amounts;
    assert_eq!(amounts.prior_final.value(), Some(&Decimal { mantissa: 960_050, scale: 2 }));
    let written = serde_json::to_string(&session).unwrap();
    assert!(written.contains(r#""prior_final":9600.50,"initial":9500,"adjusted":null,"executed":9600.5,"final":9600.50,"next":10080"#));
}

#[test]
fn the_full_fixture_survives_reading_and_writing() {
    let bytes = fixture("full.json");
    let session = read(&bytes).unwrap().session;
    let written = serde_json::to_vec(&session).unwrap();
    assert_eq!(read(&written).unwrap().session, session);
    let before: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let after: serde_json::Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(after, before);
}

#[test]
fn paths_are_found_again() {
    let json = "{\n  \"a\": [1, {\"b c\": 2}],\n  \"é\": {\"d\": [[3]]}\n}";
    let paths = ["$", "$.a[0]", "$.a[1]", "$.a[1][\"b c\"]", "$[\"é\"].d", "$.a[7].missing", "$.missing"];
    assert_eq!(locate(json.as_bytes(), &paths), [(1, 1), (2, 9), (2, 12), (2, 13), (3, 9), (2, 3), (1, 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_explained(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        explained(&bytes);
    }

    #[test]
    fn any_tokens_are_read_or_explained(tokens in proptest::collection::vec(token(), 0..60)) {
        explained(tokens.concat().as_bytes());
        explained(format!("{START},{}", tokens.concat()).as_bytes());
        explained(format!("{START},\"agenda\":{}}}", tokens.concat()).as_bytes());
    }

    #[test]
    fn a_changed_session_is_read_or_explained(edits in proptest::collection::vec(edit(), 1..6)) {
        let mut bytes = fixture("full.json");
        for (at, length, insert) in edits {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, insert.into_bytes());
        }
        explained(&bytes);
    }
}

#[test]
fn a_field_may_be_named_as_a_gap_is_written() {
    explained(br#"{"format":"yishi-session/1","{}{":1}"#);
}

/// Reads `bytes` and asks for every sentence and place; what was read must survive being written.
fn explained(bytes: &[u8]) {
    let lines = bytes.split(|b| *b == b'\n').count();
    // A sentence has no gap left open; but it may quote the file, which may say the same, with characters between that are left out.
    let is_quotable = bytes.iter().filter(|b| b.is_ascii_graphic()).collect::<Vec<_>>().windows(2).any(|pair| pair == [&b'{', &b'}']);
    let is_whole = |sentence: String| is_quotable || !sentence.contains("{}");
    let _ = read_catalogue(bytes);
    match read(bytes) {
        Err(error) => {
            assert!(!read_error(Lang::Zh, &error).is_empty() && !read_error(Lang::En, &error).is_empty());
            assert!(error.more.len() < 50);
            for error in error.all() {
                assert!(is_whole(read_fault(Lang::Zh, error)) && is_whole(read_fault(Lang::En, error)));
                assert!(error.line as usize <= lines, "{error}");
                assert_eq!(error.line == 0, error.column == 0, "{error}");
            }
        }
        Ok(reading) => {
            let paths: Vec<&str> = reading.findings.iter().map(|finding| finding.path.as_str()).collect();
            assert_eq!(locate(bytes, &paths).len(), paths.len());
            for finding in &reading.findings {
                assert!(is_whole(sentence(Lang::Zh, finding)) && is_whole(sentence(Lang::En, finding)));
            }
            let written = serde_json::to_vec(&reading.session).unwrap();
            assert_eq!(read(&written).unwrap().session, reading.session);
        }
    }
}

fn token() -> impl Strategy<Value = String> {
    let tokens = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "null",
        "true",
        "-1",
        "1e400",
        "0.5",
        "\"id\"",
        "\"1\"",
        "\"title\"",
        "\"kind\"",
        "\"vote\"",
        "\"sessions\"",
        "\"x\"",
        "\"\\ud800\"",
        "\"\u{202e}\"",
        " ",
        "\n",
        "{\"id\":\"1\",\"title\":\"t\"}",
    ];
    prop_oneof![9 => proptest::sample::select(tokens.map(str::to_owned).to_vec()), 1 => "\\PC{0,4}"]
}

fn edit() -> impl Strategy<Value = (prop::sample::Index, usize, String)> {
    (any::<prop::sample::Index>(), prop_oneof![Just(0), 1_usize..4, 1_usize..400], prop_oneof![token(), Just(String::new())])
}

fn check(bytes: &[u8], kind: &Kind, line: u32, path: &str) {
    let error = read(bytes).unwrap_err();
    assert_eq!(&error.kind, kind);
    assert_eq!((error.line, error.path.as_str()), (line, path), "{error}");
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid").join(name)).unwrap()
}
