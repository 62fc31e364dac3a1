//! Getting bytes, with progress and a limit, from a host or a file.

use crate::read::fits;
use crate::ui::data::embedded;
use crate::ui::state::Progress;
use crate::ui::state::failure::Failure;
use futures::future::LocalBoxFuture;
use gloo_net::http::Request;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStream, ReadableStreamDefaultReader};

/// Tells the reader how much has arrived.
pub type Show = Rc<dyn Fn(Progress)>;

/// What came, and the address that answered in the end, after redirects.
pub struct Answer {
    pub bytes: Vec<u8>,
    pub url: String,
    /// When the service worker stored it, where there was no answer from the network (`scripts/sw.js`).
    pub kept_on: Option<String>,
}

/// Gets `url`; `name` is what a message calls it. Relative addresses are on this site, or inside this page where it is a single file; others
/// are on another host.
pub fn get(url: String, name: String, signal: Option<AbortSignal>, show: Show) -> LocalBoxFuture<'static, Result<Answer, Failure>> {
    Box::pin(async move {
        match embedded::read(&url, &name).await {
            Some(inside) => inside.map(|bytes| Answer { bytes, url, kept_on: None }),
            None => fetch(&url, &name, signal.as_ref(), &*show).await,
        }
    })
}

async fn fetch(url: &str, name: &str, signal: Option<&AbortSignal>, show: &dyn Fn(Progress)) -> Result<Answer, Failure> {
    let host = crate::ui::web::address::host(url);
    let response = match Request::get(url).abort_signal(signal).send().await {
        Ok(response) => response,
        Err(_) if !window().navigator().on_line() => return Err(Failure::Offline),
        Err(_) => return Err(host.map_or(Failure::Unreachable, |host| Failure::NoCors { host })),
    };
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(Failure::NotFound { name: name.to_owned() }),
        code => {
            let host = host.unwrap_or_else(|| window().location().host().unwrap_or_default());
            return Err(Failure::Status { host, code });
        }
    }
    let total = response.headers().get("content-length").and_then(|length| length.parse().ok());
    if let Some(Err(error)) = total.map(fits) {
        // Nobody reads it: the host need not send it.
        if let Some(stream) = response.body() {
            let _ = stream.cancel();
        }
        return Err(Failure::Unreadable(error));
    }
    let bytes = match response.body() {
        Some(stream) => drain(&stream, total, show).await.map_err(|failure| failure.unwrap_or(Failure::Unreachable))?,
        None => Vec::new(),
    };
    Ok(Answer { bytes, url: response.url(), kept_on: response.headers().get("x-yishi-kept") })
}

/// Reads a stream to its end. `Err(None)` where the stream broke off.
pub async fn drain(stream: &ReadableStream, total: Option<u64>, show: &dyn Fn(Progress)) -> Result<Vec<u8>, Option<Failure>> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::with_capacity(total.and_then(|total| usize::try_from(total).ok()).unwrap_or_default());
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| None)?;
        let field = |name: &str| js_sys::Reflect::get(&chunk, &JsValue::from_str(name)).map_err(|_| None);
        if field("done")?.is_truthy() {
            return Ok(bytes);
        }
        let value: js_sys::Uint8Array = field("value")?.dyn_into().map_err(|_| None)?;
        let start = bytes.len();
        let received = start as u64 + u64::from(value.length());
        if let Err(error) = fits(received) {
            let _ = reader.cancel();
            return Err(Some(Failure::Unreadable(error)));
        }
        bytes.resize(start + value.length() as usize, 0);
        value.copy_to(&mut bytes[start..]);
        // A compressed response announces fewer bytes than arrive; then the total is not known.
        show(Progress { received, total: total.filter(|total| *total >= received), is_reading: false });
    }
}
