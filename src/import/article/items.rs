//! Reports heard and read, debates and surveys, what was put to the vote.

use super::clean::{Words, words};
use super::titles::{BODIES, REPORTS, VOTED, is_count, titles};
use super::wording::{full, is_same, shared, worded};
use super::{Found, Gathering, Item, ItemKind, ballots, debates};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Hear,
    Written,
    Pass,
    Ballot,
    Stop,
}

/// More items than a session has; each is compared with all before it.
const MOST: usize = 400;

/// Verbs of agendas, the longer before the shorter, with what must not follow.
const VERBS: [(&str, Verb, &[&str]); 28] = [
    ("书面审议", Verb::Written, &[]),
    ("书面审查", Verb::Written, &[]),
    ("书面听取", Verb::Written, &[]),
    ("书面印发", Verb::Written, &[]),
    ("表决通过", Verb::Pass, &["率"]),
    ("审议通过", Verb::Pass, &["率"]),
    ("审查通过", Verb::Pass, &[]),
    ("票决通过", Verb::Ballot, &[]),
    ("投票表决", Verb::Ballot, &["通过"]),
    ("举手表决", Verb::Stop, &[]),
    ("分组审议", Verb::Stop, &[]),
    ("分团审议", Verb::Stop, &[]),
    ("听取", Verb::Hear, &["意见", "了意见"]),
    ("审议", Verb::Hear, &["情况", "意见", "时", "中", "的方式", "委员会", "后", "、", "。"]),
    ("审查", Verb::Hear, &["结果", "报告", "委", "意见", "情况", "组"]),
    ("批准", Verb::Pass, &[]),
    ("通过", Verb::Pass, &["率", "视频", "投票", "无记名", "走访", "开展", "观看", "实地", "大会选举"]),
    ("票决", Verb::Ballot, &["办法", "制", "项目"]),
    ("表决", Verb::Ballot, &["办法", "方式", "的方式", "方法", "。", "，", "器"]),
    ("选举", Verb::Stop, &["办法"]),
    ("补选", Verb::Stop, &[]),
    ("当选", Verb::Stop, &[]),
    ("作出", Verb::Stop, &["的"]),
    ("收到", Verb::Stop, &[]),
    ("宣布", Verb::Stop, &[]),
    ("宣读", Verb::Stop, &[]),
    ("测评", Verb::Stop, &["办法"]),
    ("听取和审议", Verb::Hear, &[]),
];

/// Adds the items of every sentence.
pub fn read(gathering: &mut Gathering) {
    for sentence in gathering.clean.sentences() {
        presented(gathering, &sentence);
        listed(gathering, &sentence);
        ballots::passed_by_all(gathering, &sentence);
        debates::read(gathering, &sentence);
    }
}

/// Reports with the person who gave them: X（同志）（代表O）（所）作（的）T.
fn presented(gathering: &mut Gathering, sentence: &Range<usize>) {
    let inside: Vec<_> = gathering.mentions.iter().filter(|m| sentence.contains(&m.name.start)).cloned().collect();
    for (i, mention) in inside.iter().enumerate() {
        let stop = inside.get(i + 1).map_or(sentence.end, |next| next.post.as_ref().map_or(next.name.start, |post| post.start));
        let stop = stop.max(mention.name.end);
        let rest = gathering.text(&(mention.name.end..stop)).to_owned();
        let Some((verb, behalf)) = verb_of_report(&rest) else { continue };
        let object = mention.name.end + verb..stop;
        let object = object.start..verbs(gathering.text(&object), 0).first().map_or(object.end, |(at, ..)| object.start + at.start);
        let mut names = titles(&gathering.clean.text, &object, REPORTS);
        let report_verb = rest.get(..verb).is_some_and(|t| t.ends_with("报告"));
        if report_verb && names.is_empty() {
            let end = gathering.text(&object).find('，').map_or(object.end, |comma| object.start + comma);
            let text = gathering.text(&(object.start..end));
            if text.contains("工作") || text.contains("情况") {
                names.push(object.start..end);
            }
        }
        let behalf = behalf.map(|part| gathering.found(&(mention.name.end + part.start..mention.name.end + part.end), "on_behalf_of"));
        let speakers = gathering.subjects(sentence.start, mention.name.end);
        for (n, title) in names.into_iter().enumerate() {
            let is_marked = gathering.clean.text.get(..title.start).is_some_and(|head| head.ends_with('《'));
            if n > 0 && !is_marked {
                break;
            }
            for speaker in &speakers {
                let by = gathering.person(&speaker.name, speaker.rule);
                let found = gathering.found(&title, "presented");
                push(gathering, ItemKind::Report, found, Some(by), behalf.clone(), false);
            }
        }
    }
}

/// Where in what follows a name the verb of giving a report ends, and the body on whose behalf.
fn verb_of_report(rest: &str) -> Option<(usize, Option<Range<usize>>)> {
    static BETWEEN: Words = Words::new(|| words("同志 代表 受 向 就 所 在 市长 县长 区长 镇长 省长"));
    let at = rest.char_indices().take(40).find_map(|(i, c)| (matches!(c, '作' | '做')).then_some((i, c.len_utf8())));
    let spoken = rest.find("报告").filter(|i| *i < 90 && rest.get(..*i).is_some_and(|head| head.contains("代表") || head.contains("大会")));
    let (at, verb) = match (at, spoken) {
        (Some((at, _)), Some(spoken)) if spoken < at => (spoken, "报告".len()),
        (Some((at, len)), _) => (at, len),
        (None, Some(spoken)) => (spoken, "报告".len()),
        (None, None) => return None,
    };
    let head = rest.get(..at)?;
    let is_near = head.is_empty()
        || BETWEEN.iter().copied().any(|word| head.starts_with(word))
        || head.starts_with("分别")
        || head.starts_with("先后");
    if !is_near
        || head.contains(['《', '。', '；', '、'])
        || (head.contains('，') && !head.contains("委托"))
        || rest.get(at..)?.starts_with("作为")
    {
        return None;
    }
    let behalf = head
        .find("代表")
        .map(|i| i + "代表".len()..["向", "，", "所"].iter().filter_map(|w| head.get(i..)?.find(w).map(|e| i + e)).min().unwrap_or(at))
        .or_else(|| head.find('受').zip(head.find("委托")).map(|(i, end)| i + '受'.len_utf8()..end))
        .filter(|part| part.start < part.end);
    let tail = rest.get(at + verb..)?;
    let lead = ["的", "了", "题为", "关于"].iter().take(3).find(|word| tail.starts_with(**word)).map_or(0, |word| word.len());
    Some((at + verb + lead, behalf))
}

/// Verbs in a sentence outside of book marks.
fn verbs(text: &str, from: usize) -> Vec<(Range<usize>, Verb)> {
    let (mut found, mut at, mut depth): (Vec<(Range<usize>, Verb)>, _, usize) = (Vec::new(), from, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with('《') {
            depth += 1;
        } else if rest.starts_with('》') {
            depth = depth.saturating_sub(1);
        }
        // 关于批准…的决议 is a title: the verb in it is none of the sentence.
        let is_titled = text.get(..at).is_some_and(|head| head.ends_with("关于") || head.ends_with("提请"));
        let verb = VERBS.iter().filter(|_| !is_titled).find(|(word, _, not)| {
            let tail = rest.strip_prefix(*word);
            depth == 0 && tail.is_some_and(|tail| !not.iter().any(|not| tail.starts_with(not)))
        });
        if let Some((word, verb, _)) = verb {
            found.push((at..at + word.len(), *verb));
            at += word.len();
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// Lists of titles after a verb.
fn listed(gathering: &mut Gathering, sentence: &Range<usize>) {
    let text = gathering.text(sentence).to_owned();
    let mut merged: Vec<(Range<usize>, Vec<Verb>)> = Vec::new();
    for (at, verb) in verbs(&text, 0) {
        let joins = merged.last().is_some_and(|(last, _)| {
            text.get(last.end..at.start).is_some_and(|gap| {
                matches!(gap, "" | "和" | "、" | "并" | "了" | "，" | "，并" | "与" | "及" | "或" | "后" | "、并" | "并一致" | "并表决")
            })
        });
        match merged.last_mut() {
            Some((last, kinds)) if joins && verb != Verb::Stop && !kinds.contains(&Verb::Stop) => {
                last.end = at.end;
                kinds.push(verb);
            }
            _ => merged.push((at, vec![verb])),
        }
    }
    for (i, (at, kinds)) in merged.iter().enumerate() {
        let end = merged.get(i + 1).map_or(text.len(), |(next, _)| next.start);
        let object = sentence.start + at.end..sentence.start + end;
        let has = |verb: Verb| kinds.contains(&verb);
        // What groups debated is a debate (`debates`), not a report heard.
        let clause = text.get(..at.start).and_then(|head| head.rsplit('，').next()).unwrap_or_default();
        if has(Verb::Hear) && !has(Verb::Pass) && ["小组", "分组", "分团"].iter().any(|word| clause.contains(word)) {
            continue;
        }
        if has(Verb::Ballot) && !has(Verb::Pass) {
            ballots::ballot(gathering, sentence, &(sentence.start + at.start..sentence.start + end));
        } else if ballots::approved(gathering, &(sentence.start + at.start..sentence.start + at.end), &object) {
        } else if has(Verb::Hear) || has(Verb::Written) {
            let kind = if has(Verb::Written) { ItemKind::WrittenReport } else { ItemKind::Report };
            heard(gathering, &object, kind, has(Verb::Pass));
        } else if has(Verb::Pass) {
            passed(gathering, sentence, &object);
        }
    }
}

fn heard(gathering: &mut Gathering, object: &Range<usize>, kind: ItemKind, is_passed: bool) {
    let ends: &str = if is_passed { VOTED } else { REPORTS };
    // Where people give the reports, they were taken with their names: only titles behind the last giver's remain.
    for title in titles(&gathering.clean.text, object, ends) {
        let next = gathering.mentions.partition_point(|m| m.name.start < title.start);
        let giver = gathering.mentions.get(next).is_some_and(|m| m.name.start < title.end);
        let found = gathering.found(&title, "heard");
        if giver || is_count(&found.value) || ["请假", "审议情况", "情况汇报"].iter().any(|word| found.value.contains(word)) {
            continue;
        }
        let is_marked = gathering.clean.text.get(..title.start).is_some_and(|head| head.ends_with('《'));
        let is_report = is_marked || REPORTS.split_whitespace().take(6).any(|end| found.value.contains(end)) || !is_passed;
        let kind = if is_report { kind } else { ItemKind::Resolution };
        push(gathering, kind, found, None, None, is_passed);
    }
}

pub(super) fn passed(gathering: &mut Gathering, sentence: &Range<usize>, object: &Range<usize>) {
    let found = shared(gathering, &titles(&gathering.clean.text, object, VOTED), object);
    let is_respective = gathering.text(&(sentence.start..object.start)).contains("分别");
    for title in found {
        let is_report = title.value.ends_with("报告") && !is_count(&title.value);
        let reports: Vec<_> = gathering
            .report
            .items
            .iter()
            .filter(|i| matches!(i.kind, ItemKind::Report | ItemKind::WrittenReport))
            .map(|i| i.title.value.clone())
            .collect();
        let counted = count_of(&title.value);
        if is_respective && title.value.ends_with("决议") && counted == Some(reports.len()) && counted > Some(0) {
            for report in reports {
                let each = Found { value: format!("关于{report}的决议"), span: title.span.clone() };
                push(gathering, ItemKind::Resolution, each, None, None, true);
            }
        } else if is_report {
            push(gathering, ItemKind::Report, title, None, None, true);
        } else {
            push(gathering, ItemKind::Resolution, title, None, None, true);
        }
    }
}

/// How many a title counts: 两个决议 are 2.
fn count_of(title: &str) -> Option<usize> {
    let digits: String = title.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十两".contains(*c)).collect();
    let number = crate::numerals::number(&digits)?;
    is_count(title).then(|| usize::try_from(number).ok()).flatten()
}

/// Adds an item unless the same is there; one that names the giver completes one that does not.
pub(super) fn push(
    gathering: &mut Gathering,
    kind: ItemKind,
    title: Found<String>,
    by: Option<usize>,
    on_behalf_of: Option<Found<String>>,
    is_adopted: bool,
) {
    let is_report = |kind: ItemKind| matches!(kind, ItemKind::Report | ItemKind::WrittenReport);
    let is_planned = gathering.is_planned(&title.span);
    let mut title = Found { value: title.value.trim().to_owned(), ..title };
    if is_report(kind) && BODIES.iter().copied().any(|body| title.value.ends_with(body)) {
        // The last of a list has the word for all: 常委会、法院工作报告.
        title.value.push_str("工作报告");
    }
    title.value = worded(&title.value);
    if title.value.is_empty() {
        return;
    }
    // 决定批准这个报告: the result of the report before.
    if is_adopted && ["这个报告", "该报告", "这一报告", "上述报告"].contains(&title.value.as_str()) {
        if let Some(item) = gathering.report.items.iter_mut().rev().find(|item| is_report(item.kind)) {
            item.is_adopted = true;
        }
        return;
    }
    let whole = full(&title.value, on_behalf_of.as_ref());
    let same = gathering.report.items.iter_mut().find(|item| {
        let kinds = item.kind == kind || is_report(item.kind) && is_report(kind);
        let known = full(&item.title.value, item.on_behalf_of.as_ref());
        kinds && is_same(&known, &whole, is_report(kind)) && (item.by.is_none() || by.is_none() || item.by == by)
    });
    if let Some(item) = same {
        item.is_adopted |= is_adopted;
        item.is_planned &= is_planned;
        if item.title.value == "工作报告" && title.value != "工作报告" {
            item.title = title;
        }
        if item.by.is_none() {
            item.by = by;
        }
        if item.on_behalf_of.is_none() {
            item.on_behalf_of = on_behalf_of;
        }
        return;
    }
    if gathering.report.items.len() < MOST {
        gathering.report.items.push(Item { kind, title, by, on_behalf_of, is_adopted, is_planned, action: None });
    }
}
