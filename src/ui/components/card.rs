//! A frame around one thing of a page that a link can name: a resolution, a vote.

use leptos::prelude::*;

/// The frame; the thing that the link names is marked.
#[component]
pub fn Card(
    /// Whether the link names it.
    is_current: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let class = if is_current { "card hit" } else { "card" };
    view! { <article class=class aria-current=is_current.then_some("true")>{children()}</article> }.into_any()
}
