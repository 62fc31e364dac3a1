//! What a source prints is published as it prints it: contradictions, one order of sessions, rare characters, figures at the edge.
//!
//! The files are `tests/fixtures/printed`; what is said of them is held in `fixtures`.

use crate::support::site::{Office, session};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use yishi::budget::{Chosen, Column, Reason, Sheet, Sort, Tree, audit, change, completion};
use yishi::check::{Finding, Severity};
use yishi::digest::projects::{Far, far};
use yishi::digest::{Lookup, compare};
use yishi::i18n::Lang;
use yishi::model::{Session, Unit};
use yishi::read::read;
use yishi::search::pinyin::{Dictionary, Needle, Pinyin};
use yishi::search::{Corpus, Query, names};
use yishi::write::budget::table_csv;
use yishi::write::calendar::calendar;
use yishi::write::html::whole;
use yishi::write::popolo::popolo;
use yishi::write::tables::{List, list_csv};

const SITE: [&str; 2] = ["--site", "https://a.example/x"];

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/printed").join(format!("{name}.json"));
    fs::read_to_string(path).unwrap()
}

fn printed(name: &str) -> (Session, Vec<Finding>) {
    let reading = read(file(name).as_bytes()).unwrap();
    (reading.session, reading.findings)
}

fn add(office: &Office, names: &[&str]) {
    for name in names {
        office.file(&format!("{name}.json"), &file(name));
    }
}

#[test]
fn contradictions_are_told_once_and_published() {
    let office = Office::new("contradictions");
    add(&office, &["past-midnight", "progress", "totals"]);
    let warnings = [
        "data/sessions/totals.json:19:3: warning: $.attendance.present: The number present (68) is more than the number expected (67). \
         Check the figures against the source.",
        "The number replied to (63) is more than the number received (57).",
        "All outcomes together (63) is more than the number received (57).",
        "All votes together (67) is not the same as valid ballots (66).",
    ];
    // Told again by a build that reads none of them, for it publishes them again.
    for anew in [3, 0] {
        let run = office.build("site", &SITE);
        assert_eq!((run.code, run.out.as_str()), (Some(0), format!("site: sessions: 3, made anew: {anew}\n").as_str()), "{}", run.err);
        assert_eq!(run.err.lines().count(), 4, "{}", run.err);
        for warning in warnings {
            assert_eq!(run.err.matches(warning).count(), 1, "{warning}\n{}", run.err);
        }
    }
    for name in ["past-midnight", "progress", "totals"] {
        assert_eq!(office.text(&format!("site/data/sessions/{name}.json")), file(name));
        assert!(office.0.join(format!("site/s/{name}/index.html")).is_file());
    }
    let before = office.files("site");

    // Who wants none of it says so; also where nothing has changed since.
    let run = office.build("site", &[&SITE[..], &["--strict"]].concat());
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains(warnings[0]) && run.err.contains("1 problems; nothing was written."), "{}", run.err);
    assert!(run.err.contains("Without --strict, files that have warnings only are published."), "{}", run.err);
    assert_eq!(office.files("site"), before);
    office.remove("totals");
    assert_eq!(office.build("site", &[&SITE[..], &["--strict"]].concat()).code, Some(0), "notes are no warnings");
}

#[test]
fn strict_counts_what_does_not_fit_between_sessions() {
    let office = Office::new("strict");
    let mut lost = session("lost", "2024");
    lost["projects"] = json!([{ "id": "x", "title": "题", "session": "nowhere" }]);
    office.add(&lost);
    let run = office.build("site", &["--strict"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("“nowhere” is not among these") && run.err.contains("1 warnings between sessions"), "{}", run.err);
    assert!(!office.0.join("site").exists());
    let run = office.build("site", &["--strict", "--keep-going"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    let run = office.build("site", &["--strict", "--keep-going", "--lang", "zh"]);
    assert!(run.err.contains("不能与"), "{}", run.err);
}

#[test]
fn a_bad_file_blocks_with_a_word_or_is_left_out_by_name() {
    let office = Office::new("left-out");
    for id in ["good-1", "good-2"] {
        office.add(&session(id, "2024"));
    }
    office.file("a-copy.json", &session("good-1", "2024").to_string());
    office.file("broken.json", "{\"format\": \"yishi-session/1\", ");
    let mut dangling = session("dangling", "2024");
    dangling["agenda"] = json!([{ "id": "a", "title": "议程", "presenters": ["nobody"] }]);
    office.add(&dangling);
    fs::create_dir(office.0.join("data/sessions/folder.json")).unwrap();

    let run = office.build("site", &SITE);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("5 problems; nothing was written.\nCorrect them; or publish the others without them by --keep-going."));
    assert!(!office.0.join("site").exists());

    for _ in 0..2 {
        let run = office.build("site", &[&SITE[..], &["--keep-going"]].concat());
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.out.starts_with("site: sessions: 2, made anew: "), "{}", run.out);
        let (told, list) = run.err.split_once("Left out:\n").unwrap();
        for (name, why) in
            [("a-copy", "not named after its id"), ("broken", "breaks off"), ("dangling", "names no person"), ("folder", "cannot be read")]
        {
            assert!(told.lines().any(|line| line.contains(&format!("{name}.json")) && line.contains(why)), "{name}\n{told}");
        }
        let left: Vec<&str> = list.lines().map(str::trim).collect();
        assert_eq!(left, ["a-copy", "broken", "dangling", "folder"].map(|name| format!("data/sessions/{name}.json")));
    }
    let files = office.files("site");
    let pages: Vec<&String> = files.keys().filter(|path| path.starts_with("s/")).collect();
    assert_eq!(pages, ["s/good-1/index.html", "s/good-2/index.html"]);

    // With nothing left the site would only be gone.
    office.remove("good-1");
    office.remove("good-2");
    office.remove("a-copy");
    let run = office.build("site", &["--keep-going"]);
    assert!(run.code == Some(1) && run.err.contains("There is none that could be published."), "{}", run.err);
    assert_eq!(office.files("site"), files);
}

#[test]
fn a_sitting_past_midnight_ends_on_the_next_day() {
    let (session, findings) = printed("past-midnight");
    assert!(findings.iter().all(|finding| finding.severity == Severity::Note), "{findings:?}");
    let text = calendar(Lang::Zh, &session, None).unwrap().text;
    let times: Vec<&str> = text.lines().filter(|line| line.starts_with("DTSTART;") || line.starts_with("DTEND;")).collect();
    assert_eq!(
        times,
        [
            "DTSTART;TZID=Asia/Shanghai:20250108T090000",
            "DTEND;TZID=Asia/Shanghai:20250108T113000",
            "DTSTART;TZID=Asia/Shanghai:20250108T193000",
            "DTEND;TZID=Asia/Shanghai:20250109T002000",
            "DTSTART;TZID=Asia/Shanghai:20250108T230000",
            "DTEND;TZID=Asia/Shanghai:20250109T000000",
        ]
    );
    let value: Value = serde_json::from_str(&popolo(&session)).unwrap();
    let ends: Vec<&str> = value["events"].as_array().unwrap().iter().filter_map(|event| event["end_date"].as_str()).collect();
    assert_eq!(ends, ["2025-01-09", "2025-01-08T11:30:00+08:00", "2025-01-09T00:20:00+08:00", "2025-01-09T00:00:00+08:00"]);
}

#[test]
fn more_than_all_is_done_and_stays_as_printed() {
    let (session, _) = printed("progress");
    assert!(session.projects.iter().all(|project| far(project) == Far::Finished));
    let csv = list_csv(Lang::Zh, &session, &Lookup::new(&session), List::Projects);
    assert!(csv.contains(",126.7,") && csv.contains(",1250.5,"), "{csv}");
    let page = whole(&session);
    for line in ["进展 126.7%", " · 所据文本如此：126.7% 超过 100%。</li>", "进展 1250.5%", " · 所据文本如此：1250.5% 超过 100%。</li>"]
    {
        assert_eq!(page.matches(line).count(), 1, "{line}\n{page}");
    }
}

#[test]
fn contradictions_stand_beside_their_figures_on_the_plain_page() {
    let page = whole(&printed("totals").0);
    for line in [
        "<p>代表总数 68 应到 67 实到 68 · 所据文本如此：实到人数（68）多于应到人数（67）。</p>",
        "赞成 65 · 反对 1 · 弃权 1 · 所据文本如此：各项票数合计（67）与有效票数（66）不相等。</li>",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let page = whole(&printed("past-midnight").0);
    assert!(page.contains("19:30至次日00:20") && !page.contains("所据文本如此"), "{page}");
}

#[test]
fn every_published_list_has_one_order() {
    let office = Office::new("order");
    let given = [("10", "2025-01-08"), ("11", "2025"), ("12", "2025-12"), ("2", "2025-01-08"), ("9", "2025-01-08")];
    for (meeting, date) in given {
        let mut one = session(&format!("demo-6-{meeting}"), date);
        one["term"] = 6.into();
        one["meeting"] = meeting.parse::<u32>().unwrap().into();
        office.add(&one);
    }
    office.built("site");
    let expected = ["12", "11", "10", "9", "2"].map(|meeting| format!("demo-6-{meeting}"));
    let in_order = |text: &str, what: &str| {
        let places: Vec<_> =
            expected.iter().map(|id| text.find(&format!("{id}{what}")).unwrap_or_else(|| panic!("{id} in {text}"))).collect();
        assert!(places.is_sorted(), "{text}");
    };
    in_order(&office.text("site/data/catalogue.json"), "\"");
    let files = office.files("site");
    let feeds: Vec<&String> = files.keys().filter(|path| path.starts_with("feeds/")).collect();
    for path in ["feed.xml", "sitemap.xml", feeds[0]] {
        in_order(&office.text(&format!("site/{path}")), "/<");
    }
}

#[test]
fn joiners_and_rare_characters_survive_every_output() {
    let (mut session, findings) = printed("joiners");
    let told: Vec<_> = findings.iter().map(|finding| (finding.kind.code(), finding.path.as_str())).collect();
    assert_eq!(told, [("hidden_characters", "$.people[2].name")], "only what is inside a Chinese name");
    let [mongolian, uyghur, han] = [0, 1, 2].map(|at| session.people[at].name.to_string());
    assert_eq!((mongolian.as_str(), uyghur.as_str(), han.as_str()), ("ᠪᠠᠶᠠᠷ\u{180e}ᠠ", "ئا\u{200c}مان", "周宁"));
    let venue = "青溪镇会堂 👨\u{200d}👩\u{200d}👧";
    assert_eq!(session.venue.value().unwrap().as_str(), venue);

    // Beyond the BMP, with a variation selector, newer than most fonts.
    let rare = "𠮷葛\u{e0100}𰻝";
    session.people[2].name = rare.into();
    session.title = format!("{} {rare}", session.title).as_str().into();
    session.sittings = vec![yishi::model::Sitting { id: "s".into(), date: Some("2025-01-08".into()), ..Default::default() }];
    let lookup = Lookup::new(&session);
    let people = list_csv(Lang::Zh, &session, &lookup, List::People);
    let popolo = popolo(&session);
    for name in [&mongolian, &uyghur, rare] {
        assert!(people.contains(name) && popolo.contains(name), "{name:?}");
    }
    let unfolded = calendar(Lang::Zh, &session, None).unwrap().text.replace("\r\n ", "");
    assert!(unfolded.contains(rare) && unfolded.contains(venue), "{unfolded}");
    assert!(whole(&session).contains(rare));
    assert!(yishi::write::session_file_name(&session, rare, "json").contains('𠮷'));
    let entry = yishi::catalogue::entry(&session, 1);
    let text = yishi::catalogue::text(&yishi::catalogue::catalogue(&[entry]));
    assert!(yishi::catalogue::read_catalogue(text.as_bytes()).unwrap().sessions[0].title.contains(rare));

    // Names that differ by a joiner only are one to the search.
    let corpus = Corpus::new(&session, &lookup);
    for typed in ["ᠪᠠᠶᠠᠷᠠ", "ᠪᠠᠶᠠᠷ\u{180e}ᠠ", "ئامان", "ئا\u{200c}مان", "𠮷葛𰻝"] {
        assert!(!corpus.find(&Query::parse(typed)).is_empty(), "{typed:?}");
    }
}

#[test]
fn characters_of_old_systems_are_shown_and_found_as_what_they_stand_for() {
    let (session, findings) = printed("private-use");
    let told: Vec<_> = findings.iter().map(|finding| (finding.severity, finding.kind.code(), finding.path.as_str())).collect();
    assert_eq!(
        told,
        [(Severity::Note, "old_characters", "$.people[0].name"), (Severity::Warning, "private_characters", "$.people[3].name")]
    );
    let people: Vec<&str> = session.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["刘䶮", "王龵", "李䶮", "赵\u{f123}"]);
    let lookup = Lookup::new(&session);
    let corpus = Corpus::new(&session, &lookup);
    for typed in ["刘䶮", "刘\u{e863}", "王龵", "王\u{e826}", "赵\u{f123}"] {
        assert!(!corpus.find(&Query::parse(typed)).is_empty(), "{typed:?}");
    }
    let table = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/pinyin.bin")).unwrap();
    let dictionary = Dictionary::new(&names(&session));
    let strings = dictionary.strings(&Pinyin::read(&table).unwrap(), &Needle::parse("liuyan").unwrap(), 8);
    assert_eq!(strings.first().map(String::as_str), Some("刘䶮"), "{strings:?}");
}

#[test]
fn figures_at_the_edge_have_no_percentage_or_the_printed_one() {
    let (session, findings) = printed("edge");
    assert_eq!(findings, [], "nothing there contradicts itself");
    let budget = &session.budgets[0];
    let (table, tree) = (&budget.tables[0], Tree::new(&budget.tables[0]));
    let sheet = Sheet { budget, table, tree: &tree, population: None };

    // From nothing, and from below zero, there is no percentage.
    let computed = |row: usize| {
        let line = &table.lines[row];
        [completion(line, 1), change(budget, line, 1)].map(|percent| percent.map(|percent| percent.to_string()).unwrap_or_default())
    };
    assert_eq!([0, 1, 2, 3].map(computed), [["", ""], ["1521.0", "2435.0"], ["", ""], ["", ""]]);
    let audit = audit(budget);
    let below: Vec<usize> = audit.unchecked.iter().filter(|one| one.reason == Reason::BelowZero).map(|one| one.row).collect();
    assert_eq!(below, [2, 2], "printed, and not to be checked");

    // What has no figure comes last whichever way.
    let sorted = |key: &str| -> Vec<usize> {
        let chosen = Chosen { sort: Sort::from_key(key), ..Chosen::default() };
        sheet.rows(chosen, |_| true).into_iter().map(|row| row.row).collect()
    };
    assert_eq!((sorted("completion"), sorted("-completion")), (vec![2, 1, 0, 3], vec![1, 2, 0, 3]));
    assert_eq!((sorted("change"), sorted("-change")), (vec![2, 1, 0, 3], vec![1, 2, 0, 3]));
    assert_eq!((sorted("final"), sorted("-final")), (vec![2, 0, 3, 1], vec![1, 3, 0, 2]));
    assert_eq!((sorted("code"), sorted("-code")), (vec![0, 1, 3, 2], vec![1, 0, 2, 3]));
    // The negative line has no share, and the total is no part of itself.
    let whole = sheet.whole(Column::FinalAccounts).unwrap();
    let share = |row: usize| sheet.share(row, Column::FinalAccounts, whole).map(|share| share.to_string());
    assert_eq!([0, 1, 2, 3].map(share), [Some("13.9".to_owned()), Some("117.6".to_owned()), None, None]);
    assert_eq!((sorted("share"), sorted("-share")), (vec![0, 1, 2, 3], vec![1, 0, 2, 3]));

    let csv = table_csv(Lang::En, &session, budget, table);
    for cell in [",0,0,36,", ",-50,-60,-81.5,", ",-815000,", ",1521,2435,", ",none,none,"] {
        assert!(csv.contains(cell), "{cell}\n{csv}");
    }
    for bad in ["NaN", "inf", "-0,", "-0.0"] {
        assert!(!csv.contains(bad), "{bad}\n{csv}");
    }

    // Against a year in which the same line was zero, below zero, above it: the difference is told, a percentage only of the last.
    let mut before = session.clone();
    for (line, amount) in before.budgets[0].tables[0].lines.iter_mut().zip(["0", "20", "-60", "-40"]) {
        line.amounts.final_accounts = yishi::model::Stated::Value(yishi::model::Decimal::parse(amount).unwrap());
    }
    let told: Vec<(String, Option<String>)> = compare::budgets(&before, &session)
        .into_iter()
        .map(|lines| match lines.change {
            compare::Change::By { difference, percent, unit: Unit::WanYuan, .. } => {
                (difference.to_string(), percent.map(|percent| percent.to_string()))
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [("36", None), ("284.2", Some("1421.0")), ("-21.5", None), ("298.7", None)];
    assert_eq!(told, expected.map(|(difference, percent)| (difference.to_owned(), percent.map(str::to_owned))));
}
