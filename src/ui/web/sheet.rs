//! Files for the system's own share sheet; links are `web::bridge`.

use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BlobPropertyBag, File, ShareData};

/// A file as the sheet takes it; nothing where it does not.
pub fn file(name: &str, kind: &str, bytes: &[u8]) -> Option<ShareData> {
    let navigator = window().navigator();
    if !Reflect::has(&navigator, &"canShare".into()).unwrap_or_default() {
        return None;
    }
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, options.unchecked_ref()).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    let data: ShareData = data.unchecked_into();
    navigator.can_share_with_data(&data).then_some(data)
}

/// Opens the sheet; whether it opened. That the reader thinks better of it is no failure.
pub async fn open(data: &ShareData) -> bool {
    let name = |error: &JsValue| Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match JsFuture::from(window().navigator().share_with_data(data)).await {
        Ok(_) => true,
        Err(error) => name(&error).as_deref() == Some("AbortError"),
    }
}
