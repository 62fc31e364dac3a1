//! The dialog that passes on the place that is shown: its link as text and as a QR code, a link that holds the session where no site does,
//! the file, and a citation.

mod code;

use crate::i18n::fill;
use crate::route::{Door, Place, Route, held};
use crate::ui::actions::clipboard;
use crate::ui::actions::save::save;
use crate::ui::actions::single::save_single;
use crate::ui::components::modal::sheet;
use crate::ui::state::Ctx;
use crate::ui::web::address;
use crate::ui::web::bridge::sha256;
use crate::ui::web::dom::{El, button, el, with_text};
use crate::ui::web::gzip::gzip;
use crate::ui::web::task::spawn;
use crate::write::citation::{Cited, bibtex, citation};
use crate::write::session_file_name;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Longer links are cut by some chat apps.
const LONG_LINK: usize = 8_000;
/// Longer links are refused by browsers: Firefox takes 1 MiB.
const LONGEST_LINK: usize = 1_000_000;
/// Larger files are not packed at all: they would not fit in the longest link.
const LARGEST_HELD: usize = 16 << 20;

/// Opens the dialog for the place that is shown.
pub fn open(ctx: &Ctx) {
    let t = ctx.t;
    let mut here = ctx.app.route.get_untracked();
    through(&mut here, ctx.door.plain().clone());
    let link = ctx.is_public().then(|| ctx.absolute(&here.href()));
    let mut content = Vec::new();
    match &link {
        Some(link) => content.extend(public(ctx, link)),
        None => content.extend([with_text("p", "note", t.share_local), with_text("h3", "", t.held_title), holding(ctx, &here)]),
    }
    content.extend([with_text("h3", "", t.as_file), el("p").class("row").all(ways(ctx))]);
    content.push(with_text("h3", "", t.cite));
    if let Route::Session { place, at, .. } = &here {
        content.extend(cited(ctx, place, at.as_deref(), link.as_deref()));
    }
    sheet(ctx.app, t.share_title, vec![el("div").class("share").all(content)]);
}

/// The same place, through another door to the session.
fn through(route: &mut Route, other: Door) {
    if let Route::Session { door, .. } = route {
        *door = other;
    }
}

/// The ways to pass on the session as a file.
fn ways(ctx: &Ctx) -> Vec<El> {
    let (app, opened) = (ctx.app, ctx.opened.clone());
    let json = move |_| save(app, &session_file_name(&opened.session, "", "json"), "application/json", &opened.bytes);
    let opened = ctx.opened.clone();
    let single = button("btn small", ctx.t.single_save, Box::new(move |_| save_single(app, &opened)));
    vec![single.set("title", ctx.t.single_note), button("btn small", ctx.t.save_session, Box::new(json))]
}

/// A link that leads everyone to the place, perhaps with the digest of the file.
fn public(ctx: &Ctx, link: &str) -> [El; 2] {
    let place = el("div").all(linked(ctx, link));
    let choice = el("div");
    let (ctx, shown, checked) = (ctx.clone(), place.clone(), choice.clone());
    // Where there is no digest to be had there is nothing to choose.
    spawn(async move {
        let Some(digest) = sha256(&ctx.opened.bytes).await else { return };
        let is_on = matches!(ctx.door, Door::Checked(..));
        let label = ctx.t.share_check;
        let set = move |is_on: bool| {
            let plain = ctx.door.plain().clone();
            let mut here = ctx.app.route.get_untracked();
            through(&mut here, if is_on { Door::Checked(Box::new(plain), digest.clone()) } else { plain });
            shown.say("");
            for element in linked(&ctx, &ctx.absolute(&here.href())) {
                shown.append(element);
            }
        };
        let input = el("input").set("type", "checkbox");
        if is_on {
            set(true);
        }
        let input = input.set_some("checked", is_on.then_some(""));
        let state = input.clone();
        let input = input.on("change", Box::new(move |_| set(state.element().unchecked_ref::<web_sys::HtmlInputElement>().checked())));
        checked.append(el("label").class("check").add(input).text(label));
    });
    [place, choice]
}

/// A link that holds the session, once it is packed.
fn holding(ctx: &Ctx, plain: &Route) -> El {
    let t = ctx.t;
    let status = el("p").set("role", "status");
    let place = el("div").add(status.clone());
    let Some(address) = address::resolved(&plain.href()) else {
        status.say(t.held_no_site);
        return place;
    };
    let (ctx, shown) = (ctx.clone(), place.clone());
    spawn(async move {
        if ctx.opened.bytes.len() > LARGEST_HELD {
            return status.say(t.held_too_long);
        }
        let Ok(packed) = gzip(&held::without_blanks(&ctx.opened.bytes)).await else { return status.say(t.no_streams) };
        let link = format!("{address}{}{}", held::MARK, held::encode(&packed));
        if link.len() > LONGEST_LINK {
            return status.say(t.held_too_long);
        }
        status.say(&fill(t.held_about, &[&link.len().to_string()]));
        if link.len() > LONG_LINK {
            shown.append(with_text("p", "note", t.held_long));
        }
        for element in linked(&ctx, &link) {
            shown.append(element);
        }
    });
    place
}

/// A link in a field, with what can be done with it, and as a QR code.
fn linked(ctx: &Ctx, link: &str) -> Vec<El> {
    let (app, t) = (ctx.app, ctx.t);
    let field = el("input").set("type", "text").set("readonly", "").set("value", link).set("aria-label", t.share_link);
    let shown = field.clone();
    let field = field.on("focus", Box::new(move |_| shown.element().unchecked_ref::<web_sys::HtmlInputElement>().select()));
    let copied = link.to_owned();
    let copy = button("btn primary", t.copy_link, Box::new(move |_| clipboard::copy(app, &copied, t.copied_link)));
    let navigator = window().navigator();
    let has_sheet = js_sys::Reflect::has(&navigator, &JsValue::from_str("share")).unwrap_or_default();
    let (title, shared) = (document().title(), link.to_owned());
    let system = has_sheet.then(|| button("btn", t.share_system, Box::new(move |_| crate::ui::web::bridge::share(&title, &shared))));
    let row = el("p").class("row").add(copy).maybe(system);
    let code = code::code(link, t.qr_label).unwrap_or_else(|| with_text("p", "quiet", t.qr_too_long));
    vec![el("div").class("field").add(field).add(row), code]
}

/// The citation, as text and as BibTeX.
fn cited(ctx: &Ctx, place: &Place, at: Option<&str>, link: Option<&str>) -> Vec<El> {
    let (app, t) = (ctx.app, ctx.t);
    let accessed = crate::ui::web::bridge::today();
    let cited = Cited { session: ctx.session(), lookup: &ctx.opened.lookup, place, at, link, accessed: &accessed };
    let mut parts = Vec::new();
    for (tag, text, label) in [("p", citation(ctx.lang, &cited), t.copy_citation), ("pre", bibtex(ctx.lang, &cited), t.copy_bibtex)] {
        parts.push(with_text(tag, "cited", &text));
        let copy = button("btn small", label, Box::new(move |_| clipboard::copy(app, &text, t.copied)));
        parts.push(el("p").class("row").add(copy));
    }
    parts
}
