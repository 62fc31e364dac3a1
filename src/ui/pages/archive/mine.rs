//! The reader's own sessions on the home page: what is kept in this browser, to open, export and remove.

use crate::i18n::{Lang, dates, fill};
use crate::model::{Date, Dates, Stated};
use crate::route::{Door, Place, Route};
use crate::ui::actions::library as kept;
use crate::ui::components::common::{dotted, titled};
use crate::ui::components::modal;
use crate::ui::components::session_list::counted;
use crate::ui::components::states::size;
use crate::ui::data::library;
use crate::ui::data::library::Row;
use crate::ui::state::{App, Origin};
use crate::ui::web::database::Trouble;
use crate::ui::web::dom::{El, bdi, button, el, with_text};
use crate::ui::web::focus::focus;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

/// The section; empty where nothing is kept.
pub fn section(app: App) -> El {
    library::refresh(app);
    el("div").class("mine").follow(Box::new(move || {
        let lang = app.lang.get();
        let t = lang.texts();
        let (rows, trouble) = library::look(app, |library| {
            // Who keeps nothing is not bothered with why nothing could be kept.
            let trouble = library.trouble.as_ref().filter(|trouble| **trouble != Trouble::Refused || !library.visit.is_empty());
            (library.rows.clone(), trouble.map(|trouble| trouble.sentence(lang)))
        });
        if rows.is_empty() && trouble.is_none() {
            return Vec::new();
        }
        let title = with_text("h2", "", t.library_title).set("id", "mine").set("tabindex", "-1");
        let mut head = el("div").class("list-head").add(title);
        if rows.len() > 1 {
            let all = counted(lang, rows.len());
            head = head.add(button("btn small", t.remove_all, Box::new(move |_| confirm(app, t.remove_all, &all, None))));
        }
        let mut list = el("ul").class("sessions");
        for row in rows {
            list = list.add(item(app, lang, row));
        }
        let trouble = trouble.map(|trouble| {
            let again = button("btn", t.retry, Box::new(move |_| library::refresh(app)));
            el("p").class("notice").set("role", "status").add(bdi(&fill(t.library_unlisted, &[&trouble]))).text(" ").add(again)
        });
        let section = el("section").set("aria-labelledby", "mine").add(head).maybe(trouble);
        vec![section.add(with_text("p", "quiet", t.library_about)).add(list)]
    }))
}

fn item(app: App, lang: Lang, row: Rc<Row>) -> El {
    let t = lang.texts();
    let door = row.door();
    let origin = match row.origin() {
        Origin::Remote(host) => host,
        Origin::Local(name) => fill(t.from_file, &[&name]),
        Origin::Link(_) => t.from_link.to_owned(),
        Origin::Pasted | Origin::Archive => t.from_paste.to_owned(),
    };
    let is_own = matches!(door, Door::Id(_));
    let href = Route::to(door, Place::Overview).href();
    let opens = row.clone();
    let open = move |event: Event| {
        // The link leads to the archive's own where it has one of that id; here the reader wants this one.
        let is_plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| !(click.ctrl_key() || click.meta_key() || click.shift_key()));
        if is_own && is_plain {
            event.prevent_default();
            kept::open_kept(app, &opens);
        }
    };
    let title = el("a").class("t").set("href", &href).lang("zh-Hans").add(titled(&row.title)).on("click", Box::new(open));
    let label = |label: &str| format!("{label}: {}", row.title);
    let (saved, removed) = (row.clone(), row.clone());
    let export = button("btn small", t.export, Box::new(move |_| kept::export(app, &saved))).set("aria-label", &label(t.export));
    let remove = move |_| confirm(app, t.remove, &removed.title, Some(&removed.key));
    let remove = button("btn small", t.remove, Box::new(remove)).set("aria-label", &label(t.remove));
    let day = |day: &str| Some(Date::from(day)).filter(|_| !day.is_empty());
    let days = Dates { start: day(&row.start), end: day(&row.end).map_or(Stated::Unknown, Stated::Value) };
    // The day is the reader's own, not that of Greenwich.
    let opened = js_sys::Date::new(&row.opened_at.as_str().into());
    let opened = format!("{:04}-{:02}-{:02}", opened.get_full_year(), opened.get_month() + 1, opened.get_date());
    let opened = fill(t.library_opened, &[&dates::date(lang, &opened.as_str().into())]);
    let facts = dotted([Some(row.assembly.clone()), Some(origin), Some(opened), row.size.parse().ok().map(size)]);
    el("li")
        .add(with_text("span", "date", &dates::span(lang, &days).unwrap_or_default()))
        .add(title)
        .add(with_text("span", "who", &facts))
        .add(el("span").class("does").add(export).add(remove))
}

/// Asks before anything is removed, and puts the focus on what is left afterwards.
fn confirm(app: App, question: &str, what: &str, key: Option<&str>) {
    let t = app.lang.get_untracked().texts();
    let key = key.map(ToOwned::to_owned);
    let remove = move |_| {
        modal::close();
        kept::remove(app, key.clone());
        if let Some(left) = document().get_element_by_id("mine") {
            focus(left.unchecked_ref());
        }
    };
    let remove = button("btn primary", t.remove, Box::new(remove));
    modal::sheet(app, question, vec![el("p").add(bdi(what)), with_text("p", "quiet", t.remove_note), el("p").add(remove)]);
}
