//! The questions that a reader comes with, answered from the session's data: what was spent, what was decided, what was promised, what there is
//! to read, and what the text at hand does not say.
//!
//! Nothing here is a guess: where the file does not say something the answer is not there, and [`gaps`] names it.

pub mod decided;
pub mod gaps;
pub mod money;
pub mod promised;
mod spoken;

pub use decided::{Came, Decision, decisions};
pub use gaps::{Gap, Held, gaps, held};
pub use money::{Money, Part, money};
pub use promised::{Late, Promised, Since, promised, since};
pub use spoken::{Piece, counted, lateness, spoken};

use crate::model::{Assembly, Session, Speech, SpeechKind};

/// The place of a body in a few characters: the last part of its place, else its name without the words that every such body has.
///
/// ```
/// use yishi::{digest::answers::short_place, model::Assembly};
/// let body = Assembly { name: "上海市闵行区华漕镇人民代表大会".into(), place: Some("上海市 闵行区 华漕镇".into()), ..Assembly::default() };
/// assert_eq!(short_place(&body), "华漕镇");
/// assert_eq!(short_place(&Assembly { name: "山前镇人民代表大会".into(), ..Assembly::default() }), "山前镇");
/// ```
pub fn short_place(body: &Assembly) -> &str {
    let last = body.place.as_deref().and_then(|place| place.split_whitespace().last());
    let bare = || {
        let name = body.short_name.as_deref().unwrap_or(body.name.as_str());
        ["人民代表大会", "人大"].iter().find_map(|end| name.strip_suffix(end)).filter(|rest| !rest.is_empty()).unwrap_or(name)
    };
    last.unwrap_or_else(bare)
}

/// The speeches of which there is text, and those of which there is only a title: each with the reports first, then in the order of the file.
pub fn texts(session: &Session) -> (Vec<&Speech>, Vec<&Speech>) {
    let with = |has_text: bool| {
        let of = |is_report: bool| {
            let fits =
                move |speech: &&Speech| speech.blocks.is_empty() != has_text && (speech.kind == Some(SpeechKind::Report)) == is_report;
            session.speeches.iter().filter(fits)
        };
        of(true).chain(of(false)).collect()
    };
    (with(true), with(false))
}

#[cfg(test)]
mod tests;
