//! What there is to read: the texts first, what is only a title folded.

use super::answer::Answer;
use crate::digest::answers::texts;
use crate::digest::{length_chars, minutes_to_read};
use crate::i18n::{Answers, fill, labels};
use crate::model::Speech;
use crate::route::Place;
use crate::ui::components::decided::{DecidedList, DecidedRow};
use crate::ui::components::person::PersonLink;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The answer; nothing where there is not even a title.
#[component]
pub(super) fn TextsAnswer() -> impl IntoView {
    let ctx = use_ctx();
    let a = Answers::of(ctx.lang);
    let (with_text, titles) = texts(ctx.session());
    if with_text.is_empty() && titles.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = with_text.into_iter().map(|speech| row(&ctx, speech)).collect();
    let all = if rows.is_empty() { view! { <p class="quiet">{a.r_none}</p> }.into_any() } else { view! { <DecidedList rows/> }.into_any() };
    let rest: Vec<AnyView> = titles.into_iter().map(|speech| row(&ctx, speech)).collect();
    let rest = (!rest.is_empty()).then(|| {
        let label = fill(a.r_titles, &[&rest.len().to_string()]);
        view! { <details class="fold"><summary>{label}</summary><DecidedList rows=rest/></details> }.into_any()
    });
    view! { <Answer question=a.q_texts ways=vec![(ctx.t.speeches, Place::Speeches)]>{all}{rest}</Answer> }.into_any()
}

/// Who spoke in which post, how the text relates to what was said, and how long it takes to read.
fn row(ctx: &Ctx, speech: &Speech) -> AnyView {
    let known = speech.speaker.as_ref().filter(|id| ctx.opened.lookup.person(ctx.session(), id).is_some());
    let who = match (known, &speech.attribution) {
        (Some(id), _) => Some(view! { <PersonLink id=id.clone()/> }.into_any()),
        (None, Some(name)) => Some(name.to_string().into_any()),
        (None, None) => None,
    };
    let post = speech.post.as_ref().map(ToString::to_string);
    let post = post.map(|post| if who.is_some() { format!(" · {post}") } else { post });
    let has_text = !speech.blocks.is_empty();
    let length = has_text.then(|| fill(ctx.t.about_minutes, &[&minutes_to_read(length_chars(&speech.blocks)).to_string()]));
    let status = speech.text_status.filter(|_| has_text).map(|status| labels::text_status(ctx.lang, status).to_owned());
    let about = dotted([status, length]);
    let dot = if about.is_empty() || who.is_none() && post.is_none() { "" } else { " · " };
    let (place, title, tag) = (Place::Speech(speech.id.clone()), speech.title.to_string(), ctx.lang.tag());
    view! { <DecidedRow place title><span class="who">{who}{post}<span lang=tag>{dot}{about}</span></span></DecidedRow> }.into_any()
}
