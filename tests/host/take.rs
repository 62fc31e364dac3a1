//! The lists, the calendar, the texts and the Popolo of a session are read again by programs that are not ours.

use serde_json::Value;
use yishi::digest::Lookup;
use yishi::i18n::Lang;
use yishi::model::{Block, BlockKind, Session, Stated};
use yishi::write::calendar::calendar;
use yishi::write::popolo::popolo;
use yishi::write::session_file_name;
use yishi::write::tables::{List, list_csv};
use yishi::write::text::{Form, Piece, write};

const LISTS: [List; 5] = [List::Agenda, List::People, List::Votes, List::Suggestions, List::Projects];

/// Texts that mean something to a spreadsheet, to Markdown or to a calendar.
const HOSTILE: &str = "=1+1,\"a\"; *_#[]<b>`|\\ 😀\n- 第二行\n2. &amp; ~x~ <https://x.example>";

fn session(json: &str) -> Session {
    yishi::read::read(json.as_bytes()).unwrap().session
}

/// A session with one of everything, all its text being `text`.
fn full(text: &str) -> Session {
    let made = serde_json::json!({
        "format": "yishi-session/1", "id": "made-1-1", "title": text, "as_of": "2024-01-20",
        "assembly": { "name": format!("镇人大{text}"), "short_name": text }, "term": 1, "meeting": 1,
        "dates": { "start": "2024-01-16", "end": "2024-01-17" }, "venue": text, "summary": text,
        "sources": [{ "id": "s", "title": text, "publisher": text, "url": "https://www.example.gov.cn/a?b=c,d" }, { "id": "t", "title": "无网址" }],
        "sittings": [
            { "id": "one", "kind": "plenary", "name": text, "date": "2024-01-16", "start": "09:00", "end": "11:30" },
            { "id": "two", "kind": "closing", "date": "2024-12-31" },
            { "id": "three", "date": "2024-01" }, { "id": "four" },
        ],
        "people": [
            { "id": "p", "name": text, "sort_name": "a", "posts": [{ "title": text, "organization": text, "from": "2020", "to": null }, { "title": text, "organization": text }] },
            { "id": "q", "name": "无职务" },
        ],
        "agenda": [
            { "id": "a", "sitting": "one", "number": "1", "title": text, "presenters": ["p", "nobody"], "on_behalf_of": null, "result": "adopted",
              "votes": ["v"], "resolutions": ["r"], "note": text },
            { "id": "b", "parent": "a", "title": text, "on_behalf_of": text },
        ],
        "speeches": [{ "id": "sp", "agenda": "a", "sitting": "one", "kind": "report", "title": text, "speaker": "p", "post": text, "date": "2024-01-16",
            "text_status": "summary", "blocks": [
                { "id": "h", "kind": "heading", "level": 2, "text": text }, { "id": "x", "kind": "paragraph", "text": text },
                { "id": "l", "kind": "list", "text": text, "items": [text, "二"] }, { "id": "m", "kind": "list", "items": ["三"] },
                { "id": "u", "kind": "quote", "text": text }, { "id": "t", "kind": "table", "text": "表", "items": ["甲\t乙", "1\t|\t3"] }] }],
        "votes": [
            { "id": "v", "motion": text, "method": "secret_ballot", "eligible": 60, "ballots": { "issued": 59, "invalid": 0 },
              "counts": { "yes": 57, "no": null, "abstain": 2 }, "result": "adopted", "note": text },
            { "id": "w", "motion": text, "result": "elected", "candidates": [
                { "person": "p", "post": text, "yes": 50, "elected": true }, { "person": "nobody", "yes": 9, "elected": false }, { "project": "pr" }] },
        ],
        "resolutions": [{ "id": "r", "number": text, "title": text, "kind": "decision", "date": "2024-01-17", "vote": "v", "blocks": [{ "id": "rb", "kind": "paragraph", "text": text }] }],
        "suggestions": [{ "id": "su", "kind": "bill", "title": text, "lead": "p", "cosigners": ["q", "nobody"], "unit": text, "co_units": [text, "乙"], "submitted": "2024-01-16",
            "due": null, "reply": null, "outcome": "B", "satisfaction": "basically", "timeline": [{ "date": "2024-02-01", "event": text }] }],
        "projects": [{ "id": "pr", "title": text, "investment": -0.5, "investment_unit": "wan_yuan", "responsible": ["q"], "due": null,
            "selection": { "method": "secret_ballot", "votes": 51, "rank": 1, "selected": true }, "progress_percent": 12.5,
            "milestones": [{ "date": "2024-03", "percent": 10, "note": text }] }],
    });
    session(&made.to_string())
}

/// A session with nothing that is not required.
fn bare() -> Session {
    session(r#"{"format":"yishi-session/1","id":"bare","title":"会议","assembly":{"name":"人大"},"dates":{"start":"2024"}}"#)
}

fn texts() -> Vec<String> {
    vec!["普通".into(), HOSTILE.into(), "长".repeat(200), "-".into(), "'".into(), "1) x\n===\n+ y".into()]
}

fn rows(lang: Lang, session: &Session, list: List) -> Vec<Vec<String>> {
    let text = list_csv(lang, session, &Lookup::new(session), list);
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n"));
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn cell(rows: &[Vec<String>], row: usize, name: &str) -> String {
    let at = rows[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("{name} in {:?}", rows[0]));
    rows[row][at].clone()
}

#[test]
fn every_list_is_a_rectangle_that_never_runs() {
    for text in texts() {
        for is_sample in [false, true] {
            let mut session = full(&text);
            session.is_sample = is_sample;
            for (list, count) in LISTS.into_iter().zip([2, 3, 4, 1, 1]) {
                for lang in [Lang::Zh, Lang::En] {
                    let rows = rows(lang, &session, list);
                    assert_eq!(rows.len(), count + 1, "{list:?}");
                    for row in &rows {
                        assert_eq!(row.len(), rows[0].len(), "{list:?} {row:?}");
                        let runs =
                            |cell: &String| cell.starts_with(['=', '+', '@']) || (cell.starts_with('-') && cell.parse::<f64>().is_err());
                        assert!(!row.iter().any(runs), "{row:?}");
                        assert_eq!(row[0].to_lowercase().contains("sample") || row[0].contains("示例"), is_sample);
                    }
                    assert!(rows[0].iter().all(|head| !head.is_empty()));
                    let mut heads = rows[0].clone();
                    heads.sort();
                    heads.dedup();
                    assert_eq!(heads.len(), rows[0].len(), "each head once");
                }
            }
        }
    }
}

#[test]
fn references_have_names_and_ids_and_blank_is_not_none() {
    let session = full("名");
    let agenda = rows(Lang::Zh, &session, List::Agenda);
    assert_eq!([cell(&agenda, 1, "提出人"), cell(&agenda, 1, "提出人编号")], ["名", "p; nobody"]);
    assert_eq!([cell(&agenda, 1, "代表"), cell(&agenda, 2, "代表")], ["无", "名"]);
    assert_eq!([cell(&agenda, 1, "场次"), cell(&agenda, 1, "日期"), cell(&agenda, 1, "发言编号")], ["名", "2024-01-16", "sp"]);
    assert_eq!([cell(&agenda, 2, "所属事项"), cell(&agenda, 2, "所属事项编号"), cell(&agenda, 2, "场次")], ["名", "a", ""]);
    assert_eq!([cell(&agenda, 1, "会议编号"), cell(&agenda, 1, "来源网址")], ["made-1-1", "https://www.example.gov.cn/a?b=c,d"]);
    let people = rows(Lang::En, &session, List::People);
    assert_eq!(
        [cell(&people, 1, "From"), cell(&people, 1, "To"), cell(&people, 2, "To"), cell(&people, 3, "Post")],
        ["2020", "none", "", ""]
    );
    let votes = rows(Lang::Zh, &session, List::Votes);
    assert_eq!(
        [cell(&votes, 1, "赞成"), cell(&votes, 1, "反对"), cell(&votes, 1, "未表决"), cell(&votes, 1, "无效")],
        ["57", "无", "", "0"]
    );
    assert_eq!([cell(&votes, 1, "议程编号"), cell(&votes, 1, "决议编号"), cell(&votes, 1, "候选")], ["a", "r", ""]);
    assert_eq!([cell(&votes, 2, "候选"), cell(&votes, 2, "得票"), cell(&votes, 2, "当选")], ["名", "50", "当选"]);
    assert_eq!([cell(&votes, 3, "候选"), cell(&votes, 3, "候选人编号"), cell(&votes, 3, "当选")], ["", "nobody", "未当选"]);
    assert_eq!([cell(&votes, 4, "候选"), cell(&votes, 4, "候选项目编号"), cell(&votes, 4, "当选")], ["名", "pr", ""]);
    let suggestions = rows(Lang::Zh, &session, List::Suggestions);
    assert_eq!([cell(&suggestions, 1, "期限"), cell(&suggestions, 1, "答复日期"), cell(&suggestions, 1, "答复")], ["无", "", "无"]);
    assert_eq!(
        [cell(&suggestions, 1, "附议人"), cell(&suggestions, 1, "协办单位"), cell(&suggestions, 1, "经过")],
        ["无职务", "名; 乙", "2024-02-01 名"]
    );
    let projects = rows(Lang::Zh, &session, List::Projects);
    assert_eq!([cell(&projects, 1, "投资"), cell(&projects, 1, "进度%"), cell(&projects, 1, "节点")], ["-0.5", "12.5", "2024-03 10% 名"]);
    assert!(LISTS.into_iter().all(|list| rows(Lang::Zh, &bare(), list).len() == 1), "a head alone");
}

/// The lines of a calendar, unfolded as the standard says, and checked on the way.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "folded at 75 octets");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn of<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)).collect()
}

#[test]
fn sittings_with_a_day_are_events() {
    for text in texts() {
        let session = full(&text);
        let made = calendar(Lang::Zh, &session, Some("https://a.example/?s=made-1-1")).unwrap();
        assert_eq!(made, calendar(Lang::Zh, &session, Some("https://a.example/?s=made-1-1")).unwrap());
        assert_eq!(made.left_out, 2);
        let lines = unfolded(&made.text);
        assert_eq!(of(&lines, "BEGIN:VEVENT").len(), 2);
        assert_eq!(of(&lines, "UID:"), ["made-1-1/one@yishi", "made-1-1/two@yishi"]);
        assert_eq!(of(&lines, "DTSTART;TZID=Asia/Shanghai:"), ["20240116T090000"]);
        assert_eq!(of(&lines, "DTEND;TZID=Asia/Shanghai:"), ["20240116T113000"]);
        assert_eq!(of(&lines, "DTSTART;VALUE=DATE:"), ["20241231"]);
        assert_eq!(of(&lines, "DTEND;VALUE=DATE:"), ["20250101"], "the end is the day after");
        assert_eq!(of(&lines, "DTSTAMP:"), ["20240120T000000Z"; 2]);
        let said = of(&lines, "LOCATION:")[0].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        assert_eq!(said, text);
    }
}

#[test]
fn without_days_of_sittings_the_session_is_one_event_or_none() {
    let dated = |start: Option<&str>, end: Stated<&str>| {
        let mut session = bare();
        session.dates.start = start.map(Into::into);
        session.dates.end = match end {
            Stated::Value(end) => Stated::Value(end.into()),
            _ => Stated::Unknown,
        };
        calendar(Lang::En, &session, None).map(|made| {
            let lines = unfolded(&made.text);
            assert!(of(&lines, "BEGIN:VTIMEZONE").is_empty() && of(&lines, "URL:").is_empty());
            (of(&lines, "DTSTART;VALUE=DATE:").concat(), of(&lines, "DTEND;VALUE=DATE:").concat(), of(&lines, "DTSTAMP:").concat())
        })
    };
    let days = |a: &str, b: &str| Some((a.to_owned(), b.to_owned(), format!("{a}T000000Z")));
    assert_eq!(dated(Some("2024-02-28"), Stated::Value("2024-02-29")), days("20240228", "20240301"));
    assert_eq!(dated(Some("2024-02-28"), Stated::Unknown), days("20240228", "20240229"));
    assert_eq!(dated(Some("2024-02-28"), Stated::Value("2024-02-27")), days("20240228", "20240229"), "an end before its beginning");
    assert_eq!(dated(None, Stated::Value("2023-04-30")), days("20230430", "20230501"));
    for (start, end) in [
        (Some("2024"), Stated::Unknown),
        (Some("2024-02"), Stated::Value("2024-02-29")),
        (Some("2024-02-30"), Stated::Unknown),
        (None, Stated::Unknown),
    ] {
        assert_eq!(dated(start, end), None, "{start:?}");
    }
}

#[test]
fn popolo_fits_the_specification_and_its_ids_lead_somewhere() {
    let schema: Value = serde_json::from_str(include_str!("../data/popolo.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let mut sessions: Vec<Session> = texts().iter().map(|text| full(text)).collect();
    sessions.push(bare());
    for file in std::fs::read_dir("public/data/sessions").unwrap() {
        sessions.push(yishi::read::read(&std::fs::read(file.unwrap().path()).unwrap()).unwrap().session);
    }
    for session in &sessions {
        let value: Value = serde_json::from_str(&popolo(session)).unwrap();
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", session.id);
        let ids =
            |list: &str| value[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        for list in ["persons", "organizations", "posts", "memberships", "events", "motions", "vote_events", "speeches"] {
            let mut all = ids(list);
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{list} of {} have ids of their own", session.id);
        }
        let known = |list: &str, key: &str, of: &str| {
            let of = ids(of);
            value[list].as_array().unwrap().iter().all(|item| item[key].as_str().is_none_or(|id| of.iter().any(|known| known == id)))
        };
        assert!(known("memberships", "person_id", "persons") && known("memberships", "post_id", "posts"));
        assert!(known("memberships", "organization_id", "organizations") && known("posts", "organization_id", "organizations"));
        assert!(known("vote_events", "motion_id", "motions") && known("vote_events", "legislative_session_id", "events"));
        assert!(known("speeches", "creator_id", "persons") && known("speeches", "event_id", "events"));
    }
    let value: Value = serde_json::from_str(&popolo(&full("名"))).unwrap();
    assert_eq!(value["vote_events"][0]["motion_id"], "made-1-1/resolutions/r");
    assert_eq!(
        value["vote_events"][0]["counts"],
        serde_json::json!([{ "option": "yes", "value": 57 }, { "option": "abstain", "value": 2 }])
    );
    assert_eq!(value["vote_events"][1]["counts"], serde_json::json!([{ "option": "名", "value": 50 }]));
    assert_eq!(value["events"][1]["start_date"], "2024-01-16T09:00:00+08:00");
    assert_eq!(value["speeches"][0]["extra"]["text_status"], "summary");
    assert_eq!(value["motions"][0]["sources"][0]["url"], "https://www.example.gov.cn/a?b=c,d");
}

#[test]
fn texts_say_whose_they_are() {
    let session = full("名");
    let lookup = Lookup::new(&session);
    let piece = Piece::speech(Lang::Zh, &session, &lookup, &session.speeches[0]);
    let text = write(Lang::Zh, &session, &piece, Some("https://a.example/?s=x"), Form::Plain);
    for part in [
        "名\n\n名 · 名\n报告 · 名 · 2024年1月16日\n名 · 2024年1月16日至17日\n转述，非原文\n",
        "来源：名 · 名\n",
        "\nhttps://a.example/?s=x\n",
        "- 名\n- 二\n",
        "> 名\n",
        "甲\t乙\n",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
    let piece = Piece::resolution(Lang::En, &session.resolutions[0]);
    let text = write(Lang::En, &session, &piece, None, Form::Markdown);
    assert!(
        text.starts_with("# 名\n\nDecision · 名 · 17 January 2024\\\n") && text.contains("<https://www.example.gov.cn/a?b=c,d>"),
        "{text}"
    );
    let mut blocks: Vec<Block> = Vec::new();
    for (n, text) in texts().into_iter().enumerate() {
        blocks.push(Block {
            id: format!("b{n}").as_str().into(),
            kind: BlockKind::Paragraph,
            text: Some(text.as_str().into()),
            ..Block::default()
        });
    }
    let piece = Piece { title: "题", about: Vec::new(), status: None, blocks: &blocks, is_text: true, item: None, vote: None };
    let text = write(Lang::Zh, &bare(), &piece, None, Form::Markdown);
    assert!(
        text.contains("=1+1") && text.contains("\\=1+1,\"a\"; \\*\\_\\#\\[\\]\\<b\\>\\`\\|\\\\ 😀\\\n\\- 第二行\\\n2\\. \\&amp;"),
        "{text}"
    );
    assert!(text.contains("1\\) x\\\n\\===\\\n\\+ y"), "{text}");
}

#[test]
fn names_of_files_say_which_session() {
    let mut session = bare();
    assert_eq!(session_file_name(&session, "", "json"), "会议.json");
    session.assembly.short_name = Some("华漕镇人大".into());
    session.term = Some(6);
    session.meeting = Some(6);
    assert_eq!(session_file_name(&session, "议程", "csv"), "华漕镇人大_第六届第六次会议_议程.csv");
    session.is_sample = true;
    assert_eq!(session_file_name(&session, "a/b: c?", "md"), "示例_华漕镇人大_第六届第六次会议_a b c.md");
    for text in texts() {
        let name = session_file_name(&full(&text), &text, "csv");
        assert!(name.chars().count() <= 80 && !name.contains(|c: char| c.is_control() || "\\/:*?\"<>|".contains(c)), "{name}");
    }
}
