//! Pinyin: the table, what is read how, and what is found in the example archive.
//!
//! `UPDATE=1 cargo test --test host pinyin::` makes `public/pinyin.bin` anew.

use crate::support::pinyin as support;
use std::fs;
use std::path::Path;
use std::time::Instant;
use yishi::digest::Lookup;
use yishi::model::Session;
use yishi::search::pinyin::{Dictionary, Needle, Pinyin};
use yishi::search::{Corpus, Item, Query, fold, names};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table() -> Pinyin {
    Pinyin::read(&fs::read(root().join("public/pinyin.bin")).unwrap()).unwrap()
}

#[test]
fn the_table_is_that_of_the_crate() {
    let (path, made) = (root().join("public/pinyin.bin"), support::table());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert!(fs::read(path).unwrap() == made, "public/pinyin.bin is not what the crate gives: UPDATE=1 makes it anew");
    let table = Pinyin::read(&made).unwrap();
    for c in support::characters() {
        let read: Vec<_> = table.readings(c).map(|syllable| String::from_utf8(syllable.to_vec()).unwrap()).collect();
        assert_eq!(read, support::readings(c), "{c}");
    }
}

/// Surnames and places that are read otherwise than the commonest way, and characters of two common readings.
#[test]
fn all_readings_are_known() {
    let table = table();
    let text = fs::read_to_string(root().join("tests/data/pinyin-readings.txt")).unwrap();
    let mut count = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        for word in line.split_whitespace() {
            let c = word.chars().next().unwrap();
            let reading = &word[c.len_utf8()..];
            assert!(table.readings(c).any(|syllable| syllable == reading.as_bytes()), "{word}");
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

fn session(id: &str) -> Session {
    let folders = ["public/data/sessions", "tests/data"];
    let path = folders.iter().map(|folder| root().join(folder).join(format!("{id}.json"))).find(|path| path.exists());
    yishi::read::read(&fs::read(path.unwrap_or_else(|| panic!("there is no session {id}"))).unwrap()).unwrap().session
}

/// As the page makes it.
fn dictionary(session: &Session) -> Dictionary {
    let mut dictionary = Dictionary::new(&names(session));
    Corpus::new(session, &Lookup::new(session)).texts().for_each(|text| dictionary.text(text));
    dictionary.finish();
    dictionary
}

#[test]
fn queries_find_what_is_meant() {
    let (table, text) = (table(), fs::read_to_string(root().join("tests/data/pinyin-queries.tsv")).unwrap());
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let rows: Vec<[&str; 3]> = rows.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap()).collect();
    let mut wrong = Vec::new();
    for [query, id, expected] in &rows {
        let strings = dictionary(&session(id)).strings(&table, &Needle::parse(query).unwrap(), 8);
        if strings.first().is_none_or(|first| first != expected) {
            wrong.push(format!("{query} in {id}: {strings:?}, not {expected}"));
        }
    }
    assert!(wrong.is_empty() && rows.len() >= 70, "{} rows\n{}", rows.len(), wrong.join("\n"));
}

/// As the page does: the letters stand for strings, those are looked for, and the best of what is found comes first.
#[test]
fn the_first_result_has_what_is_meant() {
    let (table, text) = (table(), fs::read_to_string(root().join("tests/data/pinyin-queries.tsv")).unwrap());
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let [query, id, expected] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let session = session(id);
        let lookup = Lookup::new(&session);
        let mut asked = Query::parse(query);
        let dictionary = dictionary(&session);
        for term in asked.terms.iter_mut().filter(|term| term.is_spelled()) {
            term.others = dictionary.strings(&table, &Needle::parse(&term.text).unwrap(), 12);
        }
        let groups = Corpus::new(&session, &lookup).find(&asked);
        let first = groups.first().and_then(|group| Item::of(&session, &lookup, group.hits.first()?.spot));
        let texts = first.map(|item| item.body.iter().chain([&item.head]).map(|text| fold(text)).collect::<Vec<_>>()).unwrap_or_default();
        if !texts.iter().any(|text| text.contains(expected)) {
            wrong.push(format!("{query} in {id}: {texts:?}, not {expected}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty() && count >= 60, "{count} queries\n{}", wrong.join("\n"));
}

#[test]
#[ignore = "only a release build is worth measuring"]
fn a_long_session_is_learnt_and_asked_quickly() {
    // Three million characters, each by chance one of those that follow the one before it in a text of 4,000 different ones.
    let mut chance = 1_u64;
    let mut next = move |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let (mut text, mut at) = (String::new(), 0);
    for n in 0..3_000_000 {
        let range = 1 + next(160);
        at = (at * 31 + next(range) * 17) % 4000;
        text.push(char::from_u32(0x4e00 + u32::try_from(at).unwrap() * 5).unwrap());
        if n % 300 == 0 {
            text.push('。');
        }
    }
    let start = Instant::now();
    let table = table();
    eprintln!("table {:?}", start.elapsed());
    let names = names(&session("sample-1-5"));
    let learn = || {
        let start = Instant::now();
        let mut dictionary = Dictionary::new(&names);
        text.split('。').for_each(|paragraph| dictionary.text(paragraph));
        dictionary.finish();
        (start.elapsed(), dictionary)
    };
    let (learnt, dictionary) = (0..10).map(|_| learn()).min_by_key(|(time, _)| *time).unwrap();
    eprintln!("dictionary of {} names and {} characters {learnt:?}", names.len(), text.chars().count());
    for typed in [
        "z",
        "gz",
        "gong",
        "gongz",
        "gongzuo",
        "yijian",
        "zsc",
        "zhousc",
        "gongzuobg",
        "gongzuobaogao",
        "zhengfugongzuobaogao",
        "azsazsazs",
    ] {
        let ask = || {
            let start = Instant::now();
            let strings = dictionary.strings(&table, &Needle::parse(typed).unwrap(), 64);
            (start.elapsed(), strings)
        };
        let (asked, strings) = (0..10).map(|_| ask()).min_by_key(|(time, _)| *time).unwrap();
        eprintln!("{typed}: {} strings in {asked:?}", strings.len());
    }
}
