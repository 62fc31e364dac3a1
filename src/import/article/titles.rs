//! Titles in what follows a verb: those between book marks, and plain lists that end as titles of reports and resolutions end.

use super::clean::{Words, words};
use std::ops::Range;

/// How titles of reports end.
pub const REPORTS: &str = "报告 说明 汇报 议案 规划 草案 计划 决算 预算";
/// How titles of what is put to the vote end.
pub const VOTED: &str = "\
    决议 决定 办法 名单 草案 方案 规则 议程 规划 意见 条例 日程 制度 报告 项目 人选 计划 细则 章程 公约 \
    倡议书 议案 请求 事项";
/// Bodies whose reports share one 工作报告 at the end of a list.
pub static BODIES: Words = Words::new(|| words("政府 常委会 委员会 主席团 法院 检察院 人大 两院 人民代表大会"));
const JOINTS: [&str; 9] = ["，以及", "、以及", "以及", "，", "、", "和", "及", "与", " "];

/// The titles in a part of the text.
pub fn titles(text: &str, part: &Range<usize>, ends: &str) -> Vec<Range<usize>> {
    let Some(body) = text.get(part.clone()) else { return Vec::new() };
    let (mut found, mut at) = (Vec::new(), 0);
    let has_marks = body.contains('《');
    while let Some(open) = body.get(at..).and_then(|rest| rest.find('《')).map(|i| at + i) {
        plain(text, &(part.start + at..part.start + open), ends, &mut found);
        let Some(close) = closing(body, open) else { break };
        found.push(part.start + open + '《'.len_utf8()..part.start + close);
        at = close + '》'.len_utf8();
    }
    plain(text, &(part.start + at..part.end), ends, &mut found);
    found.retain(|title| text.get(title.clone()).is_some_and(|t| t.chars().count() > 1 && t.chars().count() < 120));
    if has_marks || found.len() > 1 {
        found.retain(|title| text.get(title.clone()).is_some_and(|t| !is_count(t)));
    }
    found
}

/// Whether it only counts what is named elsewhere: 三个报告, 六项决议.
pub fn is_count(title: &str) -> bool {
    let rest = title.trim_start_matches(['上', '述', '以', '了', '这', '等']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(c));
    digits.len() < rest.len() && digits.starts_with(['个', '项', '份', '件']) && digits.chars().count() < 9
}

/// The 》 that closes the 《 at `open`; marks may be nested.
pub fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, c) in text.get(open..)?.char_indices() {
        match c {
            '《' => depth += 1,
            '》' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(open + i);
                }
            }
            _ => {}
        }
    }
    None
}

fn plain(text: &str, part: &Range<usize>, ends: &str, found: &mut Vec<Range<usize>>) {
    let Some(body) = text.get(part.clone()) else { return };
    let body = match body.rfind('：') {
        Some(colon) => {
            plain(text, &(part.start..part.start + colon), ends, found);
            body.get(colon + '：'.len_utf8()..).unwrap_or_default()
        }
        None => body,
    };
    let offset = part.end - body.len();
    let is_end = |piece: &str| ends.split_whitespace().any(|end| bare(piece).ends_with(end));
    // Words that end a plan as well as the name of a report on it part a list at 、 only.
    let is_weak =
        |piece: &str| "计划 规划 预算 决算 草案 项目 意见 请求 事项 议案".split_whitespace().any(|end| bare(piece).ends_with(end));
    let (mut start, mut at) = (0, 0);
    let mut waiting: Vec<Range<usize>> = Vec::new();
    let body_text = body;
    let mut close = |from: usize, to: usize, joint: &str| -> bool {
        let piece = body.get(from..to).unwrap_or_default();
        let is_joined = matches!(joint, "和" | "及" | "与" | " ") && is_weak(piece);
        if is_end(piece) && !is_joined {
            let shares = piece.ends_with("工作报告") || piece.ends_with("报告");
            let mut from = from;
            if shares {
                found.append(&mut waiting);
            } else if let Some(first) = waiting.first() {
                from = first.start - offset;
            }
            waiting.clear();
            let piece = body_text.get(from..to).unwrap_or_default();
            let piece = if piece.starts_with('（') { piece.split_once('）').map_or(piece, |(_, rest)| rest) } else { piece };
            let lead = ["先后", "分别", "会议", "以及", "并", "了", "的", "对", "和", "大会"].iter().fold(piece, |p, word| {
                if *word == "大会" || (*word == "会议" && p.starts_with("会议议程")) { p } else { p.trim_start_matches(word) }
            });
            found.push(offset + to - lead.len()..offset + to);
            return true;
        }
        let is_body = BODIES.iter().copied().any(|name| piece.ends_with(name));
        if is_body && matches!(joint, "、" | "和" | "，") {
            waiting.push(offset + from..offset + to);
            return true;
        }
        joint == "，" || joint == "，以及" || joint.is_empty()
    };
    while let Some(rest) = body.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(joint) = JOINTS.iter().find(|joint| rest.starts_with(**joint)) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let depth = body.get(start..at).map_or(0, |t| t.matches('（').count().saturating_sub(t.matches('）').count()));
        if depth == 0 && close(start, at, joint) {
            start = at + joint.len();
        }
        at += joint.len();
    }
    close(start, body.len(), "");
}

/// A title without brackets behind it.
fn bare(piece: &str) -> &str {
    let mut piece = piece.trim_end();
    while let Some(head) = piece.strip_suffix('）').and_then(|head| head.rfind('（').and_then(|open| head.get(..open))) {
        piece = head;
    }
    piece.strip_suffix('等').unwrap_or(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all<'a>(text: &'a str, ends: &str) -> Vec<&'a str> {
        titles(text, &(0..text.len()), ends).into_iter().filter_map(|t| text.get(t)).collect()
    }

    #[test]
    fn a_list_parts_where_titles_end() {
        assert_eq!(all("政府工作报告、人大工作报告和财政预决算报告", REPORTS), ["政府工作报告", "人大工作报告", "财政预决算报告"]);
        assert_eq!(all("《甲报告》、《乙报告》等2个报告", REPORTS), ["甲报告", "乙报告"]);
        assert_eq!(all("总监票人、监票人名单（草案）", VOTED), ["总监票人、监票人名单（草案）"]);
        assert_eq!(all("区人大常委会、区人民法院工作报告", REPORTS), ["区人大常委会", "区人民法院工作报告"]);
        assert_eq!(all("甲计划执行情况与乙计划草案的报告", REPORTS), ["甲计划执行情况与乙计划草案的报告"]);
    }
}
