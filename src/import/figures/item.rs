//! The name of an item out of the words before its amount.

use super::words::{AFTER, BEFORE};

/// The name within the words before an amount, the level that stands before it, and a year said there.
pub(super) fn item(lead: &str) -> (String, Option<String>) {
    let mut rest = lead;
    let mut level = None;
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(['、', '"', '-', '.', '—', '*', '的']);
        rest = after_date(rest);
        if let Some(word) = BEFORE.iter().find(|word| rest.starts_with(**word) && rest.len() > word.len()) {
            rest = match rest[word.len()..].chars().next() {
                // 加 and 上年, 上级, 上解: not 加上.
                Some('年' | '级' | '解') if *word == "加上" && !rest.starts_with("加上年初") => &rest["加".len()..],
                _ => &rest[word.len()..],
            };
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
    // 12家企业共上缴…收入: what comes in is the item, not who pays.
    for verb in COLLECTED {
        if let Some((_, what)) = rest.rsplit_once(verb).filter(|(_, what)| !what.is_empty()) {
            rest = what;
        }
    }
    if let Some(level) = level.as_mut()
        && rest.is_empty()
    {
        return (level.clone(), Some(level.clone()));
    }
    (rest.to_owned(), level)
}

/// Verbs that stand between who brings money in and what it is.
const COLLECTED: [&str; 5] = ["共上缴", "共完成", "共实现", "合计上缴", "合计完成"];

/// What a level is an attribute of, so that it is no level: 省级补助收入.
const ATTRIBUTES: [&str; 7] = ["补助", "资金", "专项", "财政补助", "转移支付", "下达", "以上"];

/// How many bytes the level at the start of a text takes: 全市, 市本级, or a name that ends in 区 before what only budgets say.
pub(super) fn level_length(text: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    let (_, first) = signs.next()?;
    let (second_at, second) = signs.next()?;
    let places = "省市州县区镇乡旗盟";
    let is_foreign = |sign: char| sign.is_ascii_digit() || "年月全本各的和及、,".contains(sign);
    if first == '全' && places.contains(second) {
        return Some(second_at + second.len_utf8());
    }
    for end in ["本级", "级"] {
        if places.contains(first) && text[second_at..].starts_with(end) {
            let rest = &text[second_at + end.len()..];
            let is_attribute = end == "级" && ATTRIBUTES.iter().any(|word| rest.starts_with(word));
            return (!is_attribute).then_some(second_at + end.len());
        }
    }
    for (at, sign) in text.char_indices().take(12).skip(1) {
        // A name holds no date and no other level.
        if is_foreign(sign) || is_foreign(first) {
            return None;
        }
        let rest = &text[at + sign.len_utf8()..];
        if places.contains(sign)
            && ["一般公共", "政府性", "国有资本", "社会保险", "地方一般", "完成"].iter().any(|word| rest.starts_with(word))
        {
            return Some(text.len() - rest.len());
        }
        let is_zone = || ["园区", "新区", "开发区", "度假区", "管理区"].iter().any(|end| text[..text.len() - rest.len()].ends_with(end));
        if sign == '区' && (rest.starts_with("收入") || rest.starts_with("支出")) && is_zone() {
            return Some(text.len() - rest.len());
        }
    }
    None
}

/// The year that a text names last.
pub(super) fn year(text: &str) -> Option<u16> {
    let is_range = |sign: char| matches!(sign, '-' | '—' | '~' | '至' | '到');
    let mut years = text.match_indices('年').filter_map(|(at, _)| {
        let start = at.checked_sub(4)?;
        let (before, after) = (text.get(..start)?, text.get(at + '年'.len_utf8()..)?);
        // 2026—2030年, 2026年至2030年: plans of several years are of none of them.
        let ends = before.trim_end_matches(is_range).trim_end_matches('年').ends_with(|sign: char| sign.is_ascii_digit());
        let is_end = before.ends_with(is_range) && ends;
        let is_start = after.starts_with(is_range) && after.trim_start_matches(is_range).starts_with("20");
        text.get(start..at)?.parse().ok().filter(|_| !is_end && !is_start)
    });
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
