//! The dialog with everything that one can take away of a session: files, and paper.

use crate::digest::facts::{self, Told};
use crate::digest::sections;
use crate::i18n::{Foreign, Take, fill};
use crate::route::{Place, Route};
use crate::ui::actions::save::save;
use crate::ui::actions::single::{save_several, save_single};
use crate::ui::actions::workbook::{save_table, save_workbook, typed};
use crate::ui::components::modal::Modal;
use crate::ui::components::section_label::section_label;
use crate::ui::components::sheet_note::{Sheet, SheetNote};
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Ctx, Load, Origin, use_ctx};
use crate::ui::web::download::can_save;
use crate::write::calendar::calendar;
use crate::write::popolo::popolo;
use crate::write::session_file_name;
use crate::write::tables::{List, list_csv, with_rows};
use crate::write::text::{Form, Piece, write};
use leptos::prelude::*;

/// A file to take away.
#[derive(Clone, Copy)]
enum File {
    Text(Form),
    Session,
    Popolo,
    Calendar,
    Workbook(List),
    Table(List),
}

/// Exports the session that is shown; only what there is is offered.
#[component]
pub fn ExportDialog(
    /// Takes the dialog away.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let session = ctx.session();
    let here = match ctx.app.route.get_untracked() {
        Route::Session { place, .. } => place,
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => Place::Overview,
    };
    let texts = piece(&ctx, &here).map(|piece| {
        let files = vec![(File::Text(Form::Plain), t.take_plain), (File::Text(Form::Markdown), "Markdown")];
        let title = if piece.is_text { t.take_text } else { t.take_item };
        view! { <FileGroup here=here.clone() title files/> }.into_any()
    });
    let mut whole = vec![(File::Session, t.take_json), (File::Popolo, t.take_popolo)];
    let calendar = calendar(ctx.lang, session, None);
    if calendar.is_some() {
        whole.push((File::Calendar, t.take_calendar));
    }
    let undated = calendar.map(|calendar| calendar.left_out).filter(|left_out| *left_out > 0);
    let undated = undated.map(|left_out| {
        let said = fill(t.take_undated, &[&left_out.to_string()]);
        view! { <p class="quiet small">{said}</p> }.into_any()
    });
    let lists: Vec<_> = [
        (List::Agenda, t.agenda, session.agenda.len()),
        (List::People, t.people, session.people.len()),
        (List::Votes, t.votes, session.votes.len()),
        (List::Suggestions, t.suggestions, session.suggestions.len()),
        (List::Projects, t.projects, session.projects.len()),
    ]
    .into_iter()
    .filter(|(.., count)| *count > 0)
    .map(|(list, label, _)| (list, label))
    .collect();
    let workbooks = (!lists.is_empty()).then(|| {
        let files = lists.iter().map(|(list, label)| (File::Workbook(*list), *label)).collect();
        view! { <FileGroup here=here.clone() title=t.take_sheets files/> }.into_any()
    });
    let tables = (!lists.is_empty()).then(|| {
        let files = lists.iter().map(|(list, label)| (File::Table(*list), *label)).collect();
        let sheets = lists.iter().map(|(list, label)| sheet(&ctx, *list, label)).collect();
        let note = view! { <SheetNote lang=ctx.lang sheets/> }.into_any();
        view! { <FileGroup here=here.clone() title=t.take_tables files note=Some(note)/> }.into_any()
    });
    view! {
        <Modal title=t.take on_close>
            <OneFile/>
            {texts}
            <FileGroup here=here.clone() title=t.take_whole files=whole note=undated/>
            <WorkbookField/>
            {workbooks}
            {tables}
            <Printing here on_print=on_close/>
        </Modal>
    }
    .into_any()
}

/// The session as a workbook, which is changed in a program that offices have.
#[component]
fn WorkbookField() -> impl IntoView {
    let ctx = use_ctx();
    let (app, opened) = (ctx.app, ctx.opened.clone());
    let words = Foreign::of(ctx.lang);
    view! {
        <div class="field">
            <h3>{words.foreign_workbook}</h3>
            <p class="quiet small">{words.foreign_workbook_note}</p>
            <p class="row"><button class="btn small" type="button" on:click=move |_| save_workbook(app, &opened)>{words.foreign_workbook}</button></p>
        </div>
    }
    .into_any()
}

/// One page that opens by double-click: of this session, or of all that this congress has here.
#[component]
fn OneFile() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t, opened) = (ctx.app, ctx.t, ctx.opened.clone());
    let session = ctx.session();
    let mut several = None;
    if let (Load::Ready(catalogue), Origin::Archive) = (untrack(|| of_body(app, &session.assembly.name)), &ctx.opened.origin) {
        let of_body = catalogue.sessions.iter().filter(|entry| entry.assembly.name == session.assembly.name);
        let ids: Vec<_> = of_body.map(|entry| entry.id.clone()).collect();
        several = (ids.len() > 1).then(|| {
            let label = fill(t.single_save_body, &[&ids.len().to_string()]);
            let save = move |_| save_several(app, ids.clone());
            view! { <button class="btn small" type="button" on:click=save>{label}</button> }.into_any()
        });
    }
    view! {
        <div class="field">
            <h3>{t.single_title}</h3>
            <p class="quiet small">{t.single_note}</p>
            <p class="row">
                <button class="btn small" type="button" on:click=move |_| save_single(app, &opened)>{t.single_save}</button>
                {several}
            </p>
        </div>
    }
    .into_any()
}

/// Files of one kind, each a button.
#[component]
fn FileGroup(
    /// The place that is shown.
    here: Place,
    /// What they have in common.
    title: &'static str,
    /// The files and what they are called.
    files: Vec<(File, &'static str)>,
    /// What is to be known before.
    #[prop(optional_no_strip)]
    note: Option<AnyView>,
) -> impl IntoView {
    let ctx = use_ctx();
    let files = files.into_iter().map(|(file, label)| {
        let (ctx, here) = (ctx.clone(), here.clone());
        // The same list in two forms is two buttons, each with a name of its own.
        let form = if matches!(file, File::Workbook(_)) { " .xlsx" } else { "" };
        view! { <button class="btn small" type="button" on:click=move |_| export(&ctx, &here, file, label)>{label}{form}</button> }
            .into_any()
    });
    view! {
        <div class="field">
            <h3>{title}</h3>
            <p class="row">{files.collect::<Vec<_>>()}</p>
            {note}
        </div>
    }
    .into_any()
}

/// A list as the table that a spreadsheet is given.
fn sheet(ctx: &Ctx, list: List, label: &str) -> Sheet {
    let ctx = ctx.clone();
    (label.to_owned(), Callback::new(move |()| list_csv(ctx.lang, ctx.session(), &ctx.opened.lookup, list)))
}

/// The text that a place is the page of, or the facts of the thing that it is the page of.
fn piece<'a>(ctx: &'a Ctx, here: &Place) -> Option<Piece<'a>> {
    let (session, lookup) = (ctx.session(), &ctx.opened.lookup);
    let told = Told { lang: ctx.lang, session, lookup };
    Some(match here {
        Place::Speech(id) => Piece::speech(ctx.lang, session, lookup, lookup.speech(session, id.as_str())?),
        Place::Resolution(id) => Piece::resolution(ctx.lang, lookup.resolution(session, id.as_str())?),
        Place::AgendaItem(id) => {
            let one = lookup.agenda(session, id.as_str())?;
            Piece::facts(&told, one.number.as_deref(), &one.title, &facts::item(session, one))
        }
        Place::Vote(id) => {
            let one = lookup.vote(session, id.as_str())?;
            Piece::facts(&told, None, one.motion.as_deref().unwrap_or(ctx.t.passed_by), &facts::vote(one))
        }
        Place::Suggestion(id) => {
            let one = session.suggestions.iter().find(|one| one.id == *id)?;
            Piece::facts(&told, one.number.as_deref(), &one.title, &facts::suggestion(session, one))
        }
        Place::Project(id) => {
            let one = lookup.project(session, id)?;
            Piece::facts(&told, one.number.as_deref(), &one.title, &facts::project(session, one))
        }
        _ => return None,
    })
}

fn export(ctx: &Ctx, here: &Place, file: File, label: &str) {
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
        File::Workbook(list) => {
            let rows = with_rows(ctx.lang, session, &ctx.opened.lookup, list, typed);
            return save_table(ctx.app, session_file_name(session, label, "xlsx"), label, rows);
        }
        File::Table(list) => (label, "csv", "text/csv;charset=utf-8", list_csv(ctx.lang, session, &ctx.opened.lookup, list)),
    };
    save(ctx.app, &session_file_name(session, what, extension), kind, text.as_bytes());
}

/// The choice of sections, and the button that prints them.
#[component]
fn Printing(
    /// The place that is shown.
    here: Place,
    /// Runs before the print preview opens; it should take the dialog away.
    on_print: Callback<()>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let mut choices: Vec<(Place, &'static str, RwSignal<bool>)> = Vec::new();
    for (place, _) in sections(ctx.session()) {
        let label = section_label(t, &place);
        let is_speeches = place == Place::Speeches;
        choices.push((place, label, RwSignal::new(true)));
        if is_speeches && matches!(here, Place::Speech(_)) {
            choices.push((here.clone(), t.print_only, RwSignal::new(false)));
        }
    }
    let boxes = choices.iter().map(|&(_, label, is_chosen)| {
        let change = move |event| is_chosen.set(event_target_checked(&event));
        view! { <label><input type="checkbox" prop:checked=is_chosen on:change=change/>{label}</label> }.into_any()
    });
    let boxes: Vec<_> = boxes.collect();
    let status = RwSignal::new("");
    let print = move |_| {
        let mut chosen: Vec<_> =
            choices.iter().filter(|(.., is_chosen)| is_chosen.get_untracked()).map(|(place, ..)| place.clone()).collect();
        // “Only this one” stands for all of them.
        if chosen.iter().any(|place| matches!(place, Place::Speech(_))) {
            chosen.retain(|place| *place != Place::Speeches);
        }
        if chosen.is_empty() {
            status.set(t.print_nothing);
        } else {
            on_print.run(());
            app.printed.set(chosen);
            // What saves no file prints nothing either, and says as little.
            if !can_save() {
                app.announce(Take::of(ctx.lang).unprinted);
            }
        }
    };
    view! {
        <div class="field print">
            <h3>{t.print}</h3>
            <fieldset class="row" aria-label=t.print>{boxes}</fieldset>
            <button class="btn primary" type="button" on:click=print>{t.print}</button>
            <p class="quiet" role="status">{move || status.get()}</p>
        </div>
    }
    .into_any()
}
