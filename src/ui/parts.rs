//! Small pieces that several pages share.

mod blocks;
mod terms;

pub use blocks::Prose;
pub use terms::explained;

use super::state::Ctx;
use crate::check::short;
use crate::digest::phrases;
use crate::i18n::{Texts, labels};
use crate::model::{AgendaItem, AgendaResult, AgendaState, PersonId, Stated};
use crate::route::Place;
use leptos::prelude::*;
use std::fmt::Display;

/// A person's name with a link to the person; an id that leads nowhere is shown as it is.
pub fn person(ctx: &Ctx, id: &PersonId) -> AnyView {
    match ctx.opened.lookup.person(ctx.session(), id) {
        Some(person) => {
            let href = ctx.href(Place::Person(person.id.clone()));
            view! { <a class="person" href=href><bdi>{person.name.to_string()}</bdi></a> }.into_any()
        }
        None => view! { <bdi>{short(id.as_str())}</bdi> }.into_any(),
    }
}

/// A session's title that breaks only between its phrases.
pub fn titled(title: &str) -> AnyView {
    let phrases = phrases(title).into_iter().map(|phrase| view! { {phrase.to_owned()}<wbr/> });
    view! { <span class="phrases">{phrases.collect_view()}</span> }.into_any()
}

/// Several people, divided as Chinese divides names.
pub fn persons(ctx: &Ctx, ids: &[PersonId]) -> AnyView {
    let names = ids.iter().enumerate().map(|(at, id)| view! { {(at > 0).then_some("、")}{person(ctx, id)} });
    view! { <span class="persons" lang=ctx.content_lang()>{names.collect_view()}</span> }.into_any()
}

/// A value, “none” or “not in the source”: absent is never shown as nothing or zero.
pub fn stated<T: Display>(t: &'static Texts, value: &Stated<T>) -> AnyView {
    match value {
        Stated::Unknown => view! { <span class="quiet">{t.not_stated}</span> }.into_any(),
        Stated::None => view! { <span class="quiet">{t.none}</span> }.into_any(),
        Stated::Value(value) => view! { <bdi>{value.to_string()}</bdi> }.into_any(),
    }
}

/// What came of an agenda item, or how far it has come.
pub fn outcome(ctx: &Ctx, item: &AgendaItem) -> Option<AnyView> {
    let lang = ctx.lang;
    let (class, label) = match (item.result, item.state) {
        (Some(result), _) => {
            let class = match result {
                AgendaResult::Adopted | AgendaResult::Elected => "chip done",
                AgendaResult::Rejected => "chip mark",
                AgendaResult::Noted | AgendaResult::None => "chip",
            };
            (class, labels::agenda_result(lang, result))
        }
        (None, Some(state @ (AgendaState::Withdrawn | AgendaState::Postponed))) => ("chip mark", labels::agenda_state(lang, state)),
        (None, Some(state)) => ("chip", labels::agenda_state(lang, state)),
        (None, None) => return None,
    };
    Some(view! { <span class=class lang=lang.tag()>{label}</span> }.into_any())
}

/// “on behalf of …”, where the file says so.
pub fn on_behalf_of(ctx: &Ctx, of: &Stated<crate::model::Text>) -> Option<AnyView> {
    of.value().map(|of| filled(ctx, ctx.t.on_behalf_of, of))
}

/// A template of the interface with a value from the file in it, each marked with its language.
pub fn filled(ctx: &Ctx, template: &'static str, value: &str) -> AnyView {
    let (before, after) = template.split_once("{}").unwrap_or((template, ""));
    view! {
        <span lang=ctx.lang.tag()>{before}<bdi lang=ctx.content_lang()>{value.to_owned()}</bdi>{after}</span>
    }
    .into_any()
}

/// A row of a definition list.
pub fn fact(term: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! { <dt>{term}</dt><dd>{value}</dd> }.into_any()
}

/// Puts a middle dot between what there is.
pub fn dotted(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
