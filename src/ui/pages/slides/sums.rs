//! What a session comes to, for the hall: the money, the ballot, the projects. The sentences are those of the overview ([`answers`]).

use crate::budget::is_less;
use crate::digest::answers::{self, Piece, counted, lateness, promised, spoken};
use crate::digest::projects::{Ballot, Far, ballot};
use crate::digest::slides::{Standing, standing};
use crate::i18n::money::listed;
use crate::i18n::{Answers, dates, fill};
use crate::model::{Decimal, Project, Stated};
use crate::ui::components::text::dotted;
use crate::ui::state::Ctx;
use leptos::prelude::*;
use std::ops::Range;

/// The total as a big figure, what else is said of it, and the three largest lines.
pub fn money_rows(ctx: &Ctx) -> Vec<AnyView> {
    let Some(money) = answers::money(ctx.session()) else { return Vec::new() };
    let mut parts = spoken(ctx.lang, &money).into_iter();
    let total = parts.next().map(|(template, figure)| {
        let (before, after) = template.split_once("{}").map(|(before, after)| (before.to_owned(), after.to_owned())).unwrap_or_default();
        view! { <p class="total" lang=ctx.lang.tag()>{before}<b>{figure}</b>{after}</p> }.into_any()
    });
    let rest = said(ctx, parts.collect());
    let rows = money.largest.iter().map(|part| {
        let amount = listed(ctx.lang, part.amount, part.unit);
        row(ctx, (None, part.line.name.to_string()), amount, Some(permille(u64::from(part.permille))), None)
    });
    let rows = bars(rows.collect());
    [total, rest, rows].into_iter().flatten().collect()
}

/// How many stood and how many were selected; then the candidates by place, with their votes.
pub fn ballot_rows(ctx: &Ctx, range: Range<usize>) -> Vec<AnyView> {
    let (t, s) = (ctx.t, ctx.story());
    let Ballot { stood, selected, is_equal } = ballot(ctx.session());
    let kind = is_equal.map(|is_equal| if is_equal { s.as_many_candidates } else { s.more_candidates });
    let counts = match is_equal {
        Some(_) => fill(s.ballot_counts, &[&stood.len().to_string(), &selected.to_string()]),
        None => fill(s.ballot_selected, &[&selected.to_string()]),
    };
    let about = dotted([Some(counts), kind.map(ToOwned::to_owned)]);
    let most = stood.iter().filter_map(|project| project.selection.as_ref()?.votes.value().copied()).max().unwrap_or(0);
    let rows = stood.get(range).unwrap_or_default().iter().map(|project: &&Project| {
        let choice = project.selection.as_ref();
        let votes = choice.and_then(|choice| choice.votes.value().copied());
        let words = votes.map(|votes| fill(s.votes_of, &[&votes.to_string()]));
        let result = choice.and_then(|choice| match choice.selected {
            Stated::Value(true) => Some(t.selected.to_owned()),
            Stated::Value(false) => Some(t.not_selected.to_owned()),
            Stated::None | Stated::Unknown => None,
        });
        let rank = choice.and_then(|choice| choice.rank).map(|rank| rank.to_string());
        let share = votes.map(|votes| permille(u64::from(votes) * 1000 / u64::from(most.max(1))));
        row(ctx, (rank, project.title.to_string()), [words, result].into_iter().flatten().collect::<Vec<_>>().join(" "), share, None)
    });
    let about = view! { <p class="post" lang=ctx.lang.tag()>{about}</p> }.into_any();
    std::iter::once(about).chain(bars(rows.collect())).collect()
}

/// How many projects are how far; then each, the late ones first.
pub fn project_rows(ctx: &Ctx, range: Range<usize>) -> Vec<AnyView> {
    let s = ctx.story();
    let all = standing(ctx.session());
    let counts = said(ctx, counted(ctx.lang, &promised(ctx.session())));
    let rows = all.get(range).unwrap_or_default().iter().map(|standing: &Standing<'_>| {
        let project = standing.project;
        let percent = project.progress_percent.value();
        let word = match standing.far {
            Far::Finished => s.finished,
            Far::UnderWay => s.under_way,
            Far::NotBegun => s.not_begun,
            Far::Unknown => s.progress_unknown,
        };
        let state = percent.map_or_else(|| word.to_owned(), |percent| format!("{percent}%"));
        let late = standing.late.as_ref().map(|late| {
            let due = project.due.value().map(|due| fill(Answers::of(ctx.lang).p_due, &[&dates::date(ctx.lang, due)]));
            dotted([Some(lateness(ctx.lang, late.since)), due])
        });
        row(ctx, (None, project.title.to_string()), state, percent.map(|percent| within(*percent)), late)
    });
    counts.into_iter().chain(bars(rows.collect())).collect()
}

/// The parts of a sentence as one line; nothing where there are none.
fn said(ctx: &Ctx, parts: Vec<Piece>) -> Option<AnyView> {
    let a = Answers::of(ctx.lang);
    let parts: Vec<String> = parts.into_iter().map(|(template, figure)| fill(&template, &[&figure])).collect();
    let words = format!("{}{}", parts.join(a.p_comma), a.p_stop);
    (!parts.is_empty()).then(|| view! { <p lang=ctx.lang.tag()>{words}</p> }.into_any())
}

fn bars(rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| view! { <ul class="bars">{rows}</ul> }.into_any())
}

/// A row: its place and its name, what is known of it, a bar, and what is amiss.
fn row(ctx: &Ctx, (rank, name): (Option<String>, String), figure: String, width: Option<String>, late: Option<String>) -> AnyView {
    let rank = rank.map(|rank| view! { <b class="rank">{rank}</b>" " }.into_any());
    let bar = width.map(|width| view! { <span class="length" aria-hidden="true"><i style:width=width></i></span> }.into_any());
    let late = late.map(|late| view! { <span class="late" lang=ctx.lang.tag()>{late}</span> }.into_any());
    view! {
        <li>
            <span>{rank}<span lang=ctx.content_lang()>{name}</span></span>
            <span class="num" lang=ctx.lang.tag()>{figure}</span>
            {late}
            {bar}
        </li>
    }
    .into_any()
}

fn permille(share: u64) -> String {
    format!("{}.{}%", share / 10, share % 10)
}

/// A percentage as the width of a bar, which is never longer than its room.
fn within(percent: Decimal) -> String {
    let whole = Decimal { mantissa: 100, scale: 0 };
    match percent {
        percent if is_less(whole, percent) => "100%".to_owned(),
        percent if percent.mantissa < 0 => "0%".to_owned(),
        percent => format!("{percent}%"),
    }
}
