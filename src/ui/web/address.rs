//! Addresses: that of the page, those of its links in full, and the hosts that links lead to.

use crate::archive::page_path;
use crate::model::{SessionId, link_host};
use crate::route::payload;
use leptos::prelude::*;

/// The query of the address bar.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The absolute address of the place that is shown; nothing where others cannot open it.
pub fn here() -> Option<String> {
    resolved("").map(|_| absolute(&query()))
}

/// The absolute address of a relative link within what is open, to be copied. A session that the address bar holds goes along.
pub fn absolute(href: &str) -> String {
    let held = window().location().hash().ok().filter(|fragment| payload::in_fragment(fragment).is_some()).unwrap_or_default();
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

/// The host as the browser will ask for it: letters that only look like Latin ones show as `xn--…`.
pub fn host(url: &str) -> Option<String> {
    link_host(url)?;
    web_sys::Url::new(url).ok().map(|url| url.host()).filter(|host| !host.is_empty())
}
