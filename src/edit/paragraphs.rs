//! Paragraphs cut in two, and joined.

use super::operations::fresh_id;
use super::pointer::{child, entry, in_list};
use super::step::short;
use super::{Change, Fault, Json, Kind, Patch, Spot};

/// Cuts the text of a block in two, at so many UTF-16 units, as browsers count. The second half is a paragraph, or a quotation as the first.
pub fn split(document: &Json, block: &str, units: usize) -> Result<Change, Fault> {
    let (list, index) = in_list(block).ok_or(Fault::NoSuchPlace)?;
    let there = document.get(block).ok_or(Fault::NoSuchPlace)?;
    let at = child(block, "text");
    let text = there.field("text").and_then(Json::as_text).ok_or(Fault::NoSuchPlace)?;
    let (first, second) = text.split_at(byte_of(text, units));
    let (first, second) = (first.trim_end(), second.trim_start());
    let kind = if there.field_text("kind") == "quote" { "quote" } else { "paragraph" };
    let id = fresh_id(document, &format!("{}-b", there.field_text("id")));
    let next = entry(list, index + 1);
    let value = Json::fields(&[("id", &id), ("kind", kind), ("text", second)]);
    let patches = vec![Patch::Set { at: at.clone(), value: Json::text(first) }, Patch::Insert { at: next.clone(), value, place: None }];
    Ok(Change {
        kind: Kind::Split,
        at: block.to_owned(),
        before: short(text),
        after: short(second),
        patch: Patch::All(patches),
        to: Spot { at: child(&next, "text"), selection: Some((0, 0)) },
        confirms: Vec::new(),
    })
}

/// Joins the text of a block to that of the block before it. The first keeps its id and its kind.
pub fn join(document: &Json, block: &str) -> Result<Change, Fault> {
    let (list, index) = in_list(block).ok_or(Fault::NoSuchPlace)?;
    let former = entry(list, index.checked_sub(1).ok_or(Fault::NoSuchPlace)?);
    let text = |block: &str| document.get(&child(block, "text")).and_then(Json::as_text).ok_or(Fault::NoSuchPlace);
    let (first, second) = (text(&former)?, text(block)?);
    let at = child(&former, "text");
    // Words of a language with spaces stay two words.
    let is_spaced = first.ends_with(|c: char| c.is_ascii_alphanumeric()) && second.starts_with(|c: char| c.is_ascii_alphanumeric());
    let gap = if is_spaced { " " } else { "" };
    let end = u32::try_from(first.encode_utf16().count()).unwrap_or(u32::MAX);
    let value = Json::text(format!("{first}{gap}{second}"));
    let patches = vec![Patch::Set { at: at.clone(), value }, Patch::Remove { at: block.to_owned() }];
    Ok(Change {
        kind: Kind::Join,
        at: block.to_owned(),
        before: short(second),
        after: short(first),
        patch: Patch::All(patches),
        to: Spot { at, selection: Some((end, end)) },
        confirms: Vec::new(),
    })
}

/// The byte at so many UTF-16 units; within a character, that before it.
fn byte_of(text: &str, units: usize) -> usize {
    let mut passed = 0;
    for (byte, c) in text.char_indices() {
        if passed + c.len_utf16() > units {
            return byte;
        }
        passed += c.len_utf16();
    }
    text.len()
}
