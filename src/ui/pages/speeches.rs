//! All speeches and reports.

use crate::check::Listed;
use crate::digest::{length_chars, minutes_to_read};
use crate::i18n::{fill, labels};
use crate::model::Speech;
use crate::route::Place;
use crate::ui::components::chip::Chip;
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::components::person::PersonLink;
use crate::ui::components::remarks::declared;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The list, in the order of the file.
#[component]
pub fn SpeechesPage() -> impl IntoView {
    let ctx = use_ctx();
    let rows: Vec<AnyView> = ctx.session().speeches.iter().map(|speech| row(&ctx, speech)).collect();
    view! {
        <OneColumn>
            <PageHeading text=ctx.t.speeches/>
            {declared(&ctx, Listed::Reports)}
            <ul class="rows" lang=ctx.content_lang()>{rows}</ul>
        </OneColumn>
    }
    .into_any()
}

fn row(ctx: &Ctx, speech: &Speech) -> AnyView {
    let kind = speech.kind.map(|kind| view! { <Chip text=labels::speech_kind(ctx.lang, kind)/> }.into_any());
    let length = (!speech.blocks.is_empty()).then(|| {
        let minutes = minutes_to_read(length_chars(&speech.blocks)).to_string();
        fill(ctx.t.about_minutes, &[&minutes])
    });
    let known = speech.speaker.as_ref().filter(|id| ctx.opened.lookup.person(ctx.session(), id).is_some());
    let who = match (known, &speech.attribution) {
        (Some(id), _) => Some(view! { <PersonLink id=id.clone()/> }.into_any()),
        (None, Some(name)) => Some(name.to_string().into_any()),
        (None, None) => None,
    };
    let post = speech.post.as_ref().map(|post| view! { <span>" · "{post.to_string()}</span> }.into_any());
    let status = speech.text_status.filter(|_| !speech.blocks.is_empty()).map(|status| labels::text_status(ctx.lang, status).to_owned());
    let href = ctx.href(Place::Speech(speech.id.clone()));
    view! {
        <li>
            <a href=href class="t">{speech.title.to_string()}</a>
            {kind}
            <span class="who">{who}{post}</span>
            <span class="who quiet" lang=ctx.lang.tag()>{dotted([length, status])}</span>
        </li>
    }
    .into_any()
}
