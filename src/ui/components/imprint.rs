//! What stands on paper only.

use crate::i18n::dates;
use crate::route::Place;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The link of a place as text, where others can open it.
pub fn printed_link(ctx: &Ctx, place: Place) -> String {
    if ctx.is_public() { ctx.absolute(&ctx.href(place)) } else { ctx.t.only_here.to_owned() }
}

/// What a page says on paper only: which session it is of, what it was made from, and its link.
#[component]
pub fn Imprint(
    /// The link in full, or that it can be opened here only.
    #[prop(into)]
    link: Signal<String>,
) -> impl IntoView {
    let ctx = use_ctx();
    let session = ctx.session();
    let sources = session.sources.iter().map(|source| {
        let from = format!("{} · {} {}", ctx.t.sources, source.title, source.url.as_deref().unwrap_or_default());
        view! { <p>{from}</p> }.into_any()
    });
    let of = format!("{} · {}", session.title, dates::span(ctx.lang, &session.dates).unwrap_or_default());
    view! {
        <div class="imprint">
            <p class="of">{of}</p>
            {sources.collect::<Vec<_>>()}
            <p class="at">{link}</p>
        </div>
    }
    .into_any()
}
