//! Keys that the page listens to everywhere.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Whether a key is meant for a field, or for the browser.
pub fn is_for_others(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_field = target.is_some_and(|target| {
        target.closest("input, textarea, select, [contenteditable], dialog, [role=treegrid]").ok().flatten().is_some()
    });
    is_field || event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing()
}
