//! Asking the service worker. The caches are the worker's (`scripts/sw.js`); `scripts/boot/offline.js` carries questions to it, in
//! `yishi.offline`.

use leptos::prelude::window;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = offline)]
    async fn js_offline(ask: &str, about: &str) -> Result<JsValue, JsValue>;
}

/// What the worker answers; or the name of what went wrong.
pub type Answer = Result<String, String>;

/// Asks the worker, once it is at work; where there can be none the answer is an error without a name.
pub async fn ask(what: &str, about: &str) -> Answer {
    if !is_possible() {
        return Err(String::new());
    }
    // Calling what is not there would throw before there is a promise, and the next call that may throw would be taken for the one that did.
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    js_offline(what, about).await.map(text).map_err(text)
}

/// Whether there can be a worker here; not in a file on the device, nor in some private windows.
pub fn is_possible() -> bool {
    let field = |of: JsValue, name: &str| js_sys::Reflect::get(&of, &JsValue::from_str(name)).unwrap_or_default();
    let yishi = field(window().into(), "yishi");
    yishi.is_object() && field(yishi, "offline").is_truthy()
}
