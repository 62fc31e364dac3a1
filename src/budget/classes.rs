//! The classification of government revenue and expenditure (政府收支分类科目): what kind of money a line is, in plain words.
//!
//! Names and codes come from published sources; the sentences are ours. The Ministry of Finance edits the book every year, so a table may
//! print a name that is older or newer than ours: the printed name is always shown, ours only explains it.
//!
//! Sources, in the order of their weight:
//! - “政府收支分类改革方案”, Ministry of Finance, Budget Department, February 2006 (the book of 2007), table of contents with codes and names
//!   of all 类, copy at <https://m.taowenge.com/p-12981447.html>; order of the tax and non-tax 款 of the same book, of which the codes follow:
//!   <https://juredian.net/wiki/政府收支分类改革>; 10102 and 10104 as codes: <http://lsbar.com:8000/law/46233>,
//!   <https://m.jinchutou.com/shtml/view-505594236.html>; 103 01, 02 and 04: 财预\[2006\]401号, <https://www.360docs.net/doc/5f16594881.html>;
//!   10306: <http://www.fsou.net.cn/html/text/chl/1034/103488_5.html>.
//! - names of the 类 in the book of 2017 (older names): <http://m.greenbasetech.com/article/734868_748801590.html>; names of the transfers in the
//!   book of 2020: <https://xing528.com/lilun/1513628.html>; 财预〔2025〕41号 (103 01, 229, 231):
//!   <https://www.zgcznet.com/zt/202507/20250701/j_2025070115553800017513566712341718.html>.
//! - names of balance items: final accounts of Zhanjiang 2020,
//!   <http://zjsczj.zhanjiang.gov.cn/czj/xxgk/zdlyxxgk/czyjs/czjs/content/post_1503050.html>; notes to the final accounts of Yuanjiang 2021,
//!   <https://doc.chddh.cn/archives/mwb3kn269bd5926rqxdp.html>; execution of Wenquan 2024, <https://www.xjwq.gov.cn/info/1064/64552.htm>;
//!   the stabilisation fund explained: <http://czj.sh.gov.cn/zys_8908/zt/rmzt/ysbgjd_9264/2021nysbgjd/mcjs/20210205/f6669c95616e4dbe9de1c8f08f5d8d9b.html>.
//! - the other 类 of expenditure (202–221, 227, 230, 232, 233): seen with code and name in published budget tables during the project's research.
//!
//! Known from practice, not seen with code and name together in a page we could read: 222–224, 231, 234 (its name neither), 10120, 10121,
//! 10199, 10399. The first years of 224 and 234 and the renamings of 2019 are from practice too.
//!
//! Codes that we could not confirm at all are left out: such items have an empty code and are found by name ([`by_name`]); by code the 类
//! answers ([`nearest_class`]).

mod balance;
mod expenditure;
mod revenue;

use crate::lang::Lang;
use crate::model::Direction;

/// One class (类) or subclass (款), explained for a resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// 3 digits (类) or 5 (款); empty for a balance item whose code is not confirmed. The same code can occur in more than one of the four books.
    pub code: &'static str,
    /// Revenue or expenditure.
    pub direction: Direction,
    /// Current official name.
    pub zh: &'static str,
    /// English name.
    pub en: &'static str,
    /// What kind of money this is, in one Chinese sentence.
    pub about_zh: &'static str,
    /// What kind of money this is, in one English sentence.
    pub about_en: &'static str,
    /// First fiscal year of the code; `None` where it is not established. The present classification began in 2007.
    pub from: Option<u16>,
    /// First fiscal year of the current name, where the class was renamed and the year is known.
    pub renamed: Option<u16>,
    /// Earlier names, and other names that tables print.
    pub other_names: &'static [&'static str],
}

impl Class {
    /// A class that has been there, under its name, since an unknown year.
    const fn new(
        direction: Direction,
        code: &'static str,
        zh: &'static str,
        en: &'static str,
        about_zh: &'static str,
        about_en: &'static str,
    ) -> Self {
        Self { code, direction, zh, en, about_zh, about_en, from: None, renamed: None, other_names: &[] }
    }

    /// With its first fiscal year.
    const fn since(mut self, year: u16) -> Self {
        self.from = Some(year);
        self
    }

    /// With the first fiscal year of its current name.
    const fn renamed(mut self, year: u16) -> Self {
        self.renamed = Some(year);
        self
    }

    /// With earlier and other names.
    const fn once(mut self, names: &'static [&'static str]) -> Self {
        self.other_names = names;
        self
    }

    /// The name in a language.
    pub const fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// What kind of money this is, in one sentence.
    pub const fn about(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.about_zh,
            Lang::En => self.about_en,
        }
    }

    /// Whether the code existed in a fiscal year, as far as is known: an unknown first year counts as valid.
    pub const fn is_valid_in(&self, year: u16) -> bool {
        match self.from {
            Some(from) => from <= year,
            None => true,
        }
    }
}

/// All classes: revenue by code, expenditure by code, balance items without a confirmed code.
pub fn classes() -> impl Iterator<Item = &'static Class> {
    revenue::CLASSES.iter().chain(expenditure::CLASSES).chain(balance::CLASSES)
}

/// The class of exactly this code.
pub fn class(code: &str) -> Option<&'static Class> {
    if code.is_empty() { None } else { classes().find(|class| class.code == code) }
}

/// The class of the longest known beginning of a code: 2050202 is explained by 205.
///
/// ```
/// use yishi::budget::classes::nearest_class;
/// assert_eq!(nearest_class("2050202").map(|class| class.zh), Some("教育支出"));
/// assert_eq!(nearest_class("1010101").map(|class| class.zh), Some("增值税"));
/// ```
pub fn nearest_class(code: &str) -> Option<&'static Class> {
    if !is_code(code) {
        return None;
    }
    (3..=code.len()).rev().find_map(|length| class(code.get(..length)?))
}

/// Which way the money of a code goes: 1… is revenue, 2… expenditure. `None` for what is not a code of the classification.
pub fn direction(code: &str) -> Option<Direction> {
    match code.as_bytes().first() {
        Some(b'1') if is_code(code) => Some(Direction::Revenue),
        Some(b'2') if is_code(code) => Some(Direction::Expenditure),
        _ => None,
    }
}

/// The class that a printed name means, where exactly one has or had that name.
///
/// Blanks, a leading number (一、, (二), 3.) or 其中 and a trailing 支出 make no difference. A name says less than a code, so this is for
/// explaining a line, never for adding or matching figures.
///
/// ```
/// use yishi::budget::classes::by_name;
/// assert_eq!(by_name("七、文化体育与传媒").map(|class| class.code), Some("207"));
/// assert_eq!(by_name("其他"), None);
/// ```
pub fn by_name(name: &str) -> Option<&'static Class> {
    let name = folded(name);
    let name = bare(without_number(name.strip_prefix("其中").unwrap_or(&name)));
    let mut found = classes().filter(|class| bare(class.zh) == name || class.other_names.iter().any(|other| bare(other) == name));
    let class = found.next()?;
    found.next().is_none().then_some(class)
}

fn is_code(code: &str) -> bool {
    code.len() >= 3 && code.bytes().all(|b| b.is_ascii_digit())
}

/// A printed name without blanks, with one kind of brackets.
fn folded(name: &str) -> String {
    let plain = |c| match c {
        '（' => '(',
        '）' => ')',
        other => other,
    };
    name.chars().filter(|c| !c.is_whitespace()).map(plain).collect()
}

/// A name without its leading number and what sets the number off.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit() || "(一二三四五六七八九十".contains(c));
    // A name may begin with a numeral itself (一般公共服务), so only what is set off is a number.
    rest.strip_prefix(['、', '.', '．', ')', ':', '：']).unwrap_or(if rest.len() == name.len() { rest } else { name })
}

/// A name without the word 支出 at its end; 其他 alone would say nothing.
fn bare(name: &str) -> &str {
    match name.strip_suffix("支出") {
        Some(rest) if rest != "其他" => rest,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_sorted_and_of_one_direction() {
        for table in [revenue::CLASSES, expenditure::CLASSES] {
            assert!(table.iter().zip(&table[1..]).all(|(a, b)| a.code < b.code));
            assert!(table.iter().all(|class| matches!(class.code.len(), 3 | 5) && direction(class.code) == Some(class.direction)));
        }
        assert!(balance::CLASSES.iter().all(|class| class.code.is_empty()));
        assert!(classes().all(|c| c.code.len() != 5 || class(&c.code[..3]).is_some()), "a 款 has its 类");
    }

    #[test]
    fn everything_is_said_in_both_languages() {
        for class in classes() {
            for lang in [Lang::Zh, Lang::En] {
                assert!(!class.name(lang).is_empty() && class.about(lang).len() > 10, "{class:?}");
            }
            assert!(class.about_zh.ends_with('。') && class.about_en.ends_with('.') && class.en.is_ascii(), "{class:?}");
        }
    }

    #[test]
    fn names_are_unambiguous() {
        for class in classes() {
            for name in class.other_names.iter().chain([&class.zh]) {
                assert_eq!(by_name(name), Some(class), "{name}");
            }
        }
    }

    #[test]
    fn names_as_printed_are_found() {
        let code = |name| by_name(name).map(|class| class.code);
        assert_eq!(code("一般公共服务"), Some("201"));
        assert_eq!(code("一、一般公共服务支出"), Some("201"));
        assert_eq!(code("（一） 税收收入"), Some("101"));
        assert_eq!(code("其中：增值税"), Some("10101"));
        assert_eq!(code("10．国有资源（资产）有偿使用收入"), Some("10307"));
        assert_eq!(code("医疗卫生与计划生育支出"), Some("210"));
        assert_eq!(code("上年结转"), Some(""));
        for name in ["", " ", "支出", "其他", "一", "1、", "教育局", "合计"] {
            assert_eq!(by_name(name), None, "{name:?}");
        }
    }

    #[test]
    fn codes_lead_to_the_nearest_class() {
        let zh = |code| nearest_class(code).map(|class| class.zh);
        assert_eq!(zh("205"), Some("教育支出"));
        assert_eq!(zh("1100904"), Some("转移性收入"));
        assert_eq!(zh("23004"), Some("政府性基金转移支付"));
        for code in ["", "20", "299", "教育支出", "20五", "2０5", "501"] {
            assert_eq!(nearest_class(code), None, "{code:?}");
        }
        assert_eq!((class("2050202"), class("")), (None, None));
        assert_eq!((direction("10101"), direction("20501")), (Some(Direction::Revenue), Some(Direction::Expenditure)));
        assert_eq!((direction("301"), direction("2"), direction("2x1")), (None, None, None));
    }

    #[test]
    fn years() {
        let is_valid = |code, year| class(code).is_some_and(|class| class.is_valid_in(year));
        assert!(is_valid("205", 2007) && !is_valid("205", 2006));
        assert!(is_valid("224", 2019) && !is_valid("224", 2018));
        assert!(is_valid("234", 2020) && !is_valid("234", 2019));
        assert_eq!(class("207").and_then(|class| class.renamed), Some(2019));
    }
}
