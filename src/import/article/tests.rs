//! Invented articles with the drafts expected of them, and what must hold for any text.

use super::{Report, Subject, read, session};
use std::fs;
use std::path::Path;

/// The fixtures; `UPDATE=1` writes what is expected anew.
#[test]
fn every_invented_article_gives_the_draft_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "txt") {
            continue;
        }
        count += 1;
        let report = read(&fs::read_to_string(&path).unwrap());
        let draft = serde_json::json!({ "subject": format!("{:?}", report.subject), "session": session(&report) });
        let draft = serde_json::to_string_pretty(&draft).unwrap() + "\n";
        let expected = path.with_extension("json");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(expected, draft).unwrap();
        } else {
            assert_eq!(draft, fs::read_to_string(&expected).unwrap(), "{}", path.display());
        }
    }
    assert!(count >= 40, "only {count} fixtures");
}

#[test]
fn a_span_holds_what_was_found() {
    let text = "title: 甲镇召开第五届人民代表大会第二次会议\naddress: unknown\n\n2020年1月2日，甲镇召开第五届人民代表大会第二次会议。镇长李 山作政府工作报告。";
    let report = read(text);
    let person = &report.people[0].name;
    assert_eq!((person.value.as_str(), &text[person.span.start..person.span.end]), ("李山", "李 山"));
    let start = report.start.unwrap();
    assert_eq!((start.value.as_str(), &text[start.span.start..start.span.end]), ("2020-01-02", "2020年1月2日"));
}

#[test]
fn no_text_makes_it_panic() {
    let seed = "title: 甲镇第五届人民代表大会第二次会议\naddress: x\n\n2020年1月2日，甲镇召开第五届人民代表大会第二次会议（记者 王河）。镇长李山、乡长王 河代表镇政府作《报告》，选举张林为镇长、副镇长3名，收到建议意见9件，李山当选主席。🙂";
    let chars: Vec<char> = seed.chars().collect();
    for from in 0..chars.len() {
        let cut: String = chars[from..].iter().collect();
        let _ = session(&read(&cut));
        let turned: String = chars[from..].iter().rev().collect();
        let _ = session(&read(&turned));
        let without: String = chars.iter().enumerate().filter(|(i, _)| i % (from + 2) != 0).map(|(_, c)| c).collect();
        let _ = session(&read(&without));
    }
    for text in ["", "title:", "title:\naddress:", "》《》》《", "（（（", "届届届次会议", "同志同志", "主席、、、", "\u{feff}\r\n"]
    {
        let _ = session(&read(text));
    }
}

#[test]
fn what_is_not_one_session_gives_none() {
    assert_eq!(read("某地举办运动会，镇长李山致辞。"), Report { subject: Subject::Other, ..read("某地举办运动会，镇长李山致辞。") });
    assert!(session(&read("某地举办运动会，镇长李山致辞。")).people.is_empty());
}

#[test]
fn a_long_text_ends_soon() {
    let sentence = "甲镇召开第五届人民代表大会第二次会议，镇长李山、乡长王河作《政府工作报告》、";
    let start = std::time::Instant::now();
    let report = read(&sentence.repeat(100_000 / sentence.len()));
    assert!(!report.people.is_empty());
    // A build without optimisation on a busy machine takes many times as long as a release.
    assert!(start.elapsed().as_secs() < 90, "{:?}", start.elapsed());
    eprintln!("{:?}", start.elapsed());
}
