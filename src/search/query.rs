//! What is asked for: terms that must all occur, phrases, what must not occur.

use super::fold;

/// A query as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each must occur in a thing for it to be found.
    pub terms: Vec<Term>,
    /// None of these, folded, may occur in it.
    pub without: Vec<String>,
}

/// One thing asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// What to look for, folded.
    pub text: String,
    /// Whether it is in quotation marks: then it is meant letter by letter, never as pinyin.
    pub is_quoted: bool,
    /// What counts as found too: the Chinese for which the letters may stand, folded.
    pub others: Vec<String>,
}

impl Term {
    /// Everything that counts as found.
    pub fn needles(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.others.iter().map(String::as_str))
    }

    /// Whether it may be meant as pinyin.
    pub fn is_spelled(&self) -> bool {
        !self.is_quoted && self.text.bytes().any(|byte| byte.is_ascii_lowercase())
    }
}

impl Query {
    /// Reads what was typed: terms parted by spaces, `"a phrase"` in any quotation marks, `-without`. Anything can be typed; what leaves
    /// nothing to look for is left out.
    ///
    /// ```
    /// use yishi::search::Query;
    /// let query = Query::parse("预算 “全过程 民主” -建议");
    /// assert_eq!(query.terms.iter().map(|term| term.text.as_str()).collect::<Vec<_>>(), ["预算", "全过程民主"]);
    /// assert_eq!(query.without, ["建议"]);
    /// ```
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let after = rest.strip_prefix(['-', '－', '−']).filter(|after| after.starts_with(|first: char| !first.is_whitespace()));
            let body = after.unwrap_or(rest);
            let quoted = body.strip_prefix(['"', '“', '”', '＂', '「', '『']);
            let (text, left) = match quoted {
                Some(inner) => inner.split_once(['"', '“', '”', '＂', '」', '』']).unwrap_or((inner, "")),
                None => body.split_at(body.find(char::is_whitespace).unwrap_or(body.len())),
            };
            rest = left.trim_start();
            let text = fold(text);
            if text.is_empty() {
                continue;
            }
            if after.is_some() {
                query.without.push(text);
            } else if !query.terms.iter().any(|term| term.text == text) {
                query.terms.push(Term { text, is_quoted: quoted.is_some(), others: Vec::new() });
            }
        }
        query
    }

    /// Everything that is marked where it is found.
    pub fn needles(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().flat_map(Term::needles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(typed: &str) -> Vec<String> {
        Query::parse(typed).terms.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn quotation_marks_of_all_kinds_hold_a_phrase() {
        for typed in ["\"show of hands\"", "“show of hands”", "「show of hands」", "＂show of hands", "  ”show  of hands“"] {
            assert_eq!(terms(typed), ["show of hands"], "{typed}");
        }
        assert_eq!(terms("“甲”“乙”丙"), ["甲", "乙", "丙"]);
        assert!(!Query::parse("“zsc”").terms[0].is_spelled());
        assert!(Query::parse("周sc").terms[0].is_spelled());
    }

    #[test]
    fn what_leaves_nothing_is_left_out() {
        for typed in ["", " \u{3000}\n", "\u{200B}", "\"\"", "“", ",", "-\u{200B}"] {
            assert_eq!(Query::parse(typed), Query::default(), "{typed:?}");
        }
        // Alone it is what is looked for.
        assert_eq!(terms("- 甲"), ["-", "甲"]);
        assert_eq!(terms("甲 甲"), ["甲"]);
        assert_eq!(Query::parse("甲 -乙 －“丙 丁”").without, ["乙", "丙丁"]);
    }

    proptest! {
        #[test]
        fn anything_can_be_typed(typed in "[ \"“”「」甲a,\\-－\u{301}\u{200B}]{0,20}") {
            let query = Query::parse(&typed);
            prop_assert!(query.needles().chain(query.without.iter().map(String::as_str)).all(|text| !text.is_empty()));
        }
    }
}
