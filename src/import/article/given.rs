//! The text of a report itself, as it was given: its title, the line that names the session, who gave it, and the report.
//!
//! What stands in it is no news of the session: nobody in it is a person of the session, and nothing in it an item.

use super::clean::{Clean, is_han};
use super::people::{is_post, plain};
use super::rules::{BEHALF, SESSION};
use super::{Found, Item, ItemKind, Person, Report, Span};
use std::ops::Range;

/// Lines between the title and the address of the deputies.
const MOST_LINES: usize = 8;

/// Reads a text of that kind; whether it is one.
pub fn read(clean: &Clean, report: &mut Report) -> bool {
    let lines = lines(&clean.text);
    let text = |at: usize| lines.get(at).and_then(|line| clean.text.get(line.clone())).unwrap_or_default();
    let Some(address) = (0..lines.len()).find(|at| text(*at).starts_with("各位代表") && text(*at).chars().count() < 10) else {
        return false;
    };
    let from = address.saturating_sub(MOST_LINES);
    let head = (from..address).rev().find(|at| text(*at).starts_with(['—', '―', '-', '－', '（']) && SESSION.is_in(text(*at)));
    let named = head.unwrap_or(address);
    let Some(title) = (0..named).rev().take(MOST_LINES).find(|at| text(*at).ends_with("报告")) else { return false };
    let Some(title_at) = lines.get(title).cloned() else { return false };
    let span = |part: &Range<usize>, rule: &'static str| {
        let origin = clean.origin(part);
        Span { start: origin.start, end: origin.end, rule }
    };
    let giver = (title + 1..address).filter(|at| Some(*at) != head).find_map(|at| {
        let line = lines.get(at)?.clone();
        let (post, name) = giver(text(at))?;
        Some((line.start + post.start..line.start + post.end, line.start + name.start..line.start + name.end))
    });
    let found = |part: &Range<usize>, rule: &'static str| Found {
        value: plain(clean.text.get(part.clone()).unwrap_or_default()),
        span: span(part, rule),
    };
    let by = giver.map(|(post, name)| {
        report.people.push(Person { name: found(&name, "giver"), post: Some(found(&post, "giver")) });
        report.people.len() - 1
    });
    let start = lines.get(address).map_or(0, |line| line.end);
    let opening: String = clean.text.get(start..).unwrap_or_default().chars().take(120).collect();
    let behalf = BEHALF.first(&opening).and_then(|hit| hit.at(1).or_else(|| hit.at(2)));
    report.items.push(Item {
        kind: ItemKind::Report,
        title: found(&title_at, "title of a report"),
        by,
        on_behalf_of: behalf.map(|part| found(&(start + part.start..start + part.end), BEHALF.name)),
        is_adopted: false,
        is_planned: false,
        action: None,
    });
    true
}

/// The post and the name that a line holds and nothing else.
fn giver(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    line.char_indices()
        .skip(1)
        .filter_map(|(at, _)| {
            let (post, name) = (line.get(..at)?.trim(), line.get(at..)?);
            let blank = name.len() - name.trim_start().len();
            let name = name.trim();
            let length = plain(name).chars().count();
            let fits = (2..=4).contains(&length) || name.contains('·') && length < 16;
            let is_name =
                fits && name.chars().all(|c| is_han(c) || c == ' ') && !is_post(name) && !name.ends_with(['局', '府', '会', '处']);
            (is_post(post) && is_name).then(|| (0..post.len(), at + blank..at + blank + name.len()))
        })
        .last()
}

/// The lines of a text that hold something.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        let inner = line.trim();
        let from = start + (line.len() - line.trim_start().len());
        if !inner.is_empty() {
            found.push(from..from + inner.len());
        }
        start += line.len() + 1;
    }
    found
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::import::article;

    #[test]
    fn the_title_block_of_a_report_says_who_gave_it() {
        let text = "政 府 工 作 报 告\n——2031年1月9日在甲市第三届\n人民代表大会第二次会议上\n市长  肖 洪\n各位代表：\n\
            现在，我代表市人民政府，向大会报告工作。局长李山作了总结讲话，选举张林为镇长。";
        let report = article::read(text);
        assert_eq!(report.assembly.map(|found| found.value).as_deref(), Some("甲市人民代表大会"));
        assert_eq!(report.start.map(|found| found.value).as_deref(), Some("2031-01-09"));
        assert_eq!(report.people.len(), 1, "{:?}", report.people);
        assert_eq!((report.people[0].name.value.as_str(), report.items.len()), ("肖洪", 1));
        let item = &report.items[0];
        assert_eq!((item.title.value.as_str(), item.by), ("政府工作报告", Some(0)));
        assert_eq!(item.on_behalf_of.as_ref().map(|body| body.value.as_str()), Some("市人民政府"));
    }

    #[test]
    fn an_office_in_the_title_block_is_nobody() {
        assert_eq!(giver("甲市财政局"), None);
        assert_eq!(giver("甲市财政局局长"), None);
        assert!(giver("甲市财政局局长 林山河").is_some());
    }
}
