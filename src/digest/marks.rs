//! Splitting a text into what is plain and what the glossary explains.

use crate::model::Term;
use crate::order::ordered;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Plain text.
    Plain(&'t str),
    /// A term, and its place in the glossary.
    Term(&'t str, usize),
}

/// Splits `text` at the first occurrence of each term; of two that overlap the earlier counts, then the longer.
///
/// ```
/// use yishi::digest::{Piece, pieces};
/// use yishi::model::Term;
/// let glossary = [Term { term: "5+1".into(), definition: "…".into(), basis: None }];
/// assert_eq!(pieces("依托5+1网格", &glossary), [Piece::Plain("依托"), Piece::Term("5+1", 0), Piece::Plain("网格")]);
/// ```
pub fn pieces<'t>(text: &'t str, glossary: &[Term]) -> Vec<Piece<'t>> {
    let found: Vec<(usize, usize, usize)> = glossary
        .iter()
        .enumerate()
        .filter(|(_, term)| !term.term.is_empty())
        .filter_map(|(index, term)| Some((text.find(term.term.as_str())?, term.term.len(), index)))
        .collect();
    let found = ordered(&found, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut pieces = Vec::with_capacity(found.len() * 2 + 1);
    let mut done = 0;
    for (start, length, index) in found {
        if start < done {
            continue;
        }
        if start > done {
            pieces.push(Piece::Plain(&text[done..start]));
        }
        done = start + length;
        pieces.push(Piece::Term(&text[start..done], index));
    }
    if done < text.len() || text.is_empty() {
        pieces.push(Piece::Plain(&text[done..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn glossary(terms: &[&str]) -> Vec<Term> {
        terms.iter().map(|term| Term { term: (*term).into(), definition: "".into(), basis: None }).collect()
    }

    #[test]
    fn the_longer_of_two_terms_counts() {
        let terms = glossary(&["民主", "全过程人民民主", ""]);
        assert_eq!(pieces("全过程人民民主", &terms), [Piece::Term("全过程人民民主", 1)]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[甲乙丙丁a+1]{0,30}", terms in proptest::collection::vec("[甲乙丙a+]{0,3}", 0..5)) {
            let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
            let joined: String =
                pieces(&text, &glossary(&terms)).iter().map(|piece| match piece { Piece::Plain(t) | Piece::Term(t, _) => *t }).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
