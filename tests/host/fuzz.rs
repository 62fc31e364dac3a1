//! What fuzzing starts from and what it once found, through the targets of `fuzz/src/lib.rs`. `make fuzz` looks for more.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use targets::foreign;

/// For one input, on a busy machine and without optimization; `make fuzz` allows two seconds.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn session_files() {
    let fixtures = ["valid", "invalid", "printed"].map(|kind| Path::new("tests/fixtures").join(kind));
    run("read", targets::read, fixtures.iter().flat_map(|folder| files(folder)).collect());
}

#[test]
fn indexes() {
    run("index", targets::index, Vec::new());
}

#[test]
fn single_files() {
    run("single", targets::single, Vec::new());
}

#[test]
fn links() {
    run("route", targets::route, Vec::new());
}

#[test]
fn links_that_hold_a_session() {
    run("payload", targets::payload, Vec::new());
}

#[test]
fn tables_of_pinyin() {
    run("pinyin", targets::pinyin, Vec::new());
}

#[test]
fn foreign_files() {
    run("file", foreign::file, Vec::new());
}

#[test]
fn workbooks() {
    run("xlsx", foreign::workbook, Vec::new());
}

#[test]
fn open_workbooks() {
    run("ods", foreign::open_document, Vec::new());
}

#[test]
fn binary_workbooks() {
    run("xlsb", foreign::binary_workbook, Vec::new());
}

#[test]
fn old_workbooks() {
    run("xls", foreign::old_workbook, Vec::new());
}

#[test]
fn workbooks_in_xml() {
    run("xml2003", foreign::xml_workbook, Vec::new());
}

#[test]
fn documents() {
    run("docx", foreign::word, Vec::new());
}

#[test]
fn web_pages() {
    run("html", foreign::web_page, Vec::new());
}

#[test]
fn portable_documents() {
    run("pdf", foreign::portable, Vec::new());
}

#[test]
fn lists() {
    run("csv", foreign::characters, Vec::new());
}

#[test]
fn running_text() {
    run("prose", foreign::prose, Vec::new());
}

#[test]
fn tables() {
    run("grids", foreign::grids, Vec::new());
}

/// Runs a target over its corpus, its regressions and `more`.
fn run(name: &str, target: fn(&[u8]) -> bool, more: Vec<PathBuf>) {
    let corpus = [files(&Path::new("fuzz/corpus").join(name)), more].concat();
    let mut taken = 0;
    for path in corpus.iter().chain(&files(&Path::new("fuzz/regressions").join(name))) {
        println!("{}", path.display());
        let start = Instant::now();
        taken += usize::from(target(&fs::read(path).unwrap()));
        assert!(start.elapsed() < LONGEST, "{}: {:?}", path.display(), start.elapsed());
    }
    // One that is never taken for what it should be starts nothing.
    assert!(taken > 0, "no input of {name} is what it should be");
}

/// The files of a folder that may not be there, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.sort_unstable();
    files
}
