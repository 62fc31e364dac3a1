//! Dates and numbers in words.

use super::Lang;
use crate::model::{Civil, Date, Dates, Sitting};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A date in words: 2024年7月18日 or 18 July 2024. An impossible date is shown as it stands in the file.
pub fn date(lang: Lang, date: &Date) -> String {
    date.civil().map_or_else(|| date.as_str().to_owned(), |civil| words(lang, civil))
}

/// The days of a session: one day, or from first to last.
pub fn span(lang: Lang, dates: &Dates) -> Option<String> {
    match (&dates.start, dates.end.value()) {
        (Some(start), Some(end)) if start != end => Some(match (lang, start.civil(), end.civil()) {
            (Lang::Zh, Some(a), Some(b)) if (a.year, a.month) == (b.year, b.month) && a.day > 0 && b.day > 0 => {
                format!("{}至{}日", words(lang, a), b.day)
            }
            (Lang::En, Some(a), Some(b)) if (a.year, a.month) == (b.year, b.month) && a.day > 0 && b.day > 0 => {
                format!("{}–{}", a.day, words(lang, b))
            }
            (Lang::Zh, ..) => format!("{}至{}", date(lang, start), date(lang, end)),
            (Lang::En, ..) => format!("{} to {}", date(lang, start), date(lang, end)),
        }),
        (Some(day), _) | (None, Some(day)) => Some(date(lang, day)),
        (None, None) => None,
    }
}

/// From when to when a sitting was, as its times are printed; an end on the next day says so: 19:30至次日00:20.
pub fn clock(lang: Lang, sitting: &Sitting) -> Option<String> {
    let start = sitting.start.as_ref()?.as_str();
    let Some(end) = &sitting.end else { return Some(start.to_owned()) };
    let end = end.as_str();
    Some(match lang {
        _ if !sitting.ends_next_day() => format!("{start}–{end}"),
        Lang::Zh => format!("{start}至次日{end}"),
        Lang::En => format!("{start} to {end} the next day"),
    })
}

fn words(lang: Lang, civil: Civil) -> String {
    let Civil { year, month, day } = civil;
    let name = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    match (lang, month, day) {
        (Lang::Zh, 0, _) => format!("{year}年"),
        (Lang::Zh, _, 0) => format!("{year}年{month}月"),
        (Lang::Zh, ..) => format!("{year}年{month}月{day}日"),
        (Lang::En, 0, _) => format!("{year}"),
        (Lang::En, _, 0) => format!("{name} {year}"),
        (Lang::En, ..) => format!("{day} {name} {year}"),
    }
}

/// 第六届, or “6th term” in English.
pub fn term(lang: Lang, n: u32) -> String {
    match lang {
        Lang::Zh => format!("第{}届", zh_number(n)),
        Lang::En => format!("{} term", ordinal(n)),
    }
}

/// 第六次会议, or “6th session” in English.
pub fn meeting(lang: Lang, n: u32) -> String {
    match lang {
        Lang::Zh => format!("第{}次会议", zh_number(n)),
        Lang::En => format!("{} session", ordinal(n)),
    }
}

/// A number of 0–9999 as it is written in Chinese: 18 is 十八, 105 is 一百零五. Larger ones keep their digits.
pub fn zh_number(n: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS.get(value as usize).copied().unwrap_or_default();
    if n > 9999 {
        return n.to_string();
    }
    if n < 10 {
        return digit(n).to_owned();
    }
    let mut words = String::new();
    let mut skipped = false;
    for (place, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        match n / place % 10 {
            0 => skipped = !words.is_empty(),
            value => {
                if skipped {
                    words.push('零');
                }
                skipped = false;
                if !(words.is_empty() && place == 10 && value == 1) {
                    words.push_str(digit(value));
                }
                words.push_str(unit);
            }
        }
    }
    words
}

fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stated;

    #[test]
    fn numbers_are_written_as_in_chinese() {
        let expected = [(0, "零"), (6, "六"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (101, "一百零一"), (110, "一百一十")];
        for (n, words) in expected {
            assert_eq!(zh_number(n), words);
        }
        assert_eq!(zh_number(1005), "一千零五");
        assert_eq!([1, 2, 3, 4, 11, 12, 13, 21, 111].map(ordinal), ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th"]);
    }

    #[test]
    fn an_end_past_midnight_says_so() {
        let time = |text: &str| Some(crate::model::Time(text.into()));
        let sitting = |start, end| Sitting { start, end, ..Sitting::default() };
        for (sitting, zh, en) in [
            (sitting(time("19:30"), time("00:20")), Some("19:30至次日00:20"), Some("19:30 to 00:20 the next day")),
            (sitting(time("09:00"), time("11:30")), Some("09:00–11:30"), Some("09:00–11:30")),
            (sitting(time("09:00"), None), Some("09:00"), Some("09:00")),
            (sitting(None, time("11:30")), None, None),
        ] {
            assert_eq!(clock(Lang::Zh, &sitting).as_deref(), zh);
            assert_eq!(clock(Lang::En, &sitting).as_deref(), en);
        }
    }

    #[test]
    fn spans_say_the_month_once() {
        let dates = Dates { start: Some("2019-03-25".into()), end: Stated::Value("2019-03-26".into()) };
        assert_eq!(span(Lang::Zh, &dates).as_deref(), Some("2019年3月25日至26日"));
        assert_eq!(span(Lang::En, &dates).as_deref(), Some("25–26 March 2019"));
        assert_eq!(date(Lang::Zh, &"2024-02-30".into()), "2024-02-30");
        assert_eq!(date(Lang::En, &"2021".into()), "2021");
    }
}
