//! One slide: the session's own, or that of an item of its agenda.

use crate::digest::posts;
use crate::i18n::{dates, labels};
use crate::model::AgendaItem;
use crate::ui::components::chip::outcome;
use crate::ui::components::text::{Filled, Phrases, dotted};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The slide that is shown. Its heading stays when the next one comes, and keeps the focus.
#[component]
pub fn Slide(
    /// Which one: 0 is the session's own.
    at: Memo<usize>,
) -> impl IntoView {
    let ctx = use_ctx();
    let item = {
        let ctx = ctx.clone();
        move || at.get().checked_sub(1).and_then(|at| ctx.session().agenda.get(at).cloned())
    };
    let (of_number, of_title, title) = (item.clone(), item.clone(), ctx.session().title.clone());
    let number = move || of_number().and_then(|item| item.number).map(|number| view! { <p class="n">{number.to_string()}</p> }.into_any());
    let title = move || {
        let title = of_title().map_or_else(|| title.clone(), |item| item.title);
        view! { <Phrases title=title.to_string()/> }.into_any()
    };
    let content_lang = ctx.content_lang();
    let rest = move || {
        if let Some(item) = item() {
            return about(&ctx, &item);
        }
        let session = ctx.session();
        let facts = [dates::span(ctx.lang, &session.dates), session.venue.value().map(ToString::to_string)];
        facts.into_iter().flatten().map(|fact| view! { <p><bdi>{fact}</bdi></p> }.into_any()).collect()
    };
    view! {
        <div class="slide">
            {number}
            <h1 id="slide" tabindex="-1" lang=content_lang>{title}</h1>
            {rest}
        </div>
    }
    .into_any()
}

/// Who presents an item in which post, on whose behalf, and what came of it.
fn about(ctx: &Ctx, item: &AgendaItem) -> Vec<AnyView> {
    let (t, session, lookup) = (ctx.t, ctx.session(), &ctx.opened.lookup);
    let presenters = item.presenters.iter().map(|id| {
        let person = lookup.person(session, id);
        let name = person.map_or(id.as_str(), |person| person.name.as_str()).to_owned();
        let post = person.map(posts).filter(|post| !post.is_empty()).map(|post| view! { <span class="post">{post}</span> }.into_any());
        view! { <p lang=ctx.content_lang()><bdi>{name}</bdi>" "{post}</p> }.into_any()
    });
    let behalf =
        item.on_behalf_of.value().map(|of| view! { <p class="post"><Filled template=t.on_behalf_of value=of.to_string()/></p> }.into_any());
    let votes = item.votes.iter().filter_map(|id| lookup.vote(session, id.as_str())).filter_map(|vote| {
        let mut words = vec![vote.result.map(|result| labels::vote_result(ctx.lang, result).to_owned()).filter(|_| item.result.is_none())];
        if let Some(counts) = &vote.counts {
            let counts = [(t.yes, &counts.yes), (t.no, &counts.no), (t.abstain, &counts.abstain), (t.not_voting, &counts.not_voting)];
            words.extend(counts.map(|(label, count)| count.value().map(|count| format!("{label} {count}"))));
        }
        let words = dotted(words);
        (!words.is_empty()).then(|| view! { <span lang=ctx.lang.tag()>{words}</span> }.into_any())
    });
    let votes = votes.collect::<Vec<_>>();
    let results = view! { <p class="results">{outcome(item)}{votes}</p> }.into_any();
    presenters.chain(behalf).chain([results]).collect()
}
