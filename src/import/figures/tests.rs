#![allow(clippy::unwrap_used, clippy::unnecessary_wraps)]

use super::words::{BOOKS, CHANGES, COMPLETION, GROWTH, STAGES};
use super::*;

fn one(text: &str) -> Figure {
    let figures = read(text);
    assert_eq!(figures.len(), 1, "{text}: {figures:?}");
    figures.into_iter().next().unwrap()
}

fn amounts(text: &str) -> Vec<(String, String)> {
    read(text).into_iter().map(|figure| (figure.item, figure.amount)).collect()
}

fn percents(text: &str) -> (Option<String>, Option<String>) {
    let figure = read(text).into_iter().next().unwrap();
    (figure.completion_percent, figure.yoy_percent)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn every_book_has_a_sentence_that_it_reads_and_one_that_it_must_not() {
    for rule in BOOKS {
        assert_eq!(one(rule.example).book, Some(rule.means), "{}", rule.example);
        assert_ne!(one(rule.counter).book, Some(rule.means), "{}", rule.counter);
    }
}

#[test]
fn every_stage_has_a_sentence_that_it_reads_and_one_that_it_must_not() {
    for rule in STAGES {
        assert_eq!(one(rule.example).stage, rule.means, "{}", rule.example);
        assert!(!rule.counter.contains(rule.word), "{}", rule.counter);
    }
}

#[test]
fn amounts_of_change_are_no_figures() {
    for rule in CHANGES {
        assert!(amounts(rule.example).is_empty(), "{}", rule.example);
        assert_eq!(amounts(rule.counter).len(), 1, "{}", rule.counter);
    }
}

#[test]
fn every_word_of_growth_has_its_sign() {
    for rule in GROWTH {
        let said = |end: &str| percents(&format!("税收收入7万元，{end}。")).1;
        assert_eq!(said(rule.example), Some(format!("{}5", rule.means)), "{}", rule.example);
        assert_ne!(said(rule.counter), Some(format!("{}5", rule.means)), "{}", rule.counter);
    }
}

#[test]
fn a_share_is_no_completion() {
    for rule in COMPLETION {
        let said = |end: &str| percents(&format!("税收收入7万元，{end}。")).0;
        assert_eq!(said(rule.example), some("5"), "{}", rule.example);
        assert_eq!(said(rule.counter), None, "{}", rule.counter);
    }
}

macro_rules! reads {
    ($($name:ident: $text:expr => [$(($item:expr, $amount:expr)),*];)*) => {$(
        #[test]
        fn $name() {
            let want: Vec<(String, String)> = vec![$(($item.to_owned(), $amount.to_owned())),*];
            assert_eq!(amounts($text), want);
        }
    )*};
}

reads! {
    an_item_stands_before_its_amount: "税收收入完成12万元。" => [("税收收入", "12")];
    commas_within_a_number_are_left_out: "税收收入1,234,567.5万元。" => [("税收收入", "1234567.5")];
    a_comma_before_two_digits_is_a_misprint: "税收收入542,62万元。" => [("税收收入", "542.62")];
    full_width_digits_are_digits: "税收收入１２．５万元。" => [("税收收入", "12.5")];
    blanks_within_a_number_are_left_out: "税收收入 1.5 亿元。" => [("税收收入", "1.5")];
    parts_stand_in_brackets: "本级收入9万元（税收收入5万元、非税收入4万元）。" => [("本级收入", "9"), ("税收收入", "5"), ("非税收入", "4")];
    parts_follow_of_which: "本级收入9万元，其中：税收收入5万元；非税收入4万元。" => [("本级收入", "9"), ("税收收入", "5"), ("非税收入", "4")];
    a_verb_of_its_own_clause_takes_the_clause_before: "教育支出，完成8万元。" => [("教育支出", "8")];
    a_level_is_no_part_of_an_item: "全县教育支出8万元。" => [("教育支出", "8")];
    a_year_is_no_part_of_an_item: "2031年教育支出8万元。" => [("教育支出", "8")];
    a_rate_for_each_is_no_figure: "标准提高到90元/月。" => [];
    a_change_after_a_figure_is_none: "教育支出8万元，比上年增支3万元。" => [("教育支出", "8")];
    a_number_without_a_unit_is_no_figure: "共有学校80所。" => [];
    a_percentage_alone_is_no_figure: "教育支出增长8%。" => [];
    a_negative_amount_keeps_its_sign: "收支结余－12万元。" => [("收支结余", "-12")];
    nothing_is_in_nothing: "" => [];
}

#[test]
fn three_stages_share_an_item() {
    let figures = read("教育支出年初预算5万元，调整为6万元，实际完成7万元。");
    let said: Vec<_> = figures.iter().map(|figure| (figure.item.as_str(), figure.amount.as_str(), figure.stage)).collect();
    let item = "教育支出";
    assert_eq!(said, [(item, "5", FigureStage::Initial), (item, "6", FigureStage::Adjusted), (item, "7", FigureStage::Executed)]);
    let budgets = budgets(&figures);
    assert_eq!(budgets[0].tables[0].lines.len(), 1);
}

#[test]
fn a_percentage_after_the_budget_amount_is_of_the_result() {
    let figures = read("税收收入43万元，占年初预算100万元的43%，增长2%。");
    assert_eq!((figures[0].completion_percent.clone(), figures[0].yoy_percent.clone()), (some("43"), some("2")));
    assert_eq!((figures[1].amount.as_str(), figures[1].stage), ("100", FigureStage::Initial));
}

#[test]
fn an_amount_in_brackets_does_not_take_the_percentage() {
    assert_eq!(percents("税收收入43万元（含罚款3万元），完成预算的90%。"), (some("90"), None));
}

#[test]
fn a_ratio_is_told_from_a_change() {
    let figure = one("税收收入43万元，为上年的112%。");
    assert_eq!((figure.yoy_percent, figure.yoy_kind), (some("112"), Some(YoyKind::Ratio)));
    assert_eq!(one("税收收入43万元，增长12%。").yoy_kind, Some(YoyKind::Change));
}

#[test]
fn a_heading_says_year_book_and_stage() {
    let figure = one("二、2031年决算情况\n（一）政府性基金预算\n本级收入5万元。");
    assert_eq!((figure.year, figure.book, figure.stage), (Some(2031), Some(Book::GovernmentFund), FigureStage::Final));
}

#[test]
fn a_level_holds_for_what_follows() {
    let figures = read("市本级税收收入5万元，非税收入6万元。");
    assert!(figures.iter().all(|figure| figure.scope.as_deref() == Some("市本级")));
}

#[test]
fn direction_comes_from_the_item_or_from_before() {
    let figures = read("支出总计9万元，其中安排预算稳定调节基金2万元。");
    assert!(figures.iter().all(|figure| figure.direction == Some(Direction::Expenditure)));
}

#[test]
fn a_debt_has_no_direction() {
    assert_eq!(one("专项债务余额9万元。").direction, None);
}

#[test]
fn a_part_knows_its_whole() {
    assert_eq!(read("本级收入9万元，其中：税收收入5万元；非税收入4万元。")[2].parent, Some(0));
}

#[test]
fn a_span_is_of_the_text_as_given() {
    let text = "说明。税收收入 ５万元，增长1%。";
    let span = one(text).span;
    assert!(text[span.start..span.end].ends_with("５万元"));
}

#[test]
fn ids_of_lines_are_unique() {
    let budgets = budgets(&read("全市税收收入5万元，税收收入6万元。市本级税收收入7万元，教育支出8亿元。"));
    let lines = || budgets.iter().flat_map(|budget| budget.tables.iter().flat_map(|table| table.lines.iter()));
    let ids: std::collections::BTreeSet<_> = lines().map(|line| line.id.0.clone()).collect();
    assert_eq!((ids.len(), lines().count()), (4, 4));
}

#[test]
fn no_text_makes_it_panic() {
    for text in ["(((", ")))", "1,", "1.", "-元", "，万元", "0亿元的%", "二、", "（一）", "年年年1年", "\u{feff}５％", "20年1元,2%(3元)4%"]
    {
        let _ = budgets(&read(text));
    }
    let _ = read(&"1,234".repeat(10_000));
    let _ = read(&"（税收收入5万元".repeat(5_000));
}
