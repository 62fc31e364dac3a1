//! What goes with the paragraph that a link names: before it, on a phone, a card that says where the reader is, for the head of the page is far above; under
//! it, what can be done with it.
//!
//! Elements made by hand, as the paragraphs are among which they stand (`slices.rs`). They have no listeners of their own.

use super::passage::Passage;
use crate::digest::speaker_name;
use crate::i18n::{dates, fill, labels};
use crate::ui::components::text::dotted;
use crate::ui::web::bridge;
use crate::ui::web::dom::{El, el, with_text};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The card and the tools: one of each, which goes from paragraph to paragraph.
pub struct Marked {
    passage: Passage,
    card: El,
    tools: El,
}

impl Marked {
    /// What goes with a paragraph of a text; with none yet.
    pub fn new(passage: &Passage) -> Self {
        Self { passage: passage.clone(), card: card(passage), tools: tools(passage) }
    }

    /// Marks a paragraph and puts the tools under it; and, for a reader who has just arrived, the card before it, or before its heading where it is the first
    /// below one.
    pub fn put(&self, paragraph: &HtmlElement, is_arrival: bool) {
        let _ = paragraph.class_list().add_1("hit");
        let number = paragraph.query_selector(".no").ok().flatten().and_then(|number| number.text_content());
        if let Some(number) = number {
            let label = fill(self.passage.ctx.t.paragraph_tools, &[&number]);
            let _ = paragraph.append_child(self.tools.clone().set("aria-label", &label).element());
        }
        if !is_arrival {
            return;
        }
        let before = paragraph.previous_element_sibling().filter(|before| before.tag_name().starts_with('H'));
        let place = before.unwrap_or_else(|| paragraph.clone().into());
        let _ = place.before_with_node_1(self.card.element());
    }

    /// Takes both away.
    pub fn take_away(&self) {
        self.tools.element().remove();
        self.card.element().remove();
    }

    /// The card, if the screen is one that shows it.
    pub fn shown_card(&self) -> Option<HtmlElement> {
        self.card.element().dyn_ref().filter(|card: &&HtmlElement| card.offset_height() > 0).cloned()
    }
}

/// Who speaks, in which post; where and when; what kind of text it is, and whether it is verbatim.
fn card(passage: &Passage) -> El {
    let ctx = &passage.ctx;
    let card = el("div").class("where").lang(&ctx.content_lang());
    let Some(speech) = passage.speech() else { return card };
    let session = ctx.session();
    let name = speaker_name(session, &ctx.opened.lookup, speech);
    let who = dotted([name.map(ToOwned::to_owned), speech.post.as_ref().map(ToString::to_string)]);
    let assembly = &session.assembly;
    let place = assembly.place.as_deref().and_then(|place| place.split_whitespace().next_back()).or(assembly.short_name.as_deref());
    let date = speech.date.as_ref().or(session.dates.start.as_ref()).map(|date| dates::date(ctx.lang, date));
    let kind = speech.kind.map(|kind| labels::speech_kind(ctx.lang, kind).to_owned());
    let status = match speech.text_status {
        Some(status) => labels::text_status(ctx.lang, status),
        None => ctx.t.text_status_unknown,
    };
    let face =
        name.and_then(|name| name.chars().next()).map(|face| with_text("span", "face", &face.to_string()).set("aria-hidden", "true"));
    let told = el("span").text(&dotted([place.map(ToOwned::to_owned), date, kind])).text(" ").add(with_text("span", "chip mark", status));
    let who = if who.is_empty() { speech.title.to_string() } else { who };
    card.maybe(face).add(with_text("b", "", &who)).add(told)
}

/// The tools of a paragraph, but for the label that has its number.
fn tools(passage: &Passage) -> El {
    let t = passage.ctx.t;
    let button = |copies: &str, label: &str| with_text("button", "btn", label).set("type", "button").set("data-copy", copies);
    let share = bridge::can_share().then(|| button("share", t.share_system));
    let tools = el("p").class("tools").set("role", "group").add(button("quote", t.copy_quote)).add(button("link", t.copy_link));
    tools.maybe(share)
}
