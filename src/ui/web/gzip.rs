//! gzip by the browser's own streams, so that the program carries no compressor.
//!
//! The streams are driven by the few lines of `scripts/boot/bridge.js`, which the page puts into `yishi` before the program starts.

use js_sys::{Error, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = gzip)]
    async fn js_gzip(bytes: Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = yishi, js_name = gunzip)]
    async fn js_gunzip(bytes: Uint8Array, limit: f64) -> Result<JsValue, JsValue>;
}

/// Why something could not be packed or unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GzipError {
    /// The browser has no such streams (before Chromium 80, Firefox 113, Safari 16.4).
    Unsupported,
    /// More bytes would come out than were allowed; not more than those were ever held.
    TooLarge,
    /// The bytes are no gzip, or are cut off or altered.
    Broken,
}

/// Packs bytes.
pub async fn gzip(bytes: &[u8]) -> Result<Vec<u8>, GzipError> {
    bytes_of(js_gzip(Uint8Array::from(bytes)).await)
}

/// Unpacks bytes, but never more than `limit_bytes`.
pub async fn gunzip(bytes: &[u8], limit_bytes: u64) -> Result<Vec<u8>, GzipError> {
    // Limits are far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "a limit in bytes")]
    bytes_of(js_gunzip(Uint8Array::from(bytes), limit_bytes as f64).await)
}

fn bytes_of(result: Result<JsValue, JsValue>) -> Result<Vec<u8>, GzipError> {
    match result {
        Ok(bytes) => Ok(bytes.unchecked_into::<Uint8Array>().to_vec()),
        Err(error) => Err(match error.dyn_ref::<Error>().map(|error| String::from(error.name())).as_deref() {
            Some("RangeError") => GzipError::TooLarge,
            Some("ReferenceError") => GzipError::Unsupported,
            _ => GzipError::Broken,
        }),
    }
}
