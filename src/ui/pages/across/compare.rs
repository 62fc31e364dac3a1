//! Two sessions side by side.

mod movers;
mod picker;
mod sides;

use crate::digest::compare::{budgets, is_one_body};
use crate::i18n::{Beyond, Lang, fill};
use crate::model::SessionId;
use crate::route::{Across, Place};
use crate::ui::components::around::href;
use crate::ui::components::layout::{PageHeading, document_title};
use crate::ui::components::text::Phrases;
use crate::ui::data::bodies::two;
use crate::ui::pages::across::pieces::{Crumb, Progress, ctx, lost, sample_note, to, when};
use crate::ui::state::body_sessions::BodySessions;
use crate::ui::state::{App, Ctx};
use leptos::prelude::*;
use picker::Picker;
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
    document_title(lang, &[words.compare_title]);
    let [a, b] = &ids;
    let key = href(Across::Compare(a.clone(), b.clone()));
    let (wanted, of) = (ids.clone(), key.clone());
    let body_sessions = Signal::derive(move || two(app, &of, [&wanted[0], &wanted[1]]));
    view! {
        <div class="head"><Crumb lang/><PageHeading text=words.compare_title/></div>
        <div class="page one">
            <div><Progress app lang key body_sessions/>{move || content(app, lang, &ids, &body_sessions.get())}</div>
        </div>
    }
    .into_any()
}

/// What is there of the two; a way on where one of them is not.
fn content(app: App, lang: Lang, ids: &[SessionId; 2], body_sessions: &BodySessions) -> AnyView {
    if body_sessions.left > 0 {
        return ().into_any();
    }
    let (mut parts, mut of) = (Vec::new(), Vec::new());
    let is_same = ids[0] == ids[1];
    for id in ids.iter().skip(usize::from(is_same)) {
        match body_sessions.sessions.iter().find(|opened| opened.session.id == *id) {
            Some(opened) => of.push(ctx(app, lang, opened)),
            None => parts.push(view! { <p>{fill(Beyond::of(lang).compare_missing, &[id.as_str()])}</p> }.into_any()),
        }
    }
    if let (true, [one]) = (is_same, of.as_slice()) {
        return alone(lang, one);
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

/// One is there, and the other is still to be chosen: the way here from any session.
fn alone(lang: Lang, one: &Ctx) -> AnyView {
    let ids = [one.session().id.clone(), one.session().id.clone()];
    view! {
        <div class="two">
            {head(one, 0, &ids)}
            <div><p>{Beyond::of(lang).compare_other}</p><Picker ctx=one.clone() side=1 ids/></div>
        </div>
    }
    .into_any()
}

/// Both are there.
fn both(lang: Lang, of: [Ctx; 2]) -> AnyView {
    let words = Beyond::of(lang);
    let [a, b] = [of[0].session(), of[1].session()];
    document_title(lang, &[words.compare_title, &a.title, &b.title]);
    let ids = [a.id.clone(), b.id.clone()];
    let heads = of.iter().enumerate().map(|(side, ctx)| head(ctx, side, &ids)).collect::<Vec<_>>();
    let swapped = href(Across::Compare(b.id.clone(), a.id.clone()));
    let sample = sample_note(words, a.is_sample || b.is_sample);
    let others = (!is_one_body(a, b)).then(|| view! { <p class="note">{words.compare_bodies}</p> }.into_any());
    view! {
        <div class="two">{heads}<a class="go" href=swapped>{words.compare_swap}</a></div>
        {sample}
        {others}
        {movers::section(&of, &budgets(a, b))}
        {Sides { lang, of }.parts()}
    }
    .into_any()
}

/// What stands at the head of a side, with the choice of another session.
fn head(ctx: &Ctx, side: usize, ids: &[SessionId; 2]) -> AnyView {
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
            <Picker ctx=ctx.clone() side ids=ids.clone()/>
        </div>
    }
    .into_any()
}
