//! The head of a session: where it came from, what it is called, and what can be done with it.

use crate::digest::answers::short_place;
use crate::i18n::{Answers, Lang, dates, fill};
use crate::model::Status;
use crate::route::{Place, SessionSource};
use crate::ui::actions::open::show_archived;
use crate::ui::app::session::actions::SessionActions;
use crate::ui::components::around::BodyLink;
use crate::ui::components::chip::Chip;
use crate::ui::components::kept::KeptNote;
use crate::ui::components::text::Phrases;
use crate::ui::data::catalogue::of_body;
use crate::ui::parts;
use crate::ui::state::{Ctx, Load, Origin, use_ctx};
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
    let is_local = matches!(ctx.opened.origin, Origin::Local(_) | Origin::Pasted);
    view! {
        {notes.collect::<Vec<_>>()}
        {origin}
        {is_own.then(|| view! { <ArchivedVersion/> }.into_any())}
        {is_local.then(|| parts::own_file(&ctx))}
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

/// The head of the overview: the short name and the day, the full title in small print, and the way to the search.
#[component]
pub fn FullHead() -> impl IntoView {
    let ctx = use_ctx();
    let (session, a) = (ctx.session(), Answers::of(ctx.lang));
    let sample = session.is_sample.then(|| view! { <Chip text=ctx.t.sample kind="sample"/> }.into_any());
    let present = session.attendance.as_ref().and_then(|attendance| {
        let present = attendance.present.value()?.to_string();
        Some(match attendance.expected.value() {
            Some(expected) => fill(a.present_of, &[&present, &expected.to_string()]),
            None => fill(a.present_only, &[&present]),
        })
    });
    let present = present.map(|present| view! { <span>{present}</span> }.into_any());
    let body = (ctx.opened.origin == Origin::Archive).then(|| view! { <span><BodyLink name=a.all_of_body/></span> }.into_any());
    let search = ctx.href(Place::Search(Box::default()));
    view! {
        <div class="head full">
            <div>
                <hgroup lang=ctx.content_lang()>
                    <p class="brief" lang=ctx.lang.tag()>{brief(&ctx)}</p>
                    <h1 class="title" tabindex="-1"><Phrases title=session.title.to_string()/></h1>
                </hgroup>
                <p class="facts">{sample}{present}{body}</p>
            </div>
            <div class="do">
                <a class="ask" href=search>{a.ask}</a>
                <SessionActions/>
            </div>
        </div>
    }
    .into_any()
}

/// Where and when: 华漕镇 · 2024年7月18日.
fn brief(ctx: &Ctx) -> AnyView {
    let session = ctx.session();
    let place = short_place(&session.assembly).to_owned();
    let days = dates::span(ctx.lang, &session.days()).map(|days| format!(" · {days}"));
    view! { <span lang=ctx.content_lang()>{place}</span>{days} }.into_any()
}

/// On the other pages the way back to the session is enough.
#[component]
pub fn ShortHead() -> impl IntoView {
    let ctx = use_ctx();
    let href = ctx.href(Place::Overview);
    view! {
        <div class="head short">
            <nav class="crumb" aria-label=ctx.t.about_session>
                <a href=href>
                    <b class="brief">{brief(&ctx)}</b>
                    <span class="full" lang=ctx.content_lang()>" "<Phrases title=ctx.session().title.to_string()/></span>
                </a>
            </nav>
            <SessionActions/>
        </div>
    }
    .into_any()
}
