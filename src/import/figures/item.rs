//! The name of an item out of the words before its amount.

use super::words::{AFTER, BEFORE};

/// The name within the words before an amount, the level that stands before it, and a year said there.
pub(super) fn item(lead: &str) -> (String, Option<String>) {
    let mut rest = lead;
    let mut level = None;
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(['、', '"', '-', '.', '—', '*']);
        rest = after_date(rest);
        if let Some(word) = BEFORE.iter().find(|word| rest.starts_with(**word) && rest.len() > word.len()) {
            rest = &rest[word.len()..];
        }
        if let Some(length) = level_length(rest) {
            level = Some(rest[..length].to_owned());
            rest = &rest[length..];
        }
        if rest.len() == before {
            break;
        }
    }
    loop {
        let before = rest.len();
        for word in AFTER {
            let (end, keep) = word.split_once(':').filter(|(end, _)| !end.is_empty()).unwrap_or((word, ""));
            if let Some(short) = rest.strip_suffix(end) {
                rest = &rest[..short.len() + keep.len()];
            }
        }
        if rest.len() == before {
            break;
        }
    }
    if let Some(level) = level.as_mut()
        && rest.is_empty()
    {
        return (level.clone(), Some(level.clone()));
    }
    (rest.to_owned(), level)
}

/// How many bytes the level at the start of a text takes: 全市, 市本级, or a name that ends in 区 before what only budgets say.
pub(super) fn level_length(text: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    let (_, first) = signs.next()?;
    let (second_at, second) = signs.next()?;
    let places = "省市州县区镇乡旗盟";
    if first == '全' && places.contains(second) {
        return Some(second_at + second.len_utf8());
    }
    for end in ["本级", "级"] {
        if places.contains(first) && text[second_at..].starts_with(end) {
            return Some(second_at + end.len());
        }
    }
    for (at, sign) in text.char_indices().take(8).skip(1) {
        let rest = &text[at + sign.len_utf8()..];
        if places.contains(sign)
            && ["一般公共", "政府性", "国有资本", "社会保险", "地方一般", "完成"].iter().any(|word| rest.starts_with(word))
        {
            return Some(text.len() - rest.len());
        }
    }
    None
}

/// The year that a text names last.
pub(super) fn year(text: &str) -> Option<u16> {
    let mut years = text.match_indices('年').filter_map(|(at, _)| text.get(at.checked_sub(4)?..at)?.parse().ok());
    years.rfind(|year| (1990..2100).contains(year))
}

fn after_date(text: &str) -> &str {
    let digits = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '-');
    if digits.len() == text.len() {
        return text;
    }
    for end in ["年度", "年底", "年末", "年", "月末", "月底", "月份", "月", "日", ".", "、"] {
        if let Some(rest) = digits.strip_prefix(end) {
            return rest;
        }
    }
    text
}
