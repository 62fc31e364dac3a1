//! Marks in a text that is built bit by bit: whoever builds it shows each bit to whoever marks, without knowing them. What marks comes later than the
//! text, with the search.

use std::cell::Cell;
use web_sys::Element;

thread_local! {
    static MARKER: Cell<Option<fn(&Element)>> = const { Cell::new(None) };
}

/// From now on this marks.
pub fn set_marker(marker: fn(&Element)) {
    MARKER.set(Some(marker));
}

/// Shows an element that has just been built.
pub fn mark(root: &Element) {
    if let Some(marker) = MARKER.get() {
        marker(root);
    }
}
