//! Workbooks as people fill them in.

use super::*;
use crate::model::{AgendaKind, Stated};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

type Rows<'a> = &'a [&'a [&'a str]];

fn sheet<'a>(workbook: &'a mut Workbook, name: &str, rows: Rows<'_>) -> &'a mut Worksheet {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    sheet
}

const SESSION: Rows<'_> = &[
    &["项目", "内容", "说明"],
    &[" 会议编号 ", "ｘ－９ "],
    &["会议名称", "第九届人民代表大会第四次会议"],
    &["人大全称", "某某镇人民代表大会"],
    &["届", "第９届"],
    &["开始日期"],
];

fn told(workbook: &mut Workbook) -> (Result<Session, ()>, Vec<String>) {
    let document = xlsx::read(&workbook.save_to_buffer().unwrap()).unwrap();
    assert!(is_ours(&document));
    let (session, findings) = match read(&document) {
        Ok(reading) => (Ok(reading.session), reading.findings),
        Err(findings) => (Err(()), findings),
    };
    (session, findings.iter().map(|finding| workbook_finding(Lang::Zh, finding)).collect())
}

fn day(workbook: &mut Workbook) {
    let date = ExcelDateTime::from_ymd(2024, 1, 25).unwrap();
    let format = Format::new().set_num_format("yyyy/m/d");
    sheet(workbook, "会议", SESSION).write_datetime_with_format(5, 1, date, &format).unwrap();
}

#[test]
fn slips_are_read_as_they_are_meant_and_told() {
    let mut workbook = Workbook::new();
    day(&mut workbook);
    sheet(
        &mut workbook,
        " 议程",
        &[
            &["议程一览"],
            &["编号", "标题 ", "类 型", "报告人编号", "办公室用"],
            &["说明：", "随便写"],
            &["例：work", "例子"],
            &["a1", "  听取报告  ", "政府工作", "p1，p2"],
            &["", "审查预算", "预算报吿", "", "x"],
        ],
    );
    sheet(&mut workbook, "人员", &[&["编号", "姓名"], &["p1", "甲"], &["p2", "乙"]]);
    let posts = sheet(
        &mut workbook,
        "职务",
        &[
            &["人员编号", "职务", "任职止"],
            &["", "镇长", "无"],
            &["", "书记", "2024年3月"],
            &["p2", "委员", "去年"],
            &["", "主任"],
            &["p9", "x"],
        ],
    );
    posts.merge_range(1, 0, 2, 0, "p1", &Format::new()).unwrap();
    sheet(&mut workbook, "杂记", &[&["x"]]);
    let (session, findings) = told(&mut workbook);
    let session = session.unwrap();
    assert_eq!((session.id.as_str(), session.term), ("x-9", Some(9)));
    assert_eq!(session.dates.start.as_ref().map(crate::model::Date::as_str), Some("2024-01-25"));
    assert_eq!(session.agenda[0].kind, Some(AgendaKind::GovernmentReport));
    assert_eq!(&*session.agenda[0].title, "听取报告");
    assert_eq!(session.agenda[0].presenters.len(), 2);
    assert_eq!((session.agenda[1].id.as_str(), session.agenda[1].kind), ("agenda-6", None));
    assert_eq!(session.people[0].posts[0].to, Stated::None);
    assert_eq!(session.people.iter().map(|person| person.posts.len()).collect::<Vec<_>>(), [2, 2]);
    for expected in [
        "“杂记”：不是会议的工作表，没有读取。",
        "“会议”B2：“ｘ－９”读成“x-9”。",
        "“会议”B5：“第９届”读成“9”。",
        "“议程”E2：不认识的栏目“办公室用”，没有读取。",
        "“议程”C5：“政府工作”读成“政府工作报告”。",
        "“议程”A6：没有编号，用“agenda-6”。",
        "“职务”A2：合并了2行，每行都按这个内容读取。",
        "“职务”C3：“2024年3月”读成“2024-03”。",
        "“职务”C4：“去年”不合“任职止”一栏的写法，照原样保留，请改正。",
        "“职务”A5：空白，按上一行读取。",
        "“职务”A6：“人员”表里没有“p9”，这一行没有读取。",
    ] {
        assert!(findings.iter().any(|finding| finding == expected), "{expected} {findings:#?}");
    }
    assert!(
        findings.iter().any(|finding| finding.starts_with("“议程”C6：“预算报吿”不是“类型”一栏可写的词，没有读取。可写：政府工作报告、"))
    );
    assert_eq!(findings.len(), 12, "{findings:#?}");
}

#[test]
fn what_is_missing_is_told_with_its_cell() {
    let mut workbook = Workbook::new();
    day(&mut workbook);
    sheet(&mut workbook, "议程", &[&["编号", "标题"], &["a1", ""], &["a2", "x"]]);
    sheet(&mut workbook, "预算", &[&["编号", "标题", "年度", "阶段"], &["b1", "预算", "二〇二四", "决算"]]);
    let (session, findings) = told(&mut workbook);
    assert_eq!(session, Err(()));
    for expected in [
        "“议程”B2：缺少“标题”，必须填写。",
        "“预算”C2：缺少“年度”，必须填写。",
        "“预算”2：缺少“单位”，必须填写。",
        "“预算”C2：“二〇二四”不合“年度”一栏的写法，没有读取，请改正。",
    ] {
        assert!(findings.iter().any(|finding| finding == expected), "{expected} {findings:#?}");
    }
}

#[test]
fn figures_are_read_in_every_way_of_writing() {
    let mut workbook = Workbook::new();
    day(&mut workbook);
    sheet(&mut workbook, "预算", &[&["编号", "标题", "年度", "阶段", "单位"], &["b", "预算", "2024年", "决算", "万元"]]);
    sheet(&mut workbook, "预算表", &[&["预算编号", "编号", "收支"], &["b", "t", "收入"]]);
    let lines = sheet(
        &mut workbook,
        "预算科目",
        &[
            &["预算编号", "预算表编号", "编号", "科目编码", "名称", "上年决算", "年初预算", "决算", "完成预算%"],
            &["b", "t", "l1", "", "税收", "１，２３４．５０", "（82.5）", "无"],
            &["b", "t", "l2", "", "非税", "约10"],
        ],
    );
    lines.write_number(1, 3, 101).unwrap();
    lines.write_number_with_format(1, 8, 0.981, &Format::new().set_num_format("0.0%")).unwrap();
    lines.write_number_with_format(2, 6, 1234.5, &Format::new().set_num_format("#,##0.00")).unwrap();
    lines.write_number_with_format(2, 7, 38.69, &Format::new().set_num_format("0")).unwrap();
    let (session, findings) = told(&mut workbook);
    let session = session.unwrap();
    let lines = &session.budgets[0].tables[0].lines;
    let text = |figure: &Stated<crate::model::Decimal>| figure.value().map(ToString::to_string).unwrap_or_default();
    assert_eq!(lines[0].code.as_deref(), Some("101"));
    assert_eq!((text(&lines[0].amounts.prior_final), text(&lines[0].amounts.initial)), ("1234.50".into(), "-82.5".into()));
    assert_eq!(lines[0].amounts.final_accounts, Stated::None);
    assert_eq!(lines[0].printed.as_ref().map(|printed| text(&printed.completion_percent)), Some("98.1".to_owned()));
    assert_eq!((text(&lines[1].amounts.initial), text(&lines[1].amounts.final_accounts)), ("1234.50".into(), "38.69".into()));
    assert!(findings.iter().any(|finding| finding == "“预算科目”F3：“约10”不合“上年决算”一栏的写法，没有读取，请改正。"), "{findings:#?}");
}

#[test]
fn another_workbook_is_not_ours() {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "会议", &[&["会议名称", "届", "次"], &["x", "1", "2"]]);
    let document = xlsx::read(&workbook.save_to_buffer().unwrap()).unwrap();
    assert!(!is_ours(&document));
}
