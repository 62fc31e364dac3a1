//! The head of the table and its lines.

use crate::budget::{Field, Row, Sheet, Sort, SortKey};
use crate::i18n::fill;
use crate::model::Role;
use crate::ui::pages::budget::controls::field_name;
use crate::ui::pages::budget::detail;
use crate::ui::pages::budget::table::cells::Cells;
use crate::ui::pages::budget::table::{Grid, row_id};
use crate::ui::web::dom::{El, el, link, with_text};
use leptos::prelude::*;

impl Grid {
    /// The names of the columns; each sorts by itself.
    pub(super) fn head(&self, sheet: &Sheet<'_>, fields: &[Field]) -> El {
        let (t, lang) = (self.here.ctx.t, self.here.ctx.lang);
        let by_name = if sheet.table.lines.iter().any(|line| line.code.is_some()) { SortKey::Code } else { SortKey::Name };
        let current = self.here.place.get().sort;
        let column = |label: &'static str, by: SortKey, first_down: bool| {
            let now = current.filter(|sort| sort.by == by).map(|sort| sort.descending);
            let next = match now {
                None => Some(Sort { by, descending: first_down }),
                Some(down) if down == first_down => Some(Sort { by, descending: !first_down }),
                Some(_) => None,
            };
            let (state, sign) = match now {
                None => (None, ""),
                Some(true) => (Some("descending"), " ↓"),
                Some(false) => (Some("ascending"), " ↑"),
            };
            let href = self.here.href(|place| place.sort = next);
            let link = link(&href, label).set("data-key", label).set("title", &fill(t.sort_by, &[label]));
            let sign = with_text("span", "", sign).set("aria-hidden", "true");
            el("th").set("scope", "col").set("role", "columnheader").set_some("aria-sort", state).add(link.add(sign))
        };
        let first = column(t.line, by_name, false);
        let rest = fields.iter().map(|field| column(field_name(t, lang, *field), SortKey::Field(*field), true));
        let row = el("tr").set("role", "row").add(first).all(rest.collect());
        el("thead").set("role", "rowgroup").add(row)
    }

    /// A line, and below it its card where the link names it.
    pub(super) fn line(&self, cells: &Cells, shown: Row, wanted: Option<usize>, focusable: Option<usize>) -> Vec<El> {
        let t = self.here.ctx.t;
        let Some((sheet, line)) = self.sheet().and_then(|sheet| sheet.line(shown.row).map(|line| (sheet, line))) else { return Vec::new() };
        let is_wanted = wanted == Some(shown.row);
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
        let mut words = el("span");
        if line.role == Some(Role::OfWhich) && !line.name.starts_with("其中") {
            words = words.add(with_text("span", "of", t.of_which)).text(" ");
        }
        words = words.add(link(&self.here.line_href(line), &line.name).set("tabindex", "-1"));
        if let Some(code) = &line.code {
            words = words.text(" ").add(with_text("small", "code", code));
        }
        let mut name = el("span").class("cell-name");
        if let Some(is_open) = shown.open {
            let label = fill(if is_open { t.close_branch } else { t.open_branch }, &[&line.name]);
            let twist = with_text("button", "twist", if is_open { "▾" } else { "▸" });
            name = name.add(twist.set("type", "button").set("tabindex", "-1").set("aria-label", &label).set("data-act", "turn"));
        }
        let head = el("th").set("scope", "row").set("role", "rowheader").set("lang", &cells.lang).add(name.add(words));
        let row = el("tr")
            .set("id", &row_id(shown.row))
            .set("class", &class)
            .set("role", "row")
            .set("data-row", &shown.row.to_string())
            .set("tabindex", if focusable == Some(shown.row) { "0" } else { "-1" })
            .set("aria-level", &(shown.depth + 1).to_string())
            .set_some("aria-expanded", shown.open.map(|open| if open { "true" } else { "false" }))
            .set_some("aria-current", is_wanted.then_some("true"))
            .add(head)
            .all(cells.of(&sheet, shown.row));
        let mut rows = vec![row];
        if is_wanted {
            let cell = el("td").set("role", "gridcell").set("colspan", &(cells.fields.len() + 1).to_string());
            let card = detail::card(&self.here, self.index, shown.row);
            rows.push(el("tr").class("detail").set("role", "row").add(cell.add(card)));
        }
        rows
    }
}
