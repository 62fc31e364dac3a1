//! Finding one's town: which bodies fit what was typed, in characters, in pinyin or by initials.

use super::fold;
use super::pinyin::{Needle, Pinyin};
use crate::catalogue::Body;

/// What was typed, in terms that must all fit.
pub struct Typed(Vec<(String, Option<Needle>)>);

impl Typed {
    /// Reads what was typed; a space parts terms.
    pub fn parse(typed: &str) -> Self {
        let terms = typed.split_whitespace().map(fold).filter(|term| !term.is_empty());
        Self(terms.map(|term| (term.clone(), Needle::parse(&term))).collect())
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether letters were typed, which may be pinyin.
    pub fn is_spelled(&self) -> bool {
        self.0.iter().any(|(_, needle)| needle.is_some())
    }

    /// How well a body fits; less is better: its town first, then its name, then what is around it. `None` where it does not.
    ///
    /// Characters fit anywhere in a name. Letters fit where a name begins, each standing for a syllable or the beginning of one, for inside
    /// of names initials fit nearly everything.
    pub fn rank(&self, body: &Body, pinyin: Option<&Pinyin>) -> Option<usize> {
        let place: Vec<&str> = body.place.iter().flat_map(|place| place.split_whitespace()).collect();
        let (around, town) = match place.split_last() {
            Some((town, around)) => (around, Some(*town)),
            None => (&[][..], None),
        };
        let names = [town, body.short_name.as_deref(), Some(&*body.name)].into_iter().flatten().chain(around.iter().rev().copied());
        let names: Vec<String> = names.map(fold).collect();
        let mut rank = 0;
        for (text, needle) in &self.0 {
            let fits = |name: &String| {
                if let Some(at) = name.find(text.as_str()) {
                    return Some(usize::from(at > 0));
                }
                let begins = needle.as_ref()?.matches(pinyin?, name).first()?.start == 0;
                begins.then_some(0)
            };
            rank += names.iter().enumerate().filter_map(|(at, name)| Some(at * 2 + fits(name)?)).min()?;
        }
        Some(rank)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::search::pinyin::PINYIN;

    fn bodies() -> Vec<Body> {
        let of = |name: &str, short: &str, place: &str| Body {
            name: name.into(),
            short_name: Some(short.into()),
            place: Some(place.into()),
            level: None,
        };
        vec![
            of("重庆市大足区珠溪镇人民代表大会", "珠溪镇人大", "重庆市 大足区 珠溪镇"),
            of("上海市闵行区华漕镇人民代表大会", "华漕镇人大", "上海市 闵行区 华漕镇"),
            of("上海市闵行区颛桥镇人民代表大会", "颛桥镇人大", "上海市 闵行区 颛桥镇"),
            of("湖南省益阳市安化县滔溪镇人民代表大会", "滔溪镇人大", "湖南省 益阳市 安化县 滔溪镇"),
        ]
    }

    /// The towns that are found, best first.
    fn found(typed: &str) -> Vec<String> {
        let typed = Typed::parse(typed);
        let bodies = bodies();
        let ranked: Vec<_> = bodies.iter().filter_map(|body| Some((typed.rank(body, Some(&PINYIN))?, body))).collect();
        let ordered = crate::order::ordered(&ranked, |a, b| a.0.cmp(&b.0));
        ordered.iter().map(|(_, body)| body.short_name.as_deref().unwrap_or_default().replace("镇人大", "")).collect()
    }

    #[test]
    fn a_town_is_found_as_it_is_typed() {
        for typed in ["华漕", "华漕镇人大", "huacao", "huac", "hc", "HuaCao", "上海 华漕", "闵行区华漕", "shanghai huacao", "hczrd"]
        {
            assert_eq!(found(typed), ["华漕"], "{typed}");
        }
        assert_eq!(found("闵行"), ["华漕", "颛桥"]);
        assert_eq!(found("minhang"), ["华漕", "颛桥"]);
        // 镇 of every name, but no town is called so.
        assert_eq!(found("zhen"), Vec::<String>::new());
        assert_eq!(found("没有"), Vec::<String>::new());
    }

    #[test]
    fn what_a_name_begins_with_comes_before_what_it_holds() {
        assert_eq!(found("溪"), ["珠溪", "滔溪"]);
        // The town comes before the county.
        assert_eq!(found("zx"), ["珠溪"]);
        assert_eq!(found("ah"), ["滔溪"]);
    }

    #[test]
    fn without_the_table_letters_are_letters() {
        let typed = Typed::parse("huacao");
        assert!(typed.is_spelled() && !Typed::parse("华漕").is_spelled());
        assert!(bodies().iter().all(|body| typed.rank(body, None).is_none()));
        assert!(Typed::parse("  ").is_empty());
    }
}
