//! The published schema is that of the types, and it agrees with what is read.
//!
//! `UPDATE=1 cargo test --test host schema::` rewrites it.

use crate::support::snapshot;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use yishi::read::{read, schema};

#[test]
fn the_published_schema_is_up_to_date() {
    let path = root().join("public/schema/session-1.json");
    assert_eq!(snapshot::difference(&path, &schema()), None, "UPDATE=1 rewrites");
}

#[test]
fn valid_files_and_the_example_archive_follow_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in [files("tests/fixtures/valid"), files("public/data/sessions")].concat() {
        let bytes = fs::read(&path).unwrap();
        let file: Value = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).unwrap();
        let problems: Vec<String> = validator.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(problems.is_empty(), "{}:\n{}", path.display(), problems.join("\n"));
    }
}

/// What the schema refuses is never read as a session without a finding; what cannot be read for its data, the schema refuses too.
#[test]
fn the_schema_and_the_reader_agree_on_invalid_files() {
    // What a schema cannot say: fields given twice, limits of this program, invisible characters.
    let beyond = [
        "field-twice.json",
        "deep-unknown.json",
        "amounts-too-long.json",
        "amounts-exponent.json",
        "number-too-large.json",
        "blank-title.json",
    ];
    let other = ["no-date.json", "no-dates-at-all.json"];
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in files("tests/fixtures/invalid") {
        let name = path.file_name().unwrap().to_str().unwrap();
        let bytes = fs::read(&path).unwrap();
        let Ok(file) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let is_readable = read(&bytes).is_ok();
        if !beyond.contains(&name) && !other.contains(&name) {
            assert!(is_readable || !validator.is_valid(&file), "{name}: the schema lets pass what cannot be read");
        }
        if !is_readable || name == "impossible-dates.json" {
            continue;
        }
        assert!(validator.is_valid(&file), "{name}: the schema refuses what is read");
    }
}

/// The full fixture is what other tests trust to hold every field and every word of every closed list.
#[test]
fn the_full_fixture_is_full() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let full: Value = serde_json::from_slice(&fs::read(root().join("tests/fixtures/valid/full.json")).unwrap()).unwrap();
    let (mut wanted, mut found) = (BTreeMap::new(), BTreeSet::new());
    possible(&schema, &schema, "Session", "$", &mut wanted);
    present(&full, "$", &mut found);
    // One file has one of each of these.
    let once = ["Status = ", "SessionKind = ", "Level = "];
    wanted.retain(|name, paths| !once.iter().any(|start| name.starts_with(start)) && paths.is_disjoint(&found));
    assert!(wanted.is_empty(), "{:#?}", wanted.keys());
}

/// Every field and word of each type, with the paths where a file may have it.
fn possible(root: &Value, schema: &Value, kind: &str, path: &str, wanted: &mut BTreeMap<String, BTreeSet<String>>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let kind = reference.rsplit('/').next().unwrap();
        return possible(root, root.pointer(reference.trim_start_matches('#')).unwrap(), kind, path, wanted);
    }
    for part in ["anyOf", "oneOf"].iter().filter_map(|key| schema[key].as_array()).flatten() {
        possible(root, part, kind, path, wanted);
    }
    for word in schema["enum"].as_array().into_iter().flatten().chain(schema.get("const")).filter_map(Value::as_str) {
        wanted.entry(format!("{kind} = {word}")).or_default().insert(format!("{path} = {word}"));
    }
    if let Some(items) = schema.get("items") {
        possible(root, items, kind, &format!("{path}[]"), wanted);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        wanted.entry(format!("{kind}.{name}")).or_default().insert(path.clone());
        possible(root, property, kind, &path, wanted);
    }
}

fn present(value: &Value, path: &str, paths: &mut BTreeSet<String>) {
    paths.insert(path.to_owned());
    match value {
        Value::Array(items) => items.iter().for_each(|item| present(item, &format!("{path}[]"), paths)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| present(field, &format!("{path}.{name}"), paths)),
        Value::String(word) => drop(paths.insert(format!("{path} = {word}"))),
        _ => {}
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).into_iter().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort_unstable();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
