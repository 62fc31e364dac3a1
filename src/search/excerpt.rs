//! What is shown of something found: the words around, with what was asked for marked.

use super::{Item, Query, folded};
use crate::model::{first, length};

/// So many characters are shown before what was found, and so many in all.
const BEFORE: usize = 18;
const LENGTH: usize = 96;

/// A piece of shown text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snip {
    /// The text.
    pub text: String,
    /// Whether it is what was asked for.
    pub is_marked: bool,
}

/// A whole text with what is asked for marked.
pub fn marked(text: &str, query: &Query) -> Vec<Snip> {
    cut(text, &folded(text).marks(query.needles()))
}

/// A whole text with these ranges of it marked; they are in order, none within another.
pub fn cut(text: &str, marks: &[(usize, usize)]) -> Vec<Snip> {
    let mut snips = Vec::new();
    let mut done = 0;
    let mut push = |text: &str, is_marked| {
        if !text.is_empty() {
            snips.push(Snip { text: text.to_owned(), is_marked });
        }
    };
    for (start, end) in marks {
        push(&text[done..*start], false);
        push(&text[*start..*end], true);
        done = *end;
    }
    push(&text[done..], false);
    snips
}

/// The part of a long text around the first thing marked; `…` says that there is more.
pub fn shortened(snips: Vec<Snip>) -> Vec<Snip> {
    let mut shown = Vec::new();
    let mut left = LENGTH;
    for (at, mut snip) in snips.into_iter().enumerate() {
        let is_before = at == 0 && !snip.is_marked;
        let count = length(&snip.text);
        if is_before && count > BEFORE + 2 {
            let skipped = &snip.text[first(&snip.text, count - BEFORE).len()..];
            snip.text = format!("…{skipped}");
        }
        let count = length(&snip.text);
        if count > left && !(snip.is_marked && at < 2) {
            if left > 0 {
                snip.text.truncate(first(&snip.text, left).len());
                shown.push(snip);
            }
            shown.push(Snip { text: "…".to_owned(), is_marked: false });
            return shown;
        }
        left = left.saturating_sub(count);
        shown.push(snip);
    }
    shown
}

/// The texts of something found in which something is marked; for a title the first text beside it, where nothing else is.
pub fn excerpts(item: &Item<'_>, query: &Query) -> Vec<Vec<Snip>> {
    let found = item.body.iter().map(|field| marked(field, query)).filter(|snips| snips.iter().any(|snip| snip.is_marked));
    let mut found: Vec<Vec<Snip>> = found.take(3).collect();
    if found.is_empty() {
        found.extend(item.body.first().map(|field| marked(field, query)));
    }
    found.into_iter().map(shortened).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(snips: &[Snip]) -> String {
        snips.iter().map(|snip| if snip.is_marked { format!("[{}]", snip.text) } else { snip.text.clone() }).collect()
    }

    #[test]
    fn long_texts_are_shown_around_what_was_found() {
        let long = format!("{}總收入 4,402 万元{}", "前".repeat(50), "后".repeat(200));
        let shown = text(&shortened(marked(&long, &Query::parse("4402万"))));
        assert!(shown.starts_with(&format!("…{}總收入 [4,402 万]元后", "前".repeat(14))), "{shown}");
        assert!(shown.ends_with("后…"), "{shown}");
        assert_eq!(text(&shortened(marked("短", &Query::parse("短")))), "[短]");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_added(body in "[甲乙丙 ,1A]{0,40}", query in "[甲乙1a]{1,3}") {
            let snips = marked(&body, &Query::parse(&query));
            prop_assert_eq!(snips.iter().map(|snip| snip.text.as_str()).collect::<String>(), body);
            prop_assert!(snips.windows(2).all(|two| two[0].is_marked || two[1].is_marked));
        }
    }
}
