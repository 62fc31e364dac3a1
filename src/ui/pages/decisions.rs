//! Resolutions, votes and elections.

use crate::i18n::{dates, labels};
use crate::model::{BlockKind, Candidate, Resolution, Stated, Vote};
use crate::route::Place;
use crate::ui::parts::{dotted, fact, person, stated};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// All of them; the one with the id `current` is marked and scrolled to.
pub fn page(ctx: &Ctx, current: Option<&str>) -> AnyView {
    let session = ctx.session();
    let t = ctx.t;
    let resolutions = (!session.resolutions.is_empty()).then(|| {
        let rows = session.resolutions.iter().map(|r| resolution(ctx, r, current == Some(r.id.as_str())));
        view! { <section><h2>{t.resolutions}</h2>{rows.collect_view()}</section> }
    });
    let votes = (!session.votes.is_empty()).then(|| {
        let rows = session.votes.iter().map(|v| vote(ctx, v, current == Some(v.id.as_str())));
        view! { <section><h2>{t.votes}</h2>{rows.collect_view()}</section> }
    });
    if current.is_some() {
        super::people::scroll_to_current(ctx.app);
    }
    view! { <div class="page one"><div><h1 tabindex="-1">{t.decisions}</h1>{resolutions}{votes}</div></div> }.into_any()
}

fn resolution(ctx: &Ctx, resolution: &Resolution, is_current: bool) -> impl IntoView + use<> {
    let kind = resolution.kind.map(|kind| labels::resolution_kind(ctx.lang, kind).to_owned());
    let date = resolution.date.as_ref().map(|date| dates::date(ctx.lang, date));
    let line = dotted([kind, resolution.number.as_ref().map(ToString::to_string), date]);
    let vote = resolution.vote.as_ref().map(|id| {
        let href = ctx.href(Place::Vote(id.clone()));
        view! { <a class="go" href=href>{ctx.t.see_vote}</a> }
    });
    let text = resolution.blocks.iter().map(|block| {
        let text = block.text.as_deref().unwrap_or_default().to_owned();
        let items = block.items.iter().map(|item| view! { <li>{item.to_string()}</li> }).collect_view();
        match block.kind {
            BlockKind::Heading => view! { <h4>{text}</h4> }.into_any(),
            BlockKind::List | BlockKind::Table => view! { <p>{text}</p><ul>{items}</ul> }.into_any(),
            BlockKind::Paragraph | BlockKind::Quote => view! { <p>{text}</p> }.into_any(),
        }
    });
    let status = resolution.text_status.filter(|_| !resolution.blocks.is_empty());
    let status = status.map(|status| view! { <span class="chip mark">{labels::text_status(ctx.lang, status)}</span> });
    let href = ctx.href(Place::Resolution(resolution.id.clone()));
    view! {
        <article class=if is_current { "card hit" } else { "card" } aria-current=is_current.then_some("true")>
            <h3 lang=ctx.content_lang()><a href=href>{resolution.title.to_string()}</a></h3>
            <p class="quiet">{line}" "{status}{vote}</p>
            <div class="text" lang=ctx.content_lang()>{text.collect_view()}</div>
        </article>
    }
}

fn vote(ctx: &Ctx, vote: &Vote, is_current: bool) -> impl IntoView + use<> {
    let t = ctx.t;
    let title = vote.motion.as_deref().unwrap_or(t.passed_by).to_owned();
    let result = vote.result.map(|result| view! { <span class="chip done">{labels::vote_result(ctx.lang, result)}</span> });
    let method = vote.method.map(|method| fact(t.method, labels::vote_method(ctx.lang, method)));
    let mut figures: Vec<(&'static str, &Stated<u32>)> = vec![(t.eligible, &vote.eligible)];
    if let Some(ballots) = &vote.ballots {
        figures.extend([
            (t.issued, &ballots.issued),
            (t.returned, &ballots.returned),
            (t.valid, &ballots.valid),
            (t.invalid, &ballots.invalid),
        ]);
    }
    if let Some(counts) = &vote.counts {
        figures.extend([(t.yes, &counts.yes), (t.no, &counts.no), (t.abstain, &counts.abstain), (t.not_voting, &counts.not_voting)]);
    }
    let has_counts = vote.counts.is_some() || vote.candidates.iter().any(|candidate| !candidate.yes.is_unknown());
    let figures = figures.into_iter().filter(|(_, value)| !value.is_unknown()).map(|(label, value)| fact(label, stated(t, value)));
    let note = vote.note.as_ref().map(|note| view! { <p lang=ctx.content_lang()>{note.to_string()}</p> });
    let href = ctx.href(Place::Vote(vote.id.clone()));
    view! {
        <article class=if is_current { "card hit" } else { "card" } aria-current=is_current.then_some("true")>
            <h3 lang=ctx.content_lang()><a href=href>{title}</a>" "{result}</h3>
            <dl class="inline">{method}{figures.collect_view()}</dl>
            {note}
            {(!has_counts).then(|| view! { <p class="quiet">{t.no_counts}</p> })}
            {candidates(ctx, vote)}
        </article>
    }
}

fn candidates(ctx: &Ctx, vote: &Vote) -> Option<AnyView> {
    let t = ctx.t;
    (!vote.candidates.is_empty()).then(|| {
        let has_posts = vote.candidates.iter().any(|candidate| candidate.post.is_some());
        let has_counts = vote.candidates.iter().any(|candidate| !candidate.yes.is_unknown());
        let rows = vote.candidates.iter().map(|candidate| {
            let result = match candidate.elected {
                Stated::Value(true) => view! { <b>{if candidate.project.is_some() { t.selected } else { t.elected }}</b> }.into_any(),
                Stated::Value(false) => if candidate.project.is_some() { t.not_selected } else { t.not_elected }.into_any(),
                Stated::None | Stated::Unknown => view! { <span class="quiet">{t.not_stated}</span> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row" lang=ctx.content_lang()>{name(ctx, candidate)}</th>
                    {has_posts.then(|| view! { <td class="words" lang=ctx.content_lang()>{candidate.post.as_ref().map(ToString::to_string)}</td> })}
                    {has_counts.then(|| view! { <td>{stated(t, &candidate.yes)}</td> })}
                    <td class="words">{result}</td>
                </tr>
            }
        });
        view! {
            <div class="scroll" tabindex="0" role="group" aria-label=t.candidates>
                <table>
                    <thead><tr>
                        <th scope="col">{t.candidate}</th>
                        {has_posts.then(|| view! { <th scope="col" class="words">{t.post}</th> })}
                        {has_counts.then(|| view! { <th scope="col">{t.yes}</th> })}
                        <th scope="col" class="words">{t.result}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn name(ctx: &Ctx, candidate: &Candidate) -> AnyView {
    match (&candidate.person, &candidate.project) {
        (Some(id), _) => person(ctx, id),
        (None, Some(id)) => {
            let title = ctx.opened.lookup.project(ctx.session(), id).map_or_else(|| id.to_string(), |project| project.title.to_string());
            view! { <bdi>{title}</bdi> }.into_any()
        }
        (None, None) => view! { <span class="quiet">{ctx.t.not_stated}</span> }.into_any(),
    }
}
