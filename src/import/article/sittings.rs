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
                let name = name(&text, found);
                let index = gathering.person(&chair.name, chair.rule);
                let is_known =
                    gathering.report.sittings.iter().any(|s| s.chair == index && (s.name == name || name.is_none() || s.name.is_none()));
                if !is_known {
                    let span = gathering.span(&chair.name, "presided");
                    gathering.report.sittings.push(Sitting { name, chair: index, span });
                }
            }
        }
    }
}

/// Whether nothing but a few words stands between the name and the verb.
fn is_near(between: &str) -> bool {
    between.chars().count() <= 12 && !between.contains(['。', '；', '、', '《'])
}

/// The name of the sitting in the clause of `at`.
fn name(text: &str, at: usize) -> Option<String> {
    let clause = text.get(..at)?.rsplit('，').next()?;
    let tail = text.get(at..)?.split('，').next()?;
    for part in [clause, tail] {
        if let Some(end) = part.find("全体会议") {
            let start = part.get(..end)?.rfind('第').unwrap_or(end);
            return part.get(start..end + "全体会议".len()).map(str::to_owned);
        }
        for word in ["预备会议", "测评会议", "闭幕会", "开幕会", "闭幕式", "开幕式"] {
            if part.contains(word) {
                return Some(word.to_owned());
            }
        }
    }
    None
}
