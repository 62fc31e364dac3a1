//! Terms of the glossary, explained where they stand.
//!
//! These are elements made by hand because the paragraphs they stand in are: see `prose/slices.rs`. They have no listeners of their own.

use crate::digest::{Piece, pieces};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, with_text};
use web_sys::Element;

/// Adds text in which the glossary's terms can be opened, by touch and by keyboard as well as by mouse. A text without terms is a plain
/// text node. The element around it listens, and asks [`toggle`].
pub fn explained(ctx: &Ctx, mut place: El, text: &str) -> El {
    let glossary = &ctx.session().glossary;
    if glossary.is_empty() {
        return place.text(text);
    }
    for piece in pieces(text, glossary) {
        place = match piece {
            Piece::Plain(plain) => place.text(plain),
            Piece::Term(word, _) => place.add(term_button(word)),
        };
    }
    place
}

/// A `<button>` cannot break across lines and pushes punctuation away; a span with the role of one reads as text does.
fn term_button(word: &str) -> El {
    with_text("span", "term", word).set("role", "button").set("tabindex", "0").set("aria-expanded", "false")
}

/// Opens or closes the explanation of the term at which something happened, which follows it; whether it was a term.
pub fn toggle(ctx: &Ctx, target: &Element) -> bool {
    let Some(term) = target.closest(".term").ok().flatten() else { return false };
    let is_open = term.get_attribute("aria-expanded").as_deref() == Some("true");
    let _ = term.set_attribute("aria-expanded", if is_open { "false" } else { "true" });
    let following = term.next_element_sibling().filter(|_| is_open);
    if let Some(definition) = following {
        definition.remove();
        return true;
    }
    let word = term.text_content().unwrap_or_default();
    if let Some(known) = ctx.session().glossary.iter().find(|known| known.term.as_str() == word) {
        let definition = with_text("span", "definition", &known.definition).set("role", "note");
        let _ = term.insert_adjacent_element("afterend", definition.element());
    }
    true
}
