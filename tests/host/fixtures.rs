//! Every file of `tests/fixtures` is read, and what is said of it is held against the `.expected` file beside it.
//!
//! `UPDATE=1 cargo test --test host fixtures::` rewrites those; review them as text.

use crate::support::snapshot;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use yishi::check::Severity;
use yishi::i18n::Lang;
use yishi::i18n::findings::{read_fault, sentence};
use yishi::read::{locate, read};

#[test]
fn valid_files_have_nothing_to_find() {
    for path in fixtures("valid") {
        assert_eq!(report(&fs::read(&path).unwrap()), "", "{}", path.display());
    }
}

#[test]
fn invalid_files_are_explained() {
    let mut changed = Vec::new();
    for path in fixtures("invalid") {
        let report = report(&fs::read(&path).unwrap());
        assert_ne!(report, "", "{} is valid", path.display());
        let mut name = path.clone().into_os_string();
        name.push(".expected");
        changed.extend(snapshot::difference(Path::new(&name), &report));
    }
    assert!(changed.is_empty(), "{}\nUPDATE=1 rewrites", changed.join("\n"));
}

#[test]
fn what_a_source_may_print_is_no_error() {
    let mut changed = Vec::new();
    for path in fixtures("printed") {
        let report = report(&fs::read(&path).unwrap());
        assert!(!report.lines().any(|line| line.starts_with("error ") || line.starts_with("unreadable ")), "{}\n{report}", path.display());
        let mut name = path.clone().into_os_string();
        name.push(".expected");
        changed.extend(snapshot::difference(Path::new(&name), &report));
    }
    assert!(changed.is_empty(), "{}\nUPDATE=1 rewrites", changed.join("\n"));
}

#[test]
fn every_expectation_has_its_file() {
    for kind in ["valid", "invalid", "printed"] {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind)).unwrap() {
            let path = entry.unwrap().path();
            assert!(path.extension().is_none_or(|e| e != "expected") || path.with_extension("").is_file(), "{}", path.display());
        }
    }
}

#[test]
fn the_example_archive_has_no_errors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/sessions");
    for path in files(&folder).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let reading = read(&fs::read(&path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let errors: Vec<_> = reading.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
}

/// All that is said of a file: its errors, or its findings, with place, code and both sentences.
fn report(bytes: &[u8]) -> String {
    let mut text = String::new();
    match read(bytes) {
        Err(error) => {
            for error in error.all() {
                writeln!(text, "unreadable {} {}:{} {}", error.kind.code(), error.line, error.column, error.path).unwrap();
                writeln!(text, "  zh: {}\n  en: {}", read_fault(Lang::Zh, error), read_fault(Lang::En, error)).unwrap();
            }
        }
        Ok(reading) => {
            let paths: Vec<&str> = reading.findings.iter().map(|finding| finding.path.as_str()).collect();
            for (finding, (line, column)) in reading.findings.iter().zip(locate(bytes, &paths)) {
                writeln!(text, "{} {} {line}:{column} {}", finding.severity.code(), finding.kind.code(), finding.path).unwrap();
                writeln!(text, "  zh: {}\n  en: {}", sentence(Lang::Zh, finding), sentence(Lang::En, finding)).unwrap();
            }
        }
    }
    text
}

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind));
    assert!(!files.is_empty(), "no fixtures");
    files
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_none_or(|extension| extension != "expected"));
    files.sort_unstable();
    files
}
