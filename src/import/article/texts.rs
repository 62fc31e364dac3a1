//! What reports and addresses said, as far as the text repeats it: the paragraphs behind them, cut at headings.

use super::clean::{Words, words};
use super::rules::{HEADING, INNER_HEADING, SAID};
use super::{Gathering, Item, ItemKind, Report, Span};
use crate::model::{Block, BlockId, BlockKind, PersonId, Speech, SpeechId, SpeechKind, Stated, TextStatus};
use std::ops::Range;

/// The text of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// An index into the items.
    pub item: usize,
    /// Its paragraphs and headings.
    pub parts: Vec<Part>,
}

/// A paragraph or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Level of a heading; none of a paragraph.
    pub level: Option<u8>,
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Paragraphs that are kept of one item.
const MOST_PARTS: usize = 200;
/// Longest line that is a heading, in characters.
const LONGEST_HEADING: usize = 40;
/// How lines begin that tell of the session again.
static STOPS: Words = Words::new(|| {
    words("会议 大会 随后 出席 列席 参加 应邀 本次 闭幕 开幕 当天 来源 编辑 责任编辑 作者 记者 图 ▲ 阅读 原标题 表决 选举 投票 经过 代表们")
});

/// Adds what was said to every report with a giver and every speech.
pub fn read(gathering: &mut Gathering) {
    let lines = lines(&gathering.clean.text);
    let starts: Vec<usize> = lines.iter().map(|line| gathering.clean.origin(line).start).collect();
    let line_of = |place: usize| starts.partition_point(|start| *start <= place).checked_sub(1);
    let mut owners: Vec<(usize, usize)> = Vec::new();
    for (at, item) in gathering.report.items.iter().enumerate() {
        owners.extend(line_of(item.title.span.start).map(|line| (line, at)));
    }
    let mut taken: Vec<usize> = owners.iter().map(|(line, _)| *line).collect();
    taken.extend(gathering.report.sittings.iter().filter_map(|sitting| line_of(sitting.span.start)));
    let mut found = Vec::new();
    for (at, item) in gathering.report.items.iter().enumerate() {
        let is_spoken = matches!(item.kind, ItemKind::Report | ItemKind::Speech) && item.by.is_some();
        let Some(line) = line_of(item.title.span.start).filter(|_| is_spoken) else { continue };
        // Of several in a line nothing tells whose the rest is.
        if owners.iter().filter(|(other, _)| *other == line).count() > 1 {
            continue;
        }
        let parts = said(gathering, item, &lines, line, &taken);
        if !parts.is_empty() {
            found.push(Said { item: at, parts });
        }
    }
    gathering.report.texts = found;
}

/// The speech that a report with a text is.
pub(super) fn report_speech(report: &Report, item: usize, before: usize) -> Option<Speech> {
    let found = report.items.get(item).filter(|item| item.kind == ItemKind::Report)?;
    let blocks = blocks(report, item, before);
    let by = found.by.map(|by| PersonId(format!("p{}", by.saturating_add(1))));
    (!blocks.is_empty()).then(|| Speech {
        id: SpeechId(format!("x{}", before + 1)),
        kind: Some(SpeechKind::Report),
        title: found.title.value.as_str().into(),
        speaker: by,
        on_behalf_of: found.on_behalf_of.as_ref().map_or(Stated::Unknown, |body| Stated::Value(body.value.as_str().into())),
        text_status: Some(TextStatus::Summary),
        blocks,
        ..Speech::default()
    })
}

/// The blocks of what was said in an item.
pub(super) fn blocks(report: &Report, item: usize, speech: usize) -> Vec<Block> {
    let Some(said) = report.texts.iter().find(|said| said.item == item) else { return Vec::new() };
    let block = |(at, part): (usize, &Part)| Block {
        id: BlockId(format!("x{}-b{}", speech + 1, at + 1)),
        kind: if part.level.is_some() { BlockKind::Heading } else { BlockKind::Paragraph },
        level: part.level,
        text: Some(part.text.as_str().into()),
        ..Block::default()
    };
    said.parts.iter().enumerate().map(block).collect()
}

/// The lines of a text that hold something.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            found.push(from..from + trimmed.len());
        }
        start += line.len() + 1;
    }
    found
}

fn said(gathering: &Gathering, item: &Item, lines: &[Range<usize>], line: usize, taken: &[usize]) -> Vec<Part> {
    let mut parts = Vec::new();
    let Some(own) = lines.get(line) else { return parts };
    // Of the line itself what follows "he pointed out".
    let text = gathering.text(own);
    let after = text.char_indices().find(|(at, _)| gathering.clean.origin(&(own.start..own.start + at)).end >= item.title.span.end);
    let from = after.map_or(text.len(), |(at, _)| at);
    if let Some(hit) = text.get(from..).and_then(|rest| SAID.first(rest)) {
        let rest = own.start + from + hit.whole().end..own.end;
        cut(gathering, &rest, &mut parts);
    }
    for (at, next) in lines.iter().enumerate().skip(line + 1) {
        let text = gathering.text(next);
        let is_new = parts.is_empty() && !SAID.is_in(text) && !HEADING.is_in(text) && !INNER_HEADING.is_in(text);
        if taken.contains(&at) || is_new || parts.len() >= MOST_PARTS || is_told_of_others(gathering, item, next, text) {
            break;
        }
        cut(gathering, next, &mut parts);
    }
    // A clause of a few words is no text.
    if parts.iter().map(|part| part.text.chars().count()).sum::<usize>() < 20 { Vec::new() } else { parts }
}

/// Whether a line goes on with the session, or is no sentence of it at all.
fn is_told_of_others(gathering: &Gathering, item: &Item, line: &Range<usize>, text: &str) -> bool {
    let own = item.by.and_then(|by| gathering.report.people.get(by)).map(|person| person.name.value.as_str());
    let first = gathering.mentions.partition_point(|mention| mention.name.start < line.start);
    let here = gathering.mentions.get(first..).unwrap_or_default().iter().take_while(|mention| mention.name.end <= line.end);
    let names_others = here.map(|mention| super::people::plain(gathering.text(&mention.name))).any(|name| Some(name.as_str()) != own);
    let is_heading = HEADING.is_in(text) || INNER_HEADING.is_in(text);
    let is_sentence = text.contains(['。', '；', '，']) && text.chars().count() > 10;
    names_others || STOPS.iter().copied().any(|word| text.starts_with(word)) || !is_heading && !is_sentence
}

/// Cuts a line into headings and paragraphs.
fn cut(gathering: &Gathering, line: &Range<usize>, parts: &mut Vec<Part>) {
    let text = gathering.text(line);
    let mut push = |part: Range<usize>, level: Option<u8>, rule: &'static str| {
        let text = gathering.text(&part);
        let inner = text.trim();
        if !inner.is_empty() {
            let start = part.start + (text.len() - text.trim_start().len());
            let span = gathering.span(&(start..start + inner.len()), rule);
            parts.push(Part { level, text: inner.to_owned(), span });
        }
    };
    if text.contains('◆') || text.contains('●') || text.contains('■') {
        let mut start = 0;
        let marks = text.char_indices().filter(|(_, c)| "◆●■".contains(*c)).map(|(at, c)| (at, c.len_utf8()));
        let mut is_marked = false;
        for (at, length) in marks.chain([(text.len(), 0)]) {
            let piece = line.start + start..line.start + at;
            let is_short = text.get(start..at).is_some_and(|piece| piece.trim().chars().count() <= LONGEST_HEADING);
            push(piece, (is_marked && is_short).then_some(2), "marked heading");
            (start, is_marked) = (at + length, true);
        }
        return;
    }
    for (rule, level) in [(&HEADING, 2), (&INNER_HEADING, 3)] {
        let Some(hit) = rule.first(text) else { continue };
        let end = hit.whole().end;
        if text.get(..end).is_some_and(|head| head.chars().count() <= LONGEST_HEADING) {
            let head = text.get(..end).unwrap_or_default().trim_end_matches('。').len();
            push(line.start..line.start + head, Some(level), rule.name);
            push(line.start + end..line.end, None, "paragraph");
            return;
        }
    }
    push(line.clone(), None, "paragraph");
}
