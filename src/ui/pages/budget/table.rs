//! The table: a tree of lines that opens and closes, by pointer and by keyboard (ARIA tree grid with the focus on rows).

mod cells;
mod keys;

use super::controls::field_name;
use super::{Here, detail};
use crate::budget::{Chosen, Field, Row, Sheet, Sort, SortKey};
use crate::i18n::fill;
use crate::model::Role;
use crate::ui::dom::{El, el, link, rebuilt, with_text};
use crate::ui::navigation;
use crate::ui::timing::next_task;
use cells::Cells;
pub(super) use cells::{percentage, signed};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// So many lines are built in one go; more would keep a slow phone from answering.
const SLICE: usize = 40;
/// So many lines are shown before the reader asks for more.
const PAGE: usize = 400;
/// Tables with no more lines than this are shown with all branches open.
const ALL_OPEN: usize = 45;

/// A table on the page.
#[derive(Clone)]
struct Grid {
    here: Here,
    index: usize,
    /// The lines whose parts are shown.
    open: RwSignal<Vec<bool>>,
    /// How many lines are shown at most.
    limit: RwSignal<usize>,
    /// The line that the link names.
    wanted: Memo<Option<usize>>,
    /// The lines to show.
    rows: Memo<Vec<Row>>,
}

/// The table of one book and direction.
pub(super) fn section(here: &Here, index: usize) -> AnyView {
    let Some(sheet) = here.sheet(index) else { return ().into_any() };
    if sheet.table.lines.is_empty() {
        return view! { <p class="state">{here.ctx.t.no_lines}</p> }.into_any();
    }
    let grid = Grid::new(here, index, &sheet);
    grid.mark_wanted();
    let (clicks, keys, status, shown) = (grid.clone(), grid.clone(), grid.clone(), grid);
    // Which building of the table is the latest; an older one stops.
    let latest = Rc::new(Cell::new(0_u32));
    let table = rebuilt(Box::new(move || shown.table(&latest)));
    view! {
        {rebuilt(Box::new(move || status.status()))}
        <div on:click=move |event| clicks.click(&event) on:keydown=move |event| keys.key(&event)>{table}</div>
    }
    .into_any()
}

impl Grid {
    fn new(here: &Here, index: usize, sheet: &Sheet<'_>) -> Self {
        // Of a long table only the parts of its one line at the top are shown at first, if there is but one.
        let lines = sheet.table.lines.len();
        let first: Vec<bool> = (0..lines).map(|row| lines <= ALL_OPEN || sheet.tree.roots() == [row]).collect();
        let open = RwSignal::new(first);
        let this = here.clone();
        let wanted = Memo::new(move |_| this.wanted().filter(|(table, _)| *table == index).map(|(_, row)| row));
        let this = here.clone();
        let rows = Memo::new(move |_| {
            let place = this.place.get();
            let chosen = Chosen { find: place.find.as_deref(), over: place.over, sort: place.sort };
            let open = open.read();
            this.sheet(index).map(|sheet| sheet.rows(chosen, |row| open.get(row) == Some(&true))).unwrap_or_default()
        });
        Self { here: here.clone(), index, open, limit: RwSignal::new(PAGE), wanted, rows }
    }

    fn sheet(&self) -> Option<Sheet<'_>> {
        self.here.sheet(self.index)
    }

    /// Opens the branches above the line that the link names, and brings it into view.
    fn mark_wanted(&self) {
        let this = self.clone();
        crate::ui::live::effect(move || {
            let (Some(row), Some(sheet)) = (this.wanted.get(), this.sheet()) else { return };
            if sheet.tree.ancestors(row).any(|above| !this.open.read_untracked()[above]) {
                this.open.update(|open| sheet.tree.ancestors(row).for_each(|above| open[above] = true));
            }
            // A line far down may be beyond what is shown at first.
            if let Some(at) = this.rows.read_untracked().iter().position(|shown| shown.row == row).filter(|at| *at >= PAGE) {
                this.limit.set(at + PAGE);
            }
            let app = this.here.ctx.app;
            if this.here.stay.get_value() {
                this.here.stay.set_value(false);
                return;
            }
            navigation::after_paint(move || {
                if let Some(element) = document().get_element_by_id(&row_id(row)) {
                    navigation::reveal(app, &element);
                }
            });
        });
    }

    /// What the link asks for and cannot be shown, how many lines there are, and the buttons for all branches.
    fn status(&self) -> Vec<El> {
        let t = self.here.ctx.t;
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let place = self.here.place.get();
        let rows = self.rows.read();
        let note = |text: &str| with_text("p", "note", text).set("role", "status");
        let mut parts = Vec::new();
        match (self.wanted.get(), &place.line) {
            (None, Some(line)) if self.here.wanted().is_none() => {
                parts.push(note(&fill(t.line_gone, &[&crate::check::short(line.as_str())])));
            }
            (Some(row), _) if !rows.iter().any(|shown| shown.row == row) && (place.find.is_some() || place.over.is_some()) => {
                parts.push(note(t.line_hidden));
            }
            _ => {}
        }
        let scope = sheet.table.scope.as_ref().map(|scope| with_text("span", "chip", scope).set("lang", &self.here.ctx.content_lang()));
        let count = fill(t.lines_shown, &[&rows.len().to_string(), &sheet.table.lines.len().to_string()]);
        let count = with_text("span", "quiet", &count).set("role", "status");
        parts.push(el("div").class("row tight").all(scope.into_iter().chain([count]).collect()));
        parts
    }

    /// The table: the first lines at once, the others in turns that let the browser answer.
    fn table(&self, latest: &Rc<Cell<u32>>) -> Vec<El> {
        let t = self.here.ctx.t;
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let rows = self.rows.get();
        let (limit, wanted) = (self.limit.get(), self.wanted.get());
        let fields = self.here.fields(&sheet);
        // The more columns there are, the sooner a narrow screen shows each line as a block of its own.
        let class = match fields.len() {
            0..=2 => "figures few",
            3..=5 => "figures",
            _ => "figures many",
        };
        let title = sheet.table.title.as_deref().unwrap_or(t.tables);
        let table = el("table").class(class).set("role", "treegrid").set("aria-label", title).add(self.head(&sheet, &fields));
        let cells = Cells::new(&self.here, self.index, &sheet, fields);
        let at = |row: Option<usize>| row.and_then(|row| rows.iter().position(|shown| shown.row == row));
        let focused = document().active_element().and_then(|element| keys::row_of(&element));
        let focusable = [focused, wanted].into_iter().find_map(at).or(Some(0)).and_then(|at| rows.get(at)).map(|shown| shown.row);
        // The line that the link names and the one with the focus must be there from the start.
        let first = at(wanted).max(at(focused)).unwrap_or(0) + SLICE;
        let slice = {
            let (this, cells) = (self.clone(), cells.clone());
            move |slice: &[Row]| {
                let lines = slice.iter().flat_map(|shown| this.line(&cells, *shown, wanted, focusable));
                el("tbody").set("role", "rowgroup").all(lines.collect())
            }
        };
        latest.set(latest.get() + 1);
        let mut parts = vec![self.branches(&sheet)];
        if rows.is_empty() {
            parts.push(table);
            parts.push(with_text("p", "state", t.no_lines_fit));
            return parts;
        }
        let left = rows.len().saturating_sub(limit);
        let shown: Vec<Row> = rows.into_iter().take(limit).collect();
        let first = first.min(shown.len());
        let table = table.add(slice(&shown[..first]));
        if first < shown.len() {
            let (table, latest, mine) = (table.clone(), latest.clone(), latest.get());
            crate::ui::live::spawn(async move {
                for part in shown[first..].chunks(SLICE) {
                    next_task().await;
                    if latest.get() != mine {
                        return;
                    }
                    let _ = table.clone().add(slice(part));
                }
            });
        }
        parts.push(table);
        if left > 0 {
            let button = button("more", &fill(t.show_more_lines, &[&left.min(PAGE).to_string()]));
            parts.push(el("p").class("row").add(with_text("span", "quiet", &fill(t.lines_left, &[&left.to_string()]))).add(button));
        }
        parts.push(with_text("p", "quiet small", t.rounded_note));
        parts
    }

    fn branches(&self, sheet: &Sheet<'_>) -> El {
        let t = self.here.ctx.t;
        let row = el("p").class("row tight");
        let has_parts = sheet.table.lines.len() > sheet.tree.roots().len();
        if has_parts { row.add(button("open-all", t.open_all)).add(button("close-all", t.close_all)) } else { row }
    }

    fn head(&self, sheet: &Sheet<'_>, fields: &[Field]) -> El {
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

    fn line(&self, cells: &Cells, shown: Row, wanted: Option<usize>, focusable: Option<usize>) -> Vec<El> {
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

/// A button whose press is heard further up, by its `data-act`.
pub(super) fn button(act: &str, text: &str) -> El {
    with_text("button", "btn small", text).set("type", "button").set("data-act", act).set("data-key", act)
}

/// The id of the element of a line.
fn row_id(row: usize) -> String {
    format!("line-{row}")
}
