//! A part that is made anew as a whole.

use crate::ui::web::focus::focus;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A part of which anything may change at once, made anew whenever something it reads changes. Where rows come and go a `<For>` keeps each as
/// it is; here what had the focus gives it to what has the same `data-key` afterwards.
#[component]
pub fn Renewed<F>(
    /// Makes the part.
    make: F,
) -> impl IntoView
where
    F: Fn() -> AnyView + Send + 'static,
{
    let place = NodeRef::<Div>::new();
    let content = move || {
        if let Some(place) = place.get_untracked() {
            keep_focus(&place);
        }
        make()
    };
    view! { <div class="live" node_ref=place>{content}</div> }.into_any()
}

/// Looks what has the focus in an element that is about to change, and gives it back once it has changed.
fn keep_focus(place: &Element) {
    let focused = document().active_element().filter(|element| place.contains(Some(element)));
    let Some(key) = focused.and_then(|element| element.get_attribute("data-key")) else { return };
    let place = place.clone();
    queue_microtask(move || {
        let all = place.query_selector_all("[data-key]").ok();
        let all = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)?.dyn_into::<HtmlElement>().ok()));
        let same = all.into_iter().find(|element| element.get_attribute("data-key").as_ref() == Some(&key));
        if let Some(same) = same {
            focus(&same);
        }
    });
}
