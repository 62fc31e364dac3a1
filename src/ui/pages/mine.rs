//! The reader's own sessions on the home page: what is kept in this browser, to open, export and remove.

use super::states::size;
use crate::i18n::{Lang, dates, fill};
use crate::model::Date;
use crate::route::{Place, Route};
use crate::ui::dom::{El, bdi, button, el, with_text};
use crate::ui::library::{self, Row, Trouble};
use crate::ui::navigation::focus;
use crate::ui::parts::{dotted, titled};
use crate::ui::sheet;
use crate::ui::state::{App, Origin};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// The section; empty where nothing is kept.
pub fn section(app: App) -> El {
    library::refresh(app);
    el("div").class("mine").follow(Box::new(move || {
        let lang = app.lang.get();
        let t = lang.texts();
        let library = app.library.get();
        // Who keeps nothing is not bothered with why nothing could be kept.
        let trouble = library.trouble.filter(|trouble| *trouble != Trouble::Refused || !library.visit.is_empty());
        if library.rows.is_empty() && trouble.is_none() {
            return Vec::new();
        }
        let title = with_text("h2", "", t.library_title).set("id", "mine").set("tabindex", "-1");
        let mut head = el("div").class("list-head").add(title);
        if library.rows.len() > 1 {
            let question = fill(t.remove_all_title, &[&library.rows.len().to_string()]);
            let press = move |_| confirm(app, &question, "", None);
            head = head.add(button("btn small", t.remove_all, Box::new(press)).set("data-key", "remove-all"));
        }
        let mut list = el("ul").class("sessions");
        for row in &library.rows {
            list = list.add(item(app, lang, row));
        }
        let trouble = trouble.map(|trouble| {
            let again = button("btn", t.retry, Box::new(move |_| library::refresh(app)));
            el("p")
                .class("notice")
                .set("role", "status")
                .add(bdi(&fill(t.library_unlisted, &[&trouble.sentence(lang)])))
                .text(" ")
                .add(again)
        });
        let section = el("section").set("aria-labelledby", "mine").add(head).maybe(trouble);
        vec![section.add(with_text("p", "quiet", t.library_about)).add(list)]
    }))
}

fn item(app: App, lang: Lang, row: &Row) -> El {
    let t = lang.texts();
    let href = Route::Session { door: row.door(), place: Place::Overview, at: None }.href();
    let mut title = el("a").class("t").set("href", &href).lang("zh-Hans").add(titled(&row.title));
    let origin = match &row.origin {
        Origin::Remote(host) => host.clone(),
        Origin::Local(name) => fill(t.from_file, &[name]),
        Origin::Pasted | Origin::Archive => t.from_paste.to_owned(),
    };
    if !matches!(row.origin, Origin::Remote(_)) {
        // The link leads to the archive's own where it has one of that id; here the reader wants this one.
        let row = row.clone();
        title = title.on(
            "click",
            Box::new(move |event| {
                let is_plain =
                    event.dyn_ref::<MouseEvent>().is_some_and(|click| !(click.ctrl_key() || click.meta_key() || click.shift_key()));
                if is_plain {
                    event.prevent_default();
                    library::open(app, &row);
                }
            }),
        );
    }
    let opened = fill(t.library_opened, &[&dates::date(lang, &day(row.opened_at))]);
    let act = |label: &str, act: &str, press: Box<dyn FnMut()>| {
        let mut press = press;
        button("btn small", label, Box::new(move |_| press()))
            .set("aria-label", &format!("{label}: {}", row.title))
            .set("data-key", &format!("{act}-{}", row.key.replace(['\\', '\''], "")))
    };
    let (key, gone) = (row.key.clone(), row.clone());
    let does = el("span").class("does");
    let does = does.add(act(t.export, "export", Box::new(move || library::export(app, &key))));
    let remove = move || confirm(app, t.remove_one_title, &gone.title, Some(&gone.key));
    el("li")
        .add(with_text("span", "date", &dates::span(lang, &row.dates).unwrap_or_default()))
        .add(title)
        .add(el("span").class("who").add(bdi(&row.assembly).lang("zh-Hans")))
        .add(el("span").class("who").add(bdi(&dotted([Some(origin), Some(opened), Some(size(row.size))]))))
        .add(does.add(act(t.remove, "remove", Box::new(remove))))
}

/// Asks before anything is removed, and puts the focus on what is left afterwards.
fn confirm(app: App, question: &str, title: &str, key: Option<&str>) {
    let t = app.lang.get_untracked().texts();
    let key = key.map(ToOwned::to_owned);
    let remove = move |_| {
        sheet::close();
        library::remove(app, key.clone(), || {
            let left = document().query_selector("#mine, main h1").ok().flatten();
            if let Some(left) = left {
                focus(left.unchecked_ref());
            }
        });
    };
    let remove = button("btn primary", t.remove, Box::new(remove));
    sheet::sheet(app, question, vec![el("p").add(bdi(title)), with_text("p", "quiet", t.remove_note), el("p").add(remove)]);
}

/// The day of a moment, in the reader's time.
fn day(moment: f64) -> Date {
    let date = js_sys::Date::new(&moment.into());
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date()).as_str().into()
}
