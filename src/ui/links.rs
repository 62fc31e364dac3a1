//! Links that leave the page.

use crate::digest::{host, safe_url};
use crate::i18n::{Texts, fill};
use leptos::prelude::*;

/// An address from a file. Only http(s) becomes a link, the host is always shown, and nothing is sent along with the visit.
pub fn outside(t: &'static Texts, label: &str, url: &str) -> AnyView {
    match (safe_url(url), host(url)) {
        (Some(url), Some(host)) => view! {
            <a class="outside" href=url.to_owned() target="_blank" rel="noopener noreferrer external" title=fill(t.leads_to, &[host])>
                <bdi>{label.to_owned()}</bdi>
            </a>
            " "
            <small class="host"><bdi>{host.to_owned()}</bdi></small>
        }
        .into_any(),
        _ => view! {
            <bdi>{label.to_owned()}</bdi>
            " "
            <small class="host"><bdi>{url.to_owned()}</bdi>" · "{t.not_a_link}</small>
        }
        .into_any(),
    }
}
