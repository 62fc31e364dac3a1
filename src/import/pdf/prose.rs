//! Joins what lines and pages part: paragraphs that go on over pages, titles and datelines of several centred lines.

use crate::import::document::{Block, Paragraph, Section};

/// The least characters of a paragraph that a page may cut; what is shorter is a heading.
const LEAST: usize = 15;
/// The longest line of a title.
const LONGEST_TITLE: usize = 60;

/// Joins the paragraphs of pages, each where it begins.
pub fn join(pages: &mut [Section]) {
    for page in pages.iter_mut() {
        page.blocks = titles(std::mem::take(&mut page.blocks));
    }
    let mut open: Option<usize> = None;
    for number in 0..pages.len() {
        if let Some(before) = open
            && let Some(rest) = pages.get_mut(number).and_then(beginning)
            && let Some(Block::Paragraph(paragraph)) = pages.get_mut(before).and_then(|page| page.blocks.last_mut())
        {
            paragraph.text.push_str(&rest);
            if pages.get(number).is_some_and(|page| page.blocks.is_empty()) {
                open = open.filter(|_| is_cut(&rest));
                continue;
            }
        }
        open = pages.get(number).and_then(|page| page.blocks.last()).and_then(text).is_some_and(is_cut).then_some(number);
    }
}

/// Takes the first paragraph of a page, where it can be what goes on of the last one.
fn beginning(page: &mut Section) -> Option<String> {
    let first = page.blocks.first().and_then(text)?;
    let is_numbered = first.split_once(['、', '.', '．', '）', ')']).is_some_and(|(number, _)| {
        let number = number.trim_start_matches(['（', '(']);
        !number.is_empty()
            && number.chars().count() <= 3
            && number.chars().all(|sign| sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign))
    });
    if is_numbered || first.starts_with(['—', '◆']) || first.starts_with("附件") || first.starts_with("附表") {
        return None;
    }
    match page.blocks.remove(0) {
        Block::Paragraph(paragraph) => Some(paragraph.text),
        Block::Grid(_) => None,
    }
}

/// Whether a paragraph ends within a sentence.
fn is_cut(text: &str) -> bool {
    let is_sentence = text.contains(['，', ',', '。', '、']) && text.chars().count() >= LEAST;
    is_sentence && !text.ends_with(['。', '；', '：', '！', '？', '”', '）', '》', ':', ';', '!', '?', ')', '…'])
}

fn titles(blocks: Vec<Block>) -> Vec<Block> {
    let mut made: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (made.last_mut(), block) {
            (Some(Block::Paragraph(last)), Block::Paragraph(next)) if is_open(&last.text) && is_short(&next) => {
                last.text.push_str(&next.text);
            }
            (_, block) => made.push(block),
        }
    }
    made
}

/// Whether a line is the beginning of a title or of the day and the place under it, and no more.
fn is_open(line: &str) -> bool {
    let is_line = line.chars().count() <= LONGEST_TITLE && !line.ends_with(['。', '；', '，', '：', ':', '上']);
    let ends = ["报告", "决议", "决定", "说明", "办法", "意见", "方案", "草案", "通知", "）", ")", "表"];
    let is_title = line.starts_with("关于") && !ends.iter().any(|end| line.ends_with(end));
    let is_dateline = line.contains('年') && line.contains("日在") && !line.contains("会议");
    is_line && (is_title || is_dateline)
}

fn is_short(paragraph: &Paragraph) -> bool {
    paragraph.text.chars().count() <= LONGEST_TITLE && !paragraph.text.ends_with(['。', '：', ':'])
}

fn text(block: &Block) -> Option<&str> {
    if let Block::Paragraph(paragraph) = block { Some(&paragraph.text) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[&str]) -> Section {
        let block = |line: &&str| Block::Paragraph(Paragraph { text: (*line).to_owned(), ..Paragraph::default() });
        Section { blocks: lines.iter().map(block).collect(), ..Section::default() }
    }

    fn joined(pages: &[&[&str]]) -> Vec<Vec<String>> {
        let mut pages: Vec<Section> = pages.iter().map(|lines| page(lines)).collect();
        join(&mut pages);
        pages.iter().map(|page| page.blocks.iter().filter_map(text).map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_paragraph_goes_on_over_pages() {
        let pages: &[&[&str]] = &[
            &["一、收入", "全镇收入完成12亿元，占预算的"],
            &["102%，比上年增长，其中税收收入"],
            &["10亿元。", "二、支出"],
            &["（一）教育支出"],
        ];
        let found = joined(pages);
        assert_eq!(
            found.first().and_then(|page| page.last()).map(String::as_str),
            Some("全镇收入完成12亿元，占预算的102%，比上年增长，其中税收收入10亿元。")
        );
        assert_eq!(found.get(1..), Some(&[vec![], vec!["二、支出".to_owned()], vec!["（一）教育支出".to_owned()]][..]));
    }

    #[test]
    fn a_heading_at_the_end_of_a_page_stays_alone() {
        let pages: &[&[&str]] = &[&["二、支出"], &["教育支出完成3亿元，增长2%。"]];
        assert_eq!(joined(pages).concat().len(), 2);
    }

    #[test]
    fn titles_and_datelines_are_of_several_lines() {
        let pages: &[&[&str]] = &[&[
            "关于青溪镇2030年预算执行情况和",
            "2031年预算草案的报告",
            "——2031年1月9日在青溪镇第三届",
            "人民代表大会第二次会议上",
            "镇长王岚",
        ]];
        let found = joined(pages).concat();
        assert_eq!(found.len(), 3);
        assert_eq!(found.get(1).map(String::as_str), Some("——2031年1月9日在青溪镇第三届人民代表大会第二次会议上"));
    }
}
