//! The table: a tree of lines that opens and closes, by pointer and by keyboard (ARIA tree grid with the focus on rows).

mod cells;
mod keys;

use super::controls::field_name;
use super::{Here, detail};
use crate::budget::{Chosen, Field, Row, Sheet, Sort, SortKey};
use crate::i18n::fill;
use crate::model::Role;
use crate::ui::navigation;
use crate::ui::parts::build_rest;
use cells::Cells;
pub(super) use cells::{percentage, signed};
use leptos::prelude::*;
use std::collections::BTreeSet;

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
    open: RwSignal<BTreeSet<usize>>,
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
    let t = here.ctx.t;
    if sheet.table.lines.is_empty() {
        return view! { <p class="state">{t.no_lines}</p> }.into_any();
    }
    let grid = Grid::new(here, index, &sheet);
    grid.mark_wanted();
    let title = sheet.table.title.as_ref().map_or(t.tables, |title| title.as_str()).to_owned();
    let scope =
        sheet.table.scope.as_ref().map(|scope| view! { <span class="chip" lang=here.ctx.content_lang()>{scope.to_string()}</span> });
    let (head, body, clicks, keys, shape, more, hidden) =
        (grid.clone(), grid.clone(), grid.clone(), grid.clone(), grid.clone(), grid.clone(), grid.clone());
    view! {
        {grid.gone()}
        {move || hidden.hidden()}
        <div class="row tight">{scope}{grid.count()}{grid.branches()}</div>
        <table
            class=move || shape.shape() role="treegrid" aria-label=title
            on:click=move |event| clicks.click(&event) on:keydown=move |event| keys.key(&event)
        >
            {move || head.head()}
            {move || body.body()}
        </table>
        {move || more.more()}
    }
    .into_any()
}

impl Grid {
    fn new(here: &Here, index: usize, sheet: &Sheet<'_>) -> Self {
        let all = 0..sheet.table.lines.len();
        let first: BTreeSet<usize> = if sheet.table.lines.len() <= ALL_OPEN {
            all.filter(|row| !sheet.tree.children(*row).is_empty()).collect()
        } else if let [only] = sheet.tree.roots() {
            BTreeSet::from([*only])
        } else {
            BTreeSet::new()
        };
        let open = RwSignal::new(first);
        let this = here.clone();
        let wanted = Memo::new(move |_| this.wanted().filter(|(table, _)| *table == index).map(|(_, row)| row));
        let this = here.clone();
        let rows = Memo::new(move |_| {
            let place = this.place.get();
            let chosen = Chosen { find: place.find.as_deref(), over: place.over, sort: place.sort };
            let open = open.read();
            this.sheet(index).map(|sheet| sheet.rows(chosen, |row| open.contains(&row))).unwrap_or_default()
        });
        Self { here: here.clone(), index, open, limit: RwSignal::new(PAGE), wanted, rows }
    }

    fn sheet(&self) -> Option<Sheet<'_>> {
        self.here.sheet(self.index)
    }

    /// Opens the branches above the line that the link names, and brings it into view.
    fn mark_wanted(&self) {
        let this = self.clone();
        Effect::new(move |_| {
            let (Some(row), Some(sheet)) = (this.wanted.get(), this.sheet()) else { return };
            let closed: Vec<usize> = sheet.tree.ancestors(row).filter(|above| !this.open.read_untracked().contains(above)).collect();
            if !closed.is_empty() {
                this.open.update(|open| open.extend(closed));
            }
            // A line far down may be beyond what is shown at first.
            if let Some(at) = this.rows.read_untracked().iter().position(|shown| shown.row == row).filter(|at| *at >= PAGE) {
                this.limit.set(at + PAGE);
            }
            let app = this.here.ctx.app;
            navigation::after_paint(move || {
                if let Some(element) = document().get_element_by_id(&row_id(row)) {
                    navigation::reveal(app, &element);
                }
            });
        });
    }

    /// A link to a line that is not there says so.
    fn gone(&self) -> impl IntoView + use<> {
        let (here, t) = (self.here.clone(), self.here.ctx.t);
        move || {
            let line = here.place.get().line?;
            here.wanted().is_none().then(|| {
                let line = crate::check::short(line.as_str());
                view! { <p class="note" role="status"><bdi>{fill(t.line_gone, &[&line])}</bdi></p> }
            })
        }
    }

    /// A link to a line that the choice of lines hides says so.
    fn hidden(&self) -> Option<AnyView> {
        let row = self.wanted.get()?;
        let place = self.here.place.get();
        let is_hidden = (place.find.is_some() || place.over.is_some()) && !self.rows.read().iter().any(|shown| shown.row == row);
        is_hidden.then(|| view! { <p class="note" role="status">{self.here.ctx.t.line_hidden}</p> }.into_any())
    }

    fn count(&self) -> impl IntoView + use<> {
        let (rows, t) = (self.rows, self.here.ctx.t);
        let all = self.sheet().map_or(0, |sheet| sheet.table.lines.len()).to_string();
        view! { <span class="quiet" role="status">{move || fill(t.lines_shown, &[&rows.read().len().to_string(), &all])}</span> }
    }

    fn branches(&self) -> Option<AnyView> {
        let sheet = self.sheet()?;
        let parents: BTreeSet<usize> = (0..sheet.table.lines.len()).filter(|row| !sheet.tree.children(*row).is_empty()).collect();
        let (open, t) = (self.open, self.here.ctx.t);
        (!parents.is_empty()).then(|| {
            view! {
                <button class="btn small" type="button" on:click=move |_| open.set(parents.clone())>{t.open_all}</button>
                <button class="btn small" type="button" on:click=move |_| open.set(BTreeSet::new())>{t.close_all}</button>
            }
            .into_any()
        })
    }

    /// The more columns there are, the sooner a narrow screen shows each line as a block of its own.
    fn shape(&self) -> &'static str {
        match self.sheet().map_or(0, |sheet| self.here.fields(&sheet).len()) {
            0..=2 => "figures few",
            3..=4 => "figures some",
            _ => "figures many",
        }
    }

    fn head(&self) -> Option<AnyView> {
        let sheet = self.sheet()?;
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
            let told = fill(t.sort_by, &[label]);
            view! { <th scope="col" role="columnheader" aria-sort=state><a href=href title=told>{label}<span aria-hidden="true">{sign}</span></a></th> }
        };
        let fields = self.here.fields(&sheet);
        let first = column(t.line, by_name, false);
        let rest: Vec<_> = fields.into_iter().map(|field| column(field_name(t, lang, field), SortKey::Field(field), true)).collect();
        Some(view! { <thead role="rowgroup"><tr role="row">{first}{rest}</tr></thead> }.into_any())
    }

    /// The lines, slice by slice: the first at once, the others in turns that let the browser answer.
    fn body(&self) -> AnyView {
        let rows = self.rows.read();
        let limit = self.limit.get();
        let Some(sheet) = self.sheet() else { return ().into_any() };
        let unit = self.here.unit(&sheet);
        let fields = self.here.fields(&sheet);
        let wanted = self.wanted.get();
        if rows.is_empty() {
            let span = (fields.len() + 1).to_string();
            return view! { <tbody role="rowgroup"><tr role="row"><td role="gridcell" class="state" colspan=span>{self.here.ctx.t.no_lines_fit}</td></tr></tbody> }.into_any();
        }
        let cells = Cells::new(&self.here, self.index, &sheet, unit, fields);
        let first = wanted.and_then(|row| rows.iter().position(|shown| shown.row == row)).unwrap_or(0) / SLICE;
        let slices: Vec<(Vec<Row>, RwSignal<bool>)> = rows
            .iter()
            .copied()
            .take(limit)
            .collect::<Vec<_>>()
            .chunks(SLICE)
            .enumerate()
            .map(|(at, slice)| (slice.to_vec(), RwSignal::new(at == 0 || at == first)))
            .collect();
        build_rest(slices.iter().map(|(_, is_built)| *is_built).collect());
        let focusable = wanted.or(rows.first().map(|first| first.row));
        let views = slices.into_iter().map(|(slice, is_built)| {
            let (grid, cells) = (self.clone(), cells.clone());
            view! {
                <tbody role="rowgroup">
                    {move || is_built.get().then(|| {
                        slice.iter().map(|shown| grid.line(&cells, *shown, wanted, focusable)).collect_view()
                    })}
                </tbody>
            }
        });
        views.collect_view().into_any()
    }

    fn line(&self, cells: &Cells, shown: Row, wanted: Option<usize>, focusable: Option<usize>) -> Option<AnyView> {
        let sheet = self.sheet()?;
        let line = sheet.line(shown.row)?;
        let t = self.here.ctx.t;
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
        let name = line.name.to_string();
        let twist = shown.open.map(|is_open| {
            let label = fill(if is_open { t.close_branch } else { t.open_branch }, &[&name]);
            view! { <button class="twist" type="button" tabindex="-1" aria-label=label>{if is_open { "▾" } else { "▸" }}</button> }
        });
        let of_which = (line.role == Some(Role::OfWhich)).then(|| view! { <span class="of">{t.of_which}</span>" " });
        let code = line.code.as_ref().map(|code| view! { " "<small class="code">{code.clone()}</small> });
        let href = self.here.line_href(line);
        let row = view! {
            <tr
                id=row_id(shown.row) class=class role="row" data-row=shown.row.to_string()
                tabindex=if focusable == Some(shown.row) { "0" } else { "-1" }
                attr:aria-level=(shown.depth + 1).to_string() aria-expanded=shown.open.map(|open| if open { "true" } else { "false" })
                aria-current=is_wanted.then_some("true")
            >
                <th scope="row" role="rowheader" lang=cells.lang.clone()>
                    <span class="cell-name">{twist}<span>{of_which}<a href=href tabindex="-1">{name}</a>{code}</span></span>
                </th>
                {cells.of(&sheet, shown.row)}
            </tr>
        };
        let detail = is_wanted.then(|| {
            let span = (cells.fields.len() + 1).to_string();
            view! { <tr class="detail" role="row"><td role="gridcell" colspan=span>{detail::card(&self.here, self.index, shown.row)}</td></tr> }
        });
        Some(view! { {row}{detail} }.into_any())
    }

    fn more(&self) -> Option<AnyView> {
        let (limit, t) = (self.limit, self.here.ctx.t);
        let left = self.rows.read().len().checked_sub(limit.get()).filter(|left| *left > 0)?;
        let next = left.min(PAGE).to_string();
        Some(
            view! {
                <p class="row">
                    <span class="quiet">{fill(t.lines_left, &[&left.to_string()])}</span>
                    <button class="btn" type="button" on:click=move |_| limit.update(|limit| *limit += PAGE)>{fill(t.show_more_lines, &[&next])}</button>
                </p>
            }
            .into_any(),
        )
    }
}

/// The id of the element of a line.
fn row_id(row: usize) -> String {
    format!("line-{row}")
}

/// The label of a cell, for the screens that have no room for a head.
fn label(here: &Here, field: Field) -> &'static str {
    field_name(here.ctx.t, here.ctx.lang, field)
}
