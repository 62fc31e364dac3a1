//! Two sessions side by side.

mod movers;
mod pickers;
mod sides;

use crate::digest::compare::{budgets, is_one_body};
use crate::i18n::{Beyond, Lang, fill};
use crate::model::SessionId;
use crate::route::{Across, Place};
use crate::ui::components::around::{dots, href};
use crate::ui::components::layout::PageHeading;
use crate::ui::components::text::Phrases;
use crate::ui::data::bodies::two;
use crate::ui::pages::across::pieces::{Crumb, Progress, ctx, lost, sample_note, title, to, when};
use crate::ui::state::body_sessions::BodySessions;
use crate::ui::state::{App, Ctx};
use leptos::prelude::*;
use pickers::Pickers;
use sides::Sides;

/// The page of two sessions, the first at the left.
#[component]
pub fn ComparePage(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// Their ids.
    ids: [SessionId; 2],
) -> impl IntoView {
    let words = Beyond::of(lang);
    title(lang, words.compare_title);
    let [a, b] = &ids;
    let content = if a == b {
        view! { <p>{fill(words.compare_same, &[a.as_str()])}</p>{lost(lang)} }.into_any()
    } else {
        let key = href(Across::Compare(a.clone(), b.clone()));
        let (wanted, of) = (ids.clone(), key.clone());
        let body_sessions = Signal::derive(move || two(app, &of, [&wanted[0], &wanted[1]]));
        view! { <Progress app lang key body_sessions/>{move || content(app, lang, &ids, &body_sessions.get())} }.into_any()
    };
    view! {
        <div class="head"><Crumb lang/><PageHeading text=words.compare_title/></div>
        <div class="page one"><div>{content}</div></div>
    }
    .into_any()
}

/// What is there of the two; a way on where one of them is not.
fn content(app: App, lang: Lang, ids: &[SessionId; 2], body_sessions: &BodySessions) -> AnyView {
    if body_sessions.left > 0 {
        return ().into_any();
    }
    let mut parts = Vec::new();
    let mut of = Vec::new();
    for id in ids {
        match body_sessions.sessions.iter().find(|opened| opened.session.id == *id) {
            Some(opened) => of.push(ctx(app, lang, opened)),
            None => parts.push(view! { <p>{fill(Beyond::of(lang).compare_missing, &[id.as_str()])}</p> }.into_any()),
        }
    }
    match <[Ctx; 2]>::try_from(of) {
        Ok(of) => both(lang, of),
        Err(of) => {
            let there = of.iter().map(|ctx| view! { <p>{to(ctx.href(Place::Overview), &ctx.session().title)}</p> }.into_any());
            parts.extend(there.chain([lost(lang)]));
            parts.into_any()
        }
    }
}

/// Both are there.
fn both(lang: Lang, of: [Ctx; 2]) -> AnyView {
    let words = Beyond::of(lang);
    let [a, b] = [of[0].session(), of[1].session()];
    title(lang, &dots(&[words.compare_title, &a.title, &b.title]));
    let heads = of.iter().map(|ctx| {
        let session = ctx.session();
        let body = href(Across::Body(session.assembly.name.to_string()));
        let (way, lang) = (ctx.href(Place::Overview), ctx.content_lang());
        view! {
            <div>
                <h2><a class="t" href=way.clone() data-key=way lang=lang><Phrases title=session.title.to_string()/></a></h2>
                <p class="quiet">
                    {when(ctx.lang, &session.dates)}" · "
                    <a href=body lang=ctx.content_lang()>{session.assembly.name.to_string()}</a>
                </p>
            </div>
        }
        .into_any()
    });
    let heads = heads.collect::<Vec<_>>();
    let swapped = href(Across::Compare(b.id.clone(), a.id.clone()));
    let sample = sample_note(words, a.is_sample || b.is_sample);
    let others = (!is_one_body(a, b)).then(|| view! { <p class="note">{words.compare_bodies}</p> }.into_any());
    view! {
        <div class="two">{heads}<a class="go" href=swapped>{words.compare_swap}</a></div>
        <Pickers app=of[0].app lang of=of.clone()/>
        {sample}
        {others}
        {movers::section(&of, &budgets(a, b))}
        {Sides { lang, of }.parts()}
    }
    .into_any()
}
