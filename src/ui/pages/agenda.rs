//! Sittings and agenda; one item in context.

use crate::check::Listed;
use crate::model::{AgendaId, AgendaItem};
use crate::route::Place;
use crate::ui::components::activities::DeputyChanges;
use crate::ui::components::agenda_list::{AgendaList, about, links, sitting_name};
use crate::ui::components::chip::outcome;
use crate::ui::components::layout::{OneColumn, PageHeading, Section};
use crate::ui::components::remarks::declared;
use crate::ui::components::text::{Filled, Phrases};
use crate::ui::components::vote::VoteCard;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The whole agenda, or one item above it.
#[component]
pub fn AgendaPage(
    /// The item that the link names.
    #[prop(optional)]
    item: Option<AgendaId>,
) -> impl IntoView {
    let ctx = use_ctx();
    let heading = ctx.t.agenda;
    let found = item.as_ref().and_then(|id| ctx.opened.lookup.agenda(ctx.session(), id.as_str()));
    match found.map(|item| single(&ctx, item)) {
        None => {
            let declared = declared(&ctx, Listed::Agenda);
            view! { <OneColumn><PageHeading text=heading/>{declared}<section><AgendaList/></section></OneColumn> }.into_any()
        }
        Some(single) => view! { <OneColumn>{single}<Section heading><AgendaList current=item/></Section></OneColumn> }.into_any(),
    }
}

/// One item with everything that belongs to it.
fn single(ctx: &Ctx, item: &AgendaItem) -> AnyView {
    let lang = ctx.content_lang();
    let number = item.number.as_ref().map(|number| view! { <span class="n">{number.to_string()}</span>" " }.into_any());
    let parent = item.parent.as_ref().and_then(|id| ctx.opened.lookup.agenda(ctx.session(), id.as_str())).map(|parent| {
        let href = ctx.href(Place::AgendaItem(parent.id.clone()));
        let title = parent.title.to_string();
        view! { <p class="quiet"><a href=href><Filled template=ctx.t.part_of value=title/></a></p> }.into_any()
    });
    let sitting = item.sitting.as_ref().and_then(|id| ctx.opened.lookup.sitting(ctx.session(), id));
    let sitting = sitting.map(|sitting| view! { <p class="quiet" lang=lang.clone()>{sitting_name(ctx, sitting)}</p> }.into_any());
    view! {
        <article class="item">
            <h1 tabindex="-1" lang=lang>{number}<Phrases title=item.title.to_string()/></h1>
            {parent}
            {sitting}
            <div class="item-body">{outcome(item)}{about(ctx, item)}</div>
            {links(ctx, item)}
            {votes(ctx, item)}
            <DeputyChanges item=item.id.clone()/>
        </article>
    }
    .into_any()
}

/// The votes taken on an item, in place.
fn votes(ctx: &Ctx, item: &AgendaItem) -> Option<AnyView> {
    let votes = item.votes.iter().filter_map(|id| ctx.session().votes.iter().position(|vote| vote.id == *id));
    let cards: Vec<AnyView> = votes.map(|at| view! { <VoteCard at/> }.into_any()).collect();
    (!cards.is_empty()).then(|| view! { <Section heading=ctx.t.votes>{cards}</Section> }.into_any())
}
