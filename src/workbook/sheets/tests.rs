use super::super::node::Node;
use super::super::words::Words;
use super::*;
use serde_json::Value;
use std::collections::BTreeSet;

/// What stands behind `$ref`, or behind the one of two that is not `null`.
fn resolved<'a>(schema: &'a Value, value: &'a Value) -> &'a Value {
    if let Some(name) = value["$ref"].as_str() {
        return resolved(schema, &schema["$defs"][name.rsplit('/').next().unwrap()]);
    }
    match value["anyOf"].as_array() {
        Some(ways) => resolved(schema, ways.iter().find(|way| way["type"] != "null").unwrap()),
        None => value,
    }
}

/// Checks the fields of an object, and gives the columns that they have.
fn fields(schema: &Value, object: &Value, sheet: &Sheet, before: &str, seen: &mut BTreeSet<String>) {
    for (name, value) in object["properties"].as_object().unwrap() {
        let value = resolved(schema, value);
        let path = format!("{before}{name}");
        let items = resolved(schema, &value["items"]);
        if items["properties"].is_object() {
            let list: Vec<&str> = sheet.list.iter().copied().chain([name.as_str()]).collect();
            let part = SHEETS.iter().find(|sheet| sheet.list == list).unwrap_or_else(|| panic!("no sheet for {list:?}"));
            let mut seen = BTreeSet::new();
            fields(schema, items, part, "", &mut seen);
            let columns: BTreeSet<_> = part.columns.iter().map(|column| column.path.to_owned()).collect();
            assert_eq!(columns, seen, "{}", part.name);
        } else if value["properties"].is_object() {
            fields(schema, value, sheet, &format!("{path}."), seen);
        } else if path != "format" {
            let column = sheet.columns.iter().find(|column| column.path == path).unwrap_or_else(|| panic!("no column for {path}"));
            if let Some(words) = value["oneOf"].as_array() {
                let Kind::Word(shown) = column.kind else { panic!("{path} is a closed list") };
                let of_schema: Vec<_> = words.iter().map(|word| word["const"].as_str().unwrap()).collect();
                assert_eq!(shown.iter().map(|(word, _)| *word).collect::<Vec<_>>(), of_schema, "{path}");
                distinct(shown);
            }
            if before.is_empty() {
                let required = object["required"].as_array().is_some_and(|names| names.iter().any(|known| known == name.as_str()));
                assert!(column.is_required || !required, "{} {path}", sheet.name);
            }
            seen.insert(path);
        }
    }
}

fn distinct(words: &Words) {
    let shown: BTreeSet<_> = words.iter().map(|(_, shown)| shown).collect();
    assert_eq!(shown.len(), words.len());
}

#[test]
fn every_field_of_the_schema_has_a_column() {
    let schema: Value = serde_json::from_str(&crate::read::schema()).unwrap();
    let mut seen = BTreeSet::new();
    fields(&schema, &schema, &SHEETS[0], "", &mut seen);
    assert_eq!(seen, SHEETS[0].columns.iter().map(|column| column.path.to_owned()).collect());
}

#[test]
fn headings_are_told_apart_and_sheets_stand_behind_what_holds_them() {
    for (at, sheet) in SHEETS.iter().enumerate() {
        let headings: BTreeSet<_> = sheet.keys.iter().copied().chain(sheet.columns.iter().map(|column| column.heading)).collect();
        assert_eq!(headings.len(), sheet.keys.len() + sheet.columns.len(), "{}", sheet.name);
        assert!(sheet.whole().is_none_or(|whole| whole < at));
        assert_eq!(sheet.keys.len(), sheet.list.len().saturating_sub(1));
    }
    assert_ne!(Node::none(), Node::Text("null".to_owned()));
}
