//! Who presided over what.

use super::{Gathering, Sitting};

/// Adds everyone who presided.
pub fn read(gathering: &mut Gathering) {
    for sentence in gathering.clean.sentences() {
        let text = gathering.text(&sentence).to_owned();
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find("主持")).map(|i| at + i) {
            at = found + "主持".len();
            let is_caption = text.get(at..).is_some_and(|rest| rest.starts_with(['人', '：']));
            let before = gathering.subjects(sentence.start, sentence.start + found);
            let chairs = if is_caption {
                let next =
                    gathering.mentions.iter().find(|m| m.name.start >= sentence.start + at && m.name.start < sentence.start + at + 16);
                next.cloned().into_iter().collect()
            } else {
                before
                    .into_iter()
                    .next_back()
                    .filter(|m| is_near(gathering.text(&(m.name.end..sentence.start + found))))
                    .into_iter()
                    .collect::<Vec<_>>()
            };
            for chair in chairs {
                let index = gathering.person(&chair.name, chair.rule);
                let span = gathering.span(&chair.name, "presided");
                for name in names(&text, found) {
                    let mut known = gathering.report.sittings.iter();
                    if !known.any(|s| s.chair == index && (s.name == name || name.is_none() || s.name.is_none())) {
                        gathering.report.sittings.push(Sitting { name, chair: index, span: span.clone() });
                    }
                }
            }
        }
    }
}

/// Whether nothing but a few words stands between the name and the verb.
fn is_near(between: &str) -> bool {
    between.chars().count() <= 12 && !between.contains(['。', '；', '、', '《'])
}

/// The names of the sittings in the clause of `at`: 主持预备会议、第二次全体会议 are two.
fn names(text: &str, at: usize) -> Vec<Option<String>> {
    let tail = text.get(at..).unwrap_or_default().split('，').next().unwrap_or_default();
    let listed: Vec<_> = tail.split(['、', '和']).filter_map(named).collect();
    if listed.len() > 1 { listed.into_iter().map(Some).collect() } else { vec![name(text, at)] }
}

/// The name of the sitting in the clause of `at`.
fn name(text: &str, at: usize) -> Option<String> {
    let clause = text.get(..at)?.rsplit('，').next()?;
    let tail = text.get(at..)?.split('，').next()?;
    named(clause).or_else(|| named(tail))
}

/// The first sitting that words name.
fn named(part: &str) -> Option<String> {
    if let Some(end) = part.find("全体会议") {
        let start = part.get(..end)?.rfind('第').unwrap_or(end);
        return part.get(start..end + "全体会议".len()).map(str::to_owned);
    }
    // 闭幕会第一阶段会议
    if let Some(end) = part.find("阶段会议") {
        let start = part.get(..end).and_then(|head| head.rfind("闭幕会").or_else(|| head.rfind("开幕会")).or_else(|| head.rfind('第')));
        return part.get(start.unwrap_or(end)..end + "阶段会议".len()).map(str::to_owned);
    }
    let word = ["预备会议", "测评会议", "闭幕会", "开幕会", "闭幕式", "开幕式"].into_iter().find(|word| part.contains(word));
    word.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_sitting_is_named_with_its_part() {
        assert_eq!(named("主持闭幕会第一阶段会议").as_deref(), Some("闭幕会第一阶段会议"));
        assert_eq!(named("主持闭幕会").as_deref(), Some("闭幕会"));
        assert_eq!(named("主持下一阶段工作"), None);
    }
}
