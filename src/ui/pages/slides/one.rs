//! One slide: the session's own, that of an item of its agenda, or one of what the session comes to.

use super::sums::{ballot_rows, money_rows, project_rows};
use crate::digest::facts::{Line, Told};
use crate::digest::posts;
use crate::digest::slides::Slide;
use crate::i18n::Answers;
use crate::model::AgendaItem;
use crate::ui::components::chip::outcome;
use crate::ui::components::text::{Mixed, Phrases};
use crate::ui::components::vote::shares;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;
use std::sync::Arc;

/// A title of more characters leaves the other lines less room, and is set smaller.
const LONG: usize = 40;

/// The slide that is shown. Its heading stays when the next one comes, and keeps the focus.
#[component]
pub fn SlideView(
    /// All slides.
    all: Arc<[Slide]>,
    /// Which one.
    at: Memo<usize>,
) -> impl IntoView {
    let ctx = use_ctx();
    let shown = move || all.get(at.get()).cloned().unwrap_or(Slide::Session);
    let (of_number, numbered) = (shown.clone(), ctx.clone());
    let number = move || {
        let number = item(&numbered, &of_number()).and_then(|item| item.number.as_ref()).map(ToString::to_string);
        number.map(|number| view! { <p class="n">{number}</p> }.into_any())
    };
    let (of_title, titled) = (shown.clone(), ctx.clone());
    let text = Memo::new(move |_| title(&titled, &of_title()));
    let (of_lang, spoken) = (shown.clone(), ctx.clone());
    let lang = move || match of_lang() {
        Slide::Session | Slide::Item(_) => spoken.content_lang(),
        _ => spoken.lang.tag().to_owned(),
    };
    let rest = move || match shown() {
        Slide::Session => {
            told(&ctx).first_slide().into_iter().map(|line| view! { <p><bdi><Mixed text=line/></bdi></p> }.into_any()).collect()
        }
        Slide::Money => money_rows(&ctx),
        Slide::Ballot(range) => ballot_rows(&ctx, range),
        Slide::Projects(range) => project_rows(&ctx, range),
        slide @ Slide::Item(_) => item(&ctx, &slide).map(|item| about(&ctx, item)).unwrap_or_default(),
    };
    view! {
        <div class="slide" class:full=move || LONG < text.read().chars().count()>
            {number}
            <h1 id="slide" tabindex="-1" lang=lang>{move || view! { <Phrases title=text.get()/> }.into_any()}</h1>
            {rest}
        </div>
    }
    .into_any()
}

/// What a slide is called: the title of what it is of, or the question that it answers.
pub fn title(ctx: &Ctx, slide: &Slide) -> String {
    match slide {
        Slide::Session => ctx.session().title.to_string(),
        Slide::Item(_) => item(ctx, slide).map(|item| item.title.to_string()).unwrap_or_default(),
        Slide::Money => match crate::digest::answers::money(ctx.session()) {
            Some(money) if !money.is_spent() => Answers::of(ctx.lang).q_plan.to_owned(),
            _ => Answers::of(ctx.lang).q_money.to_owned(),
        },
        Slide::Ballot(_) => ctx.story().ballot.to_owned(),
        Slide::Projects(_) => ctx.t.projects.to_owned(),
    }
}

fn item<'a>(ctx: &'a Ctx, slide: &Slide) -> Option<&'a AgendaItem> {
    if let Slide::Item(at) = slide { ctx.session().agenda.get(*at) } else { None }
}

/// Who presents an item in which post, what came of it, and what else is known of it.
fn about(ctx: &Ctx, item: &AgendaItem) -> Vec<AnyView> {
    let t = ctx.t;
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
        Line::Cast(cast) => {
            let count = |label: &'static str, count: u32| view! { <span>{label}" "<b>{count.to_string()}</b></span>" " }.into_any();
            let counts = [count(t.yes, cast.yes), count(t.no, cast.no), count(t.abstain, cast.abstain)];
            view! { <p class="cast" lang=ctx.lang.tag()>{counts.into_iter().collect::<Vec<_>>()}{shares(cast)}</p> }.into_any()
        }
        Line::Words(words) => view! { <p class="post"><bdi><Mixed text=words/></bdi></p> }.into_any(),
    });
    lines.collect()
}

fn told(ctx: &Ctx) -> Told<'_> {
    Told { lang: ctx.lang, session: ctx.session(), lookup: &ctx.opened.lookup }
}
