//! Which parts of a page are its text. No site is known: what counts is where the sentences and figures are, and how much of the rest is links.

use super::walk::{Node, Part};
use crate::import::document::{Block, Paragraph};

/// Words of what stands below the pages of a site.
const FOOTER: [&str; 12] = [
    "ICP备",
    "公网安备",
    "网安备",
    "网站标识码",
    "版权所有",
    "主办单位",
    "承办单位",
    "技术支持",
    "网站地图",
    "浏览器访问",
    "Copyright",
    "建议使用",
];

/// How lines begin that are for readers of the page and no text.
const WIDGETS: [&str; 27] = [
    "阅读",
    "在看",
    "点赞",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击量",
    "访问量",
    "打印",
    "关闭",
    "分享",
    "收藏",
    "字号",
    "字体",
    "扫一扫",
    "微信扫",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "返回顶部",
    "相关链接",
    "相关阅读",
    "相关新闻",
    "相关文章",
    "推荐阅读",
    "当前位置",
];

/// The longest line that is taken for a widget.
const LONGEST_WIDGET: usize = 40;
/// The least weight of a text: 80 characters of sentences or tables.
const LEAST: usize = 400;
/// How far above the text its title and date may stand, in parts.
const ABOVE: usize = 14;

/// The text of a page.
pub fn of(parts: Vec<Part>, nodes: &[Node], titles: &[String]) -> Vec<Block> {
    let is_hidden = |part: &Part| nodes.get(part.node).is_some_and(|node| node.is_hidden);
    // A page that hides all that it says until a script has run hides nothing.
    let shown: usize = parts.iter().filter(|part| !is_hidden(part)).map(weight).sum();
    let hidden: usize = parts.iter().filter(|part| is_hidden(part)).map(weight).sum();
    let parts: Vec<Part> = parts.into_iter().filter(|part| hidden > shown * 4 || !is_hidden(part)).collect();
    let core = core(&parts, nodes);
    let tree = Tree::new(nodes, core);
    let branches = tree.branches(&parts);
    let first = parts.iter().position(|part| tree.is_in(part.node) && weight(part) > 0).unwrap_or(0);
    let is_title = |part: &Part| text_of(part).is_some_and(|text| is_title(text, titles));
    let kept: Vec<Part> = parts
        .into_iter()
        .enumerate()
        .filter(|(at, part)| {
            let is_above = *at < first && first - at <= ABOVE && part.links * 2 <= part.signs && (is_title(part) || is_head(part));
            let is_inside = tree.is_in(part.node) || branches.get(tree.branch(part.node)).copied().unwrap_or(false);
            !is_noise(part) && (is_above || is_inside)
        })
        .map(|(_, part)| part)
        .collect();
    let has_title = kept.iter().take(8).any(is_title);
    let title = titles.first().filter(|title| !has_title && !kept.is_empty() && title.chars().count() >= 4);
    let title = title.map(|text| Block::Paragraph(Paragraph { text: text.clone(), heading: Some(1), number: None }));
    title.into_iter().chain(kept.into_iter().map(|part| part.block)).collect()
}

/// The innermost element that holds most of the text.
fn core(parts: &[Part], nodes: &[Node]) -> usize {
    let mut sums = vec![0; nodes.len()];
    for part in parts.iter().filter(|part| nodes.get(part.node).is_some_and(|node| !node.is_aside)) {
        if let Some(sum) = sums.get_mut(part.node) {
            *sum += weight(part);
        }
    }
    let mut best: Vec<Option<usize>> = vec![None; nodes.len()];
    for at in (1..nodes.len()).rev() {
        let (Some(node), Some(sum)) = (nodes.get(at), sums.get(at).copied()) else { continue };
        if let Some(outer) = sums.get_mut(node.parent) {
            *outer += sum;
        }
        if let Some(other) = best.get_mut(node.parent)
            && other.and_then(|other| sums.get(other)).is_none_or(|other| *other <= sum)
        {
            *other = Some(at);
        }
    }
    let total = sums.first().copied().unwrap_or(0);
    let mut core = 0;
    if total < LEAST {
        return core;
    }
    while let Some(next) = best.get(core).copied().flatten() {
        if sums.get(next).is_none_or(|sum| *sum == 0 || sum * 10 < total * 6) {
            break;
        }
        core = next;
    }
    core
}

/// What is within the core, and the branches that part from the way to it.
struct Tree {
    is_inside: Vec<bool>,
    branch: Vec<usize>,
}

impl Tree {
    fn new(nodes: &[Node], core: usize) -> Self {
        let mut is_way = vec![false; nodes.len()];
        let mut at = core;
        while let Some(way) = is_way.get_mut(at).filter(|way| !**way) {
            *way = true;
            at = nodes.get(at).map_or(0, |node| node.parent);
        }
        let mut tree = Self { is_inside: vec![false; nodes.len()], branch: (0..nodes.len()).collect() };
        for (at, node) in nodes.iter().enumerate() {
            let is_inside = at == core || (at > 0 && tree.is_in(node.parent));
            if let Some(inside) = tree.is_inside.get_mut(at) {
                *inside = is_inside;
            }
            if at > 0 && !is_way.get(node.parent).copied().unwrap_or(true) {
                let outer = tree.branch(node.parent);
                if let Some(branch) = tree.branch.get_mut(at) {
                    *branch = outer;
                }
            }
        }
        tree
    }

    /// Whether an element is in the core; a page without elements is all core.
    fn is_in(&self, node: usize) -> bool {
        self.is_inside.get(node).copied().unwrap_or(true)
    }

    fn branch(&self, node: usize) -> usize {
        self.branch.get(node).copied().unwrap_or(0)
    }

    /// Which branches hold text, too: sentences or figures, and hardly a link.
    fn branches(&self, parts: &[Part]) -> Vec<bool> {
        let mut sums = vec![(0, 0, 0); self.branch.len()];
        for part in parts {
            if let Some((sentences, signs, links)) = sums.get_mut(self.branch(part.node)) {
                *sentences += if is_text(part) { weight(part) } else { 0 };
                *signs += part.signs;
                *links += part.links;
            }
        }
        sums.into_iter().map(|(sentences, signs, links)| sentences >= LEAST && links * 5 < signs).collect()
    }
}

/// How much a part speaks for its element: characters that are no links, those of sentences and tables five times.
fn weight(part: &Part) -> usize {
    let plain = part.signs.saturating_sub(part.links);
    match text_of(part) {
        Some(text) if is_footer(text) => 0,
        _ if is_text(part) => plain * 5,
        _ => plain,
    }
}

fn is_text(part: &Part) -> bool {
    text_of(part).is_none_or(|text| text.contains(['。', '；']) || (part.signs >= 40 && text.contains(['，', '、', '：'])))
}

fn text_of(part: &Part) -> Option<&str> {
    if let Block::Paragraph(paragraph) = &part.block { Some(&paragraph.text) } else { None }
}

/// Menus, counters, what shares a page, and what stands at its foot.
fn is_noise(part: &Part) -> bool {
    let Some(text) = text_of(part) else { return part.links * 10 > part.signs * 7 };
    let words = text.trim_start_matches(['【', '[', '（', '(', '|', '>', '·', ' ']);
    let is_short = part.signs <= LONGEST_WIDGET && !text.ends_with(['。', '；']);
    let is_menu = part.links * 10 >= part.signs * 6 && !words.starts_with("附件") && !text.contains('。');
    let is_crumb = part.links > 0 && is_short && text.contains(['>', '»', '›']);
    let is_widget = is_short && WIDGETS.iter().any(|widget| words.starts_with(widget)) && !text.contains('《');
    is_menu || is_crumb || is_widget || (part.signs <= 300 && is_footer(text))
}

fn is_footer(text: &str) -> bool {
    FOOTER.iter().any(|word| text.contains(word))
}

/// Whether a line above the text is of it: a heading, or one with a day.
fn is_head(part: &Part) -> bool {
    let Block::Paragraph(paragraph) = &part.block else { return false };
    let signs: Vec<char> = paragraph.text.chars().collect();
    let is_day =
        signs.windows(6).any(|six| six.iter().take(4).all(char::is_ascii_digit) && six.get(4).is_some_and(|sign| "-/.年".contains(*sign)));
    paragraph.heading.is_some_and(|level| level <= 3) || (is_day && signs.len() <= 120)
}

/// Whether a line is the title that the page tells of itself.
fn is_title(text: &str, titles: &[String]) -> bool {
    let plain = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    let text = plain(text);
    text.chars().count() >= 4 && titles.iter().any(|title| plain(title) == text)
}
