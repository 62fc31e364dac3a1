//! Clicks and keys of the tree grid: <https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/>, with the focus on rows.
//!
//! One listener on the table hears them all; what was pressed says by its data attributes what it is.

use crate::ui::pages::budget::table::grid::Grid;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// A press of the button that opens or closes a branch.
pub(super) fn click(grid: &Grid, event: &MouseEvent) {
    let turned = target(event).and_then(|element| element.closest("[data-act=turn]").ok()?);
    if let Some(row) = turned.and_then(|button| row_of(&button)) {
        focus_row(row);
        grid.turn(row, None);
    }
}

/// Up, down, first, last; right opens a branch or goes into it, left closes it or goes to the line above; Enter opens the line.
pub(super) fn key(grid: &Grid, event: &KeyboardEvent) {
    let Some(element) = target(event) else { return };
    // Keys within a row's own links and buttons are theirs.
    if !element.has_attribute("data-row") || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(row) = row_of(&element) else { return };
    let is_open = grid.shown.with_untracked(|shown| shown.rows.iter().find(|shown| shown.row == row).and_then(|shown| shown.open));
    match event.key().as_str() {
        "ArrowDown" => step(&element, 1),
        "ArrowUp" => step(&element, -1),
        "Home" => step(&element, i32::MIN),
        "End" => step(&element, i32::MAX),
        "ArrowRight" if is_open == Some(false) => grid.turn(row, Some(true)),
        "ArrowRight" if is_open == Some(true) => step(&element, 1),
        "ArrowLeft" if is_open == Some(true) => grid.turn(row, Some(false)),
        "ArrowLeft" => {
            if let Some(above) = grid.sheet().and_then(|sheet| sheet.tree.parent(row)) {
                focus_row(above);
            }
        }
        "Enter" => {
            if let Some(link) = element.query_selector("th a").ok().flatten().and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
                link.click();
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The id of the element of a line.
pub(super) fn row_id(row: usize) -> String {
    format!("line-{row}")
}

/// Puts the focus on a line.
pub(super) fn focus_row(row: usize) {
    if let Some(element) = document().get_element_by_id(&row_id(row)) {
        focus(&element);
    }
}

/// The line of an element in the table.
pub(super) fn row_of(element: &Element) -> Option<usize> {
    element.closest("[data-row]").ok().flatten()?.get_attribute("data-row")?.parse().ok()
}

/// Moves the focus by so many rows, as far as there are any.
fn step(from: &Element, by: i32) {
    let Some(rows) = from.closest("table").ok().flatten().and_then(|table| table.query_selector_all("[data-row]").ok()) else { return };
    let length = i32::try_from(rows.length()).unwrap_or(i32::MAX);
    let here = (0..length).find(|at| rows.get(at.unsigned_abs()).is_some_and(|row| row.is_same_node(Some(from)))).unwrap_or(0);
    let there = here.saturating_add(by).clamp(0, length - 1);
    if let Some(row) = rows.get(there.unsigned_abs()).and_then(|row| row.dyn_into::<Element>().ok()) {
        focus(&row);
    }
}

/// One row can be reached by Tab: the one that had the focus last.
pub(super) fn focus(row: &Element) {
    if let Some(before) = row.closest("table").ok().flatten().and_then(|table| table.query_selector("[data-row][tabindex='0']").ok()?) {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = row.set_attribute("tabindex", "0");
    if let Some(row) = row.dyn_ref::<HtmlElement>() {
        let _ = row.focus();
    }
}
