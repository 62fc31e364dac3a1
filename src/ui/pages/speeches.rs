//! All speeches and reports.

use crate::digest::{length_chars, minutes_to_read};
use crate::i18n::{fill, labels};
use crate::model::Speech;
use crate::route::Place;
use crate::ui::components::common::{dotted, heading, one_column, person};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, link, with_text};
use leptos::prelude::*;

/// The list, in the order of the file.
pub fn page(ctx: &Ctx) -> AnyView {
    let mut rows = el("ul").class("rows").lang(&ctx.content_lang());
    for speech in &ctx.session().speeches {
        rows = rows.add(row(ctx, speech));
    }
    one_column(vec![heading(ctx.t.speeches), rows])
}

fn row(ctx: &Ctx, speech: &Speech) -> El {
    let kind = speech.kind.map(|kind| with_text("span", "chip", labels::speech_kind(ctx.lang, kind)).lang(ctx.lang.tag()));
    let length = (!speech.blocks.is_empty()).then(|| {
        let minutes = minutes_to_read(length_chars(&speech.blocks)).to_string();
        fill(ctx.t.about_minutes, &[&minutes])
    });
    let mut who = el("span").class("who");
    let known = speech.speaker.as_ref().filter(|id| ctx.opened.lookup.person(ctx.session(), id).is_some());
    match (known, &speech.attribution) {
        (Some(id), _) => who = who.add(person(ctx, id)),
        (None, Some(name)) => who = who.text(name),
        (None, None) => {}
    }
    let post = speech.post.as_ref().map(|post| with_text("span", "", " · ").text(post));
    let status = speech.text_status.filter(|_| !speech.blocks.is_empty()).map(|status| labels::text_status(ctx.lang, status).to_owned());
    let title = link(&ctx.href(Place::Speech(speech.id.clone())), &speech.title).class("t");
    let about = with_text("span", "who quiet", &dotted([length, status])).lang(ctx.lang.tag());
    el("li").add(title).maybe(kind).add(who.maybe(post)).add(about)
}
