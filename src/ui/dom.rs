//! Elements made in one go, for what is rebuilt as a whole: the lines of a table, a picture.
//!
//! A budget has up to ten thousand lines of ten cells. As views each kind of element and closure would bring code of its own to the
//! program, and every cell a state to keep; as plain elements they are made by the same few calls. Text is set as text, always.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction.
#[derive(Clone, Debug)]
pub struct El(Option<Element>);

/// An element of HTML.
#[inline(never)]
pub fn el(tag: &str) -> El {
    // Only a tag that is no name at all is refused, and ours are.
    El(document().create_element(tag).ok())
}

/// An element of SVG.
pub fn svg(tag: &str) -> El {
    El(document().create_element_ns(Some(SVG), tag).ok())
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(self, name: &str, value: &str) -> Self {
        if let Some(element) = &self.0 {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Sets an attribute where there is a value.
    pub fn set_some(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets a property of the style, which the content security policy allows for single properties.
    pub fn style(self, name: &str, value: &str) -> Self {
        if let Some(element) = self.0.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
            let _ = element.style().set_property(name, value);
        }
        self
    }

    /// Appends text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        if let Some(element) = &self.0 {
            let _ = element.append_child(&document().create_text_node(text));
        }
        self
    }

    /// Appends an element.
    #[inline(never)]
    pub fn add(self, child: Self) -> Self {
        if let (Some(element), Some(child)) = (&self.0, child.0) {
            let _ = element.append_child(&child);
        }
        self
    }

    /// Appends elements.
    pub fn all(self, children: Vec<Self>) -> Self {
        children.into_iter().fold(self, Self::add)
    }

    /// A class.
    pub fn class(self, class: &str) -> Self {
        self.set("class", class)
    }
}

/// An element with a class and text.
#[inline(never)]
pub fn with_text(tag: &str, class: &str, text: &str) -> El {
    let element = el(tag).text(text);
    if class.is_empty() { element } else { element.class(class) }
}

/// A link.
#[inline(never)]
pub fn link(href: &str, text: &str) -> El {
    el("a").set("href", href).text(text)
}

/// A row of a definition list.
pub fn fact(term: &str, value: El) -> [El; 2] {
    [with_text("dt", "", term), el("dd").add(value)]
}

/// A place whose content is made anew whenever something that `make` reads changes. What had the focus gets it back: it is found by its
/// `data-key` or id.
pub fn rebuilt(make: Box<dyn Fn() -> Vec<El>>) -> AnyView {
    let place = NodeRef::<Div>::new();
    crate::ui::live::effect(move || {
        if let Some(place) = place.get() {
            replace(&place, make());
        }
    });
    view! { <div class="live" node_ref=place></div> }.into_any()
}

fn replace(place: &Element, children: Vec<El>) {
    let focused = document().active_element().filter(|element| place.contains(Some(element)));
    let key = focused.map(|element| (element.get_attribute("data-key").map(|key| format!("[data-key='{key}']")), element.id()));
    place.set_text_content(None);
    for child in children {
        if let Some(child) = child.0 {
            let _ = place.append_child(&child);
        }
    }
    let again = key.and_then(|(key, id)| match key {
        Some(key) => place.query_selector(&key).ok().flatten(),
        None if !id.is_empty() => document().get_element_by_id(&id),
        None => None,
    });
    if let Some(again) = again {
        // Elements of SVG take the focus by the same name.
        super::navigation::focus(again.unchecked_ref());
    }
}
