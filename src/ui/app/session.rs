//! One session: its head, the navigation between its sections, and the section of the place.

use crate::check::short;
use crate::digest::sections;
use crate::i18n::{Lang, Texts, dates, fill};
use crate::route::{Door, Place, Route};
use crate::ui::actions::open::show_archived;
use crate::ui::components::around::{around, body_link};
use crate::ui::components::common::{heading, persons, section_label, titled};
use crate::ui::components::imprint::imprint;
use crate::ui::components::{kept, states};
use crate::ui::data::catalogue::of_body;
use crate::ui::dialogs::{export, keep, share};
use crate::ui::pages::projects::{ProjectPage, ProjectsPage};
use crate::ui::pages::slides::{SlidesPage, slide};
use crate::ui::pages::suggestions::{SuggestionPage, SuggestionsPage};
use crate::ui::pages::{agenda, budget, decisions, documents, glossary, overview, people, search, speech, speeches};
use crate::ui::state::{App, Ctx, Load, Origin};
use crate::ui::web::dom::{El, bdi, built, button, el, link, with_text};
use crate::ui::web::task::live;
use crate::ui::web::{timing, worker};
use leptos::prelude::*;

/// A session, or its loading or failed state.
pub fn page(app: App) -> AnyView {
    let here = Memo::new(move |_| match app.route.get() {
        Route::Session { door, place, .. } => Some((door, place.page())),
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => None,
    });
    let at = Memo::new(move |_| match app.route.get() {
        Route::Session { at, .. } => at,
        Route::Archive(_) | Route::Across(_) | Route::Search(_) => None,
    });
    live(move || match app.session.get() {
        Load::Idle => ().into_any(),
        Load::Busy(progress) => states::loading(app, progress),
        Load::Failed(failure) => states::failed(app, &failure),
        Load::Ready(opened) => {
            let Some((door, place)) = here.get() else { return ().into_any() };
            if !app.holds(&door, &opened) {
                return ().into_any();
            }
            let lang = app.lang.get();
            let ctx = Ctx::new(app, opened, door, lang);
            provide_context(ctx.clone());
            show(&ctx, &place, at)
        }
    })
}

/// The title and the content of a place; nothing where there is no such place. On paper no block is marked: there `at` is `None`.
pub fn content(ctx: &Ctx, place: &Place, at: Option<Memo<Option<String>>>) -> (Option<String>, Option<AnyView>) {
    match place {
        Place::Overview => (None, Some(overview::page(ctx))),
        Place::Agenda => (Some(ctx.t.agenda.to_owned()), Some(agenda::page(ctx, None))),
        Place::AgendaItem(id) => {
            one(ctx.opened.lookup.agenda(ctx.session(), id.as_str()), |item| (item.title.to_string(), agenda::page(ctx, Some(item))))
        }
        Place::Speeches => (Some(ctx.t.speeches.to_owned()), Some(speeches::page(ctx))),
        Place::Speech(id) => {
            one(ctx.opened.lookup.speech(ctx.session(), id.as_str()), |speech| (speech.title.to_string(), speech::page(ctx, speech, at)))
        }
        Place::Decisions => (Some(ctx.t.decisions.to_owned()), Some(decisions::page(ctx, None))),
        Place::Resolution(id) => one(ctx.opened.lookup.resolution(ctx.session(), id.as_str()), |resolution| {
            (resolution.title.to_string(), decisions::page(ctx, Some(id.as_str())))
        }),
        Place::Vote(id) => one(ctx.opened.lookup.vote(ctx.session(), id.as_str()), |vote| {
            let title = vote.motion.as_deref().unwrap_or(ctx.t.passed_by).to_owned();
            (title, decisions::page(ctx, Some(id.as_str())))
        }),
        Place::People => (Some(ctx.t.people.to_owned()), Some(people::page(ctx, None))),
        Place::Person(id) => {
            one(ctx.opened.lookup.person(ctx.session(), id), |person| (person.name.to_string(), people::page(ctx, Some(person))))
        }
        Place::Budgets => (Some(ctx.t.budgets.to_owned()), Some(budget::list(ctx))),
        Place::Budget(place) => {
            let found = ctx.session().budgets.iter().position(|budget| budget.id == place.budget);
            one(found.as_ref(), |position| {
                let title = ctx.session().budgets.get(*position).map(|budget| budget.title.to_string());
                (title.unwrap_or_default(), budget::page(ctx, *position))
            })
        }
        Place::Glossary => (Some(ctx.t.glossary.to_owned()), Some(glossary::page(ctx))),
        Place::Documents => (Some(ctx.t.documents.to_owned()), Some(documents::page(ctx))),
        Place::Slides(_) => {
            // Another slide is no other page, unless there is none.
            let asked = ctx.clone();
            let is_there = Memo::new(move |_| slide(&asked).is_some());
            one(is_there.get().then_some(&()), |()| (ctx.t.slides.to_owned(), view! { <SlidesPage/> }.into_any()))
        }
        Place::Suggestions(_) => (Some(ctx.t.suggestions.to_owned()), Some(view! { <SuggestionsPage/> }.into_any())),
        Place::Suggestion(id) => {
            let found = ctx.session().suggestions.iter().find(|suggestion| suggestion.id == *id);
            one(found, |found| (found.title.to_string(), view! { <SuggestionPage id=found.id.clone()/> }.into_any()))
        }
        Place::Projects => (Some(ctx.t.projects.to_owned()), Some(view! { <ProjectsPage/> }.into_any())),
        Place::Project(id) => one(ctx.opened.lookup.project(ctx.session(), id), |found| {
            (found.title.to_string(), view! { <ProjectPage id=found.id.clone()/> }.into_any())
        }),
        Place::Search(_) => (Some(ctx.find().find.to_owned()), Some(search::page(ctx))),
        Place::Unknown(_) => (None, None),
    }
}

fn show(ctx: &Ctx, place: &Place, at: Memo<Option<String>>) -> AnyView {
    let section = place.section();
    let (title, content) = content(ctx, place, Some(at));
    let is_overview = *place == Place::Overview;
    let session_title = ctx.session().title.as_str();
    document().set_title(&match &title {
        Some(title) => format!("{title} · {session_title} · {}", ctx.t.name),
        None => format!("{session_title} · {}", ctx.t.name),
    });
    let content = match content {
        // The hall sees the slide and nothing else.
        Some(content) if matches!(place, Place::Slides(_)) => return content,
        Some(content) => content,
        None => missing(ctx, place),
    };
    let mut head = notices(ctx);
    head.push(if is_overview { full_head(ctx) } else { short_head(ctx) });
    head.push(tabs(ctx, &section));
    let here = ctx.clone();
    head.push(el("div").class("live").follow(Box::new(move || {
        // Its link follows what is marked and how a table is shown.
        let link = if here.is_public() { here.absolute(&here.app.route.get().href()) } else { here.t.only_here.to_owned() };
        vec![imprint(&here, link)]
    })));
    let around = built(around(ctx).filter(|_| !is_overview).into_iter().collect());
    view! {
        {built(head)}
        <div class="content">{content}{around}</div>
    }
    .into_any()
}

fn one<T>(found: Option<&T>, page: impl FnOnce(&T) -> (String, AnyView)) -> (Option<String>, Option<AnyView>) {
    found.map(page).map_or((None, None), |(title, view)| (Some(title), Some(view)))
}

fn missing(ctx: &Ctx, place: &Place) -> AnyView {
    let t = ctx.t;
    // The page of a place leaves out what is marked in it; the reader is told the place as the link names it.
    let asked = match ctx.app.route.get_untracked() {
        Route::Session { place: asked, .. } if asked.page() == *place => asked,
        _ => place.clone(),
    };
    let wanted = short(&asked.path());
    let overview = link(&ctx.href(Place::Overview), t.to_overview).class("btn primary");
    let state = el("div").class("state").add(heading(t.place_unknown_title));
    let state = state.add(el("p").add(bdi(&fill(t.place_unknown, &[&wanted]))));
    built(vec![state.add(el("p").class("row").add(overview))])
}

/// Where the session came from and what it is, where the reader must know.
pub fn notices(ctx: &Ctx) -> Vec<El> {
    let t: &'static Texts = ctx.t;
    let origin = match &ctx.opened.origin {
        Origin::Archive => None,
        Origin::Remote(host) => Some(fill(t.opened_remote, &[host])),
        Origin::Local(name) => Some(fill(t.opened_local, &[name])),
        Origin::Pasted => Some(t.opened_pasted.to_owned()),
        Origin::Link(_) => Some(t.opened_link.to_owned()),
    };
    let session = ctx.session();
    let draft = (session.status == Some(crate::model::Status::Draft)).then(|| t.draft_note.to_owned());
    let sample = session.is_sample.then(|| t.sample_note.to_owned());
    let checked = match &ctx.door {
        Door::Checked(_, wanted) => Some(match ctx.opened.sha256.get() {
            Some(Some(found)) if found == wanted => t.file_same,
            Some(Some(_)) => t.file_changed,
            _ => t.file_unchecked,
        }),
        _ => None,
    };
    let kept = ctx.opened.kept_on.as_deref().map(|time| fill(t.kept_copy, &[time]));
    let notes = [sample, draft, kept, checked.map(ToOwned::to_owned)];
    let mut notices: Vec<El> = notes.into_iter().flatten().map(|note| with_text("p", "notice", &note)).collect();
    if let Some(origin) = origin {
        let (app, door, opened) = (ctx.app, ctx.door.clone(), ctx.opened.clone());
        let kept = el("span").set("role", "status").follow(Box::new(move || kept::said(app, &door, &opened)));
        notices.push(el("p").class("notice").add(bdi(&origin)).text(if ctx.lang == Lang::En { " " } else { "" }).add(kept));
    }
    if matches!(ctx.opened.origin, Origin::Local(_) | Origin::Pasted | Origin::Link(_)) {
        notices.push(archived_version(ctx));
    }
    notices
}

/// A file may have the id of a session of the archive; the archive's own is one press away.
fn archived_version(ctx: &Ctx) -> El {
    let (app, door, t) = (ctx.app, ctx.door.clone(), ctx.t);
    let (id, body) = (ctx.session().id.clone(), ctx.session().assembly.name.clone());
    // What the link itself holds is there after a reload, too.
    let stays = matches!(&ctx.opened.origin, Origin::Link(packed) if !packed.is_empty());
    el("div").class("live").follow(Box::new(move || {
        let in_archive = matches!(of_body(app, &body), Load::Ready(catalogue) if catalogue.sessions.iter().any(|entry| entry.id == id));
        if !in_archive {
            return Vec::new();
        }
        let door = door.clone();
        let show = button("btn", t.show_archived, Box::new(move |_| show_archived(app, door.clone())));
        let notice = with_text("p", "notice", t.also_archived).text(" ").text(if stays { "" } else { t.archived_later });
        vec![notice.text(" ").add(show)]
    }))
}

/// Where the session belongs, from the archive down to the term.
fn crumbs(ctx: &Ctx) -> El {
    let session = ctx.session();
    let mut parts: Vec<String> = session.assembly.place.as_deref().unwrap_or_default().split_whitespace().map(ToOwned::to_owned).collect();
    // The last part of the place is in the name of the assembly anyway.
    parts.pop();
    let name = session.assembly.name.as_str();
    let short = parts.iter().fold(name, |rest, part| rest.strip_prefix(part.as_str()).unwrap_or(rest));
    let mut crumbs = crumb(ctx);
    for part in parts {
        crumbs = crumbs.add(bdi(&part).lang(&ctx.content_lang())).text(" › ");
    }
    let crumbs = crumbs.add(body_link(ctx, short).unwrap_or_else(|| bdi(short)).lang(&ctx.content_lang()));
    match session.term {
        Some(term) => crumbs.text(" › ").text(&dates::term(ctx.lang, term)),
        None => crumbs,
    }
}

/// The way back home, to be continued.
fn crumb(ctx: &Ctx) -> El {
    el("nav").class("crumb").set("aria-label", ctx.t.back_home).add(link(&Route::home().href(), ctx.t.name)).text(" › ")
}

pub fn full_head(ctx: &Ctx) -> El {
    let (t, lang) = (ctx.t, ctx.lang);
    let session = ctx.session();
    let chairs: Vec<_> = crate::digest::presiding(session).into_iter().cloned().collect();
    let reports = crate::digest::reports(session);
    let strong = |text: &str| el("span").add(with_text("b", "", text));
    let mut facts = el("p").class("facts").maybe(session.is_sample.then(|| with_text("span", "chip sample", t.sample)));
    if let Some(date) = dates::span(lang, &session.dates) {
        facts = facts.add(strong(&date));
    }
    if !chairs.is_empty() {
        facts = facts.add(with_text("span", "", t.presided_by).text(" ").add(el("b").add(persons(ctx, &chairs))));
    }
    if reports > 0 {
        facts = facts.add(strong(&crate::i18n::count(lang, reports, "项报告", "report", "reports")));
    }
    let title = el("h1").class("title").set("tabindex", "-1").lang(&ctx.content_lang()).add(titled(&session.title));
    el("div").class("head").add(crumbs(ctx)).add(title).add(facts).add(acts(ctx))
}

/// On the other pages the way back to the session is enough.
fn short_head(ctx: &Ctx) -> El {
    let href = ctx.href(Place::Overview);
    let back = el("a").set("href", &href).lang(&ctx.content_lang()).add(titled(&ctx.session().title));
    el("div").class("head short").add(crumb(ctx).add(back)).add(acts(ctx))
}

/// What one can do with the place that is shown: pass it on, take it away, show it in the hall.
fn acts(ctx: &Ctx) -> El {
    let shared = ctx.clone();
    let share = button("btn small", ctx.t.share_title, Box::new(move |_| share::open(&shared)));
    let keep = (ctx.opened.origin == Origin::Archive && worker::is_possible()).then(|| {
        let ctx = ctx.clone();
        button("btn small", ctx.t.keep, Box::new(move |_| keep::open(&ctx)))
    });
    let taken = ctx.clone();
    let take = button("btn small", ctx.t.take, Box::new(move |_| export::open(&taken)));
    let item = match ctx.app.route.get_untracked() {
        Route::Session { place: Place::AgendaItem(id), .. } => Some(id),
        _ => None,
    };
    let present = (!ctx.session().agenda.is_empty()).then(|| link(&ctx.href(Place::Slides(item)), ctx.t.slides).class("btn small"));
    el("p").class("acts").add(share).add(take).maybe(present).maybe(keep)
}

fn tabs(ctx: &Ctx, current: &Place) -> El {
    let t = ctx.t;
    let mut links = el("nav").set("aria-label", t.sections);
    for (place, n) in sections(ctx.session()) {
        let label = section_label(t, &place);
        let is_current = (place.section() == *current).then_some("page");
        let n = n.map(|n| with_text("small", "", &n.to_string()));
        links = links.add(link(&ctx.href(place), label).set_some("aria-current", is_current).maybe(n));
    }
    timing::after_paint(show_current_tab);
    el("div").class("tabs").add(links)
}

/// On a narrow screen the tabs scroll sideways; the current one is brought into view.
fn show_current_tab() {
    let tab = document().query_selector(".tabs [aria-current]").ok().flatten();
    if let Some((nav, tab)) = document().query_selector(".tabs nav").ok().flatten().zip(tab) {
        let (nav_box, tab_box) = (nav.get_bounding_client_rect(), tab.get_bounding_client_rect());
        let middle = tab_box.left() - nav_box.left() - (nav_box.width() - tab_box.width()) / 2.0;
        // Half a pixel does not matter.
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        nav.set_scroll_left(nav.scroll_left() + middle as i32);
    }
}
