//! What a table is as a whole: book, direction, stage, year and level, by its caption, what stands above it and its heads.

use super::column::{Slot, years};
use crate::import::tables::Table;
use crate::model::{Book, Direction, Stage};

/// Words of captions of tables that are no budget.
const OTHERS: [&str; 20] = [
    "债务限额",
    "政府债务",
    "债务投向",
    "重点项目",
    "债务余额",
    "限额",
    "债券发行",
    "还本付息",
    "三公",
    "绩效",
    "项目表",
    "项目计划",
    "项目明细",
    "人员",
    "政府采购",
    "国有资产",
    "目录",
    "主要经济指标",
    "统计",
    "名单",
];

/// Words of books.
const BOOKS: [(&str, Book); 11] = [
    ("社会保险基金", Book::SocialInsurance),
    ("社保基金", Book::SocialInsurance),
    ("保险基金", Book::SocialInsurance),
    ("国有资本经营", Book::StateCapital),
    ("国资预算", Book::StateCapital),
    ("政府性基金", Book::GovernmentFund),
    ("政府基金", Book::GovernmentFund),
    ("基金预算", Book::GovernmentFund),
    ("一般公共", Book::GeneralPublic),
    ("公共财政", Book::GeneralPublic),
    ("公共预算", Book::GeneralPublic),
];

/// Whether the caption, else the name of the sheet, is of something else than a budget.
pub(super) fn is_other(table: &Table) -> bool {
    let title = table.caption.as_ref().or_else(|| table.context.last());
    title.is_some_and(|title| OTHERS.iter().any(|word| title.contains(word)))
}

/// The caption and what is above it, the nearest first.
pub(super) fn titles(table: &Table) -> impl Iterator<Item = &String> {
    table.caption.iter().chain(table.context.iter().rev())
}

/// Which of the four budgets; none where a title names several.
pub(super) fn book(table: &Table) -> Option<Book> {
    titles(table).find_map(|title| {
        let mut rest = title.clone();
        let mut found: Vec<Book> = Vec::new();
        for (word, book) in BOOKS {
            if rest.contains(word) {
                // 社会保险基金预算 ends as the other funds do, and is none of them.
                rest = rest.replace(word, "、").replace("、预算", "、");
                found.push(book);
            }
        }
        found.dedup();
        if let [book] = found.as_slice() { Some(*book) } else { None }
    })
}

/// Which way the money goes, where one word tells.
pub(super) fn direction(words: &str) -> Option<Direction> {
    match (words.contains("收入"), words.contains("支出")) {
        (true, false) => Some(Direction::Revenue),
        (false, true) => Some(Direction::Expenditure),
        _ => None,
    }
}

/// Words of titles of tables that hold expenditure only, where none says so.
const SPENT: [&str; 8] = ["预备费", "转移支付", "税收返还", "基本支出", "经济分类", "资金安排", "补助资金", "专项资金"];

/// The direction of each line: of the titles or the head of names, else line by line, as tables of both print revenue first.
pub(super) fn directions(table: &Table, head: &str, names: &[(String, Option<String>)]) -> Vec<Option<Direction>> {
    let is_spent = || titles(table).any(|title| SPENT.iter().any(|word| title.contains(word)) && !title.contains("收"));
    let whole = titles(table)
        .find_map(|title| direction(title))
        .or_else(|| direction(head))
        .or_else(|| is_spent().then_some(Direction::Expenditure));
    if whole.is_some() {
        return vec![whole; names.len()];
    }
    let of = |(name, code): &(String, Option<String>)| {
        direction(name).or_else(|| match code.as_ref().and_then(|code| code.chars().next()) {
            Some('1') => Some(Direction::Revenue),
            Some('2') => Some(Direction::Expenditure),
            _ if name.ends_with('税') => Some(Direction::Revenue),
            _ => None,
        })
    };
    // What is left over is printed on the side of expenditure, where revenue and expenditure balance.
    let is_left = |name: &str| ["结余", "结转", "合计", "总计", "小计"].iter().any(|word| name.contains(word));
    if titles(table).any(|title| title.contains("结余")) && names.iter().all(|(name, _)| is_left(name)) {
        return vec![Some(Direction::Expenditure); names.len()];
    }
    let mut last = names.iter().find_map(of);
    names
        .iter()
        .map(|line| {
            last = of(line).or(last);
            last
        })
        .collect()
}

/// The year of the main figures: of the titles, else the last one that a head names, else the only one in the title of the document.
pub(super) fn year(table: &Table, heads: &[String]) -> Option<u16> {
    let of_titles = titles(table).find_map(|title| years(title).first().copied());
    of_titles.or_else(|| heads.iter().flat_map(|head| years(head)).max()).or_else(|| {
        let mut of_document = years(table.title.as_deref()?);
        of_document.dedup();
        if let [year] = of_document.as_slice() { Some(*year) } else { None }
    })
}

/// How far the budget has come, where a title says so.
pub(super) fn stage_of_titles(table: &Table) -> Option<Stage> {
    titles(table).find_map(|title| {
        let has = |word: &str| title.contains(word);
        if has("决算") {
            Some(Stage::FinalAccounts)
        } else if has("调整") || has("变动预算") {
            Some(Stage::Adjusted)
        } else if has("执行") || has("完成情况") {
            Some(Stage::Execution)
        } else if has("草案") || has("预算表") || has("安排") {
            Some(Stage::Draft)
        } else {
            None
        }
    })
}

/// How far the budget has come, by the columns that it has.
pub(super) fn stage_of_slots(slots: &[Slot]) -> Stage {
    [(Slot::Final, Stage::FinalAccounts), (Slot::Executed, Stage::Execution), (Slot::Adjusted, Stage::Adjusted)]
        .into_iter()
        .find(|(slot, _)| slots.contains(slot))
        .map_or(Stage::Draft, |(_, stage)| stage)
}

/// The amounts that a table of a stage is of, for a column whose head says only `金额` or a year.
pub(super) const fn main_slot(stage: Stage) -> Slot {
    match stage {
        Stage::Draft | Stage::Approved => Slot::Initial,
        Stage::Adjusted => Slot::Adjusted,
        Stage::Execution => Slot::Executed,
        Stage::FinalAccounts => Slot::Final,
    }
}

/// The level that words name: 全市, 市本级, 市级; a place alone is all of it.
pub(super) fn scope(words: &str) -> Option<String> {
    let words = words.trim_start_matches(|sign: char| sign.is_ascii_digit() || "年度的—-".contains(sign));
    let signs: Vec<char> = words.chars().collect();
    let is_level = |sign: &char| "省市州县区镇乡盟旗".contains(*sign);
    for (at, window) in signs.windows(2).enumerate() {
        match window {
            ['全', level] if is_level(level) => return Some(format!("全{level}")),
            ['本', '级'] => {
                let level = at.checked_sub(1).and_then(|before| signs.get(before)).filter(|sign| is_level(sign));
                return Some(level.map_or_else(|| "本级".to_owned(), |level| format!("{level}本级")));
            }
            [level, '级'] if is_level(level) => {
                let rest: String = signs.iter().skip(at + 2).collect();
                if !ATTRIBUTES.iter().any(|word| rest.starts_with(word)) {
                    return Some(format!("{level}级"));
                }
            }
            _ => {}
        }
    }
    of_place(words)
}

/// What a level is an attribute of, so that it is none: 省级补助资金.
const ATTRIBUTES: [&str; 7] = ["补助", "资金", "专项", "财政补助", "转移支付", "下达", "以上"];

/// All of the place whose name stands before what only budgets say: 青溪市一般公共预算; a zone within a place keeps its name.
fn of_place(words: &str) -> Option<String> {
    let books = ["一般公共", "公共财政", "政府性基金", "国有资本", "社会保险", "社保基金", "财政预算", "财政收支", "地方一般"];
    let name = words.get(..books.iter().filter_map(|book| words.find(book)).min()?)?;
    let level = name.chars().last().filter(|level| "市州县区镇乡盟旗".contains(*level))?;
    let count = name.chars().count();
    if !(2..=9).contains(&count) || name.contains(|sign: char| !is_wide(sign) || "各分本的和及、年".contains(sign)) {
        return None;
    }
    let is_zone = ["园区", "新区", "开发区", "度假区", "管理区", "示范区", "合作区"].iter().any(|end| name.ends_with(end));
    Some(if is_zone { name.to_owned() } else { format!("全{level}") })
}

fn is_wide(sign: char) -> bool {
    u32::from(sign) >= 0x4e00
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(caption: &str) -> Table {
        Table { caption: Some(caption.to_owned()), ..Table::default() }
    }

    #[test]
    fn a_caption_tells_book_year_stage_and_level() {
        let found = table("2024年全县政府性基金支出决算表");
        assert_eq!(book(&found), Some(Book::GovernmentFund));
        assert_eq!(year(&found, &[]), Some(2024));
        assert_eq!(stage_of_titles(&found), Some(Stage::FinalAccounts));
        assert_eq!(scope("2024年全县政府性基金支出决算表").as_deref(), Some("全县"));
        assert_eq!(scope("县本级支出").as_deref(), Some("县本级"));
        assert!(is_other(&table("2024年政府债务限额表")) && !is_other(&found));
    }

    #[test]
    fn levels_and_places_are_told() {
        for (words, level) in [
            ("2031年市级一般公共预算收入表", Some("市级")),
            ("2031年青溪市政府性基金收入表", Some("全市")),
            ("2031年青溪市市本级政府性基金收入表", Some("市本级")),
            ("2031年青溪区一般公共预算收入表", Some("全区")),
            ("2031年青溪管理区一般公共预算收入表", Some("青溪管理区")),
            ("省级补助资金表", None),
            ("各县一般公共预算收入表", None),
            ("上级转移支付表", None),
        ] {
            assert_eq!(scope(words).as_deref(), level, "{words}");
        }
    }

    #[test]
    fn funds_of_insurance_are_one_book() {
        assert_eq!(book(&table("2031年社会保险基金预算收入表")), Some(Book::SocialInsurance));
        assert_eq!(book(&table("失业保险基金收入表")), Some(Book::SocialInsurance));
        assert_eq!(book(&table("政府性基金预算收入表")), Some(Book::GovernmentFund));
        assert_eq!(book(&table("一般公共预算和政府性基金预算收入表")), None);
    }

    #[test]
    fn a_table_of_both_is_told_line_by_line() {
        let names: Vec<_> = ["税收收入", "增值税", "教育支出", "其他"].map(|name| (name.to_owned(), None)).into();
        let (revenue, expenditure) = (Some(Direction::Revenue), Some(Direction::Expenditure));
        assert_eq!(directions(&table("一般公共预算收支情况表"), "项目", &names), [revenue, revenue, expenditure, expenditure]);
        assert_eq!(directions(&table("一般公共预算支出表"), "项目", &names), [expenditure; 4]);
        let left: Vec<_> = ["失业保险基金本年收支结余", "合计"].map(|name| (name.to_owned(), None)).into();
        assert_eq!(directions(&table("社会保险基金结余表"), "项目", &left), [expenditure; 2]);
    }
}
