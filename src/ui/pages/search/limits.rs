//! What a search in a session can be limited to: a speaker and a sitting, and the kinds of what was found.

use crate::i18n::labels;
use crate::model::{PersonId, SittingId};
use crate::order::insert;
use crate::route::{Asked, KINDS, Kind, Place, Route};
use crate::ui::actions::navigation;
use crate::ui::components::chooser::Chooser;
use crate::ui::pages::search::matching::search_href;
use crate::ui::state::place::asked;
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// Choices of a speaker and a sitting, where there is something to choose from.
#[component]
pub fn SessionLimits(
    /// Whether nothing could be limited.
    #[prop(into)]
    is_hidden: Signal<bool>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, f, all) = (ctx.app, ctx.find(), ctx.t.all);
    let session = ctx.session();
    let mut seen = Vec::new();
    let mut ids: Vec<&PersonId> = Vec::new();
    ids.extend(session.speeches.iter().filter_map(|speech| speech.speaker.as_ref()));
    ids.extend(session.agenda.iter().flat_map(|item| &item.presenters));
    ids.extend(session.suggestions.iter().flat_map(crate::digest::follow::movers));
    ids.retain(|id| insert(&mut seen, id.as_str()));
    let named = |id: &PersonId| ctx.opened.lookup.person(session, id).map(|person| (id.to_string(), person.name.to_string()));
    let people: Vec<(String, String)> = ids.into_iter().filter_map(named).collect();
    let sittings = session.sittings.iter().filter_map(|sitting| Some((sitting.id.to_string(), sitting.name.as_ref()?.to_string())));
    let sittings: Vec<(String, String)> = sittings.collect();
    let source = StoredValue::new(ctx.source.clone());
    let go = move |change: &dyn Fn(&mut Asked)| {
        let mut next = untrack(|| asked(app)).unwrap_or_default();
        change(&mut next);
        navigation::go(app, Route::to(source.get_value(), Place::Search(Box::new(next))));
    };
    let who = Signal::derive(move || asked(app)?.who.map(|id| id.to_string()));
    let sitting = Signal::derive(move || asked(app)?.sitting.map(|id| id.to_string()));
    let choose_who = move |value: Option<String>| go(&|asked| asked.who = value.clone().map(PersonId));
    let choose_sitting = move |value: Option<String>| go(&|asked| asked.sitting = value.clone().map(SittingId));
    view! {
        <form class="filters" aria-label=f.find_limits hidden=move || is_hidden.get() on:submit=|event| event.prevent_default()>
            <Chooser all label=f.find_speaker options=people current=who choose=choose_who/>
            <Chooser all label=f.find_sitting options=sittings current=sitting choose=choose_sitting/>
        </form>
    }
    .into_any()
}

/// The kinds that there are, each with a link that limits the results to it or lifts the limit. A link stays the same element when it is followed.
#[component]
pub fn Kinds(
    /// The kinds, and how much was found of each.
    counts: Vec<(Kind, usize)>,
    /// What was searched for.
    #[prop(into)]
    asked: Signal<Asked>,
) -> impl IntoView {
    let ctx = use_ctx();
    let total = counts.iter().map(|(_, count)| count).sum::<usize>();
    let counts = counts.into_iter().map(|(kind, count)| (Some(kind), count));
    let links = std::iter::once((None, total)).chain(counts).map(|(kind, count)| {
        let label = kind.map_or(ctx.t.all, |kind| labels::found_kind(ctx.lang, kind));
        let here = ctx.clone();
        let href = move || search_href(&here, Asked { kind, ..asked.get() });
        let is_current = move || (asked.read().kind == kind).then_some("true");
        view! { <a href=href data-key=kind_key(kind) aria-current=is_current>{label}<small>{count}</small></a> }.into_any()
    });
    view! { <nav class="kinds" aria-label=ctx.find().find_kinds lang=ctx.lang.tag()>{links.collect::<Vec<_>>()}</nav> }.into_any()
}

fn kind_key(kind: Option<Kind>) -> &'static str {
    KINDS.iter().find(|(known, _)| Some(*known) == kind).map_or("kind-all", |(_, name)| name)
}
