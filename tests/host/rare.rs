//! Rare characters in every text of a session are in everything that is written of it as they were read. What the page makes of them, on paper too, is
//! looked at in `tests/e2e/paper.test.mjs`.

use crate::facts::outputs;
use serde_json::Value;
use std::fs;
use std::path::Path;
use yishi::digest::Lookup;
use yishi::i18n::Lang;
use yishi::model::Session;
use yishi::read::read;
use yishi::route::{Place, Route};
use yishi::write::budget::table_csv;
use yishi::write::citation::{Cited, bibtex, citation};
use yishi::write::event::event;
use yishi::write::feed::{Feed, Item, atom};
use yishi::write::package::package;

/// Beyond the BMP; with an ideographic variation selector; newer than most fonts; of private use for 䶮 on old GBK systems; of private use for nobody
/// knows what.
const WRITTEN: &str = "𠮷葛\u{e0100}𰻝\u{e863}\u{f123}";
/// The same as it is read.
const READ: &str = "𠮷葛\u{e0100}𰻝䶮\u{f123}";

/// The session that has every field, with rare characters at the end of every text that is Chinese.
fn session() -> Session {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid/full.json");
    let mut full: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    add_rare(&mut full);
    // What is made up is announced to nobody.
    full["is_sample"] = false.into();
    read(full.to_string().as_bytes()).unwrap().session
}

fn add_rare(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(|c| ('一'..='龥').contains(&c)) => text.push_str(WRITTEN),
        Value::Array(values) => values.iter_mut().for_each(add_rare),
        Value::Object(fields) => fields.values_mut().for_each(add_rare),
        _ => {}
    }
}

/// That an output has the characters, each time all of them.
fn expect_whole(what: &str, text: &str) {
    let (begun, whole) = (text.matches('𠮷').count(), text.matches(READ).count());
    assert!(whole > 0 && begun == whole, "{what}: {whole} of {begun} are whole: {text}");
    assert!(!text.contains(['\u{e863}', '\u{fffd}']), "{what}: {text}");
}

#[test]
fn they_are_whole_in_every_output() {
    let session = session();
    let lookup = Lookup::new(&session);
    for lang in [Lang::Zh, Lang::En] {
        for (what, text) in outputs(lang, &session) {
            expect_whole(what, &text);
        }
        for budget in &session.budgets {
            for table in budget.tables.iter().filter(|table| !table.lines.is_empty()) {
                expect_whole("table", &table_csv(lang, &session, budget, table));
            }
            // Its files are stored as they are.
            expect_names(&package(&session, budget, None).unwrap());
        }
        let place = Place::Speech(session.speeches[0].id.clone());
        let cited = Cited { session: &session, lookup: &lookup, place: &place, at: None, link: None, accessed: "2026-11-23" };
        expect_whole("citation", &citation(lang, &cited));
        expect_whole("BibTeX", &bibtex(lang, &cited));
    }
    expect_whole("event", &event(&session, None).unwrap());
    let feed = Feed { url: "https://a.example/feed.xml", page: "https://a.example/", title: &session.title, lang: Lang::Zh };
    let body = session.assembly.name.as_str();
    let item =
        Item { url: "https://a.example/s/full/", title: &session.title, body, summary: session.summary.as_deref(), updated: "2024-03-01" };
    expect_whole("feed", &atom(&feed, &[item]));
}

fn expect_names(zip: &[u8]) {
    let count = |text: &str| zip.windows(text.len()).filter(|window| *window == text.as_bytes()).count();
    assert!(count(READ) > 0 && count(READ) == count("𠮷"), "package: {} of {}", count(READ), count("𠮷"));
}

#[test]
fn a_link_that_holds_them_leads_to_the_same_place() {
    let route = Route::parse(&format!("?s=full&p=agenda&q={READ}"));
    let Route::Session { find, .. } = &route else { panic!("{route:?}") };
    assert_eq!(find.as_deref(), Some(READ));
    let href = route.href();
    assert_eq!(Route::parse(&href), route, "{href}");
}
