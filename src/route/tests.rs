//! Links are read and written without loss.

use super::*;
use crate::model::{BudgetId, LineId, SittingId};
use proptest::prelude::*;

#[test]
fn junk_of_chat_apps_is_ignored() {
    let plain = Route::parse("?s=huacao-6-6&p=speeches/zhou-closing&at=p4");
    for junk in ["&from=groupmessage&isappinstalled=0", "&nsukey=a%2Bb", "&shareTo=weixin", "?from=timeline", "&&=&x", "&at2"] {
        assert_eq!(Route::parse(&format!("?s=huacao-6-6&p=speeches/zhou-closing&at=p4{junk}")), plain, "{junk}");
    }
    assert_eq!(Route::parse("?from=singlemessage"), Route::home());
}

#[test]
fn links_read_well() {
    let route = Route::Session {
        source: SessionSource::Id("huacao-6-6".into()),
        place: Place::Speech("closing".into()),
        at: Some("p4".into()),
        find: None,
    };
    assert_eq!(route.href(), "?s=huacao-6-6&p=speeches/closing&at=p4");
    assert_eq!(Route::home().href(), "?");
    let route = Route::parse("?s=a&p=budget/b2024/rev-3&unit=yi&cols=initial,completion&sort=-initial&pic=flow&q=税&over=10000");
    assert_eq!(route.href(), "?s=a&p=budget/b2024/rev-3&unit=yi&cols=initial,completion&sort=-initial&pic=flow&q=%E7%A8%8E&over=10000");
    for link in ["?s=a&p=suggestions&status=%E5%B7%B2%E5%8A%9E%E7%BB%93&outcome=A&overdue=1", "?body=%E7%94%B2&person=p-1", "?compare=a,b"]
    {
        assert_eq!(Route::parse(link).href(), link);
    }
    let remote = Route::to(SessionSource::Remote("https://a.example/x.json?v=1&w".into()), Place::Overview);
    assert_eq!(remote.href(), "?src=https://a.example/x.json%3Fv%3D1%26w");
}

#[test]
fn slides_are_one_page_with_links_of_their_own() {
    let Route::Session { place, .. } = Route::parse("?s=a&p=slides/item%252F3") else { panic!("a session") };
    assert_eq!(place, Place::Slides(Some("item/3".into())));
    assert_eq!((place.page(), place.path()), (Place::Slides(None), "slides/item%2F3".to_owned()));
    assert_eq!(Route::parse("?s=a&p=slides"), Route::to(SessionSource::Id("a".into()), Place::Slides(None)));
}

#[test]
fn a_subject_has_a_link_of_its_own() {
    let source = || SessionSource::Id("a".into());
    let roads = || "roads".to_owned();
    for (link, route) in [
        ("?s=a&t=roads", Route::to(source(), Place::Subject(roads()))),
        ("?t=roads", Route::Across(Across::Subject { body: None, subject: roads() })),
        ("?body=%E7%94%B2&t=roads", Route::Across(Across::Subject { body: Some("甲".into()), subject: roads() })),
    ] {
        assert_eq!((Route::parse(link), Route::parse(&format!("{link}。")), route.href().as_str()), (route.clone(), route, link));
    }
    // A place that is named, and a person, say more.
    assert_eq!(Route::parse("?s=a&p=agenda&t=roads"), Route::to(source(), Place::Agenda));
    assert_eq!(Route::parse("?body=a&person=b&t=roads"), Route::parse("?body=a&person=b"));
    assert_eq!(Route::parse("?q=a&t=roads"), Route::parse("?q=a"));
    assert_eq!(Route::parse("?s=a&t=&p="), Route::parse("?s=a"));
}

#[test]
fn unknown_places_are_kept() {
    let Route::Session { place, .. } = Route::parse("?s=a&p=nonsense/1/2") else { panic!("a session") };
    assert_eq!(place, Place::Unknown("nonsense/1/2".into()));
}

#[test]
fn a_digest_is_checked_whatever_stands_behind_it() {
    let digest = "0123456789abcdef".repeat(4);
    let checked = Route::parse(&format!("?s=a&p=agenda&sha256={digest}"));
    let Route::Session { source: source @ SessionSource::Checked(..), .. } = &checked else { panic!("a checked door") };
    assert_eq!(*source.plain(), SessionSource::Id("a".into()));
    let upper = digest.to_uppercase();
    for text in [
        upper.as_str(),
        &format!("{digest}。"),
        &format!("{digest}0"),
        &format!("{digest}），请看"),
        &format!("{digest}中"),
        &format!("{digest}%2E"),
    ] {
        for behind in ["", "&from=timeline"] {
            assert_eq!(Route::parse(&format!("?s=a&p=agenda&sha256={text}{behind}")), checked, "{text}{behind}");
        }
    }
    // A digest that lost something fits no file, and the page says so; it is never as if there had been none.
    for (text, left) in [("0", "0"), (&digest[1..], &digest[1..]), (&digest.replace("89", "g"), "01234567"), ("", ""), ("z", "")] {
        let Route::Session { source, .. } = Route::parse(&format!("?s=a&sha256={text}。")) else { panic!("a session") };
        assert_eq!(source, SessionSource::Checked(Box::new(SessionSource::Id("a".into())), left.to_owned()));
    }
    assert_eq!(Route::parse("?s=a&sha256=").href(), "?s=a&sha256=");
    assert_eq!(Route::mended("?s=a&sha256="), None);
    assert_eq!(Route::parse(&format!("?sha256={digest}")), Route::home());
}

/// What was seen in chats, as `location.search` gives it and as it was typed.
#[test]
fn links_from_chats_open_what_was_meant() {
    let to = |place| Route::to(SessionSource::Id("case06".into()), place);
    let paragraph =
        Route::Session { source: SessionSource::Id("case06".into()), place: Place::Speech("r".into()), at: Some("p2".into()), find: None };
    for (link, route) in [
        ("?s=case06。", to(Place::Overview)),
        ("?s=case06%E3%80%82", to(Place::Overview)),
        ("?s=case06&p=agenda/3。", to(Place::AgendaItem("3".into()))),
        ("?s=case06&p=agenda/3%EF%BC%89", to(Place::AgendaItem("3".into()))),
        ("?s=case06&p=agenda/3，请看", to(Place::AgendaItem("3".into()))),
        ("?s=case06&p=agenda/3（点开看）", to(Place::AgendaItem("3".into()))),
        ("?s=case06&p=agenda/3.", to(Place::AgendaItem("3".into()))),
        ("?s=case06&p=agenda/3%2F1", to(Place::AgendaItem("3/1".into()))),
        ("?s=case06&p=agenda/3%252F1", to(Place::AgendaItem("3/1".into()))),
        ("?s=case06&p=agenda/3%25252F1", to(Place::AgendaItem("3/1".into()))),
        ("?s=case06&p=agenda%252F3", to(Place::AgendaItem("3".into()))),
        ("?s=case06&amp;p=agenda/3", to(Place::AgendaItem("3".into()))),
        ("?s=case06&amp;amp;p=agenda/3", to(Place::AgendaItem("3".into()))),
        ("?s%3Dcase06%26p%3Dagenda/3", to(Place::AgendaItem("3".into()))),
        ("?s=case06&amp;p=speeches/r&amp;at=p2", paragraph.clone()),
        ("?s=case06&p=speeches/r&at=p2」", paragraph),
        ("?S=case06&P=Agenda", to(Place::Agenda)),
        ("?s=case06 &p=agenda", to(Place::Agenda)),
        ("?s=case06。&p=agenda\u{200b}&from=groupmessage", to(Place::Agenda)),
        ("?s=case06&p=agenda&from=singlemessage&scene=1&clicktime=1736300000", to(Place::Agenda)),
    ] {
        assert_eq!(Route::parse(link), route, "{link}");
        let mended = Route::mended(link);
        assert_eq!(mended.clone().unwrap_or_else(|| route.href()), route.href(), "{link}");
        assert_eq!(mended.is_some(), !link.contains("from=singlemessage") && !link.contains("3%252F1"), "{link}");
    }
}

#[test]
fn what_is_meant_as_it_stands_is_marked() {
    let search = |text: &str| Route::Search(Box::new(Asked::new(text)));
    assert_eq!(search("预算草案").href(), "?q=%E9%A2%84%E7%AE%97%E8%8D%89%E6%A1%88");
    for (text, is_marked) in [
        ("为什么？", true),
        ("社会事务办（含计生）", false),
        ("（一", true),
        ("\"预算\" 草案", false),
        ("\"预算\"", false),
        ("a~", true),
        ("%41", true),
    ] {
        let href = search(text).href();
        assert_eq!((Route::parse(&href), href.ends_with('~')), (search(text), is_marked), "{text}");
        assert_eq!(Route::parse(&format!("{href}。")), search(text), "{text}");
    }
    let item = Route::to(SessionSource::Id("a".into()), Place::AgendaItem("（三）".into()));
    assert_eq!(item.href(), "?s=a&p=agenda/%EF%BC%88%E4%B8%89%EF%BC%89~");
    assert_eq!(Route::parse(&format!("{}，请看", item.href())), item);
}

/// Pieces that apps and sentences leave behind a link.
const BEHIND: [&str; 34] = [
    "。",
    "，",
    "、",
    "；",
    "：",
    "？",
    "！",
    "…",
    "……",
    "）",
    "）。",
    "】",
    "」",
    "”",
    "’",
    "》",
    "。”",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    ").",
    "]",
    "'",
    "\"",
    " ",
    "\u{3000}",
    "\u{200b}",
    "%E3%80%82",
    "&from=singlemessage&isappinstalled=0",
    "?from=timeline",
];

/// The same with a piece of a sentence, which can only be told from an id, not from words that somebody searched for.
const SENTENCES: [&str; 5] = ["，请看", "（点开看）", "。快看第3项", "】转发", "”这一条"];

/// Whether a link ends with words of a reader or a file.
fn ends_with_words(route: &Route) -> bool {
    match route {
        Route::Archive(filter) => filter.place.is_some() && filter.year.is_none() && filter.level.is_none(),
        Route::Across(across) => matches!(across, Across::Body(_)),
        Route::Session { source: SessionSource::Checked(..), .. } => false,
        Route::Search(asked) | Route::Session { place: Place::Search(asked), .. } => asked.year.is_none(),
        Route::Session { place: Place::Budget(budget), at: None, .. } => budget.find.is_some(),
        Route::Session { place: Place::Suggestions(_), at: None, .. } => true,
        Route::Session { find, .. } => find.is_some(),
    }
}

fn any_place() -> impl Strategy<Value = Place> {
    let id = "\\PC{1,12}";
    prop_oneof![
        Just(Place::Overview),
        Just(Place::Agenda),
        Just(Place::Speeches),
        Just(Place::Decisions),
        Just(Place::People),
        Just(Place::Budgets),
        any_budget().prop_map(|place| Place::Budget(Box::new(place))),
        Just(Place::Glossary),
        Just(Place::Documents),
        id.prop_map(|id| Place::AgendaItem(AgendaId(id))),
        proptest::option::of(id).prop_map(|id| Place::Slides(id.map(AgendaId))),
        id.prop_map(|id| Place::Speech(SpeechId(id))),
        id.prop_map(|id| Place::Resolution(ResolutionId(id))),
        id.prop_map(|id| Place::Vote(VoteId(id))),
        id.prop_map(|id| Place::Person(PersonId(id))),
        any_chosen().prop_map(|chosen| Place::Suggestions(Box::new(chosen))),
        id.prop_map(|id| Place::Suggestion(SuggestionId(id))),
        Just(Place::Projects),
        any_asked().prop_map(|asked| Place::Search(Box::new(asked))),
        id.prop_map(|id| Place::Project(ProjectId(id))),
        id.prop_map(Place::Subject),
    ]
}

fn any_chosen() -> impl Strategy<Value = Chosen> {
    let text = || proptest::option::of("\\PC{1,12}");
    let outcome = proptest::option::of(proptest::sample::select(OUTCOMES.map(|(outcome, _)| outcome).to_vec()));
    let all = (text(), outcome, text(), text(), text(), any::<bool>(), text());
    all.prop_map(|(status, outcome, unit, category, person, overdue, text)| Chosen {
        status,
        outcome,
        unit,
        category,
        person: person.map(PersonId),
        overdue,
        text,
    })
}

fn any_across() -> impl Strategy<Value = Across> {
    prop_oneof![
        "\\PC{1,12}".prop_map(Across::Body),
        ("\\PC{1,12}", "\\PC{1,12}").prop_map(|(body, id)| Across::Person { body, person: PersonId(id) }),
        ("\\PC{1,12}", "\\PC{1,12}").prop_map(|(a, b)| Across::Compare(SessionId(a), SessionId(b))),
        (proptest::option::of("\\PC{1,12}"), "\\PC{1,12}").prop_map(|(body, subject)| Across::Subject { body, subject }),
    ]
}

fn any_budget() -> impl Strategy<Value = BudgetPlace> {
    use crate::budget::{Field, Sort, SortKey};
    use crate::model::{Decimal, TableId, Unit};
    use proptest::option::of;
    use proptest::sample::{select, subsequence};
    let id = "\\PC{1,12}";
    let fields: Vec<Field> = Field::all().collect();
    let key = prop_oneof![Just(SortKey::Code), Just(SortKey::Name), select(fields.clone()).prop_map(SortKey::Field)];
    let sort = of((key, any::<bool>()).prop_map(|(by, descending)| Sort { by, descending }));
    let unit = of(select(vec![Unit::Yuan, Unit::WanYuan, Unit::YiYuan]));
    let over = of((1..1_000_000_i128, 0..4_u32).prop_map(|(mantissa, scale)| Decimal { mantissa, scale }));
    let chosen = (unit, subsequence(fields, 0..5), sort, of(select(Picture::ALL.to_vec())), of(id), over);
    (id, of(id), of(id), chosen).prop_map(|(budget, line, table, (unit, columns, sort, picture, find, over))| BudgetPlace {
        budget: BudgetId(budget),
        line: line.map(LineId),
        table: table.map(TableId),
        unit,
        columns,
        sort,
        picture,
        find,
        over,
    })
}

fn any_asked() -> impl Strategy<Value = Asked> {
    use proptest::option::of;
    let kind = of(proptest::sample::select(KINDS.map(|(kind, _)| kind).to_vec()));
    let id = || of("\\PC{1,12}");
    ("\\PC{0,12}", kind, id(), id(), id(), of(1000_u16..3000)).prop_map(|(text, kind, who, sitting, body, year)| Asked {
        text,
        kind,
        who: who.map(PersonId),
        sitting: sitting.map(SittingId),
        body,
        year,
    })
}

fn any_route() -> impl Strategy<Value = Route> {
    use proptest::option::of;
    let source = prop_oneof![
        "\\PC{1,20}".prop_map(|id| SessionSource::Id(SessionId(id))),
        "https://[a-z]{1,8}\\.example/\\PC{0,20}".prop_map(SessionSource::Remote),
    ];
    let source = (source, proptest::option::of("[0-9a-f]{0,64}")).prop_map(|(source, sha256)| match sha256 {
        Some(sha256) => SessionSource::Checked(Box::new(source), sha256),
        None => source,
    });
    let level = of(proptest::sample::select(LEVELS.map(|(level, _)| level).to_vec()));
    let filter = (of("\\PC{1,10}"), of(1000_u16..3000), level, any::<bool>());
    prop_oneof![
        filter.prop_map(|(place, year, level, is_list)| {
            let is_list = is_list || place.is_some() || year.is_some() || level.is_some();
            Route::Archive(Filter { place, year, level, is_list })
        }),
        any_across().prop_map(Route::Across),
        any_asked().prop_map(|asked| Route::Search(Box::new(asked))),
        (source, any_place(), of("\\PC{1,12}"), of("\\PC{1,12}")).prop_map(|(source, place, at, find)| {
            // A search and a budget have their own words.
            let find = find.filter(|_| !matches!(place, Place::Search(_) | Place::Budget(_)));
            Route::Session { source, place, at, find }
        }),
    ]
}

proptest! {
    #[test]
    fn every_route_survives_its_link(route in any_route()) {
        prop_assert_eq!(Route::parse(&route.href()), route);
    }

    #[test]
    fn what_is_left_behind_a_link_changes_nothing(route in any_route(), behind in proptest::sample::select(BEHIND.to_vec())) {
        prop_assert_eq!(Route::parse(&format!("{}{behind}", route.href())), route);
    }

    #[test]
    fn nor_does_a_sentence_behind_it(route in any_route(), behind in proptest::sample::select(SENTENCES.to_vec())) {
        if !ends_with_words(&route) {
            prop_assert_eq!(Route::parse(&format!("{}{behind}", route.href())), route);
        }
    }

    #[test]
    fn nor_do_escapes_too_many(route in any_route()) {
        let href = route.href();
        prop_assert_eq!(Route::parse(&href.replace('&', "&amp;")), route.clone());
        let has_marks = href.contains('~') || matches!(&route, Route::Session { source, .. } if matches!(source.plain(), SessionSource::Remote(_)));
        if !has_marks {
            prop_assert_eq!(Route::parse(&href.replace('%', "%25")), route);
        }
    }

    #[test]
    fn any_text_is_a_route(query in "\\PC*") {
        let route = Route::parse(&query);
        prop_assert_eq!(Route::parse(&route.href()), route);
    }
}
