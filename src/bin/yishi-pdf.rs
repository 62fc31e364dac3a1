//! The worker that reads PDF for the page: a program of its own for the fonts and character maps that it takes. What it reads goes to `yishi-reader`.

use wasm_bindgen::prelude::wasm_bindgen;
use yishi::drafting::{Answer, Ask};
use yishi::i18n::Lang;
use yishi::i18n::imports::import_error;
use yishi::import::pdf;

/// Answers [`Ask::Open`] with an [`Answer::Document`] or why there is none, all as JSON.
#[wasm_bindgen]
pub fn answer(ask: &str, bytes: &[u8]) -> String {
    let lang = match serde_json::from_str::<Ask>(ask) {
        Ok(Ask::Open { lang }) => Lang::from_tag(&lang).unwrap_or_default(),
        _ => Lang::default(),
    };
    let answer = match pdf::read(bytes) {
        Ok(document) => Answer::Document(serde_json::to_string(&document).unwrap_or_default()),
        Err(error) => Answer::Refused(import_error(lang, &error)),
    };
    serde_json::to_string(&answer).unwrap_or_default()
}

fn main() {}
