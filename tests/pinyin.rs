//! Pinyin: the table, what is read how, and what is found in the example archive.
//!
//! `UPDATE=1 cargo test --test pinyin` makes `public/pinyin.bin` anew.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "a test fails by panicking")]

#[path = "support/pinyin.rs"]
mod support;

use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use yishi::search::pinyin::{Class, Dictionary, Needle, Pinyin};

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

/// All readings of a text in one of the ways to type each of its characters, told by `ways`: the whole syllable, or an initial.
fn typed(table: &Pinyin, text: &[char], ways: &[u8]) -> String {
    let type_one = |(c, way): (&char, &u8)| {
        let readings: Vec<_> = table.readings(*c).map(|syllable| String::from_utf8(syllable.to_vec()).unwrap()).collect();
        let reading = readings[usize::from(*way >> 3) % readings.len()].clone();
        match way % 8 {
            0..=2 => reading,
            3 => reading.replace('v', "yu"),
            4 => format!("'{reading}'"),
            5 => reading[..1].to_owned(),
            6 if reading[1..].starts_with('h') => reading[..2].to_owned(),
            6 => reading.replace("ve", "ue"),
            _ => c.to_string(),
        }
    };
    text.iter().zip(ways).map(type_one).collect()
}

fn readable() -> Vec<char> {
    support::characters().filter(|c| !support::readings(*c).is_empty()).collect()
}

#[test]
fn whatever_is_typed_for_a_text_is_read_as_it() {
    let (table, characters) = (table(), readable());
    let text = proptest::collection::vec((0..characters.len(), 0_u8..), 1..9);
    proptest!(ProptestConfig::with_cases(2000), |(text in text)| {
        let (places, ways): (Vec<_>, Vec<_>) = text.into_iter().unzip();
        let text: Vec<char> = places.into_iter().map(|place| characters[place]).collect();
        let initials: Vec<u8> = ways.iter().map(|way| way / 8 * 8 + 5).collect();
        let whole: Vec<u8> = ways.iter().map(|way| way / 8 * 8).collect();
        let written: String = text.iter().collect();
        let mut dictionary = Dictionary::default();
        dictionary.name(Class::Person, &written);
        for ways in [ways, initials, whole] {
            let typed = typed(&table, &text, &ways);
            let Some(needle) = Needle::parse(&typed) else {
                prop_assert!(!typed.contains(|c: char| c.is_ascii_lowercase()), "{}", typed);
                continue;
            };
            let strings = dictionary.strings(&table, &needle, usize::MAX);
            prop_assert!(strings.contains(&written), "{} for {}: {:?}", typed, written, strings);
            prop_assert!(needle.matches(&table, &written).first().is_some_and(|part| part.start == 0), "{} for {}", typed, written);
        }
    });
}
