//! Addresses and remarks: who spoke, in the same clause or as the subject of the sentence.

use super::clean::{Words, words};
use super::rules::ADVISED;
use super::{Found, Gathering, Item, ItemKind, people};
use std::ops::Range;

static SPOKEN: Words = Words::new(|| {
    words(
        "\
    表态发言 总结讲话 重要讲话 即席讲话 闭幕讲话 任职讲话 供职发言 任职发言 讲话 发言 致辞 致词 贺词",
    )
});

/// Adds every speech.
pub fn read(gathering: &mut Gathering) {
    for sentence in gathering.clean.sentences() {
        let text = gathering.text(&sentence).to_owned();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let Some(word) = SPOKEN.iter().copied().find(|word| rest.starts_with(*word)) else {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            spoken(gathering, sentence.start, &text, at, word);
            at += word.len();
        }
        advised(gathering, &sentence);
    }
}

fn spoken(gathering: &mut Gathering, start: usize, text: &str, at: usize, word: &str) {
    let after = text.get(at + word.len()..).unwrap_or_default();
    let before = text.get(..at).unwrap_or_default();
    if let Some(place) = after.strip_prefix(['中', '时']).and_then(|rest| rest.strip_prefix('，')) {
        let end = start + text.len();
        in_speech(gathering, start, before, (at, word), end - place.len()..end);
        return;
    }
    if after.starts_with(['精', '稿', '时', '要'])
        || before.ends_with('不')
        || before.ends_with("贯彻")
        || before.ends_with("学习")
        || in_marks(before)
    {
        return;
    }
    let who = gathering.subjects(start, start + at);
    let place = start + at..start + at + word.len();
    // A caption repeats what the text tells: its speaker spoke once.
    let mut is_said = false;
    for speaker in &who {
        let between = gathering.text(&(speaker.name.end..start + at));
        if between.contains(['》', '；']) || between.contains("选举") {
            continue;
        }
        let by = gathering.person(&speaker.name, speaker.rule);
        is_said = true;
        let has_spoken = gathering.report.items.iter().any(|item| item.kind == ItemKind::Speech && item.by == Some(by));
        if has_spoken {
            continue;
        }
        let post = speaker.post.as_ref().map(|post| gathering.text(post).to_owned()).unwrap_or_default();
        let value = if word == "讲话" { format!("{post}讲话") } else { word.to_owned() };
        let found = Found { value, span: gathering.span(&place, "spoken") };
        gathering.report.items.push(Item {
            kind: ItemKind::Speech,
            title: found,
            by: Some(by),
            on_behalf_of: None,
            is_adopted: false,
            is_planned: false,
            action: None,
        });
    }
    let clause = before.rsplit(['，', '。']).next().unwrap_or_default();
    let post =
        ["党委书记", "县委书记", "区委书记", "市委书记", "人大主席"].iter().find_map(|post| clause.find(post).map(|i| i + post.len()));
    if let Some(end) = post.filter(|_| who.is_empty() && !is_said) {
        let value = format!("{}讲话", clause.get(..end).unwrap_or_default());
        let found = Found { value, span: gathering.span(&place, "spoken") };
        gathering.report.items.push(Item {
            kind: ItemKind::Speech,
            title: found,
            by: None,
            on_behalf_of: None,
            is_adopted: false,
            is_planned: false,
            action: None,
        });
    }
}

/// 在…讲话中，X指出: whoever stands first in what follows spoke.
fn in_speech(gathering: &mut Gathering, start: usize, before: &str, (at, word): (usize, &str), rest: Range<usize>) {
    let follows = people::plain(gathering.text(&rest));
    let Some(by) = gathering.report.people.iter().position(|person| follows.starts_with(&person.name.value)) else { return };
    let clause = before.rsplit(['，', '。']).next().unwrap_or_default();
    let lead = clause.strip_prefix('在').unwrap_or(clause);
    let place = start + at - lead.len()..start + at + word.len();
    let found = gathering.found(&place, "spoken");
    // 在闭幕式讲话中: the title says where.
    let sitting = found.value.strip_suffix("讲话").filter(|place| place.ends_with(['会', '式'])).map(|place| format!("在{place}上的讲话"));
    add(gathering, by, Found { value: sitting.unwrap_or(found.value), span: found.span });
}

/// Adds what somebody advised who did not speak otherwise.
fn advised(gathering: &mut Gathering, sentence: &Range<usize>) {
    let Some(place) = ADVISED.first(gathering.text(sentence)).map(|hit| hit.whole()) else { return };
    let place = sentence.start + place.start..sentence.start + place.end;
    let Some(speaker) = gathering.subjects(sentence.start, place.start).pop().filter(|speaker| speaker.post.is_some()) else { return };
    let by = gathering.person(&speaker.name, speaker.rule);
    let found = gathering.found(&place, ADVISED.name);
    let about = found.value.strip_prefix('就').and_then(|rest| rest.split_once("提出")).map(|(about, _)| format!("对{about}的建议"));
    add(gathering, by, Found { value: about.unwrap_or(found.value), span: found.span });
}

fn add(gathering: &mut Gathering, by: usize, title: Found<String>) {
    if !gathering.report.items.iter().any(|item| item.kind == ItemKind::Speech && item.by == Some(by)) {
        gathering.report.items.push(Item {
            kind: ItemKind::Speech,
            title,
            by: Some(by),
            on_behalf_of: None,
            is_adopted: false,
            is_planned: false,
            action: None,
        });
    }
}

fn in_marks(head: &str) -> bool {
    head.matches('《').count() > head.matches('》').count()
}
