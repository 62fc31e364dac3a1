//! The lines of a table: names without padding, levels, parents and roles.

use super::code::code_of;
use super::unit::fold;
use super::whole;
use crate::model::{Book, Role};
use std::collections::BTreeSet;

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
    ///
    /// In a table of another book it is a line: 国有资本经营收入 is also what comes of state assets into the general public budget.
    pub(super) fn set_total(&mut self, book: Option<Book>) {
        let level = whole::scope(&self.name).unwrap_or_default();
        let whole = self.name.trim_start_matches(level.as_str()).trim_start_matches(['本', '年', '地', '方']);
        let is_of = |name: &str, of: Book| WHOLES.contains(&(name, of)) && book.map_or(name.ends_with("预算"), |book| book == of);
        let books = [Book::GeneralPublic, Book::GovernmentFund, Book::StateCapital, Book::SocialInsurance];
        let is_whole =
            ["收入", "支出"].iter().any(|way| whole.strip_suffix(way).is_some_and(|name| books.iter().any(|of| is_of(name, *of))));
        if self.role == Role::Item && self.code.is_none() && self.numbering.is_none() && is_whole {
            self.role = Role::Total;
        }
    }
}

/// What a whole budget is called, before 收入 and 支出.
const WHOLES: [(&str, Book); 8] = [
    ("一般公共预算", Book::GeneralPublic),
    ("公共财政预算", Book::GeneralPublic),
    ("政府性基金", Book::GovernmentFund),
    ("政府性基金预算", Book::GovernmentFund),
    ("国有资本经营", Book::StateCapital),
    ("国有资本经营预算", Book::StateCapital),
    ("社会保险基金", Book::SocialInsurance),
    ("社会保险基金预算", Book::SocialInsurance),
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
    let role = role(&name);
    // What the role says needs no word in the name, but a name needs one.
    let bare = name.strip_prefix("其中").map(|rest| unnumbered(rest.trim_start_matches(['：', ':', ' '])).1);
    let name = bare.filter(|bare| !bare.is_empty()).map_or(name.clone(), str::to_owned);
    Some(Named { name, code, role, numbering, indent })
}

/// The line that each line is part of. What stands beside a part that is named (其中) is one, too.
pub(super) fn parents(lines: &mut [Named]) -> Vec<Option<usize>> {
    let found = nested(lines);
    let mut named: BTreeSet<usize> = BTreeSet::new();
    for (line, parent) in lines.iter_mut().zip(&found) {
        let Some(parent) = parent else { continue };
        if line.role == Role::OfWhich {
            named.insert(*parent);
        } else if line.role == Role::Item && named.contains(parent) {
            line.role = Role::OfWhich;
        }
    }
    found
}

fn nested(lines: &[Named]) -> Vec<Option<usize>> {
    let has_codes = lines.iter().filter(|line| line.code.is_some()).count() * 2 > lines.len();
    let has_indents = !has_codes && lines.iter().any(|line| line.indent > 0);
    // The lines that are open, from the outermost, each with its level.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut found = Vec::with_capacity(lines.len());
    // The total that the lines just after it may be parts of.
    let mut total = None;
    // The indent of the last 其中 and its level.
    let mut beside: Option<(u8, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        if line.role == Role::Total || line.role == Role::Subtotal {
            open.clear();
            total = Some(at);
            found.push(None);
            continue;
        }
        let is_aligned = beside.is_some_and(|(indent, _)| line.indent >= indent.saturating_add(2));
        total = total.filter(|_| line.role == Role::OfWhich || is_aligned);
        if total.is_some() {
            if line.role == Role::OfWhich {
                beside = Some((line.indent, 0));
            }
            found.push(total);
            continue;
        }
        if has_codes {
            let parent = if line.code.is_some() { by_code(&mut open, lines, at, line) } else { beside_codes(&open, lines, at, line) };
            found.push(parent);
            continue;
        }
        let mut level = if has_indents { usize::from(line.indent) } else { line.numbering.unwrap_or(5) };
        if line.role == Role::OfWhich {
            level = open.last().map_or(level, |(_, last)| level.max(last.saturating_add(1)));
            beside = Some((line.indent, level));
        } else if let Some((indent, of_which)) = beside {
            // Names that stand below what follows 其中： are indented by the width of that word.
            if is_aligned {
                level = of_which;
            } else if line.indent <= indent {
                beside = None;
            }
        }
        // What has been left over in all is no part of what is left over of a year.
        let is_stock = line.role == Role::CarryOver && ["滚存", "年末", "累计"].iter().any(|word| line.name.contains(word));
        let is_flow = |parent: usize| lines.get(parent).is_some_and(|parent| parent.role == Role::CarryOver);
        while open.last().is_some_and(|(parent, last)| *last >= level || (is_stock && is_flow(*parent))) {
            open.pop();
        }
        found.push(open.last().map(|(parent, _)| *parent));
        open.push((at, level));
    }
    found
}

/// The open line whose code begins that of a line.
fn by_code(open: &mut Vec<(usize, usize)>, lines: &[Named], at: usize, line: &Named) -> Option<usize> {
    let code = line.code.as_ref()?;
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

/// The line that a line without a code is part of where the others have codes: by its indent, else of which the next code is, too.
fn beside_codes(open: &[(usize, usize)], lines: &[Named], at: usize, line: &Named) -> Option<usize> {
    if line.role == Role::OfWhich {
        return open.last().map(|(parent, _)| *parent);
    }
    let above =
        |test: &dyn Fn(&Named) -> bool| open.iter().rev().map(|(parent, _)| *parent).find(|parent| lines.get(*parent).is_some_and(test));
    if line.indent > 0 {
        return above(&|parent| parent.indent < line.indent);
    }
    let is_sum = |line: &&Named| matches!(line.role, Role::Total | Role::Subtotal);
    let next = lines.iter().skip(at + 1).take_while(|line| !is_sum(line)).find_map(|line| line.code.as_deref())?;
    above(&|parent| parent.code.as_deref().is_some_and(|code| code.len() < next.len() && next.starts_with(code)))
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
    if let Some(rest) = words.strip_prefix(|sign: char| matches!(sign, '①'..='⑳')) {
        return (Some(6), rest.trim_start_matches(['、', '.', ' ']));
    }
    (None, words)
}

#[cfg(test)]
mod tests;
