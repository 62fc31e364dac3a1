//! Files inside the page itself, where it is a single file (`write::single`), and sessions inside a single file that is opened like any other.

use super::Failure;
use crate::archive::SESSIONS;
use crate::read::LIMIT_BYTES;
use crate::ui::gzip::gunzip;
use crate::write::single::{Part, parts};
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

/// A file inside this page, by its address beside a served page; `None` where this page is not one that holds its own files.
pub(super) async fn read(name: &str, shown: &str) -> Option<Result<Vec<u8>, Failure>> {
    template()?;
    Some(match js_read(name).await {
        Ok(bytes) if bytes.is_object() => Ok(bytes.unchecked_into::<Uint8Array>().to_vec()),
        Ok(_) => Err(Failure::NotFound { name: shown.to_owned() }),
        Err(_) => Err(Failure::Damaged),
    })
}

/// The sessions inside a single file, unpacked.
pub(super) async fn sessions(page: &[u8]) -> Result<Vec<Vec<u8>>, Failure> {
    let page = std::str::from_utf8(page).map_err(|_| Failure::Damaged)?;
    let mut sessions = Vec::new();
    // The limit is of all together: many small parts must not unpack to more than one session may have.
    let mut left = LIMIT_BYTES;
    for Part { name, bytes, is_gzip } in parts(page).ok_or(Failure::Damaged)? {
        if name.starts_with(SESSIONS) {
            let bytes =
                if is_gzip { gunzip(&bytes, left).await.map_err(|error| Failure::unpacking(error, Failure::Damaged))? } else { bytes };
            left = left.saturating_sub(bytes.len() as u64);
            sessions.push(bytes);
        }
    }
    if sessions.is_empty() { Err(Failure::NothingInside) } else { Ok(sessions) }
}
