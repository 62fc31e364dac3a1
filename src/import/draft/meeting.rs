//! Which session a report was given to, by the line under its title: `——2031年1月9日在青溪市第三届人民代表大会第二次会议上`.

use std::ops::Range;

/// The longest name of a place: a township with its county, city and province.
const MOST_CHARACTERS: usize = 30;

/// A session as a report names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The full name of the session, without the day.
    pub title: String,
    /// The full name of the congress.
    pub assembly: String,
    /// 届.
    pub term: u32,
    /// 次.
    pub meeting: u32,
    /// The day that stands right before the name, as an ISO date.
    pub date: Option<String>,
    /// Where its line stands, in bytes.
    pub span: Range<usize>,
}

/// The session that the first such line names. A sentence about a session, of last year perhaps, is none.
pub fn find(text: &str) -> Option<Named> {
    let mut start = 0;
    text.split('\n').find_map(|line| {
        let span = start..start + line.len();
        start = span.end + 1;
        in_line(line).map(|named| Named { span, ..named })
    })
}

fn in_line(line: &str) -> Option<Named> {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let (before, rest) = line.split_once("人民代表大会第")?;
    let (meeting, after) = rest.split_once("次会议")?;
    // A line of its own ends there, or with a word such as 上的报告, 通过, 文件.
    if after.chars().count() > 6 || after.contains(['。', '，', '；']) {
        return None;
    }
    let (place, term) = before.rsplit_once('第')?;
    let term_digits = term.strip_suffix('届')?;
    // Nothing but marks and the day stands before the name.
    let place = place.trim_start_matches(|c: char| !c.is_alphanumeric());
    let place = place.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
    let place = place.strip_prefix('在').unwrap_or(place);
    let is_name =
        !place.starts_with("关于") && (2..=MOST_CHARACTERS).contains(&place.chars().count()) && place.chars().all(char::is_alphabetic);
    if !is_name || !place.ends_with(['省', '市', '州', '盟', '区', '县', '旗', '乡', '镇']) {
        return None;
    }
    Some(Named {
        title: format!("{place}第{term}人民代表大会第{meeting}次会议"),
        assembly: format!("{place}人民代表大会"),
        term: number(term_digits)?,
        meeting: number(meeting)?,
        date: day(before),
        span: 0..0,
    })
}

/// The day in a text, `2031年1月9日`, as an ISO date.
fn day(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('年')?;
    let year: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    let year: String = year.chars().rev().collect();
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
    (year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{year}-{month:02}-{day:02}"))
}

/// A number below a hundred, in Chinese or in digits: 十六, 二十, 7.
fn number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number).filter(|number| (1..100).contains(number));
    }
    let digit = |text: &str| "一二三四五六七八九".chars().zip(1..).find(|(c, _)| text.chars().eq([*c])).map(|(_, number)| number);
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            Some(tens * 10 + ones)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_chinese_or_digits() {
        let numbers = ["一", "十", "十六", "二十", "三十一", "7", "零", "百", "0", "一二"];
        assert_eq!(numbers.map(number), [Some(1), Some(10), Some(16), Some(20), Some(31), Some(7), None, None, None, None]);
    }

    #[test]
    fn a_name_stands_behind_the_day_and_the_words_before_it() {
        for line in [
            "——2031年1月9日在青溪市第三届人民代表大会第二次会议上",
            "2031 年 1 月 9 日在青溪市第三届人民代表大会第二次会议上的报告",
            "（2031年1月9日青溪市第三届人民代表大会第二次会议通过）",
        ] {
            let meeting = find(line);
            assert_eq!(meeting.as_ref().map(|meeting| meeting.assembly.as_str()), Some("青溪市人民代表大会"), "{line}");
            assert_eq!(meeting.and_then(|meeting| meeting.date).as_deref(), Some("2031-01-09"), "{line}");
        }
    }

    #[test]
    fn other_meetings_are_none() {
        for line in [
            "政协青溪市第三届委员会第二次会议",
            "青溪市第三届人民代表大会常务委员会第二次会议",
            "第三届人民代表大会第二次会议",
            "我们落实青溪市第三届人民代表大会第二次会议的决议，收入增长。",
            "关于市第三届人民代表大会第二次会议",
            "",
        ] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
