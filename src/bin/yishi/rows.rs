//! The lines of a report: one for each thing found in a file.

use std::path::PathBuf;
use yishi::check::{Finding, Severity};
use yishi::i18n::{Lang, findings};
use yishi::publish::Problem;
use yishi::read::{ReadError, locate, read};

pub fn problem_rows(lang: Lang, path: &PathBuf, problem: &Problem) -> Vec<Row> {
    let file = path.to_string_lossy();
    match problem {
        Problem::Unreadable(error) => unreadable(lang, &file, error),
        Problem::Findings(errors) => located(lang, &file, &std::fs::read(path).unwrap_or_default(), errors),
        Problem::Io(_) => vec![Row::of_file(&file, "io", findings::problem(lang, problem).unwrap_or_default())],
        Problem::FileName { .. } | Problem::Folder { .. } | Problem::SameId { .. } => {
            vec![Row::of_file(&file, "file_name", findings::problem(lang, problem).unwrap_or_default())]
        }
    }
}

/// One line of the report.
#[derive(serde::Serialize)]
pub struct Row {
    pub file: String,
    pub severity: &'static str,
    path: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    message: String,
}

impl Row {
    pub fn of_file(file: &str, kind: &'static str, message: String) -> Self {
        Self { file: file.to_owned(), severity: "error", path: String::new(), kind, line: None, column: None, message }
    }

    pub fn line(&self, lang: Lang) -> String {
        let severity = match self.severity {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Note,
        };
        let place = self.line.zip(self.column).map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let path = if self.path.is_empty() { String::new() } else { format!(" {}:", self.path) };
        format!("{}{place}: {}:{path} {}\n", self.file, findings::severity(lang, severity), self.message)
    }
}

pub fn rows_of(lang: Lang, file: &str, bytes: &[u8]) -> Vec<Row> {
    match read(bytes) {
        Ok(reading) => located(lang, file, bytes, &reading.findings),
        Err(error) => unreadable(lang, file, &error),
    }
}

/// A line for each thing that keeps a file from being read.
pub fn unreadable(lang: Lang, file: &str, error: &ReadError) -> Vec<Row> {
    let place = |number: u32| Some(number).filter(|number| *number > 0);
    let row = |error: &ReadError| Row {
        file: file.to_owned(),
        severity: "error",
        path: error.path.clone(),
        kind: error.kind.code(),
        line: place(error.line),
        column: place(error.column),
        message: findings::read_fault_without_place(lang, error),
    };
    error.all().map(row).collect()
}

/// Findings with line and column, in the order of the file.
fn located(lang: Lang, file: &str, bytes: &[u8], found: &[Finding]) -> Vec<Row> {
    let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    let mut rows: Vec<Row> = found
        .iter()
        .zip(locate(bytes, &paths))
        .map(|(finding, (line, column))| Row {
            file: file.to_owned(),
            severity: finding.severity.code(),
            path: finding.path.clone(),
            kind: finding.kind.code(),
            line: Some(line),
            column: Some(column),
            message: findings::sentence(lang, finding),
        })
        .collect();
    rows.sort_by_key(|row| (row.line, row.column));
    rows
}
