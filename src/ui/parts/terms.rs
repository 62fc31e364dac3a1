//! Terms of the glossary, explained where they stand.

use crate::digest::{Piece, pieces};
use crate::model::Term;
use crate::ui::live::live;
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// Text in which the glossary's terms can be opened, by touch and by keyboard as well as by mouse. A text without terms is a plain
/// text node.
pub fn explained(ctx: &Ctx, text: &str) -> AnyView {
    let glossary = &ctx.session().glossary;
    if glossary.is_empty() {
        return text.to_owned().into_any();
    }
    let found = pieces(text, glossary);
    if let [Piece::Plain(plain)] = found[..] {
        return plain.to_owned().into_any();
    }
    let views = found.into_iter().map(|piece| match piece {
        Piece::Plain(plain) => plain.to_owned().into_any(),
        Piece::Term(word, at) => match glossary.get(at) {
            Some(term) => term_button(word.to_owned(), term).into_any(),
            None => word.to_owned().into_any(),
        },
    });
    views.collect_view().into_any()
}

/// A `<button>` cannot break across lines and pushes punctuation away; a span with the role of one reads as text does.
fn term_button(word: String, term: &Term) -> impl IntoView + use<> {
    let is_open = RwSignal::new(false);
    let toggle = move || is_open.update(|open| *open = !*open);
    let definition = term.definition.to_string();
    let press = move |event: web_sys::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            toggle();
        }
    };
    view! {
        <span
            class="term"
            role="button"
            tabindex="0"
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| toggle()
            on:keydown=press
        >
            {word}
        </span>
        {live(move || is_open.get().then(|| view! { <span class="definition" role="note">{definition.clone()}</span> }).into_any())}
    }
}
