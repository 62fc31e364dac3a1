//! The description of the session file, `docs/session-file.md`, says what the schema says, and its examples are a session.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use yishi::read::{read, schema};

/// The document: each object of the format has a heading that ends with its name in parentheses, and below it a table of its fields.
fn document() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/session-file.md")).unwrap()
}

/// The definitions of the schema that `is_wanted`, the whole file being `Session`.
fn definitions(is_wanted: impl Fn(&Value) -> bool) -> BTreeMap<String, Value> {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let mut all: BTreeMap<String, Value> = serde_json::from_value(schema["$defs"].clone()).unwrap();
    all.insert("Session".to_owned(), schema);
    all.retain(|_, definition| is_wanted(definition));
    all
}

/// Of every object of the document its rows: field, value, meaning.
fn tables(document: &str) -> BTreeMap<&str, Vec<[&str; 3]>> {
    let mut tables: BTreeMap<&str, Vec<[&str; 3]>> = BTreeMap::new();
    let mut object = "";
    for line in document.lines() {
        if line.starts_with('#') {
            object = quoted(line).last().copied().unwrap_or_default();
        } else if let Some(row) = line.strip_prefix("| `").and_then(|row| row.strip_suffix('|')) {
            let mut cells = row.splitn(3, '|').map(|cell| cell.trim().trim_end_matches('`'));
            tables.entry(object).or_default().push(std::array::from_fn(|_| cells.next().unwrap_or_default()));
        }
    }
    tables
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The words of a closed list.
fn words(list: &Value) -> BTreeSet<&str> {
    let each = list["oneOf"].as_array().into_iter().flatten().map(|one| &one["const"]);
    each.chain(list["enum"].as_array().into_iter().flatten()).filter_map(Value::as_str).collect()
}

#[test]
fn every_field_of_the_schema_is_described_and_no_other() {
    let of_schema: BTreeMap<String, BTreeMap<String, bool>> = definitions(|definition| definition["properties"].is_object())
        .into_iter()
        .map(|(name, object)| {
            let required = object["required"].as_array().cloned().unwrap_or_default();
            let fields = object["properties"].as_object().unwrap().keys();
            (name, fields.map(|field| (field.clone(), required.contains(&Value::from(field.as_str())))).collect())
        })
        .collect();
    let document = document();
    let mut of_document: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    for (object, rows) in tables(&document) {
        let fields = of_document.entry(object.to_owned()).or_default();
        for [field, value, _] in rows {
            assert!(fields.insert(field.to_owned(), value.ends_with("required")).is_none(), "{object}: {field} is there twice");
        }
    }
    // Whether a field is required is part of what is compared.
    assert_eq!(of_document, of_schema);
}

/// Where the words of a closed list are given, all of them are, and no other; each list is given somewhere.
#[test]
fn the_closed_lists_are_those_of_the_schema() {
    let lists = definitions(|definition| !words(definition).is_empty());
    let objects = definitions(|definition| definition["properties"].is_object());
    let document = document();
    let mut missing: BTreeSet<&str> = lists.keys().map(String::as_str).collect();
    for (object, rows) in tables(&document) {
        for [field, value, meaning] in rows {
            let kind = objects[object]["properties"][field].to_string();
            let list = lists.iter().find(|(name, _)| kind.contains(&format!("\"#/$defs/{name}\"")));
            assert_eq!(list.is_some(), value.starts_with("closed list"), "{object}.{field}: {value}");
            let (Some((name, list)), given) = (list, quoted(meaning)) else { continue };
            if !given.is_empty() {
                assert_eq!(given.into_iter().collect::<BTreeSet<_>>(), words(list), "{object}.{field}");
                missing.remove(name.as_str());
            }
        }
    }
    assert!(missing.is_empty(), "not given anywhere: {missing:?}");
}

#[test]
fn the_examples_together_are_a_session_without_a_finding() {
    let document = document();
    let mut file = Map::new();
    for example in document.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let part: Map<String, Value> = serde_json::from_str(example).unwrap_or_else(|error| panic!("{error} in\n{example}"));
        for (field, value) in part {
            assert!(file.insert(field.clone(), value).is_none(), "{field} is there twice");
        }
    }
    let whole = definitions(|definition| definition["title"] == yishi::model::FORMAT);
    let fields: BTreeSet<&String> = whole["Session"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(file.keys().collect::<BTreeSet<_>>(), fields, "every field of a session has an example");
    let reading = read(&serde_json::to_vec(&file).unwrap()).unwrap();
    assert_eq!(reading.findings, []);
}
