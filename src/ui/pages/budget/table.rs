//! The table: a tree of lines that opens and closes, by pointer and by keyboard (ARIA tree grid with the focus on rows).

mod cells;
mod keys;
mod lines;

use crate::budget::{Chosen, Row, Sheet, Sort};
use crate::i18n::fill;
use crate::model::Decimal;
use crate::ui::actions::navigation;
use crate::ui::pages::budget::Here;
use crate::ui::pages::budget::table::cells::Cells;
pub(super) use crate::ui::pages::budget::table::cells::{percentage, signed};
use crate::ui::web::dom::{El, el, rebuilt, with_text};
use crate::ui::web::timing;
use crate::ui::web::timing::next_task;
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;
use wasm_bindgen::JsCast;

/// So many lines are built before anything else: more than a screen of them would keep a keystroke from being answered.
const FIRST: usize = 20;
/// So many more are built in one go.
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
    /// The place of the first line shown among those to show.
    from: RwSignal<usize>,
    /// How many lines are shown at most.
    limit: RwSignal<usize>,
    /// The line that the link names.
    wanted: Memo<Option<usize>>,
    /// The lines to show.
    rows: Memo<Vec<Row>>,
}

/// What was built last: by which choice, for which line, of how many lines, and how many are shown.
#[derive(Default)]
struct Built {
    choice: (Option<String>, Option<Decimal>, Option<Sort>),
    wanted: Option<usize>,
    lines: usize,
    count: usize,
}

/// The table of one book and direction.
pub(super) fn section(here: &Here, index: usize) -> Vec<El> {
    let Some(sheet) = here.sheet(index) else { return Vec::new() };
    if sheet.table.lines.is_empty() {
        return vec![with_text("p", "state", here.ctx.t.no_lines)];
    }
    let grid = Grid::new(here, index, &sheet);
    grid.mark_wanted();
    let (clicks, keys, status, shown) = (grid.clone(), grid.clone(), grid.clone(), grid);
    // Which building of the table is the latest; an older one stops, and so does the last when the page is left.
    let latest = Arc::new(AtomicU32::new(0));
    let ended = latest.clone();
    on_cleanup(move || {
        ended.fetch_add(1, Relaxed);
    });
    let built = Cell::new(Built::default());
    if here.is_paper {
        // No words that change and nothing to press: a heading, and the lines.
        let name = with_text("h2", "", &here.table_name(sheet.table));
        return vec![name, el("div").class("grid-frame").follow(Box::new(move || shown.table(&latest, &built)))];
    }
    let scope = sheet.table.scope.as_ref().map(|scope| with_text("span", "chip", scope).lang(&here.ctx.content_lang()));
    let (rows, t, all) = (status.rows, here.ctx.t, sheet.table.lines.len().to_string());
    let status = rebuilt(Box::new(move || status.status()));
    // One element whose words change, so that screen readers tell them.
    let count = el("span").class("quiet").set("role", "status");
    let counted = count.clone();
    crate::ui::web::task::effect(move || counted.say(&fill(t.lines_shown, &[&rows.read().len().to_string(), &all])));
    let table = rebuilt(Box::new(move || shown.table(&latest, &built)));
    let frame = el("div").class("grid-frame").on("click", Box::new(move |event| clicks.click(&event)));
    let frame = frame.on("keydown", Box::new(move |event| keys.key(event.unchecked_ref())));
    vec![status, el("div").class("row tight").maybe(scope).add(count), frame.add(table)]
}

impl Grid {
    fn new(here: &Here, index: usize, sheet: &Sheet<'_>) -> Self {
        // Of a long table only the parts of its one line at the top are shown at first, if there is but one.
        let lines = sheet.table.lines.len();
        let first: Vec<bool> = (0..lines).map(|row| here.is_paper || lines <= ALL_OPEN || sheet.tree.roots() == [row]).collect();
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
        Self {
            here: here.clone(),
            index,
            open,
            from: RwSignal::new(0),
            limit: RwSignal::new(if here.is_paper { lines } else { PAGE }),
            wanted,
            rows,
        }
    }

    fn sheet(&self) -> Option<Sheet<'_>> {
        self.here.sheet(self.index)
    }

    /// Opens the branches above the line that the link names, and brings it into view; on following a link to it, it gets the focus.
    fn mark_wanted(&self) {
        let this = self.clone();
        let mut before = None;
        let mut is_first = true;
        crate::ui::web::task::effect(move || {
            let wanted = this.wanted.get();
            let stay = this.here.stay.get_value();
            this.here.stay.set_value(false);
            let (is_arrival, left) = (std::mem::take(&mut is_first), std::mem::replace(&mut before, wanted));
            let (Some(row), Some(sheet)) = (wanted, this.sheet()) else {
                // A card that was closed leaves the focus at its line.
                if let Some(row) = left {
                    timing::after_paint(move || keys::focus_row(row));
                }
                return;
            };
            if sheet.tree.ancestors(row).any(|above| !this.open.read_untracked()[above]) {
                this.open.update(|open| sheet.tree.ancestors(row).for_each(|above| open[above] = true));
            }
            let app = this.here.ctx.app;
            if stay {
                return;
            }
            timing::after_paint(move || {
                if let Some(element) = document().get_element_by_id(&row_id(row)) {
                    if !is_arrival {
                        keys::focus(&element);
                    }
                    navigation::reveal(app, &element);
                }
            });
        });
    }

    /// What the link asks for and cannot be shown.
    fn status(&self) -> Vec<El> {
        let t = self.here.ctx.t;
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
        parts
    }

    /// The table: the first lines at once, the others in turns that let the browser answer.
    fn table(&self, latest: &Arc<AtomicU32>, built: &Cell<Built>) -> Vec<El> {
        let t = self.here.ctx.t;
        let Some(sheet) = self.sheet() else { return Vec::new() };
        let rows = self.rows.get();
        let (limit, wanted) = (self.limit.get(), self.wanted.get());
        let fields = self.here.fields(&sheet);
        let place = self.here.place.get();
        // Other lines, or another order, are shown from their beginning, unless the link names one of them.
        let choice = (place.find, place.over, place.sort);
        let before = built.take();
        let is_same = before.choice == choice;
        let mut from = if is_same { self.from.get() } else { 0 };
        // A line far down that a link has just named is shown with those around it.
        if let Some(row) = wanted.filter(|_| before.wanted != wanted)
            && let Some(at) = rows.iter().position(|shown| shown.row == row)
            && !(from..from + limit).contains(&at)
        {
            from = at.saturating_sub(SLICE);
        }
        if from != self.from.get() {
            self.from.set(from);
        }
        let from = if from < rows.len() { from } else { 0 };
        let shown: Vec<Row> = rows.iter().copied().skip(from).take(limit).collect();

        // The more columns there are, the sooner a narrow screen shows each line as a block of its own.
        let class = match fields.len() {
            0..=2 => "figures few",
            3..=5 => "figures",
            _ => "figures many",
        };
        let table = el("table")
            .class(class)
            .set("role", "treegrid")
            .set("aria-label", &self.here.table_name(sheet.table))
            .set("aria-rowcount", &(rows.len() + 1).to_string())
            .add(self.head(&sheet, &fields));
        let cells = Cells::new(&self.here, self.index, &sheet, fields);
        let at = |row: Option<usize>| row.and_then(|row| shown.iter().position(|shown| shown.row == row));
        let focused = document().active_element().and_then(|element| keys::row_of(&element));
        let focusable = [focused, wanted].into_iter().find_map(at).or(Some(0)).and_then(|at| shown.get(at)).map(|shown| shown.row);
        // From the start: the line that the link names, the one with the focus, and, but for a filter, all down to what is in view: a table that
        // becomes short for a moment makes the browser jump.
        let mut first = at(wanted).max(at(focused)).unwrap_or(0) + FIRST;
        if before.lines == rows.len() || is_same {
            first = first.max(down_to_view(before.count));
        }
        let first = if self.here.is_paper { shown.len() } else { first.min(shown.len()) };
        built.set(Built { choice, wanted, lines: rows.len(), count: shown.len() });
        let slice = {
            let (this, cells) = (self.clone(), cells.clone());
            move |slice: &[Row]| {
                let lines = slice.iter().flat_map(|shown| this.line(&cells, *shown, wanted, focusable));
                el("tbody").set("role", "rowgroup").all(lines.collect())
            }
        };
        let mine = latest.fetch_add(1, Relaxed) + 1;
        let mut parts = vec![self.branches(&sheet)];
        if rows.is_empty() {
            parts.push(table);
            parts.push(with_text("p", "state", t.no_lines_fit));
            return parts;
        }
        if from > 0 {
            parts.push(el("p").class("row").add(act_button("before", &fill(t.show_before, &[&from.to_string()]))));
        }
        let left = rows.len() - from - shown.len();
        let table = table.add(slice(&shown[..first]));
        if first < shown.len() {
            let (table, latest) = (table.clone(), latest.clone());
            crate::ui::web::task::spawn(async move {
                for part in shown[first..].chunks(SLICE) {
                    next_task().await;
                    if latest.load(Relaxed) != mine {
                        return;
                    }
                    let _ = table.clone().add(slice(part));
                }
            });
        }
        parts.push(table);
        if left > 0 {
            let button = act_button("more", &fill(t.show_more_lines, &[&left.min(PAGE).to_string()]));
            parts.push(el("p").class("row").add(with_text("span", "quiet", &fill(t.lines_left, &[&left.to_string()]))).add(button));
        }
        parts.push(with_text("p", "quiet small", t.rounded_note));
        parts
    }

    fn branches(&self, sheet: &Sheet<'_>) -> El {
        let t = self.here.ctx.t;
        let row = el("p").class("row tight");
        let has_parts = sheet.table.lines.len() > sheet.tree.roots().len();
        if has_parts { row.add(act_button("open-all", t.open_all)).add(act_button("close-all", t.close_all)) } else { row }
    }
}

/// A button whose press is heard further up, by its `data-act`.
pub(super) fn act_button(act: &str, text: &str) -> El {
    with_text("button", "btn small", text).set("type", "button").set("data-act", act).set("data-key", act)
}

/// How many of the table's lines reach down to the lower edge of the window.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an estimate from pixels")]
fn down_to_view(lines: usize) -> usize {
    let Some(table) = document().query_selector(".figures").ok().flatten().map(|table| table.get_bounding_client_rect()) else { return 0 };
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let part = ((height - table.top()) / table.height().max(1.0)).clamp(0.0, 1.0);
    FIRST + (lines as f64 * part) as usize
}

/// The id of the element of a line.
fn row_id(row: usize) -> String {
    format!("line-{row}")
}
