//! The bar of a text on a phone, in the place of the sections: what is read, the way to the search, sharing.

use crate::i18n::Lists;
use crate::route::Place;
use crate::ui::state::{App, use_ctx};
use crate::ui::web::focus::focus;
use crate::ui::web::timing::after_paint;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The bar. It is there while the heading is above the screen, on the screens for which `src/styles/reading.css` has it.
#[component]
pub fn ReadingBar(
    /// What is read.
    title: String,
    /// The dialog that passes on the place, which belongs to another part of the program; it is told how to be taken away.
    share: fn(App, Callback<()>) -> AnyView,
) -> impl IntoView {
    let ctx = use_ctx();
    let app = ctx.app;
    let bar = NodeRef::<Div>::new();
    let (is_shown, is_sharing) = (RwSignal::new(false), RwSignal::new(false));
    let look = move || {
        let Some(bar) = bar.try_get_untracked().flatten() else { return };
        let is_past = bar.client_height() > 0 && heading().is_some_and(|heading| heading.get_bounding_client_rect().bottom() < 0.0);
        if is_past != is_shown.get_untracked() {
            is_shown.set(is_past);
        }
    };
    let scrolled = window_event_listener(ev::scroll, move |_| look());
    let resized = window_event_listener(ev::resize, move |_| look());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
    // It may come after the reader has.
    after_paint(look);
    let to_top = |_| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = heading() {
            focus(&heading);
        }
    };
    let content = move || {
        is_shown.get().then(|| {
            let (t, lang, title) = (ctx.t, ctx.content_lang(), title.clone());
            let (top, find) = (Lists::of(ctx.lang).to_top, ctx.find().find);
            view! {
                <button class="of" type="button" lang=lang title=top on:click=to_top>{title}</button>
                <a class="tool find-way" href=ctx.href(Place::Search(Box::default())) aria-label=find>{find}</a>
                <button class="tool" type="button" on:click=move |_| is_sharing.set(true)>{t.share_title}</button>
            }
            .into_any()
        })
    };
    let on_close = Callback::new(move |()| is_sharing.set(false));
    view! {
        <div class="reading-bar" class:shown=is_shown node_ref=bar>{content}</div>
        {move || is_sharing.get().then(|| share(app, on_close))}
    }
    .into_any()
}

fn heading() -> Option<HtmlElement> {
    document().query_selector("main h1").ok().flatten()?.dyn_into().ok()
}
