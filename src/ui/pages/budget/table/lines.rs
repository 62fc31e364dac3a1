//! The lines of the table as elements: there may be ten thousand of ten cells, and as views they take more than twice as long (20,000
//! paragraphs as views took 6.8 s, as elements 2.3). They have no listeners of their own; those of the table hear for them.

use crate::budget::{Row, Sheet};
use crate::i18n::fill;
use crate::model::{Line, Role};
use crate::picture::Room;
use crate::route::BudgetPlace;
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::names::field_name;
use crate::ui::pages::budget::table::cells::Cells;
use crate::ui::pages::budget::table::grid::Grid;
use crate::ui::pages::budget::table::keys::row_id;
use crate::ui::web::dom::{El, el, link, set_style, with_text};
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::Element;

/// What all lines of a table share.
pub(super) struct Lines {
    here: BudgetCtx,
    place: BudgetPlace,
    cells: Cells,
    /// How wide the lines are that were made.
    room: RefCell<Room>,
    /// The line that the link names.
    wanted: Option<usize>,
    /// The line that Tab reaches.
    focusable: Option<usize>,
}

impl Lines {
    /// How the lines are shown now; tracks the choice.
    pub(super) fn new(grid: &Grid, sheet: &Sheet<'_>, wanted: Option<usize>, focusable: Option<usize>) -> Self {
        let cells = Cells::new(&grid.here, sheet, grid.fields.get(), grid.differing.get());
        let ctx = &grid.here.ctx;
        let room = RefCell::new(Room::new(cells.fields.iter().map(|field| field_name(ctx.t, ctx.lang, *field))));
        Self { here: grid.here.clone(), place: grid.here.place.get(), cells, room, wanted, focusable }
    }

    /// Tells the frame of the table how wide its lines are: paper takes smaller type, or another layout, where they would not fit (print.css).
    pub(super) fn fit(&self, frame: &Element) {
        let room = self.room.borrow();
        for (name, width) in [("--least", room.least()), ("--ample", room.ample()), ("--figure", room.figure_alone())] {
            set_style(frame, name, &width.to_string());
        }
    }

    /// Some lines as a part of the table.
    pub(super) fn body(&self, sheet: &Sheet<'_>, rows: &[Row]) -> El {
        let lines = rows.iter().flat_map(|row| self.line(sheet, *row));
        el("tbody").set("role", "rowgroup").all(lines.collect())
    }

    /// A line, and below it the place of its card where the link names it.
    fn line(&self, sheet: &Sheet<'_>, shown: Row) -> Vec<El> {
        let Some(line) = sheet.line(shown.row) else { return Vec::new() };
        let is_wanted = self.wanted == Some(shown.row);
        let role = match line.role {
            Some(Role::Total) => " total",
            Some(Role::Subtotal) => " subtotal",
            Some(Role::OfWhich) => " of-which",
            _ => "",
        };
        let class = format!(
            "d{}{role}{}{}",
            shown.depth.min(6),
            if is_wanted { " hit" } else { "" },
            if shown.is_context { " context" } else { "" }
        );
        let row = el("tr")
            .set("id", &row_id(shown.row))
            .set("class", &class)
            .set("role", "row")
            .set("data-row", &shown.row.to_string())
            .set("tabindex", if self.focusable == Some(shown.row) { "0" } else { "-1" })
            .set("aria-level", &(shown.depth + 1).to_string())
            .set_some("aria-expanded", shown.open.map(|open| if open { "true" } else { "false" }))
            .set_some("aria-current", is_wanted.then_some("true"))
            .add(self.name(line, shown))
            .all(self.cells.of(sheet, shown.row, &mut self.room.borrow_mut()));
        let mut rows = vec![row];
        if is_wanted {
            let cell = el("td").set("role", "gridcell").set("colspan", &(self.cells.fields.len() + 1).to_string());
            rows.push(el("tr").class("detail").set("role", "row").add(cell));
        }
        rows
    }

    /// The first cell: the name of the line, and what opens its branch.
    fn name(&self, line: &Line, shown: Row) -> El {
        let t = self.here.ctx.t;
        let mut words = el("span");
        let mut text = line.name.to_string();
        if line.role == Some(Role::OfWhich) && !line.name.starts_with("其中") {
            words = words.add(with_text("span", "of", t.of_which)).text(" ");
            text.push_str(t.of_which);
        }
        words = words.add(link(&self.here.line_href_from(self.place.clone(), line), &line.name).set("tabindex", "-1"));
        if let Some(code) = &line.code {
            words = words.text(" ").add(with_text("small", "code", code));
            text.extend([" ", code]);
        }
        self.room.borrow_mut().name(&text, shown.depth);
        let mut name = el("span").class("cell-name");
        if let Some(is_open) = shown.open {
            let label = fill(if is_open { t.close_branch } else { t.open_branch }, &[&line.name]);
            let twist = with_text("button", "twist", if is_open { "▾" } else { "▸" });
            name = name.add(twist.set("type", "button").set("tabindex", "-1").set("aria-label", &label).set("data-act", "turn"));
        }
        el("th").set("scope", "row").set("role", "rowheader").set("lang", &self.cells.lang).add(name.add(words))
    }
}
