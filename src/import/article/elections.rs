//! Elections: names with posts, names before 当选, posts without names.

use super::clean::{Words, is_han, words};
use super::names::names_at;
use super::people::Mention;
use super::{Elected, Found, Gathering, Item, ItemKind, Person};
use std::ops::Range;

/// Verbs of elections, the longer before the shorter.
static VERBS: Words = Words::new(|| words("选举产生了 选举产生 选举了 选举 补选产生 补选了 补选 增选 选出了 选出 推选 另选"));
/// How posts end.
static POSTS: Words = Words::new(|| words("主席 主任 县长 区长 市长 镇长 乡长 省长 州长 院长 检察长 委员 秘书长 班子 领导 成员 书记 旗长"));

/// Adds the elections of every sentence and everyone elected.
pub fn read(gathering: &mut Gathering) {
    for sentence in gathering.clean.sentences() {
        let text = gathering.text(&sentence).to_owned();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let head = text.get(..at).unwrap_or_default();
            let is_marked = head.matches('《').count() > head.matches('》').count();
            if let Some(verb) = VERBS.iter().copied().find(|verb| rest.starts_with(*verb)).filter(|_| !is_marked) {
                at += verb.len();
                let after = text.get(at..).unwrap_or_default();
                if !["办法", "工作", "结果", "委员会", "事项", "制度", "大会", "日"].iter().any(|word| after.starts_with(word))
                {
                    let from = sentence.start + at;
                    if !named(gathering, from, sentence.end) {
                        unnamed(gathering, from, sentence.end);
                    }
                }
            } else if rest.starts_with("当选") && !is_marked {
                before(gathering, sentence.start, sentence.start + at, sentence.end);
                at += "当选".len();
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
    }
    newly(gathering);
}

/// 新当选的P X: elected, where nothing else says so.
fn newly(gathering: &mut Gathering) {
    const NEW: [&str; 2] = ["新当选的", "新当选"];
    let is_new = |post: usize| NEW.iter().any(|word| gathering.clean.text.get(..post).is_some_and(|head| head.ends_with(word)));
    let new = |mention: &Mention| mention.post.clone().filter(|post| is_new(post.start)).map(|post| (mention.name.clone(), post));
    let found: Vec<_> = gathering.mentions.iter().filter_map(new).collect();
    for (name, post) in found {
        let index = gathering.person(&name, "elected");
        if !gathering.report.elected.iter().any(|known| known.person == index) {
            elect(gathering, &name, &post);
            item(gathering, &post);
        }
    }
}

/// X为P，Y为Q: whether there was at least one.
fn named(gathering: &mut Gathering, from: usize, end: usize) -> bool {
    let mut at = from;
    let mut is_any = false;
    while at < end {
        let names: Vec<_> = names_at(&gathering.clean.text, at);
        let Some(last) = names.last().cloned() else { break };
        let rest = gathering.text(&(last.end..end)).to_owned();
        let lead = ["同志", "分别", "等"].iter().fold(rest.as_str(), |rest, word| rest.trim_start_matches(word));
        // 等8人为
        let uncounted = lead.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        let counted = ["名同志", "位同志", "人", "名", "位"].iter().find_map(|word| uncounted.strip_prefix(word));
        let lead = counted.filter(|_| uncounted.len() < lead.len()).unwrap_or(lead);
        let Some(post) = ["当选为", "当选", "担任", "为新一届", "为", "任"].iter().find_map(|word| lead.strip_prefix(word))
        else {
            break;
        };
        let start = end - post.len();
        let stop = post.find(['，', '。', '；', '、', '（', ' ', '并']).map_or(end, |i| start + i);
        let part = trim_post(gathering, start..stop);
        for name in &names {
            elect(gathering, name, &part);
        }
        item(gathering, &part);
        is_any = true;
        at = stop + gathering.text(&(stop..end)).chars().next().map_or(0, char::len_utf8);
    }
    is_any
}

/// X、Y（分别）当选P、Q.
fn before(gathering: &mut Gathering, from: usize, at: usize, end: usize) {
    let head = gathering.text(&(from..at)).to_owned();
    let mut tail = head.len();
    let mut is_respective = false;
    for word in ["同志", "分别", "以全票", "全票", "以高票", "高票", "依次", "同志以全票", "以全票赞成", "顺利"].iter().cycle().take(30)
    {
        if let Some(rest) = head.get(..tail).and_then(|head| head.strip_suffix(word)) {
            is_respective |= *word == "分别";
            tail = rest.len();
        }
    }
    let names = names_before(gathering, from, from + tail);
    let text = gathering.text(&(at + "当选".len()..end)).to_owned();
    let post = text.strip_prefix("为").unwrap_or(&text);
    let start = end - post.len();
    let stop = post.find(['，', '。', '；', '）', '（', '|', '并']).map_or(end, |i| start + i);
    let parts = posts(gathering, &(start..stop));
    let Some(first) = parts.first().cloned() else { return };
    let pairs = is_respective && parts.len() == names.len();
    let whole = if parts.len() > 1 && !pairs { first.start..parts.last().map_or(stop, |last| last.end) } else { first };
    for (i, name) in names.iter().enumerate() {
        let part = if pairs { parts.get(i).cloned().unwrap_or(whole.clone()) } else { whole.clone() };
        elect(gathering, name, &part);
        item(gathering, &part);
    }
    if names.is_empty() && !whole.is_empty() && head.ends_with(['，', '、']) {
        item(gathering, &whole);
    }
}

/// Names that end right before `at`, the whole list of them.
fn names_before(gathering: &Gathering, from: usize, at: usize) -> Vec<Range<usize>> {
    let text = &gathering.clean.text;
    let head = gathering.text(&(from..at));
    let mut starts: Vec<usize> = vec![from];
    starts.extend(head.char_indices().filter(|(_, c)| !is_han(*c) && *c != ' ' && *c != '、').map(|(i, c)| from + i + c.len_utf8()));
    for start in starts.iter().rev().take(2) {
        let mut at_char = *start;
        while at_char < at {
            let names = names_at(text, at_char);
            if names.last().is_some_and(|last| last.end == at) {
                return names;
            }
            at_char += text.get(at_char..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
    }
    Vec::new()
}

/// Posts without names: 镇长1名、副镇长3名.
fn unnamed(gathering: &mut Gathering, from: usize, end: usize) {
    let text = gathering.text(&(from..end)).to_owned();
    let mut at = from;
    for clause in text.split('，') {
        let parts = posts(gathering, &(at..at + clause.len()));
        if parts.is_empty() {
            break;
        }
        for part in parts {
            item(gathering, &part);
        }
        at += clause.len() + '，'.len_utf8();
    }
}

/// The posts in a list, without numbers.
fn posts(gathering: &Gathering, part: &Range<usize>) -> Vec<Range<usize>> {
    let text = gathering.text(part);
    let (mut found, mut start) = (Vec::new(), 0);
    let mut cuts: Vec<(usize, usize)> =
        text.char_indices().filter(|(_, c)| matches!(c, '、' | '和' | '及' | ' ')).map(|(i, c)| (i, c.len_utf8())).collect();
    cuts.push((text.len(), 0));
    for (cut, len) in cuts {
        let trimmed = trim_post(gathering, part.start + start..part.start + cut);
        let piece = gathering.text(&trimmed);
        if POSTS.iter().copied().any(|post| piece.ends_with(post)) && piece.chars().count() < 40 {
            found.push(trimmed);
            start = cut + len;
        }
    }
    found
}

/// A post without the numbers and words around it.
fn trim_post(gathering: &Gathering, part: Range<usize>) -> Range<usize> {
    let text = gathering.text(&part);
    let numeric = |c: char| c.is_ascii_digit() || "一二三四五六七八九十两几".contains(c);
    let mut inner = text.trim_start_matches(['了', '为', '出']);
    inner = VERBS.iter().copied().find_map(|verb| inner.strip_prefix(verb)).unwrap_or(inner);
    let unnumbered = inner.trim_start_matches(numeric);
    if let Some(rest) = unnumbered.strip_prefix(['名', '位']) {
        inner = rest;
    }
    let start = part.end - inner.len();
    let inner = inner.trim_end_matches("各").trim_end_matches("等");
    let inner = inner.strip_suffix(['名', '人', '位']).map_or(inner, |rest| rest.trim_end_matches(numeric).trim_end_matches('各'));
    start..start + inner.len()
}

fn elect(gathering: &mut Gathering, name: &Range<usize>, post: &Range<usize>) {
    let index = gathering.person(name, "elected");
    let post = gathering.found(post, "elected");
    if gathering.report.elected.iter().any(|known| known.person == index && known.post.value == post.value) {
        return;
    }
    if let Some(Person { post: of_person, .. }) = gathering.report.people.get_mut(index) {
        *of_person = Some(post.clone());
    }
    gathering.report.elected.push(Elected { person: index, post });
    if !gathering.mentions.iter().any(|m| m.name.start < name.end && name.start < m.name.end) {
        gathering.mentions.push(Mention { name: name.clone(), post: None, rule: "elected" });
        gathering.mentions.sort_by_key(|mention| mention.name.start);
    }
}

fn item(gathering: &mut Gathering, post: &Range<usize>) {
    let found = gathering.found(post, "election");
    let is_planned = gathering.is_planned(&found.span);
    let is_known = gathering.report.items.iter_mut().any(|item| {
        let known = item.title.value.trim_start_matches("选举");
        let is_same = item.kind == ItemKind::Election
            && (known.ends_with(&found.value) || found.value.ends_with(known))
            && is_deputy(known) == is_deputy(&found.value)
            && !known.is_empty();
        item.is_planned &= is_planned || !is_same;
        is_same
    });
    if !is_known && !found.value.is_empty() {
        let title = Found { value: format!("选举{}", found.value), span: found.span };
        gathering.report.items.push(Item {
            kind: ItemKind::Election,
            title,
            by: None,
            on_behalf_of: None,
            is_adopted: true,
            is_planned,
            action: None,
        });
    }
}

fn is_deputy(post: &str) -> bool {
    post.contains('副')
}

#[cfg(test)]
mod tests {
    use crate::import::article;

    fn elected(text: &str) -> Vec<(String, String)> {
        let report = article::read(&format!("甲县第五届人民代表大会第二次会议闭幕。{text}"));
        let name = |person: usize| report.people.get(person).map(|person| person.name.value.clone()).unwrap_or_default();
        report.elected.iter().map(|elected| (name(elected.person), elected.post.value.clone())).collect()
    }

    fn of(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, post)| ((*name).to_owned(), (*post).to_owned())).collect()
    }

    #[test]
    fn all_of_a_list_are_elected() {
        let found = elected("大会选举李山、王小河等2人为甲县人大常委会委员。");
        assert_eq!(found, of(&[("李山", "甲县人大常委会委员"), ("王小河", "甲县人大常委会委员")]));
        assert_eq!(elected("大会选举李山当选为甲县监察委员会主任。"), of(&[("李山", "甲县监察委员会主任")]));
        assert_eq!(elected("大会等待选举结果，李山、王小河等2人为此鼓掌。"), of(&[]));
    }

    #[test]
    fn whoever_is_newly_elected_was_elected() {
        assert_eq!(elected("会议由新当选的县人大常委会主任李山主持。"), of(&[("李山", "县人大常委会主任")]));
        assert_eq!(elected("会议由县人大常委会主任李山主持。"), of(&[]));
    }
}
