//! Copying, with a word about whether it worked.

use super::live::spawn;
use super::state::App;
use crate::archive::page_path;
use crate::model::{SessionId, link_host};
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
    let held = window().location().hash().ok().filter(|fragment| held::payload(fragment).is_some()).unwrap_or_default();
    let href = format!("{href}{held}");
    resolved(&href).unwrap_or(href)
}

/// The page of one session of the archive in place of the program with that session, for a link (`?s=…`) within it; nothing where the site
/// has no such pages.
pub fn page(id: &SessionId, href: &str) -> Option<String> {
    document().query_selector("meta[name=yishi-pages]").ok()??;
    let mut page = page_path(id);
    if let Some((_, place)) = href.split_once('&') {
        page.push('?');
        page.push_str(place);
    }
    Some(page)
}

/// A relative address, in full: on this site, or on the one that a single file on this device is from. Nothing where that names none.
pub fn resolved(href: &str) -> Option<String> {
    web_sys::Url::new_with_base(href, &site()?).ok().map(|url| url.href())
}

/// The address that links are relative to; of a file on this device that of the site it is from, where it names one.
fn site() -> Option<String> {
    let location = window().location();
    if location.protocol().is_ok_and(|protocol| protocol != "file:") {
        return location.href().ok();
    }
    let named = document().query_selector("meta[name=yishi-site]").ok()??.get_attribute("content")?;
    link_host(&named).is_some().then_some(named)
}
