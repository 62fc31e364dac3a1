//! A session that goes into a workbook comes back as it was, and what people type is read as it is meant.

mod any;
mod by_hand;

use super::*;
use crate::i18n::{Lang, workbook::guide, workbook::workbook_finding};
use crate::import::xlsx;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn back(session: &Session) -> (Session, Vec<String>) {
    let bytes = write(session, &guide(Lang::Zh)).unwrap();
    let document = xlsx::read(&bytes).unwrap();
    assert!(is_ours(&document));
    let reading = read(&document).unwrap();
    (reading.session, reading.findings.iter().map(|finding| workbook_finding(Lang::Zh, finding)).collect())
}

fn session(path: &Path) -> Session {
    crate::read::unchecked(&std::fs::read(path).unwrap()).unwrap().session
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn every_session_comes_back_as_it_was() {
    for path in files("public/data/sessions").iter().chain(&files("tests/fixtures/valid")) {
        let session = session(path);
        assert_eq!(back(&session), (session, vec![]), "{}", path.display());
    }
}

#[test]
fn every_field_has_a_cell() {
    let session = session(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid/full.json"));
    let rows = filled::filled(&session).unwrap();
    let rest: Vec<_> = rows.iter().flatten().flat_map(|row| &row.rest).collect();
    assert!(rest.is_empty(), "{rest:?}");
    assert!(rows.iter().all(|rows| !rows.is_empty()));
}

#[test]
fn the_bytes_are_the_same_for_the_same_session() {
    let session = session(&files("public/data/sessions")[0]);
    let bytes = || write(&session, &guide(Lang::Zh)).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn the_template_is_ours_and_holds_nothing() {
    for lang in [Lang::Zh, Lang::En] {
        let document = xlsx::read(&template(&guide(lang)).unwrap()).unwrap();
        assert!(is_ours(&document));
        let sentences: Vec<_> = read(&document).unwrap_err().iter().map(|finding| workbook_finding(Lang::Zh, finding)).collect();
        // What every session must have is all that is missed.
        assert!(sentences.iter().any(|sentence| sentence == "“会议”B2：缺少“会议编号”，必须填写。"), "{sentences:?}");
        assert!(sentences.iter().all(|sentence| sentence.starts_with("“会议”B")), "{sentences:?}");
        let examples =
            document.sections.iter().filter(|section| rows::rows_of(section).any(|row| row.cells[0].text.starts_with(words::EXAMPLE)));
        assert_eq!(examples.count(), sheets::SHEETS.len() - 1);
    }
}

#[test]
fn the_example_is_one_without_a_finding() {
    assert_eq!(crate::read::read(EXAMPLE.as_bytes()).unwrap().findings, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_session_comes_back_as_it_was(dice in proptest::collection::vec(any::<u32>(), 0..2500)) {
        let json = any::session(&dice);
        let session = crate::read::unchecked(json.as_bytes()).unwrap_or_else(|error| panic!("{error:?} {json}")).session;
        let (found, findings) = back(&session);
        prop_assert_eq!(&found, &session);
        prop_assert_eq!(findings, Vec::<String>::new());
    }

    #[test]
    fn no_cells_are_too_odd_to_be_told(dice in proptest::collection::vec(any::<u32>(), 0..4000)) {
        let findings = match read(&any::document(&dice)) {
            Ok(reading) => reading.findings,
            Err(findings) => findings,
        };
        for finding in findings {
            let sentence = workbook_finding(Lang::En, &finding);
            prop_assert!(!sentence.is_empty());
        }
    }
}
