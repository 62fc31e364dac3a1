//! Taking a session away as a workbook, and the empty one to fill in: written by a program of its own.

use crate::drafting::{Answer, Ask};
use crate::i18n::Foreign;
use crate::ui::actions::save::is_saved;
use crate::ui::state::{App, LoadedSession};
use crate::ui::web::reader::{Program, Trouble};
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
    save(app, name, String::from_utf8(opened.bytes.clone()).ok());
}

/// Saves the empty workbook, with an example.
pub fn save_template(app: App) {
    let name = format!("{}.xlsx", Foreign::of(app.lang.get_untracked()).foreign_template_name);
    save(app, name, None);
}

fn save(app: App, name: String, session: Option<String>) {
    let lang = app.lang.get_untracked();
    let words = Foreign::of(lang);
    app.announce(words.foreign_writing);
    let ask = Ask::Workbook { lang: lang.tag().to_owned(), session };
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
