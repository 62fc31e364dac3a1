//! Ballots on projects, and what all passed.

use super::items::{passed, push};
use super::titles::is_count;
use super::{Found, Gathering, ItemKind};
use std::ops::Range;

/// What was passed by all: T（均）获（一致）通过, and 三个报告 with their resolutions.
pub fn passed_by_all(gathering: &mut Gathering, sentence: &Range<usize>) {
    let text = gathering.text(sentence).to_owned();
    for word in ["获一致通过", "获得一致通过", "获全票通过", "获得通过", "获表决通过", "获得全票通过", "获通过"]
    {
        let Some(at) = text.find(word) else { continue };
        let head = text.get(..at).unwrap_or_default();
        let clause = head.rfind('，').map_or(0, |comma| comma + '，'.len_utf8());
        let subject = head.get(clause..).unwrap_or_default().trim_end_matches('均').trim_end_matches('都');
        if subject.contains("报告") || subject.contains("决议") {
            let counted = subject.find("报告").filter(|end| subject.get(..end + "报告".len()).is_some_and(is_count));
            let value =
                counted.map_or_else(|| subject.to_owned(), |end| format!("关于{}报告的决议", subject.get(..end).unwrap_or_default()));
            let part = sentence.start + clause..sentence.start + clause + subject.len();
            let span = gathering.span(&part, "passed_by_all");
            push(gathering, ItemKind::Resolution, Found { value, span }, None, None, true);
        }
    }
}

/// 批准2030年决算, where what was approved is named and no resolution: whether it is such.
pub fn approved(gathering: &mut Gathering, verbs: &Range<usize>, object: &Range<usize>) -> bool {
    let verb = gathering.text(verbs).trim_end_matches('了').to_owned();
    let text = gathering.text(object);
    let lead = text.len() - text.trim_start_matches('了').len();
    let what = text.get(lead..).unwrap_or_default().to_owned();
    let is_named = ["决算", "预算"].iter().any(|end| what.ends_with(end)) && !what.contains(['，', '《', '、']) && what.chars().count() > 4;
    if verb.ends_with("批准") && is_named {
        let span = gathering.span(&(verbs.start..object.end), "approved");
        push(gathering, ItemKind::Resolution, Found { value: format!("{verb}{what}"), span }, None, None, true);
        return true;
    }
    false
}

/// Projects and the like by ballot: the clause is the title.
pub fn ballot(gathering: &mut Gathering, sentence: &Range<usize>, part: &Range<usize>) {
    let text = gathering.text(part);
    let end = text.find('，').map_or(part.end, |comma| part.start + comma);
    let mut whole = part.start..end;
    let object = gathering.text(&whole);
    let head = gathering.text(&(sentence.start..part.start));
    let clause = head.rfind(['，', '、', '》']).map_or(head, |i| head.get(i..).unwrap_or_default().trim_start_matches(['，', '、', '》']));
    if let Some(about) = clause.find('对').filter(|_| !object.contains("项目")) {
        whole.start = part.start - (clause.len() - about);
    }
    let text = gathering.text(&whole).trim_end_matches('、').to_owned();
    let is_about_projects = (text.contains("项目") || text.contains("实事")) && !text.contains("测评");
    if is_about_projects && !text.contains("办法") && !text.ends_with("情况") {
        let found = Found { value: text, span: gathering.span(&whole, "ballot") };
        push(gathering, ItemKind::Ballot, found, None, None, true);
    } else if text.contains("决议") || text.contains("办法") {
        let object = part.start + "表决".len()..end;
        passed(gathering, sentence, &object);
    }
}
