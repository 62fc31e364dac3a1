//! A web page: the paragraphs and tables of its text in reading order, without what a site puts around it.

mod content;
mod table;
mod walk;

use crate::import::Kind;
use crate::import::document::{At, Document, Note, Section};
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};
use walk::Walk;

/// What is no text of a page.
const LEFT_OUT: [&str; 12] =
    ["script", "style", "select", "button", "noscript", "template", "textarea", "title", "svg", "iframe", "video", "audio"];

/// The document in this page.
pub fn read(text: &str) -> Document {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut walk = Walk::default();
    // What is left out until it ends, and how deep in others of its name.
    let mut skipped: Option<(String, usize)> = None;
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match (token, &mut skipped) {
            (Token::StartTag(tag), None) => {
                let name = word(&tag.name);
                let is_hidden_word = walk::INLINE.contains(&name.as_str()) && !walk::VOID.contains(&name.as_str()) && is_hidden(&tag);
                if !tag.self_closing && (LEFT_OUT.contains(&name.as_str()) || is_hidden_word) {
                    skipped = Some((name, 0));
                } else if name == "meta" {
                    walk.titles.extend(title(&tag));
                } else {
                    walk.start(&name, &tag);
                }
            }
            (Token::StartTag(tag), Some((name, depth))) if !LEFT_OUT.contains(&name.as_str()) && word(&tag.name) == *name => *depth += 1,
            (Token::EndTag(tag), None) => walk.end(&word(&tag.name)),
            (Token::EndTag(tag), Some((name, depth))) if word(&tag.name) == *name => match depth.checked_sub(1) {
                Some(less) => *depth = less,
                None => skipped = None,
            },
            (Token::String(part), None) => walk.push(&String::from_utf8_lossy(&part)),
            _ => {}
        }
        if walk.is_full() {
            break;
        }
    }
    let is_cut = walk.is_full();
    let (parts, elements, titles) = walk.finish();
    let blocks = content::of(parts, &elements, &titles);
    let first = At { section: 0, block: blocks.len(), row: 0, column: 0 };
    let notes = if is_cut { vec![Note::Cut { first }] } else { Vec::new() };
    Document { kind: Kind::Html, sections: vec![Section { blocks, ..Section::default() }], notes }
}

/// The title that a page tells about itself for other sites.
fn title(tag: &StartTag<()>) -> Option<String> {
    let of = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
    let called = of("name").or_else(|| of("property"))?.to_ascii_lowercase();
    let text = of("content").filter(|_| called == "articletitle" || called == "og:title")?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn word(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

/// Whether the tag hides what is in it from everybody. What is only invisible until a script has run is text.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = tag.attributes.get(b"style".as_slice()).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    style.is_some_and(|style| style.split(';').any(|rule| rule.split_whitespace().collect::<String>().starts_with("display:none")))
}

#[cfg(test)]
mod tests;
