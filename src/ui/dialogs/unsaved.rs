//! The dialog of a file that this browser does not save, which is said nowhere else: what to do instead.

use crate::i18n::{Take, fill};
use crate::ui::actions::clipboard;
use crate::ui::components::modal::Modal;
use crate::ui::state::{App, Dialog, Load, Origin, Unsaved};
use crate::ui::web::download::save_bytes;
use crate::ui::web::{address, sheet};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Says that a file was not saved, and offers the ways that are left: a real browser, the share sheet, the clipboard, the picture itself.
#[component]
pub fn UnsavedDialog(
    /// The file.
    file: Arc<Unsaved>,
) -> impl IntoView {
    let app = App::current();
    let lang = app.lang.get_untracked();
    let (t, words) = (lang.texts(), Take::of(lang));
    let picture = (file.kind == "image/png").then(|| {
        let address = format!("data:image/png;base64,{}", BASE64_STANDARD.encode(&file.bytes));
        view! { <p>{words.unsaved_hold}</p><img src=address alt=file.name.clone()/> }.into_any()
    });
    let link = link(app);
    let browser = if link.is_some() { words.unsaved_browser } else { words.unsaved_own };
    let link = link.map(|link| {
        let copy = move |_| clipboard::copy(app, &link, t.copied_link);
        view! { <button class="btn primary" type="button" on:click=copy>{t.copy_link}</button> }.into_any()
    });
    let shared = sheet::file(&file.name, file.kind, &file.bytes).map(|data| {
        let share = move |_| {
            let data = data.clone();
            spawn_local(async move {
                if !sheet::open(&data).await {
                    app.announce(t.save_failed);
                }
            });
        };
        view! { <button class="btn" type="button" on:click=share>{words.unsaved_share}</button> }.into_any()
    });
    let text = file.clone();
    let text = text_of(&file).then(|| {
        let copy = move |_| clipboard::copy(app, String::from_utf8_lossy(&text.bytes).trim_start_matches('\u{feff}'), t.copied);
        view! { <button class="btn" type="button" on:click=copy>{words.unsaved_copy}</button> }.into_any()
    });
    let about = fill(words.unsaved_about, &[&file.name]);
    let save = move |_| {
        if save_bytes(&file.name, file.kind, &file.bytes).is_err() {
            app.announce(t.save_failed);
        }
    };
    view! {
        <Modal title=words.unsaved_title on_close=move |()| app.dialog.set(Dialog::Closed)>
            <p><bdi>{about}</bdi></p>
            <p>{browser}</p>
            <p class="row">{link}{shared}{text}<button class="btn" type="button" on:click=save>{words.unsaved_try}</button></p>
            {picture}
        </Modal>
    }
    .into_any()
}

/// The link to the place; none where nobody can open it elsewhere.
fn link(app: App) -> Option<String> {
    let is_elsewhere = match &*app.session.read_untracked() {
        Load::Ready(opened) => !matches!(opened.origin, Origin::Local(_) | Origin::Pasted),
        _ => false,
    };
    is_elsewhere.then(address::here)?
}

/// Whether a file is worth copying as text. A page of its own is not: nobody reads it so.
fn text_of(file: &Unsaved) -> bool {
    let is = |kinds: &[&str]| kinds.iter().any(|kind| file.kind.starts_with(kind));
    is(&["text/", "application/json", "image/svg"]) && !is(&["text/html"])
}
