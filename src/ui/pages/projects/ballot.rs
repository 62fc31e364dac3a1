//! The ballot that chose the projects.

use crate::digest::projects::{Ballot, ballot};
use crate::i18n::{fill, labels};
use crate::model::{Project, Stated, VoteMethod};
use crate::route::Place;
use crate::ui::components::layout::Section;
use crate::ui::components::text::{dotted, stated};
use crate::ui::pages::projects::progress::meter;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// The candidates with votes and place, and whether there were more of them than could be selected.
#[component]
pub fn BallotTable() -> impl IntoView {
    let ctx = use_ctx();
    let (t, s) = (ctx.t, ctx.story());
    let Ballot { stood, selected, is_equal } = ballot(ctx.session());
    let kind = is_equal.map(|is_equal| if is_equal { s.as_many_candidates } else { s.more_candidates });
    let methods: Vec<VoteMethod> = stood.iter().filter_map(|project| project.selection.as_ref()?.method).collect();
    let method = methods.first().map(|method| labels::vote_method(ctx.lang, *method).to_owned());
    let counts = match is_equal {
        Some(_) => fill(s.ballot_counts, &[&stood.len().to_string(), &selected.to_string()]),
        None => fill(s.ballot_selected, &[&selected.to_string()]),
    };
    let about = dotted([Some(counts), kind.map(ToOwned::to_owned), method]);
    let choices = || stood.iter().filter_map(|project| project.selection.as_ref());
    let has_votes = choices().any(|choice| !choice.votes.is_unknown());
    let most = choices().filter_map(|choice| choice.votes.value().copied()).max().unwrap_or(0);
    let rows = stood.iter().filter_map(|project| row(&ctx, project, has_votes.then_some(most))).collect::<Vec<_>>();
    let votes = has_votes.then(|| view! { <th class="words" scope="col">{t.yes}</th> }.into_any());
    let vote = ctx.session().votes.iter().find(|vote| vote.candidates.iter().any(|candidate| candidate.project.is_some()));
    let vote = vote.map(|vote| view! { <p><a class="go" href=ctx.href(Place::Vote(vote.id.clone()))>{t.see_vote}</a></p> }.into_any());
    view! {
        <Section heading=s.ballot>
            <p class="quiet">{about}</p>
            <div class="scroll" tabindex="0" role="group" aria-label=s.ballot>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{s.rank}</th>
                            <th class="words" scope="col">{t.candidate}</th>
                            {votes}
                            <th class="words" scope="col">{t.result}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {vote}
        </Section>
    }
    .into_any()
}

/// One candidate; `most` is the highest number of votes, where any are known.
fn row(ctx: &Ctx, project: &Project, most: Option<u32>) -> Option<AnyView> {
    let t = ctx.t;
    let choice = project.selection.as_ref()?;
    let votes = most.map(|most| {
        let votes = match choice.votes {
            Stated::Value(votes) => view! { {meter(votes, most)}{votes.to_string()} }.into_any(),
            other => stated(&other),
        };
        view! { <td class="words">{votes}</td> }.into_any()
    });
    let result = match choice.selected {
        Stated::Value(true) => view! { <b>{t.selected}</b> }.into_any(),
        Stated::Value(false) => view! { <span>{t.not_selected}</span> }.into_any(),
        Stated::None | Stated::Unknown => view! { <span class="quiet">{t.not_stated}</span> }.into_any(),
    };
    let row = view! {
        <tr>
            <td>{choice.rank.map(|rank| rank.to_string())}</td>
            <th class="words" scope="row" lang=ctx.content_lang()>
                <a href=ctx.href(Place::Project(project.id.clone()))>{project.title.to_string()}</a>
            </th>
            {votes}
            <td class="words">{result}</td>
        </tr>
    };
    Some(row.into_any())
}
