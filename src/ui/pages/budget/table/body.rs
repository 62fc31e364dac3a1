//! The body of the table on the screen: the first lines at once, the others in turns that let the browser answer.

use crate::budget::Row;
use crate::ui::pages::budget::detail::LineDetail;
use crate::ui::pages::budget::table::grid::{Grid, Shown};
use crate::ui::pages::budget::table::keys::row_of;
use crate::ui::pages::budget::table::lines::Lines;
use crate::ui::web::focus::focus;
use crate::ui::web::timing::next_task;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use leptos::task::spawn_local;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// So many lines are built before anything else: more than a screen of them would keep a keystroke from being answered.
const FIRST: usize = 20;
/// So many more are built in one go.
const SLICE: usize = 40;

/// The card of a line, as long as it is shown.
type Card = <AnyView as Render>::State;

/// Fills the table with its lines, now and whenever other lines are to be shown, or in another way.
pub(super) fn follow(grid: &Grid, table: NodeRef<html::Table>) {
    let grid = grid.clone();
    // Which building of the table is the latest; an older one stops, and so does the last when the page is left.
    let latest = Arc::new(AtomicU32::new(0));
    let ended = latest.clone();
    on_cleanup(move || {
        ended.fetch_add(1, Relaxed);
    });
    let card: StoredValue<Option<Card>, LocalStorage> = StoredValue::new_local(None);
    let mut before = Shown::default();
    Effect::new(move |_| {
        let Some(table) = table.get() else { return };
        let mine = latest.fetch_add(1, Relaxed) + 1;
        if let Some(later) = fill(&grid, &table, &mut before, card) {
            let (grid, latest) = (grid.clone(), latest.clone());
            spawn_local(async move {
                for part in later.rows.chunks(SLICE) {
                    next_task().await;
                    let Some(sheet) = grid.sheet().filter(|_| latest.load(Relaxed) == mine) else { return };
                    let _ = table.append_child(later.lines.body(&sheet, part).element());
                }
                fit(&later.lines, &table);
            });
        }
    });
}

/// The lines that are still to be built.
struct Later {
    rows: Vec<Row>,
    lines: Lines,
}

/// Takes the lines away that are there and builds the first of those that are to be.
fn fill(grid: &Grid, table: &Element, before: &mut Shown, card: StoredValue<Option<Card>, LocalStorage>) -> Option<Later> {
    let sheet = grid.sheet()?;
    let (shown, wanted) = (grid.shown.get(), grid.wanted.get());
    let held = Focus::within(table);
    let at = |row: Option<usize>| row.and_then(|row| shown.rows.iter().position(|shown| shown.row == row));
    let focused = document().active_element().and_then(|element| row_of(&element));
    let focusable = [focused, wanted].into_iter().find_map(at).or(Some(0)).and_then(|at| shown.rows.get(at)).map(|shown| shown.row);
    // From the start: the line that the link names, the one with the focus, and, but for a filter, all down to what is in view: a table that
    // becomes short for a moment makes the browser jump.
    let mut first = at(wanted).max(at(focused)).unwrap_or(0) + FIRST;
    if before.all == shown.all || before.choice == shown.choice {
        first = first.max(down_to_view(table, before.rows.len()));
    }
    let lines = Lines::new(grid, &sheet, wanted, focusable);
    card.update_value(|card| {
        if let Some(mut card) = card.take() {
            card.unmount();
        }
    });
    while let Ok(Some(body)) = table.query_selector("tbody") {
        body.remove();
    }
    let first = first.min(shown.rows.len());
    if first > 0 {
        let _ = table.append_child(lines.body(&sheet, &shown.rows[..first]).element());
    }
    if let (Some(row), Ok(Some(cell))) = (wanted, table.query_selector("tr.detail > td")) {
        let index = grid.index;
        let mut view = view! { <LineDetail index row/> }.into_any().build();
        view.mount(&cell, None);
        card.set_value(Some(view));
    }
    held.give_back(table);
    fit(&lines, table);
    let later = shown.rows[first..].to_vec();
    *before = shown;
    (!later.is_empty()).then_some(Later { rows: later, lines })
}

fn fit(lines: &Lines, table: &Element) {
    if let Some(frame) = table.parent_element() {
        lines.fit(&frame);
    }
}

/// What has the focus in the table, by its `data-key` or id: the lines are built anew, and the focus is not to be lost.
struct Focus(Option<String>);

impl Focus {
    fn within(table: &Element) -> Self {
        let body = |element: &Element| table.contains(Some(element)) && element.closest("tbody").is_ok_and(|body| body.is_some());
        let focused = document().active_element().filter(body);
        Self(focused.and_then(|element| match element.get_attribute("data-key") {
            Some(key) => Some(format!("[data-key='{key}']")),
            None => Some(element.id()).filter(|id| !id.is_empty()).map(|id| format!("#{id}")),
        }))
    }

    fn give_back(self, table: &Element) {
        if let Some(element) = self.0.and_then(|selector| table.query_selector(&selector).ok().flatten()) {
            focus(element.unchecked_ref());
        }
    }
}

/// How many of the table's lines reach down to the lower edge of the window.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an estimate from pixels")]
fn down_to_view(table: &Element, lines: usize) -> usize {
    let table = table.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let part = ((height - table.top()) / table.height().max(1.0)).clamp(0.0, 1.0);
    FIRST + (lines as f64 * part) as usize
}
