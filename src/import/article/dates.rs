//! The days of a session. A year comes from the sentence, from the same day elsewhere in the text or from the dateline, else there is no date.

use super::clean::{Clean, Words, words};
use super::rules::{DATELINE, DAY, DAYS, Hit};
use super::{Found, Report, Span};
use std::ops::Range;

struct Days {
    year: Option<u16>,
    first: (u8, u8),
    last: Option<(u8, u8)>,
    at: Range<usize>,
}

/// Fills in the first and the last day.
pub fn read(title: &Clean, clean: &Clean, report: &mut Report) {
    let dateline = dateline(clean);
    let Some(days) = session_days(title, clean, dateline) else { return };
    let Some(year) = days.year.or_else(|| year_elsewhere(clean, days.first)).or_else(|| dateline.map(|line| year_near(line, days.first.0)))
    else {
        return;
    };
    let origin = clean.origin(&days.at);
    let date = |(month, day): (u8, u8), year: u16| {
        let span = Span { start: origin.start, end: origin.end, rule: DAYS.name };
        is_day(year, month, day).then(|| Found { value: format!("{year:04}-{month:02}-{day:02}"), span })
    };
    let (opens, closes) = openings(&title.text, &clean.text);
    let is_later_sitting = title.text.contains("全体会议") && !opens && !closes && !title.text.contains("第一次全体会议");
    if is_later_sitting && days.last.is_none() {
        return;
    }
    let end = days.last.unwrap_or(days.first);
    let end_year = if end.0 < days.first.0 { year.saturating_add(1) } else { year };
    let both = days.last.is_some();
    report.start = (both || opens || !closes).then(|| date(days.first, year)).flatten();
    report.end = (both || closes || !opens).then(|| date(end, end_year)).flatten();
}

/// Whether the text tells only of the opening, only of the end.
fn openings(title: &str, text: &str) -> (bool, bool) {
    let opens = |text: &str| text.contains("开幕") && !text.contains("开幕会") && !text.contains("开幕式");
    let closes = |text: &str| text.contains("闭幕") && !text.contains("闭幕式上");
    let (in_title, ends_in_title) = (opens(title), closes(title));
    if in_title != ends_in_title {
        return (in_title, ends_in_title);
    }
    let first: String = text.split('。').find(|s| s.contains('届')).unwrap_or_default().to_owned();
    let (opens, closes) = (opens(&first), closes(&first));
    if opens && closes || first.contains("召开") && !opens { (false, false) } else { (opens, closes) }
}

/// How the day before that of the paper is called.
const YESTERDAY: [&str; 2] = ["昨天", "昨日"];

/// The first day or days in a sentence that tells of the session, else the first at all that is no dateline.
fn session_days(title: &Clean, clean: &Clean, dateline: Option<(u16, u8, u8)>) -> Option<Days> {
    static HELD: Words = Words::new(|| words("召开 举行 开幕 闭幕 次会议 会议时间 出席 人民代表大会"));
    let is_held = |text: &str| HELD.iter().copied().any(|word| text.contains(word));
    let sentences = clean.sentences();
    let text = |part: &Range<usize>| clean.text.get(part.clone()).unwrap_or_default();
    let days = |part: &Range<usize>| {
        let mut all = DAYS.hits(text(part)).into_iter().filter_map(|hit| read_days(&hit, text(part), part.start));
        all.find(|days| !is_stamp(text(part), days, part.start))
    };
    let mut found = sentences.iter().filter(|part| is_held(text(part))).find_map(days);
    if let Some(days) = found.as_mut().filter(|days| days.last.is_none()) {
        days.last = end_elsewhere(clean, days);
    }
    found
        .or_else(|| {
            let (year, month, today) = dateline?;
            let part = sentences.iter().find(|part| {
                let text = text(part);
                let has_day = text.contains('日') || YESTERDAY.iter().any(|word| text.contains(word));
                has_day && is_held(text) && !DATELINE.is_in(text)
            })?;
            let now =
                ["今日", "今天", "今晨"].iter().find_map(|word| text(part).find(word).map(|i| part.start + i..part.start + i + word.len()));
            if let Some(at) = now {
                let mut days = Days { year: Some(year), first: (month, today), last: None, at };
                days.last = end_elsewhere(clean, &days);
                return Some(days);
            }
            let before = YESTERDAY.iter().find_map(|word| text(part).find(word).map(|i| part.start + i..part.start + i + word.len()));
            if let Some(at) = before.filter(|at| !text(part).get(at.end - part.start..).is_some_and(|rest| rest.starts_with('（'))) {
                let (year, month, day) = day_before((year, month, today));
                return Some(Days { year: Some(year), first: (month, day), last: None, at });
            }
            let hit = DAY.hits(text(part)).into_iter().find(|hit| hit.text(text(part), 0).is_some_and(|t| t.contains('日')))?;
            let first: u8 = hit.text(text(part), 1)?.parse().ok()?;
            let whole = hit.whole();
            let mut days =
                Days { year: Some(year), first: (month, first), last: None, at: part.start + whole.start..part.start + whole.end };
            days.last = end_elsewhere(clean, &days);
            Some(days)
        })
        .or_else(|| {
            let hit = DAYS.first(&title.text)?;
            read_days(&hit, &title.text, 0).filter(|days| days.year.is_some()).map(|days| Days { at: 0..0, ..days })
        })
}

/// The day of the end where a sentence of its own says it: 18日下午闭幕.
fn end_elsewhere(clean: &Clean, days: &Days) -> Option<(u8, u8)> {
    let sentence = clean.sentences().into_iter().find(|part| part.contains(&days.at.start))?;
    let text = clean.text.get(days.at.end..sentence.end)?;
    let close = text.find("闭幕")?;
    let head = text.get(..close)?;
    let clause = head.rsplit('，').next()?;
    let hit = DAY.first(clause).filter(|hit| hit.text(clause, 0).is_some_and(|t| t.ends_with('日')))?;
    let day = hit.text(clause, 1)?.parse().ok()?;
    (day > days.first.1).then_some((days.first.0, day))
}

fn read_days(hit: &Hit, text: &str, offset: usize) -> Option<Days> {
    let part = |group| hit.text(text, group).and_then(|t| t.parse::<u8>().ok());
    let first = (part(2)?, part(3)?);
    if !hit.text(text, 0)?.contains('日') {
        return None;
    }
    let last = part(5).map(|day| (part(4).unwrap_or(first.0), day));
    let whole = hit.whole();
    let year = hit.text(text, 1).and_then(|t| t.parse().ok());
    is_day(year.unwrap_or(2000), first.0, first.1).then_some(Days { year, first, last, at: offset + whole.start..offset + whole.end })
}

/// Whether the day is the stamp of a web page: a clock or a label stands beside it.
fn is_stamp(text: &str, days: &Days, offset: usize) -> bool {
    let head = text.get(..days.at.start.saturating_sub(offset)).unwrap_or_default();
    let tail = text.get(days.at.end.saturating_sub(offset)..).unwrap_or_default();
    let label = ["发布", "更新", "日期"].iter().any(|word| head.contains(word));
    let clock = tail.trim_start().get(..5).is_some_and(|t| t.as_bytes().get(2) == Some(&b':'));
    label || clock
}

/// Year, month and day of publication.
fn dateline(clean: &Clean) -> Option<(u16, u8, u8)> {
    let mut found = None;
    for line in clean.text.split('\n') {
        let Some(hit) = DATELINE.first(line) else { continue };
        let year = hit.text(line, 1).and_then(|t| t.parse().ok());
        let month = hit.text(line, 2).and_then(|t| t.parse().ok());
        let day = hit.text(line, 3).and_then(|t| t.parse().ok());
        let date = year.zip(month).zip(day).map(|((year, month), day)| (year, month, day));
        let Some(date) = date.filter(|&(year, month, day)| is_day(year, month, day)) else { continue };
        let is_labelled = ["发布", "更新", "日期", "来源"].iter().any(|word| line.contains(word));
        if is_labelled {
            return Some(date);
        }
        if line.chars().count() < 60 {
            found = found.or(Some(date));
        }
    }
    found
}

/// A report of December may be published in January.
fn year_near((year, published, _): (u16, u8, u8), month: u8) -> u16 {
    if month > published { year.saturating_sub(1) } else { year }
}

fn year_elsewhere(clean: &Clean, day: (u8, u8)) -> Option<u16> {
    DAYS.hits(&clean.text)
        .iter()
        .filter_map(|hit| read_days(hit, &clean.text, 0))
        .filter(|days| days.first == day)
        .find_map(|days| days.year)
}

/// The day before one.
fn day_before((year, month, day): (u16, u8, u8)) -> (u16, u8, u8) {
    let (year, month, last) = match (month, day) {
        (_, 2..) => (year, month, day - 1),
        (1, _) => (year.saturating_sub(1), 12, 31),
        _ => (year, month.saturating_sub(1), 31),
    };
    (year, month, (1..=last).rev().find(|day| is_day(year, month, *day)).unwrap_or(1))
}

fn is_day(year: u16, month: u8, day: u8) -> bool {
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    };
    (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::day_before;
    use crate::import::article;

    #[test]
    fn yesterday_is_the_day_before_the_paper() {
        assert_eq!(day_before((2028, 3, 1)), (2028, 2, 29));
        assert_eq!(day_before((2028, 1, 1)), (2027, 12, 31));
        let text = "发布时间：2031-01-10\n昨天上午，甲县第五届人民代表大会第二次会议开幕。";
        assert_eq!(article::read(text).start.map(|found| found.value).as_deref(), Some("2031-01-09"));
        let text = "昨天上午，甲县第五届人民代表大会第二次会议开幕。";
        assert_eq!(article::read(text).start, None);
    }
}
