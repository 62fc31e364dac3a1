//! Every word of every closed list of the format is told by every output that tells of the thing it belongs to.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use yishi::digest::Lookup;
use yishi::digest::facts::{Line, Told, item, project, suggestion, vote};
use yishi::i18n::{Lang, labels};
use yishi::model::Session;
use yishi::write::calendar::calendar;
use yishi::write::html::{digest, whole};
use yishi::write::popolo::popolo;
use yishi::write::tables::{List, list_csv};
use yishi::write::text::{Form, Piece, write};

/// A session with something in it besides the required, so that every output has something to say.
fn session(with: &Value, lang: Lang) -> Session {
    let mut made = json!({
        "format": "yishi-session/1", "id": "made", "title": "会议", "language": lang.tag(), "term": 6, "meeting": 5,
        "assembly": { "name": "镇人大" }, "dates": { "start": "2025-01-08" }, "as_of": "2025-12-31",
        "people": [{ "id": "p", "name": "周宁", "posts": [{ "title": "镇长" }] }],
    });
    for (name, value) in with.as_object().unwrap() {
        made[name] = value.clone();
    }
    yishi::read::read(made.to_string().as_bytes()).unwrap().session
}

/// What each output says of a session.
pub fn outputs(lang: Lang, session: &Session) -> Vec<(&'static str, String)> {
    let lookup = Lookup::new(session);
    let told = Told { lang, session, lookup: &lookup };
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    pieces.extend(session.speeches.iter().map(|speech| Piece::speech(lang, session, &lookup, speech)));
    pieces.extend(session.resolutions.iter().map(|resolution| Piece::resolution(lang, resolution)));
    pieces.extend(session.agenda.iter().map(|one| Piece::facts(&told, one.number.as_deref(), &one.title, &item(session, one))));
    pieces.extend(session.votes.iter().map(|one| Piece::facts(&told, None, "表决", &vote(one))));
    pieces.extend(session.projects.iter().map(|one| Piece::facts(&told, one.number.as_deref(), &one.title, &project(session, one))));
    pieces.extend(session.suggestions.iter().map(|one| Piece::facts(&told, one.number.as_deref(), &one.title, &suggestion(session, one))));
    let texts = |form| pieces.iter().map(|piece| write(lang, session, piece, None, form)).collect::<String>();
    let lists = [List::Agenda, List::People, List::Votes, List::Suggestions, List::Projects];
    vec![
        ("page", whole(session)),
        ("digest", digest(&[session])),
        ("csv", lists.map(|list| list_csv(lang, session, &lookup, list)).concat()),
        ("calendar", calendar(lang, session, None).unwrap().text.replace("\r\n ", "")),
        ("plain", texts(Form::Plain)),
        ("markdown", texts(Form::Markdown)),
        ("popolo", popolo(session)),
        ("slides", slides(&told)),
    ]
}

/// What the slides say below their titles.
fn slides(told: &Told<'_>) -> String {
    let mut lines = told.first_slide();
    for line in told.session.agenda.iter().flat_map(|one| told.slide(one)) {
        lines.push(match line {
            Line::Presenter(id) => told.lookup.person(told.session, id).map_or_else(|| id.to_string(), |person| person.name.to_string()),
            Line::Came(words, votes) => format!("[{}] {}", words.join("] ["), votes.join(" / ")),
            Line::Cast(cast) => format!("{} {} {}", cast.yes, cast.no, cast.abstain),
            Line::Words(words) => words,
        });
    }
    lines.join("\n")
}

fn label<T: DeserializeOwned>(lang: Lang, word: &str, of: fn(Lang, T) -> &'static str) -> &'static str {
    of(lang, serde_json::from_value(json!(word)).unwrap())
}

/// A place where a closed list is used: what is made of a word, what it is called, and which outputs tell of such things.
struct Use {
    list: &'static str,
    made: fn(&str) -> Value,
    label: fn(Lang, &str) -> &'static str,
    told_by: &'static str,
}

const ITEM: &str = "page digest csv calendar plain markdown popolo slides";
const MATTER: &str = "page csv plain markdown popolo";

const USES: [Use; 17] = [
    Use {
        list: "AgendaKind",
        made: |word| json!({ "agenda": [{ "id": "a", "title": "事项", "kind": word }] }),
        label: |lang, word| label(lang, word, labels::agenda_kind),
        told_by: ITEM,
    },
    Use {
        list: "Action",
        made: |word| json!({ "agenda": [{ "id": "a", "title": "事项", "action": word }] }),
        label: |lang, word| label(lang, word, labels::action),
        told_by: ITEM,
    },
    Use {
        list: "AgendaState",
        made: |word| json!({ "agenda": [{ "id": "a", "title": "事项", "state": word }] }),
        label: |lang, word| label(lang, word, labels::agenda_state),
        told_by: ITEM,
    },
    Use {
        list: "AgendaResult",
        made: |word| json!({ "agenda": [{ "id": "a", "title": "事项", "result": word }] }),
        label: |lang, word| label(lang, word, labels::agenda_result),
        told_by: ITEM,
    },
    Use {
        list: "VoteMethod",
        made: |word| json!({ "agenda": [{ "id": "a", "title": "事项", "votes": ["v"] }], "votes": [{ "id": "v", "method": word }] }),
        label: |lang, word| label(lang, word, labels::vote_method),
        told_by: ITEM,
    },
    Use {
        list: "VoteMethod",
        made: |word| json!({ "projects": [{ "id": "m", "title": "项目", "selection": { "method": word } }] }),
        label: |lang, word| label(lang, word, labels::vote_method),
        told_by: MATTER,
    },
    Use {
        list: "VoteResult",
        made: |word| json!({ "agenda": [{ "id": "a", "title": "事项", "votes": ["v"] }], "votes": [{ "id": "v", "result": word }] }),
        label: |lang, word| label(lang, word, labels::vote_result),
        told_by: ITEM,
    },
    Use {
        list: "SuggestionKind",
        made: |word| json!({ "suggestions": [{ "id": "g", "title": "标题", "kind": word }] }),
        label: |lang, word| label(lang, word, labels::suggestion_kind),
        told_by: MATTER,
    },
    Use {
        list: "Outcome",
        made: |word| json!({ "suggestions": [{ "id": "g", "title": "标题", "outcome": word }] }),
        label: |lang, word| label(lang, word, labels::outcome),
        told_by: MATTER,
    },
    Use {
        list: "Satisfaction",
        made: |word| json!({ "suggestions": [{ "id": "g", "title": "标题", "satisfaction": word }] }),
        label: |lang, word| label(lang, word, labels::satisfaction),
        told_by: MATTER,
    },
    Use {
        list: "SpeechKind",
        made: |word| json!({ "speeches": [{ "id": "s", "title": "标题", "kind": word }] }),
        label: |lang, word| label(lang, word, labels::speech_kind),
        told_by: "page plain markdown",
    },
    Use {
        list: "TextStatus",
        made: |word| json!({ "speeches": [{ "id": "s", "title": "标题", "text_status": word, "blocks": [{ "id": "b", "kind": "paragraph", "text": "文" }] }] }),
        label: |lang, word| label(lang, word, labels::text_status),
        told_by: "page plain markdown popolo",
    },
    Use {
        list: "ResolutionKind",
        made: |word| json!({ "resolutions": [{ "id": "r", "title": "标题", "kind": word }] }),
        label: |lang, word| label(lang, word, labels::resolution_kind),
        told_by: "page digest plain markdown popolo",
    },
    Use {
        list: "DeputyChangeKind",
        made: |word| json!({ "deputy_changes": [{ "person": "p", "kind": word }] }),
        label: |lang, word| label(lang, word, labels::deputy_change),
        told_by: "page",
    },
    Use {
        list: "SessionKind",
        made: |word| json!({ "kind": word }),
        label: |lang, word| label(lang, word, labels::session_kind),
        told_by: "page digest",
    },
    Use {
        list: "SittingKind",
        made: |word| json!({ "sittings": [{ "id": "one", "kind": word, "date": "2025-01-08" }], "agenda": [{ "id": "a", "title": "事项", "sitting": "one" }] }),
        label: |lang, word| label(lang, word, labels::sitting_kind),
        told_by: "page digest csv calendar plain markdown slides",
    },
    Use {
        list: "Status",
        made: |word| json!({ "status": word }),
        label: |lang, word| label(lang, word, labels::status),
        told_by: "page digest",
    },
];

/// Lists that no output but the tables of budgets, the glossary of the page and the text itself has: a form, not a fact, or told by tests of their own (`write`, `figures`).
const ELSEWHERE: [&str; 9] = ["Basis", "Level", "BlockKind", "Book", "Direction", "Role", "Stage", "Unit", "YoyKind"];

fn closed_lists() -> Vec<(String, Vec<String>)> {
    let schema: Value = serde_json::from_str(include_str!("../../public/schema/session-1.json")).unwrap();
    let words = |of: &Value| -> Vec<String> {
        let texts = |list: &Value, key: Option<&str>| {
            let all = list.as_array().into_iter().flatten();
            all.filter_map(|one| key.map_or(one, |key| &one[key]).as_str().map(ToOwned::to_owned)).collect::<Vec<_>>()
        };
        [texts(&of["oneOf"], Some("const")), texts(&of["enum"], None)].concat()
    };
    let lists = schema["$defs"].as_object().unwrap().iter().map(|(name, of)| (name.clone(), words(of)));
    lists.filter(|(_, words)| !words.is_empty()).collect()
}

fn count(outputs: &[(&str, String)], name: &str, word: &str) -> usize {
    outputs.iter().find(|(of, _)| *of == name).unwrap().1.matches(word).count()
}

#[test]
fn every_word_of_every_list_is_told_by_every_output() {
    let mut missing = Vec::new();
    for (list, words) in closed_lists() {
        let uses: Vec<&Use> = USES.iter().filter(|of| of.list == list).collect();
        assert_eq!(uses.is_empty(), ELSEWHERE.contains(&list.as_str()), "{list}: say here which outputs tell of it");
        for (of, word) in uses.iter().flat_map(|of| words.iter().map(move |word| (of, word))) {
            if list == "Status" && word == "published" {
                // What goes without saying.
                continue;
            }
            for lang in [Lang::Zh, Lang::En] {
                let with = outputs(lang, &session(&(of.made)(word), lang));
                // The same without the word: what is said must be said because of it.
                let mut bare = (of.made)(word);
                remove(&mut bare, word);
                let mut without = outputs(lang, &session(&bare, lang));
                // That the source does not say of a text whether it is verbatim has that word in it.
                for (_, text) in &mut without {
                    *text = text.replace(lang.texts().text_status_unknown, "");
                }
                for name in of.told_by.split(' ') {
                    let said = if name == "popolo" { format!("\"{word}\"") } else { (of.label)(lang, word).to_owned() };
                    if count(&with, name, &said) <= count(&without, name, &said) {
                        missing.push(format!("{name}: {list} {word} ({said})"));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Takes every member away that is the word.
fn remove(value: &mut Value, word: &str) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| member != word);
            members.values_mut().for_each(|member| remove(member, word));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| remove(item, word)),
        _ => {}
    }
}

#[test]
fn what_was_chosen_and_what_was_not_is_told() {
    for (elected, words) in [(true, ["当选", "入选"]), (false, ["未当选", "未入选"])] {
        let made = json!({
            "votes": [{ "id": "v", "candidates": [{ "person": "p", "elected": elected, "yes": 60 }, { "project": "m", "elected": elected }] }],
            "projects": [{ "id": "m", "title": "项目", "selection": { "selected": elected, "rank": 2 } }],
        });
        let outputs = outputs(Lang::Zh, &session(&made, Lang::Zh));
        for name in MATTER.split(' ').filter(|name| *name != "popolo") {
            assert!(words.iter().all(|word| count(&outputs, name, word) > 0), "{name} {words:?}");
        }
        assert_eq!(count(&outputs, "popolo", &format!("\"elected\":{elected}")), 2);
        assert_eq!(count(&outputs, "popolo", &format!("\"selected\":{elected}")), 1);
    }
}

/// The agenda of case 10: numbers as printed, no vote where there was none, no zeros where there are no figures.
#[test]
fn an_agenda_is_told_as_printed() {
    let made = json!({
        "agenda": [
            { "id": "1", "number": "一", "title": "听取和审议政府工作报告", "action": "hear", "state": "done" },
            { "id": "2", "number": "（二）", "title": "听取财政报告", "action": "hear", "result": "noted" },
            { "id": "2a", "number": "二之一", "parent": "2", "title": "书面审议计划报告", "action": "written_review" },
            { "id": "3", "number": "3", "title": "通过选举办法", "result": "adopted", "votes": ["v"] },
            { "id": "3x", "number": "3", "title": "通过总监票人名单", "result": "adopted" },
            { "id": "4", "number": "10", "title": "人事任免事项", "state": "postponed" },
            { "id": "5", "number": "11.", "title": "议案", "state": "withdrawn" },
        ],
        "votes": [{ "id": "v", "motion": "选举办法", "method": "show_of_hands", "result": "adopted", "note": "全票通过" }],
    });
    let outputs = outputs(Lang::Zh, &session(&made, Lang::Zh));
    let told = |name: &str| &outputs.iter().find(|(of, _)| *of == name).unwrap().1;
    for line in [
        "<li>一 听取和审议政府工作报告 · 听取 · 已进行</li>",
        "<li>（二） 听取财政报告 · 听取 · 已听取</li>",
        "<li>二之一 书面审议计划报告 · 书面审议 · 属于：听取财政报告</li>",
        "<li>3 通过选举办法 · 通过 · 举手表决 全票通过</li>",
        "<li>3 通过总监票人名单 · 通过</li>",
        "<li>10 人事任免事项 · 延期</li>",
        "<li>11. 议案 · 已撤回</li>",
        "<li>选举办法 · 举手表决 · 通过 · 全票通过</li>",
    ] {
        assert!(told("page").contains(line) && told("digest").contains(line), "{line}\n{}", told("page"));
    }
    for line in ["10 人事任免事项 · 延期\\n", "11. 议案 · 已撤回", "3 通过选举办法 · 通过 · 举手表决 全票通过\\n"]
    {
        assert!(told("calendar").contains(line), "{line}\n{}", told("calendar"));
    }
    assert!(told("popolo").contains(r#""status":"withdrawn""#) && told("popolo").contains(r#""status":"postponed""#));
    assert!(!told("page").contains("赞成") && !told("calendar").contains("赞成"), "no figures where there are none");
    assert_eq!(
        told("slides").lines().collect::<Vec<_>>(),
        [
            "2025年1月8日",
            "听取",
            "[已进行] ",
            "听取",
            "[已听取] ",
            "书面审议 · 属于：听取财政报告",
            "[通过] 举手表决 · 全票通过",
            "[通过] ",
            "[延期] ",
            "[已撤回] "
        ]
    );
}

/// A slide in full: who, for whom, what it is, what came of it, who stood, and when.
#[test]
fn a_slide_says_all_that_is_known_of_an_item() {
    let made = json!({
        "venue": "镇文化中心",
        "sittings": [{ "id": "s", "name": "选举大会", "date": "2025-01-08", "start": "19:30", "end": "00:20" }, { "id": "n", "name": "分组会议" }],
        "agenda": [{ "id": "a", "title": "选举镇长", "kind": "election", "action": "elect", "presenters": ["p", "q"], "on_behalf_of": "主席团", "sitting": "s",
            "state": "done", "result": "elected", "votes": ["v"], "note": "差额选举" }],
        "votes": [{ "id": "v", "method": "secret_ballot", "eligible": 67, "counts": { "yes": 65, "no": 1, "abstain": 1 }, "result": "elected",
            "candidates": [{ "person": "p", "post": "镇长", "yes": 65, "elected": true }] }],
    });
    let outputs = outputs(Lang::Zh, &session(&made, Lang::Zh));
    assert_eq!(
        outputs.iter().find(|(of, _)| *of == "slides").unwrap().1.lines().collect::<Vec<_>>(),
        [
            "2025年1月8日",
            "镇文化中心",
            "选举大会 2025年1月8日 19:30至次日00:20",
            "周宁",
            "q",
            "代表主席团",
            "选举",
            "[选出] 无记名投票 · 有表决权 67",
            "65 1 1",
            "周宁 镇长 赞成 65 当选",
            "差额选举",
            "选举大会 2025年1月8日 19:30至次日00:20",
        ]
    );
}

#[test]
fn a_text_says_what_became_of_its_item_and_how_its_vote_went() {
    let made = json!({
        "agenda": [{ "id": "a", "number": "四", "title": "专项报告", "state": "postponed", "speeches": ["s"] }],
        "speeches": [{ "id": "s", "title": "报告" }],
        "votes": [{ "id": "v", "counts": { "yes": 57, "no": 0, "abstain": 2 }, "result": "adopted", "note": "全票通过" }],
        "resolutions": [{ "id": "r", "title": "决议", "vote": "v" }],
    });
    let session = session(&made, Lang::Zh);
    let outputs = outputs(Lang::Zh, &session);
    let told = |name: &str| &outputs.iter().find(|(of, _)| *of == name).unwrap().1;
    for line in ["对应议程：四 专项报告 · 延期", "表决：通过 · 赞成 57 · 反对 0 · 弃权 2 · 全票通过"] {
        assert!(told("plain").contains(line) && told("markdown").contains(line), "{line}\n{}", told("plain"));
    }
}

#[test]
fn facts_of_a_suggestion_and_a_project_are_whole() {
    let made = json!({
        "agenda": [{ "id": "a", "title": "建议办理报告" }],
        "suggestions": [{ "id": "g", "number": "001", "title": "建议一", "lead": "p", "cosigners": ["p"], "category": "交通", "unit": "镇建设办",
            "co_units": ["甲", "乙"], "submitted": "2025-01-09", "due": "2025-04-09", "replied": null, "reply": null, "status": "办理中",
            "session": "made-4", "agenda": "a", "text": "内容", "timeline": [{ "date": "2025-03", "event": "交办", "note": "按时" }] }],
        "projects": [{ "id": "m", "number": "1.10", "title": "项目", "content": "建桥", "investment": 12.50, "investment_unit": "wan_yuan", "unit": "镇水务所",
            "responsible": ["p"], "due": "2025-12", "selection": { "votes": 51, "rank": 1 }, "progress_percent": 40.5, "session": "made-4",
            "milestones": [{ "date": "2025-06", "percent": 30, "note": "开工" }] }],
    });
    let session = session(&made, Lang::Zh);
    let told = Told { lang: Lang::Zh, session: &session, lookup: &Lookup::new(&session) };
    let (one, other) = (&session.suggestions[0], &session.projects[0]);
    assert_eq!(
        told.titled(one.number.as_ref(), &one.title, &suggestion(&session, one)),
        "001 建议一 · 办理中 · 逾期未复 · 领衔 周宁 · 附议（1人） 周宁 · 类别 交通 · 承办单位 镇建设办 · 协办单位 甲、乙 · 提出 2025年1月9日 · 答复期限 2025年4月9日 \
         · 答复 无 · 提出于 made-4 · 报告议程 建议办理报告 · 建议内容 内容 · 答复内容 无 · 2025年3月 交办 按时"
    );
    assert_eq!(
        told.titled(other.number.as_ref(), &other.title, &project(&session, other)),
        "1.10 项目 · 赞成 51 · 名次 1 · 进展 40.5% · 责任单位 镇水务所 · 责任人 周宁 · 投资 12.5万元 · 完成期限 2025年12月 · 提出于 made-4 · 建设内容 建桥 · 2025年6月 30% 开工"
    );
}

#[test]
fn a_word_is_said_once() {
    let with = json!({
        "sittings": [{ "id": "one", "name": "预备会议", "kind": "preparatory" }],
        "agenda": [{ "id": "a", "title": "事项", "kind": "deliberation", "action": "deliberate", "sitting": "one" }],
    });
    let session = session(&with, Lang::Zh);
    let page = whole(&session);
    assert!(page.contains("<li>预备会议</li>"), "{page}");
    assert!(page.contains("<li>事项 · 审议"), "{page}");
    assert!(!page.contains("审议 · 审议"), "{page}");
}
