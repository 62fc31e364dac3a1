//! Saving bytes as a file of the reader's.

use super::state::App;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Long enough for a slow browser to have begun reading the file.
const KEEP: Duration = Duration::from_secs(60);

/// Saves `bytes` under a name; says so where the browser refuses.
pub fn save(app: App, name: &str, kind: &str, bytes: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let saved = Blob::new_with_u8_array_sequence_and_options(&parts, &options).and_then(|blob| save_blob(name, &blob));
    if saved.is_err() {
        app.tell(app.lang.get_untracked().texts().save_failed);
    }
}

/// Saves a blob under a name.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        KEEP,
    );
    Ok(())
}
