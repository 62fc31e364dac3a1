//! Saving bytes as a file of the reader's, where the browser saves files at all.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Long enough for a slow browser to have begun reading the file.
const KEEP: Duration = Duration::from_mins(1);

/// Words in the user agent of browsers inside apps on a phone: `WeChat`, QQ, Weibo, `DingTalk` and Alipay, Lark (Feishu), and whatever else shows
/// Android's web view, which calls itself `wv` (Android CDD, 3.4.1).
const INSIDE_APPS: [&str; 6] = ["MicroMessenger", " QQ/", "__weibo__", "AliApp(", "Lark/", "; wv)"];

/// Whether this browser saves files, as far as that can be known.
///
/// A web view takes the press on a link to a blob and does nothing, unless the app around it has code of its own for that; nothing is thrown and
/// there is nothing to ask, so only the user agent tells (react-native-webview issues 295 and 2951, `FileSaver.js` issues 649 and 754). On iOS the
/// web view of apps is Safari without the word, which a page on the home screen is as well. What these apps show on a computer does save. A guess
/// that is wrong costs the reader one press: the dialog that says so can save anyway.
pub fn can_save() -> bool {
    let navigator = window().navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| agent.contains(word));
    let is_ios = has(&["iPhone", "iPad", "iPod"]);
    let is_installed = || js_sys::Reflect::get(&navigator, &"standalone".into()).is_ok_and(|is| is.is_truthy());
    let is_inside = is_ios && !has(&["Safari/"]) && !is_installed();
    !(is_inside || (is_ios || has(&["Android", "OpenHarmony"])) && has(&INSIDE_APPS))
}

/// Saves bytes of a media type under a name.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let url = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)?;
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
