#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::search::fold;
use serde_json::Value;

const HUACAO: &str = include_str!("../../../public/data/sessions/huacao-6-6.json");

fn huacao() -> Session {
    crate::read::read(HUACAO.as_bytes()).unwrap().session
}

/// The texts of a file with their keys.
fn texts<'j>(value: &'j Value, key: &'j str, out: &mut Vec<(&'j str, &'j str)>) {
    match value {
        Value::String(text) => out.push((key, text)),
        Value::Array(values) => values.iter().for_each(|value| texts(value, key, out)),
        Value::Object(values) => values.iter().for_each(|(key, value)| texts(value, key, out)),
        _ => {}
    }
}

#[test]
fn every_text_that_is_shown_can_be_found() {
    let session = huacao();
    let items = items(&session, &Lookup::new(&session));
    let all: Vec<String> = items.iter().flat_map(|item| item.body.iter().chain([&item.head])).map(|text| fold(text)).collect();
    let json: Value = serde_json::from_str(HUACAO).unwrap();
    let mut found = Vec::new();
    texts(&json, "", &mut found);
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..'\u{A000}').contains(&c));
    let mut count = 0;
    for (key, text) in found.into_iter().filter(|(key, text)| is_chinese(text) && !["number", "license"].contains(key)) {
        count += 1;
        for part in text.split('\t') {
            let part = fold(part);
            assert!(all.iter().any(|all| all.contains(&part)), "{key}: {text}");
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_spot_beyond_the_session_is_nothing() {
    let session = Session::default();
    let lookup = Lookup::new(&session);
    assert_eq!(spots(&session), [Spot::Session]);
    for spot in [Spot::Person(0), Spot::Paragraph(0, 0), Spot::Line(0, 0, 0), Spot::Term(9), Spot::Vote(1)] {
        assert!(Item::of(&session, &lookup, spot).is_none());
    }
}

#[test]
fn names_are_folded_and_people_come_first() {
    let names = names(&huacao());
    assert_eq!(names.first().map(|name| name.kind), Some(NameKind::Person));
    assert!(names.contains(&Name { kind: NameKind::Body, text: "华漕镇".into() }));
    assert!(names.is_sorted());
}
