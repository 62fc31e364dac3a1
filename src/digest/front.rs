//! What the front page of an archive shows, chosen by rule from the facts of its catalogue: what there is to find, the newest sessions with what
//! they hold, the made-up samples, and the bodies.

use super::listing::grouped;
use crate::catalogue::{Body, Entry, Told};
use crate::route::{Across, BudgetPlace, Place, Route, SessionSource};

/// A session that shows what the archive is good for, and what it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding<'a> {
    /// The session.
    pub entry: &'a Entry,
    /// What it shows.
    pub what: What,
    /// Where in it.
    pub place: Place,
}

/// What a finding says. Its figures are those of the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// There is text to read.
    Texts,
    /// It is known how far the projects are.
    Progress,
    /// Projects were chosen from among more candidates.
    Ballot,
    /// Projects were chosen.
    Selected,
    /// Projects are listed.
    Projects,
    /// Printed figures do not come to what they should.
    Audit,
    /// It is known what became of suggestions.
    Answers,
    /// Something was not adopted.
    Refused,
    /// There are budgets.
    Budgets,
}

/// The sessions that the page is about, and the samples beside them. An archive of nothing but samples is about them.
pub fn sides(entries: &[Entry]) -> (Vec<&Entry>, Vec<&Entry>) {
    let (samples, real): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.is_sample);
    if real.is_empty() { (samples, real) } else { (real, samples) }
}

/// What is said of a session, and how much there is of it: more is better.
type Worth = Option<(What, [u32; 2])>;

/// At most `most` findings, each of another kind and another session. Of several sessions the one with most to show is taken, of equals the
/// newest, which is the first.
pub fn findings<'a>(entries: &[&'a Entry], most: usize) -> Vec<Finding<'a>> {
    let kinds: [fn(&Entry) -> Worth; 6] = [texts, projects, audit, answers, refused, budgets];
    let mut found: Vec<Finding<'a>> = Vec::new();
    for kind in kinds {
        let is_new = |entry: &&&'a Entry| found.iter().all(|known| known.entry.id != entry.id);
        let told = entries.iter().filter(is_new).rev().filter_map(|&entry| Some((entry, kind(entry)?)));
        // An outcome is worth more than a ballot, and that more than a list. `max_by_key` takes the last of equals: that is the newest.
        let best = told.max_by_key(|(_, (what, worth))| (u8::MAX - *what as u8, *worth));
        let best = best.map(|(entry, (what, _))| Finding { entry, what, place: place(entry, what) });
        found.extend(best);
    }
    found.truncate(most);
    found
}

fn texts(entry: &Entry) -> Worth {
    (entry.told.texts > 0).then_some((What::Texts, [entry.told.texts, entry.counts.reports]))
}

fn projects(entry: &Entry) -> Worth {
    let Told { carried, done, late, stood, selected, .. } = entry.told;
    match () {
        () if done + late > 0 => Some((What::Progress, [carried, done])),
        () if stood > selected && selected > 0 => Some((What::Ballot, [selected, stood])),
        () if selected > 0 => Some((What::Selected, [selected, 0])),
        () => (entry.counts.projects > 0).then_some((What::Projects, [entry.counts.projects, 0])),
    }
}

fn audit(entry: &Entry) -> Worth {
    (entry.told.differing > 0).then_some((What::Audit, [entry.told.differing, 0]))
}

fn answers(entry: &Entry) -> Worth {
    let Told { received, replied, overdue, .. } = entry.told;
    (received > 0 && replied + overdue > 0).then_some((What::Answers, [received, replied]))
}

fn refused(entry: &Entry) -> Worth {
    (entry.told.refused > 0).then_some((What::Refused, [entry.told.refused, 0]))
}

fn budgets(entry: &Entry) -> Worth {
    (entry.counts.budgets > 0).then_some((What::Budgets, [entry.counts.budgets, 0]))
}

fn place(entry: &Entry, what: What) -> Place {
    match what {
        What::Texts => Place::Overview,
        What::Progress | What::Ballot | What::Selected | What::Projects => Place::Projects,
        What::Audit => entry.audited.clone().map_or(Place::Budgets, |id| Place::Budget(Box::new(BudgetPlace::new(id)))),
        What::Answers => Place::Suggestions(Box::default()),
        What::Refused => Place::Decisions,
        What::Budgets => Place::Budgets,
    }
}

/// What a session holds, in the order in which one asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// 预算
    Budgets,
    /// 实事
    Projects,
    /// 建议
    Suggestions,
    /// 全文: speeches in their own words.
    Verbatim,
    /// 摘要: text of speeches, but none in their own words.
    Summaries,
    /// 表决
    Votes,
}

/// The tags of a session, each with the place that it leads to.
pub fn tags(entry: &Entry) -> Vec<(Tag, Place)> {
    let (counts, told) = (&entry.counts, &entry.told);
    let all = [
        (counts.budgets > 0, Tag::Budgets, Place::Budgets),
        (counts.projects > 0, Tag::Projects, Place::Projects),
        (counts.suggestions + told.received > 0, Tag::Suggestions, Place::Suggestions(Box::default())),
        (told.verbatim > 0, Tag::Verbatim, Place::Speeches),
        (told.texts > 0 && told.verbatim == 0, Tag::Summaries, Place::Speeches),
        (counts.votes > 0, Tag::Votes, Place::Decisions),
    ];
    all.into_iter().filter(|(is, ..)| *is).map(|(_, tag, place)| (tag, place)).collect()
}

/// The first sentence of a text, with its full stop; what stands in quotation marks or brackets ends no sentence.
///
/// ```
/// use yishi::digest::front::first_sentence;
/// assert_eq!(first_sentence("会议批准决算（“同意。”）。镇长讲话。"), "会议批准决算（“同意。”）。");
/// ```
pub fn first_sentence(text: &str) -> &str {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '“' | '（' | '《' | '〔' => depth += 1,
            '”' | '）' | '》' | '〕' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' if depth == 0 => return &text[..at + c.len_utf8()],
            '\n' => return &text[..at],
            _ => {}
        }
    }
    text
}

/// The name by which people know a body: the last part of its place, else its short name, else its name.
pub fn town(body: &Body) -> &str {
    let last = body.place.as_deref().and_then(|place| place.split_whitespace().next_back());
    last.or(body.short_name.as_deref()).unwrap_or(&body.name)
}

/// A title as people say it: without the province and the county before the town, and with 人大 for 人民代表大会.
///
/// ```
/// use yishi::catalogue::{Body, Entry};
/// use yishi::digest::front::short_title;
/// let assembly = Body { place: Some("重庆市 九龙坡区 西彭镇".into()), ..Body::default() };
/// let entry = Entry { title: "重庆市九龙坡区西彭镇第二十届人民代表大会第十一次会议".into(), assembly, ..Entry::default() };
/// assert_eq!(short_title(&entry), "西彭镇第二十届人大第十一次会议");
/// ```
pub fn short_title(entry: &Entry) -> String {
    let mut title = entry.title.as_str();
    let around = entry.assembly.place.as_deref().and_then(|place| place.rsplit_once(' ')).map_or("", |(around, _)| around);
    for part in around.split_whitespace() {
        title = title.strip_prefix(part).filter(|rest| !rest.is_empty()).unwrap_or(title);
    }
    title.replace("人民代表大会", "人大")
}

/// The place around a town, from large to small; nothing where that is not known.
pub fn around(body: &Body) -> Option<String> {
    let (around, _) = body.place.as_deref()?.rsplit_once(' ')?;
    Some(around.replace(' ', ""))
}

/// What was decided, in words, without the name of the town before which it stands.
pub fn decided(entry: &Entry) -> Option<String> {
    let decided = entry.decided.as_deref()?;
    Some(decided.replacen(town(&entry.assembly), "", 1)).filter(|rest| !rest.is_empty())
}

/// Something that the samples show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Budgets and how they are checked.
    Budgets,
    /// Suggestions, from where they were handed in to the answer.
    Suggestions,
    /// A ballot with more candidates than places.
    Ballot,
    /// What was voted down or withdrawn.
    Refused,
    /// Two sessions side by side.
    Compare,
}

/// What made-up sessions show, each with the place that shows most of it.
pub fn shown(samples: &[&Entry]) -> Vec<(Shown, Route)> {
    let most = |count: fn(&Entry) -> u32| {
        let mut best: Option<&Entry> = None;
        for &entry in samples {
            if count(entry) > best.map_or(0, count) {
                best = Some(entry);
            }
        }
        best
    };
    let leads = |entry: &Entry, place| Route::to(SessionSource::Id(entry.id.clone()), place);
    let mut all = Vec::new();
    all.extend(most(|entry| entry.counts.budgets).map(|entry| (Shown::Budgets, leads(entry, Place::Budgets))));
    all.extend(most(|entry| entry.counts.suggestions).map(|entry| (Shown::Suggestions, leads(entry, Place::Suggestions(Box::default())))));
    all.extend(
        most(|entry| entry.told.stood.saturating_sub(entry.told.selected)).map(|entry| (Shown::Ballot, leads(entry, Place::Projects))),
    );
    all.extend(most(|entry| entry.told.refused).map(|entry| (Shown::Refused, leads(entry, Place::Decisions))));
    // The newest two of one body that have budgets.
    let with_budgets: Vec<&Entry> = samples.iter().copied().filter(|entry| entry.counts.budgets > 0).collect();
    let two = with_budgets.iter().enumerate().find_map(|(at, newer)| {
        let older = with_budgets[at + 1..].iter().find(|older| older.assembly.name == newer.assembly.name)?;
        Some(Across::Compare(older.id.clone(), newer.id.clone()))
    });
    all.extend(two.map(|two| (Shown::Compare, Route::Across(two))));
    all
}

/// The bodies of sessions with these, those with most sessions first, then as they come.
pub fn bodies<'a>(entries: &[&'a Entry]) -> Vec<(&'a Body, Vec<&'a Entry>)> {
    let groups = grouped(entries, |entry| entry.assembly.name.as_str());
    let bodies: Vec<_> = groups.into_iter().filter_map(|(_, sessions)| Some((&sessions.first()?.assembly, sessions))).collect();
    crate::order::ordered(&bodies, |a, b| b.1.len().cmp(&a.1.len()))
}

#[cfg(test)]
mod tests;
