#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::*;

fn all(rows: &[(&str, &str, u8)]) -> Vec<Named> {
    rows.iter().map(|(code, name, indent)| named(name, Some(code), *indent).unwrap()).collect()
}

#[test]
fn names_lose_padding_and_numbers() {
    assert_eq!(named("　　一、税  收 收 入", None, 0).unwrap().name, "税收收入");
    assert_eq!(named("（三）其他", None, 0).unwrap().name, "其他");
    assert_eq!(named("③其他", None, 0).unwrap().name, "其他");
    assert_eq!(named("其中：1.应划解", None, 0).unwrap().name, "应划解");
    let line = named("2010101 行政运行", None, 0).unwrap();
    assert_eq!((line.name.as_str(), line.code.as_deref()), ("行政运行", Some("2010101")));
}

#[test]
fn parents_go_by_code_then_indent_then_number() {
    let mut coded = all(&[("201", "甲", 0), ("20101", "乙", 0), ("2010101", "丙", 0), ("20102", "丁", 0), ("", "支出合计", 0)]);
    assert_eq!(parents(&mut coded), [None, Some(0), Some(1), Some(0), None]);
    let mut indented = all(&[("", "甲", 0), ("", "乙", 1), ("", "丙", 2), ("", "丁", 1)]);
    assert_eq!(parents(&mut indented), [None, Some(0), Some(1), Some(0)]);
    let mut numbered = all(&[("", "一、甲", 0), ("", "（一）乙", 0), ("", "1.丙", 0), ("", "二、丁", 0)]);
    assert_eq!(parents(&mut numbered), [None, Some(0), Some(1), None]);
    let mut summed = all(&[("", "收入合计", 0), ("", "其中：甲", 0), ("", "上年结转", 0)]);
    assert_eq!(parents(&mut summed), [None, Some(0), None]);
}

#[test]
fn what_stands_beside_of_which_is_of_which() {
    let mut lines = all(&[("", "基金收入", 0), ("", "其中：保费收入", 0), ("", "利息收入", 5), ("", "补贴收入", 5), ("", "结余", 0)]);
    assert_eq!(parents(&mut lines), [None, Some(0), Some(0), Some(0), None]);
    assert_eq!((lines[1].name.as_str(), lines[2].role, lines[4].role), ("保费收入", Role::OfWhich, Role::CarryOver));
    let mut inner = all(&[("", "甲", 0), ("", "其中：乙", 1), ("", "丙", 2)]);
    assert_eq!(parents(&mut inner), [None, Some(0), Some(1)]);
}

#[test]
fn lines_without_codes_stand_among_those_with_codes() {
    let mut flat = all(&[("110", "甲", 0), ("11001", "乙", 0), ("", "丙", 0), ("11006", "丁", 0), ("231", "戊", 0), ("", "己", 0)]);
    assert_eq!(parents(&mut flat), [None, Some(0), Some(0), Some(0), None, None]);
    let mut indented = all(&[("1030148", "甲", 1), ("", "乙", 2), ("1030150", "丙", 1)]);
    assert_eq!(parents(&mut indented), [None, Some(0), None]);
}

#[test]
fn what_is_left_in_all_is_no_part_of_a_year() {
    let mut lines = all(&[("", "甲基金本年收支结余", 0), ("", "甲基金年末滚存结余", 1), ("", "收入", 0), ("", "上年结余", 1)]);
    assert_eq!(parents(&mut lines), [None, None, None, Some(2)]);
}

#[test]
fn what_is_below_of_which_of_a_total_is_of_it() {
    let mut lines = all(&[("", "收入小计", 0), ("", "其中：保费收入", 0), ("", "利息收入", 5), ("", "收入合计", 0)]);
    assert_eq!(parents(&mut lines), [None, Some(0), Some(0), None]);
}

#[test]
fn only_the_whole_of_its_own_book_is_a_total() {
    let role = |name: &str, book| {
        let mut line = named(name, None, 0).unwrap();
        line.set_total(book);
        line.role
    };
    assert_eq!(role("国有资本经营收入", Some(Book::GeneralPublic)), Role::Item);
    assert_eq!(role("国有资本经营收入", Some(Book::StateCapital)), Role::Total);
    assert_eq!(role("全县一般公共预算收入", None), Role::Total);
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
