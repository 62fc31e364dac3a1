//! What is loaded on demand. Only this file and those below it name the parts of the program.
//!
//! A first visit takes the main program: the shell, a session's frame, its overview and speeches. Everything else comes in
//! parts, each a file of its own (`scripts/program.mjs` makes them). Of a part the main program knows one function, which gives a table of what the part
//! can do; whatever is reached from the table only is in the part. A part that is there is used in the same turn.
//!
//! Without the feature `split` the program is one, and every part is there at once.

mod part;

use crate::digest::answers::Gap;
use crate::i18n::Lang;
use crate::route::{Across, BudgetPlace, Place, Route};
use crate::ui::actions::local;
use crate::ui::components::agenda_list::AgendaList;
use crate::ui::components::highlight::HighlightBar;
use crate::ui::components::reading_bar::ReadingBar;
use crate::ui::components::subjects::SubjectChips;
use crate::ui::data::is_waiting;
use crate::ui::dialogs::export::ExportDialog;
use crate::ui::dialogs::offline_pin::OfflinePinDialog;
use crate::ui::dialogs::open_file::OpenDialog;
use crate::ui::dialogs::share::ShareDialog;
use crate::ui::pages::absent::AbsentPage;
use crate::ui::pages::across::AcrossPage;
use crate::ui::pages::agenda::AgendaPage;
use crate::ui::pages::archive::ArchivePage;
use crate::ui::pages::budget::{BudgetOnPaper, BudgetPage, BudgetsPage};
use crate::ui::pages::decisions::DecisionsPage;
use crate::ui::pages::documents::DocumentsPage;
use crate::ui::pages::faults::OwnFile;
use crate::ui::pages::glossary::GlossaryPage;
use crate::ui::pages::overview::money::MoneyAnswer;
use crate::ui::pages::overview::promised::PromisedAnswer;
use crate::ui::pages::people::PeoplePage;
use crate::ui::pages::projects::{ProjectPage, ProjectsPage};
use crate::ui::pages::search::SearchPage;
use crate::ui::pages::search::everywhere::SearchEverywhere;
use crate::ui::pages::slides::SlidesPage;
use crate::ui::pages::speeches::SpeechesPage;
use crate::ui::pages::subject::{SubjectAcrossPage, SubjectPage};
use crate::ui::pages::suggestions::{SuggestionPage, SuggestionsPage};
use crate::ui::state::{App, Ctx, Dialog, Load, use_ctx};
use crate::ui::web::task::{effect, spawn};
use crate::ui::web::timing::{after_paint, next_task};
use leptos::ev;
use leptos::prelude::*;
use part::{Missing, Part, added, part, shown, shown_above, shown_within};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, File};

part! {
    /// Budgets: their list, tables, pictures and audit.
    budget, enter_budget, BUDGET: Budget { list: fn() -> AnyView, page: fn(usize) -> AnyView, paper: fn(usize) -> AnyView }
    = Budget {
        list: || view! { <BudgetsPage/> }.into_any(),
        page: |position| view! { <BudgetPage position/> }.into_any(),
        paper: |position| view! { <BudgetOnPaper position/> }.into_any()
    }
}

part! {
    /// The list of sessions, where a visit without a link begins, with the reader's own.
    home, enter_home, HOME: Home { page: fn(App) -> AnyView } = Home { page: |app| view! { <ArchivePage app/> }.into_any() }
}

part! {
    /// The pages of a session that are not in the main program, and those over several sessions; with the checks of a file, which one of them shows.
    pages, enter_pages, PAGES: Pages {
        place: fn(&Place) -> Option<AnyView>,
        across: fn(App, Across) -> AnyView,
        agenda: fn() -> AnyView,
        reading_bar: fn(String) -> AnyView,
        own_file: fn() -> AnyView
    }
    = Pages {
        place,
        across: |app, across| view! { <AcrossPage app across/> }.into_any(),
        agenda: || view! { <AgendaList/> }.into_any(),
        reading_bar: |title| view! { <ReadingBar title share/> }.into_any(),
        own_file: || view! { <OwnFile/> }.into_any()
    }
}

part! {
    /// The answers of the overview that take arithmetic: money and promises.
    answers, enter_answers, ANSWERS: Answers { money: fn() -> AnyView, promised: fn() -> AnyView }
    = Answers { money: || view! { <MoneyAnswer/> }.into_any(), promised: || view! { <PromisedAnswer/> }.into_any() }
}

part! {
    /// The search in a session and in all of them, and the marks of what was searched for.
    search, enter_search, SEARCH: Search { page: fn() -> AnyView, everywhere: fn() -> AnyView, bar: fn() -> AnyView, ready: fn(App) }
    = Search {
        page: || view! { <SearchPage/> }.into_any(),
        everywhere: || view! { <SearchEverywhere/> }.into_any(),
        bar: || view! { <HighlightBar/> }.into_any(),
        ready
    }
}

part! {
    /// What there is by subject, with the lexicon: in a session, over sessions, and as chips of the overview.
    subjects, enter_subjects, SUBJECTS: BySubject {
        page: fn(String) -> AnyView,
        across: fn(App, Option<String>, String) -> AnyView,
        chips: fn() -> AnyView
    }
    = BySubject {
        page: |id| view! { <SubjectPage id/> }.into_any(),
        across: |app, body, id| view! { <SubjectAcrossPage app body id/> }.into_any(),
        chips: || view! { <SubjectChips/> }.into_any()
    }
}

part! {
    /// What a reader does with a session: share, take away, keep, print; and opening files.
    tools, enter_tools, TOOLS: Tools {
        share: fn(Callback<()>) -> AnyView,
        export: fn(Callback<()>) -> AnyView,
        keep: fn(Callback<()>) -> AnyView,
        open: fn() -> AnyView,
        open_file: fn(App, File),
        open_pasted: fn(App, String)
    }
    = Tools {
        share: |on_close| view! { <ShareDialog on_close/> }.into_any(),
        export: |on_close| view! { <ExportDialog on_close/> }.into_any(),
        keep: |on_close| view! { <OfflinePinDialog on_close/> }.into_any(),
        open: || view! { <OpenDialog/> }.into_any(),
        open_file: local::open_file,
        open_pasted: local::open_pasted
    }
}

part! {
    /// The words of the interface in English.
    english, enter_english, ENGLISH: English { learn: fn() }
    = English { learn: crate::i18n::learn_english }
}

/// Makes the texts of the session ready to be searched.
fn ready(app: App) {
    if let (Load::Ready(opened), Route::Session { .. }) = (app.session.get_untracked(), app.route.get_untracked()) {
        opened.corpus();
    }
}

/// A page of the session around that is in the part `pages`, if it is.
fn place(place: &Place) -> Option<AnyView> {
    let is_empty = |gap: &Gap| gap.is_empty_in(use_ctx().session());
    if let Some(gap) = Gap::of_place(place).filter(is_empty) {
        return Some(view! { <AbsentPage gap/> }.into_any());
    }
    Some(match place.clone() {
        Place::Agenda => view! { <AgendaPage/> }.into_any(),
        Place::AgendaItem(item) => view! { <AgendaPage item/> }.into_any(),
        Place::Speeches => view! { <SpeechesPage/> }.into_any(),
        Place::Decisions => view! { <DecisionsPage/> }.into_any(),
        Place::Resolution(id) => view! { <DecisionsPage current=id.as_str()/> }.into_any(),
        Place::Vote(id) => view! { <DecisionsPage current=id.as_str()/> }.into_any(),
        Place::People => view! { <PeoplePage/> }.into_any(),
        Place::Person(id) => view! { <PeoplePage current=id/> }.into_any(),
        Place::Glossary => view! { <GlossaryPage/> }.into_any(),
        Place::Documents => view! { <DocumentsPage/> }.into_any(),
        Place::Slides(_) => view! { <SlidesPage/> }.into_any(),
        Place::Suggestions(_) => view! { <SuggestionsPage/> }.into_any(),
        Place::Suggestion(id) => view! { <SuggestionPage id/> }.into_any(),
        Place::Projects => view! { <ProjectsPage/> }.into_any(),
        Place::Project(id) => view! { <ProjectPage id/> }.into_any(),
        _ => return None,
    })
}

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
    added(ctx.app, &PAGES, move |pages| (pages.reading_bar)(title.clone()))
}

/// What a file of the reader's own needs, in a few words that open; nothing until the part is there.
pub fn own_file(ctx: &Ctx) -> AnyView {
    added(ctx.app, &PAGES, |pages| (pages.own_file)())
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
    after_paint(move || {
        spawn(async move {
            next_task().await;
            SUBJECTS.status.preload(app);
        });
    });
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

/// The dialog that keeps sessions on this device.
pub fn keep(app: App, on_close: Callback<()>) -> AnyView {
    shown_above(app, &TOOLS, on_close, move |tools| (tools.keep)(on_close))
}

/// The dialog that opens a file.
pub fn open_dialog(app: App) -> AnyView {
    shown_above(app, &TOOLS, Callback::new(move |()| app.dialog.set(Dialog::Closed)), move |tools| (tools.open)())
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
    spawn(async move {
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
    effect(move || {
        if is_waiting(app) || !std::mem::take(&mut is_first) {
            return;
        }
        after_paint(move || {
            spawn(async move {
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
        spawn(async move {
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
