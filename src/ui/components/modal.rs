//! A dialog made for the moment: its content is built when it opens, and nothing of it is left when it closes.

use crate::ui::state::App;
use crate::ui::web::dom::{El, button, el, with_text};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// Shows a dialog with a title and some content. Escape and its button close it; the browser gives the focus back to where it was.
pub fn sheet(app: App, title: &str, content: Vec<El>) {
    let id = format!("sheet-{}", COUNT.with(|count| count.replace(count.get() + 1)));
    let close = button("btn", app.lang.get_untracked().texts().close, Box::new(|_| close()));
    let head = el("div").class("sheet-head").add(with_text("h2", "", title).set("id", &id)).add(close);
    let dialog = el("dialog").class("sheet made").set("aria-labelledby", &id).add(head).all(content);
    let shown = dialog.clone();
    let close = move |_| {
        told_in(document().body().as_deref());
        shown.element().remove();
    };
    let dialog = dialog.on("close", Box::new(close));
    if let Some(body) = document().body() {
        let _ = body.append_child(dialog.element());
    }
    // What is told behind an open dialog is neither seen nor read out.
    told_in(Some(dialog.element()));
    let _ = dialog.element().unchecked_ref::<HtmlDialogElement>().show_modal();
}

/// Moves the message of the moment to where it reaches the reader.
fn told_in(place: Option<&web_sys::Element>) {
    if let (Some(place), Ok(Some(told))) = (place, document().query_selector(".told")) {
        let _ = place.append_child(&told);
    }
}

/// Closes the dialog that is shown, if one is.
pub fn close() {
    if let Ok(Some(dialog)) = document().query_selector("dialog.made[open]") {
        dialog.unchecked_ref::<HtmlDialogElement>().close();
    }
}
