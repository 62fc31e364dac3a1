//! Citations say what a session says, and nothing else.

use yishi::digest::Lookup;
use yishi::i18n::Lang;
use yishi::model::Session;
use yishi::read::read;
use yishi::route::{BudgetPlace, Place};
use yishi::write::citation::{Cited, bibtex, citation};

const LINK: &str = "https://yishi.example/?s=a&p=speeches/b%20c&at=p4";

fn session(more: &str) -> Session {
    let json = format!(
        r#"{{"format":"yishi-session/1","id":"a-6","title":"某镇第六届人民代表大会第六次会议","assembly":{{"name":"某镇人民代表大会"}},
        "dates":{{"start":"2024-07-18","end":"2024-07-19"}}{more}}}"#
    );
    read(json.as_bytes()).expect("a session").session
}

fn both(lang: Lang, session: &Session, place: &Place, at: Option<&str>, link: Option<&str>) -> (String, String) {
    let cited = Cited { session, lookup: &Lookup::new(session), place, at, link, accessed: "2026-11-23" };
    (citation(lang, &cited), bibtex(lang, &cited))
}

const SPEECH: &str = r#","people":[{"id":"z","name":"周某某"}],
    "speeches":[{"id":"s/1","title":"政府工作报告","speaker":"z","date":"2024-07-19","text_status":"summary","blocks":[{"id":"p4","kind":"paragraph","text":"。"}]}]"#;

#[test]
fn a_speech_has_its_speaker_and_its_session() {
    let session = session(SPEECH);
    let place = Place::Speech("s/1".into());
    let (text, entry) = both(Lang::Zh, &session, &place, Some("p4"), Some(LINK));
    assert_eq!(
        text,
        format!(
            "周某某. 政府工作报告[EB/OL]//某镇人民代表大会. 某镇第六届人民代表大会第六次会议. (2024-07-19)[2026-11-23]. {LINK} （转述，非原文）"
        )
    );
    assert_eq!(
        entry,
        format!(
            "@inproceedings{{yishi-a-6-speeches-s252F1-p4,\n  author = {{{{周某某}}}},\n  title = {{政府工作报告}},\n  \
             booktitle = {{某镇第六届人民代表大会第六次会议}},\n  organization = {{某镇人民代表大会}},\n  date = {{2024-07-19}},\n  \
             year = {{2024}},\n  url = {{{LINK}}},\n  urldate = {{2026-11-23}},\n  note = {{转述，非原文}}\n}}\n"
        )
    );
    let (text, entry) = both(Lang::En, &session, &place, None, Some(LINK));
    assert_eq!(
        text,
        format!(
            "周某某, “政府工作报告”, 某镇人民代表大会, 某镇第六届人民代表大会第六次会议, 19 July 2024. {LINK} (accessed 23 November 2026) [Summary, not verbatim]"
        )
    );
    assert!(entry.contains("note = {Summary, not verbatim}"), "{entry}");
}

#[test]
fn a_place_without_a_title_is_cited_as_the_session() {
    let session = session(SPEECH);
    let whole = "某镇人民代表大会. 某镇第六届人民代表大会第六次会议[EB/OL]. (2024-07-18)[2026-11-23]. https://a.example/";
    for place in [Place::Overview, Place::People, Place::Speech("gone".into()), Place::Unknown("x".into())] {
        let (text, entry) = both(Lang::Zh, &session, &place, None, Some("https://a.example/"));
        assert_eq!(text, whole, "{place:?}");
        assert!(entry.starts_with("@proceedings{yishi-a-6") && !entry.contains("author") && !entry.contains("note"), "{entry}");
    }
}

#[test]
fn what_is_absent_is_not_made_up() {
    let mut session = session(r#","speeches":[{"id":"s","title":"报告"}]"#);
    session.dates.start = Some("2024-02-30".into());
    let (text, entry) = both(Lang::Zh, &session, &Place::Speech("s".into()), None, None);
    // An impossible day is cited as it is printed; programs, which would refuse it, are given none.
    assert_eq!(text, "报告[EB]//某镇人民代表大会. 某镇第六届人民代表大会第六次会议. (2024-02-30)[2026-11-23]");
    for absent in ["author", " date", "year", "url =", "note"] {
        assert!(!entry.contains(absent), "{absent}: {entry}");
    }
    session.dates = yishi::model::Dates::default();
    let (text, _) = both(Lang::En, &session, &Place::Overview, None, None);
    assert_eq!(text, "某镇人民代表大会, 某镇第六届人民代表大会第六次会议 (accessed 23 November 2026)");
}

#[test]
fn budgets_items_resolutions_and_samples() {
    let session = session(
        r#","is_sample":true,"people":[{"id":"z","name":"甲"},{"id":"y","name":"乙"}],"agenda":[{"id":"1","title":"听取报告","presenters":["z","y","gone"]}],
        "resolutions":[{"id":"r","title":"关于预算的决议","date":"2024-07"}],"votes":[{"id":"v","motion":"表决预算"}],
        "budgets":[{"id":"b","title":"2024年预算","fiscal_year":2024,"stage":"draft","unit":"wan_yuan","tables":[{"id":"t","direction":"revenue","lines":[{"id":"l","name":"税收 & 非税"}]}]}]"#,
    );
    let says = |place: &Place, wanted: &str| {
        let (text, entry) = both(Lang::Zh, &session, place, None, None);
        assert!(text.starts_with(wanted) && text.ends_with(" （这是为演示功能而编的示例，不是真实会议）"), "{text}");
        assert!(entry.contains("note = {这是为演示功能而编的示例，不是真实会议。}"), "{entry}");
        entry
    };
    let item = says(&Place::AgendaItem("1".into()), "甲, 乙. 听取报告[EB]//");
    assert!(item.contains("author = {{甲} and {乙}}"), "{item}");
    let resolution = says(
        &Place::Resolution("r".into()),
        "关于预算的决议[EB]//某镇人民代表大会. 某镇第六届人民代表大会第六次会议. (2024-07)[2026-11-23]",
    );
    assert!(resolution.contains("date = {2024-07},\n  year = {2024}"), "{resolution}");
    says(&Place::Vote("v".into()), "表决预算[EB]//");
    let mut budget = BudgetPlace::new("b".into());
    says(&Place::Budget(Box::new(budget.clone())), "2024年预算[EB]//");
    budget.line = Some("l".into());
    let line = says(&Place::Budget(Box::new(budget)), "2024年预算：税收 & 非税[EB]//");
    assert!(line.contains("title = {2024年预算：税收 \\& 非税}"), "{line}");
}

#[test]
fn whatever_a_file_holds_is_one_entry() {
    let hostile = r"}} \input{x} % #1 $a$ & _ ~ ^ @misc{b,";
    let mut session = session(SPEECH);
    session.title = format!("{hostile}\nx").as_str().into();
    session.assembly.name = hostile.into();
    session.id = "会 议}{,".into();
    let (_, entry) = both(Lang::Zh, &session, &Place::Speech("s/1".into()), Some("p 4"), None);
    assert!(entry.starts_with("@inproceedings{yishi-4f1a208bae7d7b2c-speeches-s252F1-p204,\n"), "{entry}");
    assert!(entry.contains("booktitle = {\\textbraceright{}\\textbraceright{} \\textbackslash{}input\\textbraceleft{}x"), "{entry}");
    // Braces are counted as BibTeX counts them: behind a backslash, too.
    let mut depth = 0;
    for (at, c) in entry.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!(depth > 0 || at < entry.find('{').unwrap() || entry[at..].trim() == "}" || entry[at..].trim().is_empty(), "{entry}");
    }
    assert_eq!(depth, 0);
}
