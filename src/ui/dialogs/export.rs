//! The dialog with everything that one can take away of a session: files, and paper.

use crate::digest::sections;
use crate::i18n::fill;
use crate::route::{Place, Route};
use crate::ui::actions::save::save;
use crate::ui::actions::single::{save_several, save_single};
use crate::ui::components::common::section_label;
use crate::ui::components::modal;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Ctx, Load, Origin};
use crate::ui::web::dom::{El, button, el, with_text};
use crate::write::calendar::calendar;
use crate::write::popolo::popolo;
use crate::write::session_file_name;
use crate::write::tables::{List, list_csv};
use crate::write::text::{Form, Piece, write};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A file to take away.
#[derive(Clone, Copy)]
enum File {
    Text(Form),
    Session,
    Popolo,
    Calendar,
    Table(List),
}

/// Shows the dialog; only what there is is offered.
pub fn open(ctx: &Ctx) {
    let t = ctx.t;
    let session = ctx.session();
    let mut content = Vec::new();
    content.push(one_file(ctx));
    let here = match ctx.app.route.get_untracked() {
        Route::Session { place, .. } => place,
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => Place::Overview,
    };
    if piece(ctx, &here).is_some() {
        let files = [(File::Text(Form::Plain), t.take_plain), (File::Text(Form::Markdown), "Markdown")];
        content.push(group(ctx, &here, t.take_text, &files));
    }
    let mut whole = vec![(File::Session, t.take_json), (File::Popolo, t.take_popolo)];
    let calendar = calendar(ctx.lang, session, None);
    if calendar.is_some() {
        whole.push((File::Calendar, t.take_calendar));
    }
    let undated = calendar.map(|calendar| calendar.left_out).filter(|left_out| *left_out > 0);
    let undated = undated.map(|left_out| with_text("p", "quiet small", &fill(t.take_undated, &[&left_out.to_string()])));
    content.push(group(ctx, &here, t.take_whole, &whole).maybe(undated));
    let tables: Vec<(File, &'static str)> = [
        (List::Agenda, t.agenda, session.agenda.len()),
        (List::People, t.people, session.people.len()),
        (List::Votes, t.votes, session.votes.len()),
        (List::Suggestions, t.suggestions, session.suggestions.len()),
        (List::Projects, t.projects, session.projects.len()),
    ]
    .into_iter()
    .filter(|(.., count)| *count > 0)
    .map(|(list, label, _)| (File::Table(list), label))
    .collect();
    if !tables.is_empty() {
        content.push(group(ctx, &here, t.take_tables, &tables));
    }
    content.push(printing(ctx, here));
    modal::sheet(ctx.app, t.take, content);
}

/// One page that opens by double-click: of this session, or of all that this congress has here.
fn one_file(ctx: &Ctx) -> El {
    let (app, t, opened) = (ctx.app, ctx.t, ctx.opened.clone());
    let session = ctx.session();
    let mut row = el("p").class("row").add(button("btn small", t.single_save, Box::new(move |_| save_single(app, &opened))));
    if let (Load::Ready(catalogue), Origin::Archive) = (untrack(|| of_body(app, &session.assembly.name)), &ctx.opened.origin) {
        let of_body = catalogue.sessions.iter().filter(|entry| entry.assembly.name == session.assembly.name);
        let ids: Vec<_> = of_body.map(|entry| entry.id.clone()).collect();
        if ids.len() > 1 {
            let label = fill(t.single_save_body, &[&ids.len().to_string()]);
            row = row.add(button("btn small", &label, Box::new(move |_| save_several(app, ids.clone()))));
        }
    }
    el("div").class("field").add(with_text("h3", "", t.single_title)).add(with_text("p", "quiet small", t.single_note)).add(row)
}

fn group(ctx: &Ctx, here: &Place, title: &str, files: &[(File, &'static str)]) -> El {
    let mut row = el("p").class("row");
    for &(file, label) in files {
        let (ctx, here) = (ctx.clone(), here.clone());
        row = row.add(button("btn small", label, Box::new(move |_| take(&ctx, &here, file, label))));
    }
    el("div").class("field").add(with_text("h3", "", title)).add(row)
}

/// The text that a place is the page of.
fn piece<'a>(ctx: &'a Ctx, here: &Place) -> Option<Piece<'a>> {
    let (session, lookup) = (ctx.session(), &ctx.opened.lookup);
    match here {
        Place::Speech(id) => Some(Piece::speech(ctx.lang, session, lookup, lookup.speech(session, id.as_str())?)),
        Place::Resolution(id) => Some(Piece::resolution(ctx.lang, lookup.resolution(session, id.as_str())?)),
        _ => None,
    }
}

fn take(ctx: &Ctx, here: &Place, file: File, label: &str) {
    let session = ctx.session();
    let link = |place: Place| ctx.is_public().then(|| ctx.absolute(&ctx.href(place)));
    let (what, extension, kind, text) = match file {
        File::Text(form) => {
            let Some(piece) = piece(ctx, here) else { return };
            let text = write(ctx.lang, session, &piece, link(here.clone()).as_deref(), form);
            let (extension, kind) =
                if form == Form::Plain { ("txt", "text/plain;charset=utf-8") } else { ("md", "text/markdown;charset=utf-8") };
            (piece.title, extension, kind, text)
        }
        File::Session => {
            // Byte for byte what was opened.
            return save(ctx.app, &session_file_name(session, "", "json"), "application/json", &ctx.opened.bytes);
        }
        File::Popolo => ("Popolo", "json", "application/json", popolo(session)),
        File::Calendar => {
            let Some(calendar) = calendar(ctx.lang, session, link(Place::Overview).as_deref()) else { return };
            ("", "ics", "text/calendar;charset=utf-8", calendar.text)
        }
        File::Table(list) => (label, "csv", "text/csv;charset=utf-8", list_csv(ctx.lang, session, &ctx.opened.lookup, list)),
    };
    save(ctx.app, &session_file_name(session, what, extension), kind, text.as_bytes());
}

/// The choice of sections, and the button that prints them.
fn printing(ctx: &Ctx, here: Place) -> El {
    let t = ctx.t;
    let mut choice = el("fieldset").class("row").set("aria-label", t.print);
    let mut boxes = Vec::new();
    let mut check = |choice: El, place: Place, label: &str, is_chosen: bool| {
        let input = el("input").set("type", "checkbox").set_some("checked", is_chosen.then_some(""));
        boxes.push((input.clone(), place));
        choice.add(el("label").add(input).text(label))
    };
    for (place, _) in sections(ctx.session()) {
        let label = section_label(t, &place);
        let is_speeches = place == Place::Speeches;
        choice = check(choice, place, label, true);
        if is_speeches && matches!(here, Place::Speech(_)) {
            choice = check(choice, here.clone(), t.print_only, false);
        }
    }
    let said = el("p").class("quiet").set("role", "status");
    let (ctx, status) = (ctx.clone(), said.clone());
    let print = move |_| {
        let is_checked = |input: &El| input.element().unchecked_ref::<HtmlInputElement>().checked();
        let mut chosen: Vec<Place> = boxes.iter().filter(|(input, _)| is_checked(input)).map(|(_, place)| place.clone()).collect();
        // “Only this one” stands for all of them.
        if chosen.iter().any(|place| matches!(place, Place::Speech(_))) {
            chosen.retain(|place| *place != Place::Speeches);
        }
        if chosen.is_empty() {
            status.say(t.print_nothing);
        } else {
            modal::close();
            ctx.app.printed.set(chosen);
        }
    };
    let button = button("btn primary", t.print, Box::new(print));
    el("div").class("field print").add(with_text("h3", "", t.print)).add(choice).add(button).add(said)
}
