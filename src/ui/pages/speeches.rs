//! All speeches and reports.

use crate::digest::{length_chars, minutes_to_read};
use crate::i18n::{fill, labels};
use crate::model::Speech;
use crate::route::Place;
use crate::ui::parts::{dotted, person};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// The list, in the order of the file.
pub fn page(ctx: &Ctx) -> AnyView {
    let rows = ctx.session().speeches.iter().map(|speech| row(ctx, speech));
    view! {
        <div class="page one"><div>
            <h1 tabindex="-1">{ctx.t.speeches}</h1>
            <ul class="rows" lang=ctx.content_lang()>{rows.collect_view()}</ul>
        </div></div>
    }
    .into_any()
}

fn row(ctx: &Ctx, speech: &Speech) -> impl IntoView + use<> {
    let kind = speech.kind.map(|kind| view! { <span class="chip" lang=ctx.lang.tag()>{labels::speech_kind(ctx.lang, kind)}</span> });
    let length = (!speech.blocks.is_empty()).then(|| {
        let minutes = minutes_to_read(length_chars(&speech.blocks)).to_string();
        fill(ctx.t.about_minutes, &[&minutes])
    });
    let post = speech.post.as_ref().map(|post| view! { <span>" · "{post.to_string()}</span> });
    let known = speech.speaker.as_ref().filter(|id| ctx.opened.lookup.person(ctx.session(), id).is_some());
    let who = match known {
        Some(id) => Some(person(ctx, id)),
        None => speech.attribution.as_ref().map(|name| name.to_string().into_any()),
    };
    let status = speech.text_status.filter(|_| !speech.blocks.is_empty()).map(|status| labels::text_status(ctx.lang, status).to_owned());
    view! {
        <li>
            <a class="t" href=ctx.href(Place::Speech(speech.id.clone()))>{speech.title.to_string()}</a>
            {kind}
            <span class="who">{who}{post}</span>
            <span class="who quiet" lang=ctx.lang.tag()>{dotted([length, status])}</span>
        </li>
    }
}
