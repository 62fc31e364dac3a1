//! Copying, with a word about whether it worked.

use super::live::spawn;
use super::state::App;
use crate::route::held;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies `text` and tells `done`, or how to do without.
pub fn copy(app: App, text: &str, done: &'static str) {
    let navigator = window().navigator();
    // Without a secure context there is no clipboard at all.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok().filter(JsValue::is_object);
    let promise = clipboard.map(|_| navigator.clipboard().write_text(text));
    spawn(async move {
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        let said = if copied { done } else { app.lang.get_untracked().texts().copy_failed };
        app.tell(said);
    });
}

/// The absolute address of a relative link within what is open, to be copied. A session that the address bar holds goes along.
pub fn absolute(href: &str) -> String {
    let location = window().location();
    let held = location.hash().ok().filter(|fragment| held::payload(fragment).is_some()).unwrap_or_default();
    let href = format!("{href}{held}");
    web_sys::Url::new_with_base(&href, &location.href().unwrap_or_default()).map_or(href, |url| url.href())
}
