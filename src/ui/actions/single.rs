//! Saving sessions as one HTML file that opens by double-click.

use crate::archive::{CATALOGUE, catalogue, entry, session_path, text};
use crate::i18n::fill;
use crate::model::SessionId;
use crate::ui::actions::save::is_saved;
use crate::ui::data::sessions;
use crate::ui::state::{App, LoadedSession, Origin};
use crate::ui::web::address::resolved;
use crate::ui::web::embedded;
use crate::ui::web::gzip::gzip;
use crate::write::session_file_name;
use crate::write::single::{Part, Weight, single};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Saves one session as one file.
pub fn save_single(app: App, opened: &Arc<LoadedSession>) {
    save_all(app, vec![opened.clone()]);
}

/// Saves sessions of the archive as one file; the first gives the file its name.
pub fn save_several(app: App, ids: Vec<SessionId>) {
    spawn_local(async move {
        let mut all = Vec::new();
        for id in &ids {
            match sessions::fetch_cached(app, id).await {
                Some(opened) => all.push(opened),
                None => return app.announce(&fill(app.lang.get_untracked().texts().single_missing, &[id.as_str()])),
            }
        }
        save_all(app, all);
    });
}

fn save_all(app: App, sessions: Vec<Arc<LoadedSession>>) {
    let t = app.lang.get_untracked().texts();
    app.announce(t.single_busy);
    spawn_local(async move {
        let template = match embedded::template() {
            Some(template) => Ok(template),
            None => sessions::program().await,
        };
        let page = match template {
            Ok(template) => page(&template, &sessions).await,
            Err(_) => None,
        };
        match page {
            Some(page) => {
                let weight = Weight::of(page.len());
                let said = match weight {
                    Weight::Fine => t.single_saved,
                    Weight::Large => t.single_large,
                    Weight::TooLarge => t.single_too_large,
                };
                if weight == Weight::TooLarge || is_saved(app, &file_name(&sessions), "text/html", page.as_bytes()) {
                    app.announce(said);
                }
            }
            None => app.announce(t.single_no_program),
        }
    });
}

/// The page that holds the sessions, or nothing where the template is no page of ours.
async fn page(template: &str, sessions: &[Arc<LoadedSession>]) -> Option<String> {
    let entries: Vec<_> = sessions.iter().map(|opened| entry(&opened.session, opened.bytes.len() as u64)).collect();
    let mut files = vec![(CATALOGUE.to_owned(), text(&catalogue(&entries)).into_bytes())];
    files.extend(sessions.iter().map(|opened| (session_path(&opened.session.id), opened.bytes.clone())));
    let mut parts = Vec::new();
    for (name, plain) in files {
        parts.push(match gzip(&plain).await {
            Ok(bytes) => Part { name, bytes, is_gzip: true },
            // An old browser cannot pack; the file is larger then.
            Err(_) => Part { name, bytes: plain, is_gzip: false },
        });
    }
    let all: Vec<_> = sessions.iter().map(|opened| &opened.session).collect();
    // Others find only what is in an archive at that address.
    let is_public = sessions.iter().all(|opened| opened.origin == Origin::Archive);
    single(template, &all, &parts, &resolved("./").filter(|_| is_public).unwrap_or_default())
}

fn file_name(sessions: &[Arc<LoadedSession>]) -> String {
    sessions.first().map(|opened| session_file_name(&opened.session, "", "html")).unwrap_or_default()
}
