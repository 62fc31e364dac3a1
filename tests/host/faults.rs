//! All that keeps a file from being read is told at once, each fault at its place, and the words that may stand there with their meaning.

use serde_json::{Map, Value};
use yishi::i18n::Lang;
use yishi::i18n::findings::{meaning, read_fault_without_place};
use yishi::read::{ReadError, ReadErrorKind as Kind, read, schema};

/// Code, line and path of all errors.
fn told(json: &str) -> Vec<(&'static str, u32, String)> {
    let error = read(json.as_bytes()).unwrap_err();
    error.all().map(|error| (error.kind.code(), error.line, error.path.clone())).collect()
}

const FIVE: &str = r#"{
  "format": "yishi-session/1", "id": "x", "title": " ",
  "assembly": { "name": "人大", "level": "township" }, "dates": { "start": "2024" },
  "agenda": [
    { "id": "a", "title": "第一项", "result": "pasd", "presenters": ["p"] },
    { "id": "b", "title": { "zh": ["第二项"] }, "result": "adopted" },
    { "id": "c" }
  ],
  "projects": [{ "id": "m", "title": "t", "investment": "1,200", "milestones": [{ "date": "2024", "note": "n" }] }]
}"#;

#[test]
fn five_faults_of_five_kinds_are_told_with_their_lines() {
    let of = |code, line, path: &str| (code, line, path.to_owned());
    let expected = [
        of("blank_field", 2, "$.title"),
        of("unknown_word", 5, "$.agenda[0].result"),
        of("wrong_type", 6, "$.agenda[1].title"),
        of("missing_field", 7, "$.agenda[2]"),
        of("bad_amount", 9, "$.projects[0].investment"),
    ];
    assert_eq!(told(FIVE), expected);
    // With all but one mended there is that one.
    let mended = FIVE.replace("\" \"", "\"会议\"").replace("pasd", "adopted").replace(r#"{ "zh": ["第二项"] }"#, "\"第二项\"");
    assert_eq!(told(&mended.replace("{ \"id\": \"c\" }", r#"{ "id": "c", "title": "第三项" }"#)), expected[4..]);
    assert!(
        read(mended.replace("{ \"id\": \"c\" }", r#"{ "id": "c", "title": "第三项" }"#).replace("\"1,200\"", "1200").as_bytes()).is_ok()
    );
}

#[test]
fn what_is_wrong_is_told_once() {
    let start = r#"{ "format": "yishi-session/1", "id": "x", "#;
    // A title that is no text, or twice, or not there, is not blank as well; nor is there no date where the dates are wrong.
    let codes = |rest: &str| told(&format!("{start}{rest}")).into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
    assert_eq!(codes(r#""title": 1, "assembly": { "name": "n" }, "dates": { "start": 2024 } }"#), ["wrong_type", "wrong_type"]);
    assert_eq!(codes(r#""title": "t", "title": "u", "assembly": [], "dates": [] }"#), ["field_twice", "wrong_type", "wrong_type"]);
    assert_eq!(
        codes(r#""assembly": {}, "sittings": [{ "date": true }] }"#),
        ["missing_field", "missing_field", "missing_field", "wrong_type"]
    );
    assert_eq!(codes(r#""title": "", "assembly": { "name": "" } }"#), ["no_date", "blank_field", "blank_field"]);
    // What is left out because of its depth does not hide what comes after.
    let deep = "[".repeat(200) + &"]".repeat(200);
    let rest = format!(r#""title": 1, "assembly": {{ "name": "n" }}, "dates": {{ "start": "2024" }}, "x": {deep}, "kind": "y" }}"#);
    assert_eq!(codes(&rest), ["wrong_type", "too_deep", "unknown_word"]);
}

#[test]
fn of_very_many_errors_the_first_fifty_are_told() {
    let items: Vec<String> = (0..1000).map(|n| format!("{{\"id\": \"{n}\",\n\"title\": {n}}}")).collect();
    let start = r#"{ "format": "yishi-session/1", "id": "x", "title": "t", "assembly": { "name": "n" }, "dates": { "start": "2024" }, "#;
    let all = told(&format!("{start}\"agenda\": [{}]}}", items.join(",")));
    assert_eq!(all.len(), 50);
    for (n, (code, line, path)) in (0_u32..).zip(&all) {
        assert_eq!((*code, *line, path.as_str()), ("wrong_type", n + 2, format!("$.agenda[{n}].title").as_str()));
    }
}

#[test]
fn words_that_may_stand_in_a_place_have_their_meaning() {
    let error = read(FIVE.as_bytes()).unwrap_err();
    let word = error.all().find(|error| matches!(error.kind, Kind::UnknownWord { .. })).unwrap();
    let said = read_fault_without_place(Lang::Zh, word);
    assert!(said.contains("“pasd”") && said.contains("adopted（通过）、rejected（未通过）"), "{said}");
    let said = read_fault_without_place(Lang::En, word);
    assert!(said.contains("adopted, rejected, noted (Heard)"), "{said}");
}

/// Every list of the schema, as one error about it has it.
#[test]
fn every_word_of_every_closed_list_has_a_meaning() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let empty = Map::new();
    let lists = schema["$defs"].as_object().unwrap_or(&empty);
    let mut seen = 0;
    for (list, of) in lists {
        let words = of["enum"].as_array().cloned().unwrap_or_default();
        let described = of["oneOf"].as_array().cloned().unwrap_or_default();
        let words = words.iter().chain(described.iter().map(|one| &one["const"])).filter_map(Value::as_str);
        for word in words {
            for lang in [Lang::Zh, Lang::En] {
                assert!(meaning(lang, list, word).is_some(), "{list}: {word}");
            }
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
    let none = ReadError::whole(Kind::UnknownWord { word: "x".to_owned(), list: "Unit", allowed: vec!["yuan".to_owned()] });
    assert_eq!(read_fault_without_place(Lang::Zh, &none), "不认识“x”；这里只能写：yuan（元）。");
}
