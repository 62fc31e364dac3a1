//! Taking the data away: CSV for Excel, a Fiscal Data Package for programs.

use super::Here;
use crate::ui::dom::{El, button, el, with_text};
use crate::ui::save::save;
use crate::write;

/// The files of the table shown.
pub(super) fn section(here: &Here, index: usize) -> El {
    let t = here.ctx.t;
    let (csv, package) = (here.clone(), here.clone());
    let save_csv = move |_| {
        let (session, lang, app) = (csv.ctx.session(), csv.ctx.lang, csv.ctx.app);
        if let Some(sheet) = csv.sheet(index) {
            let text = write::budget::table_csv(lang, session, sheet.budget, sheet.table);
            save(app, &write::file_name(session, sheet.budget, Some(sheet.table), "csv"), "text/csv;charset=utf-8", text.as_bytes());
        }
    };
    let save_package = move |_| {
        let (session, app) = (package.ctx.session(), package.ctx.app);
        // In the page's memory of 4 GiB nothing can be too large for a ZIP file.
        if let Some(budget) = package.budget()
            && let Ok(bytes) = write::package::package(session, budget, None)
        {
            save(app, &write::file_name(session, budget, None, "zip"), "application/zip", &bytes);
        }
    };
    let csv = button("btn small", t.save_csv, Box::new(save_csv));
    let package = button("btn small", t.save_package, Box::new(save_package));
    let row = el("p").class("row").add(csv).add(package);
    let section = el("section").class("take").add(with_text("h2", "", t.take_away)).add(row);
    section.add(with_text("p", "quiet small", t.take_away_note))
}
