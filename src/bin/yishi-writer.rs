//! The worker that writes workbooks for the page: a program of its own for the library that it takes.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use wasm_bindgen::prelude::wasm_bindgen;
use yishi::drafting::{Answer, Ask};
use yishi::i18n::Lang;
use yishi::i18n::workbook::guide;
use yishi::read::unchecked;
use yishi::workbook::{template, write};

/// Answers [`Ask::Workbook`] with an [`Answer::File`], both as JSON; there are no bytes to read.
#[wasm_bindgen]
pub fn answer(ask: &str, _: &[u8]) -> String {
    let file = match serde_json::from_str::<Ask>(ask) {
        Ok(Ask::Workbook { lang, session }) => workbook(Lang::from_tag(&lang).unwrap_or_default(), session.as_deref()),
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

fn main() {}
