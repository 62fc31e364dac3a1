//! What a reader does with sessions that are kept in this browser.

use crate::ui::actions::open;
use crate::ui::actions::save::save;
use crate::ui::data::library::{Kept, Row, mark, refresh};
use crate::ui::data::{edits, originals, sessions};
use crate::ui::state::{App, Origin};
use crate::ui::web::database::{self, Trouble};
use crate::write::clean;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Opens a copy that is kept, also where the archive has a session with that id.
pub fn open_kept(app: App, row: &Rc<Row>) {
    app.asked.update_value(|asked| *asked += 1);
    let asked = app.asked.get_value();
    bytes(
        app,
        row,
        Box::new(move |row, bytes| {
            spawn_local(async move {
                match sessions::open(bytes, row.origin(), None, Rc::new(|_| ())).await {
                    Ok(opened) if app.asked.get_value() == asked => {
                        mark(app, &row.key, &Kept::Yes);
                        open::show(app, opened);
                    }
                    Ok(_) => {}
                    Err(failure) => app.announce(&failure.sentence(app.lang.get_untracked())),
                }
            });
        }),
    );
}

/// Saves a copy that is kept as a file, byte for byte.
pub fn export(app: App, row: &Rc<Row>) {
    bytes(
        app,
        row,
        Box::new(move |row, bytes| {
            // The session of a page that held several has the page's name.
            let name = match row.origin() {
                Origin::Local(name) if name.rsplit_once('.').is_some_and(|(_, kind)| kind == "json") => name,
                _ => format!("{}.json", clean(&row.title)),
            };
            save(app, &name, "application/json", &bytes);
        }),
    );
}

/// Does something with the bytes of a copy; where there are none, the reader is told.
fn bytes(app: App, row: &Rc<Row>, run: Box<dyn FnOnce(Rc<Row>, Vec<u8>)>) {
    let row = row.clone();
    spawn_local(async move {
        let trouble = match database::find(&row.key).await {
            Ok(Some((_, bytes))) => return run(row, bytes),
            Ok(None) => Trouble::Gone,
            Err(trouble) => trouble,
        };
        app.announce(&trouble.sentence(app.lang.get_untracked()));
        refresh(app);
    });
}

/// Removes one, or all.
pub fn remove(app: App, key: Option<String>) {
    spawn_local(async move {
        let lang = app.lang.get_untracked();
        match database::remove(key.as_deref()).await {
            Ok(()) => {
                if let Some(key) = &key {
                    edits::forget(key).await;
                    originals::forget(key).await;
                }
                app.announce(lang.texts().library_removed);
            }
            Err(trouble) => app.announce(&trouble.sentence(lang)),
        }
        refresh(app);
    });
}
