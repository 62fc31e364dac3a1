//! The lexicon is written as it should be, and words are found where they mean what they say.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use super::lexicon::read;
use super::*;
use crate::model::{AgendaItem, Block, BlockKind, Budget, BudgetTable, Line, Session, Speech, Suggestion};
use crate::search::{Spot, fold};
use std::collections::BTreeSet;

#[test]
fn the_lexicon_is_written_as_it_should_be() {
    let text = include_str!("lexicon.txt");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let first = line.split(' ').next().unwrap_or_default();
        assert!(["=", "+", "codes", "not-codes", "categories", "not"].contains(&first), "{line}");
        let bars = line.matches('|').count();
        assert_eq!(bars, if matches!(first, "=" | "+") { 2 } else { 0 }, "{line}");
    }
    let mut ids = BTreeSet::new();
    assert!((12..=16).contains(&subjects().len()));
    for subject in subjects() {
        let id = subject.id;
        assert!(ids.insert(id) && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase()), "{id}");
        assert!(!subject.zh.is_empty() && subject.en.is_ascii() && !subject.codes.is_empty(), "{id}");
        assert!((1..=31).contains(&subject.topics.len()), "{id}: a bit for each");
        for code in subject.codes.iter().chain(&subject.not_codes).chain(subject.topics.iter().flat_map(|topic| &topic.codes)) {
            let is_code = matches!(code.len(), 3 | 5 | 7) && code.starts_with('2') && code.bytes().all(|byte| byte.is_ascii_digit());
            assert!(is_code, "{id}: {code}");
        }
        for code in subject.topics.iter().flat_map(|topic| &topic.codes) {
            assert!(subject.has_code(code), "{id}: the topic's code {code} is none of the subject's");
        }
        assert!(subject.not_codes.iter().all(|code| !subject.has_code(code)), "{id}");
        let words = subject.words();
        assert!(words.iter().all(|word| fold(word) == *word && word.chars().count() > 1), "{id}: a word of one character is everywhere");
        for friend in &subject.false_friends {
            let has_word = words.iter().any(|word| friend.contains(word) && friend != word);
            assert!(has_word, "{id}: {friend} holds no word that it could be taken for");
        }
        for topic in &subject.topics {
            assert!(!topic.words.is_empty() && !topic.asked.is_empty(), "{id}: {topic:?}");
        }
    }
}

#[test]
fn a_line_that_is_written_wrong_is_left_out() {
    let read = read("+ a | b | c\nnot x\n= one | 一 | One\nnonsense\n+ a b | 201 | c\n");
    let topic = Topic { asked: vec!["a", "b"], codes: vec!["201"], words: vec!["c"] };
    assert_eq!(read, [Subject { id: "one", zh: "一", en: "One", topics: vec![topic], ..Subject::default() }]);
}

#[test]
fn false_friends_do_not_count() {
    let is_about = |id: &str, text: &str| {
        let item = AgendaItem { title: text.into(), ..AgendaItem::default() };
        let session = Session { agenda: vec![item], ..Session::default() };
        about(&session).iter().any(|one| subjects()[one.subject].id == id)
    };
    for (id, text) in [
        ("roads", "坚定道路自信，走合作道路"),
        ("roads", "发挥桥梁纽带作用"),
        ("elderly", "城乡居民基本养老保险基金支出"),
        ("elderly", "行政事业单位养老支出"),
        ("schools", "集中学习贯彻全会精神"),
        ("schools", "提高中心镇能级"),
        ("jobs", "社会保障和就业支出"),
        ("jobs", "鼓励干部干事创业"),
        ("town", "市政府2024年度工作"),
        ("health", "消防应急救援"),
        ("housing", "县住房和城乡建设局"),
        ("water", "畅通诉求表达渠道"),
        ("culture", "廉政文化"),
    ] {
        assert!(!is_about(id, text), "{id}: {text}");
    }
    for (id, text) in [
        ("roads", "坚定道路自信，整修村内道路"),
        ("roads", "民生公路"),
        ("roads", "硬化道路三公里"),
        ("elderly", "养老服务综合体"),
        ("elderly", "基本养老保险和居家养老"),
        ("schools", "集中学习后视察中学"),
        ("jobs", "登记失业人员再就业"),
        ("town", "市政府改造市政管网"),
        ("health", "急救站"),
        ("water", "農村飲用水達標"),
    ] {
        assert!(is_about(id, text), "{id}: {text}");
    }
}

#[test]
fn budget_lines_count_by_code_and_by_name_and_parts_once() {
    let line = |id: &str, code: &str, name: &str| Line {
        id: id.into(),
        code: (!code.is_empty()).then(|| code.to_owned()),
        name: name.into(),
        ..Line::default()
    };
    let lines = vec![
        line("a", "205", "教育支出"),
        line("b", "20502", "普通教育"),
        line("c", "20508", "进修及培训"),
        line("d", "2050803", "培训支出"),
        line("e", "", "一、交通运输支出"),
        line("f", "21203", "城乡社区公共设施"),
        line("g", "2080505", "机关事业单位基本养老保险缴费支出"),
    ];
    let table = BudgetTable { lines, ..BudgetTable::default() };
    let session = Session { budgets: vec![Budget { tables: vec![table], ..Budget::default() }], ..Session::default() };
    let found = about(&session);
    let of = |id: &str| {
        let of_subject = found.iter().filter(|one| subjects()[one.subject].id == id);
        of_subject.map(|one| (one.spot, one.is_part)).collect::<Vec<_>>()
    };
    let at = |line| Spot::Line(0, 0, line);
    assert_eq!(of("schools"), [(at(0), false), (at(1), true)]);
    assert_eq!(of("roads"), [(at(4), false), (at(5), false)]);
    assert_eq!((of("elderly"), of("welfare")), (vec![], vec![]));
    // What the line is called in plain words is in the explanation of its class.
    let explained: Vec<_> = explained(&session, "幼儿园").into_iter().map(|(spot, class)| (spot, class.code)).collect();
    assert_eq!(explained, [(at(0), "205")]);
}

#[test]
fn a_plain_word_finds_its_topic_and_no_more() {
    let [(subject, topics)] = asked("修路")[..] else { panic!("one subject") };
    assert_eq!(subjects()[subject].id, "roads");
    let meant: Vec<&Topic> =
        subjects()[subject].topics.iter().enumerate().filter(|(bit, _)| topics >> bit & 1 == 1).map(|(_, topic)| topic).collect();
    let [topic] = meant[..] else { panic!("one topic") };
    assert!(topic.has_code("2140106") && topic.has_code("21203") && topic.words.contains(&"公路") && !topic.words.contains(&"停车"));
    assert_eq!(asked("道路"), asked("修路"));
    assert_eq!(asked(&fold("Roads and transport")), asked("道路交通"));
    assert!(asked("治理").is_empty() && asked("报告").is_empty() && asked("").is_empty());
}

#[test]
fn a_suggestion_counts_by_what_it_asks_and_by_its_field_not_by_who_answers() {
    let one = |title: &str, category: &str, unit: &str| Suggestion {
        title: title.into(),
        category: Some(category.into()),
        unit: Some(unit.into()),
        ..Suggestion::default()
    };
    let suggestions = vec![one("关于拓宽示例路西段的建议", "道路交通", "镇建设办"), one("关于集市时间的建议", "其他", "镇交通站")];
    let session = Session { suggestions, ..Session::default() };
    let roads = position("Roads").unwrap();
    let found: Vec<Spot> = about(&session).into_iter().filter(|one| one.subject == roads).map(|one| one.spot).collect();
    assert_eq!(found, [Spot::Suggestion(0)]);
}

#[test]
fn marks_are_the_words_of_the_subject() {
    let block =
        Block {
            id: "p".into(), kind: BlockKind::Paragraph, text: Some("坚定道路自信，硬化道 路，新建公厕。".into()), ..Block::default()
        };
    let session = Session { speeches: vec![Speech { blocks: vec![block], ..Speech::default() }], ..Session::default() };
    let roads = about(&session).into_iter().find(|one| Some(one.subject) == position("roads")).unwrap();
    let text = session.speeches[0].blocks[0].text.as_deref().unwrap();
    let marked: Vec<&str> = roads.marks(text).into_iter().map(|(start, end)| &text[start..end]).collect();
    assert_eq!(marked, ["道 路"]);
}

#[test]
fn what_is_found_is_put_together_with_the_money_first_and_what_is_not_there_is_said() {
    use crate::route::Kind;
    let line = Line { id: "l".into(), name: "交通运输支出".into(), ..Line::default() };
    let session = Session {
        agenda: vec![AgendaItem { title: "审议道路规划".into(), ..AgendaItem::default() }],
        suggestions: vec![Suggestion { title: "关于学校的建议".into(), ..Suggestion::default() }],
        budgets: vec![Budget { tables: vec![BudgetTable { lines: vec![line], ..BudgetTable::default() }], ..Budget::default() }],
        ..Session::default()
    };
    let about = about(&session);
    let roads = Gathered::of(&session, &about, position("roads").unwrap());
    let kinds: Vec<Kind> = roads.groups.iter().map(|(kind, _)| *kind).collect();
    assert_eq!((kinds, roads.count()), (vec![Kind::Budget, Kind::Agenda], 2));
    let lacks = [(Kind::Projects, false), (Kind::Suggestions, true), (Kind::Decisions, false), (Kind::Speeches, false)];
    assert_eq!(roads.lacks, lacks);
    let counts = counts(&about, subjects().len());
    assert_eq!((counts[position("roads").unwrap()], counts[position("schools").unwrap()]), (2, 1));
    assert_eq!(counts.iter().sum::<usize>(), 3);
}

#[test]
fn a_word_also_finds_what_means_the_same_and_what_is_explained_with_it() {
    use crate::route::Kind;
    use crate::search::Query;
    let line = |id: &str, code: &str, name: &str| Line { id: id.into(), code: Some(code.into()), name: name.into(), ..Line::default() };
    let lines = vec![
        line("a", "2140106", "公路养护"),
        line("b", "21203", "城乡社区公共设施"),
        line("c", "212", "城乡社区支出"),
        line("d", "205", "教育支出"),
    ];
    let session = Session {
        agenda: vec![AgendaItem { title: "审议道路规划".into(), ..AgendaItem::default() }],
        budgets: vec![Budget { tables: vec![BudgetTable { lines, ..BudgetTable::default() }], ..Budget::default() }],
        ..Session::default()
    };
    let about = about(&session);
    let related = |typed: &str, exact: &[Spot]| Related::of(&session, &about, &Meant::of(&Query::parse(typed)), exact);
    let at = |line| Spot::Line(0, 0, line);
    let found = related("修路", &[]);
    assert_eq!(found.groups, [(Kind::Budget, vec![at(0), at(1)]), (Kind::Agenda, vec![Spot::Agenda(0)])]);
    assert_eq!(found.explained, []);
    // What the letters find is not found once more.
    assert_eq!(related("道路", &[Spot::Agenda(0)]).groups, [(Kind::Budget, vec![at(0), at(1)])]);
    // 道路养护 and 环卫 are in the explanation of 212, which has neither in its name.
    assert_eq!(related("道路养护", &[]).explained.iter().map(|(spot, _)| *spot).collect::<Vec<_>>(), [at(2)]);
    for typed in ["“修路”", "修路 学校", "修路 -学校", "治理"] {
        assert_eq!(related(typed, &[]), Related::default(), "{typed}");
    }
    let meant = Meant::of(&Query::parse("道路"));
    assert!(!meant.words().contains(&"道路") && meant.words().contains(&"公路") && meant.codes().contains(&"21203"));
}
