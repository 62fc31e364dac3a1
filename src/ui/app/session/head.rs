//! The head of a session: where it came from, where it belongs, what can be done with it, and its sections.

use crate::digest::{presiding, reports, sections};
use crate::i18n::{Lang, count, dates, fill};
use crate::model::Status;
use crate::route::{Place, Route, SessionSource};
use crate::ui::actions::open::show_archived;
use crate::ui::components::around::BodyLink;
use crate::ui::components::chip::Chip;
use crate::ui::components::kept::KeptNote;
use crate::ui::components::person::PersonList;
use crate::ui::components::section_label::section_label;
use crate::ui::components::text::Phrases;
use crate::ui::data::catalogue::of_body;
use crate::ui::parts;
use crate::ui::state::{Load, Origin, use_ctx};
use crate::ui::web::{timing, worker};
use leptos::html::Nav;
use leptos::prelude::*;

/// The hexadecimal digits of a SHA-256.
const DIGITS: usize = 64;

/// Where the session came from and what it is, where the reader must know.
#[component]
pub fn Notices() -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let origin = match &ctx.opened.origin {
        Origin::Archive => None,
        Origin::Remote(host) => Some(fill(t.opened_remote, &[host])),
        Origin::Local(name) => Some(fill(t.opened_local, &[name])),
        Origin::Pasted => Some(t.opened_pasted.to_owned()),
        Origin::Link(_) => Some(t.opened_link.to_owned()),
    };
    let session = ctx.session();
    let draft = (session.status == Some(Status::Draft)).then(|| t.draft_note.to_owned());
    let sample = session.is_sample.then(|| t.sample_note.to_owned());
    let checked = match &ctx.source {
        SessionSource::Checked(_, wanted) => Some(match ctx.opened.sha256.get() {
            _ if wanted.len() < DIGITS => t.file_digits_lost,
            Some(Some(found)) if found == wanted => t.file_same,
            Some(Some(_)) => t.file_changed,
            _ => t.file_unchecked,
        }),
        _ => None,
    };
    let offline = ctx.opened.kept_on.as_deref().map(|time| fill(t.kept_copy, &[time]));
    let notes = [sample, draft, offline, checked.map(ToOwned::to_owned)];
    let notes = notes.into_iter().flatten().map(|note| view! { <p class="notice">{note}</p> }.into_any());
    let origin = origin.map(|origin| {
        let space = if ctx.lang == Lang::En { " " } else { "" };
        view! { <p class="notice"><bdi>{origin}</bdi>{space}<KeptNote/></p> }.into_any()
    });
    let is_own = matches!(ctx.opened.origin, Origin::Local(_) | Origin::Pasted | Origin::Link(_));
    view! {
        {notes.collect::<Vec<_>>()}
        {origin}
        {is_own.then(|| view! { <ArchivedVersion/> }.into_any())}
    }
    .into_any()
}

/// A file may have the id of a session of the archive; the archive's own is one press away.
#[component]
fn ArchivedVersion() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    // What the link itself holds is there after a reload, too.
    let stays = matches!(&ctx.opened.origin, Origin::Link(packed) if !packed.is_empty());
    let of = ctx.clone();
    let is_in_archive = Memo::new(move |_| {
        let session = of.session();
        matches!(of_body(app, &session.assembly.name), Load::Ready(catalogue) if catalogue.sessions.iter().any(|entry| entry.id == session.id))
    });
    move || {
        is_in_archive.get().then(|| {
            let source = ctx.source.clone();
            let show = move |_| show_archived(app, source.clone());
            let later = if stays { "" } else { t.archived_later };
            view! { <p class="notice">{t.also_archived}" "{later}" "<button class="btn" type="button" on:click=show>{t.show_archived}</button></p> }
                .into_any()
        })
    }
}

/// The head of the overview.
#[component]
pub fn FullHead() -> impl IntoView {
    let ctx = use_ctx();
    let (t, lang) = (ctx.t, ctx.lang);
    let session = ctx.session();
    let chairs: Vec<_> = presiding(session).into_iter().cloned().collect();
    let reports = reports(session);
    let strong = |text: String| view! { <span><b>{text}</b></span> }.into_any();
    let presided = (!chairs.is_empty()).then(|| view! { <span>{t.presided_by}" "<b><PersonList ids=chairs/></b></span> }.into_any());
    view! {
        <div class="head">
            <Crumbs/>
            <h1 class="title" tabindex="-1" lang=ctx.content_lang()><Phrases title=session.title.to_string()/></h1>
            <p class="facts">
                {session.is_sample.then(|| view! { <Chip text=t.sample kind="sample"/> }.into_any())}
                {dates::span(lang, &session.dates).map(strong)}
                {presided}
                {(reports > 0).then(|| strong(count(lang, reports, "项报告", "report", "reports")))}
            </p>
            <SessionActions/>
        </div>
    }
    .into_any()
}

/// On the other pages the way back to the session is enough.
#[component]
pub fn ShortHead() -> impl IntoView {
    let ctx = use_ctx();
    let href = ctx.href(Place::Overview);
    view! {
        <div class="head short">
            <nav class="crumb" aria-label=ctx.t.back_home>
                <Home/>
                <a href=href lang=ctx.content_lang()><Phrases title=ctx.session().title.to_string()/></a>
            </nav>
            <SessionActions/>
        </div>
    }
    .into_any()
}

/// The way back home, to be continued.
#[component]
fn Home() -> impl IntoView {
    view! { <a href=Route::home().href()>{use_ctx().t.name}</a>" › " }.into_any()
}

/// Where the session belongs, from the archive down to the term.
#[component]
fn Crumbs() -> impl IntoView {
    let ctx = use_ctx();
    let session = ctx.session();
    let mut parts: Vec<String> = session.assembly.place.as_deref().unwrap_or_default().split_whitespace().map(ToOwned::to_owned).collect();
    // The last part of the place is in the name of the assembly anyway.
    parts.pop();
    let name = session.assembly.name.as_str();
    let short = parts.iter().fold(name, |rest, part| rest.strip_prefix(part.as_str()).unwrap_or(rest)).to_owned();
    let parts = parts.into_iter().map(|part| view! { <bdi lang=ctx.content_lang()>{part}</bdi>" › " }.into_any());
    view! {
        <nav class="crumb" aria-label=ctx.t.back_home>
            <Home/>
            {parts.collect::<Vec<_>>()}
            <BodyLink name=short/>
            {session.term.map(|term| format!(" › {}", dates::term(ctx.lang, term)))}
        </nav>
    }
    .into_any()
}

/// What is open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Share,
    Export,
    Keep,
}

/// What one can do with the place that is shown: pass it on, take it away, show it in the hall.
#[component]
fn SessionActions() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let shown = RwSignal::new(None::<Shown>);
    let on_close = Callback::new(move |()| shown.set(None));
    let button = move |what: Shown, label: &'static str| {
        view! { <button class="btn small" type="button" on:click=move |_| shown.set(Some(what))>{label}</button> }.into_any()
    };
    let can_keep = ctx.opened.origin == Origin::Archive && worker::is_possible();
    let item = match ctx.app.route.get_untracked() {
        Route::Session { place: Place::AgendaItem(id), .. } => Some(id),
        _ => None,
    };
    let slides = (!ctx.session().agenda.is_empty())
        .then(|| view! { <a class="btn small" href=ctx.href(Place::Slides(item))>{t.slides}</a> }.into_any());
    view! {
        <p class="acts">
            {button(Shown::Share, t.share_title)}
            {button(Shown::Export, t.take)}
            {slides}
            {can_keep.then(|| button(Shown::Keep, t.keep))}
        </p>
        {move || match shown.get() {
            None => ().into_any(),
            Some(Shown::Share) => parts::share(app, on_close),
            Some(Shown::Export) => parts::export(app, on_close),
            Some(Shown::Keep) => parts::keep(app, on_close),
        }}
    }
    .into_any()
}

/// The sections of the session.
#[component]
pub fn Tabs(
    /// The section that is shown.
    current: Place,
) -> impl IntoView {
    let ctx = use_ctx();
    let t = ctx.t;
    let links = sections(ctx.session()).into_iter().map(|(place, n)| {
        let label = section_label(t, &place);
        let is_current = (place.section() == current).then_some("page");
        let n = n.map(|n| view! { <small>{n}</small> }.into_any());
        view! { <a href=ctx.href(place) aria-current=is_current>{label}{n}</a> }.into_any()
    });
    let nav = NodeRef::<Nav>::new();
    timing::after_paint(move || {
        if let Some(nav) = nav.try_get_untracked().flatten() {
            show_current(&nav);
        }
    });
    view! { <div class="tabs"><nav aria-label=t.sections node_ref=nav>{links.collect::<Vec<_>>()}</nav></div> }.into_any()
}

/// On a narrow screen the tabs scroll sideways; the current one is brought into view.
fn show_current(nav: &web_sys::HtmlElement) {
    if let Some(tab) = nav.query_selector("[aria-current]").ok().flatten() {
        let (nav_box, tab_box) = (nav.get_bounding_client_rect(), tab.get_bounding_client_rect());
        let middle = tab_box.left() - nav_box.left() - (nav_box.width() - tab_box.width()) / 2.0;
        // Half a pixel does not matter.
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        nav.set_scroll_left(nav.scroll_left() + middle as i32);
    }
}
