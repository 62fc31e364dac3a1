//! Links that leave the page.

use crate::i18n::fill;
use crate::ui::state::use_ctx;
use crate::ui::web::address::host;
use leptos::prelude::*;

/// An address from a file. Only http(s) becomes a link, the host is always shown, and nothing is sent along with the visit.
#[component]
pub fn OutsideLink(
    /// The words of the link.
    #[prop(into)]
    label: String,
    /// The address as the file has it.
    #[prop(into)]
    url: String,
) -> impl IntoView {
    let t = use_ctx().t;
    match host(&url) {
        Some(host) => view! {
            <a class="outside" href=url target="_blank" rel="noopener noreferrer external" title=fill(t.leads_to, &[&host])>
                <bdi>{label}</bdi>
            </a>
            " "
            <small class="host"><bdi>{host}</bdi></small>
        }
        .into_any(),
        None => view! { <bdi>{label}</bdi>" "<small class="host"><bdi>{url}</bdi>" · "{t.not_a_link}</small> }.into_any(),
    }
}
