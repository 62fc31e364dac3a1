//! Everyone named, their posts at that session and what they did in it.

use crate::digest::{Activity, activities, posts};
use crate::model::{Person, PersonId};
use crate::order::ordered;
use crate::route::Place;
use crate::ui::components::activities::{ActivityLine, DeputyChanges, activity, scroll_to_current};
use crate::ui::components::around::PersonAcrossLink;
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// All people by pinyin; the one that the link names is marked and scrolled to.
#[component]
pub fn PeoplePage(
    /// The person that the link names.
    #[prop(optional)]
    current: Option<PersonId>,
) -> impl IntoView {
    let ctx = use_ctx();
    let people: Vec<&Person> = ctx.session().people.iter().collect();
    let name = |person: &Person| person.sort_name.as_deref().unwrap_or(&person.name).to_ascii_lowercase();
    let people = ordered(&people, |a, b| name(a).cmp(&name(b)));
    let activities = activities(ctx.session());
    let rows = people.into_iter().map(|person| row(&ctx, person, &mut activities.of(&person.id), current.as_ref() == Some(&person.id)));
    let rows = rows.collect::<Vec<_>>();
    if current.is_some() {
        scroll_to_current(ctx.app);
    }
    let (heading, lang) = (ctx.t.people, ctx.content_lang());
    view! {
        <OneColumn>
            <PageHeading text=heading/>
            <DeputyChanges/>
            <ul class="people" lang=lang>{rows}</ul>
        </OneColumn>
    }
    .into_any()
}

fn row(ctx: &Ctx, person: &Person, done: &mut dyn Iterator<Item = Activity>, is_current: bool) -> AnyView {
    let tag = ctx.lang.tag();
    let done = done.filter_map(|done| activity(ctx, done)).map(|activity| view! { <ActivityLine activity/> }.into_any());
    let done: Vec<AnyView> = done.collect();
    let done = if done.is_empty() {
        view! { <p class="quiet" lang=tag>{ctx.t.nothing_recorded}</p> }.into_any()
    } else {
        view! { <ul class="activities" lang=tag>{done}</ul> }.into_any()
    };
    let posts = posts(person);
    let posts = (!posts.is_empty()).then(|| view! { <p class="posts">{posts}</p> }.into_any());
    let name = person.name.to_string();
    let face: String = name.chars().take(1).collect();
    let href = ctx.href(Place::Person(person.id.clone()));
    view! {
        <li class=is_current.then_some("hit") aria-current=is_current.then_some("true")>
            <span class="face" aria-hidden="true">{face}</span>
            <div>
                <h2><a href=href><bdi>{name.clone()}</bdi></a></h2>
                {posts}
                {done}
                <PersonAcrossLink id=person.id.clone() name/>
            </div>
        </li>
    }
    .into_any()
}
