//! The text as the rules read it: half-width signs of Chinese sentences made full-width, gaps inside words closed, bylines left out.
//! Every byte of it knows where it stands in the text as given.

use std::ops::Range;
use std::sync::LazyLock;

/// Bytes after which a sentence is cut at the next joint.
const LONGEST: usize = 3000;
/// Bytes without a joint after which it is cut anywhere: two hundred characters without a comma are no sentence.
const LONGEST_CLAUSE: usize = 600;

/// A text to match against, and the way back.
pub struct Clean {
    /// What rules match.
    pub text: String,
    places: Vec<usize>,
}

impl Clean {
    /// Cleans `raw`, which stands `offset` bytes into the text as given.
    pub fn new(raw: &str, offset: usize) -> Self {
        let chars: Vec<(usize, char)> = raw.char_indices().collect();
        let mut clean = Self { text: String::with_capacity(raw.len()), places: Vec::with_capacity(raw.len() + 1) };
        for (i, &(at, c)) in chars.iter().enumerate() {
            let before = clean.text.chars().next_back();
            if matches!(c, '\n' | '\r') && is_torn(&chars, i) {
                continue;
            }
            let kept = if is_gap(c) { gap(&chars, i, before) } else { Some(sign(c, before, chars.get(i + 1).map(|next| next.1))) };
            if let Some(kept) = kept {
                clean.text.push(kept);
                clean.places.resize(clean.text.len(), offset + at);
            }
        }
        clean.places.push(offset + raw.len());
        clean.blank_bylines();
        clean
    }

    /// Where a part of the clean text stands in the text as given.
    pub fn origin(&self, part: &Range<usize>) -> Range<usize> {
        let at = |place: usize| self.places.get(place).or(self.places.last()).copied().unwrap_or(0);
        at(part.start)..at(part.end).max(at(part.start))
    }

    /// Its sentences, which end at 。；！？ and line ends outside of book marks and brackets.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let (mut found, mut start, mut joint) = (Vec::new(), 0, 0);
        for (at, c) in self.text.char_indices() {
            let is_joint = matches!(c, '，' | '、' | '：' | '》' | ' ');
            // Rules look back over a sentence again and again, so one without end is cut.
            let is_endless = at - start > LONGEST && is_joint || at - start.max(joint) > LONGEST_CLAUSE;
            if is_joint {
                joint = at;
            }
            if matches!(c, '。' | '；' | '！' | '？' | '\n') || is_endless {
                if at > start {
                    found.push(start..at);
                }
                start = at + c.len_utf8();
            }
        }
        if start < self.text.len() {
            found.push(start..self.text.len());
        }
        found
    }

    /// Reporters and editors play no part in a session, so their bylines become stops, which no rule crosses.
    fn blank_bylines(&mut self) {
        const MARKS: [&str; 9] = ["记者", "通讯员", "作者", "编辑", "责编", "供稿", "摄影", "来源", "供图"];
        let mut blank = Vec::new();
        for sentence in self.sentences() {
            let Some(text) = self.text.get(sentence.clone()) else { continue };
            for mark in MARKS {
                let Some(at) = text.find(mark) else { continue };
                let head = text.get(..at).unwrap_or_default();
                let open = head.rfind(['（', '[', '【']).filter(|open| !head.get(*open..).is_some_and(|t| t.contains(['）', ']', '】'])));
                let rest = text.get(at..).unwrap_or_default();
                let close = rest.find(['）', ']', '】']).map(|end| at + end);
                if let Some((open, close)) = open.zip(close) {
                    blank.push(sentence.start + open..sentence.start + close);
                } else if rest.trim_start_matches(mark).starts_with(['：', ':']) || (at == 0 && text.chars().count() < 24) {
                    // A label of another kind may stand on the same line: the day of publication.
                    let end =
                        rest.char_indices().skip(mark.chars().count() + 1).find(|(_, c)| c.is_ascii_digit() || matches!(c, '：' | ':'));
                    blank.push(sentence.start + at..end.map_or(sentence.end, |(end, _)| sentence.start + at + end));
                }
            }
        }
        for part in blank {
            self.stop(part);
        }
    }

    /// Makes a part a stop, which no rule crosses.
    pub fn stop(&mut self, part: Range<usize>) {
        let filler = "|".repeat(part.len());
        if self.text.get(part.clone()).is_some() {
            self.text.replace_range(part, &filler);
        }
    }
}

/// Words of a rule, taken apart the first time that the rule is asked.
pub type Words = LazyLock<Vec<&'static str>>;

/// The words of a list with spaces between them.
pub fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

/// Whether a character belongs to Chinese words.
pub fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{2ffff}').contains(&c) || c == '〇' || c == '·'
}

/// Whether the end of a line tears the name of a session: 第五届 / 人民代表大会, 人民代表大会 / 第三次会议.
fn is_torn(chars: &[(usize, char)], i: usize) -> bool {
    const NAMES: [&str; 4] = ["届人民代表大会第", "届人大第", "第一届人民代表大会", "大会第一次会议"];
    const REACH: usize = 9;
    let solid = |&&(_, c): &&(usize, char)| !c.is_whitespace();
    let mut before: Vec<char> = chars.get(..i).unwrap_or_default().iter().rev().filter(solid).take(REACH).map(|(_, c)| *c).collect();
    before.reverse();
    let before: String = before.into_iter().collect();
    let after: String = chars.get(i..).unwrap_or_default().iter().filter(solid).take(REACH).map(|(_, c)| *c).collect();
    // Any number stands for 一.
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let plain = |text: &str| {
        let mut plain = String::new();
        for c in text.chars() {
            match c {
                c if !is_digit(c) => plain.push(c),
                _ if plain.ends_with('一') => {}
                _ => plain.push('一'),
            }
        }
        plain
    };
    let (before, after) = (plain(&before), plain(&after));
    NAMES.iter().any(|name| {
        name.char_indices().skip(1).any(|(cut, _)| {
            let is_long = cut >= '届'.len_utf8() && after.contains('会');
            is_long
                && name.get(..cut).is_some_and(|head| before.ends_with(head))
                && name.get(cut..).is_some_and(|tail| after.starts_with(tail))
        })
    })
}

fn is_gap(c: char) -> bool {
    c != '\n' && (c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}'))
}

/// What a gap becomes: nothing beside a lone character or a digit, else a space, which parts names in a list.
fn gap(chars: &[(usize, char)], i: usize, before: Option<char>) -> Option<char> {
    let stop = |c: Option<char>| c.is_none_or(|c| !is_han(c));
    let mut next = i;
    while chars.get(next).is_some_and(|&(_, c)| is_gap(c)) {
        next += 1;
    }
    if next > i + 1 && chars.get(i + 1).is_some_and(|&(_, c)| is_gap(c)) {
        return None;
    }
    let at = |i: usize| chars.get(i).map(|&(_, c)| c);
    let (Some(before), Some(after)) = (before, at(next)) else { return None };
    if before == '\n'
        || after == '\n'
        || !is_han(after) && !after.is_ascii_alphanumeric()
        || !is_han(before) && !before.is_ascii_alphanumeric()
    {
        return None;
    }
    if before.is_ascii_digit() && after.is_ascii_digit() {
        return Some(' ');
    }
    if !is_han(before) || !is_han(after) {
        return None;
    }
    let mut first = i;
    while first > 0 && at(first - 1).is_some_and(is_gap) {
        first -= 1;
    }
    if first > 0 && at(first - 1) == Some('\n') {
        return None;
    }
    let lone_before = first < 2 || stop(at(first - 2));
    let lone_after = stop(at(next + 1));
    if lone_before || lone_after { None } else { Some(' ') }
}

/// A sign in the form that the rules know.
fn sign(c: char, before: Option<char>, after: Option<char>) -> char {
    let beside_han = before.is_some_and(|b| is_han(b) || "》）”〉".contains(b)) || after.is_some_and(|a| is_han(a) || "《（“".contains(a));
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        ',' if beside_han || !after.is_some_and(|a| a.is_ascii_digit()) => '，',
        ';' => '；',
        ':' if beside_han => '：',
        '(' => '（',
        ')' => '）',
        '!' => '！',
        '?' => '？',
        '〈' => '《',
        '〉' => '》',
        '﹑' => '、',
        '\r' | '\u{2028}' | '\u{2029}' => '\n',
        _ => c,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_inside_a_name_closes_and_one_between_names_stays() {
        assert_eq!(Clean::new("镇长嵇 然作报告", 0).text, "镇长嵇 然作报告");
        assert_eq!(Clean::new("主席嵇 然、李大山", 0).text, "主席嵇然、李大山");
        assert_eq!(Clean::new("李大山 王小河", 0).text, "李大山 王小河");
        assert_eq!(Clean::new("3 月 4 日", 0).text, "3月4日");
    }

    #[test]
    fn a_part_knows_where_it_stood() {
        let raw = "在 8 月，李 山";
        let clean = Clean::new(raw, 10);
        let at = clean.text.find("李山").unwrap();
        let origin = clean.origin(&(at..at + "李山".len()));
        assert_eq!(&raw[origin.start - 10..origin.end - 10], "李 山");
    }

    #[test]
    fn the_name_of_a_session_is_put_together_over_the_end_of_a_line() {
        assert_eq!(Clean::new("甲市第五届\n\n  人民代表大会第三次会议上", 0).text, "甲市第五届人民代表大会第三次会议上");
        assert_eq!(Clean::new("甲市第五届人民代表大会\n第三次会议开幕", 0).text, "甲市第五届人民代表大会第三次会议开幕");
        assert_eq!(Clean::new("甲市第五届\n委员会第三次会议", 0).text, "甲市第五届\n委员会第三次会议");
        assert_eq!(Clean::new("甲市人民代表大会\n会议开幕", 0).text, "甲市人民代表大会\n会议开幕");
    }

    #[test]
    fn a_byline_is_left_out() {
        assert!(!Clean::new("本报讯（记者 李山 通讯员 王河）会议召开", 0).text.contains("李山"));
    }
}
