//! Another reader, and what people copied from the printed page, judge what is read of real files.

use super::super::decimal::Decimal;
use super::super::text::Text;
use super::{Document, grid, read};
use calamine::{Data, Reader, Xlsx};
use std::collections::HashMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Instant;

fn shared(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder)
}

/// All workbooks of a folder and of the folders in it.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("skipped: no files are there to judge by");
        return Vec::new();
    };
    entries
        .flatten()
        .map(|entry| entry.path())
        .flat_map(|path| if path.is_dir() { workbooks(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "xlsx"))
        .collect()
}

#[test]
fn every_number_and_text_is_what_calamine_reads() {
    for path in [shared("real"), shared("cases")].iter().flat_map(|folder| workbooks(folder)) {
        let bytes = std::fs::read(&path).unwrap();
        if !bytes.starts_with(b"PK") {
            // What only calls itself a workbook is another's.
            continue;
        }
        let document = read(&bytes).unwrap();
        let mut judge: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let mut count = 0;
        for (section, name) in judge.sheet_names().into_iter().enumerate() {
            let range = judge.worksheet_range(&name).unwrap();
            let (top, left) = range.start().unwrap_or_default();
            let theirs: HashMap<_, _> = range
                .used_cells()
                .map(|(row, column, data)| ((u32::try_from(row).unwrap() + top + 1, u32::try_from(column).unwrap() + left), data.clone()))
                .collect();
            count += same(&document, section, theirs, &path);
        }
        assert!(count > 0, "{}", path.display());
    }
}

fn same(document: &Document, section: usize, mut theirs: HashMap<(u32, u32), Data>, path: &Path) -> usize {
    let mut count = 0;
    let mut covered = Vec::new();
    for row in &grid(document, section).rows {
        for cell in &row.cells {
            let at = (row.number, cell.column);
            let other = theirs.remove(&at).unwrap_or(Data::Empty);
            match &other {
                Data::Float(number) => {
                    assert_eq!(cell.value, Decimal::new(*number).map(|decimal| decimal.plain()), "{path:?} {section} {at:?}");
                }
                Data::String(text) => assert_eq!(cell.text, Text::new(text).text, "{path:?} {section} {at:?}"),
                Data::DateTime(_) => assert_eq!(cell.value, None, "{path:?} {section} {at:?} {}", cell.text),
                other => panic!("{} {section} {at:?} {other:?} {cell:?}", path.display()),
            }
            if (cell.columns, cell.rows) != (1, 1) {
                covered.push((at, cell.columns, cell.rows));
            }
            count += 1;
        }
    }
    for (at, data) in theirs {
        let is_covered = covered
            .iter()
            .any(|&((row, column), columns, rows)| (row..row + rows).contains(&at.0) && (column..column + columns).contains(&at.1));
        let is_blank = match &data {
            Data::Empty | Data::Error(_) => true,
            Data::String(text) => Text::new(text).text.is_empty(),
            // A formula that nobody calculated is a zero there.
            Data::Float(number) => *number == 0.0 && !document.notes.is_empty(),
            _ => false,
        };
        assert!(is_covered || is_blank, "{} {section} {at:?} {data:?}", path.display());
    }
    count
}

#[test]
fn numbers_are_shown_as_they_were_printed() {
    for path in workbooks(&shared("real")) {
        let Ok(gold) = std::fs::read_to_string(path.with_extension("gold.json")) else { continue };
        let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
        let document = read(&std::fs::read(&path).unwrap()).unwrap();
        let (mut found, mut missed) = (0, Vec::new());
        for table in gold["tables"].as_array().unwrap() {
            let name = table["sheet"].as_str().unwrap().trim();
            let section = document.sections.iter().position(|section| section.name.as_deref() == Some(name)).unwrap();
            for line in table["lines"].as_array().into_iter().flatten() {
                let Some(row) = grid(&document, section).rows.iter().find(|row| Some(u64::from(row.number)) == line["row"].as_u64()) else {
                    continue;
                };
                for printed in
                    line["printed"].as_object().into_iter().flat_map(|printed| printed.values()).filter_map(|value| value.as_str())
                {
                    if row.cells.iter().any(|cell| cell.text == printed) {
                        found += 1;
                    } else {
                        missed.push(format!(
                            "{name} {} {printed}: {:?}",
                            row.number,
                            row.cells.iter().map(|cell| &*cell.text).collect::<Vec<_>>()
                        ));
                    }
                }
            }
        }
        eprintln!("{found} found, {} missed: {:#?}", missed.len(), missed.iter().take(20).collect::<Vec<_>>());
        assert!(missed.len() * 100 <= found, "{found} found, {} missed: {:#?}", missed.len(), missed.iter().take(20).collect::<Vec<_>>());
    }
}

#[test]
#[ignore = "tells a time"]
fn a_workbook_of_fifty_sheets_is_read_at_once() {
    for path in workbooks(&shared("real")) {
        let bytes = std::fs::read(&path).unwrap();
        let start = Instant::now();
        let document = read(&bytes).unwrap();
        eprintln!("{} sheets in {:?}", document.sections.len(), start.elapsed());
    }
}
