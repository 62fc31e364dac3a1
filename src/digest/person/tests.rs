//! Tests of the module above.

use super::*;
use crate::model::{Outcome, Post, Suggestion};

fn post(title: &str, organization: &str) -> Post {
    Post { title: title.into(), organization: (!organization.is_empty()).then(|| organization.into()), ..Post::default() }
}

/// Id, name, and posts as title and organization.
type Made<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

fn session(people: &[Made<'_>]) -> Session {
    let person = |(id, name, posts): &Made<'_>| Person {
        id: (*id).into(),
        name: (*name).into(),
        posts: posts.iter().map(|(title, organization)| post(title, organization)).collect(),
        ..Person::default()
    };
    Session { people: people.iter().map(person).collect(), ..Session::default() }
}

/// The ids of each person, by session.
fn ids(sessions: &[&Session]) -> Vec<String> {
    let id = |seen: &Seen| format!("{}{}", seen.session, seen.of(sessions).map_or("", |person| person.id.as_str()));
    people(sessions).iter().map(|seen| seen.iter().map(id).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_same_id_is_the_same_person() {
    let a = session(&[("lin", "林见山", &[("镇长", "镇政府")])]);
    let b = session(&[("lin", "林见山", &[("书记", "镇党委")]), ("wu", "吴涛", &[])]);
    assert_eq!(ids(&[&a, &b]), ["0lin 1lin", "1wu"]);
}

#[test]
fn without_the_same_id_it_takes_name_title_and_organization() {
    let a = session(&[("1", "林见山", &[("镇长", "镇政府")])]);
    for (name, title, organization, is_same) in [
        ("林见山", "镇长", "镇政府", true),
        ("林见山", "镇长", "", false),
        ("林见山", "镇长", "县政府", false),
        ("林见山", "书记", "镇政府", false),
        ("林见水", "镇长", "镇政府", false),
    ] {
        let b = session(&[("2", name, &[(title, organization)])]);
        let expected: &[&str] = if is_same { &["01 12"] } else { &["01", "12"] };
        assert_eq!(ids(&[&a, &b]), expected, "{name} {title} {organization}");
    }
    assert_eq!(ids(&[&a, &session(&[("2", "林见山", &[])])]), ["01", "12"]);
}

#[test]
fn ids_and_posts_join_one_after_the_other() {
    let a = session(&[("1", "林见山", &[("镇长", "镇政府")])]);
    let b = session(&[("2", "林见山", &[("镇长", "镇政府"), ("代表", "镇人大")])]);
    let c = session(&[("2", "林见山", &[("书记", "镇党委")])]);
    assert_eq!(ids(&[&a, &b, &c]), ["01 12 22"]);
}

#[test]
fn two_ids_in_one_session_are_never_joined() {
    let both = session(&[("1", "张伟", &[("局长", "财政局")]), ("2", "张伟", &[("局长", "财政局")])]);
    let later = session(&[("3", "张伟", &[("局长", "财政局")])]);
    let again = session(&[("3", "张伟", &[])]);
    let all = [&both, &later, &again];
    assert_eq!(ids(&all), ["01", "02", "13 23"]);
    let people = people(&all);
    assert_eq!(namesakes(&all, &people, 0), [1, 2]);
    assert_eq!(position(&all, &people, &"3".into()), Some(2));
    assert_eq!(position(&all, &people, &"4".into()), None);
}

#[test]
fn a_post_that_many_hold_joins_nobody() {
    for (title, organization, is_same) in [
        ("镇人大代表", "青溪镇人大", false),
        ("代表", "", false),
        ("委员", "县人大常委会", false),
        ("主席团成员", "青溪镇人大", false),
        ("村民小组组长", "北河村", false),
        ("经理", "青溪公司", false),
        ("主任", "", false),
        ("书记", "", false),
        ("镇长", "青溪镇人民政府", true),
        ("镇　长", "青溪镇 人民政府", true),
        ("代镇长", "", true),
        ("人大副主席", "青溪镇人大", true),
        ("主任", "青溪镇党政办公室", true),
        ("主任委员", "县人大财政经济委员会", true),
        ("Mayor", "", true),
        ("Deputy", "Town Congress", false),
    ] {
        let a = session(&[("1", "张伟", &[(title, organization)])]);
        let b = session(&[("2", "张伟", &[(title, organization)])]);
        let expected: &[&str] = if is_same { &["01 12"] } else { &["01", "12"] };
        assert_eq!(ids(&[&a, &b]), expected, "{title} {organization}");
        let people = people(&[&a, &b]);
        let others: &[usize] = if is_same { &[] } else { &[1] };
        assert_eq!(namesakes(&[&a, &b], &people, 0), others, "{title}: who is not joined is named");
    }
}

#[test]
fn a_post_that_two_are_shown_in_is_not_one_persons() {
    let vice = [("副镇长", "镇政府")];
    let one = session(&[("1", "张伟", &vice)]);
    let other = session(&[("2", "张伟", &vice)]);
    assert_eq!(ids(&[&one, &other]), ["01 12"]);
    let three = session(&[("3", "李明", &vice), ("4", "王海", &vice)]);
    assert_eq!(ids(&[&one, &other, &three]), ["01", "12", "23", "24"]);
}

#[test]
fn a_name_is_one_in_every_spelling_and_stays_as_printed() {
    for (a, b) in [
        ("王　岚", "王岚"),
        ("王 岚", "王岚"),
        ("阿依夏·卡德尔", "阿依夏•卡德尔"),
        ("阿依夏・卡德尔", "阿依夏‧卡德尔"),
        ("阿依夏．卡德尔", "阿依夏·卡德尔"),
        ("阿依夏.卡德尔", "阿依夏·卡德尔"),
        ("王嵐", "王岚"),
        ("𬱖启贤", "𬱖启贤"),
    ] {
        let mayor = [("镇长", "镇政府")];
        let (one, other) = (session(&[("1", a, &mayor)]), session(&[("2", b, &mayor)]));
        assert_eq!(ids(&[&one, &other]), ["01 12"], "{a} {b}");
        let (one, other) = (session(&[("1", a, &[])]), session(&[("2", b, &[])]));
        let sessions = [&one, &other];
        let people = people(&sessions);
        assert_eq!((people.len(), namesakes(&sessions, &people, 0)), (2, vec![1]), "{a} {b}");
        assert_eq!(people[0][0].of(&sessions).map(|person| person.name.as_str()), Some(a));
    }
    let (one, other) = (session(&[("1", "阿依夏·卡德尔", &[])]), session(&[("2", "阿依夏卡德尔", &[])]));
    assert!(namesakes(&[&one, &other], &people(&[&one, &other]), 0).is_empty(), "without its dot it is another name");
}

#[test]
fn an_id_that_a_session_gives_twice_is_one() {
    let twice = session(&[("1", "张伟", &[("代表", "")]), ("1", "张玮", &[("代表", "")])]);
    assert_eq!(ids(&[&twice]), ["01"]);
}

#[test]
fn posts_run_until_a_session_does_not_name_them() {
    let a = session(&[("1", "林见山", &[("副镇长", "镇政府")])]);
    let none = session(&[("1", "林见山", &[])]);
    let mut last = session(&[("1", "林见山", &[("副镇长", "镇政府"), ("镇长", "镇政府")])]);
    last.people[0].posts[1].from = Some("2025-01".into());
    last.people[0].posts[1].to = Stated::None;
    let without = session(&[]);
    let sessions = [&a, &without, &a, &none, &last, &last];
    let groups = people(&sessions);
    let held = posts(&sessions, &groups[0]);
    let told: Vec<_> = held.iter().map(|held| (held.title.as_str(), held.sessions.clone())).collect();
    // A session that does not name the person at all says nothing of the post.
    assert_eq!(told, [("副镇长", vec![0, 2]), ("副镇长", vec![4, 5]), ("镇长", vec![4, 5])]);
    assert_eq!((held[2].from, held[2].to), (Some(&"2025-01".into()), Some(&Stated::None)));
}

#[test]
fn of_a_suggestion_what_was_told_last_counts() {
    let mut a = session(&[("1", "林见山", &[])]);
    let raised_one = Suggestion { id: "s".into(), lead: Some("1".into()), status: Some("办理中".into()), ..Suggestion::default() };
    let joined_one = Suggestion { id: "j".into(), cosigners: vec!["1".into()], ..Suggestion::default() };
    let other = Suggestion { id: "o".into(), lead: Some("2".into()), ..Suggestion::default() };
    a.suggestions = vec![raised_one, joined_one, other];
    let mut b = session(&[]);
    b.suggestions = vec![Suggestion { id: "s".into(), outcome: Stated::Value(Outcome::A), ..Suggestion::default() }];
    let sessions = [&a, &b];
    let found = raised(&sessions, &people(&sessions)[0]);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], Raised { session: 1, at: 0, led: true, outcome: Some((1, 0)), status: Some((0, 0)) });
    assert_eq!((found[1].session, found[1].at, found[1].led), (0, 1, false));
}
