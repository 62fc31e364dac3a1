//! The table: a tree of lines that opens and closes, by pointer and by keyboard (ARIA tree grid with the focus on rows).

mod arrival;
mod body;
mod cells;
mod grid;
mod head;
mod keys;
mod kinds;
mod lines;

use crate::budget::Row;
use crate::check::short;
use crate::i18n::fill;
use crate::ui::pages::budget::buttons::ActButton;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::table::grid::{Grid, PAGE};
use crate::ui::pages::budget::table::head::{TableHead, table_class};
use crate::ui::pages::budget::table::lines::Lines;
use crate::ui::web::dom::built;
use leptos::html;
use leptos::prelude::*;

/// The table of one book and direction.
#[component]
pub(super) fn BudgetTable(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return ().into_any() };
    if sheet.table.lines.is_empty() {
        return view! { <p class="state">{t.no_lines}</p> }.into_any();
    }
    let grid = Grid::new(&here, index, &sheet);
    let table = NodeRef::<html::Table>::new();
    arrival::follow(&grid);
    body::follow(&grid, table);
    let (open, shown, fields, place) = (grid.open, grid.shown, grid.fields, here.place);
    let is_chosen = Memo::new(move |_| place.with(|place| !place.columns.is_empty()));
    let scope = sheet.table.scope.as_ref().map(|scope| {
        let scope = scope.to_string();
        view! { <span class="chip" lang=here.ctx.content_lang()>{scope}</span> }.into_any()
    });
    let all = sheet.table.lines.len().to_string();
    let count = move || fill(t.lines_shown, &[&shown.read().all.to_string(), &all]);
    let has_parts = sheet.table.lines.len() > sheet.tree.roots().len();
    let branches = has_parts.then(|| {
        view! {
            <ActButton act="open-all" press=move |()| open.update(|open| open.fill(true))>{t.open_all}</ActButton>
            <ActButton act="close-all" press=move |()| open.update(|open| open.fill(false))>{t.close_all}</ActButton>
        }
        .into_any()
    });
    let (restarts, limit) = (grid.restarts, grid.limit);
    let before = move || {
        let from = shown.read().from;
        (from > 0).then(|| {
            let words = fill(t.show_before, &[&from.to_string()]);
            let press = move |()| restarts.update(|restarts| *restarts += 1);
            // What the button says to somebody who can press it.
            let left = fill(t.lines_left, &[&from.to_string()]);
            view! { <p class="row"><span class="quiet on-paper">{left}</span><ActButton act="before" press>{words}</ActButton></p> }
                .into_any()
        })
    };
    let more = move || {
        let left = shown.read().left();
        (left > 0).then(|| {
            let words = fill(t.show_more_lines, &[&left.min(PAGE).to_string()]);
            let press = move |()| limit.update(|limit| *limit += PAGE);
            view! {
                <p class="row">
                    <span class="quiet">{fill(t.lines_left, &[&left.to_string()])}</span>
                    <ActButton act="more" press>{words}</ActButton>
                </p>
            }
            .into_any()
        })
    };
    let note = move || {
        if shown.read().all == 0 {
            view! { <p class="state">{t.no_lines_fit}</p> }.into_any()
        } else {
            view! { <p class="quiet small">{t.rounded_note}" "<span class="off-paper">{t.rounded_exact}</span></p> }.into_any()
        }
    };
    let (clicked, typed) = (grid.clone(), grid);
    // One element says how many lines there are and its words change, so that screen readers speak them.
    view! {
        <TableStatus index shown/>
        <div class="row tight">{scope}<span class="quiet" role="status">{count}</span>{branches}</div>
        <div class=move || if is_chosen.get() { "grid-frame" } else { "grid-frame fits" }>
            {before}
            <table
                node_ref=table
                class=move || table_class(fields.read().len(), is_chosen.get())
                role="treegrid"
                aria-label=here.table_name(sheet.table)
                aria-rowcount=move || (shown.read().all + 1).to_string()
                on:click=move |event| keys::click(&clicked, &event)
                on:keydown=move |event| keys::key(&typed, &event)
            >
                <TableHead index fields/>
            </table>
            {more}
            {note}
        </div>
    }
    .into_any()
}

/// What the link asks for and cannot be shown.
#[component]
fn TableStatus(
    /// Which table of the budget it is.
    index: usize,
    /// The lines that are shown.
    shown: Memo<grid::Shown>,
) -> impl IntoView {
    let here = use_budget();
    let (t, place, wanted) = (here.ctx.t, here.place, here.wanted);
    let note = move || {
        let words = match (wanted.get(), place.with(|place| place.line.clone())) {
            (None, Some(line)) => fill(t.line_gone, &[&short(line.as_str())]),
            (Some((table, _)), _) if table == index && shown.read().is_hidden => t.line_hidden.to_owned(),
            _ => return None,
        };
        Some(view! { <p class="note" role="status">{words}</p> }.into_any())
    };
    note.into_any()
}

/// A table on paper: all its lines, with a heading and nothing to press.
#[component]
pub(super) fn TableOnPaper(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let Some(sheet) = here.sheet(index) else { return ().into_any() };
    if sheet.table.lines.is_empty() {
        return view! { <p class="state">{t.no_lines}</p> }.into_any();
    }
    let grid = Grid::on_paper(&here, index, &sheet);
    let rows: Vec<Row> = grid.shown.with_untracked(|shown| shown.rows.clone());
    let class = table_class(grid.fields.with_untracked(Vec::len), false);
    let lines = untrack(|| Lines::new(&grid, &sheet, None, None));
    // Elements, as on the screen: a budget may have ten thousand lines of ten cells.
    let body = lines.body(&sheet, &rows);
    let is_rounded = body.element().text_content().is_some_and(|text| text.contains('≈'));
    let note = is_rounded.then(|| view! { <p class="quiet small">{t.rounded_note}</p> }.into_any());
    let frame = NodeRef::<html::Div>::new();
    frame.on_load(move |frame| lines.fit(&frame));
    view! {
        <h2>{here.table_name(sheet.table)}</h2>
        <div class="grid-frame" node_ref=frame>
            <table class=class role="treegrid" aria-label=here.table_name(sheet.table) aria-rowcount=(rows.len() + 1).to_string()>
                <TableHead index fields=grid.fields/>
                {built(vec![body])}
            </table>
            {note}
        </div>
    }
    .into_any()
}
