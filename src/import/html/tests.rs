#![allow(clippy::unwrap_used)]

use super::read;
use super::walk::MOST_PARTS;
use crate::import::document::{Block, Note};

fn texts(page: &str) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text.clone(),
        Block::Grid(grid) => format!("{} rows", grid.rows.len()),
    };
    read(page).sections[0].blocks.iter().map(of).collect()
}

#[test]
fn spans_keep_their_columns_and_layout_is_dissolved() {
    let document = read(
        "<script>x</script><h2>题</h2><p>甲<span>乙</span></p><table><tr><td><table><tr><td rowspan=2>丙<td>丁</tr><tr><td>戊</table></table>",
    );
    let blocks = &document.sections[0].blocks;
    assert!(matches!(&blocks[0], Block::Paragraph(paragraph) if paragraph.heading == Some(2)));
    assert!(matches!(&blocks[1], Block::Paragraph(paragraph) if paragraph.text == "甲乙"));
    assert!(matches!(&blocks[2], Block::Grid(grid) if grid.rows[1].cells[0].column == 1));
    assert_eq!(blocks.len(), 3);
}

#[test]
fn what_a_site_puts_around_a_text_is_left_out() {
    let page = "<body><div class=menu><ul><li><a href=/>首页</a><li><a href=/a>新闻中心</a></ul></div>
        <div><a href=/>首页</a> &gt; <a href=/b>预算公开</a> &gt; 正文</div>
        <div><h1>关于青溪镇预算的报告</h1><p>发布时间：2031-01-09 来源：镇政府 <p>【打印】【关闭】
        <div id=text><p>镇人民政府向大会报告预算执行情况，请予审议，并请列席人员提出意见。<p>一般公共预算收入完成12亿元，增长3.4%。<p>附件：<a href=x>预算表</a>
        <table><tr><td>项目<td>预算数<tr><td>税收<td>12</table></div>
        <div>浏览次数：1234</div></div>
        <div><h3>相关链接</h3><ul><li><a href=/c>去年的报告已经公布，请点击查看全文</a></ul></div>
        <footer>主办单位：青溪镇人民政府 网站标识码：0000000000</footer>";
    let found = texts(page);
    assert_eq!(found[..2], ["关于青溪镇预算的报告", "发布时间：2031-01-09 来源：镇政府"]);
    assert!(found[2].starts_with("镇人民政府") && found[4].starts_with("附件") && found[5] == "2 rows", "{found:?}");
    assert_eq!(found.len(), 6);
}

#[test]
fn a_text_in_parts_is_kept_whole() {
    let part = |number: usize| {
        format!("<div><section><p>第{number}部分说明这一年的收入和支出，并说明其中的原因，供代表审议。</p></section></div>")
    };
    let page: String = (1..=3).map(part).collect();
    assert_eq!(texts(&format!("<body><div>{page}</div>")).len(), 3);
    let long = "财政收入稳步增长，支出结构不断优化。".repeat(20);
    let short = "此外，政府性基金收入完成三亿元，支出两亿元，结转下年一亿元，收支平衡，各项指标均完成年初人民代表大会批准的预算，现予以说明，请各位代表审议，并请列席会议的同志提出意见和建议，我们将认真研究吸收。";
    assert_eq!(texts(&format!("<body><div><p>{long}</div><div><p>{short}</div>")).len(), 2);
}

#[test]
fn what_is_hidden_for_good_is_no_text_but_what_waits_for_a_script_is() {
    let text = "大会应到代表六十七名，实到六十三名。";
    let page = format!(
        "<meta property='og:title' content='青溪镇开会'><div style='visibility: hidden'><section style='display: none'>编辑器样式</section><p>{text}<span style='display:none'>看不见</span></p></div>"
    );
    assert_eq!(texts(&page), ["青溪镇开会", text]);
    assert_eq!(texts(&format!("<div style='display:none'><p>{text}</p></div>")), [text]);
}

#[test]
fn lines_that_take_no_place_are_none() {
    assert_eq!(texts("<p>\u{200b}</p><p>&nbsp;</p><p>甲<br>乙</p>"), ["甲", "乙"]);
}

#[test]
fn wide_and_deep_pages_end() {
    let deep = "<div><table><tr><td>".repeat(2000);
    assert_eq!(texts(&format!("{deep}甲")).len(), 1);
    let wide = "<tr>".to_owned() + &"<td colspan=1000 rowspan=1000>1".repeat(50);
    let _ = read(&format!("<table>{}", wide.repeat(20)));
}

#[test]
fn a_page_without_end_is_cut_and_told() {
    for page in [
        "<p>甲".repeat(MOST_PARTS + 9),
        format!("<table>{}", "<tr><td>1<td>2".repeat(MOST_PARTS)),
        format!("<table><tr>{}{}", "<td rowspan=1000>1".repeat(4096), "<tr><td>1".repeat(999)).repeat(6),
    ] {
        assert!(matches!(read(&page).notes[..], [Note::Cut { .. }]));
    }
}

#[test]
fn tables_within_tables_without_end_are_no_danger() {
    assert!(read(&"<table><tr><td>甲".repeat(20_000)).notes.is_empty());
    let closed = format!("{}<p>后", "<table><tr><td>甲".repeat(100) + &"</table>".repeat(100));
    assert_eq!(texts(&closed).last().map(String::as_str), Some("后"));
}
