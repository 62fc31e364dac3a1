//! Agendas that a text lists and what it says a session will do: planned, not done.

use super::clean::Clean;
use super::rules::{AGENDA, NUMBERED, WILL};
use super::{Found, Item, ItemKind, Report, Span};
use crate::model::Action;
use crate::numerals::number;
use std::ops::Range;

/// How items of an agenda begin: the verb, what it makes of the item, and whether the title keeps it.
const VERBS: [(&str, ItemKind, Option<Action>, bool); 27] = [
    ("听取和审议", ItemKind::Report, None, false),
    ("听取并审议", ItemKind::Report, None, false),
    ("听取和审查", ItemKind::Report, None, false),
    ("听取、审议", ItemKind::Report, None, false),
    ("听取审议", ItemKind::Report, None, false),
    ("听取", ItemKind::Report, None, false),
    ("审议和批准", ItemKind::Report, Some(Action::ReviewAndApprove), false),
    ("审查和批准", ItemKind::Report, Some(Action::ReviewAndApprove), false),
    ("审查并批准", ItemKind::Report, Some(Action::ReviewAndApprove), false),
    ("审查、批准", ItemKind::Report, Some(Action::ReviewAndApprove), false),
    ("审查批准", ItemKind::Report, Some(Action::ReviewAndApprove), false),
    ("书面审议", ItemKind::WrittenReport, None, false),
    ("书面审查", ItemKind::WrittenReport, None, false),
    ("审议", ItemKind::Report, Some(Action::Deliberate), false),
    ("审查", ItemKind::Report, Some(Action::Deliberate), false),
    ("票决", ItemKind::Ballot, None, true),
    ("投票表决", ItemKind::Ballot, None, true),
    ("审议通过", ItemKind::Resolution, None, false),
    ("表决通过", ItemKind::Resolution, None, false),
    ("通过", ItemKind::Resolution, None, false),
    ("批准", ItemKind::Resolution, None, false),
    ("表决", ItemKind::Ballot, None, true),
    ("选举", ItemKind::Election, None, true),
    ("补选", ItemKind::Election, None, true),
    ("人事选举", ItemKind::Election, None, true),
    ("对", ItemKind::Deliberation, None, true),
    ("其", ItemKind::Other, None, true),
];

/// Takes the items of the agendas that are listed, which no other rule reads then, and tells where else the text says what will be done.
pub fn read(clean: &mut Clean, report: &mut Report) -> Vec<Range<usize>> {
    let mut planned: Vec<Range<usize>> = Vec::new();
    for sentence in clean.sentences() {
        let text = clean.text.get(sentence.clone()).unwrap_or_default();
        planned.extend(WILL.first(text).map(|hit| sentence.start + hit.whole().start..sentence.end));
    }
    for hit in AGENDA.hits(&clean.text) {
        let pieces = pieces(&clean.text, hit.whole().end);
        let Some((first, last)) = pieces.first().zip(pieces.last()) else { continue };
        planned.push(first.start..last.end);
        // In a list without stops between its items one cannot tell them apart here.
        if pieces.len() < 2 {
            continue;
        }
        let counted = hit.at(1).zip(hit.text(&clean.text, 1).and_then(number));
        if let Some((at, value)) = counted.filter(|(_, count)| usize::try_from(*count).is_ok_and(|count| count != pieces.len())) {
            report.counts.agenda = Some(Found { value, span: span(clean, &at, AGENDA.name) });
        }
        for piece in pieces {
            if let Some(item) = item(clean, &piece) {
                report.items.push(item);
                clean.stop(piece);
            }
        }
    }
    planned
}

/// The items of a list from `at` on, each without its number: to a full stop or a line that goes on with something else.
fn pieces(text: &str, at: usize) -> Vec<Range<usize>> {
    const MOST: usize = 60;
    let (mut found, mut start) = (Vec::new(), at);
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty() && found.len() < MOST) {
        let end = stop(rest);
        let ended = rest.get(end..).and_then(|rest| rest.chars().next());
        let piece = rest.get(..end).unwrap_or_default();
        let lead = NUMBERED.first(piece).map_or(0, |hit| hit.whole().end);
        let body = piece.get(lead..).unwrap_or_default();
        let blank = body.len() - body.trim_start().len();
        if !body.trim().is_empty() {
            found.push(start + lead + blank..start + lead + body.trim_end().len());
        }
        start += end + ended.map_or(0, char::len_utf8);
        let next = text.get(start..).unwrap_or_default().trim_start();
        let goes_on = NUMBERED.is_in(next) && !found.is_empty();
        if !body.trim().is_empty() && matches!(ended, Some('。' | '\n')) && !goes_on {
            break;
        }
    }
    found
}

/// Where the first stop outside of book marks is.
fn stop(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            '\n' => return at,
            '；' | '。' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// The item that a piece of an agenda is. One that names who gives a report is left to the rules of reports.
fn item(clean: &Clean, piece: &Range<usize>) -> Option<Item> {
    let text = clean.text.get(piece.clone())?;
    if ["所作", "所做", "作的"].iter().any(|word| text.contains(word)) {
        return None;
    }
    let longest = VERBS.iter().filter(|(verb, ..)| text.starts_with(verb)).max_by_key(|(verb, ..)| verb.len());
    let &(verb, kind, action, is_kept) = longest?;
    let is_other = ["其他", "其它"].iter().any(|word| text.starts_with(word));
    if kind == ItemKind::Other && !is_other || kind == ItemKind::Deliberation && !text.contains("测评") {
        return None;
    }
    let title = text.get(if is_kept { 0 } else { verb.len() }..)?;
    let title = title.trim_matches(|c| matches!(c, '《' | '》') && title.matches('《').count() == 1 && title.starts_with('《'));
    // 听取关于… and 票决 alone say all they have to.
    let title = if kind == ItemKind::Election { without_count(title) } else { title };
    if title.is_empty() {
        return None;
    }
    Some(Item {
        kind,
        title: Found { value: title.to_owned(), span: span(clean, piece, AGENDA.name) },
        by: None,
        on_behalf_of: None,
        is_adopted: false,
        is_planned: true,
        action,
    })
}

/// 选举镇长1名: without how many.
fn without_count(title: &str) -> &str {
    let inner = title.trim_end_matches(['名', '人', '位']);
    let bare = inner.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十若干".contains(c));
    if inner.len() < title.len() && bare.len() < inner.len() { bare } else { title }
}

fn span(clean: &Clean, part: &Range<usize>, rule: &'static str) -> Span {
    let origin = clean.origin(part);
    Span { start: origin.start, end: origin.end, rule }
}

#[cfg(test)]
mod tests {
    use crate::import::article;

    fn planned(text: &str) -> Vec<(String, bool)> {
        article::read(text).items.into_iter().map(|item| (item.title.value, item.is_planned)).collect()
    }

    #[test]
    fn an_agenda_has_an_item_for_each_stop_with_its_actions() {
        let text = "甲县第五届人民代表大会第二次会议举行预备会议。会议议程共有五项：听取和审议县人民政府工作报告；\
            审查和批准甲县2030年预算执行情况的报告，批准甲县2031年县级预算；表决；选举；其他。";
        let titles = ["县人民政府工作报告", "甲县2030年预算执行情况的报告，批准甲县2031年县级预算", "表决", "选举", "其他"];
        assert_eq!(planned(text), titles.map(|title| (title.to_owned(), true)));
        assert_eq!(article::read(text).counts.agenda, None);
        assert_eq!(article::read(&text.replace("五项", "六项")).counts.agenda.map(|found| found.value), Some(6));
    }

    #[test]
    fn what_a_session_did_is_not_planned() {
        let text = "甲县第五届人民代表大会第二次会议召开。会议听取和审议了县人民政府工作报告；通过了大会议程；选举了县长。";
        assert!(planned(text).iter().all(|(_, is_planned)| !is_planned) && planned(text).len() == 3, "{:?}", planned(text));
    }

    #[test]
    fn what_a_session_will_do_is_planned() {
        let text = "甲镇第五届人民代表大会第二次会议预备会议召开，通过选举办法。大会将听取和审议政府工作报告，选举镇长。";
        let items = planned(text);
        assert!(items.contains(&("选举办法".to_owned(), false)) && items.contains(&("选举镇长".to_owned(), true)), "{items:?}");
    }
}
