//! Debates in groups, surveys of satisfaction and resignations accepted.

use super::clean::{Words, words};
use super::items::push;
use super::titles::{REPORTS, titles};
use super::{Found, Gathering, ItemKind};
use std::ops::Range;

/// Adds those of a sentence.
pub fn read(gathering: &mut Gathering, sentence: &Range<usize>) {
    debates(gathering, sentence);
    resignations(gathering, sentence);
}

/// 接受X辞去P的请求, where no title says it.
fn resignations(gathering: &mut Gathering, sentence: &Range<usize>) {
    let text = gathering.text(sentence).to_owned();
    let Some(at) = text.find("接受").filter(|at| !text.get(..*at).is_some_and(|head| head.ends_with("关于") || head.contains('《')))
    else {
        return;
    };
    let clause = text.get(at..).and_then(|rest| rest.split('，').next()).unwrap_or_default();
    if clause.contains("辞去") || clause.contains("辞职") {
        let found = gathering.found(&(sentence.start + at..sentence.start + at + clause.len()), "resignation");
        push(gathering, ItemKind::Resolution, found, None, None, true);
    }
}

/// Debates in groups and surveys of satisfaction.
fn debates(gathering: &mut Gathering, sentence: &Range<usize>) {
    static GROUPS: Words = Words::new(|| words("分团 分组 代表团 分小组 小组 分代表团 分片 分三个 分四个 分五个"));
    static DEBATE: Words = Words::new(|| words("讨论 审议 审查 酝酿"));
    let text = gathering.text(sentence).to_owned();
    let mut at = 0;
    for clause in text.split('，') {
        let start = sentence.start + at;
        at += clause.len() + '，'.len_utf8();
        if clause.contains("办法") || clause.contains("名单") || clause.contains('《') && !clause.contains("测评") {
            continue;
        }
        let survey =
            (clause.contains("测评") && !clause.ends_with("测评会议") && !clause.contains("测评会议")) || clause.contains("评议了");
        let group = GROUPS.iter().copied().filter_map(|word| clause.find(word)).min();
        let debate = group.and_then(|group| {
            DEBATE.iter().copied().filter_map(|word| clause.get(group..)?.find(word).map(|i| group + i + word.len())).min()
        });
        // 讨论重点审议了: what was debated stands behind the last of the verbs.
        let debate = debate.map(|end| {
            let near = clause.get(end..).unwrap_or_default();
            let next = DEBATE.iter().copied().filter_map(|word| near.find(word).map(|i| (i, end + i + word.len()))).min();
            next.filter(|(gap, _)| *gap <= "重点".len()).map_or(end, |(_, end)| end)
        });
        let part = if survey {
            let from = clause.find('对').or_else(|| clause.find("开展")).or_else(|| clause.find("评议了")).unwrap_or(0);
            let end = clause.find("测评").filter(|end| *end > from).map_or(clause.len(), |end| end + "测评".len());
            from..end
        } else if let Some((group, end)) = group.zip(debate) {
            let rest = clause.get(end..).unwrap_or_default();
            if ["情况", "结果", "意见"].iter().any(|word| rest.contains(word)) && !rest.contains("报告") || clause.contains("汇报")
            {
                continue;
            }
            let from = clause.get(..group).and_then(|head| head.rfind('分')).unwrap_or(group);
            let stop = ["后", "并", "，"].iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
            from..end + stop
        } else {
            continue;
        };
        let listed = debate.map_or_else(Vec::new, |end| {
            let object = start + end..start + part.end;
            titles(&gathering.clean.text, &object, &format!("{REPORTS} 情况"))
        });
        if listed.len() > 1 && !survey {
            for title in listed {
                let found = gathering.found(&title, "debate");
                push(gathering, ItemKind::Deliberation, Found { value: format!("审议{}", found.value), ..found }, None, None, false);
            }
            continue;
        }
        let found = gathering.found(&(start + part.start..start + part.end), "debate");
        push(gathering, ItemKind::Deliberation, found, None, None, false);
    }
}
