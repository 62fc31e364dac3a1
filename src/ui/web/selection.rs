//! Words that are selected in a text that is shown.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

#[wasm_bindgen]
extern "C" {
    type Selection;
    type Range;
    #[wasm_bindgen(js_name = getSelection)]
    fn get_selection() -> Option<Selection>;
    #[wasm_bindgen(method, getter, js_name = rangeCount)]
    fn range_count(this: &Selection) -> u32;
    #[wasm_bindgen(method, catch, js_name = getRangeAt)]
    fn range_at(this: &Selection, index: u32) -> Result<Range, JsValue>;
    #[wasm_bindgen(constructor)]
    fn new() -> Range;
    #[wasm_bindgen(method, getter, js_name = startContainer)]
    fn start_container(this: &Range) -> Node;
    #[wasm_bindgen(method, getter, js_name = startOffset)]
    fn start_offset(this: &Range) -> u32;
    #[wasm_bindgen(method, getter, js_name = endContainer)]
    fn end_container(this: &Range) -> Node;
    #[wasm_bindgen(method, getter, js_name = endOffset)]
    fn end_offset(this: &Range) -> u32;
    #[wasm_bindgen(method, catch, js_name = setStart)]
    fn set_start(this: &Range, node: &Node, offset: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = setEnd)]
    fn set_end(this: &Range, node: &Node, offset: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = toString)]
    fn text(this: &Range) -> String;
}

/// An end of what is selected.
#[derive(Clone, Debug)]
pub struct End {
    /// The paragraph that it is in.
    pub paragraph: Element,
    /// How many UTF-16 units of its text stand before it.
    pub units: usize,
}

/// The two ends of what is selected in the paragraphs of `root`, which are elements of the tag; `None` where it is elsewhere.
pub fn selected(root: &Element, tag: &str) -> Option<(End, End)> {
    let selection = get_selection().filter(|selection| selection.range_count() > 0)?;
    let range = selection.range_at(0).ok()?;
    let start = end_at(root, tag, &range.start_container(), range.start_offset())?;
    Some((start, end_at(root, tag, &range.end_container(), range.end_offset())?))
}

fn end_at(root: &Element, tag: &str, node: &Node, offset: u32) -> Option<End> {
    if !root.contains(Some(node)) {
        return None;
    }
    let element = node.clone().dyn_into::<Element>().ok().or_else(|| node.parent_element())?;
    let paragraph = element.closest(tag).ok()??;
    let before = Range::new();
    before.set_start(&paragraph, 0).ok()?;
    before.set_end(node, offset).ok()?;
    Some(End { units: before.text().encode_utf16().count(), paragraph })
}

/// Listens as long as it is there to what is selected anywhere on the page.
#[derive(Debug)]
pub struct SelectionWatch {
    document: Document,
    changed: Closure<dyn Fn()>,
}

const EVENT: &str = "selectionchange";

impl SelectionWatch {
    /// Calls `changed` whenever something else is selected.
    pub fn start(document: Document, changed: impl Fn() + 'static) -> Self {
        let changed = Closure::<dyn Fn()>::new(changed);
        let _ = document.add_event_listener_with_callback(EVENT, changed.as_ref().unchecked_ref());
        Self { document, changed }
    }
}

impl Drop for SelectionWatch {
    fn drop(&mut self) {
        let _ = self.document.remove_event_listener_with_callback(EVENT, self.changed.as_ref().unchecked_ref());
    }
}
