//! People and their posts: a post before a name, a name before what only people do.

use super::clean::{Clean, Words, is_han, words};
use super::names::{name_at, names_at, unknown_names_at};
use std::ops::Range;

/// A name in the text, and the post in front of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands.
    pub name: Range<usize>,
    /// Where its post stands.
    pub post: Option<Range<usize>>,
    /// Which rule found it.
    pub rule: &'static str,
}

/// Words that end a post, the longer before the shorter.
static POSTS: Words = Words::new(|| {
    words(
        "\
    副书记 书记 副主席 常务主席 执行主席 主席 副主任 主任委员 主任 副县长 县长 副区长 区长 副市长 市长 副镇长 \
    镇长 副乡长 乡长 副省长 省长 副州长 州长 旗长 副院长 院长 检察长 秘书长 部长 副局长 局长 所长 站长 常委 \
    组长 领导 提名人选 候选人 主持人 办公室主任",
    )
});
/// Places of work that stand for a post where a report is given on somebody's behalf.
static OFFICES: Words = Words::new(|| words("财政所 财政局 财政办 发改局 改革局 财政站 审计局 农经站"));
/// Words in front of a post that are no part of it; the post begins after the last.
static BEFORE: Words = Words::new(|| {
    words(
        "\
    会议由 由 听取了 听取 审议了 审议 审查了 审查 选举产生 选举 邀请 随后 会上 同时 会议 其中 以及 选后 \
    首先 最后 接着 并由 经 期间 收到 上午 下午 还有 有 县里 之后 大会上 全体会议 开幕式 闭幕式 时 结束后 \
    领誓 受 通过 介绍 当选 新当选 新任 要求 为 是 后 开幕会 闭幕会 分管 和在家的 在家的 及 图 宣布 与会 \
    现任",
    )
});
/// What people do, in front of which a name may stand at the start of a clause.
static DOES: Words = Words::new(|| {
    words(
        "\
    主持 讲话 作总结 作重要 宣布 当选 同志 代表 作政府 作《 作了 作的 介绍 致 作题为 在会上 全票当选 以全票 \
    作工作 作闭幕 作开幕 领誓 作 受",
    )
});
/// What may stand between a post and the list of those who hold it.
static JOINTS: Words = Words::new(|| words("： 的有： 的还有： 还有： 有： 是： 为： 分别是： 是"));
/// Words after which a name may stand without a post.
static LEADS: Words =
    Words::new(|| words("由 听取 听取了 审议 审议了 审查 执行主席： 主持人： 主持： 选举 补选 选举产生 选出 接受 推选 、"));

/// Everyone named with a role, in the order of the text; the same name may be there more than once.
pub fn mentions(clean: &Clean) -> Vec<Mention> {
    let text = clean.text.as_str();
    let mut found: Vec<Mention> = Vec::new();
    for sentence in clean.sentences() {
        let mut here = Vec::new();
        with_posts(text, &sentence, &mut here);
        without_posts(text, &sentence, &mut here);
        found.append(&mut here);
    }
    found.sort_by_key(|mention| (mention.name.start, mention.post.is_none()));
    found.dedup_by(|next, first| next.name.start < first.name.end);
    found
}

/// A name as people write it, without gaps.
pub fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

fn with_posts(text: &str, sentence: &Range<usize>, found: &mut Vec<Mention>) {
    let mut at = sentence.start;
    while let Some(rest) = text.get(at..sentence.end) {
        let Some(c) = rest.chars().next() else { break };
        let word = POSTS.iter().copied().find(|word| rest.starts_with(*word));
        let office = word.is_none().then(|| OFFICES.iter().copied().find(|word| rest.starts_with(*word))).flatten();
        let Some(word) = word.or(office) else {
            at += c.len_utf8();
            continue;
        };
        let mut end = at + word.len();
        let rest = text.get(end..).unwrap_or_default();
        // 执行主席是：A、B
        let joint = JOINTS.iter().copied().find(|joint| rest.starts_with(joint));
        if let Some(joint) = joint.filter(|joint| *joint == "：" || word == "执行主席") {
            end += joint.len();
        }
        let mut names = names_at(text, end);
        if names.is_empty() && office.is_none() {
            names = unknown_names_at(text, end);
        }
        let is_doing =
            |name: &Range<usize>| text.get(name.end..).is_some_and(|rest| ["受", "代表", "作", "同志"].iter().any(|w| rest.starts_with(w)));
        let names: Vec<_> = names.into_iter().filter(|name| name.end <= sentence.end && (office.is_none() || is_doing(name))).collect();
        if names.is_empty() || in_title(text, sentence.start, at) {
            at += word.len();
            continue;
        }
        let is_host = word == "主持人";
        let post = (!is_host).then(|| post_start(text, sentence.start, at, found)..at + word.len());
        let next = names.last().map_or(end, |name| name.end);
        found.extend(names.into_iter().map(|name| Mention { name, post: post.clone(), rule: "post_name" }));
        at = next;
    }
}

/// Where the post that holds `at` begins: after the last stop or word that is no part of it, across 、 where that joins two posts.
fn post_start(text: &str, from: usize, at: usize, found: &[Mention]) -> usize {
    let from = found.last().map_or(from, |last| last.name.end.max(from));
    let mut start = at;
    while let Some((i, c)) = text.get(from..start).and_then(|head| head.char_indices().next_back()) {
        let is_joint = c == '、' && text.get(from..from + i).is_some_and(is_post);
        if !is_han(c) && !is_joint {
            break;
        }
        start = from + i;
    }
    let head = text.get(start..at).unwrap_or_default();
    let end_of = |word: &str| {
        let end = head.rfind(word)? + word.len();
        // 审查委员会 is a body, nothing that anybody does; 经济 is no 经.
        let is_body = head.get(end..).is_some_and(|rest| ["委员会", "小组", "组", "济", "勤"].iter().any(|body| rest.starts_with(body)));
        (!is_body).then_some(end)
    };
    let cut = BEFORE.iter().copied().filter_map(end_of).max().unwrap_or(0);
    let head = head.get(cut..).unwrap_or_default();
    let head = head.trim_start_matches(['和', '与', '在', '、', '同', '的']);
    let head = ["本次大会的", "本次大会", "本次会议的", "本次会议"].iter().find_map(|word| head.strip_prefix(word)).unwrap_or(head);
    at - head.len()
}

/// Whether words end as a post does.
pub fn is_post(words: &str) -> bool {
    words.ends_with("委员") || POSTS.iter().copied().any(|word| words.ends_with(word))
}

/// Whether words name what somebody is at a session, no post.
pub fn is_role(words: &str) -> bool {
    words.split('、').all(|part| part.ends_with("执行主席") || part.ends_with("常务主席"))
}

/// The post that a list shares behind it: 等县领导.
fn group_post(rest: &str) -> Option<Range<usize>> {
    let post = rest.strip_prefix('等')?;
    let end = post
        .find("领导")
        .map(|i| i + "领导".len())
        .filter(|end| post.get(..*end).is_some_and(|t| t.chars().count() < 9 && t.chars().all(is_han)))?;
    let start = '等'.len_utf8();
    Some(start..start + end)
}

fn has_comma(text: &str, list: &[Range<usize>]) -> bool {
    list.windows(2)
        .any(|pair| if let [one, next] = pair { text.get(one.end..next.start).is_some_and(|gap| gap.contains('，')) } else { false })
}

/// Whether a list goes on with 等在主席台就座: that says nothing of what those people are.
fn is_on_rostrum(rest: &str) -> bool {
    let clause = rest.split(['，', '。', '；']).next().unwrap_or_default();
    clause.contains("主席台") && clause.ends_with(['座', '坐'])
}

/// Whether `at` stands between book marks.
fn in_title(text: &str, from: usize, at: usize) -> bool {
    text.get(from..at).is_some_and(|head| head.rfind('《').is_some_and(|open| !head.get(open..).is_some_and(|rest| rest.contains('》'))))
}

fn without_posts(text: &str, sentence: &Range<usize>, found: &mut Vec<Mention>) {
    let Some(body) = text.get(sentence.clone()) else { return };
    let mut push = |name: Range<usize>, post: Option<Range<usize>>, rule: &'static str| {
        if !in_title(text, sentence.start, name.start) && !found.iter().any(|m| m.name.start < name.end && name.start < m.name.end) {
            found.push(Mention { name, post, rule });
        }
    };
    // The list of names that was found last: from a name within it on, its rest is the list.
    let mut listed: Vec<Range<usize>> = Vec::new();
    for (i, _) in body.char_indices() {
        let at = sentence.start + i;
        let head = body.get(..i).unwrap_or_default();
        let is_start = head.chars().next_back().is_none_or(|c| !is_han(c) && !"》（、".contains(c));
        let is_led = LEADS.iter().copied().any(|lead| head.ends_with(lead));
        if !is_start && !is_led {
            continue;
        }
        match listed.iter().position(|name| name.start == at) {
            Some(_) if name_at(text, at).is_none() => continue,
            // A comma goes on with a list after two names, not after one, so the rest of a list with commas may end sooner.
            Some(place) if !has_comma(text, &listed) => drop(listed.drain(..place)),
            _ => listed = names_at(text, at),
        }
        let names = listed.as_slice();
        let Some(last) = names.last() else { continue };
        let rest = text.get(last.end..sentence.end).unwrap_or_default();
        let group = names.len().gt(&1).then(|| group_post(rest)).flatten().map(|post| last.end + post.start..last.end + post.end);
        let is_elected = rest.trim_start_matches("同志").starts_with(['为', '任']) || rest.contains("当选") && rest.find("当选") < Some(30);
        let does = DOES.iter().copied().any(|word| rest.starts_with(word))
            || (names.len() > 1 && rest.starts_with(['等', '分']) && !rest.starts_with("等地") && !is_on_rostrum(rest));
        let is_led_by_colon =
            head.ends_with('：') && (head.ends_with("执行主席：") || head.ends_with("主持人：") || head.ends_with("主持："));
        let is_one_of = head.ends_with("接受") && rest.starts_with(['同', '等', '辞', '因']);
        let by = (rest.starts_with("代表") || rest.starts_with('作') || rest.starts_with("所作") || rest.starts_with("同志")) && is_led;
        let title =
            POSTS.iter().copied().find(|post| rest.starts_with(*post)).filter(|_| is_start && names.len() == 1 && rest.contains("代表"));
        let post = group.or_else(|| title.map(|title| last.end..last.end + title.len()));
        if (does && (is_start || !head.ends_with('、'))) || is_elected || is_led_by_colon || is_one_of || by || post.is_some() {
            for name in names {
                push(name.clone(), post.clone(), "name_does");
            }
        }
    }
    // A comrade is a person wherever the word stands.
    let mut from = 0;
    while let Some(i) = body.get(from..).and_then(|rest| rest.find("同志")).map(|i| from + i) {
        from = i + "同志".len();
        let head = body.get(..i).unwrap_or_default();
        let starts: Vec<usize> = head.char_indices().rev().take(4).map(|(i, _)| i).collect();
        let name = [1, 2, 3].into_iter().filter_map(|n| starts.get(n)).rev().find_map(|&start| {
            let name = name_at(text, sentence.start + start)?;
            (name.end == sentence.start + i).then_some(name)
        });
        let fits = |name: &Range<usize>| {
            let before = body.get(..name.start - sentence.start).unwrap_or_default();
            before.chars().next_back().is_none_or(|c| !is_han(c))
                || LEADS.iter().copied().chain(BEFORE.iter().copied()).any(|lead| before.ends_with(lead))
        };
        if let Some(name) = name.filter(fits) {
            push(name, None, "comrade");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::import::article;

    fn people(text: &str) -> Vec<(String, String)> {
        let report = article::read(&format!("甲县第五届人民代表大会第二次会议开幕。{text}"));
        report.people.into_iter().map(|person| (person.name.value, person.post.map(|post| post.value).unwrap_or_default())).collect()
    }

    fn of(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, post)| ((*name).to_owned(), (*post).to_owned())).collect()
    }

    #[test]
    fn executive_chairs_may_stand_behind_a_colon() {
        let chairs = of(&[("李山", "执行主席"), ("王小河", "执行主席")]);
        assert_eq!(people("本次会议的执行主席是：李山、王小河。"), chairs);
        assert_eq!(people("担任执行主席的有：李山、王小河。").len(), 2);
        assert_eq!(people("会议要求各镇主席是：学习的带头人。"), of(&[]));
    }

    #[test]
    fn a_post_outlasts_a_role() {
        assert_eq!(people("大会执行主席李山在主席台就座。县长李山作政府工作报告。"), of(&[("李山", "县长")]));
        assert_eq!(people("县长李山作政府工作报告。大会执行主席李山宣布开幕。"), of(&[("李山", "县长")]));
    }

    #[test]
    fn a_list_of_the_rostrum_names_nobody_of_the_session() {
        assert_eq!(people("李山、王小河、张林等在主席台就座。"), of(&[]));
        assert_eq!(people("李山、王小河、张林等县领导出席。").len(), 3);
    }

    #[test]
    fn a_body_on_whose_behalf_a_report_is_given_is_nobody() {
        assert_eq!(people("李山受县人大常委会委托作工作报告。"), of(&[("李山", "")]));
    }
}
