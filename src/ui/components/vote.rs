//! A vote with its result, its figures and its candidates.

use crate::i18n::{fill, labels};
use crate::model::{Candidate, Counts, Stated, Vote, VoteResult};
use crate::route::Place;
use crate::ui::components::common::{person, stated};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, el, fact, link, said, with_text};

/// A vote with its result, its figures and its candidates.
pub fn vote(ctx: &Ctx, vote: &Vote, is_current: bool) -> El {
    let t = ctx.t;
    let result = vote.result.map(|result| {
        let class = if result == VoteResult::Rejected { "chip mark" } else { "chip done" };
        with_text("span", class, labels::vote_result(ctx.lang, result))
    });
    let mut facts = el("dl").class("inline");
    if let Some(method) = vote.method {
        facts = facts.all(said(t.method, labels::vote_method(ctx.lang, method)).into());
    }
    let mut figures: Vec<(&'static str, &Stated<u32>)> = vec![(t.eligible, &vote.eligible)];
    if let Some(ballots) = &vote.ballots {
        figures.extend([
            (t.issued, &ballots.issued),
            (t.returned, &ballots.returned),
            (t.valid, &ballots.valid),
            (t.invalid, &ballots.invalid),
        ]);
    }
    let bar = bar(ctx, vote);
    if let Some(counts) = &vote.counts {
        if bar.is_none() {
            figures.extend([(t.yes, &counts.yes), (t.no, &counts.no), (t.abstain, &counts.abstain)]);
        }
        figures.push((t.not_voting, &counts.not_voting));
    }
    for (label, value) in figures {
        if !value.is_unknown() {
            facts = facts.all(fact(label, stated(t, value)).into());
        }
    }
    let has_counts = vote.counts.as_ref().is_some_and(|counts| *counts != Counts::default())
        || vote.candidates.iter().any(|candidate| !candidate.yes.is_unknown());
    let href = ctx.href(Place::Vote(vote.id.clone()));
    let title = link(&href, vote.motion.as_deref().unwrap_or(t.passed_by));
    let content_lang = ctx.content_lang();
    card(is_current)
        .add(el("h3").lang(&content_lang).add(title).text(" ").maybe(result))
        .maybe(bar)
        .add(facts)
        .maybe(vote.note.as_ref().map(|note| with_text("p", "", note).lang(&content_lang)))
        .maybe((!has_counts).then(|| with_text("p", "quiet", t.no_counts)))
        .maybe((!vote.candidates.is_empty()).then(|| candidates(ctx, vote)))
}

/// For, against and abstaining as a bar, with the same in words.
pub fn bar(ctx: &Ctx, vote: &Vote) -> Option<El> {
    let counts = vote.counts.as_ref()?;
    let count = |count: Stated<u32>| count.value().copied().or((count == Stated::None).then_some(0));
    let (yes, no, abstain) = (count(counts.yes)?, count(counts.no)?, count(counts.abstain)?);
    let all = u64::from(yes) + u64::from(no) + u64::from(abstain);
    if all == 0 {
        return None;
    }
    let mut bar = el("span").class("vote-bar").set("aria-hidden", "true");
    for (class, count) in [("for", yes), ("against", no)] {
        let share = u64::from(count) * 1000 / all;
        bar = bar.add(el("i").class(class).style("width", &format!("{}.{}%", share / 10, share % 10)));
    }
    let words = fill(ctx.story().votes_as_bar, &[&yes.to_string(), &no.to_string(), &abstain.to_string()]);
    Some(el("p").class("vote-line").add(bar).text(&words))
}

pub fn candidates(ctx: &Ctx, vote: &Vote) -> El {
    let t = ctx.t;
    let has_posts = vote.candidates.iter().any(|candidate| candidate.post.is_some());
    let has_counts = vote.candidates.iter().any(|candidate| !candidate.yes.is_unknown());
    let content_lang = ctx.content_lang();
    let mut rows = el("tbody");
    for candidate in &vote.candidates {
        let mut row = el("tr").add(el("th").set("scope", "row").lang(&content_lang).add(name(ctx, candidate)));
        if has_posts {
            row = row.add(with_text("td", "words", candidate.post.as_deref().unwrap_or_default()).lang(&content_lang));
        }
        if has_counts {
            row = row.add(el("td").add(stated(t, &candidate.yes)));
        }
        let result = el("td").class("words");
        let is_project = candidate.project.is_some();
        rows = rows.add(row.add(match candidate.elected {
            Stated::Value(true) => result.add(with_text("b", "", if is_project { t.selected } else { t.elected })),
            Stated::Value(false) => result.text(if is_project { t.not_selected } else { t.not_elected }),
            Stated::None | Stated::Unknown => result.add(with_text("span", "quiet", t.not_stated)),
        }));
    }
    let column = |class: &str, label: &str| with_text("th", class, label).set("scope", "col");
    let head = el("tr")
        .add(column("", t.candidate))
        .maybe(has_posts.then(|| column("words", t.post)))
        .maybe(has_counts.then(|| column("", t.yes)))
        .add(column("words", t.result));
    let table = el("table").add(el("thead").add(head)).add(rows);
    el("div").class("scroll").set("tabindex", "0").set("role", "group").set("aria-label", t.candidates).add(table)
}

pub fn name(ctx: &Ctx, candidate: &Candidate) -> El {
    match (&candidate.person, &candidate.project) {
        (Some(id), _) => person(ctx, id),
        (None, Some(id)) => match ctx.opened.lookup.project(ctx.session(), id) {
            Some(project) => link(&ctx.href(Place::Project(project.id.clone())), &project.title),
            None => bdi(id.as_str()),
        },
        (None, None) => with_text("span", "quiet", ctx.t.not_stated),
    }
}

pub fn card(is_current: bool) -> El {
    let card = el("article");
    if is_current { card.class("card hit").set("aria-current", "true") } else { card.class("card") }
}
