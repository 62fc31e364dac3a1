//! A vote with its result, its figures and its candidates.

use crate::check::rules;
use crate::digest::remarks;
use crate::i18n::{fill, labels};
use crate::model::{Candidate, Counts, Stated, Vote, VoteResult};
use crate::route::Place;
use crate::ui::components::card::Card;
use crate::ui::components::layout::Fact;
use crate::ui::components::person::PersonLink;
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::{Phrases, stated};
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// A vote with its result, its figures and its candidates.
#[component]
pub fn VoteCard(
    /// The vote's position among those of the session around.
    at: usize,
    /// Whether the link names it.
    #[prop(optional)]
    is_current: bool,
) -> impl IntoView {
    let ctx = use_ctx();
    let vote = ctx.session().votes.get(at)?;
    let (t, lang) = (ctx.t, ctx.content_lang());
    let result = vote.result.map(|result| {
        let class = if result == VoteResult::Rejected { "chip mark" } else { "chip done" };
        view! { <span class=class>{labels::vote_result(ctx.lang, result)}</span> }.into_any()
    });
    let href = ctx.href(Place::Vote(vote.id.clone()));
    let title = vote.motion.as_deref().unwrap_or(t.passed_by).to_owned();
    let bar = bar(&ctx, vote);
    let facts = facts(&ctx, vote, bar.is_some());
    let remark = as_printed(ctx.lang, &remarks::vote(vote));
    let note = vote.note.as_ref().map(|note| view! { <p lang=lang.clone()>{note.to_string()}</p> }.into_any());
    let has_counts = vote.counts.as_ref().is_some_and(|counts| *counts != Counts::default())
        || vote.candidates.iter().any(|candidate| !candidate.yes.is_unknown());
    let no_counts = (!has_counts).then(|| view! { <p class="quiet">{t.no_counts}</p> }.into_any());
    let candidates = (!vote.candidates.is_empty()).then(|| candidates(&ctx, vote));
    let card = view! {
        <Card is_current>
            <h3 lang=lang><a href=href><Phrases title/></a>" "{result}</h3>
            {bar}
            {facts}
            {remark}
            {note}
            {no_counts}
            {candidates}
        </Card>
    };
    Some(card.into_any())
}

/// How it was voted, and the figures that the bar does not show.
fn facts(ctx: &Ctx, vote: &Vote, has_bar: bool) -> AnyView {
    let t = ctx.t;
    let method = vote.method.map(|method| labels::vote_method(ctx.lang, method));
    let method = method.map(|method| view! { <Fact term=t.method>{method}</Fact> }.into_any());
    let mut figures: Vec<(&'static str, Stated<u32>)> = vec![(t.eligible, vote.eligible)];
    if let Some(ballots) = &vote.ballots {
        figures.extend([
            (t.issued, ballots.issued),
            (t.returned, ballots.returned),
            (t.valid, ballots.valid),
            (t.invalid, ballots.invalid),
        ]);
    }
    if let Some(counts) = &vote.counts {
        if !has_bar {
            figures.extend([(t.yes, counts.yes), (t.no, counts.no), (t.abstain, counts.abstain)]);
        }
        figures.push((t.not_voting, counts.not_voting));
    }
    let figures = figures.into_iter().filter(|(_, figure)| !figure.is_unknown());
    let figures = figures.map(|(label, figure)| view! { <Fact term=label>{stated(&figure)}</Fact> }.into_any());
    view! { <dl class="inline">{method}{figures.collect::<Vec<_>>()}</dl> }.into_any()
}

/// For, against and abstaining as a bar, with the same in words; nothing where the file does not give all three.
#[component]
pub fn VoteBar(
    /// The vote's position among those of the session around.
    at: usize,
) -> impl IntoView {
    let ctx = use_ctx();
    ctx.session().votes.get(at).and_then(|vote| bar(&ctx, vote))
}

/// For, against and abstaining as a bar, with the same in words.
fn bar(ctx: &Ctx, vote: &Vote) -> Option<AnyView> {
    let counts = vote.counts.as_ref()?;
    let count = |count: Stated<u32>| count.value().copied().or((count == Stated::None).then_some(0));
    let (yes, no, abstain) = (count(counts.yes)?, count(counts.no)?, count(counts.abstain)?);
    let all = u64::from(yes) + u64::from(no) + u64::from(abstain);
    if all == 0 {
        return None;
    }
    let shares = [("for", yes), ("against", no)].map(|(class, count)| {
        let share = u64::from(count) * 1000 / all;
        view! { <i class=class style:width=format!("{}.{}%", share / 10, share % 10)></i> }.into_any()
    });
    let words = fill(ctx.story().votes_as_bar, &[&yes.to_string(), &no.to_string(), &abstain.to_string()]);
    let shares = shares.into_iter().collect::<Vec<_>>();
    Some(view! { <p class="vote-line" lang=ctx.lang.tag()><span class="vote-bar" aria-hidden="true">{shares}</span>{words}</p> }.into_any())
}

fn candidates(ctx: &Ctx, vote: &Vote) -> AnyView {
    let t = ctx.t;
    let has_posts = vote.candidates.iter().any(|candidate| candidate.post.is_some());
    let has_counts = vote.candidates.iter().any(|candidate| !candidate.yes.is_unknown());
    let rows = vote.candidates.iter().map(|candidate| {
        let lang = ctx.content_lang();
        let post = candidate.post.as_deref().unwrap_or_default().to_owned();
        let remark = as_printed(ctx.lang, rules::candidate(vote, candidate).as_slice());
        let post = has_posts.then(|| view! { <td class="words" lang=lang.clone()>{post}</td> }.into_any());
        let yes = has_counts.then(|| view! { <td>{stated(&candidate.yes)}{remark}</td> }.into_any());
        view! {
            <tr>
                <th scope="row" lang=lang>{name(ctx, candidate)}</th>
                {post}
                {yes}
                <td class="words">{elected(ctx, candidate)}</td>
            </tr>
        }
        .into_any()
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=t.candidates>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t.candidate}</th>
                        {has_posts.then(|| view! { <th class="words" scope="col">{t.post}</th> }.into_any())}
                        {has_counts.then(|| view! { <th scope="col">{t.yes}</th> }.into_any())}
                        <th class="words" scope="col">{t.result}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Whether somebody was elected, or something selected.
fn elected(ctx: &Ctx, candidate: &Candidate) -> AnyView {
    let t = ctx.t;
    let is_project = candidate.project.is_some();
    match candidate.elected {
        Stated::Value(true) => view! { <b>{if is_project { t.selected } else { t.elected }}</b> }.into_any(),
        Stated::Value(false) => (if is_project { t.not_selected } else { t.not_elected }).into_any(),
        Stated::None | Stated::Unknown => view! { <span class="quiet">{t.not_stated}</span> }.into_any(),
    }
}

fn name(ctx: &Ctx, candidate: &Candidate) -> AnyView {
    match (&candidate.person, &candidate.project) {
        (Some(id), _) => view! { <PersonLink id=id.clone()/> }.into_any(),
        (None, Some(id)) => match ctx.opened.lookup.project(ctx.session(), id) {
            Some(project) => {
                let href = ctx.href(Place::Project(project.id.clone()));
                view! { <a href=href>{project.title.to_string()}</a> }.into_any()
            }
            None => view! { <bdi>{id.to_string()}</bdi> }.into_any(),
        },
        (None, None) => view! { <span class="quiet">{ctx.t.not_stated}</span> }.into_any(),
    }
}
