//! The dialog that opens a file, an address or pasted text, and says what went wrong.

use crate::i18n::{Lang, Texts};
use crate::route::{Door, Place, Route};
use crate::ui::actions::local::{open_file, open_pasted, stop_reading};
use crate::ui::actions::navigation;
use crate::ui::components::states::progress_words;
use crate::ui::state;
use crate::ui::state::failure::Failure;
use crate::ui::state::{App, Progress};
use crate::ui::web::dom::{El, button, el, with_text};
use crate::ui::web::embedded::template;
use crate::ui::web::task::effect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlTextAreaElement};

/// Shown while [`App::dialog`] is set. Escape and the close button close it; focus goes back to where it was.
pub fn open_dialog(app: App) -> El {
    let dialog = el("dialog").class("sheet").set("aria-labelledby", "open-title");
    let shown = dialog.clone();
    effect(move || {
        let is_wanted = app.dialog.with(|dialog| *dialog != state::Dialog::Closed);
        let dialog: &HtmlDialogElement = shown.element().unchecked_ref();
        if dialog.open() != is_wanted {
            if is_wanted {
                let _ = dialog.show_modal();
            } else {
                dialog.close();
            }
        }
    });
    let closed = dialog.clone();
    let close = move |_| {
        // The browser tells that it was closed a moment later; by then it may have been opened again, to say what went wrong.
        if closed.element().unchecked_ref::<HtmlDialogElement>().open() {
            return;
        }
        // Escape is meant for what the dialog shows: a file that is still being read.
        if app.dialog.with_untracked(|dialog| matches!(dialog, state::Dialog::Busy(_))) {
            stop_reading(app);
        }
        app.dialog.set(state::Dialog::Closed);
    };
    let dialog = dialog.on("close", Box::new(close));
    dialog.follow(Box::new(move || {
        let t = app.texts();
        let close = button("btn", t.close, Box::new(move |_| app.dialog.set(state::Dialog::Closed)));
        let head = el("div").class("sheet-head").add(with_text("h2", "", t.open_title).set("id", "open-title")).add(close);
        let news = el("div").follow(Box::new(move || match app.dialog.get() {
            state::Dialog::Failed(failure) => vec![complaint(app.lang.get(), &failure)],
            state::Dialog::Busy(progress) => vec![busy(app, progress)],
            state::Dialog::Open | state::Dialog::Closed => Vec::new(),
        }));
        let mut content =
            vec![head, news, with_text("p", "quiet", t.open_intro), choose(app, t), with_text("p", "quiet", t.or_drop), paste(app, t)];
        // A single file asks no host for anything.
        if template().is_none() {
            content.push(address(app, t));
        }
        content
    }))
}

fn complaint(lang: Lang, failure: &Failure) -> El {
    let t = lang.texts();
    el("div")
        .class("complaint")
        .set("role", "alert")
        .add(el("p").add(with_text("strong", "", t.failed_title)))
        .add(with_text("p", "prose-like", &failure.sentence(lang)))
        .add(with_text("p", "quiet", t.still_open))
}

fn busy(app: App, progress: Progress) -> El {
    let t = app.texts();
    let cancel = button("btn", t.cancel, Box::new(move |_| stop_reading(app)));
    el("div").class("note").set("role", "status").add(with_text("p", "", &progress_words(t, progress))).add(cancel)
}

fn choose(app: App, t: &'static Texts) -> El {
    let input = el("input").set("type", "file").set("accept", ".json,.html,application/json,text/html");
    let chosen = input.clone();
    let choose = move |_| {
        if let Some(file) = chosen.input().files().and_then(|files| files.get(0)) {
            open_file(app, file);
        }
        // The same file may be chosen again after it was mended.
        chosen.input().set_value("");
    };
    let input = input.on("change", Box::new(choose));
    el("p").add(with_text("label", "btn primary file", t.choose_file).add(input))
}

fn paste(app: App, t: &'static Texts) -> El {
    let area = el("textarea").set("id", "paste").set("rows", "3").set("spellcheck", "false").set("autocomplete", "off");
    let text = area.clone();
    let open = move || open_pasted(app, text.element().unchecked_ref::<HtmlTextAreaElement>().value());
    form(el("label").set("for", "paste").text(t.paste_label), area, t.paste_open, Box::new(open))
}

fn address(app: App, t: &'static Texts) -> El {
    let input = el("input").set("id", "address").set("type", "text").set("inputmode", "url").set("spellcheck", "false");
    let input = input.set("autocomplete", "off").set("placeholder", "https://");
    let text = input.clone();
    let open = move || {
        let address = text.input().value().trim().to_owned();
        if crate::model::link_host(&address).is_some() && address.starts_with("https://") {
            app.dialog.set(state::Dialog::Closed);
            navigation::go(app, Route::to(Door::Remote(address), Place::Overview));
        } else {
            app.dialog.set(state::Dialog::Failed(Failure::BadAddress { address }));
        }
    };
    form(el("label").set("for", "address").text(t.address_label), input, t.address_open, Box::new(open))
}

/// A field with its label and a button that sends it.
fn form(label: El, field: El, send: &str, open: Box<dyn Fn()>) -> El {
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        open();
    };
    let button = with_text("button", "btn", send).set("type", "submit");
    el("form").class("field").on("submit", Box::new(submit)).add(label).add(field).add(button)
}
