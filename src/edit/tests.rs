#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use super::operations::{add, change_field, correct, move_to, remove};
use super::{Doubt, Editor, Fault, Json, Kind, Marks, Patch, Spot, checked, paragraphs, people};
use crate::model::Session;
use crate::read::read;
use proptest::prelude::*;
use std::collections::BTreeSet;

const SESSION: &str = r#"{ "format": "yishi-session/1", "id": "x-1-1", "title": "第一次会议", "status": "draft", "assembly": { "name": "甲镇人大" },
  "dates": { "start": "2024-01-25" },
  "people": [{ "id": "li", "name": "李一", "posts": [{ "title": "镇长" }] }, { "id": "li-2", "name": "李 一", "posts": [{ "title": "副书记" }] },
    { "id": "wang", "name": "王二" }],
  "agenda": [{ "id": "a", "title": "报告", "presenters": ["li-2", "wang"] }, { "id": "b", "title": "选举", "presenters": ["li", "li-2"] }],
  "speeches": [{ "id": "s", "title": "报告", "speaker": "li-2", "blocks": [{ "id": "s-1", "kind": "paragraph", "text": "各位代表：𠮷日。第二句。" }] }],
  "budgets": [{ "id": "z", "title": "预算", "fiscal_year": 2024, "stage": "draft", "unit": "wan_yuan", "tables": [{ "id": "t", "direction": "revenue",
    "lines": [{ "id": "1", "name": "合计", "role": "total", "amounts": { "initial": 12.50 } }] }] }] }"#;

fn session() -> Session {
    read(SESSION.as_bytes()).unwrap().session
}

fn editor() -> Editor {
    Editor::open(&session(), vec![Doubt { at: "/agenda/1/title".into(), reason: "两处不同".into() }]).unwrap()
}

fn typed(editor: &mut Editor, at: &str, text: &str) -> Result<(), Fault> {
    editor.type_in(at, Spot::field(at), |document| change_field(document, at, text))
}

fn text(editor: &Editor, at: &str) -> String {
    editor.document().get(at).map(Json::typed).unwrap_or_default()
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut editor = editor();
    for so_far in ["第", "第二", "第二次会议"] {
        typed(&mut editor, "/title", so_far).unwrap();
    }
    assert_eq!((editor.steps().len(), text(&editor, "/title")), (1, "第二次会议".to_owned()));
    assert_eq!((editor.steps()[0].before.as_str(), editor.steps()[0].after.as_str()), ("第一次会议", "第二次会议"));
    typed(&mut editor, "/term", "6").unwrap();
    typed(&mut editor, "/title", "第三次会议").unwrap();
    editor.seal();
    typed(&mut editor, "/title", "第四次会议").unwrap();
    assert_eq!(editor.steps().len(), 4);
    assert_eq!(editor.undo().map(|spot| spot.at), Some("/title".to_owned()));
    assert_eq!(text(&editor, "/title"), "第三次会议");
}

#[test]
fn what_is_typed_back_is_no_step() {
    let mut editor = editor();
    typed(&mut editor, "/title", "第").unwrap();
    typed(&mut editor, "/title", "第一次会议").unwrap();
    assert_eq!((editor.steps().len(), editor.document() == editor.base()), (0, true));
}

#[test]
fn half_a_date_leaves_what_was_typed_before() {
    let mut editor = editor();
    typed(&mut editor, "/dates/start", "2024-02").unwrap();
    assert_eq!(typed(&mut editor, "/dates/start", "2024-0"), Err(Fault::NotADate));
    assert_eq!((text(&editor, "/dates/start").as_str(), editor.steps().len()), ("2024-02", 1));
    typed(&mut editor, "/dates/start", "2024-02-03").unwrap();
    assert_eq!((text(&editor, "/dates/start").as_str(), editor.steps().len()), ("2024-02-03", 1));
    editor.undo();
    assert_eq!(text(&editor, "/dates/start"), "2024-01-25");
}

#[test]
fn digits_of_an_amount_are_kept_and_none_is_not_zero() {
    let mut editor = editor();
    let at = "/budgets/0/tables/0/lines/0/amounts";
    for (typed_in, kept) in [("１,234.50", Some(Json::Number("1234.50".into()))), ("无", Some(Json::Null)), ("", None)] {
        typed(&mut editor, &format!("{at}/executed"), typed_in).unwrap();
        assert_eq!(editor.document().get(&format!("{at}/executed")), kept.as_ref());
        editor.seal();
    }
    assert_eq!(typed(&mut editor, &format!("{at}/next"), "约12"), Err(Fault::NotAnAmount));
    assert_eq!(text(&editor, &format!("{at}/initial")), "12.50");
}

#[test]
fn what_holds_a_field_is_made_where_it_is_missing() {
    let mut editor = editor();
    typed(&mut editor, "/attendance/present", "58").unwrap();
    typed(&mut editor, "/people/2/posts/0/title", "代表").unwrap();
    assert_eq!(checked::check(editor.document()).session.unwrap().people[2].posts[0].title.as_str(), "代表");
    editor.undo();
    editor.undo();
    assert_eq!(editor.document(), editor.base());
}

#[test]
fn people_are_merged_wherever_they_are_named() {
    let mut editor = editor();
    let change = people::merge(editor.document(), 0, 1).unwrap();
    editor.run(change, Spot::default()).unwrap();
    let session = checked::check(editor.document()).session.unwrap();
    assert_eq!(session.people.iter().map(|person| person.id.as_str()).collect::<Vec<_>>(), ["li", "wang"]);
    assert_eq!(session.people[0].posts.len(), 2);
    let presenters = |item: usize| session.agenda[item].presenters.iter().map(crate::model::PersonId::as_str).collect::<Vec<_>>();
    assert_eq!((presenters(0), presenters(1)), (vec!["li", "wang"], vec!["li"]));
    assert_eq!(session.speeches[0].speaker.as_ref().map(crate::model::PersonId::as_str), Some("li"));
    editor.undo();
    assert_eq!(editor.document(), editor.base());
}

#[test]
fn a_paragraph_is_cut_and_joined_again() {
    let mut editor = editor();
    let block = "/speeches/0/blocks/0";
    // The rare character is two units of UTF-16.
    let change = paragraphs::split(editor.document(), block, 9).unwrap();
    let spot = editor.run(change, Spot::default()).unwrap();
    assert_eq!((spot.at.as_str(), spot.selection), ("/speeches/0/blocks/1/text", Some((0, 0))));
    assert_eq!((text(&editor, &format!("{block}/text")).as_str(), text(&editor, &spot.at).as_str()), ("各位代表：𠮷日。", "第二句。"));
    let change = paragraphs::join(editor.document(), "/speeches/0/blocks/1").unwrap();
    let spot = editor.run(change, Spot::default()).unwrap();
    assert_eq!((spot.selection, editor.document() == editor.base()), (Some((9, 9)), true));
    assert_eq!(paragraphs::join(editor.document(), block), Err(Fault::NoSuchPlace));
}

#[test]
fn what_is_added_has_an_id_of_its_own() {
    let mut editor = editor();
    for _ in 0..2 {
        let change =
            add(editor.document(), "/sittings", editor.document().get("/sittings").map_or(0, |list| list.as_list().len())).unwrap();
        editor.run(change, Spot::default()).unwrap();
    }
    assert_eq!((text(&editor, "/sittings/0/id"), text(&editor, "/sittings/1/id")), ("sitting-1".to_owned(), "sitting-2".to_owned()));
}

#[test]
fn marks_go_where_their_fields_go() {
    let mut editor = editor();
    editor.confirm("/agenda/0/title").unwrap();
    assert_eq!(editor.open_doubts().len(), 1);
    let change = move_to(editor.document(), "/agenda/1", 0).unwrap().unwrap();
    editor.run(change, Spot::default()).unwrap();
    assert!(editor.marks().is_confirmed("/agenda/1/title") && !editor.marks().is_confirmed("/agenda/0/title"));
    assert_eq!(editor.open_doubts()[0].at, "/agenda/0/title");
    let change = remove(editor.document(), "/agenda/0").unwrap();
    editor.run(change, Spot::default()).unwrap();
    assert!(editor.open_doubts().is_empty());
    editor.go_to(0);
    assert_eq!((editor.open_doubts().len(), editor.marks().confirmed.len()), (1, 0));
    editor.go_to(3);
    assert!(editor.open_doubts().is_empty() && editor.marks().is_confirmed("/agenda/0/title"));
}

#[test]
fn a_draft_is_one_until_all_is_confirmed() {
    let mut editor = editor();
    assert!(editor.is_draft());
    let (all, confirmed) = editor.progress();
    assert!(all > 10 && confirmed == 0);
    editor.confirm_all().unwrap();
    assert!(!editor.is_draft() && editor.open_doubts().is_empty());
    let (all, confirmed) = editor.progress();
    assert_eq!(all, confirmed);
    editor.undo();
    assert!(editor.is_draft() && editor.progress().1 == 0);
}

#[test]
fn a_correction_is_noted_of_what_was_published() {
    let mut editor = editor();
    typed(&mut editor, "/status", "published").unwrap();
    let change = correct(editor.document(), "2026-01-31", Some("a"), "标题更正。").unwrap();
    editor.run(change, Spot::default()).unwrap();
    let session = checked::check(editor.document()).session.unwrap();
    assert_eq!((session.corrections.len(), session.status), (1, Some(crate::model::Status::Corrected)));
}

#[test]
fn findings_follow_and_name_their_fields() {
    let mut editor = editor();
    typed(&mut editor, "/speeches/0/title", "").unwrap();
    let found = checked::check(editor.document());
    assert!(found.findings.iter().any(|(at, _)| at == "/speeches/0/title"), "{:?}", found.findings);
    typed(&mut editor, "/title", "").unwrap();
    assert!(checked::check(editor.document()).error.is_some());
    assert_eq!(checked::file(editor.document()), None);
}

#[test]
fn the_file_is_the_session() {
    let file = checked::file(editor().document()).unwrap();
    assert_eq!(read(&file).unwrap().session, session());
}

/// Something that a reader does.
#[derive(Clone, Debug)]
enum Deed {
    Type(usize, String),
    Add(usize, usize),
    Remove(usize, usize),
    Move(usize, usize, usize),
    Merge(usize, usize),
    Split(usize),
    Join,
    Confirm(usize),
    ConfirmAll,
    Undo,
    Redo,
    Seal,
}

const FIELDS: [&str; 9] = [
    "/title",
    "/dates/start",
    "/term",
    "/agenda/0/title",
    "/agenda/1/kind",
    "/people/0/name",
    "/people/1/posts/0/title",
    "/attendance/present",
    "/budgets/0/tables/0/lines/0/amounts/initial",
];
const LISTS: [&str; 6] = ["/people", "/agenda", "/sittings", "/speeches/0/blocks", "/budgets/0/tables/0/lines", "/people/0/posts"];

fn deed() -> impl Strategy<Value = Deed> {
    let typed = prop_oneof!["[0-9]{0,4}", "[a-z甲乙 ]{0,3}", Just("2024-01".to_owned()), Just("vote".to_owned())];
    prop_oneof![
        4 => (0..FIELDS.len(), typed).prop_map(|(field, text)| Deed::Type(field, text)),
        2 => (0..LISTS.len(), 0..4_usize).prop_map(|(list, index)| Deed::Add(list, index)),
        2 => (0..LISTS.len(), 0..4_usize).prop_map(|(list, index)| Deed::Remove(list, index)),
        2 => (0..LISTS.len(), 0..4_usize, 0..4_usize).prop_map(|(list, from, to)| Deed::Move(list, from, to)),
        1 => (0..4_usize, 0..4_usize).prop_map(|(one, other)| Deed::Merge(one, other)),
        1 => (0..12_usize).prop_map(Deed::Split),
        1 => Just(Deed::Join),
        1 => (0..FIELDS.len()).prop_map(Deed::Confirm),
        1 => Just(Deed::ConfirmAll),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => Just(Deed::Seal),
    ]
}

/// Does it, if it can be done.
fn act(editor: &mut Editor, deed: &Deed) {
    let entry = |list: usize, index: usize| format!("{}/{index}", LISTS[list]);
    let document = editor.document();
    let change = match deed {
        Deed::Type(field, text) => {
            let _ = typed(editor, FIELDS[*field], text);
            return;
        }
        Deed::Add(list, index) => add(document, LISTS[*list], *index).ok(),
        Deed::Remove(list, index) => remove(document, &entry(*list, *index)).ok(),
        Deed::Move(list, from, to) => move_to(document, &entry(*list, *from), *to).ok().flatten(),
        Deed::Merge(one, other) => people::merge(document, *one, *other).ok(),
        Deed::Split(units) => paragraphs::split(document, "/speeches/0/blocks/0", *units).ok(),
        Deed::Join => paragraphs::join(document, "/speeches/0/blocks/1").ok(),
        Deed::Confirm(field) => return editor.confirm(FIELDS[*field]).unwrap_or_default(),
        Deed::ConfirmAll => return editor.confirm_all().unwrap_or_default(),
        Deed::Undo => return drop(editor.undo()),
        Deed::Redo => return drop(editor.redo()),
        Deed::Seal => return editor.seal(),
    };
    if let Some(change) = change {
        let _ = editor.run(change, Spot::default());
    }
}

/// Marks as sets: the order of what came back does not count.
fn marks(of: &Marks) -> (BTreeSet<String>, BTreeSet<String>) {
    (of.confirmed.clone(), of.doubts.iter().map(|doubt| doubt.at.clone()).collect())
}

proptest! {
    #[test]
    fn a_change_and_its_inverse_are_nothing(deeds in prop::collection::vec(deed(), 1..12)) {
        let mut editor = editor();
        for deed in &deeds {
            act(&mut editor, deed);
        }
        let end = editor.document().clone();
        for step in editor.steps().iter().take(editor.position()).rev().take(1) {
            let mut document = end.clone();
            let again = step.inverse.apply(&mut document).unwrap();
            again.apply(&mut document).unwrap();
            prop_assert_eq!(&document, &end);
        }
    }

    #[test]
    fn all_undone_is_the_beginning_and_all_redone_the_end(deeds in prop::collection::vec(deed(), 1..25)) {
        let mut editor = editor();
        let begun = marks(editor.marks());
        for deed in &deeds {
            act(&mut editor, deed);
        }
        editor.go_to(editor.steps().len());
        let (end, marked) = (editor.document().clone(), marks(editor.marks()));
        editor.go_to(0);
        prop_assert_eq!(editor.document(), editor.base());
        prop_assert_eq!(marks(editor.marks()), begun);
        editor.go_to(editor.steps().len());
        prop_assert_eq!(editor.document(), &end);
        prop_assert_eq!(marks(editor.marks()), marked);
    }

    #[test]
    fn what_is_put_down_is_taken_up_as_it_was(deeds in prop::collection::vec(deed(), 1..25)) {
        let mut editor = editor();
        for deed in &deeds {
            act(&mut editor, deed);
        }
        editor.seal();
        prop_assert_eq!(Editor::restore(&editor.save()).unwrap(), editor);
    }

    #[test]
    fn what_cannot_be_done_changes_nothing(at in "(/[a-z0-9]{1,8}){0,3}", to in "(/[a-z0-9]{1,8}){0,3}") {
        let document = Json::of(&session()).unwrap();
        let value = Json::Null;
        let good = Patch::Set { at: "/title".into(), value: Json::text("x") };
        for patch in [
            Patch::Insert { at: at.clone(), value: value.clone(), place: None },
            Patch::Set { at: at.clone(), value },
            Patch::Remove { at: at.clone() },
            Patch::Move { from: "/agenda/0".into(), to: to.clone() },
            Patch::Move { from: at, to },
        ] {
            let mut changed = document.clone();
            if let Ok(inverse) = Patch::All(vec![good.clone(), patch]).apply(&mut changed) {
                inverse.apply(&mut changed).unwrap();
            }
            prop_assert_eq!(&changed, &document);
        }
    }

    #[test]
    fn nothing_that_was_not_kept_by_us_is_taken_up(text in "\\PC{0,60}") {
        prop_assert_eq!(Editor::restore(&text), Err(Fault::Unreadable));
    }
}

#[test]
fn kinds_have_names_for_the_history() {
    let mut editor = editor();
    editor.confirm("/title").unwrap();
    assert_eq!(editor.steps()[0].kind, Kind::Confirm);
}
