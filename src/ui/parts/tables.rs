//! Each part of the program with the table of what it can do. Whatever is named here only is in a part.

use crate::digest::answers::Gap;
use crate::route::{Across, Place, Route};
use crate::ui::actions::local;
use crate::ui::components::agenda_list::AgendaList;
use crate::ui::components::highlight::HighlightBar;
use crate::ui::components::reading_bar::ReadingBar;
use crate::ui::components::subjects::SubjectChips;
use crate::ui::dialogs::edit::EditDialog;
use crate::ui::dialogs::export::ExportDialog;
use crate::ui::dialogs::foreign::ForeignDialog;
use crate::ui::dialogs::offline_pin::OfflinePinDialog;
use crate::ui::dialogs::open_file::OpenDialog;
use crate::ui::dialogs::share::ShareDialog;
use crate::ui::dialogs::unsaved::UnsavedDialog;
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
use crate::ui::parts::part::part;
use crate::ui::state::{App, Dialog, ForeignFile, Load, use_ctx};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::File;

/// What opens a dialog, given what is to happen when it closes.
type DialogOpener = fn(App, Callback<()>) -> AnyView;

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
        reading_bar: fn(String, DialogOpener) -> AnyView,
        own_file: fn(DialogOpener) -> AnyView
    }
    = Pages {
        place,
        across: |app, across| view! { <AcrossPage app across/> }.into_any(),
        agenda: || view! { <AgendaList/> }.into_any(),
        reading_bar: |title, share| view! { <ReadingBar title share/> }.into_any(),
        own_file: |edit| view! { <OwnFile edit/> }.into_any()
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
        open: above,
        open_file: local::open_file,
        open_pasted: local::open_pasted
    }
}

part! {
    /// Files that are no session: what is found in them, and how it goes on as a draft.
    foreign, enter_foreign, FOREIGN: ForeignFiles { dialog: fn(Arc<ForeignFile>) -> AnyView }
    = ForeignFiles { dialog: |file| view! { <ForeignDialog file/> }.into_any() }
}

part! {
    /// Editing a session.
    editor, enter_editor, EDITOR: Editing { dialog: fn(Callback<()>) -> AnyView }
    = Editing { dialog: |on_close| view! { <EditDialog on_close/> }.into_any() }
}

part! {
    /// The words of the interface in English.
    english, enter_english, ENGLISH: English { learn: fn() }
    = English { learn: crate::i18n::learn_english }
}

/// The dialog above every place.
fn above() -> AnyView {
    let app = App::current();
    let unsaved = Memo::new(move |_| match app.dialog.get() {
        Dialog::Unsaved(file) => Some(file),
        _ => None,
    });
    let dialog = move || match unsaved.get() {
        Some(file) => view! { <UnsavedDialog file/> }.into_any(),
        None => view! { <OpenDialog/> }.into_any(),
    };
    dialog.into_any()
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
        // In the main program, or in parts of their own.
        Place::Overview
        | Place::Speech(_)
        | Place::Budgets
        | Place::Budget(_)
        | Place::Search(_)
        | Place::Subject(_)
        | Place::Unknown(_) => return None,
    })
}
