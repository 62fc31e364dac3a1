//! The steps of the history. Where the reader stood in each, and how they come back to it, is `scripts/boot/stood.js`.

use leptos::prelude::window;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = yishi)]
    fn leave(is_other_page: bool) -> JsValue;
    /// Whether the reader comes back to a step where they stood before.
    #[wasm_bindgen(js_namespace = yishi)]
    pub fn returns() -> bool;
    /// Gives the focus back to what had it in the step that the reader comes back to; whether it is there.
    #[wasm_bindgen(js_namespace = yishi)]
    pub fn refocus() -> bool;
}

/// Another address, as a step of its own; another page begins at its top.
pub fn push(href: &str, is_other_page: bool) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&leave(is_other_page), "", Some(href));
    }
}

/// Another address for the step that the reader is in.
pub fn replace(href: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(href));
    }
}
