//! The worker that reads foreign files for the page: one function, which the script around it (`scripts/boot/reader.js`) calls for every message.

use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use yishi::drafting::{Answer, Ask};
use yishi::reader::Reader;

thread_local! {
    static READER: RefCell<Reader> = RefCell::default();
}

/// Answers an [`Ask`] with an [`Answer`], both as JSON.
#[wasm_bindgen]
pub fn answer(ask: &str, bytes: &[u8]) -> String {
    let answer = match serde_json::from_str::<Ask>(ask) {
        Ok(ask) => READER.with_borrow_mut(|reader| reader.answer(ask, bytes)),
        Err(error) => Answer::Refused(error.to_string()),
    };
    serde_json::to_string(&answer).unwrap_or_default()
}

fn main() {}
