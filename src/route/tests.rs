//! Links are read and written without loss.

use super::*;
use crate::model::SittingId;
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
fn unknown_places_are_kept() {
    let Route::Session { place, .. } = Route::parse("?s=a&p=nonsense/1/2") else { panic!("a session") };
    assert_eq!(place, Place::Unknown("nonsense/1/2".into()));
}

#[test]
fn a_garbled_digest_is_ignored() {
    let digest = "0123456789abcdef".repeat(4);
    let checked = Route::parse(&format!("?s=a&p=agenda&sha256={digest}"));
    let Route::Session { source: source @ SessionSource::Checked(..), .. } = &checked else { panic!("a checked door") };
    assert_eq!(*source.plain(), SessionSource::Id("a".into()));
    assert_eq!(Route::parse(&format!("?s=a&p=agenda&sha256={}&from=timeline", digest.to_uppercase())), checked);
    for garbled in ["", "0", &digest[1..], &format!("{digest}0"), &digest.replace('0', "g"), &format!("{}中", &digest[3..])] {
        assert_eq!(Route::parse(&format!("?s=a&p=agenda&sha256={garbled}")), Route::parse("?s=a&p=agenda"), "{garbled}");
    }
    assert_eq!(Route::parse(&format!("?sha256={digest}")), Route::home());
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
    ]
}

fn any_chosen() -> impl Strategy<Value = Chosen> {
    let text = || proptest::option::of("\\PC{1,12}");
    let outcome = proptest::option::of(proptest::sample::select(OUTCOMES.map(|(outcome, _)| outcome).to_vec()));
    (text(), outcome, text(), text(), text(), any::<bool>()).prop_map(|(status, outcome, unit, category, person, overdue)| Chosen {
        status,
        outcome,
        unit,
        category,
        person: person.map(PersonId),
        overdue,
    })
}

fn any_across() -> impl Strategy<Value = Across> {
    prop_oneof![
        "\\PC{1,12}".prop_map(Across::Body),
        ("\\PC{1,12}", "\\PC{1,12}").prop_map(|(body, id)| Across::Person { body, person: PersonId(id) }),
        ("\\PC{1,12}", "\\PC{1,12}").prop_map(|(a, b)| Across::Compare(SessionId(a), SessionId(b))),
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
    let source = (source, proptest::option::of("[0-9a-f]{64}")).prop_map(|(source, sha256)| match sha256 {
        Some(sha256) => SessionSource::Checked(Box::new(source), sha256),
        None => source,
    });
    let level = proptest::option::of(proptest::sample::select(LEVELS.map(|(level, _)| level).to_vec()));
    let filter = (proptest::option::of("\\PC{1,10}"), proptest::option::of(1000_u16..3000), level);
    prop_oneof![
        filter.prop_map(|(place, year, level)| Route::Archive(Filter { place, year, level })),
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
    fn any_text_is_a_route(query in "\\PC*") {
        let route = Route::parse(&query);
        prop_assert_eq!(Route::parse(&route.href()), route);
    }
}
