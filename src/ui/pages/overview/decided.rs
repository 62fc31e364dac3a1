//! What was decided: what was refused, withdrawn or put off first.

use super::answer::Answer;
use crate::digest::answers::{Came, Decision, decisions};
use crate::digest::remarks;
use crate::i18n::{Answers, fill, labels};
use crate::model::{AgendaResult, AgendaState};
use crate::route::Place;
use crate::ui::components::chip::Chip;
use crate::ui::components::decided::{DecidedList, DecidedRow};
use crate::ui::components::person::PersonLink;
use crate::ui::components::remarks::as_printed;
use crate::ui::components::vote::VoteBar;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// So many are in sight; what did not come to pass is always.
const SHOWN: usize = 5;

/// The decisions, each with its vote.
#[component]
pub(super) fn DecidedAnswer() -> impl IntoView {
    let ctx = use_ctx();
    let (session, a) = (ctx.session(), Answers::of(ctx.lang));
    let all = decisions(session);
    if all.is_empty() {
        return view! { <Answer question=a.q_decided><p class="quiet">{ctx.t.nothing_decided}</p></Answer> }.into_any();
    }
    let failed = all.iter().filter(|one| one.came < Came::Adopted).count();
    let mut rows: Vec<AnyView> = all.iter().map(|one| row(&ctx, one)).collect();
    let rest = rows.split_off(rows.len().min(SHOWN.max(failed)));
    let rest = (!rest.is_empty()).then(|| {
        let label = fill(a.d_rest, &[&rest.len().to_string()]);
        view! { <details class="fold"><summary>{label}</summary><DecidedList rows=rest/></details> }.into_any()
    });
    let ways = if session.votes.is_empty() && session.resolutions.is_empty() { vec![] } else { vec![(ctx.t.decisions, Place::Decisions)] };
    view! { <Answer question=a.q_decided ways><DecidedList rows/>{rest}</Answer> }.into_any()
}

fn row(ctx: &Ctx, one: &Decision<'_>) -> AnyView {
    let lang = ctx.lang;
    let (text, kind) = match one.came {
        Came::Refused => (labels::agenda_result(lang, AgendaResult::Rejected), "mark"),
        Came::Withdrawn => (labels::agenda_state(lang, AgendaState::Withdrawn), "mark"),
        Came::Postponed => (labels::agenda_state(lang, AgendaState::Postponed), "mark"),
        Came::Adopted => (labels::agenda_result(lang, AgendaResult::Adopted), "done"),
        Came::Elected => (labels::agenda_result(lang, AgendaResult::Elected), "done"),
        Came::Passed(kind) => (kind.map_or("", |kind| labels::resolution_kind(lang, kind)), ""),
    };
    let chip = (!text.is_empty()).then(|| view! { <Chip text kind/> }.into_any());
    let vote = one.vote.map(|at| view! { <VoteBar at/> }.into_any());
    let remark = one.vote.and_then(|at| as_printed(lang, &remarks::vote(ctx.session().votes.get(at)?)));
    let title = one.title.map_or_else(|| ctx.t.passed_by.to_owned(), ToString::to_string);
    let (place, elected) = (one.place.clone(), elected(ctx, one));
    view! { <DecidedRow place title>{chip}{vote}{remark}{elected}</DecidedRow> }.into_any()
}

/// Who was elected.
fn elected(ctx: &Ctx, one: &Decision<'_>) -> Option<AnyView> {
    if one.elected.is_empty() {
        return None;
    }
    let names = one.elected.iter().enumerate().map(|(at, (id, post))| {
        let comma = (at > 0).then_some("、");
        let post = post.map(|post| format!("（{post}）"));
        view! { {comma}<PersonLink id=(*id).clone()/>{post} }.into_any()
    });
    let (before, after) = Answers::of(ctx.lang).d_chosen.split_once("{}").unwrap_or_default();
    let names = names.collect::<Vec<_>>();
    Some(view! { <span class="who"><span lang=ctx.lang.tag()>{before}</span>{names}{after}</span> }.into_any())
}
