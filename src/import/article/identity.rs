//! Which session a text is about, and whether it is about one at all.

use super::clean::{Clean, Words, words};
use super::rules::{CONGRESS, PRESIDIUM, SESSION, STUDIED};
use super::{Found, Report, Span, Subject, dates};
use crate::numerals::number;
use std::ops::Range;

/// A session named in the text.
struct Named {
    place: String,
    span: Range<usize>,
    term: Option<u32>,
    meeting: Option<u32>,
}

/// More sessions than a report names; the rest of a text that goes on naming them tells nothing new.
const MOST: usize = 60;

/// Words in front of a place that are no part of its name.
static BEFORE: Words = Words::new(|| {
    words(
        "\
    确定 通过 关于 宣布 在 听取 审议 出席 参加 列席 本台讯 讯 会议 召开 举行 为 迎来 的 了 根据 按照 祝贺 提请 已经 \
    近日 日前 今日 昨日 次日 今天 昨天 提交 报请 所属 \
    传达 学习 贯彻 落实 上午 下午 同期 当选 表决 审查 批准 召集 由 随后 全票",
    )
});

/// Fills in the subject, the assembly, the numbers and the days.
pub fn read(clean: &Clean, report: &mut Report) {
    let head = report.title.clone().or_else(|| first_line(clean)).unwrap_or_default();
    let title = Clean::new(&head.value, head.span.start);
    let in_title = named(&title);
    let in_body = named(clean);
    report.subject = subject(&title.text, &clean.text, &in_title, &in_body);
    if matches!(report.subject, Subject::Other | Subject::Several) {
        return;
    }
    let chosen = in_title.first().map(|n| (n, &title)).or_else(|| in_body.first().map(|n| (n, clean)));
    let origin = |of: &Clean, part: &Range<usize>| {
        let origin = of.origin(part);
        Span { start: origin.start, end: origin.end, rule: SESSION.name }
    };
    let mut short = String::new();
    if let Some((chosen, of)) = chosen {
        let span = origin(of, &chosen.span);
        report.term = chosen.term.map(|value| Found { value, span: span.clone() });
        report.meeting = chosen.meeting.map(|value| Found { value, span });
        short.clone_from(&chosen.place);
    }
    let places = in_title.iter().map(|n| (n, &title)).chain(in_body.iter().map(|n| (n, clean)));
    let fits = |named: &Named| {
        !named.place.is_empty()
            && (is_within(&named.place, &short) && (short.is_empty() || named.term == report.term.as_ref().map(|t| t.value))
                || named.place == short)
    };
    let longest = places
        .filter(|(named, _)| fits(named))
        .map(|(named, of)| (named.place.clone(), origin(of, &named.span)))
        .reduce(|a, b| if b.0.len() > a.0.len() { b } else { a });
    let plain = || {
        [&title, clean].into_iter().find_map(|of| {
            let hit = CONGRESS.first(&of.text)?;
            let place = place(hit.text(&of.text, 1)?, false);
            (!place.is_empty()).then(|| {
                let origin = of.origin(&hit.whole());
                (place, Span { start: origin.start, end: origin.end, rule: CONGRESS.name })
            })
        })
    };
    report.assembly = longest.or_else(plain).map(|(place, span)| Found { value: format!("{place}人民代表大会"), span });
    if report.subject != Subject::Presidium {
        dates::read(&title, clean, report);
    }
}

fn named(clean: &Clean) -> Vec<Named> {
    let mut found = Vec::new();
    for sentence in clean.sentences() {
        if found.len() > MOST {
            break;
        }
        let Some(text) = clean.text.get(sentence.clone()).filter(|text| text.contains('届')) else { continue };
        for hit in SESSION.hits(text) {
            let whole = hit.whole();
            if hit.text(text, 0).is_some_and(|t| t.contains("常务委员会") || t.contains("常委会") || t.contains("政协")) {
                continue;
            }
            let stem = hit.text(text, 1).unwrap_or_default();
            let suffix = hit.text(text, 2).unwrap_or_default();
            let joined = hit.at(1).zip(hit.at(2)).is_some_and(|(stem, suffix)| stem.end == suffix.start);
            let stem = if joined { format!("{stem}{suffix}") } else { stem.to_owned() };
            found.push(Named {
                place: place(&stem, text.get(..whole.start).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))),
                span: sentence.start + whole.start..sentence.start + whole.end,
                term: hit.text(text, 3).and_then(number),
                meeting: hit.text(text, 4).and_then(number),
            });
        }
    }
    found
}

/// The place alone; nothing where only 镇 or 县 stands.
fn place(text: &str, is_after_digit: bool) -> String {
    // 9日甲镇: the day before the place ends there.
    let day = |at: usize| text.get(..at).is_some_and(|head| if head.is_empty() { is_after_digit } else { is_number_end(head) });
    let text = text
        .char_indices()
        .rfind(|&(at, c)| c == '日' && day(at))
        .map_or(text, |(at, c)| text.get(at + c.len_utf8()..).unwrap_or_default());
    let cut = BEFORE.iter().copied().filter_map(|word| text.rfind(word).map(|i| i + word.len())).max().unwrap_or(0);
    let rest = text.get(cut..).unwrap_or_default();
    let is_place = rest.chars().count() > 1 && rest.ends_with(['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡']);
    if is_place { rest.to_owned() } else { String::new() }
}

fn is_number_end(head: &str) -> bool {
    head.ends_with(|c: char| "一二三四五六七八九十".contains(c))
}

/// The first line of a text that has no head: its title, as long as it is no sentence.
fn first_line(clean: &Clean) -> Option<Found<String>> {
    let mut start = 0;
    let line = clean.text.split('\n').find(|line| {
        let is_blank = line.trim().is_empty();
        start += if is_blank { line.len() + 1 } else { 0 };
        !is_blank
    })?;
    let is_title = line.chars().count() <= 60 && !line.contains('。') && !line.contains('|');
    is_title.then(|| {
        let origin = clean.origin(&(start..start + line.len()));
        Found { value: line.to_owned(), span: Span { start: origin.start, end: origin.end, rule: "first line" } }
    })
}

fn subject(title: &str, body: &str, in_title: &[Named], in_body: &[Named]) -> Subject {
    let opening: String = body.chars().take(200).collect();
    let has_session = !in_title.is_empty() || !in_body.is_empty();
    if !has_session && !(CONGRESS.is_in(title) && (title.contains("会议") || title.contains("召开"))) {
        return Subject::Other;
    }
    // 政协 sits at the same time, and its texts tell of the congress, too.
    let is_consultative = ["政协", "政治协商会议"].iter().any(|word| title.contains(word));
    if in_title.is_empty() && is_consultative && !["人大", "人民代表大会", "两会"].iter().any(|word| title.contains(word)) {
        return Subject::Other;
    }
    // A title that names no session and tells of its spirit is of those who study it.
    if in_title.is_empty() && STUDIED.is_in(title) {
        return Subject::Other;
    }
    if in_title.is_empty() && are_several(title, in_body) {
        return Subject::Several;
    }
    if PRESIDIUM.is_in(title) || title.contains("主席团会议") {
        return Subject::Presidium;
    }
    if title.contains("预备会") {
        return Subject::Preparatory;
    }
    if ["日程", "时间表", "须知", "会议议程"].iter().any(|word| title.contains(word)) {
        return Subject::Timetable;
    }
    let is_coming = ["今日开幕", "明日", "明天", "即将", "将于", "将召开", "筹备", "开幕在即"].iter().any(|word| title.contains(word))
        || ["会议将于", "会议将在", "建议议程", "会议定于"].iter().any(|word| opening.contains(word));
    if is_coming { Subject::Preview } else { Subject::Session }
}

/// Whether one name of a place is the other, its end, or short for it: 甲州 for 乙省甲族自治州.
fn is_within(long: &str, short: &str) -> bool {
    long.ends_with(short)
        || short.char_indices().next_back().is_some_and(|(at, kind)| {
            let stem = short.get(..at).unwrap_or_default();
            stem.chars().count() > 1 && long.ends_with(&format!("自治{kind}")) && long.contains(stem)
        })
}

/// Whether towns that are no part of one another each held a session.
fn are_several(title: &str, named: &[Named]) -> bool {
    let places: Vec<&str> = named.iter().map(|n| n.place.as_str()).filter(|place| !place.is_empty()).collect();
    let differ = places.iter().any(|a| places.iter().any(|b| !is_within(a, b) && !is_within(b, a)));
    differ || ((title.contains("各镇") || title.contains("各乡") || title.contains("乡镇")) && places.len() != 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_begins_after_the_words_in_front_of_it() {
        for (text, after_digit, name) in [
            ("热烈祝贺甲市", false, "甲市"),
            ("草案提请市", false, ""),
            ("报告已经镇", false, ""),
            ("日青石镇", true, "青石镇"),
            ("日曜市", false, "日曜市"),
            ("三月九日青石镇", false, "青石镇"),
        ] {
            assert_eq!(place(text, after_digit), name, "{text}");
        }
    }

    #[test]
    fn an_autonomous_place_has_a_short_name() {
        assert!(is_within("云岭省青溪白族自治州", "青溪州"));
        assert!(is_within("青溪白族自治县", "青溪县"));
        assert!(!is_within("青溪白族自治县", "青溪市"));
        assert!(!is_within("青溪县", "石桥县"));
    }
}
