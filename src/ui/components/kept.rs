//! Whether a session that is shown is kept in this browser.

use crate::i18n::fill;
use crate::ui::data::library::{Kept, key, look, put};
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// Whether the session around is kept, and why not; announced to screen readers.
#[component]
pub fn KeptNote() -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let note = move || {
        let kept = look(app, |library| library.visit.iter().find(|(of, _)| of == key(&ctx.source)).map(|(_, kept)| kept.clone()));
        match kept? {
            Kept::Yes => Some(view! { <span>{t.library_kept}</span> }.into_any()),
            Kept::Fallback(failure) => Some(view! { <bdi>{failure.sentence(ctx.lang)}</bdi><span>{t.library_instead}</span> }.into_any()),
            Kept::No(trouble) => {
                let of = ctx.clone();
                let again = move |_| put(app, &of.source, &of.opened);
                let why = fill(t.library_unkept, &[&trouble.sentence(ctx.lang)]);
                Some(view! { <bdi>{why}" "</bdi><button class="btn" type="button" on:click=again>{t.library_keep}</button> }.into_any())
            }
        }
    };
    view! { <span role="status">{note}</span> }.into_any()
}
