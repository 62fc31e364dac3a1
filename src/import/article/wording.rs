//! Titles of items: as they are kept, and which of them name the same.

use super::titles::VOTED;
use super::{Found, Gathering};
use std::ops::Range;

/// A title without the session in front of 关于 and without 等 behind.
pub fn worded(title: &str) -> String {
    let title = title.strip_suffix('等').filter(|title| VOTED.split_whitespace().any(|end| title.ends_with(end))).unwrap_or(title);
    let inner = title.find("次会议关于").filter(|at| title.get(..*at).is_some_and(|head| head.contains('届') && !head.contains("关于")));
    inner.and_then(|at| title.get(at + "次会议".len()..)).unwrap_or(title).to_owned()
}

/// A title that leaves out whose report it is, with the body on whose behalf it was given.
pub fn full(title: &str, behalf: Option<&Found<String>>) -> String {
    match behalf {
        Some(body) if title == "工作报告" => format!("{}{title}", body.value),
        _ => title.to_owned(),
    }
}

/// The titles, where 关于A报告、B报告的决议 are two resolutions.
pub fn shared(gathering: &Gathering, parts: &[Range<usize>], object: &Range<usize>) -> Vec<Found<String>> {
    let mut found: Vec<_> = parts.iter().map(|part| gathering.found(part, "passed")).collect();
    let text = gathering.text(object).trim_start_matches('了');
    let is_one = text.matches("决议").count() == 1 && text.starts_with("关于");
    let are_reports = found.split_last().is_some_and(|(last, others)| {
        !others.is_empty() && last.value.ends_with("的决议") && others.iter().all(|title| title.value.ends_with("报告"))
    });
    if is_one && are_reports {
        for title in &mut found {
            let inner = title.value.trim_start_matches("关于").trim_end_matches("的决议");
            title.value = format!("关于{inner}的决议");
        }
    }
    found
}

/// Whether two titles name the same: equal, or one the end of the other, or both the yearly report of the same body.
pub fn is_same(a: &str, b: &str, are_reports: bool) -> bool {
    let plain = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (plain(a), plain(b));
    let body = |t: &str| {
        let is_yearly = t.ends_with("工作报告") || t.ends_with("工作的报告");
        let of = [
            ("法院", 1),
            ("检察院", 2),
            ("财政", 5),
            ("常委会", 3),
            ("常务委员会", 3),
            ("人大", 3),
            ("主席团", 3),
            ("人民代表大会", 3),
            ("政府", 4),
        ];
        is_yearly.then(|| of.iter().find(|(word, _)| t.contains(word)).map(|(_, n)| *n)).flatten()
    };
    let is_end = a.chars().count() > 4 && b.chars().count() > 4 && (a.ends_with(&b) || b.ends_with(&a));
    a == b || is_end || (are_reports && body(&a).is_some() && body(&a) == body(&b))
}

/// Whether a title is that of the report of a government on all its work, of a year or a part of it.
pub fn is_government(title: &str) -> bool {
    let of = title.rsplit_once("政府").map(|(_, rest)| rest.trim_start_matches("关于"));
    let period = of.and_then(|of| ["工作报告", "工作情况报告", "工作的报告", "工作情况的报告"].iter().find_map(|end| of.strip_suffix(end)));
    period.is_some_and(|period| period.chars().all(|c| c.is_ascii_digit() || "年上下半中度前一二三四五六七八九十〇零季".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::worded;
    use crate::import::article;

    #[test]
    fn a_title_is_kept_without_the_session_and_without_and_so_on() {
        assert_eq!(worded("甲县第五届人民代表大会第二次会议关于政府工作报告的决议"), "关于政府工作报告的决议");
        assert_eq!(worded("关于政府工作报告的决议等"), "关于政府工作报告的决议");
        for title in ["关于甲县第五届人民代表大会第二次会议议程的决定", "甲县第五届人民代表大会第二次会议选举办法", "人人平等"]
        {
            assert_eq!(worded(title), title);
        }
    }

    fn titles(text: &str) -> Vec<String> {
        article::read(text).items.into_iter().map(|item| item.title.value).collect()
    }

    #[test]
    fn one_word_for_the_resolutions_on_several_reports_belongs_to_each() {
        let text = "甲县第五届人民代表大会第二次会议闭幕。大会通过了关于县人民政府工作报告、县财政预算报告的决议。";
        assert_eq!(titles(text), ["关于县人民政府工作报告的决议", "关于县财政预算报告的决议"]);
        let text = "甲县第五届人民代表大会第二次会议闭幕。大会通过了关于县人民政府工作报告的决议、关于县财政预算的决议。";
        assert_eq!(titles(text), ["关于县人民政府工作报告的决议", "关于县财政预算的决议"]);
    }

    #[test]
    fn the_report_just_named_is_what_was_approved() {
        let text = "甲县第五届人民代表大会第二次会议听取了县长李山所作的《甲县人民政府工作报告》。会议决定批准这个报告。";
        let items = article::read(text).items;
        assert_eq!(
            items.iter().map(|item| (item.title.value.as_str(), item.is_adopted)).collect::<Vec<_>>(),
            [("甲县人民政府工作报告", true)]
        );
    }
}
