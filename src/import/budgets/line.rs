//! The lines of a table: names without padding, levels, parents and roles.

use super::code::code_of;
use super::unit::fold;
use super::whole;
use crate::model::Role;

/// What a row says of itself before it has amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub name: String,
    pub code: Option<String>,
    pub role: Role,
    /// How deep its numbering is: 1 of 一、, 2 of （一）, 3 of 1., 4 of （1）; none without one.
    numbering: Option<usize>,
    indent: u8,
}

impl Named {
    /// Makes a line that is named as a whole budget, such as 全县一般公共预算收入, a total: below the first line of a table it sums up those above it.
    pub(super) fn set_total(&mut self) {
        let level = whole::scope(&self.name).unwrap_or_default();
        let whole = self.name.trim_start_matches(level.as_str()).trim_start_matches(['本', '年', '地', '方']);
        let is_whole = ["收入", "支出"].iter().any(|way| whole.strip_suffix(way).is_some_and(|book| WHOLES.contains(&book)));
        if self.role == Role::Item && self.code.is_none() && self.numbering.is_none() && is_whole {
            self.role = Role::Total;
        }
    }
}

/// What a whole budget is called, before 收入 and 支出.
const WHOLES: [&str; 8] = [
    "一般公共预算",
    "公共财政预算",
    "政府性基金",
    "政府性基金预算",
    "国有资本经营",
    "国有资本经营预算",
    "社会保险基金",
    "社会保险基金预算",
];

/// Words at the end of a name that make its line a total.
const TOTALS: [&str; 5] = ["合计", "总计", "共计", "总收入", "总支出"];

/// Words of transfers between levels of government.
const TRANSFERS: [&str; 12] = [
    "上级补助",
    "转移性",
    "上解",
    "补助下级",
    "转移支付",
    "税收返还",
    "调入资金",
    "调出资金",
    "债务转贷",
    "债券转贷",
    "补助收入",
    "补助支出",
];

/// Words of what is left for the next year or from the last one.
const CARRIED: [&str; 4] = ["结转", "结余", "上年余额", "滚存"];

/// The name, the code and the role of a row.
pub(super) fn named(name: &str, code: Option<&str>, indent: u8) -> Option<Named> {
    let folded: String = name.chars().map(|sign| if sign == '\u{3000}' { ' ' } else { sign }).collect();
    let blanks = folded.chars().take_while(|sign| sign.is_whitespace()).count();
    let indent = indent.max(u8::try_from(blanks.div_ceil(2)).unwrap_or(u8::MAX));
    let words = folded.trim();
    let (mut code, mut words) = (code.and_then(code_of), words);
    if code.is_none() {
        let end = words.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(words.len());
        if let Some(found) = words.get(..end).and_then(code_of) {
            words = words.get(end..).unwrap_or_default().trim_start();
            code = Some(found);
        }
    }
    let (numbering, words) = unnumbered(words);
    let name: String = if words.is_ascii() { words.to_owned() } else { words.split_whitespace().collect() };
    if name.is_empty() {
        return None;
    }
    Some(Named { role: role(&name), name, code, numbering, indent })
}

/// The line that each line is part of.
pub(super) fn parents(lines: &[Named]) -> Vec<Option<usize>> {
    let has_codes = lines.iter().filter(|line| line.code.is_some()).count() * 2 > lines.len();
    let has_indents = !has_codes && lines.iter().any(|line| line.indent > 0);
    // The lines that are open, from the outermost, each with its level.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut found = Vec::with_capacity(lines.len());
    // The total that the lines just after it may be parts of.
    let mut total = None;
    for (at, line) in lines.iter().enumerate() {
        if line.role == Role::Total || line.role == Role::Subtotal {
            open.clear();
            total = Some(at);
            found.push(None);
            continue;
        }
        total = total.filter(|_| line.role == Role::OfWhich);
        if total.is_some() {
            found.push(total);
            continue;
        }
        if has_codes {
            found.push(by_code(&mut open, lines, at, line));
            continue;
        }
        let mut level = if has_indents { usize::from(line.indent) } else { line.numbering.unwrap_or(5) };
        if line.role == Role::OfWhich {
            level = open.last().map_or(level, |(_, last)| level.max(last.saturating_add(1)));
        }
        while open.last().is_some_and(|(_, last)| *last >= level) {
            open.pop();
        }
        found.push(open.last().map(|(parent, _)| *parent));
        open.push((at, level));
    }
    found
}

/// The open line whose code begins that of a line.
fn by_code(open: &mut Vec<(usize, usize)>, lines: &[Named], at: usize, line: &Named) -> Option<usize> {
    let Some(code) = &line.code else { return open.last().filter(|_| line.role == Role::OfWhich).map(|(parent, _)| *parent) };
    let holds = |parent: usize| {
        lines.get(parent).and_then(|parent| parent.code.as_ref()).is_some_and(|of| of.len() < code.len() && code.starts_with(of.as_str()))
    };
    while open.last().is_some_and(|(parent, _)| !holds(*parent)) {
        open.pop();
    }
    let parent = open.last().map(|(parent, _)| *parent);
    open.push((at, code.len()));
    parent
}

fn role(name: &str) -> Role {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if name.starts_with("其中") {
        Role::OfWhich
    } else if ends(&["小计"]) {
        Role::Subtotal
    } else if ends(&TOTALS) {
        Role::Total
    } else if has(&CARRIED) {
        Role::CarryOver
    } else if has(&TRANSFERS) {
        Role::Transfer
    } else {
        Role::Item
    }
}

/// How deep the number before a name is, and the name without it.
fn unnumbered(words: &str) -> (Option<usize>, &str) {
    let is_chinese = |sign: char| "一二三四五六七八九十百".contains(sign);
    let is_digit = |sign: char| fold(sign).is_ascii_digit();
    if let Some(inner) = words.strip_prefix(['(', '（'])
        && let Some((number, rest)) = inner.split_once([')', '）'])
        && !number.is_empty()
    {
        let level = if number.chars().all(is_chinese) { 2 } else { 4 };
        if level == 2 || number.chars().all(is_digit) {
            return (Some(level), rest.trim_start_matches(['、', ' ']));
        }
    }
    let end = words.find(|sign: char| !is_chinese(sign)).unwrap_or(words.len());
    if end > 0
        && let Some(rest) = words.get(end..).and_then(|rest| rest.strip_prefix(['、', '.', '．', '，']))
    {
        return (Some(1), rest.trim_start());
    }
    let end = words.find(|sign: char| !is_digit(sign)).unwrap_or(words.len());
    if end > 0
        && let Some(rest) = words.get(end..).and_then(|rest| rest.strip_prefix(['、', '.', '．']))
        && !rest.starts_with(is_digit)
    {
        return (Some(3), rest.trim_start());
    }
    (None, words)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn all(rows: &[(&str, &str, u8)]) -> Vec<Named> {
        rows.iter().map(|(code, name, indent)| named(name, Some(code), *indent).unwrap()).collect()
    }

    #[test]
    fn names_lose_padding_and_numbers() {
        assert_eq!(named("　　一、税  收 收 入", None, 0).unwrap().name, "税收收入");
        assert_eq!(named("（三）其他", None, 0).unwrap().name, "其他");
        let line = named("2010101 行政运行", None, 0).unwrap();
        assert_eq!((line.name.as_str(), line.code.as_deref()), ("行政运行", Some("2010101")));
    }

    #[test]
    fn parents_go_by_code_then_indent_then_number() {
        let coded = all(&[("201", "甲", 0), ("20101", "乙", 0), ("2010101", "丙", 0), ("20102", "丁", 0), ("", "支出合计", 0)]);
        assert_eq!(parents(&coded), [None, Some(0), Some(1), Some(0), None]);
        let indented = all(&[("", "甲", 0), ("", "乙", 1), ("", "丙", 2), ("", "丁", 1)]);
        assert_eq!(parents(&indented), [None, Some(0), Some(1), Some(0)]);
        let numbered = all(&[("", "一、甲", 0), ("", "（一）乙", 0), ("", "1.丙", 0), ("", "二、丁", 0)]);
        assert_eq!(parents(&numbered), [None, Some(0), Some(1), None]);
        let summed = all(&[("", "收入合计", 0), ("", "其中：甲", 0), ("", "上年结转", 0)]);
        assert_eq!(parents(&summed), [None, Some(0), None]);
    }

    #[test]
    fn names_tell_roles() {
        for (name, found) in [
            ("收入总计", Role::Total),
            ("其中：教育", Role::OfWhich),
            ("上级补助收入", Role::Transfer),
            ("上年结转", Role::CarryOver),
            ("税收小计", Role::Subtotal),
            ("增值税", Role::Item),
        ] {
            assert_eq!(role(name), found, "{name}");
        }
    }
}
