//! One slide: the session's own, or that of an item of its agenda.

use crate::digest::facts::{Line, Told};
use crate::digest::posts;
use crate::model::AgendaItem;
use crate::ui::components::chip::outcome;
use crate::ui::components::text::Phrases;
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
        told(&ctx).first_slide().into_iter().map(|line| view! { <p><bdi>{line}</bdi></p> }.into_any()).collect()
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

/// Who presents an item in which post, what came of it, and what else is known of it.
fn about(ctx: &Ctx, item: &AgendaItem) -> Vec<AnyView> {
    let lines = told(ctx).slide(item).into_iter().map(|line| match line {
        Line::Presenter(id) => {
            let person = ctx.opened.lookup.person(ctx.session(), id);
            let name = person.map_or(id.as_str(), |person| person.name.as_str()).to_owned();
            let post = person.map(posts).filter(|post| !post.is_empty()).map(|post| view! { <span class="post">{post}</span> }.into_any());
            view! { <p lang=ctx.content_lang()><bdi>{name}</bdi>" "{post}</p> }.into_any()
        }
        Line::Came(_, votes) => {
            let votes = votes.into_iter().map(|vote| view! { <span lang=ctx.lang.tag()>{vote}</span> }.into_any());
            view! { <p class="results">{outcome(item)}{votes.collect::<Vec<_>>()}</p> }.into_any()
        }
        Line::Words(words) => view! { <p class="post"><bdi>{words}</bdi></p> }.into_any(),
    });
    lines.collect()
}

fn told(ctx: &Ctx) -> Told<'_> {
    Told { lang: ctx.lang, session: ctx.session(), lookup: &ctx.opened.lookup }
}
