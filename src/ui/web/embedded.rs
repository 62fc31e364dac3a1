//! Files inside the page itself, where it is a single file (`write::single`): what its script answers.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = read)]
    async fn js_read(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = template)]
    fn js_template() -> Result<String, JsValue>;
}

/// The page without its data, where this is a single file: what a further one is made of.
pub fn template() -> Option<String> {
    js_template().ok().filter(|template| !template.is_empty())
}

/// A file inside this page, by its address beside a served page; `Ok(None)` where there is none of that name, `Err` where it is damaged.
pub async fn file(name: &str) -> Result<Option<Vec<u8>>, JsValue> {
    let bytes = js_read(name).await?;
    Ok(bytes.is_object().then(|| bytes.unchecked_into::<Uint8Array>().to_vec()))
}
