//! Which lines of the budgets moved most: bars to either side, and the same as a file.

use crate::budget::{grouped, unit};
use crate::digest::compare::{Change, Lines, Mover, Row, figure, movers};
use crate::i18n::{Beyond, Lists, fill, labels, money};
use crate::model::Unit;
use crate::route::{BudgetPlace, Place};
use crate::ui::actions::save::save;
use crate::ui::actions::workbook::{save_table, typed};
use crate::ui::components::layout::Section;
use crate::ui::pages::across::pieces::{name, to_in};
use crate::ui::state::Ctx;
use crate::write::compare::with_movers;
use crate::write::csv::csv;
use leptos::prelude::*;

/// So many are shown.
const MOST: usize = 6;

/// The section; nothing where no figure of both sessions differs.
pub fn section(of: &[Ctx; 2], lines: &[Lines<'_>]) -> Option<AnyView> {
    let found = movers(lines, MOST);
    if found.is_empty() {
        return None;
    }
    let (ctx, l) = (&of[1], Lists::of(of[1].lang));
    let rows = found.iter().filter_map(|mover| row(of, mover)).collect::<Vec<_>>();
    let sessions = [of[0].session(), of[1].session()];
    let (csv, cells) = with_movers(ctx.lang, sessions, lines, |rows| (csv(rows), typed(rows)));
    let (app, file) = (ctx.app, format!("{}-{}", sessions[0].id, sessions[1].id));
    let of_workbook = file.clone();
    let save_workbook = move |_| save_table(app, format!("{of_workbook}.xlsx"), l.movers, cells.clone());
    let save_csv = move |_| save(app, &format!("{file}.csv"), "text/csv;charset=utf-8", csv.as_bytes());
    let view = view! {
        <Section heading=l.movers>
            <p class="quiet">{l.movers_about}</p>
            <ol class="movers">{rows}</ol>
            <p class="row">
                <button class="btn small" type="button" on:click=save_workbook>{l.movers_xlsx}</button>
                <button class="btn small" type="button" on:click=save_csv>{l.movers_csv}</button>
            </p>
        </Section>
    };
    Some(view.into_any())
}

fn row(of: &[Ctx; 2], mover: &Mover<'_, '_>) -> Option<AnyView> {
    let ctx = &of[1];
    let (words, lang) = (Beyond::of(ctx.lang), ctx.lang);
    let (a, b) = (mover.lines.a?, mover.lines.b?);
    let place = BudgetPlace { line: Some(b.line.id.clone()), ..BudgetPlace::new(b.budget.id.clone()) };
    let (before, after) = (amount(ctx, a)?, amount(ctx, b)?);
    let is_down = mover.difference.mantissa < 0;
    let plain = if is_down { mover.difference.negated()? } else { mover.difference };
    let by = fill(if is_down { words.compare_down } else { words.compare_up }, &[&money::amount(lang, plain, Unit::Yuan)]);
    let percent = match &mover.lines.change {
        Change::By { percent: Some(percent), .. } => format!(" {}{}%", if is_down { "" } else { "+" }, grouped(*percent)),
        _ => String::new(),
    };
    let book = b.table.book.map_or("", |book| labels::book(lang, book));
    let years = format!("{} → {}", name(lang, of[0].session()), name(lang, ctx.session()));
    // A tenth of a percent of the half that the bar has.
    let width = format!("{}.{}%", mover.permille / 20, mover.permille % 20 / 2);
    let class = if is_down { "down" } else { "up" };
    let view = view! {
        <li>
            <span class="of">{to_in(ctx.content_lang(), ctx.href(Place::Budget(Box::new(place))), &b.line.name)}" "<small class="quiet">{book}</small></span>
            <span class="num" title=years>{before}" → "{after}</span>
            <span class="both-ways" aria-hidden="true"><i class=class style:width=width></i></span>
            <span class="by">{by}{percent}</span>
        </li>
    };
    Some(view.into_any())
}

/// The figure that stands for a line, as one says it.
fn amount(ctx: &Ctx, row: Row<'_>) -> Option<String> {
    let (_, figure) = figure(row.line)?;
    Some(money::amount(ctx.lang, figure, unit(row.budget, row.table, row.line)))
}
