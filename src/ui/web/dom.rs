//! Elements made in one go, for what does not change while it is shown or is rebuilt as a whole: pages, the lines of a table, a picture.
//!
//! A budget has up to ten thousand lines of ten cells, a speech as many paragraphs. As views each kind of element and closure would bring
//! code of its own to the program, and every cell a state to keep; as plain elements they are made by the same few calls. Text is set as
//! text, always.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction.
#[derive(Clone, Debug)]
pub struct El(Element);

/// An element of HTML.
#[inline(never)]
pub fn el(tag: &str) -> El {
    made(document().create_element(tag))
}

/// An element of SVG.
pub fn svg(tag: &str) -> El {
    made(document().create_element_ns(Some(SVG), tag))
}

/// Only a tag that is no name at all is refused, and ours are; where no elements can be had the reader is told so, not shown an empty page.
fn made(element: Result<Element, JsValue>) -> El {
    let Ok(element) = element else { panic!("no element") };
    El(element)
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
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
        set_style(&self.0, name, value);
        self
    }

    /// Appends text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        let _ = self.0.append_child(&document().create_text_node(text));
        self
    }

    /// Appends an element.
    #[inline(never)]
    pub fn add(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Appends an element where there is one.
    #[inline(never)]
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Appends elements.
    #[inline(never)]
    pub fn all(self, children: Vec<Self>) -> Self {
        children.into_iter().fold(self, Self::add)
    }

    /// A class.
    #[inline(never)]
    pub fn class(self, class: &str) -> Self {
        self.set("class", class)
    }

    /// The language of the content.
    #[inline(never)]
    pub fn lang(self, lang: &str) -> Self {
        self.set("lang", lang)
    }

    /// Fills the element anew whenever something that `make` reads changes. What had the focus gets it back: it is found by its
    /// `data-key` or id.
    #[inline(never)]
    pub fn follow(self, make: Box<dyn Fn() -> Vec<Self>>) -> Self {
        let place = self.0.clone();
        Effect::new(move |_| replace(&place, make()));
        self
    }

    /// Appends an element to one that is shown already.
    pub fn append(&self, child: Self) {
        let _ = self.0.append_child(&child.0);
    }

    /// A copy with all that is in it: for what is made by the thousand, one call of the browser in the place of one for each name and value.
    pub fn copy(&self) -> Self {
        made(self.0.clone_node_with_deep(true).map(JsCast::unchecked_into))
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }
}

/// Sets a property of the style of an element that is shown already.
pub fn set_style(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
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

/// A place whose content is made anew whenever something that `make` reads changes.
pub fn rebuilt(make: Box<dyn Fn() -> Vec<El>>) -> El {
    el("div").class("live").follow(make)
}

fn replace(place: &Element, children: Vec<El>) {
    let focused = document().active_element().filter(|element| place.contains(Some(element)));
    let key = focused.map(|element| (element.get_attribute("data-key").map(|key| format!("[data-key='{key}']")), element.id()));
    place.set_text_content(None);
    for child in children {
        let _ = place.append_child(&child.0);
    }
    let again = key.and_then(|(key, id)| match key {
        Some(key) => place.query_selector(&key).ok().flatten(),
        None if !id.is_empty() => document().get_element_by_id(&id),
        None => None,
    });
    if let Some(again) = again {
        // Elements of SVG take the focus by the same name.
        crate::ui::web::focus::focus(again.unchecked_ref());
    }
}

/// Ready elements as a view. They are shown as they are; another page's elements take their place as a whole.
pub fn built(elements: Vec<El>) -> AnyView {
    // A view without an element would have no place to come back to.
    let elements = if elements.is_empty() { vec![el("div").class("live")] } else { elements };
    Built(elements).into_any()
}

/// See [`built`].
struct Built(Vec<El>);

impl Mountable for Built {
    fn unmount(&mut self) {
        for element in &self.0 {
            element.0.remove();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for element in &self.0 {
            let _ = parent.insert_before(&element.0, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.first().is_some_and(|first| first.0.insert_before_this(child))
    }

    fn elements(&self) -> Vec<Element> {
        self.0.iter().map(|element| element.0.clone()).collect()
    }
}

impl Render for Built {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(mut self, state: &mut Self) {
        state.insert_before_this(&mut self);
        state.unmount();
        *state = self;
    }
}

no_attrs!(Built);

// There is no server; only the types are wanted.
impl RenderHtml for Built {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self {
        self
    }

    fn into_owned(self) -> Self {
        self
    }
}
