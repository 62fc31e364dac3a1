//! The worker that writes workbooks for the page: a program of its own for the library that it takes.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use wasm_bindgen::prelude::wasm_bindgen;
use yishi::drafting::{Answer, Ask, TableCell};
use yishi::i18n::Lang;
use yishi::i18n::workbook::guide;
use yishi::model::Decimal;
use yishi::read::unchecked;
use yishi::workbook::{template, write};
use yishi::write::csv::Cell;
use yishi::write::xlsx;

/// Answers [`Ask::Workbook`] and [`Ask::Table`] with an [`Answer::File`], both as JSON; there are no bytes to read.
#[wasm_bindgen]
pub fn answer(ask: &str, _: &[u8]) -> String {
    let file = match serde_json::from_str::<Ask>(ask) {
        Ok(Ask::Workbook { lang, session }) => workbook(Lang::from_tag(&lang).unwrap_or_default(), session.as_deref()),
        Ok(Ask::Table { name, rows }) => table(&name, &rows),
        _ => None,
    };
    let answer = file.map_or_else(|| Answer::Refused(String::new()), |file| Answer::File(BASE64_STANDARD.encode(file)));
    serde_json::to_string(&answer).unwrap_or_default()
}

fn workbook(lang: Lang, session: Option<&str>) -> Option<Vec<u8>> {
    let guide = guide(lang);
    match session {
        Some(session) => write(&unchecked(session.as_bytes()).ok()?.session, &guide).ok(),
        None => template(&guide).ok(),
    }
}

fn table(name: &str, rows: &[Vec<TableCell>]) -> Option<Vec<u8>> {
    let rows: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    xlsx::table(name, &rows).ok()
}

fn cell(cell: &TableCell) -> Cell<'_> {
    match cell {
        TableCell::Text(text) => Cell::Text(text),
        TableCell::Number(digits) => Decimal::parse(digits).map_or(Cell::Text(digits), Cell::Number),
        TableCell::Blank => Cell::Blank,
    }
}

fn main() {}
