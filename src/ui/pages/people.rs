//! Everyone named, their posts at that session and what they did in it.

use crate::digest::{Deed, deeds, posts};
use crate::i18n::labels;
use crate::model::{Person, SpeechKind, Stated};
use crate::order::ordered;
use crate::route::Place;
use crate::ui::navigation;
use crate::ui::parts::filled;
use crate::ui::state::{App, Ctx};
use leptos::prelude::*;

/// All people by pinyin; the current one is marked and scrolled to.
pub fn page(ctx: &Ctx, current: Option<&Person>) -> AnyView {
    let people: Vec<&Person> = ctx.session().people.iter().collect();
    let name = |person: &Person| person.sort_name.as_deref().unwrap_or(&person.name).to_ascii_lowercase();
    let people = ordered(&people, |a, b| name(a).cmp(&name(b)));
    let deeds = deeds(ctx.session());
    let rows = people
        .into_iter()
        .map(|person| row(ctx, person, &mut deeds.of(&person.id), current.is_some_and(|current| current.id == person.id)));
    if current.is_some() {
        scroll_to_current(ctx.app);
    }
    view! {
        <div class="page one"><div>
            <h1 tabindex="-1">{ctx.t.people}</h1>
            <ul class="people" lang=ctx.content_lang()>{rows.collect_view()}</ul>
        </div></div>
    }
    .into_any()
}

/// Brings what is marked as current into view, once it is painted.
pub(super) fn scroll_to_current(app: App) {
    navigation::after_paint(move || {
        if let Ok(Some(element)) = document().query_selector(".content .hit") {
            navigation::reveal(app, &element);
        }
    });
}

fn row(ctx: &Ctx, person: &Person, done: &mut dyn Iterator<Item = Deed>, is_current: bool) -> impl IntoView + use<> {
    let t = ctx.t;
    let posts = posts(person);
    let posts = (!posts.is_empty()).then(|| view! { <p class="posts">{posts}</p> });
    let done: Vec<AnyView> = done.filter_map(|deed| deed_line(ctx, deed)).collect();
    let done = if done.is_empty() {
        view! { <p class="quiet" lang=ctx.lang.tag()>{t.nothing_recorded}</p> }.into_any()
    } else {
        view! { <ul class="deeds" lang=ctx.lang.tag()>{done}</ul> }.into_any()
    };
    let face: String = person.name.chars().take(1).collect();
    view! {
        <li class=if is_current { "hit" } else { "" } aria-current=is_current.then_some("true")>
            <span class="face" aria-hidden="true">{face}</span>
            <div>
                <h2><a href=ctx.href(Place::Person(person.id.clone()))><bdi>{person.name.to_string()}</bdi></a></h2>
                {posts}
                {done}
            </div>
        </li>
    }
}

fn deed_line(ctx: &Ctx, deed: Deed) -> Option<AnyView> {
    let t = ctx.t;
    let session = ctx.session();
    let (text, place) = match deed {
        Deed::Presided(at) => {
            let sitting = session.sittings.get(at)?;
            let kind = sitting.kind.map(|kind| labels::sitting_kind(ctx.lang, kind).to_owned());
            let name = sitting.name.as_ref().map(ToString::to_string).or(kind)?;
            (filled(ctx, t.presided, &name), Place::Agenda)
        }
        Deed::Presented(at) => {
            let item = session.agenda.get(at)?;
            (filled(ctx, t.presented, &item.title), Place::AgendaItem(item.id.clone()))
        }
        Deed::Spoke(at) => {
            let speech = session.speeches.get(at)?;
            let template = if speech.kind == Some(SpeechKind::Report) { t.reported } else { t.spoke };
            (filled(ctx, template, &speech.title), Place::Speech(speech.id.clone()))
        }
        Deed::Stood(at, candidate) => {
            let vote = session.votes.get(at)?;
            let candidate = vote.candidates.get(candidate)?;
            let post = candidate.post.as_deref().or(vote.motion.as_deref()).unwrap_or_default();
            let template = match candidate.elected {
                Stated::Value(true) => t.stood_elected,
                Stated::Value(false) => t.stood_not_elected,
                Stated::Unknown | Stated::None => t.stood,
            };
            (filled(ctx, template, post), Place::Vote(vote.id.clone()))
        }
        Deed::Led(at) => {
            let led = filled(ctx, t.led, &session.suggestions.get(at)?.title);
            return Some(view! { <li>{led}</li> }.into_any());
        }
    };
    Some(view! { <li><a href=ctx.href(place)>{text}</a></li> }.into_any())
}
