//! People by name.

use crate::check::short;
use crate::model::PersonId;
use crate::route::Place;
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// A person's name with a link to the person; an id that leads nowhere is shown as it is.
#[component]
pub fn PersonLink(
    /// The person's id in the session around.
    id: PersonId,
) -> impl IntoView {
    let ctx = use_ctx();
    match ctx.opened.lookup.person(ctx.session(), &id) {
        Some(person) => {
            let href = ctx.href(Place::Person(person.id.clone()));
            view! { <a class="person" href=href><bdi>{person.name.to_string()}</bdi></a> }.into_any()
        }
        None => view! { <bdi>{short(id.as_str())}</bdi> }.into_any(),
    }
}

/// Several people, divided as Chinese divides names.
#[component]
pub fn PersonList(
    /// Their ids in the session around.
    ids: Vec<PersonId>,
) -> impl IntoView {
    let names = ids.into_iter().enumerate().map(|(at, id)| {
        let comma = (at > 0).then_some("、");
        view! { {comma}<PersonLink id/> }.into_any()
    });
    view! { <span class="persons" lang=use_ctx().content_lang()>{names.collect::<Vec<_>>()}</span> }.into_any()
}
