#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::model::{Block, BlockKind, Speech, Term as Word};
use crate::search::excerpt::marked;
use crate::search::{Query, fold};
use proptest::prelude::*;

fn huacao() -> Session {
    crate::read::read(include_bytes!("../../../public/data/sessions/huacao-6-6.json")).unwrap().session
}

fn find(session: &Session, typed: &str) -> Vec<Group> {
    Corpus::new(session, &Lookup::new(session)).find(&Query::parse(typed))
}

fn first(session: &Session, typed: &str) -> String {
    let groups = find(session, typed);
    let hit = groups.first().and_then(|group| group.hits.first());
    hit.and_then(|hit| Item::of(session, &Lookup::new(session), hit.spot)).map(|item| item.head.into_owned()).unwrap_or_default()
}

/// A session of paragraphs and a title each.
fn of_texts(texts: &[String]) -> Session {
    let block = |(at, text): (usize, &String)| Block {
        id: format!("b{at}").as_str().into(),
        kind: BlockKind::Paragraph,
        text: Some(text.as_str().into()),
        ..Block::default()
    };
    let speech = Speech { id: "s".into(), blocks: texts.iter().enumerate().map(block).collect(), ..Speech::default() };
    Session { speeches: vec![speech], ..Session::default() }
}

#[test]
fn titles_and_people_come_before_texts() {
    let session = huacao();
    assert_eq!(first(&session, "周胜春"), "周胜春");
    let groups = find(&session, "报告");
    for group in &groups {
        assert!(group.hits.is_sorted_by_key(|hit| hit.rank), "{group:?}");
    }
    let texts: Vec<bool> = groups.iter().map(|group| group.hits[0].rank == Rank::Text).collect();
    assert!(texts.is_sorted() && texts.contains(&true), "{texts:?}");
}

#[test]
fn all_terms_must_occur_and_none_that_is_excluded() {
    let texts = ["甲乙丙".to_owned(), "甲丁".to_owned(), "乙丁甲甲".to_owned(), "戊".to_owned()];
    let session = of_texts(&texts);
    let at = |typed: &str| -> Vec<Spot> { find(&session, typed).iter().flat_map(|group| &group.hits).map(|hit| hit.spot).collect() };
    let spot = |block| Spot::Paragraph(0, block);
    assert_eq!(at("甲 乙"), [spot(0), spot(2)]);
    assert_eq!(at("乙 甲"), [spot(0), spot(2)]);
    assert_eq!(at("甲 -乙"), [spot(1)]);
    assert_eq!(at("“甲 乙”"), [spot(0)]);
    assert_eq!(at("-甲"), []);
    assert_eq!(at("己"), []);
    assert_eq!(find(&session, "甲")[0].hits.iter().map(|hit| hit.count).collect::<Vec<_>>(), [1, 1, 2]);
}

#[test]
fn nothing_is_found_across_two_texts() {
    let session = Session {
        glossary: vec![
            Word { term: "甲乙".into(), definition: "丙丁".into(), basis: None },
            Word { term: "戊".into(), definition: "己".into(), basis: None },
        ],
        ..Session::default()
    };
    for (typed, count) in [("甲乙", 1), ("丙丁", 1), ("乙丙", 0), ("丁戊", 0), ("\u{1}", 0), ("\n", 0)] {
        assert_eq!(find(&session, typed).len(), count, "{typed:?}");
    }
}

#[test]
fn what_counts_as_found_too_is_found() {
    let session = of_texts(&["甲".to_owned(), "乙甲".to_owned(), "丙".to_owned()]);
    let mut query = Query::parse("jia");
    query.terms[0].others = vec!["甲".to_owned(), "乙".to_owned()];
    let found = Corpus::new(&session, &Lookup::new(&session)).find(&query);
    assert_eq!(
        found[0].hits.iter().map(|hit| (hit.spot, hit.count)).collect::<Vec<_>>(),
        [(Spot::Paragraph(0, 0), 1), (Spot::Paragraph(0, 1), 2)]
    );
}

#[test]
fn a_speaker_or_a_sitting_can_be_asked_for() {
    let session = huacao();
    let lookup = Lookup::new(&session);
    let all = find(&session, "华漕");
    let count = |groups: &[Group]| groups.iter().map(|group| group.hits.len()).sum::<usize>();
    let who = session.speeches.iter().find_map(|speech| speech.speaker.clone()).unwrap();
    let of_one = only(all.clone(), &session, &lookup, &Only { who: Some(who.clone()), sitting: None });
    assert!(0 < count(&of_one) && count(&of_one) < count(&all));
    for hit in of_one.iter().flat_map(|group| &group.hits) {
        assert!(Item::of(&session, &lookup, hit.spot).unwrap().who.contains(&&who));
    }
    assert_eq!(only(all.clone(), &session, &lookup, &Only::default()), all);
    assert_eq!(only(all, &session, &lookup, &Only { who: Some("nobody".into()), sitting: None }), []);
}

/// Chinese in both scripts, letters, figures, marks, what is dropped.
fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[会會议議代表人民华華 0-9,，.aAｂ“」é\u{200B}\t㎡😀𠀾]{0,30}", 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_piece_of_a_text_is_found_and_marked_and_nothing_else(texts in texts(), of in 0usize..6, a in 0usize..40, b in 0usize..40) {
        let session = of_texts(&texts);
        let source = session.speeches[0].blocks[of % texts.len()].text.as_deref().unwrap_or_default();
        let cuts: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
        let (a, b) = (cuts[a % cuts.len()], cuts[b % cuts.len()]);
        let needle = fold(&source[a.min(b)..a.max(b)]);
        let query = Query { terms: vec![Term { text: needle.clone(), ..Term::default() }], without: Vec::new() };
        prop_assume!(!needle.is_empty());
        let corpus = Corpus::new(&session, &Lookup::new(&session));
        let found: Vec<Spot> = corpus.find(&query).iter().flat_map(|group| &group.hits).map(|hit| hit.spot).collect();
        // Arithmetic of its own: each text folded by itself.
        let expected: Vec<Spot> = (0..).zip(&session.speeches[0].blocks)
            .filter(|(_, block)| block.text.as_deref().is_some_and(|text| fold(text).contains(&needle)))
            .map(|(at, _)| Spot::Paragraph(0, at))
            .collect();
        prop_assert!(expected.contains(&Spot::Paragraph(0, u32::try_from(of % texts.len()).unwrap())));
        prop_assert_eq!(found, expected);
        for block in &session.speeches[0].blocks {
            let text = block.text.as_deref().unwrap_or_default();
            let is_marked = marked(text, &query).iter().any(|snip| snip.is_marked);
            prop_assert_eq!(is_marked, fold(text).contains(&needle));
        }
    }

    #[test]
    fn simplified_finds_traditional_and_back(at in 0usize..3000, around in "[人民代表]{0,3}") {
        let (form, standard) = crate::fold::variants_for_tests()[at];
        for (written, asked) in [(form, standard), (standard, form)] {
            let session = of_texts(&[format!("{around}{written}{around}"), around.clone()]);
            // What stands around it may be the same character: 表 also stands for 錶.
            let hits = 1 + usize::from(fold(&around).contains(&fold(&standard.to_string())));
            prop_assert_eq!(find(&session, &asked.to_string())[0].hits.len(), hits);
        }
    }
}
