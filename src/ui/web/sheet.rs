//! The system's own share sheet.

use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BlobPropertyBag, File, ShareData};

/// Whether there is one.
pub fn is_there() -> bool {
    has("share")
}

/// A link with its title.
pub fn link(title: &str, url: &str) -> ShareData {
    data(&[("title", &title.into()), ("url", &url.into())])
}

/// A file, where the sheet takes it.
pub fn file(name: &str, kind: &str, bytes: &[u8]) -> Option<ShareData> {
    if !has("canShare") {
        return None;
    }
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, options.unchecked_ref()).ok()?;
    let data = data(&[("files", &Array::of1(&file))]);
    window().navigator().can_share_with_data(&data).then_some(data)
}

/// Opens the sheet; whether it opened. That the reader thinks better of it is no failure.
pub async fn open(data: &ShareData) -> bool {
    let name = |error: &JsValue| Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match JsFuture::from(window().navigator().share_with_data(data)).await {
        Ok(_) => true,
        Err(error) => name(&error).as_deref() == Some("AbortError"),
    }
}

fn has(what: &str) -> bool {
    Reflect::has(&window().navigator(), &what.into()).unwrap_or_default()
}

fn data(fields: &[(&str, &JsValue)]) -> ShareData {
    let data = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&data, &(*name).into(), value);
    }
    data.unchecked_into()
}
