//! Taking the data away: CSV for Excel, a Fiscal Data Package for programs.

use crate::ui::actions::save::save;
use crate::ui::actions::workbook::{save_table, typed};
use crate::ui::components::sheet_note::SheetNote;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use crate::write;
use leptos::prelude::*;

/// The files of the table shown.
#[component]
pub(super) fn TakeAway(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let (of_package, of_workbook) = (here.clone(), here.clone());
    let sheet = Callback::new({
        let here = here.clone();
        move |()| table_csv(&here, index).unwrap_or_default()
    });
    let sheets = vec![(here.sheet(index).map(|sheet| here.table_name(sheet.table)).unwrap_or_default(), sheet)];
    let lang = here.ctx.lang;
    let save_csv = move |_| {
        let (session, app) = (here.ctx.session(), here.ctx.app);
        if let (Some(sheet), Some(text)) = (here.sheet(index), table_csv(&here, index)) {
            save(app, &write::file_name(session, sheet.budget, Some(sheet.table), "csv"), "text/csv;charset=utf-8", text.as_bytes());
        }
    };
    let save_workbook = move |_| {
        let ctx = &of_workbook.ctx;
        if let Some(sheet) = of_workbook.sheet(index) {
            let name = write::file_name(ctx.session(), sheet.budget, Some(sheet.table), "xlsx");
            let rows = write::budget::with_rows(ctx.lang, ctx.session(), sheet.budget, sheet.table, typed);
            save_table(ctx.app, name, &of_workbook.table_name(sheet.table), rows);
        }
    };
    let save_package = move |_| {
        let (session, app) = (of_package.ctx.session(), of_package.ctx.app);
        // In the page's memory of 4 GiB nothing can be too large for a ZIP file.
        if let Some(budget) = of_package.budget()
            && let Ok(bytes) = write::package::package(session, budget, None)
        {
            save(app, &write::file_name(session, budget, None, "zip"), "application/zip", &bytes);
        }
    };
    view! {
        <section class="take">
            <h2>{t.take_away}</h2>
            <p class="row">
                <button class="btn small" type="button" on:click=save_workbook>{t.save_xlsx}</button>
                <button class="btn small" type="button" on:click=save_csv>{t.save_csv}</button>
                <button class="btn small" type="button" on:click=save_package>{t.save_package}</button>
            </p>
            <p class="quiet small">{t.take_away_note}</p>
            <SheetNote lang sheets/>
        </section>
    }
    .into_any()
}

/// A table of the budget as a file for spreadsheets.
fn table_csv(here: &BudgetCtx, index: usize) -> Option<String> {
    let sheet = here.sheet(index)?;
    Some(write::budget::table_csv(here.ctx.lang, here.ctx.session(), sheet.budget, sheet.table))
}
