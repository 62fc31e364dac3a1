//! Clicks and keys of the tree grid: <https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/>, with the focus on rows.

use crate::ui::pages::budget::detail;
use crate::ui::pages::budget::table::{Grid, PAGE, row_id};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

impl Grid {
    /// The buttons of the table, told apart by their `data-act`.
    pub(super) fn click(&self, event: &Event) {
        let Some(button) =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|e| e.closest("[data-act]").ok()?)
        else {
            return;
        };
        match button.get_attribute("data-act").unwrap_or_default().as_str() {
            "turn" => {
                if let Some(row) = row_of(&button) {
                    focus_row(row);
                    self.turn(row, None);
                }
            }
            "open-all" => self.open.update(|open| open.fill(true)),
            "close-all" => self.open.update(|open| open.fill(false)),
            "before" => self.from.set(0),
            "more" => self.limit.update(|limit| *limit += PAGE),
            act => {
                if let Some(row) = self.wanted.get_untracked() {
                    detail::act(&self.here, self.index, row, act);
                }
            }
        }
    }

    /// Up, down, first, last; right opens a branch or goes into it, left closes it or goes to the line above; Enter opens the line.
    pub(super) fn key(&self, event: &KeyboardEvent) {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        // Keys within a row's own links and buttons are theirs.
        if !element.has_attribute("data-row") || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(row) = row_of(&element) else { return };
        let is_open = self.rows.read_untracked().iter().find(|shown| shown.row == row).and_then(|shown| shown.open);
        match event.key().as_str() {
            "ArrowDown" => step(&element, 1),
            "ArrowUp" => step(&element, -1),
            "Home" => step(&element, i32::MIN),
            "End" => step(&element, i32::MAX),
            "ArrowRight" if is_open == Some(false) => self.turn(row, Some(true)),
            "ArrowRight" if is_open == Some(true) => step(&element, 1),
            "ArrowLeft" if is_open == Some(true) => self.turn(row, Some(false)),
            "ArrowLeft" => {
                if let Some(above) = self.sheet().and_then(|sheet| sheet.tree.parent(row)) {
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

    fn turn(&self, row: usize, wanted: Option<bool>) {
        self.open.update(|open| open[row] = wanted.unwrap_or(!open[row]));
    }
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
