//! Small buttons and links that several parts of a budget's page have.

use leptos::prelude::*;

/// A small button that keeps the focus where the part around it is built anew.
#[component]
pub(super) fn ActButton(
    /// What it does, in a word; it is the same in every language.
    act: &'static str,
    /// Does it.
    #[prop(into)]
    press: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button class="btn small" type="button" data-act=act data-key=act on:click=move |_| press.run(())>
            {children()}
        </button>
    }
    .into_any()
}

/// One of several to choose from.
#[component]
pub(super) fn ChoiceLink(
    /// The place with this chosen.
    href: Signal<String>,
    /// Its words.
    #[prop(into)]
    text: String,
    /// What it is, in a word; it is the same in every language.
    #[prop(into)]
    key: String,
    /// Whether it is chosen.
    is_current: Signal<bool>,
) -> impl IntoView {
    view! {
        <a href=move || href.get() data-key=key aria-current=move || is_current.get().then_some("true")>
            {text}
        </a>
    }
    .into_any()
}
