//! Links that leave the page.

use crate::i18n::{Texts, fill};
use crate::model::link_host;
use leptos::prelude::*;

/// An address from a file. Only http(s) becomes a link, the host is always shown, and nothing is sent along with the visit.
pub fn outside(t: &'static Texts, label: &str, url: &str) -> AnyView {
    match host(url) {
        Some(host) => view! {
            <a class="outside" href=url.to_owned() target="_blank" rel="noopener noreferrer external" title=fill(t.leads_to, &[&host])>
                <bdi>{label.to_owned()}</bdi>
            </a>
            " "
            <small class="host"><bdi>{host}</bdi></small>
        }
        .into_any(),
        None => view! {
            <bdi>{label.to_owned()}</bdi>
            " "
            <small class="host"><bdi>{url.to_owned()}</bdi>" · "{t.not_a_link}</small>
        }
        .into_any(),
    }
}

/// The host as the browser will ask for it: letters that only look like Latin ones show as `xn--…`.
pub fn host(url: &str) -> Option<String> {
    link_host(url)?;
    web_sys::Url::new(url).ok().map(|url| url.host()).filter(|host| !host.is_empty())
}
