use super::*;
use crate::read::read;

fn session(more: &str) -> Session {
    let json = format!(
        r#"{{"format":"yishi-session/1","id":"qingxi-3-2","title":"青溪镇第三届人民代表大会第二次会议","assembly":{{"name":"青溪镇人民代表大会"}},"dates":{{"start":"2031-01-09"}}{more}}}"#
    );
    read(json.as_bytes()).map(|reading| reading.session).unwrap_or_default()
}

/// Paths and changes, one a line.
fn told(first: &str, second: &str, scope: Scope) -> Vec<String> {
    let (first, second) = (session(first), session(second));
    assert!(!first.title.is_empty() && !second.title.is_empty(), "the file of the test can be read");
    diff_in(&first, &second, scope).iter().map(|one| format!("{} {} {:?}", one.first, one.second, one.change)).collect()
}

const PEOPLE: &str = r#","people":[{"id":"p1","name":"王芳","posts":[{"title":"镇长"}]},{"id":"p2","name":"李明"}]"#;

#[test]
fn a_session_is_the_same_as_itself() {
    assert_eq!(told(PEOPLE, PEOPLE, Scope::All), [] as [String; 0]);
}

#[test]
fn values_differ_by_field() {
    let found = told(r#","term":3,"meeting":2,"venue":null"#, r#","term":4,"kind":"regular""#, Scope::All);
    assert_eq!(
        found,
        [
            r#"$.term $.term Other { first: Number("3"), second: Number("4") }"#,
            r#"$.meeting $.meeting Only { side: First, value: Number("2") }"#,
            "$.venue $.venue Only { side: First, value: Nothing }",
            r#"$.kind $.kind Only { side: Second, value: Text("regular") }"#,
        ]
    );
    assert_eq!(told(r#","term":3,"meeting":2"#, r#","term":4"#, Scope::Common).len(), 1);
}

#[test]
fn people_are_the_same_by_name_whatever_their_ids() {
    let other = r#","people":[{"id":"li-ming","name":"李明"},{"id":"wang-fang","name":"王芳","posts":[{"title":"代镇长"}]}]"#;
    let agenda = |id: &str| format!(r#","agenda":[{{"id":"a1","title":"政府工作报告","presenters":["{id}"]}}]"#);
    let (first, second) = (PEOPLE.to_owned() + &agenda("p1"), other.to_owned() + &agenda("wang-fang"));
    let found = told(&first, &second, Scope::Common);
    assert_eq!(found, [r#"$.people[0].posts[0].title $.people[1].posts[0].title Other { first: Text("镇长"), second: Text("代镇长") }"#]);
    let second = other.to_owned() + &agenda("li-ming");
    let found = told(&first, &second, Scope::Common);
    assert!(
        found.iter().any(|line| line.starts_with("$.agenda[0].presenters[0]") && line.contains("王芳") && line.contains("李明")),
        "{found:?}"
    );
}

#[test]
fn the_same_id_is_the_same_person_with_another_name() {
    let other = PEOPLE.replace("李明", "李鸣");
    let found = told(PEOPLE, &other, Scope::All);
    assert_eq!(found, [r#"$.people[1].name $.people[1].name Other { first: Text("李明"), second: Text("李鸣") }"#]);
}

#[test]
fn an_item_that_moved_is_no_other_item() {
    let agenda = |titles: [&str; 3]| {
        let items: Vec<_> = titles.iter().map(|title| format!(r#"{{"id":"{title}","title":"{title}"}}"#)).collect();
        format!(r#","agenda":[{}]"#, items.join(","))
    };
    let found = told(&agenda(["甲事项", "乙事项", "丙事项"]), &agenda(["丙事项", "甲事项", "乙事项"]), Scope::All);
    assert_eq!(found, ["$.agenda[2] $.agenda[0] Moved { from: 2, to: 0 }"]);
}

fn budget(unit: &str, lines: &str) -> String {
    format!(
        r#","budgets":[{{"id":"b1","title":"预算","fiscal_year":2031,"stage":"draft","unit":"{unit}","tables":[{{"id":"t1","direction":"revenue","lines":[{lines}]}}]}}]"#
    )
}

#[test]
fn lines_are_the_same_by_code_or_name() {
    let first = budget(
        "wan_yuan",
        r#"{"id":"l1","name":"税收","amounts":{"initial":120}},{"id":"l2","code":"103","name":"非税","amounts":{"initial":7}}"#,
    );
    let second = budget(
        "wan_yuan",
        r#"{"id":"x1","code":"103","name":"非税收入","amounts":{"initial":7}},{"id":"x2","name":"税收","amounts":{"initial":125}}"#,
    );
    let found = told(&first, &second, Scope::Common);
    let amount = r#"Amount { digits: "120", unit: WanYuan }"#;
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found.iter().any(|line| line.starts_with("$.budgets[0].tables[0].lines[0].amounts.initial $.budgets[0].tables[0].lines[1]")
            && line.contains(amount))
    );
    assert!(found.iter().any(|line| line.contains("非税收入")));
}

#[test]
fn an_amount_in_another_unit_is_the_same_amount() {
    let first = budget("yi_yuan", r#"{"id":"l1","name":"税收","amounts":{"initial":1.2}}"#);
    let second = budget("wan_yuan", r#"{"id":"l1","name":"税收","amounts":{"initial":12000}}"#);
    assert_eq!(told(&first, &second, Scope::Common), [] as [String; 0]);
    assert_eq!(told(&first, &second, Scope::All).len(), 1, "the unit alone");
    let third = budget("wan_yuan", r#"{"id":"l1","name":"税收","amounts":{"initial":1.2}}"#);
    assert_eq!(told(&first, &third, Scope::Common).len(), 1, "the same digits of another unit");
}

#[test]
fn paragraphs_are_the_same_by_what_they_say() {
    let speech = |blocks: &[(&str, &str)]| {
        let blocks: Vec<_> = blocks.iter().map(|(id, text)| format!(r#"{{"id":"{id}","kind":"paragraph","text":"{text}"}}"#)).collect();
        format!(r#","speeches":[{{"id":"s1","title":"报告","blocks":[{}]}}]"#, blocks.join(","))
    };
    let first = speech(&[("b1", "各位代表："), ("b2", "会议应到代表51名，实到48名。"), ("b3", "现在报告如下。")]);
    let second =
        speech(&[("b0", "青溪镇人民政府"), ("b1", "各位代表："), ("b2", "会议应到代表51名，实到49名。"), ("b3", "现在报告如下。")]);
    let found = told(&first, &second, Scope::All);
    assert_eq!(found.len(), 2, "{found:?}");
    let other = speech(&[("b1", "全镇经济平稳向好")]);
    assert!(
        told(&speech(&[("x1", "上半年总体情况")]), &other, Scope::Common).is_empty(),
        "other paragraphs are not the same because both are one"
    );
    assert!(found[0].contains("Only { side: Second") && found[1].contains("48") && found[1].contains("49"), "{found:?}");
}

#[test]
fn places_are_told_by_name() {
    let (first, second) = (session(PEOPLE), session(&PEOPLE.replace("镇长", "副镇长")));
    let found = diff(&first, &second);
    let place = &found[0].place;
    assert_eq!(place.iter().map(|step| step.field.as_str()).collect::<Vec<_>>(), ["people", "posts", "title"]);
    assert_eq!(place[0].thing.as_ref().map(|thing| (thing.name.as_str(), thing.position)), Some(("王芳", 0)));
    assert_eq!(place[0].thing.as_ref().and_then(|thing| thing.id.as_deref()), Some("p1"));
}
