//! One budget table as CSV for a spreadsheet.

use super::csv::{Cell, csv};
use crate::budget::{Column, Tree, audit, in_unit, unit};
use crate::i18n::{Lang, labels, mismatches};
use crate::model::{Book, Budget, BudgetTable, Direction, Role, Session, Unit, YoyKind};

/// A table as CSV with its head in the reader's language.
///
/// One row for each line, in the order printed; a column for each stage that occurs in the table, first as printed (the unit column says in which
/// unit), then exact in yuan, so that lines in 万元 and 亿元 can be added. What the source does not mention is an empty cell; what it states to
/// be none is the word 无 or “none” among the printed figures and empty in yuan. Neither is ever 0.
///
/// What the audit says against a line stands beside it, in the unit of the line: who takes the figures away takes what is doubtful of them along.
///
/// Where the table comes from stands in the last columns of **every** row, not above or below the table: the file stays a rectangle
/// that can be sorted and filtered, and a row copied elsewhere still says whose it is. In a sample the first column of every row says so.
pub fn table_csv(lang: Lang, session: &Session, budget: &Budget, table: &BudgetTable) -> String {
    with_rows(lang, session, budget, table, csv)
}

/// What is written of the rows of a table, the first of them its head.
pub fn with_rows<T>(lang: Lang, session: &Session, budget: &Budget, table: &BudgetTable, write: impl FnOnce(&[Vec<Cell<'_>>]) -> T) -> T {
    let say = |zh, en| word(lang, zh, en);
    let stages = Column::of_table(table);
    let printed: Vec<String> =
        stages.iter().map(|column| format!("{}{}", labels::column(lang, *column), say("（原文）", ", as printed"))).collect();
    let yuan: Vec<String> = stages.iter().map(|column| format!("{}{}", labels::column(lang, *column), say("（元）", ", yuan"))).collect();
    let sources = join(session.sources.iter().map(|source| &*source.title));
    let addresses = join(session.sources.iter().filter_map(|source| source.url.as_deref()));

    let mut head = Vec::new();
    if session.is_sample {
        head.push(Cell::Text(say("示例", "Sample")));
    }
    for (zh, en) in [
        ("行号", "Line id"),
        ("科目编码", "Code"),
        ("项目", "Name"),
        ("上级行号", "Parent id"),
        ("层级", "Depth"),
        ("性质", "Role"),
        ("原文单位", "Unit as printed"),
    ] {
        head.push(Cell::Text(say(zh, en)));
    }
    head.extend(printed.iter().chain(&yuan).map(|name| Cell::Text(name)));
    for (zh, en) in [
        ("完成预算%（原文）", "Completion %, as printed"),
        ("比上年%（原文）", "Year on year %, as printed"),
        ("比上年口径", "Year on year is a"),
        ("备注", "Note"),
        ("核对", "Audit"),
        ("会议", "Session"),
        ("预算", "Budget"),
        ("预算年度", "Fiscal year"),
        ("表", "Table"),
        ("预算类别", "Book"),
        ("收支", "Direction"),
        ("范围", "Scope"),
        ("来源", "Source"),
        ("来源网址", "Source address"),
    ] {
        head.push(Cell::Text(say(zh, en)));
    }

    let tree = Tree::new(table);
    let audit = audit(budget);
    let index = budget.tables.iter().position(|one| one.id == table.id).unwrap_or_default();
    let off: Vec<Option<String>> =
        (0..table.lines.len()).map(|place| join(mismatches(lang, &audit, index, place).iter().map(String::as_str))).collect();
    let mut rows = vec![head];
    for ((place, line), off) in table.lines.iter().enumerate().zip(&off) {
        let unit = unit(budget, table, line);
        let none = say("无", "none");
        let mut row = Vec::with_capacity(rows[0].len());
        if session.is_sample {
            row.push(Cell::Text(say("示例，数字为虚构", "sample, figures made up")));
        }
        row.extend([
            Cell::Text(line.id.as_str()),
            Cell::text(line.code.as_deref()),
            Cell::Text(&line.name),
            Cell::text(tree.parent(place).and_then(|parent| table.lines.get(parent)).map(|parent| parent.id.as_str())),
            Cell::count(tree.depth(place)),
            Cell::text(line.role.map(|role| role_word(lang, role))),
            Cell::Text(unit_word(lang, unit)),
        ]);
        row.extend(stages.iter().map(|column| Cell::stated(column.of(&line.amounts), none)));
        row.extend(stages.iter().map(|column| {
            let amount = column.of(&line.amounts).value();
            amount.and_then(|amount| in_unit(*amount, unit, Unit::Yuan)).map_or(Cell::Blank, Cell::Number)
        }));
        let percent = line.printed.as_ref();
        row.extend([
            percent.map_or(Cell::Blank, |p| Cell::stated(&p.completion_percent, none)),
            percent.map_or(Cell::Blank, |p| Cell::stated(&p.yoy_percent, none)),
            Cell::text(percent.and_then(|p| p.yoy_kind).map(|kind| match kind {
                YoyKind::Change => say("增减", "change"),
                YoyKind::Ratio => say("为上年的", "ratio"),
            })),
            Cell::text(line.note.as_deref()),
            Cell::text(off.as_deref()),
            Cell::Text(&session.title),
            Cell::Text(&budget.title),
            Cell::count(u32::from(budget.fiscal_year)),
            Cell::text(table.title.as_deref()),
            Cell::text(table.book.map(|book| book_word(lang, book))),
            Cell::Text(match table.direction {
                Direction::Revenue => say("收入", "revenue"),
                Direction::Expenditure => say("支出", "expenditure"),
            }),
            Cell::text(table.scope.as_deref()),
            Cell::text(sources.as_deref()),
            Cell::text(addresses.as_deref()),
        ]);
        rows.push(row);
    }
    write(&rows)
}

/// The name of one of the four budgets.
pub(super) const fn book_word(lang: Lang, book: Book) -> &'static str {
    match book {
        Book::GeneralPublic => word(lang, "一般公共预算", "general public budget"),
        Book::GovernmentFund => word(lang, "政府性基金预算", "government fund budget"),
        Book::StateCapital => word(lang, "国有资本经营预算", "state capital operations budget"),
        Book::SocialInsurance => word(lang, "社会保险基金预算", "social insurance fund budget"),
    }
}

const fn role_word(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Item => word(lang, "项目", "item"),
        Role::Subtotal => word(lang, "小计", "subtotal"),
        Role::Total => word(lang, "合计", "total"),
        Role::OfWhich => word(lang, "其中", "of which"),
        Role::Transfer => word(lang, "转移性收支", "transfer"),
        Role::CarryOver => word(lang, "结转结余", "carry-over"),
    }
}

pub(super) const fn unit_word(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => word(lang, "元", "yuan"),
        Unit::WanYuan => word(lang, "万元", "10,000 yuan"),
        Unit::YiYuan => word(lang, "亿元", "100 million yuan"),
    }
}

pub(super) const fn word(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Texts with a semicolon between them.
fn join<'a>(texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}
