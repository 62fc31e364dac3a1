//! What the page does for the program in a line or two of `scripts/boot/bridge.js`: the digest of a file, the
//! date, and the system's own share sheet.

use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = sha256)]
    async fn js_sha256(bytes: Uint8Array) -> Result<JsValue, JsValue>;
    /// The day it is here, as `2026-11-23`.
    #[wasm_bindgen(js_namespace = yishi)]
    pub fn today() -> String;
    /// The words of a Chinese text, each with the marks behind it; the whole where the browser knows no words.
    #[wasm_bindgen(js_namespace = yishi)]
    pub fn words(text: &str) -> Vec<String>;
    /// Opens the system's share sheet.
    #[wasm_bindgen(js_namespace = yishi)]
    pub fn share(title: &str, url: &str);
}

/// The SHA-256 of a file as 64 hexadecimal digits. `None` where the browser makes none, as on a site without https.
pub async fn sha256(bytes: &[u8]) -> Option<String> {
    js_sha256(Uint8Array::from(bytes)).await.ok()?.as_string()
}

/// Whether the system has a share sheet.
pub fn can_share() -> bool {
    js_sys::Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or_default()
}
