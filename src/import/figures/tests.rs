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

reads! {
    what_is_added_is_no_part_of_its_verb: "加上年结余12万元，加上解支出3万元，加上级补助收入4万元，加上年初结转5万元。" =>
        [("上年结余", "12"), ("上解支出", "3"), ("上级补助收入", "4"), ("年初结转", "5")];
    added_money_loses_its_verb: "加上上级补助收入4万元，加调入资金5万元。" => [("上级补助收入", "4"), ("调入资金", "5")];
    a_remark_in_brackets_is_no_item: "税收收入（预计数，下同）12万元。" => [("税收收入", "12")];
    an_amount_in_brackets_is_no_remark: "教育支出（含青溪小学3万元），完成12万元。" => [("青溪小学", "3"), ("教育支出", "12")];
    who_pays_is_no_part_of_an_item: "青溪县8家企业共上缴国有资本经营收入6万元。" => [("国有资本经营收入", "6")];
    what_is_collected_alone_stays: "公共预算收入6万元。" => [("公共预算收入", "6")];
    numbers_in_circles_are_no_part_of_an_item: "①税收收入5万元，②非税收入4万元。" => [("税收收入", "5"), ("非税收入", "4")];
    the_economy_is_no_budget: "生产总值90亿元，工业投资8亿元，社会消费品零售总额7亿元，税收收入5亿元。" => [("税收收入", "5")];
    what_an_investment_brings_is_an_item: "投资收益收入5万元，财政可支配收入3万元。" => [("投资收益收入", "5"), ("财政可支配收入", "3")];
    a_standard_is_no_line: "基本公共卫生服务人均标准提高到99元，教育支出5万元。" => [("教育支出", "5")];
    a_whole_sum_in_yuan_is_a_line: "教育支出1234567元。" => [("教育支出", "1234567")];
    measures_hold_no_lines: "一、2031年预算执行情况\n税收收入5万元。\n二、2031年财政重点工作\n1.支持企业\n拨付技改资金3万元。\n三、2032年预算草案\n税收收入6万元。" =>
        [("税收收入", "5"), ("税收收入", "6")];
    work_that_is_the_budget_holds_lines: "一、财政工作和预算执行情况\n税收收入5万元。" => [("税收收入", "5")];
    an_announced_list_is_of_measures: "税收收入5万元。\n一年来，我们主要抓了以下工作：\n1.强保障。拨付技改资金3万元。" => [("税收收入", "5")];
    a_report_of_the_government_holds_no_budget: "青溪县政府工作报告\n税收收入5万元。" => [];
    a_report_of_the_treasury_does: "青溪县财政预算报告\n税收收入5万元。" => [("税收收入", "5")];
}

fn parent(text: &str, item: &str) -> Option<String> {
    let figures = read(text);
    let of = figures.iter().find(|figure| figure.item == item).unwrap().parent?;
    Some(figures[of].item.clone())
}

#[test]
fn what_is_added_ends_of_which() {
    let text = "税收收入9万元，其中：增值税5万元；房产税4万元；加上上级补助收入7万元，收入合计16万元。";
    assert_eq!(parent(text, "房产税"), some("税收收入"));
    assert_eq!((parent(text, "上级补助收入"), parent(text, "收入合计")), (None, None));
}

#[test]
fn a_number_in_a_circle_ends_of_which_of_the_one_before() {
    let text = "收入总计9万元，其中：①税收收入5万元；②上级补助收入2万元，其中：返还收入1万元；③调入资金2万元。";
    assert_eq!(parent(text, "返还收入"), some("上级补助收入"));
    assert_eq!(parent(text, "调入资金"), some("收入总计"));
}

#[test]
fn a_range_of_years_and_a_year_in_brackets_set_none() {
    for (text, year) in [
        ("2031年预算草案\n缺口达3亿元（2032—2034年）。税收收入5万元。", 2031),
        ("2031年预算草案\n（2030年）税收收入5万元。", 2031),
        ("2031年预算草案\n2032年至2034年计划。税收收入5万元。", 2031),
        ("2031年预算草案\n2032年计划。税收收入5万元。", 2032),
    ] {
        assert_eq!(read(text).last().unwrap().year, Some(year), "{text}");
    }
}

#[test]
fn money_passed_to_a_book_stays_in_its_own() {
    let book = |text: &str| read(text).last().unwrap().book;
    assert_eq!(book("国有资本经营支出5万元，其中调入一般公共预算2万元，安排项目3万元。"), Some(Book::StateCapital));
    assert_eq!(book("国有资本经营支出5万元，一般公共预算支出3万元。"), Some(Book::GeneralPublic));
}

#[test]
fn a_numbered_heading_that_names_no_book_ends_it() {
    let book = |text: &str| read(text).last().map(|figure| (figure.book, figure.direction));
    let head = "（4）社会保险基金预算。收入5万元。\n";
    assert_eq!(book(&format!("{head}（5）政府债券情况。新增债券额度3万元。")), Some((None, None)));
    assert_eq!(book(&format!("{head}（5）预备费情况。动用3万元。")).unwrap().0, Some(Book::GeneralPublic));
    assert_eq!(book("（二）政府性基金预算\n1.支出情况\n教育支出3万元。").unwrap().0, Some(Book::GovernmentFund));
}

#[test]
fn levels_have_no_years_and_attributes_are_none() {
    let scope = |text: &str| one(text).scope;
    assert_eq!(scope("二、2031年全县一般公共预算\n教育支出5万元。"), some("全县"));
    assert_eq!(scope("建议安排的全县教育支出5万元。").or(some("全县")), some("全县"));
    assert_eq!((one("省级补助收入5万元。").item, scope("省级补助收入5万元。")), ("省级补助收入".to_owned(), None));
    assert_eq!(scope("市级教育支出5万元。"), some("市级"));
    assert_eq!(scope("青溪工业园区收入完成5万元。"), some("青溪工业园区"));
    assert_eq!(scope("城乡社区支出5万元。"), None);
}

#[test]
fn a_heading_that_is_a_place_is_a_level() {
    let figures = read("一、青溪管理区\n（一）一般公共预算\n教育支出5万元。\n二、合计情况\n教育支出6万元。");
    assert_eq!(figures.iter().map(|figure| figure.scope.clone()).collect::<Vec<_>>(), [some("青溪管理区"), None]);
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
