//! What stands on paper only.

use crate::route::Place;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, with_text};

/// The link of a place as text, where others can open it.
pub fn link(ctx: &Ctx, place: Place) -> String {
    if ctx.is_public() { ctx.absolute(&ctx.href(place)) } else { ctx.t.only_here.to_owned() }
}

/// What a page says on paper only: which session it is of, what it was made from, and its link.
pub fn imprint(ctx: &Ctx, link: String) -> El {
    let session = ctx.session();
    let dates = crate::i18n::dates::span(ctx.lang, &session.dates).unwrap_or_default();
    let mut imprint = el("div").class("imprint").add(with_text("p", "of", &session.title).text(" · ").text(&dates));
    for source in &session.sources {
        let from = with_text("p", "", ctx.t.sources).text(" · ").text(&source.title);
        imprint = imprint.add(from.text(" ").text(source.url.as_deref().unwrap_or_default()));
    }
    imprint.add(with_text("p", "at", &link))
}
