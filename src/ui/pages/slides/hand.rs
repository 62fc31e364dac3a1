//! Turning the slides by hand: a click on the left third goes back, one elsewhere on; a swipe follows the finger.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Pixels that make a swipe.
const SWIPE: i32 = 50;

/// Where a finger or the mouse went down, and whether it has swiped since.
#[derive(Clone, Copy, Default)]
pub struct Hand {
    down: (i32, i32),
    is_swipe: bool,
}

impl Hand {
    /// It goes down.
    pub fn down(&mut self, event: &MouseEvent) {
        *self = Self { down: at(event), is_swipe: false };
    }

    /// It comes up: by how many slides that turns.
    pub fn up(&mut self, event: &MouseEvent) -> Option<isize> {
        let ((x1, y1), (x2, y2)) = (self.down, at(event));
        let is_swipe = (x2 - x1).abs() > SWIPE.max((y2 - y1).abs()) && !is_control(event);
        self.is_swipe |= is_swipe;
        is_swipe.then_some(if x2 < x1 { 1 } else { -1 })
    }

    /// The click that follows, which is none of its own after a swipe.
    pub fn click(&mut self, event: &MouseEvent) -> Option<isize> {
        if std::mem::take(&mut self.is_swipe) || is_control(event) {
            return None;
        }
        let width = document().document_element().map_or(0, |root| root.client_width());
        Some(if at(event).0 < width / 3 { -1 } else { 1 })
    }
}

fn at(event: &MouseEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}

fn is_control(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(".controls").ok().flatten().is_some())
}
