//! One session: its head, the navigation between its sections, and the section of the place.

mod actions;
mod head;
mod tabs;

pub use head::{FullHead, Notices};

use crate::check::short;
use crate::route::{Place, Route};
use crate::ui::components::around::NeighborSessions;
use crate::ui::components::imprint::Imprint;
use crate::ui::components::layout::{PageHeading, document_title};
use crate::ui::components::states::{Failed, Loading};
use crate::ui::pages::overview::Overview;
use crate::ui::pages::slides::has_slide;
use crate::ui::pages::speech::SpeechPage;
use crate::ui::parts;
use crate::ui::state::{App, Ctx, Load, use_ctx};
use head::ShortHead;
use leptos::prelude::*;
use tabs::Tabs;

/// A session, or its loading or failed state.
#[component]
pub fn SessionPage() -> impl IntoView {
    let app = App::current();
    let here = Memo::new(move |_| match app.route.get() {
        Route::Session { source, place, .. } => Some((source, place.page())),
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => None,
    });
    let at = Memo::new(move |_| match app.route.get() {
        Route::Session { at, .. } => at,
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => None,
    });
    // While it arrives the page stays, so that its button keeps the focus.
    let is_busy = Memo::new(move |_| matches!(*app.session.read(), Load::Busy(_)));
    move || {
        if is_busy.get() {
            return view! { <Loading/> }.into_any();
        }
        match app.session.get() {
            Load::Idle | Load::Busy(_) => ().into_any(),
            Load::Failed(failure) => view! { <Failed failure/> }.into_any(),
            Load::Ready(opened) => {
                let Some((source, place)) = here.get().filter(|(source, _)| app.holds(source, &opened)) else { return ().into_any() };
                let ctx = Ctx::new(app, opened, source, app.lang.get());
                // Another slide is no other page, unless there is none.
                if matches!(place, Place::Slides(_)) {
                    let ctx = ctx.clone();
                    let _ = Memo::new(move |_| has_slide(&ctx)).get();
                }
                provide_context(ctx);
                view! { <PlacePage place at/> }.into_any()
            }
        }
    }
}

/// The title and the content of a place; nothing where there is no such place. On paper no block is marked: there `at` is `None`.
pub fn content(ctx: &Ctx, place: &Place, at: Option<Memo<Option<String>>>) -> (Option<String>, Option<AnyView>) {
    match place {
        Place::Overview => (
            None,
            Some(
                view! { <Overview money=parts::money promised=parts::promised subjects=parts::subject_chips agenda=parts::agenda/> }
                    .into_any(),
            ),
        ),
        Place::Agenda => (Some(ctx.t.agenda.to_owned()), Some(parts::page(ctx, place))),
        Place::AgendaItem(id) => {
            one(ctx.opened.lookup.agenda(ctx.session(), id.as_str()), |item| (item.title.to_string(), parts::page(ctx, place)))
        }
        Place::Speeches => (Some(ctx.t.speeches.to_owned()), Some(parts::page(ctx, place))),
        Place::Speech(id) => one(ctx.opened.lookup.speech(ctx.session(), id.as_str()), |speech| {
            (speech.title.to_string(), view! { <SpeechPage id=speech.id.clone() at/> }.into_any())
        }),
        Place::Decisions => (Some(ctx.t.decisions.to_owned()), Some(parts::page(ctx, place))),
        Place::Resolution(id) => one(ctx.opened.lookup.resolution(ctx.session(), id.as_str()), |resolution| {
            (resolution.title.to_string(), parts::page(ctx, place))
        }),
        Place::Vote(id) => one(ctx.opened.lookup.vote(ctx.session(), id.as_str()), |vote| {
            let title = vote.motion.as_deref().unwrap_or(ctx.t.passed_by).to_owned();
            (title, parts::page(ctx, place))
        }),
        Place::People => (Some(ctx.t.people.to_owned()), Some(parts::page(ctx, place))),
        Place::Person(id) => one(ctx.opened.lookup.person(ctx.session(), id), |person| (person.name.to_string(), parts::page(ctx, place))),
        Place::Budgets => (Some(ctx.t.budgets.to_owned()), Some(parts::page(ctx, place))),
        Place::Budget(asked) => {
            let found = ctx.session().budgets.iter().find(|budget| budget.id == asked.budget);
            one(found, |budget| (budget.title.to_string(), parts::page(ctx, place)))
        }
        Place::Glossary => (Some(ctx.t.glossary.to_owned()), Some(parts::page(ctx, place))),
        Place::Documents => (Some(ctx.t.documents.to_owned()), Some(parts::page(ctx, place))),
        Place::Slides(_) => {
            let is_there = untrack(|| has_slide(ctx));
            one(is_there.then_some(&()), |()| (ctx.t.slides.to_owned(), parts::page(ctx, place)))
        }
        Place::Suggestions(_) => (Some(ctx.t.suggestions.to_owned()), Some(parts::page(ctx, place))),
        Place::Suggestion(id) => {
            let found = ctx.session().suggestions.iter().find(|suggestion| suggestion.id == *id);
            one(found, |found| (found.title.to_string(), parts::page(ctx, place)))
        }
        Place::Projects => (Some(ctx.t.projects.to_owned()), Some(parts::page(ctx, place))),
        Place::Project(id) => one(ctx.opened.lookup.project(ctx.session(), id), |found| (found.title.to_string(), parts::page(ctx, place))),
        Place::Search(_) => (Some(ctx.find().find.to_owned()), Some(parts::page(ctx, place))),
        // The lexicon, which has its name, comes with the page.
        Place::Subject(_) => (Some(ctx.t.by_subject.to_owned()), Some(parts::page(ctx, place))),
        Place::Unknown(_) => (None, None),
    }
}

fn one<T>(found: Option<&T>, page: impl FnOnce(&T) -> (String, AnyView)) -> (Option<String>, Option<AnyView>) {
    found.map(page).map_or((None, None), |(title, view)| (Some(title), Some(view)))
}

/// A place of the session around, with what is around it.
#[component]
fn PlacePage(
    /// The place, without what is marked in it.
    place: Place,
    /// The block that the link names.
    at: Memo<Option<String>>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (title, content) = content(&ctx, &place, Some(at));
    let session_title = ctx.session().title.as_str();
    document_title(ctx.lang, &[title.as_deref().unwrap_or_default(), session_title]);
    let content = match content {
        // The hall sees the slide and nothing else.
        Some(content) if matches!(place, Place::Slides(_)) => return content,
        Some(content) => content,
        None => view! { <Missing place=place.clone()/> }.into_any(),
    };
    let is_overview = place == Place::Overview;
    let title = title.filter(|_| matches!(place, Place::Speech(_)));
    let bar = title.map(|title| parts::reading_bar(&ctx, title));
    let head = if is_overview { view! { <FullHead/> }.into_any() } else { view! { <ShortHead/> }.into_any() };
    let around = (!is_overview).then(|| view! { <NeighborSessions/> }.into_any());
    // Its link follows what is marked and how a table is shown.
    let link = Signal::derive(move || if ctx.is_public() { ctx.absolute(&ctx.app.route.get().href()) } else { ctx.t.only_here.to_owned() });
    view! {
        <Notices/>
        {head}
        <Tabs current=place.section() is_passing=bar.is_some()/>
        {bar}
        <div class="live"><Imprint link/></div>
        <div class="content">{content}{around}</div>
    }
    .into_any()
}

/// There is no such place in the session.
#[component]
fn Missing(
    /// The place, without what is marked in it.
    place: Place,
) -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    // The page of a place leaves out what is marked in it; the reader is shown the place as the link names it.
    let asked = match ctx.app.route.get_untracked() {
        Route::Session { place: asked, .. } if asked.page() == place => asked,
        _ => place,
    };
    view! {
        <div class="state">
            <PageHeading text=t.place_unknown_title/>
            <p><bdi>{crate::i18n::fill(t.place_unknown, &[&short(&asked.path())])}</bdi></p>
            <p class="row"><a class="btn primary" href=ctx.href(Place::Overview)>{t.to_overview}</a></p>
        </div>
    }
    .into_any()
}
