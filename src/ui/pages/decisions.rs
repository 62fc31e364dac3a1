//! Resolutions, votes and elections.

use crate::check::Listed;
use crate::i18n::{dates, labels};
use crate::model::{Block, BlockKind, Resolution};
use crate::route::Place;
use crate::ui::components::activities::scroll_to_current;
use crate::ui::components::card::Card;
use crate::ui::components::layout::{OneColumn, PageHeading, Section};
use crate::ui::components::remarks::declared;
use crate::ui::components::text::{Phrases, dotted};
use crate::ui::components::vote::VoteCard;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// All of them; the one that the link names is marked and scrolled to.
#[component]
pub fn DecisionsPage(
    /// The id of the resolution or vote that the link names.
    #[prop(optional, into)]
    current: Option<String>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (t, session) = (ctx.t, ctx.session());
    let is_current = |id: &str| current.as_deref() == Some(id);
    let resolutions = session.resolutions.iter().map(|one| resolution(&ctx, one, is_current(one.id.as_str())));
    let resolutions: Vec<AnyView> = resolutions.collect();
    let votes = session.votes.iter().enumerate();
    let votes = votes.map(|(at, vote)| view! { <VoteCard at is_current=is_current(vote.id.as_str())/> }.into_any());
    let votes: Vec<AnyView> = votes.collect();
    if current.is_some() {
        scroll_to_current(ctx.app);
    }
    view! {
        <OneColumn>
            <PageHeading text=t.decisions/>
            {declared(&ctx, Listed::Resolutions)}
            {filled(t.resolutions, resolutions)}
            {filled(t.votes, votes)}
        </OneColumn>
    }
    .into_any()
}

/// A section, where there is something in it.
fn filled(heading: &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| view! { <Section heading>{rows}</Section> }.into_any())
}

fn resolution(ctx: &Ctx, resolution: &Resolution, is_current: bool) -> AnyView {
    let kind = resolution.kind.map(|kind| labels::resolution_kind(ctx.lang, kind).to_owned());
    let date = resolution.date.as_ref().map(|date| dates::date(ctx.lang, date));
    let line = dotted([kind, resolution.number.as_ref().map(ToString::to_string), date]);
    let vote = resolution.vote.as_ref().map(|id| {
        let href = ctx.href(Place::Vote(id.clone()));
        view! { <a href=href class="go">{ctx.t.see_vote}</a> }.into_any()
    });
    let status = resolution.text_status.filter(|_| !resolution.blocks.is_empty());
    let status = status.map(|status| view! { <span class="chip mark">{labels::text_status(ctx.lang, status)}</span> }.into_any());
    let text: Vec<AnyView> = resolution.blocks.iter().map(block).collect();
    let href = ctx.href(Place::Resolution(resolution.id.clone()));
    let (title, lang) = (resolution.title.to_string(), ctx.content_lang());
    view! {
        <Card is_current>
            <h3 lang=lang.clone()><a href=href><Phrases title/></a></h3>
            <p class="quiet">{line}" "{status}" "{vote}</p>
            <div class="text" lang=lang>{text}</div>
        </Card>
    }
    .into_any()
}

/// A block of a resolution.
fn block(block: &Block) -> AnyView {
    let text = block.text.as_deref().unwrap_or_default().to_owned();
    let text = if block.kind == BlockKind::Heading {
        view! { <h4><Phrases title=text/></h4> }.into_any()
    } else {
        view! { <p>{text}</p> }.into_any()
    };
    let items = matches!(block.kind, BlockKind::List | BlockKind::Table).then(|| {
        let items = block.items.iter().map(|item| view! { <li>{item.to_string()}</li> }.into_any());
        view! { <ul>{items.collect::<Vec<_>>()}</ul> }.into_any()
    });
    view! { {text}{items} }.into_any()
}
