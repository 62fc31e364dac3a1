//! A subject over the sessions of a body, or over all of them, as they come.

use super::UnknownSubject;
use super::how::HowFound;
use super::rows::Rows;
use crate::digest::listing::newest_first;
use crate::i18n::{Lang, Subjects, dates, fill};
use crate::model::SessionId;
use crate::route::{Across, Kind, Place, Route, SessionSource};
use crate::subjects::{Gathered, Subject, position, subjects};
use crate::ui::components::around::{dots, href};
use crate::ui::components::layout::document_title;
use crate::ui::components::states::Failed;
use crate::ui::components::subjects::ArchiveChips;
use crate::ui::components::text::Phrases;
use crate::ui::data::catalogue::of_body;
use crate::ui::data::walk::Walk;
use crate::ui::state::{App, Ctx, Load, LoadedSession};
use leptos::context::Provider;
use leptos::prelude::*;
use std::sync::Arc;

/// So many things are shown of a session beside its money.
const FEW: usize = 4;
/// So many budget lines are shown of a session.
const LINES: usize = 6;

/// What the sessions of a body, or of the archive, have about a subject.
#[component]
pub fn SubjectAcrossPage(
    /// The page's signals.
    app: App,
    /// The body's full name; `None` for the whole archive.
    body: Option<String>,
    /// The subject's id, as the link has it.
    id: String,
) -> impl IntoView {
    move || {
        let lang = app.lang.get();
        let list = body.as_deref().map_or_else(|| app.catalogue.get(), |body| of_body(app, body));
        let list = match list {
            Load::Idle | Load::Busy(_) => return view! { <p class="state" aria-busy="true">{lang.texts().loading}</p> }.into_any(),
            Load::Failed(failure) => return view! { <Failed failure/> }.into_any(),
            Load::Ready(list) => list,
        };
        let Some(at) = position(&id) else {
            return view! { <div class="page one"><div><UnknownSubject id=id.clone()/><ArchiveChips app body=body.clone() current=None/></div></div> }
                .into_any();
        };
        let entries: Vec<_> =
            list.sessions.iter().filter(|entry| body.as_deref().is_none_or(|body| entry.assembly.name.as_str() == body)).collect();
        // Where the list does not say what a session is about the session itself is asked.
        let may_have = |subjects: &Option<Vec<String>>| subjects.as_ref().is_none_or(|all| all.iter().any(|one| one == subjects_id(at)));
        let count = entries.len();
        let ids = newest_first(&entries).into_iter().filter(|entry| may_have(&entry.subjects)).map(|entry| entry.id.clone()).collect();
        let is_cut = body.is_none() && list.whole.is_some();
        view! { <Over app lang at body=body.clone() ids count is_cut/> }.into_any()
    }
}

fn subjects_id(at: usize) -> &'static str {
    subjects()[at].id
}

/// A subject over these sessions.
#[component]
fn Over(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The subject's place in the lexicon.
    at: usize,
    /// The body's full name; `None` for the whole archive.
    body: Option<String>,
    /// The sessions that may have something, newest first.
    ids: Vec<SessionId>,
    /// How many sessions there are.
    count: usize,
    /// Whether the list has only the newest sessions.
    is_cut: bool,
) -> impl IntoView {
    let (s, subject) = (Subjects::of(lang), &subjects()[at]);
    let name = subject.name(lang);
    document_title(lang, &[name, body.as_deref().unwrap_or(s.subject_in_archive)]);
    let passed = count - ids.len();
    let walk = Walk::new(app);
    walk.begin(ids, (at, 0), |opened, (subject, _)| opened.about().iter().any(|one| one.subject == subject));
    let crumb = match &body {
        Some(body) => view! { <a href=href(Across::Body(body.clone())) lang="zh-Hans">{body.clone()}</a> }.into_any(),
        None => view! { {s.subject_in_archive} }.into_any(),
    };
    // Below what is still being found it would be pushed away.
    let is_over = Memo::new(move |was: Option<&bool>| was.is_some_and(|was| *was) || walk.far.with(|far| !far.is_going));
    let rest = move || {
        is_over.get().then(|| {
            let body = body.clone();
            let wider = body.as_ref().map(|_| {
                let all = Across::Subject { body: None, subject: subject.id.to_owned() };
                view! { <p class="onward"><a href=href(all)>{fill(s.subject_over, &[s.subject_in_archive])}</a></p> }.into_any()
            });
            view! {
                {wider}
                <HowFound subject/>
                <section class="others"><h2>{s.subject_others}</h2><ArchiveChips app body current=Some(subject.id)/></section>
            }
            .into_any()
        })
    };
    let cut = is_cut.then(|| view! { <p class="note">{fill(s.subject_newest, &[&count.to_string()])}</p> }.into_any());
    let session = move |opened: Arc<LoadedSession>| {
        let ctx = Ctx::new(app, opened.clone(), SessionSource::Id(opened.session.id.clone()), lang);
        view! { <Provider value=ctx.clone()><InSession ctx at/></Provider> }.into_any()
    };
    view! {
        <div class="head">
            <nav class="crumb" aria-label=lang.texts().back_home><a href=Route::home().href()>{lang.texts().name}</a>" › "{crumb}</nav>
            <h1 tabindex="-1"><Phrases title=name/></h1>
        </div>
        <div class="page one">
            <div class="subject">
                {cut}
                <Progress walk subject lang passed/>
                <div class="over"><For each=move || walk.found.get() key=|opened| opened.session.id.clone() children=session/></div>
                <Onward walk lang/>
                {rest}
            </div>
        </div>
    }
    .into_any()
}

/// How far the walk has come, in words.
#[component]
fn Progress(
    /// The walk.
    walk: Walk,
    /// What is looked for.
    subject: &'static Subject,
    /// The language of the interface.
    lang: Lang,
    /// So many sessions were passed over, for the list says that they have nothing.
    passed: usize,
) -> impl IntoView {
    let s = Subjects::of(lang);
    let said = move || {
        let far = walk.far.get();
        let (found, looked) = (walk.found.with(Vec::len), far.looked + passed);
        let looked = looked.to_string();
        match () {
            () if far.is_going => fill(s.subject_looking, &[&looked]),
            () if found == 0 => fill(s.subject_no_session, &[&looked]),
            () => {
                let count = fill(s.subject_sessions, &[&found.to_string(), subject.name(lang)]);
                dots(&[&count, &fill(s.subject_looked, &[&looked])])
            }
        }
    };
    view! { <p class="say count" role="status">{said}</p> }.into_any()
}

/// The way to earlier sessions, and to those that could not be had.
#[component]
fn Onward(
    /// The walk.
    walk: Walk,
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let s = Subjects::of(lang);
    let can_go = Memo::new(move |_| walk.far.with(|far| !far.is_going && far.left > 0));
    let failed = Memo::new(move |_| walk.far.with(|far| if far.is_going { 0 } else { far.failed }));
    let earlier = move || {
        let press = move |_| walk.go_on();
        view! { <p><button class="btn primary" type="button" data-key="earlier" on:click=press>{s.subject_earlier}</button></p> }.into_any()
    };
    let again = move |failed: usize| {
        let press = move |_| walk.try_again();
        view! {
            <p class="note">
                {fill(s.subject_failed, &[&failed.to_string()])}" "
                <button class="btn" type="button" data-key="again" on:click=press>{lang.texts().retry}</button>
            </p>
        }
        .into_any()
    };
    view! { {move || can_go.get().then(earlier)}{move || Some(failed.get()).filter(|failed| *failed > 0).map(again)} }.into_any()
}

/// What one session has about the subject: its money, and the first of what else there is.
#[component]
fn InSession(
    /// The session.
    ctx: Ctx,
    /// The subject's place in the lexicon.
    at: usize,
) -> impl IntoView {
    let (session, lang) = (ctx.session(), ctx.lang);
    let s = Subjects::of(lang);
    let gathered = Gathered::of(session, ctx.opened.about(), at);
    let count = gathered.count();
    let (money, others): (Vec<_>, Vec<_>) = gathered.groups.into_iter().partition(|(kind, _)| *kind == Kind::Budget);
    let mut left = FEW;
    let mut shown = 0;
    let mut groups = Vec::new();
    for (kind, all) in money.into_iter().chain(others) {
        let own = crate::subjects::counted(&all);
        let most = if kind == Kind::Budget { LINES.min(own) } else { left.min(own) };
        if kind != Kind::Budget {
            left -= most;
        }
        shown += most;
        if most > 0 {
            groups.push(view! { <Rows all most/> }.into_any());
        }
    }
    let href = ctx.href(Place::Subject(subjects_id(at).to_owned()));
    let all = (count > shown).then(|| {
        let label = fill(s.subject_all_in, &[&count.to_string()]);
        view! { <p lang=lang.tag()><a href=href.clone() class="all">{label}</a></p> }.into_any()
    });
    let day = dates::span(lang, &session.days()).map(|day| view! { <bdi>{day}</bdi> }.into_any());
    let sample = session.is_sample.then(|| view! { <span class="chip sample">{ctx.t.sample}</span> }.into_any());
    view! {
        <section class="in-session">
            <h2 lang=ctx.content_lang()><a href=href><Phrases title=session.title.to_string()/></a></h2>
            <p class="row quiet" lang=lang.tag()>{day}{sample}</p>
            {groups}
            {all}
        </section>
    }
    .into_any()
}
