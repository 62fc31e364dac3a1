//! Taking the data away: CSV for Excel, a Fiscal Data Package for programs.

use crate::ui::actions::save::save;
use crate::ui::pages::budget::ctx::use_budget;
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
    let of_package = here.clone();
    let save_csv = move |_| {
        let (session, lang, app) = (here.ctx.session(), here.ctx.lang, here.ctx.app);
        if let Some(sheet) = here.sheet(index) {
            let text = write::budget::table_csv(lang, session, sheet.budget, sheet.table);
            save(app, &write::file_name(session, sheet.budget, Some(sheet.table), "csv"), "text/csv;charset=utf-8", text.as_bytes());
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
                <button class="btn small" type="button" on:click=save_csv>{t.save_csv}</button>
                <button class="btn small" type="button" on:click=save_package>{t.save_package}</button>
            </p>
            <p class="quiet small">{t.take_away_note}</p>
        </section>
    }
    .into_any()
}
