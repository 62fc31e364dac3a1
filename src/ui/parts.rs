//! What is loaded on demand. Only this file and those below it name the parts of the program.
//!
//! A first visit takes the main program: the shell, a session's frame, its overview and speeches. Everything else comes in
//! parts, each a file of its own (`scripts/program.mjs` makes them). Of a part the main program knows one function, which gives a table of what the part
//! can do; whatever is reached from the table only is in the part. A part that is there is used in the same turn.
//!
//! Without the feature `split` the program is one, and every part is there at once.

mod part;
mod tables;

use crate::i18n::Lang;
use crate::route::{Across, BudgetPlace, Place, Route};
use crate::ui::data::is_waiting;
use crate::ui::state::{App, Ctx, Dialog};
use crate::ui::web::timing::{after_paint, later, next_task};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use part::{Missing, added, shown, shown_above, shown_within};
use tables::{ANSWERS, BUDGET, EDITOR, ENGLISH, FOREIGN, HOME, PAGES, SEARCH, SUBJECTS, TOOLS, Tools};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, File};

/// A page of a session that is not in the main program.
pub fn page(ctx: &Ctx, place: &Place) -> AnyView {
    let (app, place, ctx) = (ctx.app, place.clone(), ctx.clone());
    match &place {
        Place::Budgets if !ctx.session().budgets.is_empty() => shown(app, &BUDGET, |part| (part.list)()),
        Place::Budget(at) => {
            let Some(position) = position(&ctx, at) else { return ().into_any() };
            shown(app, &BUDGET, move |part| (part.page)(position))
        }
        Place::Search(_) => shown(app, &SEARCH, |part| (part.page)()),
        Place::Subject(id) => {
            let id = id.clone();
            shown(app, &SUBJECTS, move |part| (part.page)(id.clone()))
        }
        _ => shown(app, &PAGES, move |part| (part.place)(&place).into_any()),
    }
}

/// The agenda of the session as a list.
pub fn agenda(ctx: &Ctx) -> AnyView {
    shown(ctx.app, &PAGES, |pages| (pages.agenda)())
}

/// What was spent, or is to be, by the budgets of the session.
pub fn money(ctx: &Ctx) -> AnyView {
    shown_within(ctx.app, &ANSWERS, "room money", |answers| (answers.money)())
}

/// What was promised, and what became of it.
pub fn promised(ctx: &Ctx) -> AnyView {
    shown_within(ctx.app, &ANSWERS, "room promised", |answers| (answers.promised)())
}

/// The bar of a text on a phone; nothing until the part is there.
pub fn reading_bar(ctx: &Ctx, title: String) -> AnyView {
    added(ctx.app, &PAGES, move |pages| (pages.reading_bar)(title.clone(), share))
}

/// What a file of the reader's own needs, in a few words that open; nothing until the part is there.
pub fn own_file(ctx: &Ctx) -> AnyView {
    added(ctx.app, &PAGES, |pages| (pages.own_file)(edit))
}

/// The list of sessions.
pub fn home(app: App) -> AnyView {
    shown(app, &HOME, move |part| (part.page)(app))
}

/// A page over several sessions.
pub fn across_page(app: App, place: Across) -> AnyView {
    if let Across::Subject { body, subject } = place {
        return shown(app, &SUBJECTS, move |part| (part.across)(app, body.clone(), subject.clone()));
    }
    shown(app, &PAGES, move |part| (part.across)(app, place.clone()))
}

/// The subjects that the session around says something of, for its overview. They come when it has been painted, their room is kept, and
/// without them everything is there all the same.
pub fn subject_chips(app: App) -> AnyView {
    let is_there = Memo::new(move |_| {
        app.parts.track();
        SUBJECTS.now().is_some()
    });
    later(move || SUBJECTS.status.preload(app));
    let chips = move || is_there.get().then(|| SUBJECTS.now().map(|part| (part.chips)()));
    view! { <div class="subjects-room">{chips}</div> }.into_any()
}

/// The search over all sessions.
pub fn everywhere(app: App) -> AnyView {
    shown(app, &SEARCH, |part| (part.everywhere)())
}

fn position(ctx: &Ctx, place: &BudgetPlace) -> Option<usize> {
    ctx.session().budgets.iter().position(|budget| budget.id == place.budget)
}

/// A budget on paper, where its part has come ([`with_all_pages`]).
pub fn budget_paper(position: usize) -> Option<AnyView> {
    BUDGET.now().map(|part| (part.paper)(position))
}

/// What needs all pages of a session, such as the document that is printed.
pub fn with_all_pages(app: App, view: impl Fn() -> AnyView + Clone + Send + 'static, on_missing: Callback<()>) -> AnyView {
    shown_above(app, &PAGES, on_missing, move |_| {
        let view = view.clone();
        shown_above(app, &BUDGET, on_missing, move |_| {
            let view = view.clone();
            shown_above(app, &ANSWERS, on_missing, move |_| view())
        })
    })
}

/// The dialog that passes on the place.
pub fn share(app: App, on_close: Callback<()>) -> AnyView {
    shown_above(app, &TOOLS, on_close, move |tools| (tools.share)(on_close))
}

/// The dialog that takes the session away.
pub fn export(app: App, on_close: Callback<()>) -> AnyView {
    shown_above(app, &TOOLS, on_close, move |tools| (tools.export)(on_close))
}

/// The dialog that edits the session.
pub fn edit(app: App, on_close: Callback<()>) -> AnyView {
    shown_above(app, &EDITOR, on_close, move |part| (part.dialog)(on_close))
}

/// The dialog that keeps sessions on this device.
pub fn keep(app: App, on_close: Callback<()>) -> AnyView {
    shown_above(app, &TOOLS, on_close, move |tools| (tools.keep)(on_close))
}

/// The dialog above every place: that which opens a file, that of a file which is no session, or that of a file which could not be saved.
pub fn open_dialog(app: App) -> AnyView {
    let close = Callback::new(move |()| app.dialog.set(Dialog::Closed));
    let foreign = Memo::new(move |_| match app.dialog.get() {
        Dialog::Foreign(file) => Some(file),
        _ => None,
    });
    let dialog = move || match foreign.get() {
        Some(file) => shown_above(app, &FOREIGN, close, move |part| (part.dialog)(file.clone())),
        None => shown_above(app, &TOOLS, close, move |tools| (tools.open)()),
    };
    dialog.into_any()
}

/// Opens a file of the reader's device.
pub fn open_file(app: App, file: File) {
    with_tools(app, move |tools| (tools.open_file)(app, file));
}

/// Opens a session from pasted text.
pub fn open_pasted(app: App, text: String) {
    with_tools(app, move |tools| (tools.open_pasted)(app, text));
}

/// Does something with the tools, or says that they cannot be had.
fn with_tools(app: App, run: impl FnOnce(&'static Tools) + 'static) {
    if let Some(tools) = TOOLS.now() {
        return run(tools);
    }
    spawn_local(async move {
        match TOOLS.get().await {
            Ok(tools) => run(tools),
            Err(Missing) => app.announce(app.lang.get_untracked().texts().part_missing),
        }
    });
}

/// What was searched for, marked in the page; made when a link first says that something was.
pub fn found_bar(app: App) -> AnyView {
    let is_wanted = Memo::new(move |was: Option<&bool>| {
        was.is_some_and(|was| *was) || app.route.with(|route| matches!(route, Route::Session { find: Some(_), .. }))
    });
    // Without it the text is there all the same.
    let bar = move || shown_above(app, &SEARCH, Callback::new(|()| ()), |search| (search.bar)());
    (move || is_wanted.get().then(bar)).into_any()
}

/// Learns the language, if it is not known yet; whether it is known now.
pub async fn learn(lang: Lang) -> bool {
    if lang == Lang::Zh {
        return true;
    }
    match ENGLISH.get().await {
        Ok(english) => {
            (english.learn)();
            true
        }
        Err(Missing) => false,
    }
}

/// Buttons that need the tools.
const TOOL_BUTTONS: &str = ".acts .btn, .bar button, .reading-bar button, .state .btn";

/// Loads what the reader is about to ask for, when they press or come to what leads there; and what they will most likely ask for, when the page has
/// been painted.
pub fn install(app: App) {
    window_event_listener(ev::pointerdown, move |event| foresee(app, &event));
    window_event_listener(ev::focusin, move |event| foresee(app, &event));
    let mut is_first = true;
    Effect::new(move |_| {
        if is_waiting(app) || !std::mem::take(&mut is_first) {
            return;
        }
        after_paint(move || {
            spawn_local(async move {
                next_task().await;
                PAGES.status.preload(app);
            });
        });
    });
}

fn foresee(app: App, event: &Event) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let closest = |selector: &str| element.closest(selector).ok().flatten();
    if let Some(href) = closest("a[href^='?']").and_then(|link| link.get_attribute("href")) {
        match Route::parse(&href) {
            Route::Session { place: Place::Budgets | Place::Budget(_), .. } => BUDGET.status.preload(app),
            Route::Session { place: Place::Search(_), .. } | Route::Session { find: Some(_), .. } | Route::Search(_) => {
                SEARCH.status.preload(app);
            }
            Route::Archive(_) => HOME.status.preload(app),
            Route::Session { place: Place::Overview, .. } => ANSWERS.status.preload(app),
            Route::Session { place: Place::Speech(_), .. } => {}
            Route::Session { place: Place::Subject(_), .. } | Route::Across(Across::Subject { .. }) => SUBJECTS.status.preload(app),
            Route::Session { .. } | Route::Across(_) => PAGES.status.preload(app),
        }
    }
    if closest(".finder").is_some() {
        // A long session is made ready while the reader begins to type.
        spawn_local(async move {
            if let Ok(search) = SEARCH.get().await {
                next_task().await;
                (search.ready)(app);
            }
        });
    }
    if closest(TOOL_BUTTONS).is_some() {
        TOOLS.status.preload(app);
    }
}
