//! Terms of the glossary, explained where they stand.
//!
//! These are elements made by hand because the paragraphs they stand in are: see `prose/slices.rs`. They have no listeners of their own.

use crate::digest::{Piece, pieces};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el, with_text};
use crate::ui::web::focus::focus;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The id of the explanation that is open.
const DEFINITION: &str = "definition";

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

/// Opens or closes the explanation of the term at which something happened, or closes it by its own button; whether it was either. One is open at a time.
pub fn toggle(ctx: &Ctx, target: &Element) -> bool {
    let term = target.closest(".term").ok().flatten();
    if term.is_none() && target.closest(".definition button").ok().flatten().is_none() {
        return false;
    }
    let closed = close();
    if let Some(term) = term.filter(|term| closed.as_ref().is_none_or(|closed| !term.is_same_node(Some(closed)))) {
        open(ctx, &term);
    }
    true
}

/// Closes the explanation that is open, and gives the focus to the term that it was of; nothing where none is open.
pub fn close() -> Option<HtmlElement> {
    document().query_selector(".definition").ok().flatten()?.remove();
    let term: HtmlElement = document().query_selector(".term[aria-expanded=true]").ok().flatten()?.dyn_into().ok()?;
    let _ = term.set_attribute("aria-expanded", "false");
    let _ = term.remove_attribute("aria-describedby");
    focus(&term);
    Some(term)
}

/// Puts the explanation after the paragraph of its term, or at the foot of a phone's screen (`src/styles/reading.css`), and has it read out.
fn open(ctx: &Ctx, term: &Element) {
    let word = term.text_content().unwrap_or_default();
    let Some(known) = ctx.session().glossary.iter().find(|known| known.term.as_str() == word) else { return };
    let (prose, part) = (term.closest(".prose").ok().flatten(), term.closest(".para > *").ok().flatten());
    let (Some(prose), Some(part)) = (prose, part) else { return };
    let _ = term.set_attribute("aria-expanded", "true");
    let _ = term.set_attribute("aria-describedby", DEFINITION);
    let said = el("p").set("id", DEFINITION).add(with_text("b", "", &word)).text("：").text(&known.definition);
    let close = with_text("button", "", "×").set("type", "button").lang(ctx.lang.tag()).set("aria-label", ctx.t.close);
    let definition = el("div").class("definition").set("role", "note").add(said).add(close);
    // What holds a slice of a long text would hold the sheet, too; so it goes to the end of the text, and stays there where it is a sheet.
    let _ = prose.append_child(definition.element());
    let is_sheet = definition.element().dyn_ref().is_some_and(|element: &HtmlElement| element.offset_parent().is_none());
    if !is_sheet {
        let _ = part.insert_adjacent_element("afterend", definition.element());
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    term.scroll_into_view_with_scroll_into_view_options(&options);
    if !is_sheet {
        definition.element().scroll_into_view_with_scroll_into_view_options(&options);
    }
    ctx.app.arrived.set(format!("{word}：{}", known.definition));
}
