//! Taking a session or a table away as a workbook, and the empty one to fill in: written by a program of its own.

use crate::drafting::{Answer, Ask, TableCell};
use crate::i18n::Foreign;
use crate::ui::actions::save::is_saved;
use crate::ui::state::{App, LoadedSession};
use crate::ui::web::reader::{Program, Trouble};
use crate::write::csv::Cell;
use crate::write::session_file_name;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Saves a session as a workbook.
pub fn save_workbook(app: App, opened: &Arc<LoadedSession>) {
    let name = session_file_name(&opened.session, "", "xlsx");
    save(app, name, Ask::Workbook { lang: tag(app), session: String::from_utf8(opened.bytes.clone()).ok() });
}

/// Saves the empty workbook, with an example.
pub fn save_template(app: App) {
    let name = format!("{}.xlsx", Foreign::of(app.lang.get_untracked()).foreign_template_name);
    save(app, name, Ask::Workbook { lang: tag(app), session: None });
}

/// Saves a table under the name of the file; what it is called stands on its sheet.
pub fn save_table(app: App, name: String, called: &str, rows: Vec<Vec<TableCell>>) {
    save(app, name, Ask::Table { name: called.to_owned(), rows });
}

/// Rows for [`save_table`].
pub fn typed(rows: &[Vec<Cell<'_>>]) -> Vec<Vec<TableCell>> {
    rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

fn cell(cell: &Cell<'_>) -> TableCell {
    match cell {
        Cell::Text(text) => TableCell::Text((*text).to_owned()),
        Cell::Number(number) => TableCell::Number(number.to_string()),
        Cell::Blank => TableCell::Blank,
    }
}

fn tag(app: App) -> String {
    app.lang.get_untracked().tag().to_owned()
}

fn save(app: App, name: String, ask: Ask) {
    let words = Foreign::of(app.lang.get_untracked());
    app.announce(words.foreign_writing);
    spawn_local(async move {
        match written(&ask).await {
            Ok(bytes) => {
                if is_saved(app, &name, KIND, &bytes) {
                    app.announce(words.foreign_written);
                }
            }
            Err(Trouble::Absent) => app.announce(words.foreign_absent),
            Err(_) => app.announce(words.foreign_unreached),
        }
    });
}

async fn written(ask: &Ask) -> Result<Vec<u8>, Trouble> {
    let program = Program::start("writer").await?;
    let answer = program.ask(ask, None).await;
    program.end();
    match answer? {
        Answer::File(text) => BASE64_STANDARD.decode(text).map_err(|_| Trouble::Died),
        _ => Err(Trouble::Died),
    }
}
