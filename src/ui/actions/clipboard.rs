//! Copying, with a word about whether it worked.

use crate::ui::state::App;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies `text` and tells `done`, or how to do without.
pub fn copy(app: App, text: &str, done: &'static str) {
    let navigator = window().navigator();
    // Without a secure context there is no clipboard at all.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok().filter(JsValue::is_object);
    let promise = clipboard.map(|_| navigator.clipboard().write_text(text));
    spawn_local(async move {
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        let said = if copied { done } else { app.lang.get_untracked().texts().copy_failed };
        app.announce(said);
    });
}
